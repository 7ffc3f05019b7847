import type { Cell, LocalRef } from './publication.ts';

/** A ratio as printed: count times `per` divided by base, rounded to `scaled` / 10^`dp`. */
export interface PrintedRatio {
  readonly kind: 'percent' | 'rate' | 'ratio' | 'average' | 'change';
  readonly value: number;
  readonly dp: number;
  readonly per: number;
  /** Set when the figure is printed as a band from one value to another, both included. */
  readonly band?: readonly [number, number];
}

/** Integers a, b with low <= a * count + b * base <= high, for whole counts and bases. */
export interface RatioRow {
  readonly count: number;
  readonly base: number;
  readonly low: number;
  readonly high: number;
}

export const figureKinds = ['percent', 'rate', 'ratio', 'average', 'change'] as const;

const decimals = (value: number): number => (String(value).split('.')[1] ?? '').length;

/** The figure printed in a cell with the reference to its base; `undefined` when the cell has none (or it is hidden). */
export function figureOf(cell: Cell): { readonly ratio: PrintedRatio; readonly base: LocalRef } | undefined {
  for (const kind of figureKinds) {
    if (cell[kind] === undefined) continue;
    const value = cell[kind] ?? cell.band?.[0];
    const base = kind === 'change' ? cell.from : cell.of;
    if (value === undefined || base === undefined) continue;
    const per = kind === 'percent' || kind === 'change' ? 100 : kind === 'rate' ? (cell.per ?? 10_000) : 1;
    const band = cell[kind] === null && cell.band ? { band: cell.band } : {};
    return { ratio: { kind, value, dp: cell.dp ?? decimals(value), per, ...band }, base };
  }
  return undefined;
}

/** Whether a cell has a figure at all, printed or hidden. */
export const hasFigure = (cell: Cell): boolean => figureKinds.some((kind) => cell[kind] !== undefined);

/**
 * What a printed ratio says about count and base, as two linear inequalities over whole numbers.
 *
 * Rounding is to the nearest, a tie going up ('half-up') or to the even digit ('half-even'); 'truncated' is what some
 * documents print instead. Strict inequalities between whole numbers become `<= -1`.
 */
export function ratioRows(ratio: PrintedRatio, rounding: 'half-up' | 'half-even' | 'truncated'): RatioRow[] {
  const scale = 10 ** ratio.dp;
  const infinity = Number.POSITIVE_INFINITY;
  if (ratio.band) {
    const [from, to] = ratio.band.map((value) =>
      Math.round((value + (ratio.kind === 'change' ? 100 : 0)) * scale),
    );
    const count = ratio.per * scale;
    return [
      { count, base: -from!, low: 0, high: infinity },
      { count, base: -to!, low: -infinity, high: 0 },
    ];
  }
  const printed = Math.round(ratio.value * scale);
  const level = ratio.kind === 'change' ? printed + 100 * scale : printed;
  const [below, above] = rounding === 'truncated' ? [0, 2] : [1, 1];
  const tieUp = rounding !== 'half-even' && printed >= 0;
  const closed = { low: tieUp || printed % 2 === 0 || rounding === 'truncated', high: printed < 0 };
  if (rounding === 'half-even') closed.high = printed % 2 === 0;
  const count = 2 * ratio.per * scale;
  const divide = (row: RatioRow): RatioRow => {
    const factor = gcd(count, Math.abs(row.base));
    return {
      count: row.count / factor,
      base: row.base / factor,
      low: Math.ceil(row.low / factor),
      high: Math.floor(row.high / factor),
    };
  };
  return [
    divide({ count, base: -(2 * level - below), low: closed.low ? 0 : 1, high: infinity }),
    divide({ count, base: -(2 * level + above), low: -infinity, high: closed.high ? 0 : -1 }),
  ];
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

/** `14.1%`, `37.2 per 10000`, `a change of 150%`. */
export function ratioName(ratio: PrintedRatio): string {
  if (ratio.band) return `between ${ratio.band[0]} and ${ratio.band[1]}${ratio.per === 100 ? '%' : ''}`;
  const value = ratio.value.toFixed(ratio.dp);
  if (ratio.kind === 'percent') return `${value}%`;
  if (ratio.kind === 'change') return `a change of ${value}%`;
  if (ratio.kind === 'rate') return `a rate of ${value} per ${ratio.per}`;
  return `${ratio.kind === 'average' ? 'an average' : 'a ratio'} of ${value}`;
}
