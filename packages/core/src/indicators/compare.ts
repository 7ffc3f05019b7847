import { comparable, type Period } from '../dates/period.ts';
import type { Polarity } from './indicator.ts';

/** A printed value with what stood before it: 'over 94%' is `above` 94, 'about 600' is `about` 600. */
export type Bound = 'exactly' | 'at least' | 'above' | 'at most' | 'below' | 'about';

/** A value to compare, of this council or another body, in a period. */
export interface ComparedValue {
  readonly value: number | null;
  readonly period: Period;
  readonly bound?: Bound;
  /** Both ends of a range, where the source gives one instead of a figure. */
  readonly range?: readonly [low: number, high: number];
  /** Financial year from which the definition behind the value holds; a trend stops where it changes. */
  readonly definitionSince?: number;
}

export type Direction = 'up' | 'down' | 'same' | 'not available';
export type Performance = 'better' | 'worse' | 'same' | 'no judgement' | 'not available';

/** How a value moved, and whether that is good: two different things (IND-07). */
export interface Trend {
  readonly direction: Direction;
  readonly performance: Performance;
  /** Current less previous, in the indicator's unit; null when not available. */
  readonly change: number | null;
  /** Why there is no trend; absent when there is one. */
  readonly reason?: string;
}

const notAvailable = (reason: string): Trend => ({
  direction: 'not available',
  performance: 'not available',
  change: null,
  reason,
});

function judge(change: number, polarity: Polarity): Performance {
  if (change === 0) return 'same';
  if (polarity === 'neutral') return 'no judgement';
  return change > 0 === (polarity === 'higher') ? 'better' : 'worse';
}

/**
 * The trend from one period to the next, by performance and not by sign. Values are compared as given: round first
 * where the printed values are what people see.
 */
export function trend(
  current: ComparedValue,
  previous: ComparedValue | undefined,
  polarity: Polarity,
): Trend {
  if (!previous || previous.value === null) return notAvailable('there is no previous value');
  if (current.value === null) return notAvailable('there is no current value');
  if (!comparable(current.period, previous.period)) {
    return notAvailable(
      `${current.period.label} and ${previous.period.label} are not periods of one kind, both whole`,
    );
  }
  if (current.definitionSince !== previous.definitionSince)
    return notAvailable('the definition changed in between');
  if (isOpen(current) || isOpen(previous)) return notAvailable('one of the values is not exact');
  const change = current.value - previous.value;
  return {
    direction: change > 0 ? 'up' : change < 0 ? 'down' : 'same',
    performance: judge(change, polarity),
    change,
  };
}

const isOpen = ({ bound, range }: ComparedValue): boolean =>
  range !== undefined || (bound !== undefined && bound !== 'exactly');

/** Lowest and highest the value can be, as far as its bound or range says. */
function limits({ value, bound, range }: ComparedValue): readonly [number, number] | undefined {
  if (range) return range;
  if (value === null) return undefined;
  switch (bound) {
    case 'at least':
    case 'above':
      return [value, Number.POSITIVE_INFINITY];
    case 'at most':
    case 'below':
      return [Number.NEGATIVE_INFINITY, value];
    default:
      return [value, value];
  }
}

/** A comparison with statistical neighbours, England or any other body; both periods are named with it. */
export interface Comparison {
  readonly performance: Performance;
  /** Council less comparator; null when either is no single figure. */
  readonly difference: number | null;
  readonly period: string;
  readonly comparatorPeriod: string;
  /** True when the two belong to different periods: the reader has to know. */
  readonly otherPeriod: boolean;
  readonly reason?: string;
}

/**
 * Compares a value with another body's, polarity-aware. Open values and ranges are respected: a value inside a range is
 * the same, and 'over 94' is never taken for 94.
 */
export function compareWith(
  own: ComparedValue,
  other: ComparedValue | undefined,
  polarity: Polarity,
): Comparison {
  const named = {
    period: own.period.label,
    comparatorPeriod: other?.period.label ?? '',
    otherPeriod:
      other !== undefined && (own.period.end !== other.period.end || own.period.kind !== other.period.kind),
  };
  const mine = limits(own);
  const theirs = other && limits(other);
  const none = (reason: string): Comparison => ({
    performance: 'not available',
    difference: null,
    ...named,
    reason,
  });
  if (!mine) return none('there is no value to compare');
  if (!theirs) return none('there is no value to compare with');
  const [low, high] = mine;
  const [theirLow, theirHigh] = theirs;
  const difference = low === high && theirLow === theirHigh ? low - theirLow : null;
  if (other?.bound === 'about' || own.bound === 'about')
    return { ...none('one of the values is not exact'), difference };
  if (difference !== null) return { performance: judge(difference, polarity), difference, ...named };
  if (low > theirHigh || (low === theirHigh && (own.bound === 'above' || other?.bound === 'below'))) {
    return { performance: judge(1, polarity), difference, ...named };
  }
  if (high < theirLow || (high === theirLow && (own.bound === 'below' || other?.bound === 'above'))) {
    return { performance: judge(-1, polarity), difference, ...named };
  }
  if (other?.range && low === high) return { performance: 'same', difference, ...named };
  return none('the two values overlap, so neither is known to be better');
}

/** What a target asks: at least, at most, above, below a value, or a change from a baseline. */
export interface TargetTest {
  readonly value: number;
  readonly comparator: '>=' | '<=' | '>' | '<' | '=';
}

export type TargetStatus = 'met' | 'missed' | 'no target' | 'no data';

/** '95% or above' is met by 95.0, 'over 95%' is not (D-TGT-04). */
export function targetStatus(value: number | null, target: TargetTest | undefined): TargetStatus {
  if (!target) return 'no target';
  if (value === null) return 'no data';
  const met = {
    '>=': value >= target.value,
    '<=': value <= target.value,
    '>': value > target.value,
    '<': value < target.value,
    '=': value === target.value,
  }[target.comparator];
  return met ? 'met' : 'missed';
}

/** How one group stands to another, and whether the gap closed (IND-16, IND-17). Percentages give percentage points. */
export interface Gap {
  readonly gap: number | null;
  /** This gap less the previous one; null when either is missing. */
  readonly change: number | null;
  readonly narrowed: 'narrowed' | 'widened' | 'same' | 'not available';
}

export function gap(
  group: number | null,
  all: number | null,
  previous?: { readonly group: number | null; readonly all: number | null },
): Gap {
  const now = group === null || all === null ? null : group - all;
  const before =
    !previous || previous.group === null || previous.all === null ? null : previous.group - previous.all;
  if (now === null || before === null) return { gap: now, change: null, narrowed: 'not available' };
  const change = now - before;
  const closer = Math.abs(now) - Math.abs(before);
  return { gap: now, change, narrowed: closer < 0 ? 'narrowed' : closer > 0 ? 'widened' : 'same' };
}
