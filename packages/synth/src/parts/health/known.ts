import { type Child, type Day, dayOf, financialYearOf, type Inside, OPEN, type RecordType } from '@cic/core';
import { type StatutoryOutcomes, statutoryOutcomes } from '@cic/core/records';
import type { Random } from '../../random/random.ts';
import { madeOf, type PartOptions, partPerChild, type SynthPart } from '../part.ts';

/** One year to 31 March of a child in care, with what the statutory return says of it. */
export interface Year {
  /** The part of it spent in care, both ends included. */
  readonly start: Day;
  readonly end: Day;
  /** 31 March. */
  readonly on: Day;
  /** Only for a child looked after all year. */
  readonly outcomes: Inside<StatutoryOutcomes> | undefined;
}

export type OutcomesByChild = ReadonlyMap<string, readonly Inside<StatutoryOutcomes>[]>;

export const outcomesOf = ({ made }: PartOptions): OutcomesByChild =>
  madeOf<StatutoryOutcomes>(made, statutoryOutcomes);

/** The years of a child in care from one before those wanted on, as far as they are known. */
export function yearsOf(child: Child, outcomes: OutcomesByChild, { from, until }: PartOptions): Year[] {
  const returned = outcomes.get(child.id) ?? [];
  const years: Year[] = [];
  for (let year = financialYearOf(from) - 1; year <= financialYearOf(until); year++) {
    const [first, on] = [dayOf(year - 1, 4, 1), dayOf(year, 3, 31)];
    for (const care of child.periodsOfCare) {
      const start = Math.max(first, care.start);
      const end = Math.min(on, until, care.end === OPEN ? on : care.end - 1);
      if (start > end) continue;
      years.push({ start, end, on, outcomes: returned.find(({ asAt }) => asAt === on) });
    }
  }
  return years;
}

/** Whether something was done in a year: as the return says, else by chance. */
export const doneIn = (returned: boolean | undefined, chance: number, random: Random): boolean =>
  returned ?? random.chance(chance);

/** A part of one type of record that is made child by child from the years in care. */
export const partOfYears = <T extends object>(
  id: string,
  type: RecordType<T>,
  make: (child: Child, years: readonly Year[], random: Random, options: PartOptions) => Iterable<Inside<T>>,
): SynthPart => ({
  id,
  make: (care, random, options) => {
    const outcomes = outcomesOf(options);
    return partPerChild<T>(id, type, (child, own) =>
      make(child, yearsOf(child, outcomes, options), own, options),
    ).make(care, random, options);
  },
});
