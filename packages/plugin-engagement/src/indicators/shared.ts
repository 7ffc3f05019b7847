import {
  type Case,
  defineIndicator,
  type Measure,
  type MeasureContext,
  type MeasuredIndicator,
  noChild,
} from '@cic/core';

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
