import { type Child, type Inside, type Period, pounds } from '@cic/core';
import { type PersonalEducationAllowance, personalEducationAllowance } from '../generated/records.ts';

/** Money of the personal education allowance; amounts in pence. */
export interface AllowanceRequest {
  readonly eligible: boolean;
  readonly amount: number;
  /** What the child was allocated in the year already. */
  readonly allocated: number;
  /** Most for one child in a year. */
  readonly limit: number;
  /** What is left of the council's budget; absent where there is none. */
  readonly budgetLeft?: number;
}

export type AllowanceDecision =
  | { readonly allowed: true; readonly leftForChild: number }
  | { readonly allowed: false; readonly reason: string };

/**
 * Whether an allowance may be allocated: to an eligible child, up to the limit for a child in a year, out of the budget.
 * Source: Leicestershire 2008, sections 6 and 10.1.
 */
export function allocateAllowance(request: AllowanceRequest): AllowanceDecision {
  const { eligible, amount, allocated, limit, budgetLeft } = request;
  if (!eligible)
    return {
      allowed: false,
      reason: 'the child is not eligible: expected to meet the standards',
    };
  if (!(amount > 0))
    return {
      allowed: false,
      reason: `an allowance of ${pounds(amount)} is none`,
    };
  if (allocated + amount > limit) {
    return {
      allowed: false,
      reason: `${pounds(amount)} with ${pounds(allocated)} allocated already is above the limit of ${pounds(limit)}`,
    };
  }
  if (budgetLeft !== undefined && amount > budgetLeft) {
    return {
      allowed: false,
      reason: `${pounds(amount)} is more than the ${pounds(budgetLeft)} left in the budget`,
    };
  }
  return { allowed: true, leftForChild: limit - allocated - amount };
}

export type Allowance = Inside<PersonalEducationAllowance>;

/** Allowances assessed in a period. */
export const allowancesIn = (child: Child, { start, end }: Period): readonly Allowance[] =>
  child.records(personalEducationAllowance).filter(({ assessed }) => assessed >= start && assessed <= end);
