import { financialYear, recordInput } from '@cic/core';
import { adoptionDecision } from '@cic/core/records';
import { aChild, aHistoryWith } from '@cic/core/testing';
import { describe, expect, it } from 'vitest';
import { by, parts, value } from '../../test/tell.ts';
import {
  growthMeasurement,
  healthAssessment,
  healthPromotion,
  healthTraining,
  physicalActivity,
} from '../generated/records.ts';

const settled = (id: string) => aChild({ id }).startedOn('2022-01-08');

describe('body mass index', () => {
  const measured = (id: string, bmiCentile: number) =>
    settled(id).with(growthMeasurement, { measured: '2025-06-19', bmiCentile });

  it('lies from the 91st to below the 98th centile for some, and their share changes over time [D-HEA-10]', () => {
    const told = [
      measured('A', 90.9),
      measured('B', 91).with(growthMeasurement, { measured: '2024-06-19', bmiCentile: 95 }),
      measured('C', 97.9).with(growthMeasurement, { measured: '2024-06-19', bmiCentile: 50 }),
      measured('D', 98),
      settled('E').with(growthMeasurement, { measured: '2024-06-19', bmiBand: 'overweight' }),
    ];
    expect(parts('bmi-91-98', told)).toEqual([2, 4]);
    expect(parts('bmi-98-and-over', told)).toEqual([1, 4]);
    expect(parts('bmi-91-98', told, { period: financialYear(2025) })).toEqual([2, 3]);
    expect(by('bmi-band', 'children-in-care', told)).toEqual({
      healthy: 1,
      overweight: 2,
      'very-overweight': 1,
      'not-known': 1,
    });
  });
});

it('children take part in sport, and use the free leisure offer [D-HEA-11]', () => {
  const told = [
    settled('A').with(physicalActivity, { start: '2025-05-01', kind: 'swimming', freeLeisureOffer: true }),
    settled('B').with(physicalActivity, { start: '2023-05-01', kind: 'football', end: '2025-06-01' }),
    settled('C').with(physicalActivity, { start: '2023-05-01', kind: 'dance', end: '2024-06-01' }),
  ];
  expect(parts('physical-activity', told)).toEqual([2, 3]);
  expect(parts('free-leisure-offer', told)).toEqual([1, 3]);
});

it('young people who smoke are offered help to stop', () => {
  const smokes = (id: string, offered: boolean) =>
    settled(id).with(healthPromotion, { topic: 'smoking', on: '2025-06-01', applies: true, offered });
  expect(
    parts('stop-smoking-offered', [
      smokes('A', true),
      smokes('B', false),
      settled('C').with(healthPromotion, { topic: 'smoking', on: '2025-06-01', applies: false }),
    ]),
  ).toEqual([1, 2]);
});

it('assessments cover what the standards ask for, for the ages and children it concerns', () => {
  const assessed = (
    id: string,
    topics: ('sexual-health' | 'healthy-eating' | 'trauma-and-journey')[],
    unaccompaniedUntil?: 'still',
  ) =>
    aChild({ id, ...(unaccompaniedUntil ? { unaccompaniedUntil } : {}) })
      .startedOn('2022-01-08')
      .with(healthAssessment, { kind: 'review', held: '2025-06-01', topics });
  const told = [
    assessed('A', ['sexual-health', 'trauma-and-journey'], 'still'),
    assessed('B', ['healthy-eating']),
  ];
  expect(parts('assessments-covering-sexual-health', told)).toEqual([1, 2]);
  expect(parts('assessments-covering-healthy-eating', told)).toEqual([1, 2]);
  expect(parts('assessments-covering-trauma-and-journey', told)).toEqual([1, 1]);
});

it('children with a plan for adoption are seen by a paediatrician', () => {
  const planned = (id: string) => settled(id).with(adoptionDecision, { decided: '2025-05-01' });
  const told = [
    planned('A').with(healthAssessment, { kind: 'adoption', held: '2025-04-01' }),
    planned('B'),
    settled('C'),
  ];
  expect(parts('adoption-medical', told)).toEqual([1, 2]);
  expect(value('adoption-medical', [planned('B')])).toBeNull();
});

it('carers and staff are trained on health promotion, substance misuse and the questionnaire [HLT-21]', () => {
  const history = aHistoryWith(
    [
      recordInput({
        type: healthTraining,
        records: [
          {
            id: 't1',
            topic: 'strengths-and-difficulties',
            audience: 'foster-carers',
            held: '2025-09-18',
            attended: 24,
          },
          {
            id: 't2',
            topic: 'substance-misuse',
            audience: 'residential-staff',
            held: '2025-10-18',
            attended: 12,
          },
          {
            id: 't3',
            topic: 'substance-misuse',
            audience: 'foster-carers',
            held: '2024-10-18',
            attended: 50,
          },
        ],
      }),
    ],
    settled('A'),
  );
  expect(value('health-training-attended', history)).toBe(36);
  expect(by('health-training-topic', 'health-training-attended', history)).toEqual({
    'strengths-and-difficulties': 24,
    'substance-misuse': 12,
  });
  expect(by('health-training-audience', 'health-training-attended', history)).toEqual({
    'foster-carers': 24,
    'residential-staff': 12,
  });
});
