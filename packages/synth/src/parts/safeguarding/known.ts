import { type Child, type Day, dayOf, financialYearOf, type Stretch } from '@cic/core';
import type { PartOptions } from '../part.ts';

/** A day under a name, where it has come by the last day known. */
export const dated = <K extends string>(key: K, day: Day, until: Day): { [Key in K]?: Day } =>
  (day <= until ? { [key]: day } : {}) as { [Key in K]?: Day };

/** The part of a financial year that a child spent in one period of care; both ends included. */
export interface YearInCare {
  /** Named by its end. */
  readonly year: number;
  readonly start: Day;
  readonly end: Day;
  readonly care: Stretch;
}

/** The years a child spent in care, from one before those wanted on, as far as they are known. */
export function yearsInCare(child: Child, { from, until }: PartOptions): YearInCare[] {
  const years: YearInCare[] = [];
  for (const care of child.periodsOfCare) {
    for (let year = financialYearOf(from) - 1; year <= financialYearOf(until); year++) {
      const start = Math.max(care.start, dayOf(year - 1, 4, 1));
      const end = Math.min(care.end - 1, until, dayOf(year, 3, 31));
      if (start <= end) years.push({ year, start, end, care });
    }
  }
  return years;
}
