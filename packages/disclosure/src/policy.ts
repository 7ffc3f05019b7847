import type { Range } from './publication.ts';

/** Which counts are too small to print. `{ from: 1, to: 10 }`, or `{ under: 5 }` for 1 to 4. */
export type SmallCounts = { readonly from: number; readonly to: number } | { readonly under: number };

/** Who is trying to work a hidden count out. All know everything printed, and that counts are whole and not negative. */
export type Attacker =
  /** Knows no more than that. */
  | 'outsider'
  /** Also knows the rule: when zeros are always printed, a hidden count is at least 1; a mark says what it stands for. */
  | 'rule'
  /** Knows the rule, and is the one child in a hidden cell of one. */
  | 'insider-of-one'
  /** Knows the rule and any one hidden cell. */
  | 'insider';

/** Reasons other than a small count for hiding a cell. */
export type PrimaryRule =
  /** The `n` largest contributors make up more than `k` per cent. */
  | { readonly rule: 'dominance'; readonly n: number; readonly k: number }
  /** The second largest contributor could estimate the largest to within `p` per cent. */
  | { readonly rule: 'p-percent'; readonly p: number }
  /** Fewer than `under` providers or schools stand behind the cell. */
  | { readonly rule: 'few-contributors'; readonly under: number }
  /** A percentage whose complement (base less count) is small. */
  | { readonly rule: 'small-complement' }
  /** Everyone in the group is in the category: 100 per cent of the base. */
  | { readonly rule: 'all-the-same' }
  /** Two published groups, one inside the other, that differ by a small count. */
  | { readonly rule: 'small-difference' }
  /** A percentage, rate or average on a base below `under`. */
  | { readonly rule: 'small-base'; readonly under: number };

/** A disclosure policy as written by a council. Everything has a default; the defaults are the strictest. */
export interface Policy {
  readonly suppress?: SmallCounts;
  readonly rules?: readonly PrimaryRule[];
  /** Zeros: always printed (the default), or hidden like small counts. */
  readonly zeros?: 'shown' | 'hidden';
  /** The mark printed for a hidden count; two marks tell small from secondary (and tell the reader too). */
  readonly symbol?: string | { readonly primary: string; readonly secondary: string };
  /** What a reader may conclude from each mark. */
  readonly marks?: Readonly<Record<string, Range>>;
  /** `width`: the largest less the smallest value a reader can hold possible for a protected count. */
  readonly protect?: { readonly width: number };
  readonly attackers?: readonly Attacker[];
  /** What is kept to a minimum: the number of hidden cells (default), or the counts in them. */
  readonly objective?: 'cells' | 'value';
  /** What becomes of a percentage of a hidden count: hidden, or printed as a band wide enough. */
  readonly percentages?: 'hide' | 'band';
  /** Tables withheld as a whole (a breakdown by placing authority, say). */
  readonly withhold?: readonly string[];
  /** How figures were rounded in what is audited. */
  readonly rounding?: 'half-up' | 'half-even';
  /** Words for the note under a table. */
  readonly note?: string;
}

/** A policy with every default filled in. */
export interface CompletePolicy {
  readonly small: { readonly from: number; readonly to: number };
  readonly rules: readonly PrimaryRule[];
  readonly zeros: 'shown' | 'hidden';
  readonly primaryMark: string;
  readonly secondaryMark: string;
  readonly marks: Readonly<Record<string, Range>>;
  readonly width: number;
  readonly attackers: readonly Attacker[];
  readonly objective: 'cells' | 'value';
  readonly percentages: 'hide' | 'band';
  readonly withhold: readonly string[];
  readonly rounding: 'half-up' | 'half-even';
  readonly note: string | undefined;
}

/** Two policies as councils print them. Source: requirements D-SUP-01 and D-SUP-02. */
export const policies = {
  /** 'Numbers less than 5 have been suppressed': 1 to 4 hidden, 5 shown. */
  under5: { suppress: { from: 1, to: 4 }, symbol: '*' },
  /** 'Numbers from one to ten inclusive': 1 to 10 hidden, 11 and 0 shown. */
  oneToTen: { suppress: { from: 1, to: 10 }, symbol: 'x' },
} as const satisfies Record<string, Policy>;

export const allAttackers: readonly Attacker[] = ['outsider', 'rule', 'insider-of-one', 'insider'];

/** @throws an Error with one sentence when the policy contradicts itself. */
export function completePolicy(policy: Policy = {}): CompletePolicy {
  const suppress = policy.suppress ?? { from: 1, to: 4 };
  const small =
    'under' in suppress ? { from: 1, to: suppress.under - 1 } : { from: suppress.from, to: suppress.to };
  if (!Number.isInteger(small.from) || !Number.isInteger(small.to) || small.from < 0)
    throw new Error(`policy.suppress: expected whole numbers from 0 up, got ${JSON.stringify(suppress)}.`);
  const width = policy.protect?.width ?? 3;
  if (!Number.isInteger(width) || width < 1)
    throw new Error(
      `policy.protect.width: expected a whole number of at least 1, got ${JSON.stringify(width)}.`,
    );
  for (const attacker of policy.attackers ?? [])
    if (!allAttackers.includes(attacker))
      throw new Error(`policy.attackers: '${String(attacker)}' is not one of ${allAttackers.join(', ')}.`);
  const symbol = policy.symbol ?? 'x';
  const marks = policy.marks ?? {};
  for (const [mark, range] of Object.entries(marks))
    if (!Array.isArray(range) || range.length !== 2 || (range[1] !== null && range[1] < range[0]))
      throw new Error(`policy.marks['${mark}']: expected [low, high or null], got ${JSON.stringify(range)}.`);
  const zeros = policy.zeros ?? (small.from === 0 ? 'hidden' : 'shown');
  return {
    small,
    rules: policy.rules ?? [],
    zeros,
    primaryMark: typeof symbol === 'string' ? symbol : symbol.primary,
    secondaryMark: typeof symbol === 'string' ? symbol : symbol.secondary,
    marks,
    width,
    attackers: policy.attackers ?? allAttackers,
    objective: policy.objective ?? 'cells',
    percentages: policy.percentages ?? 'hide',
    withhold: policy.withhold ?? [],
    rounding: policy.rounding ?? 'half-up',
    note: policy.note,
  };
}

/** Whether a count is small under the policy; a zero counts only when the policy protects zeros. */
export function isSmall(n: number, policy: CompletePolicy): boolean {
  if (n === 0) return policy.zeros === 'hidden' && policy.small.from <= 1;
  return n >= policy.small.from && n <= policy.small.to;
}
