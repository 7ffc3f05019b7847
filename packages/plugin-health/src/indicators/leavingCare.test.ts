import { financialYear } from '@cic/core';
import { aChild, type ChildStory } from '@cic/core/testing';
import { describe, expect, it } from 'vitest';
import { parts, value } from '../../test/tell.ts';
import {
  adultHealthTransition,
  healthHistorySummary,
  transitionHealthCheck,
  wellbeingResponse,
} from '../generated/records.ts';

const leaver = (id: string, reason = 'E5') =>
  aChild({ id, born: '2007-10-01' }).startedOn('2015-01-05').ceasedOn('2025-10-01', reason);

it('young people leaving care are offered and given their health history, with consent [D-HEA-07]', () => {
  const told = [
    leaver('A').with(healthHistorySummary, {
      offered: '2025-06-01',
      consented: '2025-06-01',
      given: '2025-09-01',
    }),
    leaver('B').with(healthHistorySummary, { offered: '2025-06-01', declined: '2025-06-01' }),
    leaver('C'),
    leaver('D', 'E11'),
    aChild({ id: 'E', born: '2012-10-01' }).startedOn('2015-01-05').ceasedOn('2025-10-01'),
  ];
  expect(parts('health-history-summary-offered', told)).toEqual([2, 3]);
  expect(parts('health-history-summary-given', told)).toEqual([1, 3]);
});

it('a check counts between the 18th and the 19th birthday only [D-HEA-08]', () => {
  const told = [
    leaver('A').with(transitionHealthCheck, { held: '2026-09-30', channel: 'email' }),
    leaver('B').with(transitionHealthCheck, { held: '2026-10-01', channel: 'phone' }),
    leaver('C'),
  ];
  expect(parts('transition-health-check-completed', told, { period: financialYear(2027) })).toEqual([1, 3]);
  expect(parts('transition-health-check-completed', told)).toEqual([0, 0]);
});

it('the move to adult mental health services is planned [HLT-26]', () => {
  const told = [
    leaver('A').with(adultHealthTransition, {
      service: 'adult-mental-health',
      identified: '2025-01-10',
      planned: '2025-03-01',
    }),
    leaver('B').with(adultHealthTransition, { service: 'adult-mental-health', identified: '2025-01-10' }),
    leaver('C').with(adultHealthTransition, {
      service: 'adult-mental-health',
      identified: '2024-01-10',
      transferred: '2025-05-01',
    }),
  ];
  expect(parts('adult-mental-health-transition-planned', told)).toEqual([1, 2]);
});

describe('the survey of care leavers', () => {
  const answered = (
    count: number,
    physicalHealth: 'very-well' | 'well' | 'ok' | 'unwell',
    mentalHealth: 'well' | 'ok' | 'very-unwell',
    from: number,
  ): ChildStory[] =>
    Array.from({ length: count }, (_, i) =>
      leaver(`S${from + i}`).with(wellbeingResponse, {
        survey: 'care-leavers-2018',
        answered: '2018-10-05',
        physicalHealth,
        mentalHealth,
      }),
    );

  it('gives 67 and 24 percent for physical, 51 and 30 for mental health, as printed [D-HEA-14]', () => {
    const told = [
      ...answered(30, 'very-well', 'well', 0),
      ...answered(21, 'well', 'well', 30),
      ...answered(16, 'well', 'ok', 51),
      ...answered(3, 'ok', 'ok', 67),
      ...answered(21, 'ok', 'very-unwell', 70),
      ...answered(9, 'unwell', 'very-unwell', 91),
    ];
    const asked = { period: financialYear(2019) };
    expect(value('survey-physical-health-well', told, asked)).toBe(67);
    expect(value('survey-physical-health-ok', told, asked)).toBe(24);
    expect(value('survey-mental-health-well', told, asked)).toBe(51);
    expect(value('survey-mental-health-unwell', told, asked)).toBe(30);
  });
});
