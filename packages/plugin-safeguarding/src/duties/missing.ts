import { defineDuty, dutyEvent, onceFrom } from '@cic/core';
import { missingEpisode } from '@cic/core/records';
import { missingIncident, returnHomeInterview, strategyDiscussion } from '../generated/records.ts';
import { missingStarts, repeatedlyMissing } from '../missing/episodes.ts';
import { declinedOn, returnsOf } from '../missing/interviews.ts';
import { MISSING_GUIDANCE } from '../sources.ts';
import { REACH_DAYS, workingDaysAfter } from './working.ts';

const interview = defineDuty({
  id: 'return-home-interview',
  title: 'Return home interview',
  definition:
    'When a child under 18 comes back from being missing, an independent interview is offered and held within 72 hours ' +
    '(by the third day after). It falls away when the child says no.',
  source: MISSING_GUIDANCE,
  startedBy: [missingIncident, missingEpisode],
  reach: REACH_DAYS,
  evidence: [returnHomeInterview],
  owner: 'missing worker',
  requirements: ['SAF-04', 'D-SAF-03'],
  *events(child, { parameter, dueFrom = Number.NEGATIVE_INFINITY }) {
    for (const one of returnsOf(child)) {
      const { on, interview: held } = one;
      const due = on + parameter('return-home-interview-days', on);
      if (due < dueFrom) continue;
      const met = held?.held === undefined ? undefined : Math.max(on, held.held);
      yield dutyEvent(on, due, met, declinedOn(one));
    }
  },
});

const discussion = defineDuty({
  id: 'missing-strategy-discussion',
  title: 'Strategy discussion about repeated missing',
  definition:
    'Within 5 working days of the day on which a third missing episode in 90 days began (numbers and days as the council ' +
    'has set them), a strategy discussion is held. Counting begins anew after it.',
  source: 'local practice; Working Together to Safeguard Children (2023)',
  startedBy: [missingIncident, missingEpisode],
  reach: REACH_DAYS,
  evidence: [strategyDiscussion],
  owner: 'team manager',
  requirements: ['SAF-05'],
  *events(child, context) {
    const { parameter, asAt } = context;
    const starts = missingStarts(child);
    if (starts.length === 0) return;
    const triggers = repeatedlyMissing(
      starts,
      parameter('repeat-missing-episodes', asAt),
      parameter('repeat-missing-days', asAt),
    );
    const held = child.records(strategyDiscussion).map(({ held: on }) => on);
    for (const on of new Set(triggers)) {
      const due = workingDaysAfter(on, 'missing-strategy-discussion-working-days', context);
      if (due !== undefined) yield onceFrom(on, due, held);
    }
  },
});

/** Clocks that a missing episode starts. */
export const missingDuties = [interview, discussion];
