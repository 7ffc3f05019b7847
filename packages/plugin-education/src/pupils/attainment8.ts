import { gcsePoints } from './grades.ts';

/** A GCSE, or a qualification that counts as one. */
export interface Qualification {
  readonly subject: string;
  readonly grade?: string;
}

const EBACC =
  /^(biology|chemistry|physics|science|combined-science|computer-science|history|geography|ancient-history|french|german|spanish|italian|polish|urdu|punjabi|arabic|chinese|russian|latin|language(-.*)?)$/;

/** Points of a qualification; a double award (`54`, `5-4`, `CC`) gives its two grades. */
function pointsOf({ grade = '' }: Qualification): number[] {
  const single = gcsePoints(grade);
  if (!Number.isNaN(single)) return [single];
  const pair = /^([1-9]|A\*|[A-G])-?([1-9]|A\*|[A-G])$/i.exec(grade);
  return pair ? [gcsePoints(pair[1]), gcsePoints(pair[2])] : [];
}

const highestFirst = (a: number, b: number): number => b - a;
const sum = (points: readonly number[]): number => points.reduce((total, one) => total + one, 0);

/**
 * Attainment 8 from GCSE grades, 0 to 90: English and maths twice, the three best of the English Baccalaureate, the three
 * best of the rest. English counts twice only where language and literature were both taken; the lower of them may stand
 * among the rest. Source: secondary accountability measures guide (from memory).
 */
export function attainment8(results: readonly Qualification[]): number {
  const pointsFor = (belongs: (subject: string) => boolean): number[] =>
    results
      .filter(({ subject }) => belongs(subject))
      .flatMap(pointsOf)
      .sort(highestFirst);
  const english = pointsFor((subject) => /^english(-|$)/.test(subject));
  const maths = pointsFor((subject) => subject === 'maths');
  const ebacc = pointsFor((subject) => EBACC.test(subject));
  const other = pointsFor(
    (subject) => !/^english(-|$)/.test(subject) && subject !== 'maths' && !EBACC.test(subject),
  );
  const englishTwice = english.length > 1 || results.some(({ subject }) => subject === 'english') ? 2 : 1;
  const open = [...other, ...english.slice(1), ...maths.slice(1), ...ebacc.slice(3)].sort(highestFirst);
  return (
    (english[0] ?? 0) * englishTwice + (maths[0] ?? 0) * 2 + sum(ebacc.slice(0, 3)) + sum(open.slice(0, 3))
  );
}
