import {
  addMonths,
  addWorkingDays,
  type Child,
  careLeaverOn,
  type Day,
  type Duty,
  defineDuty,
  dutyEvent,
  inOrder,
  OPEN,
  onceFrom,
  oncePerChild,
  oncePerStart,
  openOn,
  repeatingFrom,
} from '@cic/core';
import { careLeaverContact } from '@cic/core/records';
import { adviserDue, firstAllocated } from './facts/advisers.ts';
import {
  adultTransition,
  adviserAllocation,
  evictionNotice,
  immigrationStatus,
  keepingInTouch,
  leavingCareAssessment,
  pathwayPlan,
  pathwayReview,
  supportRequest,
} from './generated/records.ts';
import { ACT, REGULATIONS, RETURN, STRATEGY, SUFFICIENCY } from './sources.ts';
import { type LeavingCareStatus, statusChanges } from './status/status.ts';

const ADVISER = 'personal adviser';
const SOCIAL_WORKER = 'social worker';

/** Until when the council owes somebody a plan and contact: 21, or 25 while supported, or the end of the status. */
const owedUntil = oncePerChild((child): Day => {
  const b21 = child.birthday(21);
  const requests = child.records(supportRequest);
  if (requests.length === 0) return b21;
  const b25 = child.birthday(25);
  return requests
    .filter(({ requested, declined }) => declined === undefined && requested < b25)
    .reduce((until, { ended }) => Math.max(until, Math.min(ended ?? OPEN, b25)), b21);
});

/** Days on which the plan was reviewed or made anew. */
const lookedAt = oncePerChild((child) =>
  inOrder([
    ...child.records(pathwayReview).map((one) => one.held),
    ...child.records(pathwayPlan).map(({ start, status }) => (status === 'draft' ? undefined : start)),
  ]),
);

/** Days on which the young person was reached. */
const reached = oncePerChild((child) =>
  inOrder(child.records(keepingInTouch).map(({ on, outcome }) => (outcome === 'YES' ? on : undefined))),
);

/** The first stretch in which a status is one of some, to the day it is another; undefined without one. */
function stretchOf(child: Child, wanted: readonly LeavingCareStatus[]): { start: Day; end: Day } | undefined {
  const changes = statusChanges(child);
  const first = changes.findIndex(({ status }) => status !== undefined && wanted.includes(status));
  if (first < 0) return undefined;
  const start = changes[first]!.on;
  const last = changes.slice(first).find(({ status }) => status === undefined || !wanted.includes(status));
  return { start, end: last?.on ?? OPEN };
}

const OWED: readonly LeavingCareStatus[] = ['eligible', 'relevant', 'former-relevant'];

/** The ages at which a clock of eligible young people and care leavers can run out. */
const REACHED = [15, 26] as const;

const assessment = defineDuty({
  id: 'pathway-assessment',
  title: 'Needs assessment of an eligible young person',
  definition:
    'The needs of a young person are assessed within three months of becoming eligible (the 16th birthday as a rule).',
  source: `${REGULATIONS}, reg. 7; duties table`,
  owner: SOCIAL_WORKER,
  evidence: [leavingCareAssessment],
  ages: REACHED,
  requirements: ['LVC-05'],
  *events(child, { parameter }) {
    const stretch = stretchOf(child, ['eligible', 'relevant']);
    if (!stretch) return;
    const { start, end } = stretch;
    const done = inOrder(child.records(leavingCareAssessment).map(({ completed }) => completed));
    const met = done.find((day) => day <= Math.min(end, child.birthday(21)));
    yield dutyEvent(
      start,
      addMonths(start, parameter('pathway-assessment-months', start)),
      met === undefined ? undefined : Math.max(start, met),
      end,
    );
  },
});

const plan = defineDuty({
  id: 'pathway-plan',
  title: 'Pathway plan after the needs assessment',
  definition:
    'A pathway plan is made as soon as possible after the needs assessment, at the latest within 28 days (the council’s parameter).',
  source: `${REGULATIONS}, reg. 6; limit proposed`,
  owner: ADVISER,
  evidence: [pathwayPlan],
  startedBy: [leavingCareAssessment],
  requirements: ['LVC-05', 'D-LEA-16'],
  events: (child, { parameter }) =>
    oncePerStart(
      child.records(leavingCareAssessment).flatMap(({ completed, reason }) => {
        if (completed === undefined || reason === 'homeless') return [];
        const plans = child.records(pathwayPlan).filter(({ status }) => status !== 'draft');
        const open = plans.some((one) => openOn(one, completed));
        const due = completed + parameter('pathway-plan-days', completed);
        const stretch = stretchOf(child, OWED);
        const end = Math.max(completed, stretch?.end ?? completed);
        return [onceFrom(completed, due, open ? [completed] : plans.map(({ start }) => start), end)];
      }),
    ),
});

const review = defineDuty({
  id: 'pathway-plan-review',
  title: 'Review of the pathway plan',
  definition:
    'A pathway plan is reviewed every six months, from the first plan until 21, and until 25 for those who asked for support. A new plan counts as a review.',
  source: `${REGULATIONS}, reg. 7`,
  owner: ADVISER,
  evidence: [pathwayReview, pathwayPlan],
  startedBy: [pathwayPlan],
  requirements: ['D-LEA-16', 'LVC-05'],
  *events(child, { parameter, asAt }) {
    const plans = child.records(pathwayPlan).filter(({ status }) => status !== 'draft');
    const stretch = stretchOf(child, OWED);
    const [first] = plans;
    if (!first || !stretch) return;
    const start = Math.max(first.start, stretch.start);
    const end = Math.min(stretch.end, owedUntil(child));
    if (start >= end) return;
    const held = lookedAt(child).filter((day) => day > start);
    yield* repeatingFrom(
      start,
      end,
      held,
      (from) => addMonths(from, parameter('pathway-review-months', from)),
      asAt,
    );
  },
});

const adviser = defineDuty({
  id: 'personal-adviser',
  title: 'Personal adviser for an eligible young person',
  definition:
    'A young person has a worker for leaving care when the needs assessment is due: three months after becoming eligible, or after reaching the age the council allocates from.',
  source: `${REGULATIONS}, reg. 8; ${STRATEGY}`,
  owner: 'team manager',
  evidence: [adviserAllocation],
  ages: REACHED,
  requirements: ['LVC-02', 'D-LEA-17'],
  *events(child, { parameter }) {
    const stretch = stretchOf(child, OWED);
    if (!stretch) return;
    const start = adviserDue(child, parameter('adviser-from-months', stretch.start));
    if (start === undefined || start >= stretch.end) return;
    const allocated = firstAllocated(child);
    yield dutyEvent(
      start,
      addMonths(start, parameter('pathway-assessment-months', start)),
      allocated === undefined || allocated > stretch.end ? undefined : Math.max(start, allocated),
      stretch.end,
    );
  },
});

const inTouch = defineDuty({
  id: 'keep-in-touch',
  title: 'Keep in touch with care leavers',
  definition:
    'A relevant or former relevant young person is reached at least every eight weeks, until 21, and until 25 where they asked for support.',
  source: `${REGULATIONS}, reg. 8; duties table`,
  owner: ADVISER,
  evidence: [keepingInTouch],
  ages: REACHED,
  *events(child, { parameter, asAt }) {
    const stretch = stretchOf(child, ['relevant', 'former-relevant']);
    if (!stretch) return;
    const end = Math.min(stretch.end, owedUntil(child));
    if (stretch.start >= end) return;
    const met = reached(child).filter((day) => day > stretch.start);
    yield* repeatingFrom(
      stretch.start,
      end,
      met,
      (from) => from + parameter('keep-in-touch-days', from),
      asAt,
    );
  },
});

const birthdayContact = defineDuty({
  id: 'care-leaver-birthday-contact',
  title: 'Contact for the return around a birthday',
  definition:
    'What the statutory return asks of a care leaver is known between three months before and one month after the 17th to the 21st birthday.',
  source: RETURN,
  owner: ADVISER,
  evidence: [keepingInTouch, careLeaverContact],
  ages: [17, 22],
  *events(child, { parameter, dueFrom, asAt }) {
    if (statusChanges(child).length === 0) return;
    const youngest = dueFrom === undefined ? 17 : Math.max(17, child.ageOn(dueFrom) - 1);
    for (let age = youngest; age <= Math.min(21, child.ageOn(asAt) + 1); age++) {
      const on = child.birthday(age);
      const start = addMonths(on, -parameter('birthday-contact-months-before', on));
      const due = addMonths(on, parameter('birthday-contact-months-after', on));
      if (start > asAt || due < (dueFrom ?? due) || !careLeaverOn(child, on)) continue;
      const touch = child.records(keepingInTouch).find((one) => one.on >= start && one.on <= due)?.on;
      const returned = child.records(careLeaverContact).some(({ asAt: of }) => of === on) ? on : undefined;
      yield dutyEvent(start, due, touch ?? returned);
    }
  },
});

const support = defineDuty({
  id: 'support-21-25-assessment',
  title: 'Assessment of a request for support from 21 to 25',
  definition: 'A care leaver of 21 to 24 who asks for support is assessed within 20 working days.',
  source: `${ACT}; limit proposed`,
  owner: ADVISER,
  evidence: [supportRequest],
  startedBy: [supportRequest],
  requirements: ['D-LEA-19', 'LVC-02'],
  events: (child, { parameter, council }) =>
    oncePerStart(
      child.records(supportRequest).map(({ requested, assessed, declined, ended }) => {
        const limit = parameter('support-assessment-working-days', requested);
        const due = addWorkingDays(requested, limit, council.closedDays);
        const [met] = inOrder([assessed]).filter((day) => day >= requested);
        const [away] = inOrder([declined, ended]).filter((day) => day >= requested);
        return dutyEvent(requested, due, met, met === undefined ? away : undefined);
      }),
    ),
});

const districtTold = defineDuty({
  id: 'eviction-district-told',
  title: 'District council told of a notice to leave',
  definition:
    'The district council is told within five working days that a young person has notice to leave.',
  source: `${SUFFICIENCY}, target 6; limit proposed`,
  owner: ADVISER,
  evidence: [evictionNotice],
  startedBy: [evictionNotice],
  requirements: ['D-LEA-25'],
  events: (child, { parameter, council }) =>
    oncePerStart(
      child.records(evictionNotice).map(({ noticed, districtTold: told, ended }) => {
        const due = addWorkingDays(
          noticed,
          parameter('eviction-notice-working-days', noticed),
          council.closedDays,
        );
        return onceFrom(
          noticed,
          due,
          inOrder([told]),
          ended !== undefined && ended >= noticed ? ended : OPEN,
        );
      }),
    ),
});

const leaveToRemain = defineDuty({
  id: 'leave-to-remain-application',
  title: 'Next application before leave to remain ends',
  definition:
    'Where leave to stay in the United Kingdom has an end, the next application is made 28 days before it.',
  source: 'Home Office, leave to remain; limit proposed',
  owner: ADVISER,
  evidence: [immigrationStatus],
  startedBy: [immigrationStatus],
  requirements: ['LVC-16'],
  events: (child, { parameter }) =>
    oncePerStart(
      child.records(immigrationStatus).flatMap(({ from, until, nextApplication }) => {
        if (until === undefined || until < from) return [];
        const later = child.records(immigrationStatus).filter((one) => one.from > from);
        const due = Math.max(from, until - parameter('leave-to-remain-days', from));
        return [
          onceFrom(
            from,
            due,
            inOrder([nextApplication, ...later.map(({ applied, from: on }) => applied ?? on)]),
          ),
        ];
      }),
    ),
});

const transitionPlan = defineDuty({
  id: 'adult-transition-plan',
  title: 'Transition plan before 18',
  definition:
    'Where a young person will need adult social care, the transition plan is agreed by the 18th birthday, or three months after the need was seen where that is later.',
  source: 'Care Act 2014, s. 58; limit of three months proposed',
  owner: SOCIAL_WORKER,
  evidence: [adultTransition],
  startedBy: [adultTransition],
  requirements: ['LVC-07', 'LVC-19', 'D-LEA-30'],
  events: (child) =>
    oncePerStart(
      child.records(adultTransition).map(({ identified, planned, transferred, ended }) => {
        const b18 = child.birthday(18);
        const soon = addMonths(identified, 3);
        const [away] = inOrder([ended]).filter((day) => day >= identified);
        return onceFrom(
          identified,
          Number.isNaN(b18) ? soon : Math.max(b18, soon),
          inOrder([planned, transferred]),
          away ?? OPEN,
        );
      }),
    ),
});

/** The clocks of leaving care. */
export const duties: readonly Duty[] = [
  assessment,
  plan,
  review,
  adviser,
  inTouch,
  birthdayContact,
  support,
  districtTold,
  leaveToRemain,
  transitionPlan,
];
