import { academicYear, academicYearOf, defineCheck, longDate, pounds } from '@cic/core';
import { educationBudget, personalEducationAllowance, pupilPremiumPlus } from '../generated/records.ts';
import { allocateAllowance } from '../money/allowance.ts';
import { budgetPositions } from '../money/spending.ts';
import { dayKey } from './shared.ts';

const allowance = defineCheck({
  id: 'personal-education-allowance-limit',
  title: 'Personal education allowance that may not be allocated',
  record: personalEducationAllowance.id,
  fix: 'Correct the amount or the eligibility; an allowance above the limit for the school year has to be taken back.',
  requirements: ['EDU-25', 'EDU-26'],
  *find(child, { council }) {
    const allocated = new Map<number, number>();
    for (const { assessed, amount, eligible, purpose, plan } of child.records(personalEducationAllowance)) {
      if (amount === undefined || amount <= 0 || Number.isNaN(assessed)) continue;
      const year = academicYearOf(assessed);
      const before = allocated.get(year) ?? 0;
      const limit = council.parameter('personal-education-allowance-pounds', assessed) * 100;
      const decision = allocateAllowance({
        eligible,
        amount,
        allocated: before,
        limit,
      });
      allocated.set(year, before + amount);
      const what = `allowance of ${dayKey(assessed)} (${academicYear(year).label})`;
      if (!decision.allowed) yield `${what}: ${decision.reason}`;
      if (purpose === undefined && plan === undefined)
        yield `${what}: no purpose, and no plan that gives one`;
    }
  },
});

const premium = defineCheck({
  id: 'pupil-premium-plus-amounts',
  title: 'Pupil premium plus spent beyond what was agreed',
  record: pupilPremiumPlus.id,
  fix: 'Correct the amounts, or have the rest agreed.',
  requirements: ['D-EDU-14'],
  *find(child) {
    for (const { requested, amountAgreed = 0, amountSpent, purpose } of child.records(pupilPremiumPlus)) {
      if (amountSpent !== undefined && amountSpent > amountAgreed) {
        yield `${purpose}, asked for on ${longDate(requested)}: ${pounds(amountSpent)} spent of ${pounds(amountAgreed)} agreed`;
      }
    }
  },
});

const overspent = defineCheck({
  id: 'education-budget-overspent',
  title: 'More allocated than a budget holds',
  record: educationBudget.id,
  fix: 'Correct the budget or the allocations; what is above the budget has to be found elsewhere.',
  requirements: ['EDU-26'],
  *findOthers({ history, asAt }) {
    const ever = {
      kind: 'range',
      label: '',
      start: Number.NEGATIVE_INFINITY,
      end: asAt,
    } as const;
    for (const { fund, start, end, budget, allocated, left } of budgetPositions(history, ever)) {
      if (left < 0) {
        yield {
          about: fund,
          message: `${longDate(start)} to ${longDate(end)}: ${pounds(allocated)} allocated of a budget of ${pounds(budget)}`,
        };
      }
    }
  },
});

/** What cannot be right about money. */
export const moneyChecks = [allowance, premium, overspent];
