import { day, rangeOf } from '@cic/core';
import { statutoryOutcomes } from '@cic/core/records';
import { aChild } from '@cic/core/testing';
import { describe, expect, it } from 'vitest';
import { by, parts, value } from '../../test/tell.ts';
import {
  healthAssessment,
  healthNeed,
  healthReferral,
  substanceMisuse,
  wellbeingAssessment,
} from '../generated/records.ts';

const settled = (id: string) => aChild({ id }).startedOn('2024-01-08');

describe('substance misuse', () => {
  const told = [
    settled('A').with(substanceMisuse, {
      screened: '2025-05-01',
      identified: '2025-05-01',
      referred: '2025-05-06',
      tier: 3,
      interventionOffered: '2025-05-20',
      interventionStarted: '2025-05-27',
      outcome: 'completed',
    }),
    settled('B').with(substanceMisuse, {
      screened: '2025-06-01',
      identified: '2025-06-01',
      referred: '2025-06-10',
      tier: 2,
      interventionOffered: '2025-06-20',
      interventionRefused: '2025-06-21',
    }),
    settled('C').with(substanceMisuse, { screened: '2025-07-01' }),
    settled('D').with(statutoryOutcomes, {
      asAt: '2026-03-31',
      substanceMisuse: true,
      interventionReceived: false,
      interventionOffered: true,
    }),
    settled('E').with(statutoryOutcomes, { asAt: '2026-03-31', substanceMisuse: false }),
  ];

  it('is screened for, found, referred to tier 3, and helped or refused [HLT-20]', () => {
    expect(parts('substance-misuse-identified', told)).toEqual([3, 5]);
    expect(parts('substance-misuse-intervention-received', told)).toEqual([1, 3]);
    expect(parts('substance-misuse-intervention-refused', told)).toEqual([2, 3]);
    expect(parts('substance-misuse-screened', told)).toEqual([3, 5]);
    expect(value('substance-misuse-specialist-referrals', told)).toBe(1);
  });

  it('that ended before the year is none of the year', () => {
    const over = settled('A').with(substanceMisuse, {
      screened: '2024-02-01',
      identified: '2024-02-01',
      ended: '2025-03-01',
    });
    expect(parts('substance-misuse-identified', [over])).toEqual([0, 1]);
  });
});

describe('needs', () => {
  it('found at the initial assessment: over a quarter emotional, about a tenth referred to specialists, as in 2008 [HLT-18]', () => {
    const told = Array.from({ length: 20 }, (_, i) =>
      aChild({ id: `N${i}` })
        .startedOn('2025-06-02')
        .with(healthAssessment, {
          kind: 'initial',
          held: '2025-06-20',
          needs: i < 6 ? ['emotional-mental-health'] : [],
          referredTo: i < 2 ? ['speech-and-language'] : i < 4 ? ['camhs'] : [],
        }),
    );
    expect(value('emotional-needs-at-initial-assessment', told)).toBe(30);
    expect(value('specialist-referrals-from-initial-assessment', told)).toBe(10);
  });

  it('divide children in care, disabled children among them [HLT-18] [HLT-30]', () => {
    const told = [
      settled('A').with(healthNeed, { need: 'physical-disability', start: '2020-01-01' }),
      settled('B').with(
        healthNeed,
        { need: 'physical-disability', start: '2020-01-01' },
        { need: 'dental', start: '2025-01-01' },
      ),
      settled('C').with(healthNeed, { need: 'dental', start: '2025-01-01', end: '2025-06-01' }),
      aChild({ id: 'D', disabled: true }).startedOn('2024-01-08'),
    ];
    expect(by('health-need', 'children-in-care', told)).toEqual({ disability: 1, several: 1, none: 2 });
    expect(value('health-need-recorded', told)).toBe(50);
    expect(by('disability', 'health-need-recorded', told)).toEqual({ yes: 0, 'not-known': 66.7 });
  });

  it('that limit life, and the specialist service for them: eligible and allocated [D-HEA-16]', () => {
    const told = [
      settled('A').with(healthNeed, {
        need: 'long-term-condition',
        start: '2020-01-01',
        lifeLimiting: true,
        specialistService: {
          service: 'continuing-care',
          assessed: '2020-02-01',
          eligible: true,
          allocated: '2020-03-01',
        },
      }),
      settled('B').with(healthNeed, {
        need: 'learning-disability',
        start: '2020-01-01',
        specialistService: { service: 'learning-disability', eligible: true },
      }),
      settled('C').with(healthNeed, {
        need: 'learning-disability',
        start: '2020-01-01',
        specialistService: { service: 'learning-disability', eligible: false },
      }),
    ];
    expect(value('life-limiting-condition', told)).toBe(1);
    expect(parts('specialist-service-allocated', told)).toEqual([1, 2]);
  });
});

describe('referrals', () => {
  it('to CAMHS are counted, waited for and seen [HLT-25] [HLT-18]', () => {
    const told = [
      settled('A').with(healthReferral, { service: 'camhs', referred: '2025-05-01', seen: '2025-07-10' }),
      settled('B').with(healthReferral, { service: 'camhs', referred: '2025-02-01', seen: '2025-06-01' }),
      settled('C').with(healthReferral, { service: 'camhs', referred: '2025-12-01' }),
      settled('D').with(healthReferral, { service: 'camhs', referred: '2025-12-01', accepted: false }),
      settled('E').with(healthReferral, { service: 'audiology', referred: '2025-12-01' }),
    ];
    expect(value('camhs-referrals', told)).toBe(3);
    expect(value('camhs-wait', told)).toBe(95);
    expect(value('camhs-waiting', told)).toBe(1);
  });

  it('of children placed out of area are answered [HLT-17]', () => {
    const told = [
      settled('A').with(healthReferral, {
        service: 'camhs',
        referred: '2025-05-01',
        outOfArea: true,
        answered: '2025-05-20',
        accepted: true,
        commissioner: 'icb-derby',
      }),
      settled('B').with(healthReferral, { service: 'camhs', referred: '2025-05-01', outOfArea: true }),
      settled('C').with(healthReferral, { service: 'camhs', referred: '2025-05-01', outOfArea: false }),
    ];
    expect(parts('out-of-area-referrals-answered', told)).toEqual([1, 2]);
  });

  it('keep their place when the child moves, and wait no longer than a local child [D-HEA-12]', () => {
    const told = [
      settled('A').with(healthReferral, {
        service: 'camhs',
        referred: '2025-05-01',
        seen: '2025-07-10',
        localWaitDays: 70,
        moves: [
          { on: '2025-06-01', kept: true },
          { on: '2025-06-15', kept: false },
        ],
      }),
      settled('B').with(healthReferral, {
        service: 'camhs',
        referred: '2025-05-01',
        seen: '2025-07-11',
        localWaitDays: 70,
      }),
    ];
    expect(value('treatment-kept-on-move', told)).toBe(50);
    expect(value('wait-no-longer-than-local', told)).toBe(50);
  });
});

it('every new entrant of a project window is assessed: 1 June 2017 to 31 March 2018 [D-HEA-13]', () => {
  const window = { period: rangeOf(day('2017-06-01'), day('2018-03-31')) };
  const entrant = (id: string, start: '2017-05-31' | '2017-06-01' | '2018-03-31') =>
    aChild({ id }).startedOn(start);
  const assessed = { assessed: '2017-07-12', project: 'new-entrants-2017', needsFound: true } as const;
  const told = [
    entrant('A', '2017-06-01').with(wellbeingAssessment, assessed),
    entrant('B', '2018-03-31'),
    entrant('C', '2017-05-31').with(wellbeingAssessment, assessed),
  ];
  expect(parts('entrants-wellbeing-assessed', told, window)).toEqual([1, 2]);
});
