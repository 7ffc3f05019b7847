/** One code of a list, as the list's publisher has it. */
export interface CodeEntry<Code extends string = string> {
  readonly code: Code;
  readonly label: string;
  /** Codes that are counted together: `foster`, `residential`. */
  readonly group?: string;
  /** First collection year (ending 31 March) in which the code is accepted. */
  readonly firstYear?: number;
  /** Last collection year in which the code is accepted. */
  readonly lastYear?: number;
  readonly note?: string;
  /** What a list knows of its codes beyond that: `suitable`, `parentalResponsibility`. */
  readonly [attribute: string]: unknown;
}

export interface CodeSetDefinition<Code extends string> {
  /** The statutory name where there is one: `LS`. */
  readonly id: string;
  readonly title: string;
  readonly source?: string;
  readonly codes: readonly CodeEntry<Code>[];
}

export interface CodeSet<Code extends string = string> {
  readonly id: string;
  readonly title: string;
  readonly source: string | undefined;
  /** In the publisher's order. */
  readonly codes: readonly CodeEntry<Code>[];
  /** The codes alone. */
  readonly values: readonly Code[];
  /** Groups in order of first appearance. */
  readonly groups: readonly string[];
  has(code: string): code is Code;
  get(code: string): CodeEntry<Code> | undefined;
  /** The label of a code; the code itself where the list does not have it. */
  label(code: string): string;
  group(code: string): string | undefined;
  inGroup(group: string): readonly Code[];
  /** Whether a code is accepted in a collection year (2026 = the year ending 31 March 2026). */
  isValid(code: string, year: number): boolean;
}

/**
 * A code list from a literal: `defineCodeSet({ id: 'SETTING', title: 'Setting', codes: [{ code: 'M', label: 'Mainstream' }] })`.
 * @throws Error when a code is listed twice.
 */
export function defineCodeSet<const Code extends string>(definition: CodeSetDefinition<Code>): CodeSet<Code> {
  const { id, title, source, codes } = definition;
  const byCode = new Map<string, CodeEntry<Code>>();
  for (const entry of codes) {
    if (byCode.has(entry.code)) throw new Error(`Code ${entry.code} is twice in ${id} (${title})`);
    byCode.set(entry.code, entry);
  }
  return {
    id,
    title,
    source,
    codes,
    values: codes.map(({ code }) => code),
    groups: [...new Set(codes.flatMap(({ group }) => group ?? []))],
    has: (code): code is Code => byCode.has(code),
    get: (code) => byCode.get(code),
    label: (code) => byCode.get(code)?.label ?? code,
    group: (code) => byCode.get(code)?.group,
    inGroup: (group) => codes.filter((entry) => entry.group === group).map(({ code }) => code),
    isValid: (code, year) => {
      const entry = byCode.get(code);
      return (
        entry !== undefined && year >= (entry.firstYear ?? -Infinity) && year <= (entry.lastYear ?? Infinity)
      );
    },
  };
}
