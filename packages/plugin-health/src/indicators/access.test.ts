import { placement } from '@cic/core/records';
import { aChild } from '@cic/core/testing';
import { describe, expect, it } from 'vitest';
import { parts, value } from '../../test/tell.ts';
import {
  healthCheck,
  healthIssue,
  healthPlan,
  healthRegistration,
  patientHeldRecord,
} from '../generated/records.ts';

const settled = (id: string) => aChild({ id }).startedOn('2024-01-08');
const away = (id: string) => aChild({ id }).startedOn('2024-01-08', { placementLocation: 'OUT' });

describe('registration', () => {
  it('with a GP in the area of the placement: there, elsewhere, unknown [HLT-15]', () => {
    const gp = { kind: 'gp', start: '2020-01-01' } as const;
    const livesIn = { start: '2024-01-08', placementType: 'U6', placementAuthority: 'E06000015' } as const;
    const told = [
      away('A')
        .with(placement, livesIn)
        .with(healthRegistration, { ...gp, authority: 'E06000015' }),
      away('B')
        .with(placement, livesIn)
        .with(healthRegistration, { ...gp, authority: 'E10000007' }),
      away('C').with(healthRegistration, { ...gp, confirmedInPlacementArea: '2024-02-01' }),
      away('D').with(healthRegistration, { ...gp, confirmedInPlacementArea: '2023-02-01' }),
      away('E').with(healthRegistration, { ...gp, end: '2025-01-01' }),
      settled('F').with(healthRegistration, gp),
    ];
    expect(parts('out-of-area-registered-with-gp', told)).toEqual([2, 5]);
    expect(parts('registered-with-gp', told)).toEqual([5, 6]);
    expect(value('registered-with-dentist', told)).toBe(0);
  });

  it('refused is none', () => {
    expect(
      value('registered-with-gp', [
        settled('A').with(healthRegistration, { kind: 'gp', start: '2025-01-01', status: 'refused' }),
      ]),
    ).toBe(0);
  });
});

it('a dentist who is not to be had is counted: one case, as in the audit of 2008 [HLT-16]', () => {
  const told = [
    settled('A').with(healthCheck, {
      kind: 'dental',
      due: '2025-11-01',
      status: 'not-available',
      accessProblem: 'no-dentist-available',
    }),
    settled('B').with(healthCheck, { kind: 'dental', held: '2025-11-01', status: 'completed' }),
    settled('C').with(healthIssue, { issue: 'no-dentist-available', raised: '2024-05-01' }),
  ];
  expect(value('dentist-not-available', told)).toBe(1);
});

it('health plans are current, cover dental needs, and are judged [HLT-14]', () => {
  const told = [
    settled('A').with(healthPlan, {
      start: '2025-06-01',
      reviewDue: '2026-06-01',
      status: 'agreed',
      includesDental: true,
      quality: 'good',
    }),
    settled('B').with(healthPlan, {
      start: '2024-06-01',
      reviewDue: '2025-06-01',
      includesDental: false,
      quality: 'inadequate',
    }),
    settled('C').with(healthPlan, { start: '2025-06-01', status: 'draft' }),
    settled('D'),
  ];
  expect(parts('health-plan-current', told)).toEqual([1, 4]);
  expect(parts('health-plans-with-dental-needs', told)).toEqual([1, 3]);
  expect(parts('health-plans-good', told)).toEqual([1, 2]);
});

it('a patient held record is noted per child [HLT-28]', () => {
  const told = [
    settled('A').with(patientHeldRecord, { issued: '2025-01-01' }),
    settled('B').with(patientHeldRecord, { issued: '2024-01-01', ended: '2025-01-01' }),
  ];
  expect(value('patient-held-record', told)).toBe(50);
});

it('issues stay open until they are settled [D-HEA-15]', () => {
  const told = [
    settled('A').with(healthIssue, { issue: 'consent', raised: '2025-05-01', resolved: '2025-06-01' }),
    settled('B').with(healthIssue, { issue: 'consent', raised: '2025-05-01' }),
  ];
  expect(value('health-issues-open', told)).toBe(1);
});
