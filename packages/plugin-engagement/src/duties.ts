import {
  addMonths,
  addWorkingDays,
  type Day,
  type Duty,
  defineDuty,
  dutyEvent,
  OPEN,
  oncePerStart,
} from '@cic/core';
import { advocacyReferral, independentVisitor, interpretation } from './generated/records.ts';
import { DERBY, STRATEGY } from './sources.ts';

const after = (start: Day, day: Day | undefined): Day | undefined =>
  day === undefined || day < start ? undefined : day;

const advocate = defineDuty({
  id: 'advocate-first-contact',
  title: 'First contact of an advocate',
  definition:
    'An advocate is in touch with a child within five working days of the referral, unless the child says no.',
  source: `${STRATEGY}, priority 1 (limit proposed)`,
  owner: 'advocacy service',
  evidence: [advocacyReferral],
  startedBy: [advocacyReferral],
  requirements: ['D-ENG-11'],
  events: (child, { parameter, council }) =>
    oncePerStart(
      child
        .records(advocacyReferral)
        .map(({ referred, firstContact, provided, declined = OPEN, ended = OPEN }) =>
          dutyEvent(
            referred,
            addWorkingDays(
              referred,
              parameter('advocacy-contact-working-days', referred),
              council.closedDays,
            ),
            after(referred, firstContact ?? provided),
            Math.max(referred, Math.min(declined, ended)),
          ),
        ),
    ),
});

const visitor = defineDuty({
  id: 'independent-visitor-matched',
  title: 'Match with an independent visitor',
  definition:
    'A child who may gain from an independent visitor is matched within three months, unless the child says no.',
  source: `Children Act 1989, s. 23ZB; ${DERBY}.4c (limit proposed)`,
  owner: 'independent visitor service',
  evidence: [independentVisitor],
  startedBy: [independentVisitor],
  requirements: ['ENG-13'],
  events: (child, { parameter }) =>
    oncePerStart(
      child
        .records(independentVisitor)
        .filter(({ wanted }) => wanted !== false)
        .map(({ considered, matched, ended = OPEN }) =>
          dutyEvent(
            considered,
            addMonths(considered, parameter('independent-visitor-months', considered)),
            after(considered, matched),
            Math.max(considered, ended),
          ),
        ),
    ),
});

const interpreter = defineDuty({
  id: 'interpretation-in-time',
  title: 'Interpretation',
  definition: 'A child who needs an interpreter or translated words has them within five working days.',
  source: `${DERBY}.4c (limit proposed)`,
  owner: 'social worker',
  evidence: [interpretation],
  startedBy: [interpretation],
  requirements: ['ENG-14'],
  events: (child, { parameter, council }) =>
    oncePerStart(
      child
        .records(interpretation)
        .map(({ needed, provided }) =>
          dutyEvent(
            needed,
            addWorkingDays(needed, parameter('interpretation-working-days', needed), council.closedDays),
            after(needed, provided),
          ),
        ),
    ),
});

/** The clocks of engagement that a child starts; what is due of the service is in its calendar. */
export const duties: readonly Duty[] = [advocate, visitor, interpreter];
