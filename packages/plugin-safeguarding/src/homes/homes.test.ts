import { computeIndicators, day, financialYear, recordInput, toInside } from '@cic/core';
import { aHistoryWith } from '@cic/core/testing';
import { describe, expect, it } from 'vitest';
import { council, listed } from '../../test/tell.ts';
import {
  homeFinding,
  missingProcedure,
  providerConcern,
  type SafeguardingTraining,
  safeguardingTraining,
} from '../generated/records.ts';
import { trainedShare, trainingCoverage } from './training.ts';

const trainings: SafeguardingTraining[] = [
  { provider: 'home-1', topic: 'sexual-exploitation', held: '2024-05-01', trained: 5, inPost: 20 },
  { provider: 'home-1', topic: 'sexual-exploitation', held: '2024-11-01', trained: 18, inPost: 20 },
  { provider: 'home-2', topic: 'sexual-exploitation', held: '2024-06-01', trained: 11, inPost: 10 },
  { provider: 'home-2', topic: 'e-safety', held: '2024-06-01', trained: 4 },
  { provider: 'home-2', topic: 'e-safety', held: '2026-06-01', trained: 9, inPost: 10 },
];
const inside = trainings.map((one) => toInside(safeguardingTraining, one));

describe('training of staff', () => {
  it('is known by home, topic and day [SAF-08]', () => {
    const rows = listed(
      'safeguarding-training-by-home',
      aHistoryWith([recordInput({ type: safeguardingTraining, records: trainings })]),
    );
    expect(rows).toEqual([
      {
        provider: 'home-1',
        topic: 'Sexual exploitation',
        held: '2024-11-01',
        trained: 18,
        inPost: 20,
        percent: 90,
      },
      {
        provider: 'home-2',
        topic: 'Sexual exploitation',
        held: '2024-06-01',
        trained: 10,
        inPost: 10,
        percent: 100,
      },
    ]);
  });

  it('reaches a share of all people in post: 95 percent in restorative justice [SAF-13]', () => {
    expect(trainedShare(trainingCoverage(inside, day('2025-03-31')), 'sexual-exploitation')).toBeCloseTo(
      (28 / 30) * 100,
      9,
    );
    expect(trainedShare(trainingCoverage(inside, day('2025-03-31')), 'e-safety')).toBeNull();
    const restorative = toInside(safeguardingTraining, {
      provider: 'home-1',
      topic: 'restorative-justice',
      held: '2008-03-01',
      trained: 19,
      inPost: 20,
    });
    expect(trainedShare(trainingCoverage([restorative], day('2008-03-31')), 'restorative-justice')).toBe(95);
  });
});

describe('figures of training', () => {
  const of = (id: string, by: string[][] = []) => {
    const history = aHistoryWith([recordInput({ type: safeguardingTraining, records: trainings })]);
    const [result] = computeIndicators({
      council,
      historyFor: () => history,
      indicators: [council.indicator(id)],
      periods: [financialYear(2025)],
      by,
    });
    return result!;
  };

  it('count people in post and trained, by topic [SAF-08] [SAF-13]', () => {
    expect(of('staff-trained-exploitation-and-e-safety')).toMatchObject({ numerator: 28, denominator: 30 });
    expect(of('staff-trained-restorative-justice').value).toBeNull();
    const rows = of('staff-trained', [['training-topic']]).breakdowns.get('training-topic')!;
    expect(rows.flatMap(({ labels, numerator }) => (numerator ? [[labels[0], numerator]] : []))).toEqual([
      ['Sexual exploitation', 28],
    ]);
  });
});

describe('concerns about a provider', () => {
  it('are listed with the visits that followed [D-SAF-09]', () => {
    const rows = listed(
      'provider-concerns',
      aHistoryWith([
        recordInput({
          type: providerConcern,
          records: [
            { id: 'a', provider: 'home-1', raised: '2024-05-01', level: 'red' },
            {
              id: 'b',
              provider: 'agency-1',
              raised: '2024-06-01',
              level: 'amber',
              visits: [{ on: '2024-06-10' }, { on: '2025-06-10' }],
            },
            { id: 'c', provider: 'home-2', raised: '2024-06-01', level: 'amber', closed: '2024-07-01' },
          ],
        }),
      ]),
    );
    expect(rows).toEqual([
      {
        provider: 'home-1',
        raised: '2024-05-01',
        level: 'red',
        visits: 0,
        lastVisit: '',
        flags: ['not visited since it was raised', 'grave'],
      },
      {
        provider: 'agency-1',
        raised: '2024-06-01',
        level: 'amber',
        visits: 1,
        lastVisit: '2024-06-10',
        flags: [],
      },
    ]);
  });

  it('and findings of regulation 44 and 45 are listed until they are done', () => {
    const rows = listed(
      'home-findings-open',
      aHistoryWith([
        recordInput({
          type: homeFinding,
          records: [
            {
              id: 'a',
              provider: 'home-1',
              report: 'regulation-44',
              found: '2024-05-01',
              text: 'Doors.',
              due: '2024-06-01',
              safeguarding: false,
            },
            {
              id: 'b',
              provider: 'home-1',
              report: 'regulation-45',
              found: '2024-05-01',
              text: 'Menus.',
              done: '2024-06-01',
            },
          ],
        }),
      ]),
    );
    expect(rows.map(({ text, flags }) => [text, flags])).toEqual([
      ['Doors.', ['overdue', 'children not effectively safeguarded']],
    ]);
  });
});

describe('the procedure on missing children', () => {
  it('has one number and one team, the one that holds on the day [SAF-21]', () => {
    const rows = listed(
      'missing-procedures',
      aHistoryWith([
        recordInput({
          type: missingProcedure,
          records: [
            {
              id: 'old',
              title: 'Old',
              reportTo: '01234 111111',
              team: 'Old team',
              start: '2010-01-01',
              end: '2020-01-01',
            },
            {
              id: 'new',
              title: 'New',
              reportTo: '01234 567890',
              team: 'Missing children team',
              start: '2020-01-01',
              reviewDue: '2024-01-01',
            },
          ],
        }),
      ]),
    );
    expect(rows).toEqual([
      {
        reportTo: '01234 567890',
        team: 'Missing children team',
        title: 'New',
        reviewDue: '2024-01-01',
        flags: ['review overdue'],
      },
    ]);
  });
});
