import { aChild } from '@cic/core/testing';
import { describe, expect, it } from 'vitest';
import { found } from '../../test/tell.ts';
import {
  healthAssessment,
  healthCheck,
  healthReferral,
  immunisation,
  substanceMisuse,
} from '../generated/records.ts';

const settled = aChild({ born: '2012-05-01' }).startedOn('2024-01-08');
const foundOf = (told: typeof settled) => found([told]);

describe('days', () => {
  it('before birth or in the future are found in every kind of record', () => {
    const told = settled
      .with(healthAssessment, { kind: 'review', held: '2011-05-01' })
      .with(healthCheck, { kind: 'dental', held: '2027-01-01', status: 'completed' });
    expect(foundOf(told)).toEqual([
      'health-impossible-day: Health assessment of 2011-05-01 lies before the birth of the child on 2012-05-01',
      'health-impossible-day: Health check of 2027-01-01 lies after 2026-03-31, the last day that is known',
    ]);
  });

  it('in the wrong order are told with both', () => {
    expect(
      foundOf(
        settled.with(healthAssessment, {
          kind: 'review',
          requested: '2025-06-01',
          held: '2025-05-01',
          reported: '2025-04-01',
        }),
      ),
    ).toEqual([
      'health-assessment-order: Health assessment: the child was seen before the assessment was asked for (requested 2025-06-01, held 2025-05-01)',
      'health-assessment-order: Health assessment: the report came before the child was seen (held 2025-05-01, reported 2025-04-01)',
    ]);
    expect(
      foundOf(
        settled.with(healthReferral, { service: 'camhs', referred: '2025-06-01', seen: '2025-05-01' }),
      )[0],
    ).toContain('the child was seen before the referral');
    expect(
      foundOf(
        settled.with(substanceMisuse, {
          screened: '2025-05-01',
          identified: '2025-06-01',
          interventionStarted: '2025-05-01',
        }),
      )[0],
    ).toContain('help started before the problem was found');
  });

  it('with two of a kind would count twice', () => {
    const told = settled.with(
      immunisation,
      { vaccine: 'mmr', given: '2013-06-02' },
      { vaccine: 'mmr', given: '2013-06-02' },
    );
    expect(found([told], 'immunisation-twice')).toEqual([
      'Immunisation: there are two for mmr on 2013-06-02',
    ]);
    const assessed = settled.with(
      healthAssessment,
      { kind: 'review', held: '2025-05-01' },
      { kind: 'review', held: '2025-05-01' },
    );
    expect(found([assessed], 'health-assessment-twice')).toEqual([
      'Health assessment: there are two for review on 2025-05-01',
    ]);
  });
});
