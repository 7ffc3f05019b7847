/**
 * GCSE grades of both scales as points: 9 to 1 as they are, A* to G by the table used from 2017 on (from memory of the
 * secondary accountability measures guide). 0 for U and X; NaN for anything that is no GCSE grade.
 */
const LETTERS: Readonly<Record<string, number>> = {
  'A*': 8.5,
  A: 7,
  B: 5.5,
  C: 4,
  D: 3,
  E: 2,
  F: 1.5,
  G: 1,
  U: 0,
  X: 0,
};

export function gcsePoints(grade: string | undefined): number {
  const text = grade?.toUpperCase() ?? '';
  return /^[1-9]$/.test(text) ? Number(text) : (LETTERS[text] ?? Number.NaN);
}

/** A* to C, or 9 to 4: a standard pass. */
export const isStandardPass = (grade: string | undefined): boolean => gcsePoints(grade) >= 4;

/** 9 to 5, or A* to B: a strong pass (a C lies below it). */
export const isStrongPass = (grade: string | undefined): boolean => gcsePoints(grade) >= 5;

/** A* to G, or 9 to 1. */
export const isPass = (grade: string | undefined): boolean => gcsePoints(grade) >= 1;

/** National Curriculum level of a Key Stage 1 or 2 grade such as 4, 4B or 3C; NaN for W, N, A and anything else. */
export function levelOf(grade: string | undefined): number {
  const match = /^([1-8])[ABC+-]?$/i.exec(grade ?? '');
  return match ? Number(match[1]) : Number.NaN;
}

const AT_STANDARD = new Set(['EXS', 'GDS', 'AS']);
const SCALED_SCORE_OF_THE_STANDARD = 100;

/** Whether the expected standard was reached, by teacher assessment or scaled score. Source: Standards and Testing Agency. */
export const atExpectedStandard = ({ grade, score }: { grade?: string; score?: number }): boolean =>
  score !== undefined ? score >= SCALED_SCORE_OF_THE_STANDARD : AT_STANDARD.has(grade?.toUpperCase() ?? '');
