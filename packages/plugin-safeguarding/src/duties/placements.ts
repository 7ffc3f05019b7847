import { addMonths, type Child, careEvents, type Day, defineDuty, onceFrom, repeatingFrom } from '@cic/core';
import { placement } from '@cic/core/records';
import { outOfAreaNotification, secureReview } from '../generated/records.ts';
import { secureStaysOf } from '../secure/stays.ts';
import { workingDaysAfter } from './working.ts';

const DAYS_A_YEAR = 365;

const notification = defineDuty({
  id: 'out-of-area-notification',
  title: 'Telling the area of a placement outside the authority',
  definition:
    'The authority in whose area a child is placed is told before the placement starts; in an emergency (so recorded on ' +
    'the notification, or on the placement as unplanned) within 5 working days of its start.',
  source: 'Care Planning, Placement and Case Review (England) Regulations 2010, reg. 13',
  inCareOnly: true,
  evidence: [outOfAreaNotification],
  owner: 'social worker',
  requirements: ['PLC-09', 'CFG-07'],
  *events(child, context) {
    const told = child.records(outOfAreaNotification);
    // Due on the day itself, or some working days after: a year is more than enough.
    const since = (context.dueFrom ?? Number.NEGATIVE_INFINITY) - DAYS_A_YEAR;
    for (const { on, placement: stay } of careEvents(child, 'placement-out-of-area', since)) {
      const one = told.find(({ placed }) => placed === on);
      const emergency =
        one?.emergency ??
        child
          .records(placement)
          .some(
            ({ start, planned, purpose }) => start === on && (planned === false || purpose === 'emergency'),
          );
      const due = emergency ? workingDaysAfter(on, 'out-of-area-notification-working-days', context) : on;
      if (due === undefined) continue;
      yield onceFrom(on, due, one ? [Math.max(on, one.notified)] : [], stay.end);
    }
  },
});

/** Stays for the child’s welfare, in order; those that overlap, or are entered twice, are one. */
function welfareStays(child: Child): { start: Day; end: Day }[] {
  const stays: { start: Day; end: Day }[] = [];
  for (const { kind, start, end } of secureStaysOf(child)) {
    if (kind !== 'welfare') continue;
    const before = stays.at(-1);
    if (before && start < before.end) before.end = Math.max(before.end, end);
    else stays.push({ start, end });
  }
  return stays;
}

const secure = defineDuty({
  id: 'secure-review',
  title: 'Review of a secure placement',
  definition:
    'A placement in secure accommodation for the child’s welfare is reviewed within one month of its start, and then every ' +
    'three months, by persons appointed for it.',
  source: 'Children (Secure Accommodation) Regulations 1991, reg. 15',
  evidence: [secureReview],
  owner: 'independent reviewing officer',
  requirements: ['D-PLN-08'],
  *events(child, { parameter, asAt }) {
    for (const { start, end } of welfareStays(child)) {
      yield* repeatingFrom(
        start,
        end,
        child.records(secureReview).map(({ held }) => held),
        (from, run) =>
          addMonths(
            from,
            parameter(run === 0 ? 'secure-first-review-months' : 'secure-later-review-months', from),
          ),
        asAt,
      );
    }
  },
});

/** Clocks that a placement out of the area, or a secure one, starts. */
export const placementDuties = [notification, secure];
