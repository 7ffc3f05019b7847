import { aChild } from '@cic/core/testing';
import { describe, expect, it } from 'vitest';
import { councilWith, due } from '../../test/tell.ts';
import {
  healthAssessment,
  healthCheck,
  healthHistorySummary,
  healthIssue,
  healthNotification,
  healthPlan,
  healthReferral,
  immunisation,
  strengthsAndDifficulties,
  transitionHealthCheck,
} from '../generated/records.ts';

const friday = aChild().startedOn('2026-03-27');
const toddler = aChild({ born: '2022-06-01' }).startedOn('2025-01-06');

describe('the initial health assessment', () => {
  it('is due by the 20th working day, bank holidays left out, and that day is in time [HLT-01] [D-HEA-01]', () => {
    const on = (held: '2026-04-28' | '2026-04-29') =>
      due(
        friday.with(healthAssessment, { kind: 'initial', held }),
        'initial-health-assessment',
        '2026-06-01',
      );
    expect(on('2026-04-28')).toEqual([['2026-03-27', '2026-04-28', 'met in time']]);
    expect(on('2026-04-29')).toEqual([['2026-03-27', '2026-04-28', 'met late']]);
  });

  it('counts by the day of the report where the council says so, and keeps its own limit [CFG-05]', () => {
    const told = friday.with(healthAssessment, {
      kind: 'initial',
      held: '2026-04-20',
      reported: '2026-05-05',
    });
    const byReport = councilWith({ parameters: [{ id: 'initial-health-assessment-by-report', value: 1 }] });
    expect(due(told, 'initial-health-assessment', '2026-06-01', byReport)[0]![2]).toBe('met late');
    const tighter = councilWith({
      parameters: [{ id: 'initial-health-assessment-working-days', value: 10 }],
    });
    expect(due(told, 'initial-health-assessment', '2026-06-01', tighter)[0]).toEqual([
      '2026-03-27',
      '2026-04-14',
      'met late',
    ]);
  });

  it('falls away for a child who leaves before, and is not met by an assessment for adoption', () => {
    expect(due(friday.ceasedOn('2026-04-10'), 'initial-health-assessment', '2026-06-01')[0]![2]).toBe(
      'fell away',
    );
    const adoption = friday.with(healthAssessment, { kind: 'adoption', held: '2026-04-10' });
    expect(due(adoption, 'initial-health-assessment', '2026-06-01')[0]![2]).toBe('overdue');
  });
});

describe('review health assessments', () => {
  const review = (born: '2021-01-10' | '2021-01-11') =>
    due(
      aChild({ born })
        .startedOn('2025-12-01')
        .with(healthAssessment, { kind: 'initial', held: '2026-01-10' }),
      'review-health-assessment',
      '2026-02-01',
    );

  it('are due every 6 months under five and every 12 from five on, exactly five included [HLT-02]', () => {
    expect(review('2021-01-11')).toEqual([['2026-01-10', '2026-07-10', 'due']]);
    expect(review('2021-01-10')).toEqual([['2026-01-10', '2027-01-10', 'due']]);
  });

  it('count from the last one, late or not, and start once for two on one day', () => {
    const told = toddler.with(
      healthAssessment,
      { kind: 'initial', held: '2025-01-20' },
      { kind: 'review', held: '2025-08-01' },
      { kind: 'review', held: '2025-08-01' },
    );
    expect(due(told, 'review-health-assessment', '2025-10-01')).toEqual([
      ['2025-01-20', '2025-07-20', 'met late'],
      ['2025-08-01', '2026-02-01', 'due'],
    ]);
  });
});

it('health is told of a child who comes into care within five working days [D-HEA-03]', () => {
  const told = friday.with(healthNotification, {
    kind: 'starts-care',
    event: '2026-03-27',
    notified: '2026-04-02',
  });
  expect(due(told, 'health-notification', '2026-06-01')).toEqual([
    ['2026-03-27', '2026-04-07', 'met in time'],
  ]);
});

it('there is a health plan for the first review [HLT-14]', () => {
  expect(due(friday.with(healthPlan, { start: '2026-04-01' }), 'health-plan', '2026-06-01')[0]![2]).toBe(
    'met in time',
  );
  expect(due(friday, 'health-plan', '2026-06-01')[0]![2]).toBe('overdue');
});

describe('checks', () => {
  it('of teeth and eyes come round yearly, only completed ones count [D-HEA-09]', () => {
    const told = aChild()
      .startedOn('2024-05-01')
      .with(
        healthCheck,
        { kind: 'dental', held: '2024-09-01', status: 'refused' },
        { kind: 'dental', held: '2025-02-10', status: 'completed' },
        { kind: 'optical', held: '2025-06-01', status: 'completed' },
      );
    expect(due(told, 'dental-check', '2026-03-31')).toEqual([
      ['2024-05-01', '2025-05-01', 'met in time'],
      ['2025-02-10', '2026-02-10', 'overdue'],
    ]);
    expect(due(told, 'eye-test', '2026-03-31')).toEqual([
      ['2024-05-01', '2025-05-01', 'met late'],
      ['2025-06-01', '2026-06-01', 'due'],
    ]);
  });

  it('of eyes begin at four, of hearing between four and six [D-HEA-09]', () => {
    expect(due(toddler, 'eye-test', '2026-03-31')).toEqual([]);
    expect(due(toddler, 'eye-test', '2026-07-31')).toEqual([['2026-06-01', '2027-06-01', 'due']]);
    const heard = toddler.with(healthCheck, { kind: 'hearing', held: '2026-09-01', status: 'completed' });
    expect(due(heard, 'hearing-screening', '2026-12-31')).toEqual([
      ['2026-06-01', '2028-06-01', 'met in time'],
    ]);
    expect(due(friday, 'hearing-screening', '2026-12-31')).toEqual([]);
  });

  it('of immunisations follow the schedule, every visit one clock [D-HEA-09]', () => {
    const baby = aChild({ born: '2025-01-01' })
      .startedOn('2025-02-01')
      .with(
        immunisation,
        { vaccine: '6-in-1', given: '2025-02-26' },
        { vaccine: 'rotavirus', given: '2025-02-26' },
        { vaccine: 'menb', given: '2025-03-03' },
      );
    expect(due(baby, 'immunisation', '2025-04-01')).toEqual([
      ['2025-02-26', '2025-03-26', 'met in time'],
      ['2025-03-26', '2025-04-23', 'due'],
    ]);
  });
});

describe('the questionnaire', () => {
  const told = aChild().startedOn('2024-03-01');
  it('is asked for once in every whole year in care from 4 to 16 [HLT-11]', () => {
    const done = told.with(strengthsAndDifficulties, {
      informant: 'carer',
      completed: '2025-01-15',
      totalDifficulties: 12,
    });
    expect(due(done, 'strengths-and-difficulties', '2025-12-31')).toEqual([
      ['2024-04-01', '2025-03-31', 'met in time'],
      ['2025-04-01', '2026-03-31', 'due'],
    ]);
    expect(
      due(aChild({ born: '2022-05-01' }).startedOn('2024-03-01'), 'strengths-and-difficulties', '2025-12-31'),
    ).toEqual([]);
  });

  it('is not met by the teacher, and is excused by a reason', () => {
    const school = told.with(strengthsAndDifficulties, {
      informant: 'teacher',
      completed: '2025-01-15',
      totalDifficulties: 12,
    });
    expect(due(school, 'strengths-and-difficulties', '2025-06-01')[0]![2]).toBe('overdue');
    const excused = told.with(strengthsAndDifficulties, {
      informant: 'carer',
      completed: '2025-01-15',
      reasonNoScore: 'SDQ3',
    });
    expect(due(excused, 'strengths-and-difficulties', '2025-06-01')[0]![2]).toBe('fell away');
  });
});

describe('leaving care', () => {
  const young = aChild({ born: '2007-10-01' }).startedOn('2015-01-05').ceasedOn('2025-10-01', 'E5');

  it('comes with a summary of health between 16 and 18 [D-HEA-07]', () => {
    expect(due(young, 'health-history-summary', '2025-11-01')).toEqual([
      ['2023-10-01', '2025-10-01', 'overdue'],
    ]);
    const given = young.with(healthHistorySummary, { offered: '2025-06-01', given: '2025-09-01' });
    expect(due(given, 'health-history-summary', '2025-11-01')[0]![2]).toBe('met in time');
    const declined = young.with(healthHistorySummary, { offered: '2025-06-01', declined: '2025-06-01' });
    expect(due(declined, 'health-history-summary', '2025-11-01')[0]![2]).toBe('fell away');
  });

  it('is followed by a check between 18 and 19, due and missed [D-HEA-08]', () => {
    expect(due(young, 'transition-health-check', '2026-03-31')).toEqual([
      ['2025-10-01', '2026-09-30', 'due'],
    ]);
    expect(due(young, 'transition-health-check', '2026-10-01')[0]![2]).toBe('overdue');
    const checked = young.with(transitionHealthCheck, { held: '2026-05-04', channel: 'phone' });
    expect(due(checked, 'transition-health-check', '2026-10-01')[0]![2]).toBe('met in time');
    const adopted = aChild({ born: '2007-10-01' }).startedOn('2015-01-05').ceasedOn('2025-09-01', 'E11');
    expect(due(adopted, 'transition-health-check', '2026-10-01')).toEqual([]);
  });
});

it('an issue is settled or taken to the group in 28 days, several of one day are one clock [D-HEA-15]', () => {
  const told = friday.with(
    healthIssue,
    { issue: 'consent', raised: '2026-04-01', resolved: '2026-04-10' },
    {
      issue: 'waiting-too-long',
      raised: '2026-04-01',
      escalations: [{ to: 'health-group', on: '2026-05-20' }],
    },
  );
  expect(due(told, 'health-issue', '2026-06-01')).toEqual([['2026-04-01', '2026-04-29', 'met late']]);
});

it('CAMHS sees a child within 18 weeks of the referral [HLT-25]', () => {
  const referred = (more: object) =>
    due(
      friday.with(healthReferral, { service: 'camhs', referred: '2026-04-01', ...more }),
      'camhs-first-contact',
      '2026-12-01',
    );
  expect(referred({ seen: '2026-08-05' })).toEqual([['2026-04-01', '2026-08-05', 'met in time']]);
  expect(referred({ accepted: false, answered: '2026-04-20' })[0]![2]).toBe('fell away');
  expect(referred({})[0]![2]).toBe('overdue');
});
