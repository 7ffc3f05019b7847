import type { Child, Day, Inside, Period } from '@cic/core';
import { statutoryOutcomes } from '@cic/core/records';
import { codeSets } from '../generated/codeSets.ts';
import { type Offence, offence } from '../generated/records.ts';

type Dealt = Inside<Offence>;

/** The day an offence counts on: that of its disposal, else of the offence. */
export const outcomeDay = ({ disposed, committed }: Dealt): Day => disposed ?? committed;

/** A caution (of its time: reprimand, final warning, youth caution) or a conviction. */
export const isFormal = ({ disposal }: Dealt): boolean => {
  const group = disposal === undefined ? undefined : codeSets.DISPOSAL.group(disposal);
  return group === 'caution' || group === 'conviction';
};

/** A child's formal outcomes, in order of the day they count on. */
export const formalOutcomes = (child: Child): Dealt[] =>
  child
    .records(offence)
    .filter(isFormal)
    .sort((a, b) => outcomeDay(a) - outcomeDay(b));

/** Whether a child was convicted or cautioned in a period, and where that stands. */
export interface OffendingFact {
  readonly convictedOrCautioned: boolean;
  readonly source: 'register' | 'return';
}

/**
 * Whether a child was convicted or cautioned in a period. The register of offences is asked first; where it has nothing,
 * the statutory return for a year that ends in the period; undefined where neither can tell.
 */
export function offendingIn(child: Child, { start, end }: Period): OffendingFact | undefined {
  const formal = child
    .records(offence)
    .some((one) => isFormal(one) && outcomeDay(one) >= start && outcomeDay(one) <= end);
  if (formal) return { convictedOrCautioned: true, source: 'register' };
  const year = child
    .records(statutoryOutcomes)
    .findLast(({ asAt, convicted }) => convicted !== undefined && asAt >= start && asAt <= end);
  if (year) return { convictedOrCautioned: year.convicted!, source: 'return' };
  return (child.history.recordsOf(offence.id)?.size ?? 0) > 0
    ? { convictedOrCautioned: false, source: 'register' }
    : undefined;
}

/**
 * The day a child entered the youth justice system: that of the first formal outcome, unless the record says that there
 * was an earlier one elsewhere.
 */
export function enteredYouthJustice(child: Child): Day | undefined {
  const first = formalOutcomes(child)[0];
  return first && first.firstTimeEntrant !== false ? outcomeDay(first) : undefined;
}
