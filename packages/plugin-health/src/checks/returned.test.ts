import { recordInput } from '@cic/core';
import { statutoryOutcomes } from '@cic/core/records';
import { aChild, aHistoryWith } from '@cic/core/testing';
import { describe, expect, it } from 'vitest';
import { found } from '../../test/tell.ts';
import {
  healthCheck,
  healthOrganisation,
  healthServiceCapacity,
  healthTraining,
  responsibleCommissioner,
  strengthsAndDifficulties,
} from '../generated/records.ts';

const settled = aChild({ born: '2012-05-01' }).startedOn('2024-01-08');
const foundOf = (told: typeof settled) => found([told]);

describe('the statutory return beside the health records', () => {
  it('is compared fact by fact, and the records stand', () => {
    const told = settled
      .with(healthCheck, { kind: 'dental', held: '2025-06-01', status: 'completed' })
      .with(strengthsAndDifficulties, {
        informant: 'carer',
        completed: '2025-06-01',
        totalDifficulties: 10,
        usedIn: ['review'],
      })
      .with(statutoryOutcomes, {
        asAt: '2026-03-31',
        dentalCheck: false,
        immunisations: true,
        strengthsAndDifficultiesScore: 12,
      });
    expect(foundOf(told)).toEqual([
      'health-differs-from-return: Dental check in the year to 2026-03-31: the return says no, the health records yes',
      'health-differs-from-return: Questionnaire in the year to 2026-03-31: the return has the score 12, the health records 10 of 2025-06-01',
    ]);
  });
});

describe('organisations and numbers', () => {
  it('exist in their years: the reorganisation of April 2013 [HLT-27]', () => {
    const history = aHistoryWith(
      [
        recordInput({
          type: healthOrganisation,
          records: [
            {
              id: 'pct',
              name: 'Primary Care Trust',
              kind: 'primary-care-trust',
              end: '2013-03-31',
              successor: 'ccg',
            },
            {
              id: 'ccg',
              name: 'Clinical Commissioning Group',
              kind: 'clinical-commissioning-group',
              start: '2013-04-01',
              end: '2022-06-30',
              successor: 'icb',
            },
          ],
        }),
      ],
      aChild({ born: '2010-05-01' })
        .startedOn('2012-01-08')
        .with(
          responsibleCommissioner,
          { organisation: 'pct', start: '2012-01-08' },
          { organisation: 'ccg', start: '2013-01-01', end: '2014-01-01' },
          { organisation: 'trust', start: '2014-01-01' },
        ),
    );
    expect(found(history, 'responsible-commissioner-organisation')).toEqual([
      "The commissioner 'pct' ended on 2013-03-31 and is still named on 2026-03-31; 'ccg' took its place",
      "The commissioner 'ccg' is named from 2013-01-01, but exists from 2013-04-01",
      "The commissioner 'trust' from 2014-01-01 is no organisation on record",
    ]);
    expect(found(history, 'health-organisation-years')).toEqual([
      "'ccg' names 'icb' as its successor, which is not on record",
    ]);
  });

  it('do not have more people than there can be [HLT-21] [HLT-25]', () => {
    const history = aHistoryWith([
      recordInput({
        type: healthTraining,
        records: [
          {
            id: 't1',
            topic: 'disability',
            audience: 'foster-carers',
            held: '2025-01-01',
            invited: 10,
            attended: 12,
          },
        ],
      }),
      recordInput({
        type: healthServiceCapacity,
        records: [{ id: 'c1', service: 'camhs', asAt: '2025-09-30', posts: 2, postsFilled: 3 }],
      }),
    ]);
    expect(found(history, 'health-numbers-implausible')).toEqual([
      "12 attended training 't1', but 10 were invited",
      "Capacity 'c1' of 2025-09-30: 3 posts are filled, but 2 funded",
    ]);
  });
});
