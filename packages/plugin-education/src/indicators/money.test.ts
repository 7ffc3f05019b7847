import { academicYear, recordInput } from '@cic/core';
import { aHistoryWith } from '@cic/core/testing';
import { describe, expect, it } from 'vitest';
import { found, inYear6, listed, result, rows, value } from '../../test/tell.ts';
import { educationBudget, personalEducationAllowance, pupilPremiumPlus } from '../generated/records.ts';
import { allocateAllowance } from '../money/allowance.ts';

const year = academicYear(2024);

describe('pupil premium plus', () => {
  const pupil = inYear6().with(
    pupilPremiumPlus,
    {
      requested: '2023-10-01',
      purpose: 'tuition',
      amountAgreed: 50_000,
      agreed: '2023-10-05',
      amountSpent: 40_000,
    },
    {
      requested: '2024-01-01',
      purpose: 'equipment',
      amountAgreed: 30_000,
      agreed: '2024-01-05',
      amountSpent: 30_000,
    },
    { requested: '2024-02-01', purpose: 'tuition', amountRequested: 10_000 },
  );

  it('is told per child and purpose [D-EDU-14]', () => {
    expect(value('pupil-premium-plus-spent', [pupil, inYear6()], year)).toBe(350);
    expect(value('pupil-premium-plus-total', [pupil, inYear6()], year)).toBe(700);
    expect(value('pupil-premium-plus-used', [pupil], year)).toBeCloseTo(87.5);
    expect(rows('pupil-premium-plus-total', 'pupil-premium-purpose', [pupil], year)).toEqual([
      ['tuition', 400, null],
      ['equipment', 300, null],
    ]);
    expect(listed('pupil-premium-plus-by-child', [pupil, inYear6()], year)[0]!).toEqual({
      purposes: [
        'Tuition: £400.00 of £500.00',
        'Equipment and books: £300.00 of £300.00',
        'Tuition: £0.00 of £0.00',
      ],
      spent: '£700.00',
      flags: ['tuition: not agreed yet'],
    });
    expect(listed('pupil-premium-plus-by-purpose', [pupil], year)[0]!).toEqual({
      purpose: 'Tuition',
      children: 1,
      requested: '£100.00',
      agreed: '£500.00',
      spent: '£400.00',
    });
  });

  it('spent beyond what was agreed is found [D-EDU-14]', () => {
    const over = inYear6().with(pupilPremiumPlus, {
      requested: '2023-10-01',
      purpose: 'tuition',
      amountAgreed: 10_000,
      amountSpent: 12_050,
    });
    expect(found([over], '2024-06-01', 'pupil-premium-plus-amounts')).toEqual([
      'tuition, asked for on 1 October 2023: £120.50 spent of £100.00 agreed',
    ]);
  });
});

describe('the personal education allowance', () => {
  const request = {
    eligible: true,
    amount: 20_000,
    allocated: 0,
    limit: 50_000,
  };

  it('is for eligible children, up to the limit for a child [EDU-25] [EDU-26]', () => {
    expect(allocateAllowance(request)).toEqual({
      allowed: true,
      leftForChild: 30_000,
    });
    expect(allocateAllowance({ ...request, allocated: 30_000 })).toEqual({
      allowed: true,
      leftForChild: 0,
    });
    expect(allocateAllowance({ ...request, allocated: 30_001 })).toEqual({
      allowed: false,
      reason: '£200.00 with £300.01 allocated already is above the limit of £500.00',
    });
    expect(allocateAllowance({ ...request, eligible: false }).allowed).toBe(false);
    expect(allocateAllowance({ ...request, amount: 0 }).allowed).toBe(false);
    expect(allocateAllowance({ ...request, budgetLeft: 19_999 })).toEqual({
      allowed: false,
      reason: '£200.00 is more than the £199.99 left in the budget',
    });
  });

  const child = inYear6().with(
    personalEducationAllowance,
    {
      assessed: '2023-10-01',
      eligible: true,
      amount: 30_000,
      spent: 15_000,
      purpose: 'Maths tuition',
    },
    {
      assessed: '2024-02-01',
      eligible: true,
      amount: 25_000,
      purpose: 'Laptop',
    },
  );
  const refused = inYear6().with(personalEducationAllowance, {
    assessed: '2023-10-01',
    eligible: true,
  });

  it('above the limit, without eligibility or purpose is found [EDU-25] [EDU-26]', () => {
    const wrong = inYear6().with(personalEducationAllowance, {
      assessed: '2023-10-01',
      eligible: false,
      amount: 1000,
    });
    expect(found([child, wrong], '2024-06-01', 'personal-education-allowance-limit')).toEqual([
      'allowance of 2024-02-01 (2023/24): £250.00 with £300.00 allocated already is above the limit of £500.00',
      'allowance of 2023-10-01 (2023/24): the child is not eligible: expected to meet the standards',
      'allowance of 2023-10-01 (2023/24): no purpose, and no plan that gives one',
    ]);
  });

  it('is reported against its budget [EDU-26]', () => {
    const budget = recordInput({
      type: educationBudget,
      records: [
        {
          fund: 'personal-education-allowance',
          start: '2023-09-01',
          end: '2024-08-31',
          amount: 50_000,
        },
      ],
    });
    const history = aHistoryWith([budget], child, refused);
    expect(result('personal-education-allowance-allocated', history, year)).toMatchObject({
      numerator: 1,
      denominator: 2,
    });
    expect(value('personal-education-allowance-spent', history, year)).toBeCloseTo((150 / 550) * 100);
    expect(listed('education-budgets', history, year)[0]!).toMatchObject({
      budget: '£500.00',
      allocated: '£550.00',
      spent: '£150.00',
      left: '-£50.00',
      flags: ['more allocated than there is'],
    });
    expect(found(history, '2024-09-30', 'education-budget-overspent')).toEqual([
      '1 September 2023 to 31 August 2024: £550.00 allocated of a budget of £500.00',
    ]);
  });
});
