import { financialYear, type IsoDate } from '@cic/core';
import { adoptionDecision, lifeStoryWork, view } from '@cic/core/records';
import { aChild } from '@cic/core/testing';
import { describe, expect, it } from 'vitest';
import {
  type AdoptiveFamily,
  adopterPersonalBudget,
  adoptionConsultation,
  adoptionGuide,
  adoptionMatch,
  adoptionMedical,
  adoptionMeeting,
  adoptionProfile,
  adoptionRequest,
  adoptionSupportApplication,
  adoptionSupportPlan,
  adoptionTraining,
  adoptiveFamily,
  adoptivePlacement,
  familyFinding,
  permanenceReport,
  placementOrder,
} from '../src/generated/records.ts';
import { parentingStatus, searchSteps, supportDuty } from '../src/index.ts';
import { computed, listed, others, parts } from './tell.ts';

const on = (date: IsoDate): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;
const planned = (id: string) =>
  aChild({ id, born: '2015-01-01' })
    .startedOn('2016-04-10')
    .with(adoptionDecision, { decided: '2016-09-01' });

const ready = planned('ready')
  .with(permanenceReport, { completed: '2016-08-20', quality: 'good', score: 80 })
  .with(adoptionMedical, { seen: '2016-08-10', advisesPanel: true, reported: '2016-08-15' })
  .with(adoptionGuide, { given: '2016-09-10' })
  .with(adoptionMeeting, { kind: 'multi-professionals', held: '2016-08-12', externalPlacementNeeded: false })
  .with(adoptionProfile, {
    recorded: '2016-09-05',
    needs: ['emotional', 'cultural'],
    mentalHealthReferral: { referred: '2016-09-20' },
  })
  .with(lifeStoryWork, { status: 'in-progress', start: '2016-09-10' })
  .with(view, { given: '2016-09-10', about: 'adoption', heardBy: 'direct-work' });
const unready = planned('unready');

describe('what a child with a plan for adoption should have', () => {
  it.each([
    ['adoption-guide-given', 'ADP-21'],
    ['adoption-paediatrician-seen', 'ADP-08'],
    ['adoption-needs-recorded', 'ADP-15'],
    ['adoption-mental-health-involved', 'ADP-26'],
    ['adoption-external-need-known', 'ADP-12'],
    ['adoption-views-recorded', 'REV-10'],
    ['adoption-life-story-begun', 'life story'],
  ])('%s is a share of children with a plan, and no value where nobody records it', (id) => {
    expect(computed(id, { children: [ready, unready] })).toMatchObject({ value: 50, denominator: 2 });
    expect(computed(id, { children: [unready] }).value).toBeNull();
  });

  it('is missing for those listed: paediatrician, meeting, guide, report [ADP-08] [ADP-09] [ADP-21] [REV-12]', () => {
    const rows = listed('adoption-tracker', { children: [ready, unready] });
    expect(rows.map(({ child, flags }) => [child, flags])).toEqual([
      ['ready', []],
      [
        'unready',
        [
          'no child’s permanence report',
          'not seen by a paediatrician',
          'children’s guide to adoption not given',
          'no multi-professionals meeting',
          'needs not recorded',
          'no referral to the mental health service',
          'not decided whether adopters are needed from elsewhere',
          'life story work not begun',
          'views on adoption not recorded',
        ],
      ],
    ]);
  });

  it('has needs of four kinds on record, and mental health involvement with dates [ADP-15] [ADP-26]', () => {
    const needs = ['emotional', 'physical', 'religious', 'cultural'];
    expect(adoptionProfile.validate({ child: 'C1', recorded: '2016-09-05', needs })).toBe(true);
    expect(adoptionProfile.validate({ child: 'C1', recorded: '2016-09-05', needs: ['unknown'] })).toBe(false);
    expect(
      adoptionProfile.validate({
        child: 'C1',
        recorded: '2016-09-05',
        mentalHealthReferral: { referred: '2016-09-20', seen: '2016-10-20' },
      }),
    ).toBe(true);
  });

  it('knows early whether adopters are needed from elsewhere, by profile or by a child focussed meeting [ADP-12]', () => {
    const byMeeting = planned('m').with(adoptionMeeting, {
      kind: 'child-focussed',
      held: '2016-09-10',
      externalPlacementNeeded: true,
    });
    expect(
      computed('adoption-external-need-known', { children: [byMeeting, ready.with(adoptionProfile)] }).value,
    ).toBe(100);
    const byProfile = planned('p').with(adoptionProfile, {
      recorded: '2016-09-10',
      externalPlacementNeeded: true,
      externalPlacementIdentified: '2016-09-08',
    });
    expect(computed('adoption-external-need-known', { children: [byProfile, unready] }).value).toBe(50);
  });

  it('has a multi-professionals meeting before the panel [ADP-09]', () => {
    const matched = (id: string) =>
      planned(id).with(adoptionMatch, { panel: '2016-12-01', matched: '2016-12-10' });
    const before = matched('b').with(adoptionMeeting, { kind: 'multi-professionals', held: '2016-11-30' });
    const after = matched('a').with(adoptionMeeting, { kind: 'multi-professionals', held: '2016-12-02' });
    expect(computed('multi-professionals-meeting-before-panel', { children: [before, after] }).value).toBe(
      50,
    );
  });

  it('has a permanence report with a quality score [REV-12]', () => {
    const poor = planned('poor').with(permanenceReport, {
      completed: '2016-08-20',
      quality: 'requires-improvement',
      score: 50,
    });
    expect(computed('permanence-report-quality', { children: [ready, poor] }).value).toBe(50);
    expect(computed('permanence-report-score', { children: [ready, poor] }).value).toBe(65);
    expect(permanenceReport.validate({ child: 'C1', completed: '2016-08-20', score: 101 })).toBe(false);
  });

  it('has views heard in reviews and direct work, with their source [REV-10]', () => {
    const heard = planned('h').with(view, {
      given: '2016-10-01',
      about: 'adoption',
      heardBy: 'review',
      source: 'review of October',
    });
    expect(computed('adoption-views-recorded', { children: [heard, unready] }).value).toBe(50);
  });
});

describe('the tracker', () => {
  it('counts days so far against A1 and A2 on the day asked for [D-ADO-20]', () => {
    const child = planned('slow')
      .with(placementOrder, { granted: '2016-10-01' })
      .with(adoptionSupportPlan, { start: '2016-10-01' });
    const [row] = listed('adoption-tracker', { children: [child], period: financialYear(2018) });
    expect(row).toMatchObject({
      stage: 'Placement order, not matched',
      a1: 720,
      a2: 546,
      ordered: '2016-10-01',
    });
    expect(row!['flags']).toEqual([
      'A1: 720 days, 294 over 426, still waiting',
      'A2: 546 days, 425 over 121, still waiting',
    ]);
    const placed = child
      .with(adoptionMatch, { matched: '2016-12-01' })
      .with(adoptivePlacement, { placed: '2017-01-10' });
    const [now] = listed('adoption-tracker', { children: [placed], period: financialYear(2018) });
    expect(now).toMatchObject({ a1: 275, a2: 61, flags: [] });
  });

  it('shows the council’s duty: corporate parent until the order, then support [ADP-25]', () => {
    expect(listed('adoption-tracker', { children: [unready] })[0]!['council']).toBe('corporate parent');
    const adopted = on('2016-06-01');
    const status = (date: IsoDate) =>
      parentingStatus({ lookedAfter: date < '2016-06-01', adopted }, on(date));
    expect([status('2016-05-31'), status('2016-06-01'), status('2019-05-31'), status('2019-06-01')]).toEqual([
      'corporate parent',
      'adoption support',
      'adoption support',
      'none',
    ]);
  });
});

describe('family finding', () => {
  it('has the days in each step, own adopters first [ADP-11]', () => {
    const search = (first: 'own-adopters' | 'inter-agency', second: 'own-adopters' | 'inter-agency') =>
      planned(`s-${first}`).with(familyFinding, {
        started: '2016-09-05',
        profileMade: '2016-09-20',
        steps: [
          { step: first, on: '2016-09-20' },
          { step: second, on: '2016-12-19' },
        ],
        links: [
          { origin: 'own', found: '2016-11-01', outcome: 'given-up-by-adopters', decided: '2016-11-20' },
        ],
        barriers: ['cultural-match'],
      });
    const rows = listed('family-finding-tracker', {
      children: [search('own-adopters', 'inter-agency'), search('inter-agency', 'own-adopters')],
    });
    expect(rows[0]).toMatchObject({
      steps: ['Own adopters from 2016-09-20: 90 days', 'Other agencies from 2016-12-19: 102 days'],
      links: 1,
      days: 207,
      barriers: ['cultural-match'],
      flags: [],
    });
    expect(rows[1]!['flags']).toEqual(['searched elsewhere before own adopters']);
  });

  it('steps begun later than the day asked for are not yet taken, and the time in steps is the time of the search', () => {
    const steps = [
      { step: 'b', on: 20 },
      { step: 'a', on: 10 },
      { step: 'c', on: 99 },
    ];
    expect(searchSteps(steps, 50, 60)).toEqual([
      { step: 'a', on: 10, days: 10 },
      { step: 'b', on: 20, days: 30 },
    ]);
  });
});

const family = (id: string, facts: Partial<AdoptiveFamily>): AdoptiveFamily => ({
  id,
  ordered: '2014-06-01',
  ...facts,
});
const lives = (inArea: boolean) => [{ start: '2014-06-01' as const, inArea }];

describe('adoption support', () => {
  it('is owed by the placing council for three years, and without end to families in its area [ADP-17]', () => {
    const away = {
      id: 'F',
      ordered: on('2014-06-01'),
      placedByCouncil: true,
      livesInArea: [{ start: on('2014-06-01'), inArea: false }],
    };
    expect(supportDuty(away, on('2017-05-31'))).toMatchObject({
      carriedBy: 'this council',
      until: on('2017-05-31'),
    });
    expect(supportDuty(away, on('2017-06-01'))?.carriedBy).toBe('the authority where the family lives');
    const here = { ...away, livesInArea: [{ start: on('2014-06-01'), inArea: true }] };
    expect(supportDuty(here, on('2030-01-01'))).toMatchObject({
      carriedBy: 'this council',
      until: 0x7fff_ffff,
    });
    const placedElsewhere = { ...here, placedByCouncil: false };
    expect(supportDuty(placedElsewhere, on('2016-01-01'))?.carriedBy).toBe('the placing authority');
    expect(supportDuty(placedElsewhere, on('2017-06-01'))?.carriedBy).toBe('this council');
    expect(supportDuty(away, on('2014-05-31'))).toBeUndefined();
  });

  it('is listed by family with who carries it, and needs form patterns [ADP-17] [ADP-24]', () => {
    const told = {
      others: [
        others(
          adoptiveFamily,
          family('F1', {
            placedByCouncil: true,
            livesInArea: lives(true),
            needs: ['attachment', 'education'],
          }),
          family('F2', { placedByCouncil: true, livesInArea: lives(false), needs: ['attachment'] }),
          family('F3', {
            placedByCouncil: true,
            livesInArea: lives(false),
            ordered: '2013-01-01',
            needs: ['trauma'],
          }),
          family('F4', { placedByCouncil: false }),
        ),
      ],
      period: financialYear(2017),
    };
    expect(computed('adoptive-families-supported', told).value).toBe(2);
    const { breakdowns } = computed('adoption-support-needs', told, [['adoption-support-need']]);
    expect(parts(breakdowns.get('adoption-support-need'))).toEqual({ attachment: 2, education: 1 });
    expect(
      listed('adoption-support-duty', told).map((row) => [row['family'], row['carriedBy'], row['until']]),
    ).toEqual([
      ['F3', 'the authority where the family lives', 'no end'],
      ['F1', 'this council', 'no end'],
      ['F2', 'this council', '2017-05-31'],
      ['F4', 'the placing authority', '2017-05-31'],
    ]);
  });

  it('is planned for placed children, with needs, services and review [ADP-16]', () => {
    const placed = (id: string) => planned(id).with(adoptivePlacement, { placed: '2016-12-01' });
    const supported = placed('s').with(adoptionSupportPlan, {
      start: '2016-11-20',
      needs: ['attachment'],
      services: [{ service: 'therapy', start: '2017-01-10' }],
      reviewDue: '2017-11-20',
    });
    expect(
      computed('adoption-support-planned', { children: [supported, placed('t'), unready] }),
    ).toMatchObject({ numerator: 2, denominator: 3 });
  });

  it('has personal budgets, allocated and spent in pounds [ADP-18]', () => {
    const budget = {
      id: 'PB1',
      family: 'F1',
      start: '2016-09-01' as const,
      allocated: 120_000,
      payments: [
        { on: '2016-10-01' as const, amount: 40_000 },
        { on: '2017-04-01' as const, amount: 10_000 },
      ],
    };
    const told = { others: [others(adopterPersonalBudget, budget)] };
    expect(computed('personal-budgets-allocated', told).value).toBe(1200);
    expect(computed('personal-budgets-spent', told).value).toBe(400);
    const fund = others(
      adoptionSupportApplication,
      { id: 'A1', family: 'F1', applied: '2016-05-01', decided: '2016-06-01', awarded: 0 },
      { id: 'A2', family: 'F1', applied: '2016-05-01', decided: '2016-06-01', awarded: 100 },
    );
    expect(computed('adoption-support-fund-granted', { others: [fund] }).value).toBe(50);
  });

  it('counts training of adopters and of social workers [ADP-19]', () => {
    const told = {
      others: [
        others(
          adoptionTraining,
          { id: 'T1', audience: 'approved-adopters', held: '2016-05-01', attended: 9 },
          { id: 'T2', audience: 'social-workers', held: '2016-06-01', attended: 12 },
          { id: 'T3', audience: 'social-workers', held: '2015-06-01', attended: 99 },
        ),
      ],
    };
    const { value, breakdowns } = computed('adoption-training-places', told, [
      ['adoption-training-audience'],
    ]);
    expect(value).toBe(21);
    expect(parts(breakdowns.get('adoption-training-audience'))).toEqual({
      'approved-adopters': 9,
      'social-workers': 12,
    });
  });

  it('counts requests for access to records and for support [D-ADO-22]', () => {
    const told = {
      others: [
        others(
          adoptionRequest,
          { id: 'R1', kind: 'access-to-records', requested: '2016-05-01', requester: 'adopted-adult' },
          { id: 'R2', kind: 'access-to-records', requested: '2016-06-01', requester: 'birth-relative' },
          { id: 'R3', kind: 'support', requested: '2016-06-01' },
          { id: 'R4', kind: 'support', requested: '2015-06-01' },
        ),
      ],
    };
    const { value, breakdowns } = computed('adoption-requests', told, [['adoption-request-kind']]);
    expect(value).toBe(3);
    expect(parts(breakdowns.get('adoption-request-kind'))).toEqual({ 'access-to-records': 2, support: 1 });
  });

  it('asks adopted children and adopters, on the web too, and shows whether answers were used [ADP-20] [ADP-22]', () => {
    const told = {
      others: [
        others(
          adoptionConsultation,
          {
            id: 'Q1',
            audience: 'adopters',
            channel: 'web',
            opened: '2016-05-01',
            invited: 50,
            answered: 30,
            changes: [{ text: 'Training on Saturdays.', made: '2016-09-01' }],
          },
          {
            id: 'Q2',
            audience: 'adopted-children',
            channel: 'event',
            opened: '2016-07-01',
            invited: 10,
            answered: 6,
          },
        ),
      ],
    };
    const { value, breakdowns } = computed('adoption-consultation-response', told, [
      ['adoption-consultation-audience'],
    ]);
    expect(value).toBe(60);
    expect(parts(breakdowns.get('adoption-consultation-audience'))).toEqual({
      adopters: 30,
      'adopted-children': 6,
    });
    expect(computed('adoption-consultations-used', told).value).toBe(50);
  });
});
