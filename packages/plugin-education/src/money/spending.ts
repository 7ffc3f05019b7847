import type { CareHistory, Period } from '@cic/core';
import { codeSets } from '../generated/codeSets.ts';
import { educationBudget, personalEducationAllowance, pupilPremiumPlus } from '../generated/records.ts';

/** Money of one purpose, in pence. */
export interface PurposeSpending {
  readonly purpose: string;
  readonly label: string;
  readonly children: number;
  readonly requested: number;
  readonly agreed: number;
  readonly spent: number;
}

/** Pupil premium plus requested in a period, by purpose, in the order of the code set; purposes nobody asked for left out. */
export function pupilPremiumByPurpose(history: CareHistory, { start, end }: Period): PurposeSpending[] {
  const rows = new Map<string, { children: Set<string>; requested: number; agreed: number; spent: number }>();
  for (const child of history.children) {
    for (const one of child.records(pupilPremiumPlus)) {
      if (one.requested < start || one.requested > end) continue;
      const row = rows.get(one.purpose) ?? {
        children: new Set(),
        requested: 0,
        agreed: 0,
        spent: 0,
      };
      row.children.add(child.id);
      row.requested += one.amountRequested ?? 0;
      row.agreed += one.amountAgreed ?? 0;
      row.spent += one.amountSpent ?? 0;
      rows.set(one.purpose, row);
    }
  }
  return codeSets.PUPIL_PREMIUM_PURPOSE.codes.flatMap(({ code, label }) => {
    const row = rows.get(code);
    return row ? [{ purpose: code, label, ...row, children: row.children.size }] : [];
  });
}

/** A fund beside its budget, in pence. */
export interface BudgetPosition {
  readonly fund: string;
  readonly start: number;
  readonly end: number;
  readonly budget: number;
  readonly allocated: number;
  readonly spent: number;
  /** Budget less what is allocated; below nought where more was allocated than there is. */
  readonly left: number;
}

/** What was allocated and spent out of every budget that overlaps a period, over the budget's own days. */
export function budgetPositions(history: CareHistory, period: Period): BudgetPosition[] {
  return history
    .otherRecords(educationBudget)
    .filter(({ start, end }) => start <= period.end && end >= period.start)
    .map(({ fund, start, end, amount }) => {
      let allocated = 0;
      let spent = 0;
      for (const child of history.children) {
        if (fund === 'personal-education-allowance') {
          for (const one of child.records(personalEducationAllowance)) {
            const on = one.allocated ?? one.assessed;
            if (on < start || on > end) continue;
            allocated += one.amount ?? 0;
            spent += one.spent ?? 0;
          }
        } else {
          for (const one of child.records(pupilPremiumPlus)) {
            const on = one.agreed ?? one.requested;
            if (on < start || on > end) continue;
            allocated += one.amountAgreed ?? 0;
            spent += one.amountSpent ?? 0;
          }
        }
      }
      return {
        fund,
        start,
        end,
        budget: amount,
        allocated,
        spent,
        left: amount - allocated,
      };
    });
}
