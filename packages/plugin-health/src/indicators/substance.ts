import {
  type Child,
  countOf,
  type Day,
  defineIndicator,
  hasRecords,
  holdsAny,
  type Inside,
  within,
} from '@cic/core';
import { earliest, type Fact, hasOutcomes, inCohort, outcomesOn, yearlyFact } from '../facts/fact.ts';
import { remember, yearTo } from '../facts/remember.ts';
import { type SubstanceMisuse, substanceMisuse } from '../generated/records.ts';
import { DERBY } from '../sources.ts';
import { COHORT, ofCohort } from './shared.ts';

type Misuse = Inside<SubstanceMisuse>;

const PUBLISHED = 'SSDA903 statistics, outcomes (OC2); cohorts section 5';

const touched = ({ screened, identified }: Misuse): Day | undefined => screened ?? identified;

/** A problem on record that was there in the twelve months: identified by the day, and not ended before them. */
const openProblems = (child: Child, from: Day, on: Day): Misuse[] =>
  child
    .records(substanceMisuse)
    .filter(
      ({ identified, ended }) =>
        identified !== undefined && identified <= on && (ended === undefined || ended >= from),
    );

const identified = yearlyFact({
  own: (child, from, on) => {
    const records = child.records(substanceMisuse);
    if (!records.some((record) => (touched(record) as Day) <= on)) return undefined;
    return openProblems(child, from, on).length > 0;
  },
  ownSince: (history) => earliest<Misuse>(history, substanceMisuse, touched),
  returned: ({ substanceMisuse: found }) => found,
});

/** What became of a problem in the year: help received, offered and refused, or neither. */
const help = remember((child, on): { received: boolean; refused: boolean } | undefined => {
  if (!inCohort(child, on) || !identified(child, on)?.so) return undefined;
  const problems = openProblems(child, yearTo(on), on);
  if (problems.length > 0) {
    const received = problems.some(({ interventionStarted: day }) => day !== undefined && day <= on);
    return {
      received,
      refused: !received && problems.some(({ interventionRefused: day }) => day !== undefined && day <= on),
    };
  }
  const returned = outcomesOn(child, on);
  const received = returned?.interventionReceived === true;
  return { received, refused: !received && returned?.interventionOffered === true };
});

const hasMisuse = (history: Parameters<typeof hasOutcomes>[0]): boolean =>
  hasRecords(history, substanceMisuse) || hasOutcomes(history);

const found = defineIndicator({
  id: 'substance-misuse-identified',
  title: 'Children with a substance misuse problem',
  definition:
    'Of children looked after for twelve months, the share identified as having a substance misuse problem in them.',
  population: COHORT,
  unit: 'percent',
  polarity: 'lower',
  kind: 'stock',
  codes: [{ scheme: 'SSDA903', code: 'OC2 SUBSTANCE_MISUSE' }],
  source: PUBLISHED,
  certainty: 'published',
  requirements: ['HLT-20'],
  needs: hasMisuse,
  among: 'looked after in the period',
  measure: ofCohort(identified),
});

const received = defineIndicator({
  id: 'substance-misuse-intervention-received',
  title: 'Children with a substance misuse problem who received help',
  definition:
    'Of children with a substance misuse problem in the year, the share who received an intervention for it.',
  population: `${COHORT}, with a substance misuse problem in them`,
  unit: 'percent',
  polarity: 'higher',
  kind: 'stock',
  codes: [{ scheme: 'SSDA903', code: 'OC2 INTERVENTION_RECEIVED' }],
  source: PUBLISHED,
  certainty: 'published',
  requirements: ['HLT-20'],
  needs: hasMisuse,
  among: 'looked after in the period',
  measure: (child, { period }) => help(child, period.end)?.received,
});

const refused = defineIndicator({
  id: 'substance-misuse-intervention-refused',
  title: 'Children with a substance misuse problem who refused help',
  definition:
    'Of children with a substance misuse problem in the year, the share who were offered an intervention and refused it.',
  population: `${COHORT}, with a substance misuse problem in them`,
  unit: 'percent',
  polarity: 'lower',
  kind: 'stock',
  codes: [{ scheme: 'SSDA903', code: 'OC2 INTERVENTION_OFFERED' }],
  source: PUBLISHED,
  certainty: 'published',
  requirements: ['HLT-20'],
  needs: hasMisuse,
  among: 'looked after in the period',
  measure: (child, { period }) => help(child, period.end)?.refused,
});

const SCREENED_FROM = 11;

const screened = defineIndicator({
  id: 'substance-misuse-screened',
  title: 'Young people screened for substance misuse',
  definition:
    'Of children of 11 and over looked after for twelve months, the share screened for substance misuse in them.',
  population: `${COHORT}, 11 years old and over`,
  unit: 'percent',
  polarity: 'higher',
  kind: 'stock',
  source: `${DERBY} (the age is proposed)`,
  certainty: 'proposed',
  requirements: ['HLT-20'],
  needs: holdsAny(substanceMisuse),
  among: 'looked after in the period',
  measure: ofCohort(
    (child, on): Fact => ({
      so: child
        .records(substanceMisuse)
        .some(({ screened: day }) => day !== undefined && day >= yearTo(on) && day <= on),
      source: 'health-records',
    }),
    (child, on) => child.ageOn(on) >= SCREENED_FROM,
  ),
});

const SPECIALIST_TIER = 3;

const specialistReferrals = defineIndicator({
  id: 'substance-misuse-specialist-referrals',
  title: 'Referrals to specialist substance misuse treatment',
  definition:
    'Number of referrals in the period to specialist treatment (tier 3 and above), of children in care or care leavers.',
  population: 'children with a referral in the period',
  unit: 'count',
  polarity: 'neutral',
  kind: 'flow',
  source: DERBY,
  certainty: 'proposed',
  requirements: ['HLT-20'],
  restsOn: [substanceMisuse],
  measure: (child, { period }) =>
    countOf(
      child
        .records(substanceMisuse)
        .filter(({ referred, tier }) => within(referred, period) && (tier ?? 0) >= SPECIALIST_TIER).length,
    ),
});

/** Substance misuse, from screening to the help received. */
export const substanceIndicators = [found, received, refused, screened, specialistReferrals];
