/** A question and the answers it allows; answers that `counts` make the headline share. */
export interface AskedQuestion {
  readonly id: string;
  readonly answers: readonly { readonly code: string; readonly counts?: boolean }[];
}

/** One questionnaire that came back: values by cut, answers by question. It names nobody. */
export interface Answered {
  readonly about: Readonly<Record<string, string>>;
  readonly answers: Readonly<Record<string, string>>;
}

/** What may be shown of one question in one group; `undefined` is hidden. */
export interface ShownGroup {
  readonly question: string;
  /** What the group is cut by, [] for everybody, and its value for each: ['age'] and ['16-17']. */
  readonly by: readonly string[];
  readonly group: readonly string[];
  /** How many answered the question. */
  readonly base: number | undefined;
  /** How many of them gave an answer that counts. */
  readonly counting: number | undefined;
  readonly answers: readonly { readonly answer: string; readonly count: number | undefined }[];
}

/** People told apart by what has been shown of them: those in one block are in the same shown sets. */
class Blocks {
  readonly #block: Int32Array;
  #sizes: number[];

  constructor(people: number) {
    this.#block = new Int32Array(people);
    this.#sizes = [people];
  }

  /** Counts a set of people, if neither it nor what is left of any block is smaller than `smallest`; else hides it. */
  show(inside: readonly number[], smallest: number): number | undefined {
    const taken = new Map<number, number>();
    for (const person of inside) {
      const block = this.#block[person]!;
      taken.set(block, (taken.get(block) ?? 0) + 1);
    }
    for (const [block, count] of taken) {
      const left = this.#sizes[block]! - count;
      if (count < smallest || (left > 0 && left < smallest)) return undefined;
    }
    const split = new Map<number, number>();
    for (const [block, count] of taken) {
      if (count === this.#sizes[block]) continue;
      split.set(block, this.#sizes.length);
      this.#sizes[block]! -= count;
      this.#sizes.push(count);
    }
    for (const person of inside)
      this.#block[person] = split.get(this.#block[person]!) ?? this.#block[person]!;
    return inside.length;
  }
}

function groupsOf(people: readonly Answered[], by: readonly string[]): [string[], number[]][] {
  const groups = new Map<string, [string[], number[]]>();
  people.forEach(({ about }, person) => {
    const group = by.map((cut) => about[cut] ?? 'not-known');
    const key = JSON.stringify(group);
    const known = groups.get(key);
    if (known) known[1].push(person);
    else groups.set(key, [group, [person]]);
  });
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

/** How many gave an answer that counts, and how many each answer, as far as that can be shown. */
function answersOf(
  { id, answers }: AskedQuestion,
  people: readonly Answered[],
  members: readonly number[],
  show: ((inside: readonly number[]) => number | undefined) | undefined,
): Pick<ShownGroup, 'counting' | 'answers'> {
  const given = (wanted: readonly string[]) =>
    show?.(members.filter((person) => wanted.includes(people[person]!.answers[id]!)));
  return {
    counting: given(answers.filter(({ counts }) => counts).map(({ code }) => code)),
    answers: answers.map(({ code }) => ({ answer: code, count: given([code]) })),
  };
}

/**
 * The answers of a survey that can be shown without giving anybody away. For each question, everybody comes first and
 * then each cut in the order given, so name the most wanted first.
 *
 * Shown sets of people divide those who answered into blocks; a set is shown only where every block stays empty or has
 * at least `smallest` people. There are two divisions: one by the groups alone, for how many answered in each, and one by
 * everything that tells of answers: answers of everybody, and groups whose answers are shown, with those answers. Whatever
 * is added to or subtracted from whatever else is shown of the question, over all cuts together, is made of whole blocks of
 * one of the two: groups alone and answers alone cannot be combined to anything about both. So a number that can be had
 * this way is never of fewer people than `smallest`. Leaving a question out is no answer and is not protected.
 *
 * Hides more than need be where cuts cross, and leaves ranges that cannot be computed by adding and subtracting alone:
 * for those there is `@cic/disclosure`.
 *
 * @param cuts each cut by one thing (`['age']`) or several (`['age', 'sex']`)
 * @param smallest fewest people that are shown, at least 2; at 2 a hidden number other than 0 could be guessed to be 1
 * @throws RangeError for a `smallest` below 2 or not whole
 *
 * @example
 * protectAnswers(survey.questions, responses, [['age'], ['sex']], 5);
 */
export function protectAnswers(
  questions: readonly AskedQuestion[],
  responses: readonly Answered[],
  cuts: readonly (readonly string[])[],
  smallest: number,
): ShownGroup[] {
  if (!Number.isInteger(smallest) || smallest < 2)
    throw new RangeError(
      `the smallest group that is shown must be a whole number of 2 or more, not ${smallest}`,
    );
  return questions.flatMap((question): ShownGroup[] => {
    const allowed = new Set(question.answers.map(({ code }) => code));
    const people = responses.filter(({ answers }) => allowed.has(answers[question.id] ?? ''));
    const byGroup = new Blocks(people.length);
    const byAnswer = new Blocks(people.length);
    const inDetail = (inside: readonly number[]) => byAnswer.show(inside, smallest);
    const all = people.map((_, person) => person);
    const base = inDetail(all);
    const everybody = answersOf(question, people, all, base === undefined ? undefined : inDetail);
    const groups = cuts
      .flatMap((by) => groupsOf(people, by).map(([group, members]) => ({ by, group, members })))
      .map((one) => ({ ...one, base: byGroup.show(one.members, smallest) }));
    return [
      { question: question.id, by: [], group: [], base, ...everybody },
      ...groups.map(({ by, group, members, base: size }) => {
        const detailed = size !== undefined && inDetail(members) !== undefined;
        const shown = answersOf(question, people, members, detailed ? inDetail : undefined);
        return { question: question.id, by, group, base: size, ...shown };
      }),
    ];
  });
}
