import { explainer } from './explain.ts';
import { hasFigure } from './figures.ts';
import { modelOf, type Unknown } from './model.ts';
import { type CompletePolicy, completePolicy, isSmall, type Policy } from './policy.ts';
import { type Cell, inTable, type Problem, type Publication, placeKey, placeName } from './publication.ts';
import { reading } from './resolve.ts';
import type { Interval } from './solve/system.ts';

/** The smallest and largest whole number a cell without `n` can be; `high: null` when nothing bounds it. */
export interface AuditedCell {
  readonly table: string;
  readonly at: readonly string[];
  readonly low: number;
  readonly high: number | null;
  /** `false` when a limit stopped the solver: the true interval may be narrower than this. */
  readonly proven?: false;
}

/** A count that can be worked out, exactly or too closely, with the derivation in words. */
export interface Finding {
  readonly table: string;
  readonly at: readonly string[];
  /** `beside`: money printed beside a hidden count, which tells about how many there are. */
  readonly kind: 'exact' | 'narrow' | 'beside';
  /** Hidden behind a mark, or never printed but implied by a percentage or rate. */
  readonly of: 'hidden' | 'implied';
  /** Whether the policy forbids it; an implied count that is not small is reported, but is no leak. */
  readonly leak: boolean;
  readonly words: string;
}

export interface AuditReport {
  readonly cells: readonly AuditedCell[];
  /** How many cells without `n` can be computed exactly. */
  readonly exact: number;
  /** No leak under the policy. */
  readonly ok: boolean;
  readonly findings: readonly Finding[];
  /** Printed numbers that do not agree with each other, and what was done about it. */
  readonly problems: readonly Problem[];
  /** Small counts printed all the same. Source: requirement D-SUP-13. */
  readonly printed: readonly { readonly table: string; readonly at: readonly string[]; readonly n: number }[];
  /** Percentages without a base: the smallest base that can give them. Source: requirement D-SUP-24. */
  readonly bases: readonly {
    readonly table: string;
    readonly at: readonly string[];
    readonly smallest: number;
  }[];
}

export interface AuditOptions {
  /** `rule`: the reader also knows that a hidden count is at least 1 because zeros are always printed. */
  readonly attacker?: 'outsider' | 'rule';
}

/**
 * What a reader of this publication can work out: for every cell without `n`, the interval of whole numbers it can be
 * in any table of non-negative whole numbers that agrees with all that is printed.
 *
 * @throws an Error with one sentence naming table and cell when the publication cannot be read.
 */
export async function audit(
  publication: Publication,
  policy: Policy = publication.policy ?? {},
  options: AuditOptions = {},
): Promise<AuditReport> {
  const complete = completePolicy(policy);
  const model = modelOf(publication, complete);
  const wanted = model.unknowns.map((_, i) => i).filter((i) => model.unknowns[i]!.n === undefined);
  const read = await reading(model, complete, wanted, options.attacker === 'rule');
  const explain = explainer(model, read, read.propagated);

  const cells: AuditedCell[] = [];
  const findings: Finding[] = [];
  for (const table of publication.tables)
    for (const cell of table.cells) {
      if (cell.status === 'not-applicable' || (cell.n ?? undefined) !== undefined) continue;
      const index = model.at.get(placeKey(table.id, cell.at))!;
      const unknown = model.unknowns[index]!;
      const interval: Interval =
        unknown.n !== undefined
          ? { low: unknown.n, high: unknown.n, proven: true }
          : read.answers.of.get(index)!;
      const place = { table: table.id, at: cell.at };
      cells.push({
        ...place,
        low: interval.low,
        high: interval.high === Number.POSITIVE_INFINITY ? null : interval.high,
        ...(interval.proven ? {} : { proven: false as const }),
      });
      const verdict = judge(cell, unknown, interval, policy, complete);
      if (verdict)
        findings.push({ ...place, ...verdict, words: await explain(index, interval.low, interval.high) });
    }
  findings.push(...besideHidden(publication));
  return {
    cells,
    exact: cells.filter((cell) => cell.low === cell.high).length,
    ok: findings.every((finding) => !finding.leak),
    findings,
    problems: [...model.problems, ...read.problems],
    printed: smallPrinted(publication, complete),
    bases: unstatedBases(publication),
  };
}

/** Whether an interval tells too much about a cell. */
function judge(
  cell: Cell,
  unknown: Unknown,
  interval: Interval,
  policy: Policy,
  complete: CompletePolicy,
): Pick<Finding, 'kind' | 'of' | 'leak'> | undefined {
  const { low, high } = interval;
  const exact = low === high;
  const tooNarrow = high - low < complete.width;
  if (!exact && !tooNarrow) return undefined;
  const kind = exact ? 'exact' : 'narrow';
  const mayBeSmall = low <= complete.small.to && high >= complete.small.from;
  const implied =
    unknown.cells.every((c) => c.shown === undefined && c.status !== 'primary') &&
    unknown.cells.some(hasFigure);
  if (implied) {
    const leak =
      policy.suppress === undefined
        ? exact
        : mayBeSmall && !(exact && low === 0 && complete.zeros === 'shown');
    return exact || leak ? { kind, of: 'implied', leak } : undefined;
  }
  if (cell.status === 'rounded' || cell.status === 'coded')
    return exact || mayBeSmall ? { kind, of: 'hidden', leak: true } : undefined;
  if (cell.status === 'secondary' && hasFigure(cell)) return undefined;
  const secondary = cell.status === 'secondary' || (cell.status === undefined && cell.shown === undefined);
  if (!exact && (secondary || policy.protect === undefined)) return undefined;
  return { kind, of: 'hidden', leak: true };
}

/** Amounts printed beside a count that is hidden. Source: requirement D-SUP-18. */
function besideHidden(publication: Publication): Finding[] {
  const cells = new Map(
    publication.tables.flatMap((table) => table.cells.map((cell) => [placeKey(table.id, cell.at), cell])),
  );
  return publication.tables.flatMap((table) =>
    table.cells.flatMap((cell): Finding[] => {
      if (!cell.follows || (cell.n ?? undefined) === undefined) return [];
      const ref = inTable(cell.follows, table.id);
      const count = cells.get(placeKey(ref.table, ref.at));
      if (!count || (count.n ?? undefined) !== undefined) return [];
      const place = { table: table.id, at: cell.at };
      const words = `${placeName(place)}: ${cell.n} is printed beside the hidden count of ${placeName(ref)}, and the amount for one gives the number.`;
      return [{ ...place, kind: 'beside', of: 'hidden', leak: true, words }];
    }),
  );
}

function smallPrinted(publication: Publication, policy: CompletePolicy): AuditReport['printed'] {
  return publication.tables.flatMap((table) =>
    table.cells
      .filter((cell) => (cell.n ?? undefined) !== undefined && isSmall(cell.n!, policy))
      .map((cell) => ({ table: table.id, at: cell.at, n: cell.n! })),
  );
}

function unstatedBases(publication: Publication): AuditReport['bases'] {
  return publication.tables.flatMap((table) =>
    table.cells
      .filter((cell) => (cell.percent ?? undefined) !== undefined && cell.of === undefined)
      .map((cell) => ({ table: table.id, at: cell.at, smallest: smallestBase(cell.percent!, cell.dp ?? 0) })),
  );
}

/** The smallest base of which some whole number is this percentage, rounded half up: 94.7 needs at least 19. */
export function smallestBase(percent: number, dp: number): number {
  const half = 0.5 * 10 ** -dp;
  for (let base = 1; ; base++) {
    const part = Math.ceil(((percent - half) * base) / 100 - 1e-9);
    if ((100 * part) / base < percent + half - 1e-9) return base;
  }
}
