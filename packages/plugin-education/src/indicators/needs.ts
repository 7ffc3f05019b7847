import { type Child, defineIndicator, holdsAny } from '@cic/core';
import { codeSets } from '../generated/codeSets.ts';
import { pupilProfile, specialEducationalNeeds } from '../generated/records.ts';
import { hasPlan, hasSupport, senOn } from '../pupils/sen.ts';
import { inCohort, inSchoolCohort, pupilAtEnd, yearGroupIn, yearGroupOn } from '../pupils/yearGroups.ts';
import { AT_END, COHORT, IN_CARE_AT_END, IN_PERIOD } from './shared.ts';

const withNeeds = holdsAny(specialEducationalNeeds);
const APPENDIX = 'Leicestershire 2008, section 6 and appendix 1';

const withPlanOfCohort = defineIndicator({
  id: 'sen-statement-or-plan',
  title: 'Pupils with a statement or EHC plan',
  definition:
    'Share of the cohort with a statement of special educational needs or an EHC plan on the last day of the period.',
  population: COHORT,
  unit: 'percent',
  polarity: 'neutral',
  kind: 'stock',
  codes: [{ scheme: 'OC2', code: 'covered by SEN' }],
  source: APPENDIX,
  certainty: 'published',
  requirements: ['EDU-19'],
  needs: withNeeds,
  among: IN_PERIOD,
  measure: (child, { period }) =>
    inSchoolCohort(child, period) ? hasPlan(senOn(child, period.end)) : undefined,
});

const statement = defineIndicator({
  id: 'sen-statement-or-plan-of-pupils',
  title: 'Pupils in care with a statement or EHC plan',
  definition: `Share of ${IN_CARE_AT_END} of school age with a statement of special educational needs or an EHC plan.`,
  population: `${IN_CARE_AT_END}, of school age, however long in care`,
  unit: 'percent',
  polarity: 'neutral',
  kind: 'stock',
  source: 'Derby 2012, 4.1.5',
  certainty: 'published',
  requirements: ['EDU-19', 'CORE-13', 'IND-34'],
  needs: withNeeds,
  among: AT_END,
  measure: (child, { period }) => (pupilAtEnd(child, period) ? hasPlan(senOn(child, period.end)) : undefined),
});

const support = defineIndicator({
  id: 'sen-support',
  title: 'Pupils in care with SEN support',
  definition: `Share of ${IN_CARE_AT_END} of school age with SEN support, or School Action or School Action Plus before it.`,
  population: `${IN_CARE_AT_END}, of school age`,
  unit: 'percent',
  polarity: 'neutral',
  kind: 'stock',
  source: 'Derby 2012, 4.1.5',
  certainty: 'published',
  requirements: ['EDU-19', 'CORE-13'],
  needs: withNeeds,
  among: AT_END,
  measure: (child, { period }) =>
    pupilAtEnd(child, period) ? hasSupport(senOn(child, period.end)) : undefined,
});

const inYear11 = (child: Child, end: number): boolean =>
  yearGroupOn(child, end) === 11 && child.isLookedAfter(end);

const year11 = {
  population: `${IN_CARE_AT_END} in Year 11`,
  kind: 'stock',
  polarity: 'neutral',
  source: 'Leicestershire 2008, section 6',
  certainty: 'published',
  requirements: ['EDU-14'],
} as const;

const year11Pupils = defineIndicator({
  ...year11,
  id: 'year-11-pupils',
  title: 'Pupils in Year 11',
  definition: `Number of ${IN_CARE_AT_END} in Year 11, however long in care.`,
  unit: 'count',
  among: AT_END,
  measure: (child, { period }) => inYear11(child, period.end) || undefined,
});

const year11Cohort = defineIndicator({
  ...year11,
  id: 'year-11-cohort',
  title: 'Year 11 pupils of the twelve-month cohort',
  definition: 'Number of children of the twelve-month cohort in Year 11 of the school year.',
  population: COHORT,
  unit: 'count',
  source: 'Leicestershire 2008, appendix 1',
  among: IN_PERIOD,
  measure: (child, { period }) => (yearGroupIn(child, period) === 11 && inCohort(child, period)) || undefined,
});

const year11Unaccompanied = defineIndicator({
  ...year11,
  id: 'year-11-unaccompanied',
  title: 'Year 11: unaccompanied asylum-seeking children',
  definition: `Share of ${IN_CARE_AT_END} in Year 11 who are unaccompanied asylum-seeking children.`,
  unit: 'percent',
  among: AT_END,
  measure: (child, { period }) =>
    inYear11(child, period.end) ? child.unaccompaniedOn(period.end) : undefined,
});

const year11Needs = defineIndicator({
  ...year11,
  id: 'year-11-sen',
  title: 'Year 11: some level of special educational need',
  definition: `Share of ${IN_CARE_AT_END} in Year 11 with SEN support, an EHC plan, or what came before them.`,
  unit: 'percent',
  needs: withNeeds,
  among: AT_END,
  measure: (child, { period }) => {
    if (!inYear11(child, period.end)) return undefined;
    const now = senOn(child, period.end);
    return hasPlan(now) || hasSupport(now);
  },
});

const year11Language = defineIndicator({
  ...year11,
  id: 'year-11-first-language-not-english',
  title: 'Year 11: first language other than English',
  definition: `Of ${IN_CARE_AT_END} in Year 11 whose first language is known, the share for whom it is not English.`,
  population: `${IN_CARE_AT_END} in Year 11 whose first language is known`,
  unit: 'percent',
  needs: holdsAny(pupilProfile),
  among: AT_END,
  measure: (child, { period }) => {
    if (!inYear11(child, period.end)) return undefined;
    const language = child
      .records(pupilProfile)
      .findLast(({ recorded, firstLanguage }) => recorded <= period.end && firstLanguage)?.firstLanguage;
    const group = language && codeSets.FIRST_LANGUAGE.group(language);
    return group === 'other' ? true : group === 'english' ? false : undefined;
  },
});

/** Special educational needs, and who is in Year 11. */
export const needsIndicators = [
  withPlanOfCohort,
  statement,
  support,
  year11Pupils,
  year11Cohort,
  year11Unaccompanied,
  year11Needs,
  year11Language,
];
