import type { IsoDate } from '@cic/core';
import { aChild, aCouncil } from '@cic/core/testing';
import { describe, expect, it } from 'vitest';
import { due, found, listed, value } from '../../test/tell.ts';
import { type Dispute, dispute } from '../generated/records.ts';
import { safeguarding } from '../index.ts';
import { escalateDispute, openDispute, resolveDispute, type Step } from './workflow.ts';

const inCare = () => aChild().startedOn('2020-01-06');

const taken = (step: Step): Dispute => {
  if ('problem' in step) throw new Error(step.problem);
  return step.dispute;
};
const refused = (step: Step): string => ('problem' in step ? step.problem : 'it was taken');

const opened = taken(openDispute({ child: 'C1', raised: '2025-02-03', theme: 'drift', due: '2025-02-17' }));

describe('a dispute of a reviewing officer', () => {
  it('is opened with a timescale, escalated and closed [REV-07]', () => {
    expect(opened).toEqual({
      child: 'C1',
      raised: '2025-02-03',
      theme: 'drift',
      due: '2025-02-17',
      stage: 'team-manager',
      formal: true,
    });
    const up = taken(escalateDispute(opened, { to: 'service-manager', on: '2025-02-18', due: '2025-03-04' }));
    expect(up).toMatchObject({
      stage: 'service-manager',
      due: '2025-03-04',
      escalations: [{ stage: 'service-manager', on: '2025-02-18', due: '2025-03-04' }],
    });
    const closed = taken(
      resolveDispute(up, { on: '2025-03-01', outcome: 'resolved', change: 'A new plan.' }),
    );
    expect(closed).toMatchObject({ resolved: '2025-03-01', outcome: 'resolved', change: 'A new plan.' });
    for (const one of [opened, up, closed]) expect(dispute.validate(one)).toBe(true);
  });

  it('leaves the day of the last stage behind when it is taken further [REV-07]', () => {
    expect(taken(escalateDispute(opened, { to: 'director', on: '2025-02-18' }))).not.toHaveProperty('due');
  });

  it('refuses steps that cannot be, in plain words [REV-07]', () => {
    const closed = taken(resolveDispute(opened, { on: '2025-02-10', outcome: 'resolved' }));
    expect(
      refused(openDispute({ child: 'C1', raised: '2025-02-03', theme: 'drift', due: '2025-02-01' })),
    ).toBe('due is 2025-02-01, before the dispute was raised on 2025-02-03: give a later day');
    expect(refused(escalateDispute(opened, { to: 'informal', on: '2025-02-18' }))).toBe(
      "the dispute is at the stage 'Team manager': 'Informal' is not above it",
    );
    expect(refused(escalateDispute(opened, { to: 'director', on: '2025-02-01' }))).toBe(
      'on is 2025-02-01, before the last step on 2025-02-03: give that day or a later one',
    );
    expect(refused(escalateDispute(closed, { to: 'director', on: '2025-03-01' }))).toBe(
      'the dispute was resolved on 2025-02-10: open a new one',
    );
    expect(refused(resolveDispute(closed, { on: '2025-03-01', outcome: 'resolved' }))).toBe(
      'the dispute was resolved on 2025-02-10 already',
    );
    expect(refused(resolveDispute(opened, { on: '2025-01-01', outcome: 'resolved' }))).toBe(
      'on is 2025-01-01, before the last step on 2025-02-03: give that day or a later one',
    );
  });
});

const raised = (on: IsoDate, facts: Partial<Dispute> = {}) =>
  inCare().with(dispute, { raised: on, theme: 'drift', stage: 'team-manager', ...facts });

describe('the clock of disputes', () => {
  it('runs 20 working days from the last step, or to the day set [REV-07]', () => {
    expect(due('dispute-resolution', raised('2025-02-03'), '2025-02-10')).toEqual([
      ['2025-02-03', '2025-03-03', 'due'],
    ]);
    expect(due('dispute-resolution', raised('2025-02-03', { due: '2025-02-07' }), '2025-02-10')).toEqual([
      ['2025-02-03', '2025-02-07', 'overdue'],
    ]);
    const up = raised('2025-02-03', {
      stage: 'director',
      escalations: [{ stage: 'director', on: '2025-03-03' }],
      resolved: '2025-03-20',
      outcome: 'resolved',
    });
    expect(due('dispute-resolution', up, '2025-03-31')).toEqual([
      ['2025-02-03', '2025-03-31', 'met in time'],
    ]);
    expect(due('dispute-resolution', raised('2025-02-03', { formal: false }), '2025-03-31')).toEqual([]);
  });

  it('has the council’s own length', () => {
    const of = aCouncil({
      plugins: [safeguarding()],
      parameters: [{ id: 'dispute-working-days', value: 10 }],
    });
    expect(due('dispute-resolution', raised('2025-02-03'), '2025-02-10', of)[0]![1]).toBe('2025-02-17');
  });
});

describe('the report of disputes', () => {
  const children = [
    raised('2025-02-03'),
    raised('2025-03-20', { theme: 'placement' }),
    raised('2024-05-01', { theme: 'placement', resolved: '2024-05-11', outcome: 'resolved' }),
  ];

  it('counts them by theme, open and overdue [REV-08]', () => {
    expect(value('disputes-raised', children)).toBe(3);
    expect(value('disputes-about-placement', children)).toBe(2);
    expect(value('disputes-about-drift', children)).toBe(1);
    expect(value('disputes-about-health', children)).toBe(0);
    expect(value('disputes-open', children)).toBe(2);
    expect(value('disputes-overdue', children)).toBe(1);
    expect(value('dispute-days', children)).toBe(10);
  });

  it('lists the open ones with what is overdue [REV-08]', () => {
    expect(listed('open-disputes', children)).toEqual([
      {
        disputes: 1,
        themes: ['Drift and delay'],
        stages: ['Team manager'],
        due: '2025-03-03',
        flags: ['drift and delay: overdue since 2025-03-03'],
      },
      { disputes: 1, themes: ['Placement'], stages: ['Team manager'], due: '2025-04-17', flags: [] },
    ]);
  });

  it('is a ready report [REV-08]', () => {
    const report = aCouncil({ plugins: [safeguarding()] }).reports.find(
      ({ id }) => id === 'reviewing-officer-disputes',
    )!;
    expect(report.sections.map(({ title }) => title)).toEqual(['Raised, open, overdue', 'What about']);
  });
});

describe('checks of disputes', () => {
  it('find steps that do not fit [REV-07]', () => {
    const odd = raised('2025-02-03', {
      stage: 'team-manager',
      escalations: [
        { stage: 'director', on: '2025-02-10' },
        { stage: 'service-manager', on: '2025-02-05' },
      ],
      resolved: '2025-02-06',
    });
    expect(found('dispute-steps', odd)).toEqual([
      "the dispute raised 2025-02-03 was taken to 'Service manager' on 2025-02-05, before the step on 2025-02-10",
      "the dispute raised 2025-02-03 was taken to 'Service manager' from a stage that is not below it",
      "the dispute raised 2025-02-03 is at 'Team manager', and its last step was to 'Service manager'",
      'the dispute raised 2025-02-03 was resolved on 2025-02-06, before its last step on 2025-02-10',
      'the dispute raised 2025-02-03 was resolved on 2025-02-06 without an outcome',
    ]);
    expect(found('dispute-steps', raised('2025-02-03', { outcome: 'resolved' }))).toEqual([
      'the dispute raised 2025-02-03 has an outcome and no day on which it was resolved',
    ]);
  });
});
