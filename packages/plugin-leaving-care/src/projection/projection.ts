/** Care leavers by single year of age on one day. */
export interface AgeStock {
  /** Number by age; an age that is missing counts nobody. */
  readonly byAge: Readonly<Record<number, number>>;
}

export interface ProjectionOptions {
  /** The youngest age of the table, which entrants join. */
  readonly fromAge: number;
  /** The oldest age of the table: a year later those of that age leave it. */
  readonly toAge: number;
  /** Young people who reach the youngest age in each projected year, in order. */
  readonly entrants: readonly number[];
}

export interface ProjectedYear extends AgeStock {
  /** Years after the last actual day; 0 is that day. */
  readonly yearsOn: number;
  /** Actual figures and projected ones are never mixed up. */
  readonly kind: 'actual' | 'projected';
  readonly total: number;
}

/**
 * Projects care leavers by single year of age: everybody grows a year older each year, the oldest leave, and entrants
 * join at the youngest age. One column for today and one for every year of entrants.
 * Source: sufficiency strategy 2017-21, section 3.8.
 *
 * @example
 * projectCareLeavers({ 19: 92, 20: 94 }, { fromAge: 19, toAge: 20, entrants: [84] })[1].byAge; // { 19: 84, 20: 92 }
 */
export function projectCareLeavers(
  today: Readonly<Record<number, number>>,
  { fromAge, toAge, entrants }: ProjectionOptions,
): ProjectedYear[] {
  const ages = Array.from({ length: Math.max(0, toAge - fromAge + 1) }, (_, i) => fromAge + i);
  const year = (yearsOn: number, at: (age: number) => number): ProjectedYear => {
    const byAge = Object.fromEntries(ages.map((age) => [age, at(age)]));
    return {
      yearsOn,
      kind: yearsOn === 0 ? 'actual' : 'projected',
      byAge,
      total: ages.reduce((sum, age) => sum + byAge[age]!, 0),
    };
  };
  const years = [year(0, (age) => today[age] ?? 0)];
  for (const joining of entrants) {
    const before = years.at(-1)!.byAge;
    years.push(year(years.length, (age) => (age === fromAge ? joining : (before[age - 1] ?? 0))));
  }
  return years;
}
