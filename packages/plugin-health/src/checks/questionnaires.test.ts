import { aChild } from '@cic/core/testing';
import { describe, expect, it } from 'vitest';
import { found } from '../../test/tell.ts';
import { strengthsAndDifficulties } from '../generated/records.ts';

const settled = aChild({ born: '2012-05-01' }).startedOn('2024-01-08');
const foundOf = (told: typeof settled) => found([told]);

describe('questionnaires', () => {
  const answered = {
    informant: 'carer' as const,
    completed: '2025-06-01' as const,
    usedIn: ['review' as const],
  };
  const items = Array.from({ length: 25 }, () => 1);

  it('whose total does not match the answers or the scales are found', () => {
    expect(
      foundOf(settled.with(strengthsAndDifficulties, { ...answered, items, totalDifficulties: 12, peer: 4 })),
    ).toEqual([
      'sdq-total-differs: Questionnaire of the carer of 2025-06-01: the total is given as 12, the answers make 20',
      'sdq-total-differs: Questionnaire of the carer of 2025-06-01: peer is given as 4, the answers make 5',
    ]);
    expect(
      foundOf(
        settled.with(strengthsAndDifficulties, {
          ...answered,
          emotional: 1,
          conduct: 2,
          hyperactivity: 3,
          peer: 4,
          totalDifficulties: 11,
        }),
      ),
    ).toEqual([
      'sdq-total-differs: Questionnaire of the carer of 2025-06-01: the total is given as 11, the scales make 10',
    ]);
  });

  it('have a score or a reason for none, not both and not neither', () => {
    expect(foundOf(settled.with(strengthsAndDifficulties, answered))).toEqual([
      'sdq-no-score: Questionnaire of the carer of 2025-06-01 has neither a score nor a reason why there is none',
    ]);
    expect(
      foundOf(
        settled.with(strengthsAndDifficulties, { ...answered, totalDifficulties: 12, reasonNoScore: 'SDQ2' }),
      ),
    ).toEqual([
      'sdq-score-and-reason: Questionnaire of the carer of 2025-06-01 has the score 12 and the reason SDQ2 why there is none',
    ]);
  });

  it('belong to an age', () => {
    const young = aChild({ born: '2017-05-01' }).startedOn('2024-01-08');
    expect(
      foundOf(
        young.with(strengthsAndDifficulties, { ...answered, informant: 'child', totalDifficulties: 9 }),
      ),
    ).toEqual([
      'sdq-wrong-age: Questionnaire of the child of 2025-06-01 was completed at 8, the form is for 11 to 17',
    ]);
    const toddler = aChild({ born: '2023-05-01' }).startedOn('2024-01-08');
    expect(foundOf(toddler.with(strengthsAndDifficulties, { ...answered, reasonNoScore: 'SDQ1' }))).toEqual([
      'sdq-reason-not-required: The reason SDQ1 is given on 2025-06-01 for a child of 2',
    ]);
  });
});
