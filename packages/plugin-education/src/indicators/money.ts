import {
  type Child,
  defineIndicator,
  holdsAny,
  type Inside,
  type MeasureContext,
  noChild,
  type Period,
  shareOf,
} from '@cic/core';
import { type PupilPremiumPlus, personalEducationAllowance, pupilPremiumPlus } from '../generated/records.ts';
import { allowancesIn } from '../money/allowance.ts';
import { pupilAtEnd } from '../pupils/yearGroups.ts';
import { AT_END, IN_CARE_AT_END } from './shared.ts';

const PENCE = 100;
const STRATEGY_2019 = 'children in care strategy 2019-21, priority 4';
const PUPILS = `${IN_CARE_AT_END}, of school age`;
const withPremium = holdsAny(pupilPremiumPlus);

const requestedIn = (child: Child, { start, end }: Period): readonly Inside<PupilPremiumPlus>[] =>
  child.records(pupilPremiumPlus).filter(({ requested }) => requested >= start && requested <= end);

const spentOn = (child: Child, { period }: MeasureContext): number | undefined => {
  if (!pupilAtEnd(child, period)) return undefined;
  return requestedIn(child, period).reduce((sum, { amountSpent = 0 }) => sum + amountSpent, 0) / PENCE;
};

const premiumSpent = defineIndicator({
  id: 'pupil-premium-plus-spent',
  title: 'Pupil premium plus spent per pupil',
  definition: 'Pounds of pupil premium plus spent on requests made in the period, per pupil.',
  population: PUPILS,
  unit: 'pounds',
  polarity: 'neutral',
  kind: 'flow',
  decimals: 0,
  source: STRATEGY_2019,
  certainty: 'proposed',
  requirements: ['D-EDU-14'],
  needs: withPremium,
  among: AT_END,
  measure: spentOn,
});

const premiumByPurpose = defineIndicator({
  id: 'pupil-premium-plus-total',
  title: 'Pupil premium plus spent',
  definition:
    'Pounds of pupil premium plus spent on requests made in the period, for children in care on the day of the request. Its ' +
    'breakdown by purpose says what for.',
  population: 'requests made in the period for children in care',
  unit: 'pounds',
  total: true,
  polarity: 'neutral',
  kind: 'flow',
  decimals: 0,
  source: STRATEGY_2019,
  certainty: 'proposed',
  requirements: ['D-EDU-14'],
  needs: withPremium,
  measure: noChild,
  *cases({ history, period }) {
    for (const child of history.children) {
      for (const { purpose, requested, amountSpent = 0 } of requestedIn(child, period)) {
        if (!child.isLookedAfter(requested)) continue;
        yield {
          about: child.id,
          numerator: amountSpent / PENCE,
          denominator: 1,
          categories: { 'pupil-premium-purpose': purpose },
        };
      }
    }
  },
});

const premiumUsed = defineIndicator({
  id: 'pupil-premium-plus-used',
  title: 'Pupil premium plus spent of what was agreed',
  definition: 'Of pupil premium plus agreed for requests made in the period, the share spent.',
  population: 'money agreed for requests made in the period',
  unit: 'percent',
  polarity: 'higher',
  kind: 'flow',
  source: STRATEGY_2019,
  certainty: 'proposed',
  requirements: ['D-EDU-14'],
  restsOn: [pupilPremiumPlus],
  measure: (child, { period }) => {
    let agreed = 0;
    let spent = 0;
    for (const { amountAgreed = 0, amountSpent = 0 } of requestedIn(child, period)) {
      agreed += amountAgreed;
      spent += Math.min(amountSpent, amountAgreed);
    }
    return agreed > 0 ? shareOf(spent, agreed) : undefined;
  },
});

const allowanceAllocated = defineIndicator({
  id: 'personal-education-allowance-allocated',
  title: 'Eligible children with a personal education allowance',
  definition:
    'Of children assessed as eligible for a personal education allowance in the period, the share to whom one was allocated.',
  population: 'children assessed as eligible in the period',
  unit: 'percent',
  polarity: 'higher',
  kind: 'flow',
  source: 'Leicestershire 2008, sections 6 and 10.1',
  certainty: 'proposed',
  requirements: ['EDU-25'],
  restsOn: [personalEducationAllowance],
  measure: (child, { period }) => {
    const eligible = allowancesIn(child, period).filter((one) => one.eligible);
    return eligible.length === 0 ? undefined : eligible.some(({ amount = 0 }) => amount > 0);
  },
});

const allowanceSpent = defineIndicator({
  id: 'personal-education-allowance-spent',
  title: 'Personal education allowance spent of what was allocated',
  definition: 'Of personal education allowances allocated in the period, the share spent.',
  population: 'money allocated in the period',
  unit: 'percent',
  polarity: 'neutral',
  kind: 'flow',
  source: 'Leicestershire 2008, sections 6 and 10.1',
  certainty: 'proposed',
  requirements: ['EDU-26'],
  restsOn: [personalEducationAllowance],
  measure: (child, { period }) => {
    let allocated = 0;
    let spent = 0;
    for (const one of allowancesIn(child, period)) {
      allocated += one.amount ?? 0;
      spent += Math.min(one.spent ?? 0, one.amount ?? 0);
    }
    return allocated > 0 ? shareOf(spent, allocated) : undefined;
  },
});

/** Pupil premium plus, and the allowance before it. */
export const moneyIndicators = [
  premiumSpent,
  premiumByPurpose,
  premiumUsed,
  allowanceAllocated,
  allowanceSpent,
];
