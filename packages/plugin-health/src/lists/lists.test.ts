import { day, recordInput, rolling12Months } from '@cic/core';
import { aChild, aHistoryWith } from '@cic/core/testing';
import { describe, expect, it } from 'vitest';
import { by, council, listed } from '../../test/tell.ts';
import {
  healthAssessment,
  healthCheck,
  healthHistorySummary,
  healthIssue,
  healthOrganisation,
  healthReferral,
  healthRegistration,
  healthServiceCapacity,
  healthStandardEvidence,
  healthWorkerAllocation,
  responsibleCommissioner,
  strengthsAndDifficulties,
} from '../generated/records.ts';

const settled = (id: string) => aChild({ id, born: '2012-05-01' }).startedOn('2024-01-08');

describe('the tracker', () => {
  it('has a row for every child in care with the reasons to look [HLT-13] [D-HEA-09]', () => {
    const told = settled('A')
      .with(healthAssessment, { kind: 'initial', held: '2024-01-20', service: 'school-nursing' })
      .with(
        healthCheck,
        { kind: 'dental', held: '2025-09-01', status: 'completed' },
        { kind: 'optical', held: '2025-09-01', status: 'completed' },
      )
      .with(strengthsAndDifficulties, { informant: 'carer', completed: '2026-01-10', totalDifficulties: 15 });
    const [row] = listed('health-tracker', [told, settled('B').ceasedOn('2025-01-01')]);
    expect(row).toMatchObject({
      age: 13,
      lastAssessment: '2024-01-20',
      nextAssessment: '2025-01-20',
      dental: true,
      sdq: 15,
      service: 'School nursing',
    });
    expect(row!['flags']).toContain('Review health assessment overdue since 2025-01-20');
    expect(row!['flags']).toContain('Questionnaire score 15, borderline');
    expect(row!['flags']).not.toContain('Immunisations not up to date');
    expect(listed('health-tracker', [told, settled('B').ceasedOn('2025-01-01')])).toHaveLength(1);
  });
});

describe('overdue assessments', () => {
  it('stand with the responsible service and where they got stuck [HLT-03]', () => {
    const told = settled('A').with(
      healthAssessment,
      { kind: 'initial', held: '2024-01-20', service: 'school-nursing' },
      {
        kind: 'review',
        requested: '2025-01-05',
        service: 'school-nursing',
        consent: { given: '2025-01-05' },
        appointments: [{ on: '2025-02-01', outcome: 'not-brought' }],
      },
    );
    expect(listed('overdue-health-assessments', [told, settled('B')])).toEqual([
      {
        service: 'School nursing',
        assessment: 'Review health assessment',
        due: '2025-01-20',
        daysOverdue: 435,
        requested: '2025-01-05',
        flags: ['Appointment 2025-02-01: not brought'],
      },
      {
        service: 'Not known',
        assessment: 'Initial health assessment',
        due: '2024-02-05',
        daysOverdue: 785,
        flags: ['Not asked for'],
      },
    ]);
    expect(by('health-service', 'children-in-care', [told])).toEqual({ 'school-nursing': 1 });
  });
});

it('carers who have not returned the questionnaire are listed with their reminders [HLT-12]', () => {
  const sent = settled('A').with(strengthsAndDifficulties, {
    informant: 'carer',
    carer: 'foster',
    sent: '2025-10-01',
    reminders: ['2025-10-22', '2025-11-12'],
  });
  const done = settled('C').with(strengthsAndDifficulties, {
    informant: 'carer',
    completed: '2025-10-01',
    totalDifficulties: 4,
  });
  expect(listed('sdq-not-returned', [sent, settled('B'), done], rolling12Months(day('2025-12-31')))).toEqual([
    {
      carer: 'Foster carer',
      sent: '2025-10-01',
      reminders: 2,
      lastReminder: '2025-11-12',
      due: '2026-03-31',
      flags: ['Ring the carer'],
    },
    { carer: 'Foster carer', reminders: 0, due: '2026-03-31', flags: ['Send the questionnaire'] },
  ]);
});

it('children placed out of area: GP, dentist, referrals, commissioner by its years [HLT-15] [HLT-17] [HLT-27] [D-HEA-12]', () => {
  const away = aChild({ id: 'A' })
    .startedOn('2024-01-08', { placementLocation: 'OUT' })
    .with(healthRegistration, { kind: 'gp', start: '2020-01-01', authority: 'E10000007' })
    .with(healthReferral, {
      service: 'camhs',
      referred: '2025-10-01',
      localWaitDays: 90,
      moves: [{ on: '2025-12-01', kept: false }],
    })
    .with(responsibleCommissioner, { organisation: 'ccg', start: '2020-01-08' });
  const history = aHistoryWith(
    [
      recordInput({
        type: healthOrganisation,
        records: [
          {
            id: 'ccg',
            name: 'Commissioning Group',
            kind: 'clinical-commissioning-group',
            end: '2022-06-30',
            successor: 'icb',
          },
          { id: 'icb', name: 'Care Board', kind: 'integrated-care-board', start: '2022-07-01' },
        ],
      }),
    ],
    away,
    settled('B'),
  );
  expect(listed('out-of-area-health', history)).toEqual([
    {
      commissioner: 'Care Board',
      gp: false,
      dentist: false,
      openReferrals: 1,
      flags: [
        'GP is not in the area of the placement',
        'No dentist there recorded',
        'Referral to Child and adolescent mental health services of 2025-10-01 not answered',
        'Child and adolescent mental health services: place lost in the move of 2025-12-01',
        'Child and adolescent mental health services: waits longer than a local child (90 days)',
      ],
    },
  ]);
});

it('summaries and transition checks are listed when due and when missed [D-HEA-07] [D-HEA-08]', () => {
  const young = aChild({ id: 'A', born: '2009-05-01' })
    .startedOn('2015-01-08')
    .with(healthHistorySummary, { offered: '2025-09-01' });
  const due = aChild({ id: 'B', born: '2007-10-01' })
    .startedOn('2015-01-05')
    .ceasedOn('2025-10-01', 'E5')
    .with(healthHistorySummary, { offered: '2025-01-01', given: '2025-02-01' });
  const missed = aChild({ id: 'C', born: '2006-10-01' })
    .startedOn('2015-01-05')
    .ceasedOn('2024-10-01', 'E5')
    .with(healthHistorySummary, { offered: '2024-01-01', given: '2024-02-01' });
  expect(listed('leaving-care-health', [young, due, missed, settled('D')])).toEqual([
    { age: 16, summaryDue: '2027-05-01', flags: ['Summary offered, not given'] },
    { age: 18, checkDue: '2026-09-30', flags: ['Transition check due'] },
    { age: 19, checkDue: '2025-09-30', flags: ['Transition check missed'] },
  ]);
});

it('issues stand with how far up they are, and what is to be done [D-HEA-15]', () => {
  const told = settled('A').with(healthIssue, { issue: 'commissioner-dispute', raised: '2026-02-01' });
  expect(listed('health-issues', [told])).toEqual([
    {
      issue: 'Dispute about who pays',
      raised: '2026-02-01',
      days: 58,
      flags: ['Open for more than 28 days: take it to the group'],
    },
  ]);
  const escalated = settled('A').with(healthIssue, {
    issue: 'commissioner-dispute',
    raised: '2026-02-01',
    escalations: [{ to: 'health-outcomes-group', on: '2026-02-20' }],
  });
  expect(listed('health-issues', [escalated])[0]).toMatchObject({
    escalatedTo: 'health-outcomes-group',
    flags: [],
  });
});

it('the specialist nurse in the 16+ service has a caseload, and services a capacity [HLT-24] [HLT-25]', () => {
  const nurse = {
    worker: 'nurse-1',
    role: 'specialist-nurse',
    placedIn: '16-plus-service',
    start: '2025-01-01',
  } as const;
  const history = aHistoryWith(
    [
      recordInput({
        type: healthServiceCapacity,
        records: [
          { id: 'c1', service: 'camhs', asAt: '2025-03-31', caseload: 60, waiting: 3 },
          {
            id: 'c2',
            service: 'camhs',
            asAt: '2025-09-30',
            posts: 4.5,
            postsFilled: 3.5,
            caseload: 84,
            caseloadLimit: 70,
            waiting: 11,
            longestWaitDays: 126,
          },
        ],
      }),
    ],
    aChild({ id: 'A', born: '2009-05-01' }).startedOn('2020-01-01').with(healthWorkerAllocation, nurse),
    settled('B').with(healthWorkerAllocation, nurse),
    settled('C').with(healthWorkerAllocation, { ...nurse, end: '2025-06-01' }),
  );
  expect(listed('health-worker-caseloads', history)).toEqual([
    {
      worker: 'nurse-1',
      role: 'Specialist nurse for children in care',
      placedIn: '16-plus-service',
      children: 2,
      sixteenAndOver: 1,
    },
  ]);
  expect(listed('health-service-capacity', history)).toEqual([
    {
      service: 'Child and adolescent mental health services',
      asAt: '2025-09-30',
      posts: 4.5,
      postsFilled: 3.5,
      caseload: 84,
      waiting: 11,
      longestWaitDays: 126,
      flags: ['Caseload above the limit of 70', '1 posts vacant'],
    },
  ]);
});

it('the fifteen standards each have indicators that exist and evidence with a rating [D-HEA-04]', () => {
  const history = aHistoryWith(
    [
      recordInput({
        type: healthStandardEvidence,
        records: [
          { id: 's3', standard: 3, asAt: '2025-09-30', rating: 'amber', evidence: 'Dental pathway agreed' },
        ],
      }),
    ],
    settled('A'),
  );
  const evidence = listed('health-standards-evidence', history);
  expect(evidence.map(({ number }) => number)).toEqual(Array.from({ length: 15 }, (_, i) => i + 1));
  expect(evidence[2]).toMatchObject({
    title: 'Dental health and hygiene',
    rating: 'amber',
    evidence: 'Dental pathway agreed',
    flags: [],
  });
  for (const { indicators } of evidence) {
    expect((indicators as readonly string[]).length).toBeGreaterThan(0);
    for (const id of indicators as readonly string[]) expect(council.indicator(id).id).toBe(id);
  }
  const report = council.reports.find(({ id }) => id === 'health-standards')!;
  expect(report.sections).toHaveLength(15);
});
