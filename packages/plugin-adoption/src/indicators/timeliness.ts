import { addMonths, defineIndicator, holdsAny, within } from '@cic/core';
import { careProceedings } from '../generated/records.ts';
import type { Adoption } from '../journey/steps.ts';
import { DERBY } from '../sources.ts';
import { ADOPTED_IN_PERIOD, defineCount, needsDecisions, perAdoption } from './shared.ts';

const within12Months = defineIndicator({
  id: 'placed-within-12-months',
  title: 'Placed for adoption within 12 months of the decision',
  definition:
    'Of looked after children adopted in the period, the share who were placed for adoption within 12 months of the ' +
    'decision that they should be placed for adoption, and who were in that placement when they were adopted.',
  population: `${ADOPTED_IN_PERIOD} with a decision on record`,
  unit: 'percent',
  polarity: 'higher',
  kind: 'flow',
  source: `NI 61; ${DERBY}, section 7.2.1`,
  certainty: 'published',
  codes: [{ scheme: 'NI', code: '61' }],
  needs: needsDecisions,
  requirements: ['ADP-04'],
  measure: perAdoption((adoption, _, { parameter }) => {
    if (adoption.decided === undefined) return undefined;
    return inTime(adoption, parameter('adoption-placement-months'));
  }),
});

const inTime = ({ placement, decided: from }: Adoption, months: number): boolean =>
  placement !== undefined && from !== undefined && placement.start <= addMonths(from, months);

const over12Months = defineCount({
  id: 'placed-after-12-months',
  title: 'Adopted children whose placement took more than 12 months',
  definition:
    'Children adopted in the period who were not placed for adoption within 12 months of the decision, or not in the placement in which they were adopted; the reason on record divides them.',
  population: `${ADOPTED_IN_PERIOD} with a decision on record`,
  polarity: 'lower',
  kind: 'flow',
  source: `${DERBY}, section 7.3.1`,
  certainty: 'proposed',
  needs: needsDecisions,
  requirements: ['ADP-23'],
  measure: perAdoption((adoption, _, { parameter }) =>
    adoption.decided === undefined || inTime(adoption, parameter('adoption-placement-months'))
      ? undefined
      : 1,
  ),
});

const courtWeeks = defineIndicator({
  id: 'care-proceedings-weeks',
  title: 'Duration of care proceedings',
  definition:
    'Mean number of weeks from the day an application was issued to the day of the final order, over proceedings concluded in the period.',
  population: 'care proceedings concluded in the period',
  unit: 'weeks',
  polarity: 'lower',
  kind: 'flow',
  source: `${DERBY}, section 7.2.2d; Children Act 1989, s. 32 (26 weeks)`,
  certainty: 'published',
  needs: holdsAny(careProceedings),
  requirements: ['ADP-05'],
  measure: (child, { period }) => {
    let days = 0;
    let count = 0;
    let last = 0;
    for (const { issued, concluded } of child.records(careProceedings)) {
      if (!within(concluded, period) || concluded < issued) continue;
      days += concluded - issued;
      count++;
      last = concluded;
    }
    return count === 0 ? undefined : { numerator: days / 7, denominator: count, on: last };
  },
});

/** Whether it was done in time, and how long the court took. */
export const timelinessIndicators = [within12Months, over12Months, courtWeeks];
