import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answered, type AskedQuestion, protectAnswers, type ShownGroup } from './protect.ts';

const QUESTION: AskedQuestion = {
  id: 'safe',
  answers: [{ code: 'very', counts: true }, { code: 'safe', counts: true }, { code: 'not' }],
};
const CUTS = [['age'], ['sex'], ['age', 'sex']];

const person = (answer: string | undefined, about: Record<string, string> = {}): Answered => ({
  about,
  answers: answer === undefined ? {} : { safe: answer },
});
const people = (count: number, answer: string | undefined, about?: Record<string, string>) =>
  Array.from({ length: count }, () => person(answer, about));
const find = (shown: readonly ShownGroup[], ...group: string[]) =>
  shown.find((one) => one.group.join() === group.join())!;

const AGES = ['16-17', '18-20', '21+'];
const SEXES = ['F', 'M'];
const CODES = ['very', 'safe', 'not'];
/** Everything somebody can be: a reader does not know which of them nobody is. */
const CELLS = AGES.flatMap((age) =>
  SEXES.flatMap((sex) => CODES.map((answer) => ({ about: { age, sex }, answer }))),
);
type Cell = { readonly about: Record<string, string>; readonly answer: string };

const peopleIn = (responses: readonly Answered[]): number[] =>
  CELLS.map(
    ({ about, answer }) =>
      responses.filter(
        (one) => one.answers.safe === answer && one.about.age === about.age && one.about.sex === about.sex,
      ).length,
  );

/** A set of cells as bits, for every number that is shown. */
function shownSets(shown: readonly ShownGroup[]): number[] {
  const bits = (is: (cell: Cell) => boolean) =>
    CELLS.reduce((set, cell, i) => (is(cell) ? set | (1 << i) : set), 0);
  return shown.flatMap(({ by, group, base, counting, answers }) => {
    const within = ({ about }: Cell) => by.every((cut, i) => about[cut] === group[i]);
    const of = (codes: readonly string[]) => bits((cell) => within(cell) && codes.includes(cell.answer));
    return [
      ...(base === undefined ? [] : [bits(within)]),
      ...(counting === undefined ? [] : [of(['very', 'safe'])]),
      ...answers.flatMap(({ answer, count }) => (count === undefined ? [] : [of([answer])])),
    ];
  });
}

/** Everything that can be had by subtracting one set from another it lies in, and adding those apart, again and again. */
function derivable(sets: readonly number[]): Set<number> {
  const known = new Set(sets);
  for (const a of known) {
    for (const b of [...known]) {
      if ((a & b) === b) known.add(a & ~b);
      if ((a & b) === a) known.add(b & ~a);
      if ((a & b) === 0) known.add(a | b);
    }
    if (known.size > 1500) break;
  }
  return known;
}

const counted = (set: number, people: readonly number[]): number =>
  people.reduce((sum, count, i) => (set & (1 << i) ? sum + count : sum), 0);

/** The smallest number of people, but none, that a reader arrives at; who finds nobody in a set leaves its cells out. */
function smallestFound(shown: readonly ShownGroup[], responses: readonly Answered[]): number {
  const people = peopleIn(responses);
  let sets = shownSets(shown);
  for (;;) {
    const found = derivable(sets);
    const empty = [...found].filter((set) => counted(set, people) === 0).reduce((all, set) => all | set, 0);
    const left = sets.map((set) => set & ~empty);
    if (left.every((set, i) => set === sets[i]))
      return Math.min(
        Number.POSITIVE_INFINITY,
        ...[...found].map((set) => counted(set, people)).filter((n) => n > 0),
      );
    sets = left;
  }
}

const PRIME = 1_000_003;
const modulo = (n: number): number => ((n % PRIME) + PRIME) % PRIME;
const inverse = (n: number, power = PRIME - 2): number => {
  if (power === 0) return 1;
  const half = inverse(modulo(n * n), power >> 1);
  return power % 2 === 0 ? half : modulo(half * n);
};

/** Whether a set is any combination of others with any factors at all, by elimination. */
function spanOf(sets: readonly number[]): (set: number) => boolean {
  const rows: { readonly at: number; readonly row: number[] }[] = [];
  const reduce = (set: number): number[] => {
    let row: number[] = CELLS.map((_, i) => (set & (1 << i) ? 1 : 0));
    for (const { at, row: known } of rows) {
      const factor = row[at]!;
      if (factor !== 0) row = row.map((value, i) => modulo(value - factor * known[i]!));
    }
    return row;
  };
  for (const set of sets) {
    const row = reduce(set);
    const at = row.findIndex((value) => value !== 0);
    if (at < 0) continue;
    const scale = inverse(row[at]!);
    rows.push({ at, row: row.map((value) => modulo(value * scale)) });
  }
  return (set) => reduce(set).every((value) => value === 0);
}

const answered = fc.record({
  age: fc.constantFrom('16-17', '18-20', '21+'),
  sex: fc.constantFrom('F', 'M'),
  answer: fc.constantFrom('very', 'safe', 'not', undefined),
});
const surveys = fc
  .array(answered, { minLength: 8, maxLength: 48, size: 'max' })
  .map((all) => all.map(({ age, sex, answer }) => person(answer, { age, sex })));

describe('answers of a survey that give nobody away', () => {
  it('are counted in full where no group is small', () => {
    const shown = protectAnswers(
      [QUESTION],
      [...people(17, 'very'), ...people(20, 'safe'), ...people(12, 'not'), ...people(2, undefined)],
      [],
      5,
    );
    expect(shown).toEqual([
      {
        question: 'safe',
        by: [],
        group: [],
        base: 49,
        counting: 37,
        answers: [
          { answer: 'very', count: 17 },
          { answer: 'safe', count: 20 },
          { answer: 'not', count: 12 },
        ],
      },
    ]);
  });

  it('are hidden for fewer than the threshold, and nothing of a whole survey of fewer is shown', () => {
    const [all] = protectAnswers(
      [QUESTION],
      [...people(20, 'very'), ...people(9, 'safe'), ...people(4, 'not')],
      [],
      5,
    );
    expect(all).toMatchObject({ base: 33, counting: undefined });
    expect(all!.answers.map(({ count }) => count)).toEqual([20, undefined, undefined]);
    expect(protectAnswers([QUESTION], people(4, 'very'), [], 5)[0]).toMatchObject({
      base: undefined,
      counting: undefined,
    });
  });

  it('cannot be had by subtracting one cut from everybody, nor one cut from another', () => {
    const responses = [
      ...people(10, 'very', { age: '16-17', sex: 'F' }),
      ...people(10, 'very', { age: '18-20', sex: 'M' }),
      ...people(2, 'very', { age: '18-20', sex: 'F' }),
    ];
    const shown = protectAnswers([QUESTION], responses, [['age'], ['sex']], 5);
    expect(find(shown, '16-17').base).toBe(10);
    expect(find(shown, '18-20').base).toBe(12);
    // 12 girls less 10 aged 16 and 17 would be 2.
    expect(find(shown, 'F').base).toBeUndefined();
    expect(find(shown, 'M').base).toBeUndefined();
  });

  it('withstand brute-force subtraction over all cuts together, for any survey', () => {
    fc.assert(
      fc.property(surveys, fc.integer({ min: 2, max: 6 }), (responses, smallest) => {
        const shown = protectAnswers([QUESTION], responses, CUTS, smallest);
        expect(smallestFound(shown, responses)).toBeGreaterThanOrEqual(smallest);
      }),
      { numRuns: 200 },
    );
  });

  it('withstand any combination with any factors, for every set of few people', () => {
    fc.assert(
      fc.property(surveys, (responses) => {
        const people = peopleIn(responses);
        const isDerivable = spanOf(shownSets(protectAnswers([QUESTION], responses, CUTS, 5)));
        const small = people.flatMap((count, i) => (count > 0 && count < 5 ? [1 << i] : []));
        const few = (from: number, set: number): boolean =>
          small.some((cell, i) => {
            if (i < from || counted(set | cell, people) >= 5) return false;
            return isDerivable(set | cell) || few(i + 1, set | cell);
          });
        expect(few(0, 0)).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it('would not withstand it with small cells hidden alone', () => {
    const broken = fc.sample(surveys, { numRuns: 100, seed: 4 }).filter((responses) => {
      const naive = protectAnswers([QUESTION], responses, CUTS, 2).map(({ by, group }): ShownGroup => {
        const there = (codes: readonly string[]) => {
          const count = responses.filter(
            (one) =>
              codes.includes(one.answers.safe ?? '') && by.every((cut, i) => one.about[cut] === group[i]),
          ).length;
          return count > 0 && count < 5 ? undefined : count;
        };
        const answers = CODES.map((answer) => ({ answer, count: there([answer]) }));
        return {
          question: 'safe',
          by,
          group,
          base: there(CODES),
          counting: there(['very', 'safe']),
          answers,
        };
      });
      return smallestFound(naive, responses) < 5;
    });
    expect(broken.length).toBeGreaterThan(50);
  });

  it('show groups and answers of everybody beside each other where answers of the groups are hidden', () => {
    const shown = protectAnswers(
      [QUESTION],
      [
        ...people(20, 'very', { age: '16-17' }),
        ...people(9, 'not', { age: '16-17' }),
        ...people(8, 'very', { age: '21+' }),
        ...people(2, 'not', { age: '21+' }),
      ],
      [['age']],
      5,
    );
    expect(shown.map(({ base, counting }) => [base, counting])).toEqual([
      [39, 28],
      [29, undefined],
      [10, undefined],
    ]);
  });

  it('show nothing that is not so: a number shown is the number there', () => {
    fc.assert(
      fc.property(surveys, (responses) => {
        for (const { by, group, base, counting, answers } of protectAnswers([QUESTION], responses, CUTS, 3)) {
          const there = responses.filter(
            (one) => one.answers.safe !== undefined && by.every((cut, i) => one.about[cut] === group[i]),
          );
          if (base !== undefined) expect(base).toBe(there.length);
          if (counting !== undefined)
            expect(counting).toBe(there.filter((one) => one.answers.safe !== 'not').length);
          for (const { answer, count } of answers)
            if (count !== undefined)
              expect(count).toBe(there.filter((one) => one.answers.safe === answer).length);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('leave answers off the scale out', () => {
    expect(
      protectAnswers([QUESTION], [...people(9, 'very'), ...people(6, 'brilliant')], [], 5)[0]!.base,
    ).toBe(9);
  });

  it('refuse a threshold that hides nothing', () => {
    expect(() => protectAnswers([QUESTION], [], [], 1)).toThrow('must be a whole number of 2 or more, not 1');
  });
});
