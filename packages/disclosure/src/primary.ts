import { hasFigure } from './figures.ts';
import type { Model, Relation, Unknown } from './model.ts';
import { type CompletePolicy, isSmall } from './policy.ts';
import { type Cell, inTable, placeKey } from './publication.ts';
import type { Interval } from './solve/system.ts';

/** A count that must not be worked out, and how wide the interval around it has to stay. */
export interface Target {
  readonly unknown: number;
  readonly width: number;
  readonly reason: string;
}

/**
 * Counts whose secrecy is asked for: by the rules on what is printed, and by what the printed rest implies about counts
 * that nobody printed (`implied`, from the audit before anything is hidden).
 */
export function targetsOf(
  model: Model,
  policy: CompletePolicy,
  implied: ReadonlyMap<number, Interval>,
): Target[] {
  const targets = new Map<number, Target>();
  const want = (unknown: number, width: number, reason: string): void => {
    const known = targets.get(unknown);
    if (!known || known.width < width) targets.set(unknown, { unknown, width, reason });
  };
  model.unknowns.forEach((unknown, index) => {
    const reason =
      unknown.n === undefined
        ? impliedReason(unknown, implied.get(index), policy)
        : countReason(unknown, policy);
    if (reason) want(index, policy.width, reason);
    for (const cell of unknown.cells) {
      const money = moneyReason(cell, policy);
      if (money) want(index, Math.max(policy.width, money.width), money.reason);
    }
  });
  // Money beside a small count: its interval is to stay as wide as the count's, at this cell's money per child.
  model.unknowns.forEach((unknown, index) => {
    for (const [i, cell] of unknown.cells.entries()) {
      const followed = followedBy(cell, unknown.places[Math.min(i, unknown.places.length - 1)]!.table, model);
      if (followed === undefined || unknown.n === undefined || !targets.has(followed)) continue;
      const children = Math.max(1, model.unknowns[followed]!.n ?? policy.small.to);
      want(
        index,
        Math.max(policy.width, Math.ceil((policy.width * unknown.n) / children)),
        'rests on a small count',
      );
    }
  });
  return [...targets.values()].sort((a, b) => a.unknown - b.unknown);
}

/** The unknown a cell follows, when it follows one. */
export const followedBy = (cell: Cell, table: string, model: Model): number | undefined => {
  if (!cell.follows) return undefined;
  const ref = inTable(cell.follows, table);
  return model.at.get(placeKey(ref.table, ref.at));
};

function countReason(unknown: Unknown, policy: CompletePolicy): string | undefined {
  const isMoney = unknown.cells.some(
    (cell) => cell.contributions !== undefined || cell.follows !== undefined,
  );
  if (!isMoney && isSmall(unknown.n!, policy)) return 'small count';
  for (const rule of policy.rules) {
    if (rule.rule === 'few-contributors') {
      const few = unknown.cells.some(
        (cell) => cell.contributors !== undefined && cell.contributors < rule.under,
      );
      if (few) return `fewer than ${rule.under} contributors`;
    }
  }
  return undefined;
}

/** A count nobody printed: already hidden by its mark, or implied too closely by what is printed. */
function impliedReason(
  unknown: Unknown,
  interval: Interval | undefined,
  policy: CompletePolicy,
): string | undefined {
  if (unknown.cells.some((cell) => cell.shown !== undefined && cell.status !== 'secondary'))
    return 'hidden in the source';
  if (!interval || interval.high - interval.low >= policy.width) return undefined;
  const { low, high } = interval;
  if (low === 0 && high === 0) return policy.zeros === 'hidden' ? 'implied zero' : undefined;
  const small = low <= policy.small.to && high >= policy.small.from;
  if (!small) return undefined;
  return unknown.cells.some(hasFigure)
    ? 'small count behind a percentage'
    : 'small difference of printed counts';
}

function moneyReason(cell: Cell, policy: CompletePolicy): { reason: string; width: number } | undefined {
  if (!cell.contributions || cell.contributions.length === 0) return undefined;
  const sorted = cell.contributions.toSorted((a, b) => b - a);
  const total = sorted.reduce((sum, x) => sum + x, 0);
  const [largest = 0, second = 0] = sorted;
  for (const rule of policy.rules) {
    if (rule.rule === 'dominance') {
      const top = sorted.slice(0, rule.n).reduce((sum, x) => sum + x, 0);
      if (total > 0 && top * 100 > rule.k * total)
        return {
          reason: `${rule.n} contributor(s) make up more than ${rule.k}%`,
          width: Math.ceil(largest / 10),
        };
    }
    if (rule.rule === 'p-percent' && (total - largest - second) * 100 < rule.p * largest)
      return {
        reason: `the largest contributor can be estimated to within ${rule.p}%`,
        width: Math.ceil((2 * rule.p * largest) / 100),
      };
  }
  return undefined;
}

/**
 * The counts that rules about groups protect, as unknowns and relations of their own: the complement of a percentage
 * (base less count), which nobody prints but anybody can subtract.
 */
export function withComplements(model: Model, policy: CompletePolicy): { model: Model; targets: Target[] } {
  const complement = policy.rules.some((rule) => rule.rule === 'small-complement');
  const same = policy.rules.some((rule) => rule.rule === 'all-the-same');
  if (!complement && !same) return { model, targets: [] };
  const unknowns: Unknown[] = [...model.unknowns];
  const relations: Relation[] = [...model.relations];
  const targets: Target[] = [];
  for (const figure of model.figures) {
    if (figure.ratio.kind !== 'percent' || figure.part.length !== 1 || figure.base.length !== 1) continue;
    const [part, base] = [figure.part[0]!, figure.base[0]!];
    const [x, b] = [model.unknowns[part]!.n, model.unknowns[base]!.n];
    if (b === undefined) continue;
    const whole = x ?? Math.round((figure.ratio.value * b) / 100);
    const rest = b - whole;
    if (!((complement && rest > 0 && isSmall(rest, policy)) || (same && rest === 0 && b > 0))) continue;
    targets.push({
      unknown: unknowns.length,
      width: policy.width,
      reason: rest === 0 ? 'everyone in the group' : 'small complement of a percentage',
    });
    relations.push({
      kind: 'relation',
      name: `the rest of ${figure.name}`,
      terms: [
        { unknown: unknowns.length, times: 1 },
        { unknown: part, times: 1 },
        { unknown: base, times: -1 },
      ],
      low: 0,
      high: 0,
    });
    unknowns.push({
      name: `the rest of ${figure.name}`,
      places: [],
      cells: [],
      n: undefined,
      low: 0,
      high: Number.POSITIVE_INFINITY,
      grandTotal: false,
    });
  }
  return { model: { ...model, unknowns, relations }, targets };
}

/** Percentages, rates and averages on a base below the policy's: hidden, whatever the count. */
export function onSmallBase(model: Model, policy: CompletePolicy): number[] {
  const rule = policy.rules.find((r) => r.rule === 'small-base');
  if (!rule) return [];
  return model.figures
    .map((_, i) => i)
    .filter((i) => {
      const base = model.figures[i]!.base.reduce(
        (sum, b) => sum + (model.unknowns[b]!.n ?? Number.POSITIVE_INFINITY),
        0,
      );
      return base < rule.under;
    });
}
