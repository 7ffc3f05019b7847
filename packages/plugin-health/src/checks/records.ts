import { type Check, defineCheck } from '@cic/core';
import { review } from '@cic/core/records';
import { IMMUNISATION_GRACE_DAYS } from '../facts/yearly.ts';
import {
  growthMeasurement,
  healthAssessment,
  healthCheck,
  healthHistorySummary,
  healthNotification,
  healthPlan,
  healthReferral,
  healthRegistration,
  immunisation,
  immunisationStatus,
  patientHeldRecord,
  substanceMisuse,
  transitionHealthCheck,
} from '../generated/records.ts';
import { outstandingImmunisations } from '../immunisations/schedule.ts';
import { bmiBandOf } from '../indicators/living.ts';
import { written } from './shared.ts';

const attendance = defineCheck({
  id: 'health-assessment-attendance',
  title: 'Assessment and its appointments disagree',
  record: healthAssessment.id,
  fix: 'Enter the day the child was seen, or correct the outcome of the appointment.',
  *find(child, { asAt }) {
    for (const { kind, held, appointments = [] } of child.records(healthAssessment)) {
      const attended = appointments.find(({ outcome }) => outcome === 'attended');
      if (attended && held === undefined && attended.on <= asAt)
        yield `The ${kind} assessment was attended on ${written(attended.on)}, but there is no day on which it was held`;
      if (
        held !== undefined &&
        appointments.length > 0 &&
        appointments.every(({ outcome }) => REFUSED.has(outcome))
      )
        yield `The ${kind} assessment is held on ${written(held)}, but every appointment was missed, refused or cancelled`;
    }
  },
});

const REFUSED = new Set<string | undefined>([
  'not-brought',
  'refused',
  'cancelled-by-service',
  'cancelled-by-carer',
]);

const initialOnce = defineCheck({
  id: 'initial-health-assessment-once',
  title: 'More than one initial assessment in a period of care',
  record: healthAssessment.id,
  fix: 'Only the first assessment of a period of care is initial; those after it are reviews.',
  *find(child) {
    for (const { start, end } of child.periodsOfCare) {
      const days = child
        .records(healthAssessment)
        .flatMap(({ kind, held }) =>
          kind === 'initial' && held !== undefined && held >= start && held < end ? [held] : [],
        );
      if (days.length > 1)
        yield `The period of care from ${written(start)} has ${days.length} initial assessments: ${days.map(written).join(', ')}`;
    }
  },
});

const noConsent = defineCheck({
  id: 'health-assessment-consent',
  title: 'Assessment held although consent was refused',
  record: healthAssessment.id,
  fix: 'Correct the consent, or the day on which the assessment was held.',
  requirements: ['HLT-05'],
  *find(child) {
    for (const { kind, held, consent } of child.records(healthAssessment)) {
      if (held !== undefined && consent?.refused !== undefined && consent.given === undefined)
        yield `The ${kind} assessment is held on ${written(held)}, but consent was refused on ${written(consent.refused)}`;
    }
  },
});

const immunisationsJudged = defineCheck({
  id: 'immunisation-status-differs',
  title: 'Immunisations judged up to date although doses are outstanding',
  record: immunisationStatus.id,
  fix: 'Enter the doses that were given, or correct the judgement; a clinician may have good reason for it.',
  requirements: ['HLT-08'],
  *find(child) {
    const doses = child.records(immunisation);
    if (doses.length === 0) return;
    for (const { asAt, upToDate } of child.records(immunisationStatus)) {
      const missing = outstandingImmunisations(child, doses, asAt, IMMUNISATION_GRACE_DAYS);
      if (upToDate && missing.length > 0) {
        const list = missing.map(({ group, dose }) => `${group} dose ${dose}`).join(', ');
        yield `Immunisations are judged up to date on ${written(asAt)}, but by the schedule these are missing: ${list}`;
      }
    }
  },
});

const helpTwice = defineCheck({
  id: 'substance-misuse-refused-and-received',
  title: 'Help for substance misuse both refused and received',
  record: substanceMisuse.id,
  fix: 'Keep the one that holds; a later offer that was taken up is a record of its own.',
  *find(child) {
    for (const { identified, screened, interventionRefused, interventionStarted } of child.records(
      substanceMisuse,
    )) {
      const on = written(identified ?? screened);
      if (interventionRefused !== undefined && interventionStarted !== undefined)
        yield `Substance misuse of ${on}: help is refused on ${written(interventionRefused)} and received from ${written(interventionStarted)}`;
      if (interventionStarted !== undefined && identified === undefined)
        yield `Substance misuse of ${on}: help is received from ${written(interventionStarted)}, but no problem is recorded`;
    }
  },
});

const declinedButSeen = defineCheck({
  id: 'health-referral-declined-and-seen',
  title: 'Referral declined, and the child seen',
  record: healthReferral.id,
  fix: 'Correct the answer, or the day of the first contact.',
  *find(child) {
    for (const { service, referred, accepted, seen } of child.records(healthReferral)) {
      if (accepted === false && seen !== undefined)
        yield `The referral to ${service} of ${written(referred)} is declined, but the child was seen on ${written(seen)}`;
    }
  },
});

const twoDoctors = defineCheck({
  id: 'health-registration-overlap',
  title: 'Two permanent registrations at once',
  record: healthRegistration.id,
  fix: 'End the earlier registration, or enter it as temporary.',
  requirements: ['HLT-15'],
  *find(child) {
    for (const kind of ['gp', 'dentist'] as const) {
      const permanent = child
        .records(healthRegistration)
        .filter((one) => one.kind === kind && one.status === 'permanent');
      for (const [i, later] of permanent.entries()) {
        const earlier = permanent[i - 1];
        if (earlier && (earlier.end === undefined || earlier.end > later.start))
          yield `The registration with a ${kind} of ${written(earlier.start)} goes on beside that of ${written(later.start)}`;
      }
    }
  },
});

/** Body mass indexes beyond which a measurement is a slip of the pen. */
const BMI_RANGE = [8, 70] as const;

const growth = defineCheck({
  id: 'growth-measurement-implausible',
  title: 'Height, weight or band that cannot be right',
  record: growthMeasurement.id,
  fix: 'Measure again, or correct height (cm), weight (kg), centile or band.',
  requirements: ['D-HEA-10'],
  *find(child) {
    for (const one of child.records(growthMeasurement)) {
      const { measured, heightCm, weightKg, bmiBand } = one;
      if (heightCm !== undefined && weightKg !== undefined) {
        const bmi = weightKg / (heightCm / 100) ** 2;
        if (bmi < BMI_RANGE[0] || bmi > BMI_RANGE[1])
          yield `The measurement of ${written(measured)} makes a body mass index of ${bmi.toFixed(1)}`;
      }
      const band = bmiBandOf(one);
      if (bmiBand !== undefined && band !== bmiBand)
        yield `The measurement of ${written(measured)} has the band ${bmiBand}, its centile ${one.bmiCentile} lies in ${band}`;
    }
  },
});

const tooOld = defineCheck({
  id: 'development-check-too-old',
  title: 'Development check of a child of five or over',
  record: healthCheck.id,
  fix: 'Check the kind and the day; development checks belong to the first five years.',
  requirements: ['HLT-10'],
  *find(child) {
    for (const { kind, held } of child.records(healthCheck)) {
      if (kind === 'development' && held !== undefined && child.ageOn(held) > 5)
        yield `The development check of ${written(held)} was at ${child.ageOn(held)} years`;
    }
  },
});

const checkStatus = defineCheck({
  id: 'health-check-status',
  title: 'Status and day of a health check disagree',
  record: healthCheck.id,
  fix: 'Enter the day of a completed check; leave it out where there was none.',
  *find(child) {
    for (const { kind, status, held, due } of child.records(healthCheck)) {
      if (status === 'completed' && held === undefined)
        yield `The ${kind} check due on ${written(due)} is completed, but has no day on which it was held`;
    }
  },
});

const notificationOfNothing = defineCheck({
  id: 'health-notification-without-event',
  title: 'Notification of a start of care that is not there',
  record: healthNotification.id,
  fix: 'Correct the day of the start, or add the episode.',
  requirements: ['D-HEA-03'],
  *find(child) {
    for (const { kind, event } of child.records(healthNotification)) {
      if (kind === 'starts-care' && !child.periodsOfCare.some(({ start }) => start === event))
        yield `Health was told of a start of care on ${written(event)}, but no period of care starts that day`;
    }
  },
});

const summaryDeclined = defineCheck({
  id: 'health-history-summary-declined',
  title: 'Health history summary declined, and given',
  record: healthHistorySummary.id,
  fix: 'Correct consent or the day it was given.',
  requirements: ['D-HEA-07'],
  *find(child) {
    for (const { declined, given, consented } of child.records(healthHistorySummary)) {
      if (declined !== undefined && given !== undefined && consented === undefined)
        yield `The health history summary was declined on ${written(declined)} and given on ${written(given)}`;
    }
  },
});

const checkOutsideYear = defineCheck({
  id: 'transition-health-check-age',
  title: 'Transition health check outside the year between 18 and 19',
  record: transitionHealthCheck.id,
  fix: 'Check the day and the date of birth; only a check between the 18th and the 19th birthday counts.',
  requirements: ['D-HEA-08'],
  *find(child) {
    for (const { held } of child.records(transitionHealthCheck)) {
      if (held !== undefined && (held < child.birthday(18) || held >= child.birthday(19)))
        yield `The transition health check of ${written(held)} was at ${child.ageOn(held)} years`;
    }
  },
});

const planBehindReview = defineCheck({
  id: 'health-plan-behind-review',
  title: 'Health plan not updated since the last review',
  record: healthPlan.id,
  fix: 'Bring the health plan up to date with what the review decided, or note that nothing changed.',
  requirements: ['HLT-14'],
  partly: ['REV-11'],
  *find(child, { asAt }) {
    const last = child.records(review).findLast(({ held }) => held !== undefined && held <= asAt)?.held;
    if (last === undefined || !child.isLookedAfter(asAt)) return;
    const plan = child
      .records(healthPlan)
      .findLast(({ start, end }) => start <= asAt && (end ?? asAt + 1) > asAt);
    const touched = plan && Math.max(plan.start, plan.updated ?? plan.start);
    if (touched !== undefined && touched < last - PLAN_LAG)
      yield `The last review was held on ${written(last)}, the health plan last touched on ${written(touched)}`;
  },
});

/** A plan that was updated for a review may be some days older than it. */
const PLAN_LAG = 28;

const heldRecord = defineCheck({
  id: 'patient-held-record-twice',
  title: 'Two patient held records at once',
  record: patientHeldRecord.id,
  fix: 'End the one that was lost or replaced.',
  requirements: ['HLT-28'],
  *find(child) {
    const records = child.records(patientHeldRecord);
    for (const [i, later] of records.entries()) {
      const earlier = records[i - 1];
      if (earlier && (earlier.ended === undefined || earlier.ended > later.issued))
        yield `The record issued on ${written(earlier.issued)} goes on beside that of ${written(later.issued)}`;
    }
  },
});

/** Records that contradict themselves or one another. */
export const recordChecks: readonly Check[] = [
  attendance,
  initialOnce,
  noConsent,
  immunisationsJudged,
  helpTwice,
  declinedButSeen,
  twoDoctors,
  growth,
  tooOld,
  checkStatus,
  notificationOfNothing,
  summaryDeclined,
  checkOutsideYear,
  planBehindReview,
  heldRecord,
];
