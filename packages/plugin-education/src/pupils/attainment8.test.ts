import { describe, expect, it } from 'vitest';
import { attainment8 } from './attainment8.ts';
import { gcsePoints, isPass, isStandardPass, isStrongPass, levelOf } from './grades.ts';

const graded = (grades: Record<string, string>) =>
  Object.entries(grades).map(([subject, grade]) => ({ subject, grade }));

describe('grades', () => {
  it('of GCSE pass at 4 or C, strongly at 5 or B', () => {
    const grades = ['9', '5', '4', '3', '1', 'A*', 'B', 'C', 'D', 'G', 'U', 'X', 'EXS', '10'];
    expect(grades.filter(isStandardPass)).toEqual(['9', '5', '4', 'A*', 'B', 'C']);
    expect(grades.filter(isStrongPass)).toEqual(['9', '5', 'A*', 'B']);
    expect(grades.filter(isPass)).toEqual(['9', '5', '4', '3', '1', 'A*', 'B', 'C', 'D', 'G']);
    expect(gcsePoints(undefined)).toBeNaN();
  });

  it('of the National Curriculum are levels, with or without a letter', () => {
    expect(['4', '4B', '5C', '3A', 'W', 'N', '9', ''].map(levelOf)).toEqual([4, 4, 5, 3, NaN, NaN, NaN, NaN]);
  });
});

describe('Attainment 8', () => {
  it('counts English and maths twice, three of the Baccalaureate and three others', () => {
    const grades = graded({
      'english-language': '5',
      'english-literature': '4',
      maths: '6',
      biology: '5',
      history: '4',
      french: '3',
      geography: '2',
      art: '7',
      music: '1',
    });
    // 5 x 2 + 6 x 2 + (5 + 4 + 3) + (7 + 4 + 2)
    expect(attainment8(grades)).toBe(47);
  });

  it('counts English once where only language or literature was taken, and is at most 90', () => {
    expect(attainment8(graded({ 'english-language': '6', maths: '6' }))).toBe(18);
    const nines = graded({
      'english-language': '9',
      'english-literature': '9',
      maths: '9',
      'combined-science': '9-9',
      history: '9',
      art: '9',
      music: '9',
    });
    expect(attainment8(nines)).toBe(90);
  });

  it('is nought without results', () => {
    expect(attainment8([])).toBe(0);
    expect(attainment8([{ subject: 'maths' }])).toBe(0);
  });
});
