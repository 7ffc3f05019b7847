import { bandChange, bandOf, compareWith, financialYear, trend } from '@cic/core';
import { statutoryOutcomes } from '@cic/core/records';
import { aChild, aCouncil, theChild } from '@cic/core/testing';
import { describe, expect, it } from 'vitest';
import { computed, council, found, value } from '../../test/tell.ts';
import { codeSets } from '../generated/codeSets.ts';
import { type Offence, offence, restorativeIntervention } from '../generated/records.ts';
import { safeguarding } from '../index.ts';
import { offendingRatioBands } from './bands.ts';
import { enteredYouthJustice, offendingIn } from './outcomes.ts';

const year = financialYear(2025);
const teenager = () => aChild({ born: '2010-05-01' }).startedOn('2020-01-06');
const cautioned = (disposal: Offence['disposal'] = 'youth-caution') =>
  teenager().with(offence, {
    committed: '2024-05-01',
    kind: 'theft',
    ...(disposal ? { disposal, disposed: '2024-06-01' } : {}),
  });

describe('convicted or cautioned', () => {
  it('comes from the register, and from the return where the register has nothing', () => {
    const both = cautioned().with(statutoryOutcomes, { asAt: '2025-03-31', convicted: false });
    expect(offendingIn(theChild(both), year)).toEqual({ convictedOrCautioned: true, source: 'register' });
    const returned = teenager().with(statutoryOutcomes, { asAt: '2025-03-31', convicted: true });
    expect(offendingIn(theChild(returned), year)).toEqual({ convictedOrCautioned: true, source: 'return' });
    expect(offendingIn(theChild(teenager()), year)).toBeUndefined();
  });

  it('is counted over children of 10 to 17 looked after for 12 months [SAF-09]', () => {
    const children = [
      cautioned(),
      teenager(),
      aChild({ born: '2018-05-01' }).startedOn('2020-01-06'),
      aChild({ born: '2010-05-01' }).startedOn('2024-09-01'),
    ];
    expect(computed('convicted-or-cautioned', children)).toMatchObject({
      numerator: 1,
      denominator: 2,
      value: 50,
    });
  });

  it('is also counted over all children in care, of any age [SAF-09]', () => {
    const children = [cautioned(), teenager(), aChild({ born: '2018-05-01' }).startedOn('2024-09-01')];
    expect(computed('convicted-or-cautioned-all-ages', children)).toMatchObject({
      numerator: 1,
      denominator: 3,
    });
  });

  it.each<[Offence['disposal'], boolean]>([
    ['reprimand', true],
    ['final-warning', true],
    ['youth-conditional-caution', true],
    ['referral-order', true],
    ['community-resolution', false],
    ['restorative-response', false],
    ['no-further-action', false],
    ['not-guilty', false],
  ])('counts %s: %s [SAF-09]', (disposal, counts) => {
    expect(value('convicted-or-cautioned', [cautioned(disposal), teenager()])).toBe(counts ? 50 : 0);
  });

  it('has the words of its time: reprimands and final warnings until 2012/13, cautions since', () => {
    const [before, since] = [2013, 2014].map((end) =>
      computed('convicted-or-cautioned', [cautioned()], { period: financialYear(end) }),
    );
    expect(before!.definition).toContain('final warning');
    expect(since!.definition).toContain('youth caution');
  });

  it.each<[string, string, number, number, number]>([
    ['Derby, all ages', 'convicted-or-cautioned-all-ages', 9.8, 9.9, 0.1],
    ['Leicestershire, 10 to 17', 'convicted-or-cautioned', 11.9, 14.7, 2.8],
    ['Leicestershire, PAF C18', 'offending-ratio', 2.8, 3.3, 0.5],
  ])('is lower-is-better: %s went up, and that is worse [IND-03]', (_, id, before, now, change) => {
    const moved = trend(
      { value: now, period: financialYear(2012) },
      { value: before, period: financialYear(2011) },
      council.indicator(id).polarity,
    );
    expect(moved).toMatchObject({ direction: 'up', performance: 'worse' });
    expect(moved.change).toBeCloseTo(change, 9);
  });

  it('was worse in Derby, at 9.9, than the neighbours’ 9.0 of the year before [IND-03]', () => {
    const compared = compareWith(
      { value: 9.9, period: financialYear(2012) },
      { value: 9, period: financialYear(2011) },
      council.indicator('convicted-or-cautioned-all-ages').polarity,
    );
    expect(compared.performance).toBe('worse');
    expect(compared.difference).toBeCloseTo(0.9, 9);
  });

  it('reproduces the percentages printed by Leicestershire from their numbers [SAF-09]', () => {
    const printed: [number, number, number][] = [
      [10, 103, 9.7],
      [17, 123, 13.8],
      [10, 125, 8.0],
      [10, 175, 5.7],
      [15, 165, 9.1],
      [29, 184, 15.8],
      [21, 176, 11.9],
      [26, 177, 14.7],
    ];
    for (const [offending, cohort, percent] of printed) {
      const children = Array.from({ length: cohort }, (_, i) => (i < offending ? cautioned() : teenager()));
      expect(Math.round(value('convicted-or-cautioned', children)! * 10) / 10).toBe(percent);
    }
  });
});

describe('the ratio to all children (PAF C18)', () => {
  const of = aCouncil({
    plugins: [safeguarding()],
    comparators: [
      {
        indicator: 'convicted-or-cautioned',
        comparator: 'all-children',
        period: { kind: 'financial-year', start: '2024-04-01', end: '2025-03-31' },
        value: 5,
      },
    ],
  });

  it('divides the share of children in care by that of all children [SAF-10] [IND-26]', () => {
    const children = [cautioned(), ...Array.from({ length: 9 }, teenager)];
    expect(value('offending-ratio', children, { of })).toBeCloseTo(2, 9);
    expect(value('offending-ratio', children)).toBeNull();
    expect(value('offending-ratio', children, { of, period: financialYear(2024) })).toBeNull();
  });

  it('is known as C18, and as the misprint CI8 [IND-31]', () => {
    const { codes } = council.indicator('offending-ratio');
    expect(codes!.map(({ code }) => code)).toEqual(['C18', 'CI8']);
  });

  it('gives every printed value its printed band, and says how the band moved [SAF-10] [IND-24]', () => {
    const printed: [number, string][] = [
      [3.4, 'Band 2'],
      [5.2, 'Band 2'],
      [2.6, 'Top band'],
      [2.4, 'Top band'],
      [2.8, 'Top band'],
      [4.2, 'Band 2'],
      [2.8, 'Top band'],
      [3.3, 'Band 2'],
    ];
    for (const [ratio, band] of printed) expect(bandOf(ratio, 2008, offendingRatioBands)).toBe(band);
    expect(bandChange(bandOf(3.3, 2008, offendingRatioBands), bandOf(2.8, 2007, offendingRatioBands))).toBe(
      'worse',
    );
    expect(bandOf(6, 2008, offendingRatioBands)).toBeUndefined();
  });
});

describe('first-time entrants', () => {
  const again = () =>
    cautioned().with(offence, {
      committed: '2025-05-01',
      kind: 'drugs',
      disposal: 'referral-order',
      disposed: '2025-06-01',
    });

  it('are counted on the day of their first caution or conviction [SAF-18]', () => {
    expect(value('first-time-entrants', [again(), teenager()])).toBe(1);
    expect(value('first-time-entrants', [again()], { period: financialYear(2026) })).toBe(0);
    const informal = cautioned('community-resolution');
    expect(value('first-time-entrants', [informal])).toBe(0);
  });

  it('are none where the record says there was an outcome before, or when not in care [SAF-18]', () => {
    const elsewhere = teenager().with(offence, {
      committed: '2024-05-01',
      kind: 'theft',
      disposal: 'youth-caution',
      firstTimeEntrant: false,
    });
    expect(enteredYouthJustice(theChild(elsewhere))).toBeUndefined();
    const home = teenager().ceasedOn('2024-01-01').with(offence, {
      committed: '2024-05-01',
      kind: 'theft',
      disposal: 'youth-caution',
    });
    expect(value('first-time-entrants', [home])).toBe(0);
  });

  it('fell by 30 percent from 10 to 7 [SAF-18] [IND-27]', () => {
    const entrants = (count: number, on: `${number}-${number}-${number}`) =>
      Array.from({ length: count }, () =>
        teenager().with(offence, { committed: on, kind: 'theft', disposal: 'youth-caution' }),
      );
    const children = [...entrants(10, '2023-06-01'), ...entrants(7, '2024-06-01')];
    expect(value('first-time-entrants-change', children)).toBeCloseTo(-30, 9);
    expect(value('first-time-entrants-change', children, { period: financialYear(2024) })).toBeNull();
  });
});

describe('how offences were dealt with', () => {
  const children = [
    teenager().with(
      offence,
      {
        committed: '2024-05-01',
        kind: 'criminal-damage',
        inPlacement: true,
        reasonableParentTest: true,
        policeCalled: false,
        disposal: 'restorative-response',
        disposed: '2024-05-02',
      },
      {
        committed: '2024-06-01',
        kind: 'violence',
        inPlacement: true,
        policeCalled: true,
        disposal: 'youth-caution',
      },
    ),
    cautioned('fine'),
  ];

  it('is counted: informal and restorative, cautioned, convicted [D-SAF-06]', () => {
    expect(value('offences', children)).toBe(3);
    expect(value('offence-outcomes-informal', children)).toBe(1);
    expect(value('offence-outcomes-caution', children)).toBe(1);
    expect(value('offence-outcomes-conviction', children)).toBe(1);
  });

  it('says how often homes asked what a reasonable parent would do, and called the police [D-SAF-06]', () => {
    expect(value('reasonable-parent-test', children)).toBe(50);
    expect(value('police-called-to-placement', children)).toBe(50);
  });

  it('counts restorative interventions [SAF-13]', () => {
    const child = teenager().with(
      restorativeIntervention,
      { held: '2024-05-02', setting: 'childrens-home', insteadOfPolice: true },
      { held: '2024-08-02', setting: 'school', insteadOfPolice: false },
    );
    expect(value('restorative-interventions', [child])).toBe(2);
    expect(value('restorative-instead-of-police', [child])).toBe(50);
  });
});

describe('checks of offending', () => {
  it('find formal outcomes under ten and disposals that are not of their time [SAF-09]', () => {
    const young = teenager().with(offence, { committed: '2019-01-01', kind: 'theft', disposal: 'fine' });
    expect(found('offence-under-ten', young)).toEqual([
      "an offence of 2019-01-01, at the age of 8, ended in 'Fine or compensation'",
    ]);
    expect(found('disposal-not-of-its-time', cautioned('reprimand'))).toEqual([
      "'Reprimand' on 2024-06-01 is not a disposal of that time",
    ]);
    expect(found('disposal-not-of-its-time', cautioned('youth-caution'))).toEqual([]);
    expect(codeSets.DISPOSAL.isValid('reprimand', 2013)).toBe(true);
  });

  it('compare the register with the return [SAF-09]', () => {
    const child = cautioned()
      .with(offence, { committed: '2023-05-01', kind: 'drugs' })
      .with(
        statutoryOutcomes,
        { asAt: '2020-03-31', convicted: true },
        { asAt: '2024-03-31', convicted: true },
        { asAt: '2025-03-31', convicted: false },
      );
    expect(found('offending-register-and-return', child)).toEqual([
      'the return says convicted or cautioned in 2023/24, and the register has no formal outcome in it',
      'the return says not convicted or cautioned in 2024/25, and the register has a formal outcome on 2024-06-01',
    ]);
  });

  it('find a second first time [SAF-18]', () => {
    const child = cautioned().with(offence, {
      committed: '2025-01-01',
      kind: 'theft',
      disposal: 'fine',
      firstTimeEntrant: true,
    });
    expect(found('first-time-entrant-twice', child)).toEqual([
      'the outcome of 2025-01-01 is said to be the first, and there is an earlier one',
    ]);
  });
});
