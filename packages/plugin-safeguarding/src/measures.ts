import {
  type Child,
  type Day,
  defineIndicator,
  type Inside,
  type MeasureContext,
  type MeasuredIndicator,
  OPEN,
  type RecordType,
  shareOf,
  type Verdict,
} from '@cic/core';

/** What an indicator says of itself; how it counts is said by the function that makes it. */
export type Words = Pick<MeasuredIndicator, 'id' | 'title' | 'definition' | 'source'> &
  Partial<
    Pick<
      MeasuredIndicator,
      'population' | 'polarity' | 'certainty' | 'requirements' | 'restsOn' | 'reach' | 'among' | 'needs'
    >
  >;

const EVERYBODY = 'children the council knows';

/** Occasions of one child on their days: how many, and as at which day the child is looked at for breakdowns. */
export const occasions = (days: readonly Day[]): Verdict =>
  days.length === 0 ? undefined : { numerator: days.length, denominator: days.length, on: Math.max(...days) };

/** Days of a child's records that fall in a period. */
export function daysIn<T extends object>(
  child: Child,
  type: RecordType<T>,
  dayOf: (record: Inside<T>) => Day | undefined,
  { period: { start, end } }: MeasureContext,
  keep?: (record: Inside<T>, child: Child) => boolean,
): Day[] {
  const days: Day[] = [];
  for (const record of child.records(type)) {
    const on = dayOf(record);
    if (on !== undefined && on >= start && on <= end && keep?.(record, child) !== false) days.push(on);
  }
  return days;
}

/** How many records of a type fall in the period. */
export const countIn = <T extends object>(
  words: Words,
  type: RecordType<T>,
  dayOf: (record: Inside<T>) => Day | undefined,
  keep?: (record: Inside<T>, child: Child) => boolean,
): MeasuredIndicator =>
  defineIndicator({
    population: EVERYBODY,
    polarity: 'neutral',
    certainty: 'proposed',
    restsOn: [type as RecordType<object>],
    reach: 0,
    ...words,
    unit: 'count',
    kind: 'flow',
    measure: (child, context) => occasions(daysIn(child, type, dayOf, context, keep)),
  });

/** How many children have a record of a type that is open on the last day of the period, each once. */
export const childrenWithOpen = <T extends object>(
  words: Words,
  type: RecordType<T>,
  open: (record: Inside<T>, on: Day, child: Child) => boolean,
): MeasuredIndicator =>
  defineIndicator({
    population: EVERYBODY,
    polarity: 'neutral',
    certainty: 'proposed',
    restsOn: [type as RecordType<object>],
    reach: 0,
    ...words,
    unit: 'count',
    kind: 'stock',
    measure: (child, { period: { end } }) =>
      child.records(type).some((record) => open(record, end, child)) ? true : undefined,
  });

/** Of the records of a type that fall in the period, the share that pass. */
export const shareIn = <T extends object>(
  words: Words,
  type: RecordType<T>,
  dayOf: (record: Inside<T>) => Day | undefined,
  passes: (record: Inside<T>, child: Child) => boolean | undefined,
): MeasuredIndicator =>
  defineIndicator({
    population: EVERYBODY,
    polarity: 'higher',
    certainty: 'proposed',
    restsOn: [type as RecordType<object>],
    reach: 0,
    ...words,
    unit: 'percent',
    kind: 'flow',
    measure: (child, { period: { start, end } }) => {
      let numerator = 0;
      let denominator = 0;
      let on = start;
      for (const record of child.records(type)) {
        const day = dayOf(record);
        if (day === undefined || day < start || day > end) continue;
        const verdict = passes(record, child);
        if (verdict === undefined) continue;
        denominator++;
        if (verdict) numerator++;
        on = Math.max(on, day);
      }
      return shareOf(numerator, denominator, on);
    },
  });

/** Mean length in days of what ended in the period. */
export const meanDays = (
  words: Words,
  stretches: (child: Child) => readonly { readonly start: Day; readonly end?: Day | undefined }[],
): MeasuredIndicator =>
  defineIndicator({
    population: EVERYBODY,
    polarity: 'lower',
    certainty: 'proposed',
    ...words,
    unit: 'days',
    kind: 'flow',
    measure: (child, { period }) => {
      let numerator = 0;
      let denominator = 0;
      let on = period.start;
      for (const { start, end = OPEN } of stretches(child)) {
        if (end < period.start || end > period.end || end < start) continue;
        numerator += end - start;
        denominator++;
        on = Math.max(on, end);
      }
      return shareOf(numerator, denominator, on);
    },
  });
