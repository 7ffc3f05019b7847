import { quarter } from '@cic/core';
import { statutoryOutcomes } from '@cic/core/records';
import { aChild } from '@cic/core/testing';
import { describe, expect, it } from 'vitest';
import { by, parts, value } from '../../test/tell.ts';
import { healthAssessment, healthNotification } from '../generated/records.ts';

const started = (id: string) => aChild({ id }).startedOn('2025-06-02');
const settled = (id: string, born: '2010-05-01' | '2022-01-01' = '2010-05-01') =>
  aChild({ id, born }).startedOn('2024-01-08');

describe('initial health assessments', () => {
  const inTime = started('A').with(healthAssessment, {
    kind: 'initial',
    held: '2025-06-30',
    by: 'community-paediatrician',
  });
  const late = started('B').with(healthAssessment, {
    kind: 'initial',
    held: '2025-07-01',
    by: 'school-nurse',
  });

  it('within 20 working days: the 20th day counts [D-HEA-01]', () => {
    expect(value('initial-health-assessment-on-time', [inTime, late])).toBe(50);
    expect(
      value('initial-health-assessment-on-time', [inTime, late, started('C').ceasedOn('2025-06-10')]),
    ).toBe(50);
    expect(value('initial-health-assessment-on-time', [started('C')])).toBeNull();
  });

  it('are done by a doctor, and it is recorded by whom [HLT-01]', () => {
    expect(value('initial-health-assessments-by-doctor', [inTime, late])).toBe(50);
  });

  it('take so many days to each step [D-HEA-02] [D-HEA-03]', () => {
    const told = started('A')
      .with(healthNotification, { kind: 'starts-care', event: '2025-06-02', notified: '2025-06-05' })
      .with(healthAssessment, {
        kind: 'initial',
        requested: '2025-06-06',
        consent: { given: '2025-06-09', by: 'parent' },
        appointments: [{ offered: '2025-06-12', on: '2025-06-20', outcome: 'attended' }],
        held: '2025-06-20',
        reported: '2025-06-27',
      });
    const days = ['notification', 'request', 'consent', 'offer', 'report'].map((step) =>
      value(`days-to-health-${step}`, [told]),
    );
    expect(days).toEqual([3, 4, 7, 10, 25]);
    expect(value('days-to-initial-health-assessment', [told])).toBe(18);
  });

  it('that come late divide into the step that held them up [D-HEA-02]', () => {
    const held = '2025-08-01';
    const told = [
      started('G').with(healthAssessment, { kind: 'initial', held, lateReason: 'child-missing' }),
      started('B')
        .with(healthNotification, { kind: 'starts-care', event: '2025-06-02', notified: '2025-06-16' })
        .with(healthAssessment, { kind: 'initial', held }),
      started('C').with(healthAssessment, { kind: 'initial', held, consent: { given: '2025-06-20' } }),
      started('D').with(healthAssessment, { kind: 'initial', held, appointments: [{ on: held }] }),
      started('E').with(healthAssessment, {
        kind: 'initial',
        held,
        appointments: [
          { on: '2025-06-18', outcome: 'not-brought' },
          { on: held, outcome: 'attended' },
        ],
      }),
      started('F'),
      inTime,
    ];
    expect(by('late-assessment-reason', 'late-initial-health-assessments', told)).toEqual({
      'child-missing': 1,
      notification: 1,
      consent: 1,
      capacity: 1,
      appointment: 1,
      other: 1,
    });
  });
});

describe('health assessments of the year', () => {
  it('are those in the twelve months to the day, of children in care that long [HLT-06]', () => {
    const told = [
      settled('A').with(healthAssessment, { kind: 'review', held: '2025-04-01' }),
      settled('B').with(healthAssessment, { kind: 'review', held: '2025-03-31' }),
      started('C').with(healthAssessment, { kind: 'initial', held: '2025-07-01' }),
    ];
    expect(parts('health-assessment-12-months', told)).toEqual([1, 2]);
  });

  it('are two for a child under five [HLT-06]', () => {
    const once = settled('A', '2022-01-01').with(healthAssessment, { kind: 'review', held: '2025-06-01' });
    expect(value('health-assessments-up-to-date', [once])).toBe(0);
    expect(value('health-assessment-12-months', [once])).toBe(100);
    expect(
      value('health-assessments-up-to-date', [
        once.with(healthAssessment, { kind: 'review', held: '2025-12-01' }),
      ]),
    ).toBe(100);
  });

  it('come from the statutory return where there are no records, and the records win where there are both', () => {
    const returned = (id: string, done: boolean) =>
      settled(id).with(statutoryOutcomes, { asAt: '2026-03-31', healthAssessment: done });
    const told = [
      returned('A', true),
      returned('B', false),
      returned('C', false).with(healthAssessment, { kind: 'review', held: '2025-09-01' }),
      settled('D'),
    ];
    expect(parts('health-assessments-up-to-date', told)).toEqual([2, 4]);
    expect(by('health-assessment-source', 'in-care-12-months', told)).toEqual({
      'statutory-return': 2,
      'health-records': 1,
      'not-recorded': 1,
    });
  });

  it('are unknown and not nought in a year nobody has a record or a return of', () => {
    const told = [settled('A').with(statutoryOutcomes, { asAt: '2027-03-31', healthAssessment: true })];
    expect(value('health-assessments-up-to-date', told)).toBeNull();
    expect(value('health-assessments-up-to-date', [settled('A')])).toBeNull();
  });
});

it('are commissioned for every child, in or out of the area [HLT-04]', () => {
  const told = [
    settled('A').with(healthAssessment, { kind: 'review', commissioned: '2026-03-01', due: '2026-04-01' }),
    aChild({ id: 'B' })
      .startedOn('2024-01-08', { placementLocation: 'OUT' })
      .with(healthAssessment, { kind: 'review', held: '2024-02-01' }),
  ];
  expect(by('location', 'health-assessments-commissioned', told)).toEqual({ IN: 100, OUT: 0 });
});

it('have consent, agreement to share, and the social worker there [HLT-05]', () => {
  const told = [
    started('A').with(healthAssessment, {
      kind: 'initial',
      held: '2025-06-20',
      consent: { given: '2025-06-10', by: 'local-authority' },
      informationSharing: true,
      socialWorkerAttended: true,
    }),
    started('B').with(healthAssessment, {
      kind: 'initial',
      held: '2025-06-20',
      consent: { given: '2025-06-10' },
    }),
  ];
  expect(value('health-assessments-with-consent', told)).toBe(50);
  expect(value('social-worker-at-initial-health-assessment', told)).toBe(50);
});

it('of young people of 16 and over are attended, refused or missed [HLT-22]', () => {
  const told = aChild({ born: '2009-06-01' })
    .startedOn('2024-01-08')
    .with(healthAssessment, {
      kind: 'review',
      held: '2025-12-01',
      appointments: [
        { on: '2025-05-01', outcome: 'attended' },
        { on: '2025-07-01', outcome: 'refused' },
        { on: '2025-08-01', outcome: 'cancelled-by-service' },
        { on: '2025-12-01', outcome: 'attended' },
      ],
    });
  expect(parts('health-appointments-attended-16-plus', [told])).toEqual([1, 2]);
});

it('meet the standards, judged and reported by quarter [HLT-23]', () => {
  const judged = (id: string, judgedOn: '2025-05-01' | '2025-08-01', met: boolean) =>
    settled(id).with(healthAssessment, {
      kind: 'review',
      held: '2025-04-20',
      quality: {
        judged: judgedOn,
        standards: [
          { standard: 'voice', met: true },
          { standard: 'plan', met },
        ],
      },
    });
  const graded = settled('D').with(healthAssessment, {
    kind: 'review',
    held: '2025-04-20',
    quality: { judged: '2025-05-02', grade: 'good' },
  });
  const told = [
    judged('A', '2025-05-01', true),
    judged('B', '2025-05-01', false),
    judged('C', '2025-08-01', true),
    graded,
  ];
  expect(value('health-assessments-to-standard', told, { period: quarter(2026, 1) })).toBe(66.7);
  expect(value('health-assessments-to-standard', told, { period: quarter(2026, 2) })).toBe(100);
  expect(value('health-assessments-to-standard', told, { period: quarter(2026, 3) })).toBeNull();
});
