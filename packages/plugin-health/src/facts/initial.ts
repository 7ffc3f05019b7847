import {
  addWorkingDays,
  type Child,
  type Council,
  type Day,
  type Inside,
  type Stretch,
  workingDaysBetween,
} from '@cic/core';
import { hasKnownStart } from '../duties/runs.ts';
import { type HealthAssessment, healthAssessment, healthNotification } from '../generated/records.ts';

type Assessment = Inside<HealthAssessment>;

const dayOfAssessment = ({ held, appointments, requested, due }: Assessment): Day | undefined =>
  held ?? requested ?? appointments?.[0]?.on ?? due;

/** The initial health assessment of a period of care: asked for, or held, during it. */
export const initialAssessmentIn = (child: Child, { start, end }: Stretch): Assessment | undefined =>
  child.records(healthAssessment).find((assessment) => {
    const on = dayOfAssessment(assessment);
    return assessment.kind === 'initial' && on !== undefined && on >= start && on <= end;
  });

/** The period of care that starts on a day. */
export const careFrom = (child: Child, start: Day): Stretch | undefined =>
  child.periodsOfCare.find((care) => care.start === start);

/** The day health was told that a child came into care. */
export const notifiedOn = (child: Child, { start, end }: Stretch): Day | undefined =>
  child
    .records(healthNotification)
    .find(
      ({ kind, notified }) =>
        kind === 'starts-care' && notified !== undefined && notified >= start && notified <= end,
    )?.notified;

/** The steps on the way to an initial health assessment, in their order. */
export const STEPS = ['notification', 'request', 'consent', 'offer', 'assessment', 'report'] as const;
export type Step = (typeof STEPS)[number];

/** The day on which a step was done; undefined where it was not, or nobody wrote it down. */
export function stepOn(child: Child, care: Stretch, step: Step): Day | undefined {
  if (step === 'notification') return notifiedOn(child, care);
  const assessment = initialAssessmentIn(child, care);
  switch (step) {
    case 'request':
      return assessment?.requested;
    case 'consent':
      return assessment?.consent?.given;
    case 'offer': {
      const first = assessment?.appointments?.[0];
      return first?.offered ?? first?.on;
    }
    case 'assessment':
      return assessment?.held;
    case 'report':
      return assessment?.reported;
  }
}

/** Working days within which papers and consent should be with the health service: half of the twenty. Proposed. */
const PAPERS_WORKING_DAYS = 10;

/**
 * Why an initial assessment came late: as recorded, else the first step that took too long. 'in-time' for one that did
 * not; undefined where there was none to have, or it is not yet late.
 */
export function lateReason(child: Child, care: Stretch, council: Council, asAt: Day): string | undefined {
  if (!hasKnownStart(care)) return undefined;
  const due = addWorkingDays(
    care.start,
    council.parameter('initial-health-assessment-working-days', care.start),
    council.closedDays,
  );
  const assessment = initialAssessmentIn(child, care);
  const held = assessment?.held;
  if (held !== undefined && held <= due) return 'in-time';
  if (due >= asAt || (held === undefined && care.end <= due)) return undefined;
  if (assessment?.lateReason) return assessment.lateReason;
  return slowStep(child, care, due, council);
}

function slowStep(child: Child, care: Stretch, due: Day, council: Council): string {
  const after = (on: Day): number => workingDaysBetween(care.start, on, council.closedDays);
  const assessment = initialAssessmentIn(child, care);
  const notified = notifiedOn(child, care);
  const limit = council.parameter('health-notification-working-days', care.start);
  if (notified !== undefined && after(notified) > limit) return 'notification';
  const { requested, consent, appointments = [] } = assessment ?? {};
  if (requested !== undefined && after(requested) > PAPERS_WORKING_DAYS) return 'request';
  if (consent?.given !== undefined && after(consent.given) > PAPERS_WORKING_DAYS) return 'consent';
  const [first] = appointments;
  if (first && first.on > due) return 'capacity';
  if (appointments.some(({ outcome }) => outcome !== undefined && outcome !== 'attended'))
    return 'appointment';
  return 'other';
}
