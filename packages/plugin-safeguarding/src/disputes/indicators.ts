import { type Child, type Day, type DutyContext, defineIndicator, dutyContext, type Inside } from '@cic/core';
import { workingDaysAfter } from '../duties/working.ts';
import { codeSets } from '../generated/codeSets.ts';
import { type Dispute, dispute } from '../generated/records.ts';
import { countIn, meanDays } from '../measures.ts';

const SOURCE = 'IRO Handbook (2010), dispute resolution; Derby strategy 2012-15, section 6.3.2';

/**
 * When a dispute is to be answered: the day set for its stage, else the council's usual time from the last step; undefined
 * where that was before anybody asks.
 */
export function disputeDue(
  { raised, due, escalations = [] }: Inside<Dispute>,
  context: DutyContext,
): Day | undefined {
  const last = escalations.at(-1);
  const set = due ?? last?.due;
  return set === undefined
    ? workingDaysAfter(Math.max(raised, last?.on ?? raised), 'dispute-working-days', context)
    : Math.max(raised, set);
}

/** Disputes raised by a day and not resolved by it. */
export const openDisputes = (child: Child, on: Day): Inside<Dispute>[] =>
  child
    .records(dispute)
    .filter(({ raised, resolved }) => raised <= on && (resolved === undefined || resolved > on));

const open = defineIndicator({
  id: 'disputes-open',
  title: 'Open disputes',
  definition: 'Disputes raised by reviewing officers and not resolved on the last day of the period.',
  population: 'children the council is responsible for',
  unit: 'count',
  polarity: 'neutral',
  kind: 'stock',
  source: SOURCE,
  certainty: 'proposed',
  requirements: ['REV-07'],
  restsOn: [dispute],
  reach: 0,
  measure: (child, { period: { end } }) => {
    const { length } = openDisputes(child, end);
    return length === 0 ? undefined : length;
  },
});

const overdue = defineIndicator({
  id: 'disputes-overdue',
  title: 'Overdue disputes',
  definition:
    'Disputes open on the last day of the period whose day to be answered has passed: the day set for the stage, else ' +
    '20 working days (as the council has set them) from the last step.',
  population: 'children the council is responsible for',
  unit: 'count',
  polarity: 'lower',
  kind: 'stock',
  source: SOURCE,
  certainty: 'proposed',
  requirements: ['REV-08'],
  restsOn: [dispute],
  reach: 0,
  measure: (child, { period: { end }, council }) => {
    const context = dutyContext(council, end);
    const { length } = openDisputes(child, end).filter((one) => (disputeDue(one, context) ?? end) < end);
    return length === 0 ? undefined : length;
  },
});

const raised = countIn(
  {
    id: 'disputes-raised',
    title: 'Disputes raised',
    definition: 'Disputes raised by reviewing officers in the period, informal ones too.',
    source: SOURCE,
    requirements: ['REV-08'],
  },
  dispute,
  ({ raised: on }) => on,
);

const themes = codeSets.DISPUTE_THEME.codes.map(({ code, label }) =>
  countIn(
    {
      id: `disputes-about-${code}`,
      title: `Disputes raised about: ${label.toLowerCase()}`,
      definition: `Disputes with the theme '${label}' raised in the period.`,
      source: SOURCE,
      requirements: ['REV-08'],
    },
    dispute,
    ({ raised: on }) => on,
    ({ theme }) => theme === code,
  ),
);

const days = meanDays(
  {
    id: 'dispute-days',
    title: 'Average time to resolve a dispute',
    definition: 'Mean days from raising to resolving, over disputes resolved in the period.',
    population: 'disputes resolved in the period',
    source: SOURCE,
    restsOn: [dispute],
    reach: 0,
  },
  (child) => child.records(dispute).map(({ raised: start, resolved }) => ({ start, end: resolved })),
);

/** Disputes of reviewing officers: how many, about what, how long, and which are overdue. */
export const disputeIndicators = [raised, open, overdue, days, ...themes];
