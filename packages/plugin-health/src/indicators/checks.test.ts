import {
  bandOf,
  compareWith,
  type DerivedIndicator,
  day,
  financialYear,
  type IsoDate,
  onDate,
  type PerformanceBands,
  round,
  sameBand,
} from '@cic/core';
import { statutoryOutcomes } from '@cic/core/records';
import { aChild, type ChildStory } from '@cic/core/testing';
import { describe, expect, it } from 'vitest';
import { by, council, parts, value } from '../../test/tell.ts';
import { healthAssessment, healthCheck, immunisation, immunisationStatus } from '../generated/records.ts';

const settled = (id: string, born: IsoDate = '2010-05-01') => aChild({ id, born }).startedOn('2024-01-08');
const checked = (
  id: string,
  kind: 'dental' | 'optical' | 'hearing' | 'development',
  held: IsoDate,
  born?: IsoDate,
) => settled(id, born).with(healthCheck, { kind, held, status: 'completed' });

/** So many children of the return in a hundred or a thousand, for a printed percentage. */
const returned = (of: number, done: Record<string, number>, asAt: IsoDate = '2026-03-31'): ChildStory[] =>
  Array.from({ length: of }, (_, i) =>
    aChild({ id: `P${i}` })
      .startedOn('1998-01-08')
      .with(statutoryOutcomes, {
        asAt,
        ...Object.fromEntries(Object.entries(done).map(([fact, count]) => [fact, i < count])),
      }),
  );

describe('checks of the year', () => {
  it('of teeth: completed in the twelve months, refused ones are none [HLT-07] [D-HEA-09]', () => {
    const told = [
      checked('A', 'dental', '2025-09-01'),
      checked('B', 'dental', '2025-03-31'),
      settled('C').with(healthCheck, { kind: 'dental', held: '2025-09-01', status: 'refused' }),
      settled('D'),
    ];
    expect(parts('dental-check-12-months', told)).toEqual([1, 4]);
    expect(by('dental-check-source', 'in-care-12-months', told)).toEqual({
      'health-records': 3,
      'not-recorded': 1,
    });
  });

  it('of eyes from four on, and of hearing at any time [D-HEA-09]', () => {
    expect(
      parts('eye-test-12-months', [checked('A', 'optical', '2025-09-01'), settled('B', '2023-01-01')]),
    ).toEqual([1, 1]);
    expect(parts('hearing-checked', [checked('A', 'hearing', '2016-09-01'), settled('B')])).toEqual([1, 2]);
  });

  it('of development: under five, since 2013; five or under before [HLT-10]', () => {
    const five = checked('A', 'development', '2025-06-01', '2020-06-01');
    const four = checked('B', 'development', '2025-06-01', '2021-06-01');
    expect(parts('development-assessments-up-to-date', [five, four])).toEqual([1, 1]);
    const earlier = aChild({ born: '2006-06-01' })
      .startedOn('2009-01-08')
      .with(healthCheck, { kind: 'development', held: '2011-06-01', status: 'completed' });
    expect(parts('development-assessments-up-to-date', [earlier], { period: financialYear(2012) })).toEqual([
      1, 1,
    ]);
    expect(parts('development-assessments-up-to-date', [earlier], { period: financialYear(2013) })).toEqual([
      0, 0,
    ]);
  });

  it('of development are up to date by the last review the age asks for [HLT-10]', () => {
    const reviewed = (stage: '9-12-months' | '2-2.5-years') =>
      settled('A', '2021-09-01').with(healthCheck, {
        kind: 'development',
        held: '2024-02-01',
        status: 'completed',
        stage,
      });
    expect(value('development-assessments-up-to-date', [reviewed('2-2.5-years')])).toBe(100);
    expect(value('development-assessments-up-to-date', [reviewed('9-12-months')])).toBe(0);
  });
});

describe('immunisations', () => {
  it('are up to date by a clinician’s judgement, by the doses, or by the return [HLT-08]', () => {
    const judged = settled('A').with(immunisationStatus, { asAt: '2025-06-01', upToDate: false });
    const doses = settled('B', '2015-01-01').with(
      immunisation,
      ...(['2015-03-01', '2015-04-01', '2015-05-01'] as const).map((given) => ({
        vaccine: '6-in-1' as const,
        given,
      })),
      ...(['2015-04-01', '2015-05-01', '2016-01-02'] as const).map((given) => ({
        vaccine: 'pcv' as const,
        given,
      })),
      { vaccine: 'hib-menc', given: '2016-01-02' },
      { vaccine: 'mmr', given: '2016-01-02' },
      { vaccine: 'mmr', given: '2018-05-02' },
      { vaccine: '4-in-1', given: '2018-05-02' },
    );
    const ofReturn = settled('C').with(statutoryOutcomes, { asAt: '2026-03-31', immunisations: true });
    expect(value('immunisations-up-to-date', [judged])).toBe(0);
    expect(value('immunisations-up-to-date', [doses])).toBe(100);
    expect(value('immunisations-up-to-date', [ofReturn])).toBe(100);
    expect(by('immunisations-source', 'in-care-12-months', [judged, doses, ofReturn])).toEqual({
      'health-records': 2,
      'statutory-return': 1,
    });
  });

  it('and dental checks stand beside the England figures as printed: 92.8 against 79 is better, 74.8 against 82 worse [HLT-29]', () => {
    const year = financialYear(2012);
    const own = (id: string, count: number) =>
      round(
        value(id, returned(1000, { immunisations: 928, dentalCheck: 748 }, '2012-03-31'), { period: year })!,
        1,
      ) - count;
    expect(own('immunisations-up-to-date', 92.8)).toBe(0);
    expect(own('dental-check-12-months', 74.8)).toBe(0);
    const compared = (mine: number, england: number) => {
      const { performance, difference } = compareWith(
        { value: mine, period: year },
        { value: england, period: year },
        'higher',
      );
      return [performance, round(difference!, 1)];
    };
    expect(compared(92.8, 79)).toEqual(['better', 13.8]);
    expect(compared(74.8, 82)).toEqual(['worse', -7.2]);
  });
});

describe('all together', () => {
  const all = { asAt: '2026-03-31', healthAssessment: true, dentalCheck: true, immunisations: true } as const;

  it('statutory health needs are met when every part is, development too under five [HLT-09] [IND-31]', () => {
    const baby = settled('A', '2022-01-01');
    expect(value('statutory-health-needs-met', [settled('A').with(statutoryOutcomes, all)])).toBe(100);
    expect(
      value('statutory-health-needs-met', [
        settled('A').with(statutoryOutcomes, { ...all, dentalCheck: false }),
      ]),
    ).toBe(0);
    expect(
      value('statutory-health-needs-met', [
        baby.with(statutoryOutcomes, { ...all, developmentAssessments: false }),
      ]),
    ).toBe(0);
    expect(
      value('statutory-health-needs-met', [
        baby.with(statutoryOutcomes, { ...all, developmentAssessments: true }),
      ]),
    ).toBe(100);
    expect(council.indicator('statutory-health-needs-met').codes).toEqual([{ scheme: 'SS', code: 'PM02' }]);
  });

  /** Percent with a health check, percent with a dental check, C19 and band as printed, September of each year. */
  const PRINTED = [
    [2000, 73.3, 65.3, 74.2, 'Band 4', 84],
    [2001, 75.8, 59.3, 75.6, 'Band 4', 91.7],
    [2002, 71.3, 66.2, 68.7, 'Band 3', null],
    [2003, 67.4, 61.5, 64.4, 'Band 3', null],
    [2004, 82.8, 83.3, 83.0, 'top band', null],
    [2005, 78.9, 84.1, 81.5, 'top band', null],
    [2006, 61.9, 78.4, 70.1, 'Band 4', null],
    [2007, 68.7, 59.9, 64.3, 'Band 3', null],
  ] as const;

  /** Thresholds that agree with every printed band; the document gives none. */
  const BANDS: PerformanceBands[] = [
    {
      scheme: 'PAF C19',
      bands: [
        { label: 'Band 3', from: 60 },
        { label: 'Band 4', from: 70 },
        { label: 'Top band', from: 80 },
      ],
    },
  ];

  it('C19 is the mean of health and dental checks, with immunisations until September 2001 [HLT-09] [IND-25]', () => {
    const c19 = council.indicator('paf-c19') as DerivedIndicator;
    const earlier = council.indicator('paf-c19-with-immunisations') as DerivedIndicator;
    for (const [year, healthCheckShare, dental, printed, band, immunised] of PRINTED) {
      const period = onDate(day(`${year}-09-30` as IsoDate));
      const computed =
        immunised === null
          ? c19.combine([healthCheckShare, dental], period)!
          : earlier.combine([healthCheckShare, dental, immunised], period)!;
      expect(Math.abs(computed - printed)).toBeLessThanOrEqual(0.1);
      expect(sameBand(bandOf(computed, year, BANDS)!, band)).toBe(true);
    }
  });

  it('C19 has one definition in each year [IND-25]', () => {
    const september = (year: number) => onDate(day(`${year}-09-30` as IsoDate));
    const told = (year: number) =>
      returned(
        1000,
        { healthAssessment: 713, dentalCheck: 662, immunisations: 800 },
        `${year}-09-30` as IsoDate,
      );
    expect(value('paf-c19', told(2002), { period: september(2002) })).toBe(68.8);
    expect(() => value('paf-c19-with-immunisations', told(2002), { period: september(2002) })).toThrow(
      'no definition',
    );
    expect(value('paf-c19-with-immunisations', told(2001), { period: september(2001) })).toBe(72.5);
    expect(() => value('paf-c19', told(2001), { period: september(2001) })).toThrow('no definition');
  });

  it('C19 needs both parts', () => {
    const told = [settled('A').with(healthAssessment, { kind: 'review', held: '2025-06-01' })];
    expect(value('paf-c19', told)).toBeNull();
  });
});
