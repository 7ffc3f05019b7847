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

/** Sets of people as bits, for every number that is shown. */
function shownSets(responses: readonly Answered[], shown: readonly ShownGroup[]): bigint[] {
  const bits = (is: (one: Answered) => boolean) =>
    responses.reduce((set, one, i) => (is(one) ? set | (1n << BigInt(i)) : set), 0n);
  return shown.flatMap(({ by, group, base, counting, answers }) => {
    const within = ({ about, answers: given }: Answered) =>
      given.safe !== undefined && by.every((cut, i) => (about[cut] ?? 'not-known') === group[i]);
    const of = (codes: readonly string[]) => bits((one) => within(one) && codes.includes(one.answers.safe!));
    return [
      ...(base === undefined ? [] : [bits(within)]),
      ...(counting === undefined ? [] : [of(['very', 'safe'])]),
      ...answers.flatMap(({ answer, count }) => (count === undefined ? [] : [of([answer])])),
    ];
  });
}

/** Everything that can be had by subtracting one shown set from another it lies in, and adding those apart, again and again. */
function derivable(sets: readonly bigint[]): Set<bigint> {
  const known = new Set(sets);
  for (const a of known) {
    for (const b of [...known]) {
      if ((a & b) === b) known.add(a & ~b);
      if ((a & b) === a) known.add(b & ~a);
      if ((a & b) === 0n) known.add(a | b);
      if (known.size > 1500) return known;
    }
  }
  return known;
}

const size = (set: bigint): number => set.toString(2).replaceAll('0', '').length;
const smallestOf = (sets: Iterable<bigint>): number =>
  Math.min(Number.POSITIVE_INFINITY, ...[...sets].filter((set) => set !== 0n).map(size));

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
        const sets = shownSets(responses, protectAnswers([QUESTION], responses, CUTS, smallest));
        expect(smallestOf(derivable(sets))).toBeGreaterThanOrEqual(smallest);
      }),
      { numRuns: 150 },
    );
  });

  it('would not withstand it with small cells hidden alone', () => {
    const broken = fc.sample(surveys, { numRuns: 100, seed: 4 }).filter((responses) => {
      const all = protectAnswers([QUESTION], responses, CUTS, 2);
      const cells = shownSets(
        responses,
        all.map((one) => ({
          ...one,
          base: 0,
          counting: 0,
          answers: one.answers.map(({ answer }) => ({ answer, count: 0 })),
        })),
      );
      return smallestOf(derivable(cells.filter((set) => set === 0n || size(set) >= 5))) < 5;
    });
    expect(broken.length).toBeGreaterThan(10);
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
