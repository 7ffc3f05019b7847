import {
  type Child,
  type Day,
  defineIndicator,
  type Measure,
  type MeasureContext,
  type MeasuredIndicator,
} from '@cic/core';
import { CARE_LEAVER_AGES, CARE_LEAVERS, careLeaverAt } from '../facts/people.ts';

type About = Pick<MeasuredIndicator, 'id' | 'title' | 'definition' | 'source'> &
  Partial<Omit<MeasuredIndicator, 'measure'>>;

/** A number of young people or events. */
export const counting = (about: About, measure: Measure): MeasuredIndicator =>
  defineIndicator({
    unit: 'count',
    polarity: 'neutral',
    kind: 'flow',
    certainty: 'proposed',
    population: 'everybody the council knows',
    ...about,
    measure,
  });

/** Of the care leavers on the last day, those for whom something is so; undefined leaves somebody out. */
export const ofCareLeavers = (
  about: About,
  so: (child: Child, on: Day, context: MeasureContext) => boolean | undefined,
  ages?: readonly [number, number],
): MeasuredIndicator =>
  defineIndicator({
    unit: 'percent',
    polarity: 'higher',
    kind: 'stock',
    certainty: 'proposed',
    population: ages ? `${CARE_LEAVERS}, aged ${ages[0]} to ${ages[1]}` : CARE_LEAVERS,
    ages: ages ?? CARE_LEAVER_AGES,
    ...about,
    measure: (child, context) =>
      careLeaverAt(child, context.period.end, context, ages)
        ? so(child, context.period.end, context)
        : undefined,
  });
