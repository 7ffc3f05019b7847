import { columns, dateCell, type ListDefinition, pounds, within } from '@cic/core';
import { codeSets } from '../generated/codeSets.ts';
import { pupilPremiumPlus } from '../generated/records.ts';
import { budgetPositions, pupilPremiumByPurpose } from '../money/spending.ts';

const byChild: ListDefinition = {
  id: 'pupil-premium-plus-by-child',
  title: 'Pupil premium plus, child by child',
  columns: columns({ purposes: 'Purpose: spent of agreed', spent: 'Spent', flags: 'Why to look' }),
  requirements: ['D-EDU-14'],
  row: (child, { period }) => {
    const own = child.records(pupilPremiumPlus).filter(({ requested }) => within(requested, period));
    if (own.length === 0) return undefined;
    return {
      purposes: own.map(
        ({ purpose, amountSpent = 0, amountAgreed = 0 }) =>
          `${codeSets.PUPIL_PREMIUM_PURPOSE.label(purpose)}: ${pounds(amountSpent)} of ${pounds(amountAgreed)}`,
      ),
      spent: pounds(own.reduce((sum, { amountSpent = 0 }) => sum + amountSpent, 0)),
      flags: own.flatMap(({ amountAgreed, amountSpent, agreed, purpose }) => [
        ...(agreed === undefined ? [`${purpose}: not agreed yet`] : []),
        ...(agreed !== undefined && amountSpent === undefined
          ? [`${purpose}: nothing reported as spent`]
          : []),
        ...((amountSpent ?? 0) > (amountAgreed ?? 0) ? [`${purpose}: more spent than agreed`] : []),
      ]),
    };
  },
};

const byPurpose: ListDefinition = {
  id: 'pupil-premium-plus-by-purpose',
  title: 'Pupil premium plus by purpose',
  columns: columns({
    purpose: 'Purpose',
    children: 'Children',
    requested: 'Requested',
    agreed: 'Agreed',
    spent: 'Spent',
  }),
  requirements: ['D-EDU-14'],
  rows: ({ history, period }) =>
    pupilPremiumByPurpose(history, period).map(({ label, children, requested, agreed, spent }) => ({
      purpose: label,
      children,
      requested: pounds(requested),
      agreed: pounds(agreed),
      spent: pounds(spent),
    })),
};

const budgets: ListDefinition = {
  id: 'education-budgets',
  title: 'Spending against budget',
  columns: columns({
    fund: 'Fund',
    from: 'From',
    to: 'To',
    budget: 'Budget',
    allocated: 'Allocated',
    spent: 'Spent',
    left: 'Left',
    flags: 'Why to look',
  }),
  requirements: ['EDU-26'],
  rows: ({ history, period }) =>
    budgetPositions(history, period).map(({ fund, start, end, budget, allocated, spent, left }) => ({
      fund: codeSets.EDUCATION_FUND.label(fund),
      from: dateCell(start),
      to: dateCell(end),
      budget: pounds(budget),
      allocated: pounds(allocated),
      spent: pounds(spent),
      left: pounds(left),
      flags: left < 0 ? ['more allocated than there is'] : [],
    })),
};

/** What the money is for. */
export const moneyLists = [byChild, byPurpose, budgets];
