import {
  defineIndicator,
  hasRecords,
  holdsAny,
  type Measure,
  type MeasuredIndicator,
  startedIn,
  timelinessOf,
  within,
} from '@cic/core';
import { initialHealthAssessment, reviewHealthAssessment } from '../duties/assessments.ts';
import { isAged } from '../duties/runs.ts';
import { assessmentsHeld } from '../facts/assessments.ts';
import { hasOutcomes } from '../facts/fact.ts';
import { careFrom, lateReason, STEPS, type Step, stepOn } from '../facts/initial.ts';
import { healthAssessed, healthAssessmentsUpToDate, isStatutory } from '../facts/yearly.ts';
import { healthAssessment, healthNotification } from '../generated/records.ts';
import { GUIDANCE } from '../parameters.ts';
import { DERBY, DERBYSHIRE, LEICESTERSHIRE } from '../sources.ts';
import { COHORT, ofCohort, shareOfRecords } from './shared.ts';

const initialInTime = {
  ...timelinessOf(initialHealthAssessment),
  title: 'Initial health assessments within 20 working days',
  population:
    'children whose 20th working day in care falls into the period, those left out who had left care by then',
  requirements: ['D-HEA-01', 'HLT-01'],
} satisfies MeasuredIndicator;

const reviewInTime = {
  ...timelinessOf(reviewHealthAssessment),
  title: 'Review health assessments in time',
  requirements: ['HLT-02'],
} satisfies MeasuredIndicator;

const STEP_WORDS: Readonly<Record<Step, { readonly title: string; readonly what: string }>> = {
  notification: { title: 'notification to health', what: 'health was told' },
  request: { title: 'request for the initial health assessment', what: 'the assessment was asked for' },
  consent: { title: 'consent to the initial health assessment', what: 'consent was given' },
  offer: { title: 'first appointment offered', what: 'the first appointment was offered' },
  assessment: { title: 'initial health assessment', what: 'the child was seen' },
  report: { title: 'report of the initial health assessment', what: 'the report was there' },
};

/** How long each step on the way to the initial assessment takes, counted from the start of care. */
const stepIndicators = STEPS.map((step) =>
  defineIndicator({
    id: `days-to-${step === 'assessment' ? 'initial-health-assessment' : `health-${step}`}`,
    title: `Days from entry to ${STEP_WORDS[step].title}`,
    definition: `Mean days from the first start of care in the period until ${STEP_WORDS[step].what}.`,
    population: 'children who started to be looked after in the period and for whom that day is recorded',
    unit: 'days',
    polarity: 'lower',
    kind: 'flow',
    source: DERBYSHIRE,
    certainty: 'proposed',
    requirements: step === 'notification' ? ['D-HEA-02', 'D-HEA-03'] : ['D-HEA-02'],
    needs: holdsAny(step === 'notification' ? healthNotification : healthAssessment),
    among: 'looked after in the period',
    measure: (child, { period }) => {
      const first = startedIn(child, period);
      const care = first && careFrom(child, first.start);
      const on = care && stepOn(child, care, step);
      return on === undefined ? undefined : { numerator: on - care!.start, denominator: 1, on: care!.start };
    },
  }),
);

const lateInitial = defineIndicator({
  id: 'late-initial-health-assessments',
  title: 'Initial health assessments that came late',
  definition:
    'Children who started to be looked after in the period and were not assessed within 20 working days. By the ' +
    'breakdown late-assessment-reason they divide into the step that held it up: as recorded, else the first step that took too long.',
  population: 'children who started to be looked after in the period',
  unit: 'count',
  polarity: 'lower',
  kind: 'flow',
  source: DERBYSHIRE,
  certainty: 'proposed',
  requirements: ['D-HEA-02'],
  needs: holdsAny(healthAssessment),
  among: 'looked after in the period',
  measure: (child, { period, council }) => {
    const first = startedIn(child, period);
    const care = first && careFrom(child, first.start);
    const reason = care && lateReason(child, care, council, period.end);
    return reason === undefined || reason === 'in-time'
      ? undefined
      : { numerator: 1, denominator: 1, on: care!.start };
  },
});

const inTwelveMonths = defineIndicator({
  id: 'health-assessment-12-months',
  title: 'Children with a health assessment in twelve months',
  definition:
    'Of children looked after for twelve months, the share with at least one health assessment in them. From the health ' +
    'records, else the statutory return of the same day.',
  population: COHORT,
  unit: 'percent',
  polarity: 'higher',
  kind: 'stock',
  codes: [{ scheme: 'OC2', code: 'health check' }],
  source: `OC2 return; ${LEICESTERSHIRE}`,
  certainty: 'published',
  requirements: ['HLT-06'],
  needs: (history) => hasRecords(history, healthAssessment) || hasOutcomes(history),
  among: 'looked after in the period',
  measure: ofCohort(healthAssessed),
});

const upToDate = defineIndicator({
  id: 'health-assessments-up-to-date',
  title: 'Children whose health assessments are up to date',
  definition:
    'Of children looked after for twelve months, the share who had their assessments of the year: both six-monthly ones ' +
    'for a child under five on the last day, one for an older child.',
  population: COHORT,
  unit: 'percent',
  polarity: 'higher',
  kind: 'stock',
  codes: [{ scheme: 'SSDA903', code: 'OC2 HEALTH_ASSESSMENT' }],
  source: 'SSDA903 statistics, outcomes (OC2); two for children under five from memory; cohorts section 5',
  certainty: 'from memory',
  requirements: ['HLT-06'],
  needs: (history) => hasRecords(history, healthAssessment) || hasOutcomes(history),
  among: 'looked after in the period',
  measure: ofCohort(healthAssessmentsUpToDate),
});

const commissioned = defineIndicator({
  id: 'health-assessments-commissioned',
  title: 'Children for whom a health assessment was commissioned',
  definition:
    'Of children looked after for twelve months, in or out of the area, the share with an assessment asked for, ' +
    'commissioned or held in them. The breakdown location shows those placed out of the area.',
  population: COHORT,
  unit: 'percent',
  polarity: 'higher',
  kind: 'stock',
  source: DERBY,
  certainty: 'proposed',
  requirements: ['HLT-04'],
  needs: holdsAny(healthAssessment),
  among: 'looked after in the period',
  measure: ofCohort((child, on) => ({
    so: child
      .records(healthAssessment)
      .some((assessment) =>
        [assessment.commissioned, assessment.requested, assessment.held].some(
          (day) => isStatutory(assessment) && day !== undefined && day > on - 366 && day <= on,
        ),
      ),
    source: 'health-records',
  })),
});

type Assessment = ReturnType<typeof assessmentsHeld>[number];

/** A share of the assessments held in the period. */
const ofAssessmentsHeld =
  (counts: (assessment: Assessment) => boolean, holds: (assessment: Assessment) => boolean): Measure =>
  (child, { period }) =>
    shareOfRecords(assessmentsHeld(child, period), counts, holds);

const consentRecorded = defineIndicator({
  id: 'health-assessments-with-consent',
  title: 'Health assessments with consent and agreement to share',
  definition:
    'Of health assessments held in the period, the share with consent given and agreement that agencies share what is found.',
  population: 'health assessments held in the period, of children looked after in it',
  unit: 'percent',
  polarity: 'higher',
  kind: 'flow',
  source: DERBY,
  certainty: 'proposed',
  requirements: ['HLT-05'],
  partly: ['CFG-10'],
  needs: holdsAny(healthAssessment),
  among: 'looked after in the period',
  measure: ofAssessmentsHeld(
    () => true,
    ({ consent, informationSharing }) => consent?.given !== undefined && informationSharing === true,
  ),
});

const socialWorkerAttended = defineIndicator({
  id: 'social-worker-at-initial-health-assessment',
  title: 'Initial health assessments the social worker attended',
  definition: 'Of initial health assessments held in the period, the share the social worker attended.',
  population: 'initial health assessments held in the period, of children looked after in it',
  unit: 'percent',
  polarity: 'higher',
  kind: 'flow',
  source: DERBY,
  certainty: 'proposed',
  requirements: ['HLT-05'],
  needs: holdsAny(healthAssessment),
  among: 'looked after in the period',
  measure: ofAssessmentsHeld(
    ({ kind }) => kind === 'initial',
    ({ socialWorkerAttended }) => socialWorkerAttended === true,
  ),
});

const TEENAGER = 16;

const teenagersAttended = defineIndicator({
  id: 'health-appointments-attended-16-plus',
  title: 'Health assessment appointments attended by young people of 16 and over',
  definition:
    'Of appointments for a health assessment in the period for young people of 16 or over on that day, with the outcome ' +
    'recorded and not cancelled by the service, the share attended; the rest were refused or missed.',
  population: 'appointments in the period for young people of 16 and over looked after in it',
  unit: 'percent',
  polarity: 'higher',
  kind: 'flow',
  source: LEICESTERSHIRE,
  certainty: 'proposed',
  requirements: ['HLT-22'],
  needs: holdsAny(healthAssessment),
  among: 'looked after in the period',
  measure: (child, { period }) =>
    !isAged(child, [TEENAGER, 200], period.start, period.end) ||
    !child.lookedAfterDuring(period.start, period.end)
      ? undefined
      : shareOfRecords(
          child.records(healthAssessment).flatMap(({ appointments = [] }) => appointments),
          ({ on, outcome }) =>
            within(on, period) &&
            child.ageOn(on) >= TEENAGER &&
            outcome !== undefined &&
            outcome !== 'cancelled-by-service',
          ({ outcome }) => outcome === 'attended',
        ),
});

const qualityMet = defineIndicator({
  id: 'health-assessments-to-standard',
  title: 'Health assessments that meet the standards',
  definition:
    'Of health assessments judged in the period, the share that meet every standard looked at; where no single standard is ' +
    'recorded, those graded good or outstanding. For any period: the boards look at it by quarter.',
  population: 'health assessments whose quality was judged in the period, of children looked after in it',
  unit: 'percent',
  polarity: 'higher',
  kind: 'flow',
  source: `${DERBY}; ${LEICESTERSHIRE}`,
  certainty: 'proposed',
  requirements: ['HLT-23'],
  needs: holdsAny(healthAssessment),
  among: 'looked after in the period',
  measure: (child, { period }) =>
    child.lookedAfterDuring(period.start, period.end)
      ? shareOfRecords(
          child.records(healthAssessment),
          ({ quality }) => within(quality?.judged, period),
          ({ quality }) =>
            quality?.standards?.length
              ? quality.standards.every(({ met }) => met)
              : quality?.grade === 'good' || quality?.grade === 'outstanding',
        )
      : undefined,
});

const initialByDoctor = defineIndicator({
  id: 'initial-health-assessments-by-doctor',
  title: 'Initial health assessments by a doctor',
  definition: 'Of initial health assessments held in the period, the share carried out by a doctor.',
  population:
    'initial health assessments held in the period with the profession recorded, of children looked after in it',
  unit: 'percent',
  polarity: 'higher',
  kind: 'flow',
  source: `${GUIDANCE}; ${LEICESTERSHIRE}`,
  certainty: 'published',
  requirements: ['HLT-01'],
  needs: holdsAny(healthAssessment),
  among: 'looked after in the period',
  measure: ofAssessmentsHeld(
    ({ kind, by }) => kind === 'initial' && by !== undefined,
    ({ by }) => DOCTORS.has(by!),
  ),
});

const DOCTORS: ReadonlySet<string> = new Set([
  'community-paediatrician',
  'paediatrician',
  'gp',
  'medical-adviser',
]);

/** Assessments from the first request to the report. */
export const assessmentIndicators = [
  initialInTime,
  reviewInTime,
  ...stepIndicators,
  lateInitial,
  inTwelveMonths,
  upToDate,
  commissioned,
  consentRecorded,
  socialWorkerAttended,
  teenagersAttended,
  qualityMet,
  initialByDoctor,
];
