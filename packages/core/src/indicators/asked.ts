import { type Day, OPEN } from '../dates/day.ts';
import type { Period } from '../dates/period.ts';
import { type CareHistory, oncePerHistory } from '../history/careHistory.ts';
import type { Child } from '../history/child.ts';
import type { RecordType } from '../records/recordType.ts';
import { type Measure, type MeasuredIndicator, noChild } from './indicator.ts';

/** From the first day that stands in a child's records of a type to the last; OPEN while one of them has not ended. */
type Span = readonly [first: Day, last: Day];

/** Every day in a record, however deep. */
function* daysIn(value: unknown, path: readonly string[], at = 0): Generator<Day> {
  if (at === path.length) {
    if (typeof value === 'number' && !Number.isNaN(value)) yield value;
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const held = value as Readonly<Record<string, unknown>>;
  const key = path[at]!;
  for (const one of key === '*' ? Object.values(held) : [held[key]]) yield* daysIn(one, path, at + 1);
}

function spanOf({ dateFields, until }: RecordType<object>, records: readonly object[]): Span {
  let first = OPEN;
  let last = Number.NEGATIVE_INFINITY;
  const paths = dateFields.map((field) => field.split('/'));
  for (const record of records) {
    for (const path of paths) {
      for (const day of daysIn(record, path)) {
        first = Math.min(first, day);
        last = Math.max(last, day);
      }
    }
    if (until !== undefined && (record as Readonly<Record<string, unknown>>)[until] === undefined)
      last = OPEN;
  }
  return [first, last];
}

const spans = oncePerHistory(() => new Map<string, ReadonlyMap<number, Span>>());

/** The spans of all children who hold a type of record, by position; worked out once for a history. */
function spansOf(history: CareHistory, type: RecordType<object>): ReadonlyMap<number, Span> {
  const known = spans(history).get(type.id);
  if (known) return known;
  const made = new Map<number, Span>();
  for (const [child, records] of history.recordsOf(type.id) ?? []) made.set(child, spanOf(type, records));
  spans(history).set(type.id, made);
  return made;
}

/** Children (by position) an indicator that rests on records can say something of, in a period. */
export function holders(
  history: CareHistory,
  { restsOn = [], reach = Number.POSITIVE_INFINITY }: Pick<MeasuredIndicator, 'restsOn' | 'reach'>,
  { start, end }: Period,
): ReadonlySet<number> {
  const found = new Set<number>();
  for (const type of restsOn) {
    if (reach === Number.POSITIVE_INFINITY)
      for (const child of history.recordsOf(type.id)?.keys() ?? []) found.add(child);
    else
      for (const [child, [first, last]] of spansOf(history, type))
        if (first - reach <= end && last + reach >= start) found.add(child);
  }
  return found;
}

/** Positions of the measures that rest on records, for each child (by position) to ask about. */
function restingOnRecords(
  history: CareHistory,
  measured: readonly MeasuredIndicator[],
  measures: readonly (Measure | undefined)[],
  period: Period,
): ReadonlyMap<number, number[]> {
  const groups = new Map<string, number[]>();
  measured.forEach(({ restsOn, reach }, i) => {
    if (!restsOn || !measures[i]) return;
    const key = `${restsOn.map(({ id }) => id).join(' ')} ${reach}`;
    const group = groups.get(key);
    if (group) group.push(i);
    else groups.set(key, [i]);
  });
  const ofChild = new Map<number, number[]>();
  for (const positions of groups.values()) {
    for (const child of holders(history, measured[positions[0]!]!, period)) {
      const before = ofChild.get(child);
      if (before) before.push(...positions);
      else ofChild.set(child, [...positions]);
    }
  }
  return ofChild;
}

/** A child's age as a whole number; -1 before the birth, and where the date of birth is not known. */
const ageOn = (child: Child, on: Day): number => {
  const age = child.ageOn(on);
  return age >= 0 ? age : -1;
};

type Care = 0 | 1 | 2;
const [ELSEWHERE, IN_THE_PERIOD, AT_THE_END] = [0, 1, 2] as const;

/** Whether a measure can say anything of somebody by their care and their ages on the first and the last day. */
function mayCount({ among, ages }: MeasuredIndicator, care: Care, youngest: number, oldest: number): boolean {
  if (ages && !(oldest >= ages[0] && youngest <= ages[1])) return false;
  if (among === 'in care at the end') return care === AT_THE_END;
  return among === undefined || care !== ELSEWHERE;
}

const MOST_AGES = 200;

/**
 * The measures to ask about a child in a period, by position: those of children in care have nothing to say of others, nor
 * those of other ages, nor those that rest on records of children who hold none.
 */
export function asked(
  history: CareHistory,
  measured: readonly MeasuredIndicator[],
  measures: readonly (Measure | undefined)[],
  period: Period,
): (child: Child) => readonly number[] {
  const byChild = measured.flatMap(({ restsOn }, i) =>
    measures[i] && measures[i] !== noChild && !restsOn ? [i] : [],
  );
  const byAge = byChild.some((i) => measured[i]!.ages);
  const onRecords = restingOnRecords(history, measured, measures, period);
  // Children of one care and age are asked the same.
  const known = new Map<number, readonly number[]>();
  return (child) => {
    const care = child.isLookedAfter(period.end)
      ? AT_THE_END
      : child.lookedAfterDuring(period.start, period.end)
        ? IN_THE_PERIOD
        : ELSEWHERE;
    const [youngest, oldest] = byAge ? [ageOn(child, period.start), ageOn(child, period.end)] : [-1, -1];
    const key = (care * MOST_AGES + youngest + 1) * MOST_AGES + oldest + 1;
    let own = known.get(key);
    if (!own) {
      own = byChild.filter((i) => mayCount(measured[i]!, care, youngest, oldest));
      known.set(key, own);
    }
    const more = onRecords.get(child.index);
    return more ? [...own, ...more] : own;
  };
}
