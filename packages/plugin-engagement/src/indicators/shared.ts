import {
  type Case,
  defineIndicator,
  type Measure,
  type MeasureContext,
  type MeasuredIndicator,
  noChild,
  type Verdict,
} from '@cic/core';

export { within } from '../facts/activities.ts';

export const shareOf = (numerator: number, denominator: number, on?: number): Verdict =>
  denominator === 0 ? undefined : { numerator, denominator, ...(on === undefined ? {} : { on }) };

/** How many; nobody is in the population of a count who does not count. */
export const countOf = (count: number, on?: number): Verdict =>
  count === 0 ? undefined : shareOf(count, 1, on);

/** A case in one category of each breakdown named. */
export const aCase = (
  about: string,
  numerator: number,
  denominator = 1,
  categories: Readonly<Record<string, string | undefined>> = {},
): Case => ({ about, numerator, denominator, categories });

type About = Pick<MeasuredIndicator, 'id' | 'title' | 'definition' | 'source' | 'requirements' | 'needs'> &
  Partial<Omit<MeasuredIndicator, 'measure' | 'cases'>>;

const FLOW = { polarity: 'higher', kind: 'flow', certainty: 'proposed' } as const;

/** Something of each child. */
export const ofChildren = (
  about: About & { readonly population: string },
  measure: Measure,
): MeasuredIndicator => defineIndicator({ unit: 'percent', ...FLOW, ...about, measure });

/** Something of meetings, surveys, pledges and so on, which are no child. */
export const ofOthers = (
  about: About & { readonly population: string },
  cases: (context: MeasureContext) => Iterable<Case>,
): MeasuredIndicator => defineIndicator({ unit: 'percent', ...FLOW, ...about, measure: noChild, cases });
