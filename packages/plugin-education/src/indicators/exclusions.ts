import { type Child, defineIndicator, holdsAny, type Inside, type Period } from '@cic/core';
import { codeSets } from '../generated/codeSets.ts';
import { type Exclusion, exclusion } from '../generated/records.ts';
import { inSchoolCohort, pupilDuring, schoolYearOf } from '../pupils/yearGroups.ts';
import { COHORT, IN_PERIOD } from './shared.ts';

const withExclusions = holdsAny(exclusion);

const stands = ({ outcome }: Inside<Exclusion>): boolean =>
  outcome === undefined || codeSets.EXCLUSION_OUTCOME.group(outcome) === 'stands';

/** Exclusions of a kind that began in a stretch of days, while in care, and were not undone. */
export const exclusionsIn = (
  child: Child,
  kind: 'SUSP' | 'PERM',
  { start, end }: Period,
): readonly Inside<Exclusion>[] =>
  child
    .records(exclusion)
    .filter(
      (one) =>
        one.kind === kind &&
        one.start >= start &&
        one.start <= end &&
        stands(one) &&
        child.isLookedAfter(one.start),
    );

const PUPILS = 'children of school age in the school year who were in care at any time in the period';

/** How many exclusions of a kind a pupil has in a period. */
const counted = (child: Child, kind: 'SUSP' | 'PERM', period: Period): number =>
  pupilDuring(child, period) ? exclusionsIn(child, kind, period).length : 0;

const childrenSuspended = defineIndicator({
  id: 'children-suspended',
  title: 'Children with at least one fixed-term exclusion',
  definition:
    'Number of children with one or more suspensions (fixed-term exclusions) that began in the period while in care and were not withdrawn.',
  population: PUPILS,
  unit: 'count',
  polarity: 'lower',
  kind: 'flow',
  source: 'children in care strategy 2019-21, action P4.1',
  certainty: 'published',
  requirements: ['D-EDU-05', 'EDU-18'],
  restsOn: [exclusion],
  measure: (child, { period }) => counted(child, 'SUSP', period) > 0 || undefined,
});

const suspendedShare = defineIndicator({
  id: 'suspended-share',
  title: 'Pupils with one or more fixed-term exclusions',
  definition: 'Share of the cohort with one or more suspensions (fixed-term exclusions) in the school year.',
  population: COHORT,
  unit: 'percent',
  polarity: 'lower',
  kind: 'flow',
  source: 'Derby 2012, 6.1.2c; outcomes of children looked after (from memory)',
  certainty: 'from memory',
  requirements: ['EDU-18'],
  needs: withExclusions,
  among: IN_PERIOD,
  measure: (child, { period }) =>
    inSchoolCohort(child, period) ? exclusionsIn(child, 'SUSP', schoolYearOf(period)).length > 0 : undefined,
});

const suspensions = defineIndicator({
  id: 'suspensions',
  title: 'Fixed-term exclusions',
  definition:
    'Number of suspensions (fixed-term exclusions) that began in the period while in care and were not withdrawn.',
  population: PUPILS,
  unit: 'count',
  polarity: 'lower',
  kind: 'flow',
  source: 'Derby 2012, 6.1.2c',
  certainty: 'proposed',
  requirements: ['EDU-18'],
  restsOn: [exclusion],
  measure: (child, { period }) => counted(child, 'SUSP', period) || undefined,
});

const daysSuspended = defineIndicator({
  id: 'days-lost-to-suspension',
  title: 'School days lost to suspension',
  definition:
    'Mean number of school days lost to suspensions that began in the period, over the children suspended.',
  population: 'children with a suspension that began in the period, its length on record',
  unit: 'days',
  polarity: 'lower',
  kind: 'flow',
  source: 'suspensions and permanent exclusions in England, methodology (from memory)',
  certainty: 'from memory',
  restsOn: [exclusion],
  measure: (child, { period }) => {
    if (!pupilDuring(child, period)) return undefined;
    const known = exclusionsIn(child, 'SUSP', period).filter(({ sessions }) => sessions !== undefined);
    return known.length === 0 ? undefined : known.reduce((sum, { sessions = 0 }) => sum + sessions, 0) / 2;
  },
});

const permanentExclusions = defineIndicator({
  id: 'permanent-exclusions',
  title: 'Permanent exclusions',
  definition:
    'Number of children permanently excluded in the period while in care, where the exclusion stands.',
  population: PUPILS,
  unit: 'count',
  polarity: 'lower',
  kind: 'flow',
  source: 'Leicestershire 2008, appendix 1',
  certainty: 'published',
  requirements: ['EDU-18'],
  restsOn: [exclusion],
  measure: (child, { period }) => counted(child, 'PERM', period) > 0 || undefined,
});

/** Suspensions and permanent exclusions. */
export const exclusionIndicators = [
  childrenSuspended,
  suspendedShare,
  suspensions,
  daysSuspended,
  permanentExclusions,
];
