import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sdqBand, sdqFourBand } from './bands.ts';
import { DIFFICULTIES, type SdqScale, scoreImpact, scoreSdq, sdqScales } from './score.ts';

const all = (answer: number | null): (number | null)[] => Array.from({ length: 25 }, () => answer);
const withItems = (start: (number | null)[], items: Readonly<Record<number, number | null>>) =>
  start.map((answer, i) => (i + 1 in items ? items[i + 1]! : answer));

describe('the questionnaire', () => {
  it('has five items a scale, every item in one scale', () => {
    const items = Object.values(sdqScales).flatMap(({ items }) => items);
    expect([...items].sort((a, b) => a - b)).toEqual(Array.from({ length: 25 }, (_, i) => i + 1));
  });

  it('counts the items 7, 11, 14, 21 and 25 the other way round: all nought is not no difficulty', () => {
    expect(scoreSdq(all(0))).toMatchObject({
      emotional: 0,
      conduct: 2,
      hyperactivity: 4,
      peer: 4,
      prosocial: 0,
      totalDifficulties: 10,
      missing: 0,
      prorated: false,
    });
    expect(scoreSdq(all(2))).toMatchObject({
      emotional: 10,
      conduct: 8,
      hyperactivity: 6,
      peer: 6,
      prosocial: 10,
      totalDifficulties: 30,
    });
    expect(scoreSdq(all(1)).totalDifficulties).toBe(20);
  });

  it('reaches from 0 to 40', () => {
    const reversed = { 7: 2, 11: 2, 14: 2, 21: 2, 25: 2 };
    expect(scoreSdq(withItems(all(0), reversed)).totalDifficulties).toBe(0);
    expect(
      scoreSdq(withItems(all(2), Object.fromEntries(Object.keys(reversed).map((item) => [item, 0]))))
        .totalDifficulties,
    ).toBe(40);
  });

  it('prorates a scale with three answers: a sum of 4 on three items makes 7', () => {
    const score = scoreSdq(withItems(all(1), { 3: 2, 8: 1, 13: 1, 16: null, 24: null }));
    expect(score).toMatchObject({ emotional: 7, missing: 2, prorated: true });
    expect(score.totalDifficulties).toBe(22);
  });

  it('rounds halves up when it prorates: 2 on four items makes 2.5, and so 3', () => {
    expect(scoreSdq(withItems(all(0), { 3: 1, 8: 1, 24: null })).emotional).toBe(3);
  });

  it('has no score for a scale with two answers, and then no total', () => {
    const score = scoreSdq(withItems(all(1), { 3: null, 8: null, 13: null }));
    expect(score).toMatchObject({ emotional: null, conduct: 5, totalDifficulties: null, missing: 3 });
    expect(scoreSdq(withItems(all(1), { 1: null, 4: null, 9: null }))).toMatchObject({
      prosocial: null,
      totalDifficulties: 20,
    });
  });

  it('takes anything that is no answer as missing', () => {
    expect(scoreSdq([3, -1, Number.NaN, 7])).toMatchObject({ totalDifficulties: null, missing: 25 });
    expect(scoreSdq([])).toMatchObject({ prosocial: null, missing: 25 });
  });

  it('keeps every scale within 0 to 10 and the total their sum', () => {
    const answer = fc.constantFrom(0, 1, 2, null);
    fc.assert(
      fc.property(fc.array(answer, { minLength: 25, maxLength: 25 }), (answers) => {
        const score = scoreSdq(answers);
        for (const scale of Object.keys(sdqScales) as SdqScale[]) {
          const value = score[scale];
          if (value !== null) expect(value >= 0 && value <= 10).toBe(true);
        }
        const parts = DIFFICULTIES.map((scale) => score[scale]);
        expect(score.totalDifficulties).toBe(
          parts.includes(null) ? null : parts.reduce<number>((sum, part) => sum + part!, 0),
        );
      }),
    );
  });

  it('has an impact score of its own', () => {
    expect(scoreImpact([0, 1, 2, 3, 3])).toBe(5);
    expect(scoreImpact([1, 1, 1, 1, 1])).toBe(0);
    expect(scoreImpact([3, 3, 3, 3, 3])).toBe(10);
    expect(scoreImpact([3, null, undefined])).toBe(2);
    expect(scoreImpact([])).toBeNull();
  });
});

describe('bands', () => {
  it('of the carer version are 0 to 13, 14 to 16 and 17 to 40 [HLT-13]', () => {
    expect([0, 13, 14, 16, 17, 40].map((score) => sdqBand(score))).toEqual([
      'normal',
      'normal',
      'borderline',
      'borderline',
      'cause-for-concern',
      'cause-for-concern',
    ]);
  });

  it('of the other versions have their own edges', () => {
    expect([11, 12, 15, 16].map((score) => sdqBand(score, 'teacher'))).toEqual([
      'normal',
      'borderline',
      'borderline',
      'cause-for-concern',
    ]);
    expect([15, 16, 19, 20].map((score) => sdqBand(score, 'child'))).toEqual([
      'normal',
      'borderline',
      'borderline',
      'cause-for-concern',
    ]);
    expect([3, 4, 5, 6].map((score) => sdqBand(score, 'child', 'peer'))).toEqual([
      'normal',
      'borderline',
      'borderline',
      'cause-for-concern',
    ]);
  });

  it('turn round for the prosocial scale', () => {
    expect([10, 6, 5, 4, 0].map((score) => sdqBand(score, 'carer', 'prosocial'))).toEqual([
      'normal',
      'normal',
      'borderline',
      'cause-for-concern',
      'cause-for-concern',
    ]);
    expect([8, 7, 6, 5].map((score) => sdqFourBand(score, 'carer', 'prosocial'))).toEqual([
      'close-to-average',
      'slightly-raised',
      'high',
      'very-high',
    ]);
  });

  it('of the newer scheme are four: a teacher’s total of 16 to 18 is high', () => {
    expect([11, 12, 15, 16, 18, 19].map((score) => sdqFourBand(score, 'teacher'))).toEqual([
      'close-to-average',
      'slightly-raised',
      'slightly-raised',
      'high',
      'high',
      'very-high',
    ]);
    expect([13, 14, 16, 17, 19, 20].map((score) => sdqFourBand(score))).toEqual([
      'close-to-average',
      'slightly-raised',
      'slightly-raised',
      'high',
      'high',
      'very-high',
    ]);
    expect([5, 6, 7, 8, 9].map((score) => sdqFourBand(score, 'teacher', 'hyperactivity'))).toEqual([
      'close-to-average',
      'slightly-raised',
      'slightly-raised',
      'high',
      'very-high',
    ]);
  });
});
