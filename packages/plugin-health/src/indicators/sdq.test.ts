import { financialYear, type IsoDate, trend } from '@cic/core';
import { statutoryOutcomes } from '@cic/core/records';
import { aChild, type ChildStory } from '@cic/core/testing';
import { describe, expect, it } from 'vitest';
import { by, council, listed, parts, value } from '../../test/tell.ts';
import { healthPlan, strengthsAndDifficulties } from '../generated/records.ts';

const settled = (id: string, born: IsoDate = '2012-05-01', place = 'U6') =>
  aChild({ id, born }).startedOn('2020-01-08', { placementType: place });
const scored = (id: string, totalDifficulties: number, completed: IsoDate = '2025-11-03', born?: IsoDate) =>
  settled(id, born).with(strengthsAndDifficulties, { informant: 'carer', completed, totalDifficulties });

describe('completion', () => {
  it('is of children of 4 to 16 looked after for twelve months: required, completed, percent [HLT-11]', () => {
    const told = [
      scored('A', 12),
      scored('B', 20, '2025-03-31'),
      settled('C'),
      scored('D', 9, '2025-11-03', '2021-06-01'),
      scored('E', 9, '2025-11-03', '2009-03-31'),
      scored('F', 9, '2025-11-03', '2009-04-01'),
    ];
    expect(value('sdq-required', told)).toBe(5);
    expect(parts('sdq-completion', told)).toEqual([3, 5]);
    expect(value('sdq-completed', told)).toBe(3);
    expect(parts('sdq-completion-5-to-16', told)).toEqual([2, 4]);
  });

  it('recomputes the strategy of 2012: 99 of 266 are 37.2 percent, not the printed 38, with an average of 16.9 [HLT-11] [D-HEA-05]', () => {
    // 89 scores of 17 and 10 of 16 make the printed average.
    const told: ChildStory[] = Array.from({ length: 266 }, (_, i) => {
      const child = aChild({ id: `C${i}`, born: '2000-01-01' }).startedOn('2005-02-01');
      return i < 99
        ? child.with(statutoryOutcomes, {
            asAt: '2012-03-31',
            strengthsAndDifficultiesScore: i < 89 ? 17 : 16,
          })
        : child.with(statutoryOutcomes, { asAt: '2012-03-31', reasonNoScore: 'SDQ4' });
    });
    const asked = { period: financialYear(2012) };
    expect(value('sdq-required', told, asked)).toBe(266);
    expect(value('sdq-completed', told, asked)).toBe(99);
    expect(value('sdq-completion', told, asked)).toBe(37.2);
    expect(value('sdq-average-score', told, asked)).toBe(16.9);
  });

  it('is unknown where nobody has a score for the year', () => {
    expect(value('sdq-completion', [settled('A')])).toBeNull();
    expect(
      value('sdq-completion', [scored('A', 12, '2024-05-01')], { period: financialYear(2024) }),
    ).toBeNull();
  });
});

describe('scores', () => {
  it('are averaged, lower is better: 16.4 to 16.9 is worse [IND-03]', () => {
    const { polarity } = council.indicator('sdq-average-score');
    const compared = trend(
      { value: 16.9, period: financialYear(2012) },
      { value: 16.4, period: financialYear(2011) },
      polarity,
    );
    expect([compared.direction, compared.performance]).toEqual(['up', 'worse']);
  });

  it('fall in bands, by age, sex and kind of carer [D-HEA-05] [HLT-11]', () => {
    const told = [
      scored('A', 13),
      scored('B', 14),
      settled('C', '2012-05-01', 'K2').with(strengthsAndDifficulties, {
        informant: 'carer',
        completed: '2025-06-01',
        totalDifficulties: 17,
      }),
      settled('D').with(strengthsAndDifficulties, {
        informant: 'carer',
        carer: 'kinship',
        completed: '2025-06-01',
        totalDifficulties: 4,
      }),
    ];
    expect(by('sdq-band', 'sdq-completed', told)).toEqual({
      normal: 2,
      borderline: 1,
      'cause-for-concern': 1,
    });
    expect(value('sdq-borderline-or-high', told)).toBe(50);
    expect(value('sdq-cause-for-concern', told)).toBe(25);
    expect(by('sdq-carer', 'sdq-average-score', told)).toEqual({ foster: 13.5, kinship: 4, residential: 17 });
    expect(by('age', 'sdq-average-score', told)).toEqual({ '10-15': 12 });
  });

  it('are worked out from the 25 answers where they are there', () => {
    const items = Array.from({ length: 25 }, () => 1);
    const told = settled('A').with(strengthsAndDifficulties, {
      informant: 'carer',
      completed: '2025-06-01',
      items,
      totalDifficulties: 3,
    });
    expect(value('sdq-average-score', [told])).toBe(20);
  });

  it('come from the return where there are no questionnaires; the last of the year counts', () => {
    const told = [
      settled('A').with(statutoryOutcomes, { asAt: '2026-03-31', strengthsAndDifficultiesScore: 30 }),
      scored('B', 10, '2025-06-01')
        .with(strengthsAndDifficulties, {
          informant: 'carer',
          completed: '2026-01-10',
          totalDifficulties: 12,
        })
        .with(statutoryOutcomes, { asAt: '2026-03-31', strengthsAndDifficultiesScore: 11 }),
    ];
    expect(value('sdq-average-score', told)).toBe(21);
    expect(by('sdq-source', 'sdq-completed', told)).toEqual({ 'health-records': 1, 'statutory-return': 1 });
  });

  it('change over the years a child is in care: from 20 to 12 and from 8 to 10 is -3 on average [D-HEA-05]', () => {
    const changed = (id: string, first: number, last: number) =>
      scored(id, first, '2023-05-01').with(strengthsAndDifficulties, {
        informant: 'carer',
        completed: '2025-06-01',
        totalDifficulties: last,
      });
    expect(value('sdq-change', [changed('A', 20, 12), changed('B', 8, 10), scored('C', 30)])).toBe(-3);
  });

  it('come from carer, young person and school [D-HEA-05]', () => {
    const answers = (id: string, ...informants: ('carer' | 'teacher' | 'social-worker')[]) =>
      settled(id).with(
        strengthsAndDifficulties,
        ...informants.map((informant) => ({
          informant,
          completed: '2025-06-01' as const,
          totalDifficulties: 10,
        })),
      );
    expect(
      value('sdq-three-informants', [
        answers('A', 'carer', 'teacher', 'social-worker'),
        answers('B', 'carer'),
      ]),
    ).toBe(50);
  });
});

it('results are used in care plan, assessment and review, and flagged where they are not [D-HEA-06]', () => {
  const used = settled('A').with(strengthsAndDifficulties, {
    informant: 'carer',
    completed: '2025-06-01',
    totalDifficulties: 10,
    usedIn: ['care-plan', 'review'],
  });
  expect(value('sdq-used', [used, scored('B', 12)])).toBe(50);
  expect(
    listed('health-tracker', [used, scored('B', 12)]).map(({ flags }) =>
      (flags as string[]).filter((flag) => flag.startsWith('Questionnaire of')),
    ),
  ).toEqual([[], ['Questionnaire of 2025-11-03 not used in care plan, assessment or review']]);
  const plan = (id: string, questionnaireUsed: boolean) =>
    settled(id).with(healthPlan, { start: '2025-06-01', questionnaireUsed });
  expect(value('health-plans-using-sdq', [plan('A', true), plan('B', false)])).toBe(50);
});
