import { addMonths, type CareHistory, type Child, type Day, type Inside } from '@cic/core';
import {
  type HealthAssessment,
  type HealthCheck,
  healthAssessment,
  healthCheck,
  type Immunisation,
  type ImmunisationStatus,
  immunisation,
  immunisationStatus,
} from '../generated/records.ts';
import { outstandingImmunisations } from '../immunisations/schedule.ts';
import { earliest, type Fact, yearlyFact } from './fact.ts';

type Assessment = Inside<HealthAssessment>;
type Check = Inside<HealthCheck>;

/** A health assessment of the statutory rhythm: every kind but the one for adoption. */
export const isStatutory = ({ kind }: Pick<Assessment, 'kind'>): boolean => kind !== 'adoption';

const lastTouched = ({ held, due, requested, appointments }: Assessment): Day | undefined =>
  held ?? appointments?.at(-1)?.on ?? due ?? requested;

const assessmentsSince = (history: CareHistory): Day =>
  earliest<Assessment>(history, healthAssessment, lastTouched);

/** How many statutory assessments were held from one day to another; undefined where the child has none on record by then. */
function assessmentsHeld(child: Child, from: Day, on: Day): number | undefined {
  let known = false;
  let held = 0;
  for (const assessment of child.records(healthAssessment)) {
    const at = lastTouched(assessment);
    if (!isStatutory(assessment) || at === undefined || at > on) continue;
    known = true;
    if (assessment.held !== undefined && assessment.held >= from && assessment.held <= on) held++;
  }
  return known ? held : undefined;
}

/** A health assessment in the twelve months to a day: the health part of PAF C19. */
export const healthAssessed = yearlyFact({
  own: (child, from, on) => {
    const held = assessmentsHeld(child, from, on);
    return held === undefined ? undefined : held > 0;
  },
  ownSince: assessmentsSince,
  returned: ({ healthAssessment: done }) => done,
});

/** Up to date by the statutory rhythm: both six-monthly assessments of the year for a child under five on the day. */
export const healthAssessmentsUpToDate = yearlyFact({
  own: (child, from, on) => {
    const held = assessmentsHeld(child, from, on);
    return held === undefined ? undefined : held >= (child.ageOn(on) < 5 ? 2 : 1);
  },
  ownSince: assessmentsSince,
  returned: ({ healthAssessment: done }) => done,
});

const isDone = ({ status }: Check): boolean => status === 'completed';

/** A completed check of a kind in the twelve months to a day. */
const checked = (kind: string, returned?: Parameters<typeof yearlyFact>[0]['returned']) =>
  yearlyFact({
    own: (child, from, on) => {
      let known = false;
      for (const check of child.records(healthCheck)) {
        if (check.kind !== kind) continue;
        const at = check.held ?? check.due;
        if (at === undefined || at > on) continue;
        known = true;
        if (isDone(check) && check.held !== undefined && check.held >= from) return true;
      }
      return known ? false : undefined;
    },
    ownSince: (history) =>
      earliest<Check>(history, healthCheck, (check) =>
        check.kind === kind ? (check.held ?? check.due) : undefined,
      ),
    ...(returned ? { returned } : {}),
  });

export const dentalChecked = checked('dental', ({ dentalCheck }) => dentalCheck);
export const opticalChecked = checked('optical');

/** A hearing check at any time by a day: screening is done once, not every year. */
export const hearingChecked = yearlyFact({
  own: (child, _, on) => {
    const checks = child
      .records(healthCheck)
      .filter(({ kind, held, due }) => kind === 'hearing' && ((held ?? due) as Day) <= on);
    return checks.length === 0
      ? undefined
      : checks.some((check) => isDone(check) && check.held !== undefined && check.held <= on);
  },
  ownSince: (history) =>
    earliest<Check>(history, healthCheck, (check) =>
      check.kind === 'hearing' ? (check.held ?? check.due) : undefined,
    ),
});

/** Reviews of the healthy child programme with the age in months by which each should be over. */
const STAGES = [
  { stage: '6-8-weeks', months: 3 },
  { stage: '9-12-months', months: 15 },
  { stage: '2-2.5-years', months: 33 },
] as const;

/** Development checks up to date: the last one that the age asks for, or any in the twelve months to a day. */
export const developmentUpToDate = yearlyFact({
  own: (child, from, on) => {
    const checks = child
      .records(healthCheck)
      .filter(({ kind, held, due }) => kind === 'development' && ((held ?? due) as Day) <= on);
    if (checks.length === 0) return undefined;
    const expected = STAGES.findLast(({ months }) => addMonths(child.born, months) <= on)?.stage;
    return checks.some(
      (check) =>
        isDone(check) &&
        check.held !== undefined &&
        check.held <= on &&
        (check.held >= from || check.stage === expected),
    );
  },
  ownSince: (history) =>
    earliest<Check>(history, healthCheck, (check) =>
      check.kind === 'development' ? (check.held ?? check.due) : undefined,
    ),
  returned: ({ developmentAssessments }) => developmentAssessments,
});

/** Days after the age of the schedule before a dose counts as outstanding: a proposal, no source found. */
export const IMMUNISATION_GRACE_DAYS = 28;

/**
 * Immunisations up to date on a day: the last clinician's judgement of the twelve months before, else the doses given
 * against the national schedule, else the statutory return.
 */
export const immunised = yearlyFact({
  own: (child, from, on) => {
    const judged = child.records(immunisationStatus).findLast(({ asAt }) => asAt >= from && asAt <= on);
    if (judged) return judged.upToDate;
    const doses = child.records(immunisation);
    if (!doses.some(({ given }) => given !== undefined && given <= on)) return undefined;
    return outstandingImmunisations(child, doses, on, IMMUNISATION_GRACE_DAYS).length === 0;
  },
  ownSince: (history) => {
    const days = [
      earliest<Inside<ImmunisationStatus>>(history, immunisationStatus, ({ asAt }) => asAt),
      earliest<Inside<Immunisation>>(history, immunisation, ({ given }) => given),
    ].filter((on) => !Number.isNaN(on));
    return days.length === 0 ? Number.NaN : Math.min(...days);
  },
  returned: ({ immunisations }) => immunisations,
});

/** The facts a statutory return and the health records both can hold, by name. */
export const comparableFacts: Readonly<
  Record<string, { readonly title: string; readonly fact: (child: Child, on: Day) => Fact | undefined }>
> = {
  'health-assessment': { title: 'Health assessments', fact: healthAssessmentsUpToDate },
  'dental-check': { title: 'Dental check', fact: dentalChecked },
  immunisations: { title: 'Immunisations', fact: immunised },
  development: { title: 'Development assessments', fact: developmentUpToDate },
};
