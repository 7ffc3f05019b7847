import { defineIndicator, holdsAny } from '@cic/core';
import { missingEpisode } from '@cic/core/records';
import { missingIncident } from '../generated/records.ts';
import {
  type Antecedent,
  changeOfWorker,
  exposure,
  isBefore,
  missingBegunIn,
  move,
  returned,
} from './before.ts';

const SOURCE = 'Derby strategy 2012-15, section 6.3.3 (running away and instability of placements)';

/** A pair: how often something stood before missing episodes, and how often it stands before any day in care. */
function pair(
  after: string,
  words: string,
  { known, days }: Antecedent,
  requirements: readonly string[] = [],
) {
  const needs = (history: Parameters<typeof known>[0]) =>
    known(history) && holdsAny(missingIncident, missingEpisode)(history);
  const shared = { unit: 'percent', polarity: 'neutral', kind: 'flow', source: SOURCE, needs } as const;
  return [
    defineIndicator({
      ...shared,
      restsOn: [missingIncident, missingEpisode],
      reach: 0,
      id: `missing-after-${after}`,
      title: `Missing episodes soon after ${words}`,
      definition:
        `Of missing episodes from care that began in the period, the share with ${words} in the four weeks before (days ` +
        'as the council has set them). What comes before need not be the cause: read it beside the share of all days in care.',
      population: 'missing episodes from care that began in the period',
      certainty: 'proposed',
      requirements,
      measure: (child, { period, parameter }) => {
        const begun = missingBegunIn(child, period);
        if (begun.length === 0) return undefined;
        const happened = days(child);
        const within = parameter('before-missing-days');
        return {
          numerator: begun.filter((day) => isBefore(happened, day, within)).length,
          denominator: begun.length,
          on: begun.at(-1)!,
        };
      },
    }),
    defineIndicator({
      ...shared,
      among: 'looked after in the period',
      id: `days-after-${after}`,
      title: `Days in care soon after ${words}`,
      definition: `Of all days children spent in care in the period, the share with ${words} in the four weeks before.`,
      population: 'days in care in the period, over all children',
      certainty: 'proposed',
      requirements,
      measure: (child, { period, parameter }) => {
        if (!child.lookedAfterDuring(period.start, period.end)) return undefined;
        const { inCare, exposed } = exposure(child, days(child), period, parameter('before-missing-days'));
        return inCare === 0 ? undefined : { numerator: exposed, denominator: inCare };
      },
    }),
  ];
}

/** What stood before missing episodes, beside how common it is. */
export const beforeMissingIndicators = [
  ...pair('move', 'a move to another placement', move, ['SAF-06']),
  ...pair('change-of-worker', 'a change of social worker', changeOfWorker),
  ...pair('return', 'coming back from an earlier missing episode', returned),
];
