/**
 * Scoring of the Strengths and Difficulties Questionnaire (Goodman) from its 25 answers.
 * Source: the published scoring instructions for ages 4 to 17 (sdqinfo.org).
 */

/** 0 not true, 1 somewhat true, 2 certainly true; null where not answered. */
export type SdqAnswer = 0 | 1 | 2 | null;

export type SdqScale = 'emotional' | 'conduct' | 'hyperactivity' | 'peer' | 'prosocial';

/** Which items of the form make up a scale, by their number on the form, and which of them count the other way round. */
export const sdqScales: Readonly<
  Record<SdqScale, { readonly items: readonly number[]; readonly reversed: readonly number[] }>
> = {
  emotional: { items: [3, 8, 13, 16, 24], reversed: [] },
  conduct: { items: [5, 7, 12, 18, 22], reversed: [7] },
  hyperactivity: { items: [2, 10, 15, 21, 25], reversed: [21, 25] },
  peer: { items: [6, 11, 14, 19, 23], reversed: [11, 14] },
  prosocial: { items: [1, 4, 9, 17, 20], reversed: [] },
};

/** The four scales whose sum is the total difficulties score. */
export const DIFFICULTIES = ['emotional', 'conduct', 'hyperactivity', 'peer'] as const;

/** A scale needs this many of its five answers. */
const ENOUGH_ANSWERS = 3;

/** Scores of the scales, 0 to 10 each, and the total difficulties score, 0 to 40; null where too much is missing. */
export interface SdqScore extends Readonly<Record<SdqScale, number | null>> {
  readonly totalDifficulties: number | null;
  /** How many of the 25 were not answered. */
  readonly missing: number;
  /** True where a scale was worked out from three or four answers. */
  readonly prorated: boolean;
}

const isAnswer = (value: unknown): value is 0 | 1 | 2 => value === 0 || value === 1 || value === 2;

function scaleScore(
  answers: readonly (number | null | undefined)[],
  scale: SdqScale,
): { score: number | null; answered: number } {
  const { items, reversed } = sdqScales[scale];
  let sum = 0;
  let answered = 0;
  for (const item of items) {
    const answer = answers[item - 1];
    if (!isAnswer(answer)) continue;
    sum += reversed.includes(item) ? 2 - answer : answer;
    answered++;
  }
  if (answered < ENOUGH_ANSWERS) return { score: null, answered };
  return { score: Math.floor((sum * items.length) / answered + 0.5), answered };
}

/**
 * Scores a questionnaire. A scale with three or four of its five answers is prorated: their mean times five, rounded half
 * up. The total needs all four difficulty scales. Anything that is no answer counts as missing.
 *
 * @param answers the 25 answers in the order of the form
 */
export function scoreSdq(answers: readonly (number | null | undefined)[]): SdqScore {
  const scored = Object.fromEntries(
    (Object.keys(sdqScales) as SdqScale[]).map((scale) => [scale, scaleScore(answers, scale)]),
  ) as Record<SdqScale, ReturnType<typeof scaleScore>>;
  const difficulties = DIFFICULTIES.map((scale) => scored[scale].score);
  const all = Object.values(scored);
  return {
    emotional: scored.emotional.score,
    conduct: scored.conduct.score,
    hyperactivity: scored.hyperactivity.score,
    peer: scored.peer.score,
    prosocial: scored.prosocial.score,
    totalDifficulties: difficulties.includes(null)
      ? null
      : difficulties.reduce<number>((sum, score) => sum + score!, 0),
    missing: all.reduce((missing, { answered }) => missing + 5 - answered, 0),
    prorated: all.some(({ answered }) => answered >= ENOUGH_ANSWERS && answered < 5),
  };
}

/** Answers of the impact supplement: 0 not at all, 1 only a little, 2 quite a lot, 3 a great deal; null where not answered. */
export type SdqImpactAnswer = 0 | 1 | 2 | 3 | null;

/**
 * The impact score: distress and interference, 'quite a lot' counts 1 and 'a great deal' 2. 0 to 10 for the five
 * questions of the carer and child versions, 0 to 6 for the three of the teacher's. Null without any answer.
 */
export function scoreImpact(answers: readonly (SdqImpactAnswer | undefined)[]): number | null {
  const given = answers.filter((answer) => answer !== null && answer !== undefined);
  return given.length === 0 ? null : given.reduce<number>((sum, answer) => sum + Math.max(0, answer - 1), 0);
}

export { type SdqBand, type SdqVersion, sdqBand, sdqFourBand } from './bands.ts';
