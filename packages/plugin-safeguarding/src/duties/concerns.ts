import { addMonths, type Day, defineDuty, dutyEvent, OPEN, onceFrom } from '@cic/core';
import { disputeDue } from '../disputes/indicators.ts';
import { rankOf } from '../exploitation/levels.ts';
import {
  allegation,
  complaint,
  dispute,
  exploitationAssessment,
  section47Enquiry,
  seriousIncident,
} from '../generated/records.ts';
import { REACH_DAYS, workingDaysAfter } from './working.ts';

/** A day that cannot be before the start of its clock: impossible dates are a check's business. */
const notBefore = (start: Day, day: Day | undefined): Day | undefined =>
  day === undefined ? undefined : Math.max(start, day);

const exploitationReview = defineDuty({
  id: 'exploitation-review',
  title: 'Looking again at a risk of exploitation',
  definition:
    'A level above "no risk identified" is assessed again by the day set in it, else within three months (as the council ' +
    'has set it); it falls away when the work is closed.',
  source: 'local practice; Derby strategy 2012-15, section 6.3.4',
  startedBy: [exploitationAssessment],
  reach: REACH_DAYS,
  evidence: [exploitationAssessment],
  owner: 'social worker',
  requirements: ['D-SAF-04'],
  *events(child, { parameter }) {
    const all = child.records(exploitationAssessment);
    for (const [i, one] of all.entries()) {
      const { kind, assessed, level, reviewDue, closed } = one;
      if (rankOf(level) === 0) continue;
      const next = all.slice(i + 1).find((later) => later.kind === kind && later.assessed > assessed);
      const due =
        notBefore(assessed, reviewDue) ??
        addMonths(assessed, parameter('exploitation-review-months', assessed));
      yield dutyEvent(assessed, due, next?.assessed, notBefore(assessed, closed));
    }
  },
});

const disputeAnswer = defineDuty({
  id: 'dispute-resolution',
  title: 'Resolving a dispute',
  definition:
    'A formal dispute of a reviewing officer is resolved by the day set for its stage, else within 20 working days of the ' +
    'last step (as the council has set it).',
  source: 'IRO Handbook (2010), dispute resolution',
  startedBy: [dispute],
  reach: REACH_DAYS,
  evidence: [dispute],
  owner: 'independent reviewing officer',
  requirements: ['REV-07', 'REV-08'],
  *events(child, context) {
    for (const one of child.records(dispute)) {
      const due = one.formal === false ? undefined : disputeDue(one, context);
      if (due !== undefined)
        yield onceFrom(one.raised, due, one.resolved === undefined ? [] : [one.resolved]);
    }
  },
});

const STAGES: Partial<Record<string, { usual: string; extended: string }>> = {
  1: { usual: 'complaint-stage-1-working-days', extended: 'complaint-stage-1-extended-working-days' },
  2: { usual: 'complaint-stage-2-working-days', extended: 'complaint-stage-2-extended-working-days' },
  3: { usual: 'complaint-stage-3-working-days', extended: 'complaint-stage-3-working-days' },
};

const complaintAnswer = defineDuty({
  id: 'complaint-response',
  title: 'Answering a complaint',
  definition:
    'A complaint is answered within 10 working days at stage 1 (20 where more time was agreed) and 25 at stage 2 (65); ' +
    'the panel of stage 3 meets within 30.',
  source: 'Children Act 1989 Representations Procedure (England) Regulations 2006',
  startedBy: [complaint],
  reach: REACH_DAYS,
  evidence: [complaint],
  owner: 'complaints manager',
  *events(child, context) {
    for (const { stage, received, extended, responded, outcome } of child.records(complaint)) {
      const limits = STAGES[stage];
      if (!limits) continue;
      const due = workingDaysAfter(received, extended ? limits.extended : limits.usual, context);
      if (due === undefined) continue;
      const withdrawn = outcome === 'withdrawn' ? (notBefore(received, responded) ?? received) : OPEN;
      const met = outcome === 'withdrawn' ? undefined : notBefore(received, responded);
      yield dutyEvent(received, due, met, withdrawn);
    }
  },
});

const incidentNotified = defineDuty({
  id: 'serious-incident-notification',
  title: 'Telling the national panel of a serious incident',
  definition:
    'The Child Safeguarding Practice Review Panel is told within 5 working days of the day the council came to know of a ' +
    'serious incident.',
  source: 'Children Act 2004, s. 16C; Working Together to Safeguard Children (2023)',
  startedBy: [seriousIncident],
  reach: REACH_DAYS,
  evidence: [seriousIncident],
  owner: 'director of children’s services',
  *events(child, context) {
    for (const { occurred, known, notified } of child.records(seriousIncident)) {
      const start = known ?? occurred;
      const due = workingDaysAfter(start, 'serious-incident-working-days', context);
      if (due === undefined) continue;
      yield dutyEvent(start, due, notBefore(start, notified));
    }
  },
});

const conference = defineDuty({
  id: 'protection-conference',
  title: 'Initial child protection conference',
  definition:
    'Where an enquiry leads to a conference, it is held within 15 working days of the strategy discussion that began the ' +
    'enquiry.',
  source: 'Working Together to Safeguard Children (2023)',
  startedBy: [section47Enquiry],
  reach: REACH_DAYS,
  evidence: [section47Enquiry],
  owner: 'child protection chair',
  *events(child, context) {
    for (const { start, outcome, conference: held } of child.records(section47Enquiry)) {
      if (outcome !== 'conference' && held === undefined) continue;
      const due = workingDaysAfter(start, 'protection-conference-working-days', context);
      if (due === undefined) continue;
      yield dutyEvent(start, due, notBefore(start, held));
    }
  },
});

const designatedOfficer = defineDuty({
  id: 'designated-officer-told',
  title: 'Telling the designated officer of an allegation',
  definition: 'The designated officer is told of an allegation within one working day.',
  source: 'Working Together to Safeguard Children (2023)',
  startedBy: [allegation],
  reach: REACH_DAYS,
  evidence: [allegation],
  owner: 'team manager',
  *events(child, context) {
    for (const { raised, designatedOfficerTold: told } of child.records(allegation)) {
      const due = workingDaysAfter(raised, 'designated-officer-working-days', context);
      if (due === undefined) continue;
      yield dutyEvent(raised, due, notBefore(raised, told));
    }
  },
});

/** Clocks that a concern starts. */
export const concernDuties = [
  exploitationReview,
  disputeAnswer,
  complaintAnswer,
  incidentNotified,
  conference,
  designatedOfficer,
];
