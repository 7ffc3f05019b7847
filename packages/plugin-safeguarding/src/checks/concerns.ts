import { careEvents, defineCheck, formatIsoDate, OPEN } from '@cic/core';
import { deprivationOfLiberty } from '@cic/core/records';
import { codeSets } from '../generated/codeSets.ts';
import {
  allegation,
  childProtectionPlan,
  dispute,
  exploitationAssessment,
  outOfAreaNotification,
  securePlacement,
  secureReview,
} from '../generated/records.ts';
import { secureStaysOf } from '../secure/stays.ts';
import { registerSince } from './register.ts';

const exploitationOpenTwice = defineCheck({
  id: 'exploitation-open-twice',
  title: 'Two open assessments of one kind of exploitation',
  record: exploitationAssessment.id,
  fix: 'Close the earlier assessment on the day of the later one; the latest is the level that holds.',
  requirements: ['D-SAF-04'],
  *find(child) {
    const open = new Map<string, number>();
    for (const { kind, assessed, closed } of child.records(exploitationAssessment)) {
      const before = open.get(kind);
      if (before !== undefined && before > assessed) {
        yield `${codeSets.EXPLOITATION_KIND.label(kind)}: the assessment of ${formatIsoDate(assessed)} begins while an earlier one is open`;
      }
      open.set(kind, Math.max(before ?? 0, closed ?? OPEN));
    }
  },
});

const disputeSteps = defineCheck({
  id: 'dispute-steps',
  title: 'Dispute whose steps do not fit',
  record: dispute.id,
  fix: 'Put the steps in order, each above the one before, and close the dispute with an outcome.',
  requirements: ['REV-07'],
  *find(child) {
    for (const { raised, stage, escalations = [], resolved, outcome } of child.records(dispute)) {
      const of = `the dispute raised ${formatIsoDate(raised)}`;
      let on = raised;
      let rank = -1;
      for (const step of escalations) {
        if (step.on < on)
          yield `${of} was taken to '${codeSets.DISPUTE_STAGE.label(step.stage)}' on ${formatIsoDate(step.on)}, before the step on ${formatIsoDate(on)}`;
        const now = Number(codeSets.DISPUTE_STAGE.get(step.stage)?.rank);
        if (now <= rank)
          yield `${of} was taken to '${codeSets.DISPUTE_STAGE.label(step.stage)}' from a stage that is not below it`;
        [on, rank] = [Math.max(on, step.on), now];
      }
      const last = escalations.at(-1);
      if (last && last.stage !== stage) {
        yield `${of} is at '${codeSets.DISPUTE_STAGE.label(stage)}', and its last step was to '${codeSets.DISPUTE_STAGE.label(last.stage)}'`;
      }
      if (resolved !== undefined && resolved < on) {
        yield `${of} was resolved on ${formatIsoDate(resolved)}, before its last step on ${formatIsoDate(on)}`;
      }
      if (resolved !== undefined && outcome === undefined)
        yield `${of} was resolved on ${formatIsoDate(resolved)} without an outcome`;
      if (resolved === undefined && outcome !== undefined)
        yield `${of} has an outcome and no day on which it was resolved`;
    }
  },
});

const secureAndPlacement = defineCheck({
  id: 'secure-register-and-placement',
  title: 'Secure placement and placement record disagree',
  record: securePlacement.id,
  fix: 'Correct the dates, or the placement type (K1 secure children’s home, R5 custody) of the care episodes.',
  requirements: ['SAF-20'],
  *find(child, { history }) {
    const own = child.records(securePlacement);
    const since = registerSince(history, securePlacement);
    for (const { start, end, kind } of own) {
      const episode = child.episodeOn(start);
      if (!episode || !/^(K1|R5)$/.test(episode.placementType)) {
        yield `${codeSets.SECURE_KIND.label(kind)} from ${formatIsoDate(start)}${end === undefined ? '' : ` to ${formatIsoDate(end)}`}, and the placement on that day is ${episode ? `of type ${episode.placementType}` : 'not known'}`;
      }
    }
    for (const { source, start } of secureStaysOf(child)) {
      if (source === 'return' && start >= since)
        yield `the child is placed in K1 or R5 from ${formatIsoDate(start)}, and the register of secure placements has nothing on it`;
    }
  },
});

const APPROVAL_AGE = 13;

const under13 = defineCheck({
  id: 'secure-under-13',
  title: 'Secure accommodation under 13 without approval',
  record: securePlacement.id,
  fix: 'Record the approval of the Secretary of State, or correct the dates.',
  requirements: ['D-PLN-08'],
  *find(child) {
    for (const { kind, start, secretaryOfStateApproval } of child.records(securePlacement)) {
      const age = child.ageOn(start);
      if (kind === 'welfare' && age < APPROVAL_AGE && (secretaryOfStateApproval ?? OPEN) > start) {
        yield `the child was ${age} on ${formatIsoDate(start)}, and no approval of the Secretary of State by then is recorded`;
      }
    }
  },
});

const ordersLapse = defineCheck({
  id: 'secure-without-order',
  title: 'Secure accommodation beyond the court’s orders',
  record: securePlacement.id,
  fix: 'Record the order that allows the stay, or the day on which it ended.',
  requirements: ['D-PLN-08'],
  *find(child, { asAt }) {
    for (const { kind, start, end = OPEN, orders = [] } of child.records(securePlacement)) {
      if (kind !== 'welfare' || orders.length === 0) continue;
      let allowed = start;
      for (const order of [...orders].sort((a, b) => a.start - b.start)) {
        if (order.start <= allowed + 1) allowed = Math.max(allowed, order.end);
      }
      if (allowed < Math.min(end, asAt + 1) - 1) {
        yield `the stay from ${formatIsoDate(start)} goes on after ${formatIsoDate(allowed)}, the last day an order allows without a gap`;
      }
    }
  },
});

const reviewWithoutStay = defineCheck({
  id: 'secure-review-without-placement',
  title: 'Secure review outside a secure placement',
  record: secureReview.id,
  fix: 'Correct the day of the review, or record the placement.',
  *find(child) {
    const stays = secureStaysOf(child);
    for (const { held } of child.records(secureReview)) {
      if (!stays.some(({ start, end }) => start <= held && held <= end)) {
        yield `a review was held on ${formatIsoDate(held)}, and the child was in no secure placement`;
      }
    }
  },
});

const libertyOutsideCare = defineCheck({
  id: 'deprivation-of-liberty-in-secure-home',
  title: 'Deprivation of liberty order during secure accommodation',
  record: deprivationOfLiberty.id,
  fix: 'In a secure children’s home the order under section 25 is the authority: correct the dates of one of the two.',
  *find(child) {
    const welfare = secureStaysOf(child).filter(({ kind }) => kind === 'welfare');
    for (const { start, end = OPEN } of child.records(deprivationOfLiberty)) {
      const during = welfare.find((stay) => stay.start < end && start < stay.end);
      if (during)
        yield `the order from ${formatIsoDate(start)} runs while the child is in secure accommodation from ${formatIsoDate(during.start)}`;
    }
  },
});

const notificationWithoutPlacement = defineCheck({
  id: 'notification-without-placement',
  title: 'Area told of a placement that is not on record',
  record: outOfAreaNotification.id,
  fix: 'Give the day the placement outside the authority starts, or correct the location of the placement.',
  requirements: ['PLC-09'],
  *find(child) {
    const placed = new Set([...careEvents(child, 'placement-out-of-area')].map(({ on }) => on));
    for (const one of child.records(outOfAreaNotification)) {
      if (!placed.has(one.placed))
        yield `no placement outside the authority starts on ${formatIsoDate(one.placed)}`;
    }
  },
});

const planTwice = defineCheck({
  id: 'protection-plan-overlap',
  title: 'Two child protection plans at once',
  record: childProtectionPlan.id,
  fix: 'End the earlier plan on the day the later one starts, or remove the one recorded twice.',
  requirements: ['D-SAF-08'],
  *find(child) {
    const plans = child.records(childProtectionPlan);
    for (const [i, { start }] of plans.entries()) {
      const before = plans[i - 1];
      if (before && (before.end ?? OPEN) > start) {
        yield `the plan from ${formatIsoDate(start)} begins while the one from ${formatIsoDate(before.start)} is open`;
      }
    }
  },
});

const allegationOutcome = defineCheck({
  id: 'allegation-outcome',
  title: 'Allegation concluded without an outcome, or the other way round',
  record: allegation.id,
  fix: 'Record the outcome together with the day it was concluded.',
  *find(child) {
    for (const { raised, concluded, outcome } of child.records(allegation)) {
      if ((concluded === undefined) !== (outcome === undefined)) {
        yield `the allegation raised ${formatIsoDate(raised)} has ${concluded === undefined ? 'an outcome and no day of conclusion' : 'a day of conclusion and no outcome'}`;
      }
    }
  },
});

/** Exploitation, disputes, secure places, notifications, child protection, allegations. */
export const concernChecks = [
  exploitationOpenTwice,
  disputeSteps,
  secureAndPlacement,
  under13,
  ordersLapse,
  reviewWithoutStay,
  libertyOutsideCare,
  notificationWithoutPlacement,
  planTwice,
  allegationOutcome,
];
