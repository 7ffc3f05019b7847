import {
  academicYear,
  day,
  definitionSince,
  financialYear,
  gap,
  type IsoDate,
  month,
  onDate,
  targetStatus,
  trend,
} from '@cic/core';
import { aChild, many } from '@cic/core/testing';
import { describe, expect, it } from 'vitest';
import { inYear6, inYear11, listed, result, rows, theCouncil, value } from '../../test/tell.ts';
import { enrolment, schoolAttendance } from '../generated/records.ts';

const year = academicYear(2024);

/** A pupil with so many of 200 sessions attended in the school year 2023/24. */
const attending = (attended: number, possible = 200, facts: Parameters<typeof inYear6>[0] = {}) =>
  inYear6(facts).with(schoolAttendance, {
    start: '2023-09-01',
    end: '2024-07-22',
    possible,
    attended,
  });

const all = (indicator: string, start: IsoDate, end: IsoDate, figure: number) => ({
  indicator,
  comparator: 'all-children' as const,
  period: { kind: 'academic-year' as const, start, end },
  value: figure,
});

describe('pupils in care', () => {
  it('are of school age, from Year 1 to Year 11 [EDU-01]', () => {
    const born = ['2018-09-01', '2018-08-31', '2008-09-01', '2008-08-31', '2007-08-31'] as const;
    const children = born.map((on) => aChild({ born: on }).startedOn('2020-01-01'));
    expect(value('pupils-in-care', children, onDate(day('2024-01-31')))).toBe(3);
  });

  it('who are eligible for full-time schooling belong to the twelve-month cohort [EDU-20]', () => {
    const cohort = [inYear6(), inYear11(), aChild({ born: '2013-03-01' }).startedOn('2023-04-02')];
    expect(value('eligible-for-full-time-schooling', cohort, financialYear(2024))).toBe(2);
  });
});

describe('attendance', () => {
  it('is sessions attended of those possible, by pupil and in days lost [EDU-09]', () => {
    expect(result('school-attendance', [attending(190), attending(90, 100)], year)).toMatchObject({
      numerator: 280,
      denominator: 300,
    });
    expect(value('school-days-lost', [attending(190), attending(90, 100)], year)).toBe(5);
  });

  it('is compared with that of all pupils, in percentage points [EDU-09] [IND-16] [DQ-08]', () => {
    const council = {
      comparators: [all('school-attendance', '2023-09-01', '2024-08-31', 94)],
    };
    const lac = value('school-attendance', [attending(190), attending(90, 100)], year)!;
    const difference = value('school-attendance-gap', [attending(190), attending(90, 100)], year, {
      council,
    })!;
    expect(difference).toBeCloseTo(lac - 94, 10);
    expect(value('school-attendance-gap', [attending(190)], year)).toBeNull();
  });

  it('has the same indicator in and out of the area [EDU-35]', () => {
    const at = (location: 'IN' | 'OUT', attended: number) =>
      attending(attended).with(enrolment, {
        school: 'a',
        setting: 'academy',
        start: '2017-09-01',
        location,
      });
    expect(rows('school-attendance', 'school-location', [at('IN', 190), at('OUT', 170)], year)).toEqual([
      ['IN', 190, 200],
      ['OUT', 170, 200],
    ]);
  });

  it('has targets for the teams to which it is commissioned [EDU-11]', () => {
    const council = {
      districts: [
        { id: 'team-1', name: 'Team 1', kind: 'team' as const },
        { id: 'team-2', name: 'Team 2', kind: 'team' as const },
      ],
      targets: [
        {
          id: 'attendance-team-1',
          indicator: 'school-attendance',
          area: 'team-1',
          values: [
            {
              period: {
                kind: 'academic-year' as const,
                start: '2023-09-01' as const,
                end: '2024-08-31' as const,
              },
              value: 95,
              comparator: 'at-least' as const,
            },
          ],
        },
      ],
    };
    const children = [
      attending(192, 200, { district: 'team-1' }),
      attending(180, 200, { district: 'team-2' }),
    ];
    const byTeam = result('school-attendance', children, year, {
      council,
      by: [['district']],
    });
    const row = byTeam.breakdowns.get('district')!.find(({ categories }) => categories[0] === 'team-1')!;
    const target = theCouncil(council).targets.find(({ area }) => area === row.categories[0])!;
    expect(
      targetStatus(row.value, {
        value: target.values![0]!.value!,
        comparator: '>=',
      }),
    ).toBe('met');
  });

  it('is watched month by month, with a list of who is below the limit [D-EDU-03]', () => {
    const september = inYear6().with(
      schoolAttendance,
      {
        start: '2023-09-01',
        end: '2023-09-30',
        possible: 40,
        attended: 35,
        unauthorisedAbsence: 2,
      },
      { start: '2023-10-01', end: '2023-10-31', possible: 30, attended: 30 },
    );
    expect(listed('attendance-below-limit', [september, attending(190)], month(2023, 9))).toEqual([
      {
        yearGroup: 'Year 6',
        school: '',
        attendance: '87.5%',
        daysMissed: 2.5,
        flags: ['attended 35 of 40 sessions, below 90%', '2 sessions without authorisation'],
      },
    ]);
    expect(listed('attendance-below-limit', [september], month(2023, 10))).toEqual([]);
  });
});

describe('persistent absence', () => {
  it('is attendance below 90%, of a school year [D-EDU-01]', () => {
    expect(
      value('persistent-absence', [attending(179), attending(190), attending(200), attending(185)], year),
    ).toBe(25);
  });

  it('is not attendance of exactly 90%, though the national definition counts it [D-EDU-02] [IND-34]', () => {
    expect(value('persistent-absence', [attending(180)], year)).toBe(0);
    expect(value('persistent-absence-published', [attending(180)], year)).toBe(100);
    expect(value('persistent-absence-published', [attending(181)], year)).toBe(0);
  });

  it('of part of a year says so and joins no trend [D-EDU-04]', () => {
    const asAt = {
      ...academicYear(2024),
      end: day('2024-02-29'),
      partYear: true as const,
    };
    const child = inYear6().with(schoolAttendance, {
      start: '2023-09-01',
      end: '2024-02-29',
      possible: 100,
      attended: 80,
    });
    const part = result('persistent-absence', [child, attending(190)], asAt);
    expect(part.value).toBe(100);
    expect(part.period.partYear).toBe(true);
    expect(
      trend(
        { value: part.value, period: part.period },
        { value: 17.09, period: academicYear(2018) },
        'lower',
      ),
    ).toMatchObject({
      direction: 'not available',
      reason: expect.stringContaining('whole'),
    });
  });

  it('was defined otherwise in other years, and no trend runs over the change [D-EDU-10]', () => {
    const years = [2010, 2015, 2016].map((end) => {
      const child = aChild({ born: `${end - 11}-03-01` as IsoDate })
        .startedOn(`${end - 4}-01-01` as IsoDate)
        .with(schoolAttendance, {
          start: `${end - 1}-09-01` as IsoDate,
          end: `${end}-07-20` as IsoDate,
          possible: 100,
          attended: 84,
        });
      return result('persistent-absence-published', [child], academicYear(end));
    });
    expect(years.map((one) => one.value)).toEqual([0, 100, 100]);
    expect(new Set(years.map(({ definition }) => definition)).size).toBe(3);
    const compared = ({ indicator, value: figure, period }: (typeof years)[number]) => {
      const since = definitionSince(indicator, period.end);
      return { value: figure, period, ...(since === undefined ? {} : { definitionSince: since }) };
    };
    expect(trend(compared(years[2]!), compared(years[1]!), 'lower').reason).toBe(
      'the definition changed in between',
    );
  });

  it('has the limit that the council sets [CFG-04]', () => {
    const council = { parameters: [{ id: 'attendance-limit-percent', value: 95 }] };
    expect(value('persistent-absence', [attending(188)], year)).toBe(0);
    expect(value('persistent-absence', [attending(188)], year, { council })).toBe(100);
  });

  it('is severe from half of all sessions on', () => {
    expect(value('severe-absence', [attending(100), attending(101)], year)).toBe(50);
  });
});

describe('days missed in a year (PAF C24)', () => {
  const missing = (days: number, tell = inYear6) =>
    tell().with(schoolAttendance, {
      start: '2023-09-01',
      end: '2024-07-22',
      possible: 200,
      attended: 200 - days * 2,
    });

  it('are at least 25 for all of school age, more than 25 for secondary age [EDU-10] [IND-34]', () => {
    const children = [missing(25), missing(24.5), missing(25, inYear11), missing(26, inYear11)];
    expect(value('missing-25-days', children, year)).toBe(75);
    expect(value('missing-over-25-days-secondary', children, year)).toBe(50);
  });

  it('have a limit that the council sets from a date on [CFG-05]', () => {
    const parameters = [{ id: 'days-missed-limit', value: 20, from: '2024-04-01' as const }];
    const children = [missing(22)];
    expect(value('missing-25-days', children, year, { council: { parameters } })).toBe(100);
    expect(value('missing-25-days', children, year)).toBe(0);
  });

  it('belong to children twelve months in care at the day the period names', () => {
    const lately = aChild({ born: '2013-03-01' }).startedOn('2023-06-01').with(schoolAttendance, {
      start: '2023-09-01',
      end: '2024-07-22',
      possible: 200,
      attended: 100,
    });
    expect(value('missing-25-days', [lately], year)).toBeNull();
    expect(value('missing-25-days', [lately], onDate(day('2024-09-30')))).toBe(100);
  });
});

describe('the attendance gap of Derby', () => {
  it('is above nought and widens in favour of children in care, 2008/09 to 2010/11', () => {
    const printed = [
      { lac: 94.2, all: 93.8, difference: 0.4 },
      { lac: 95.5, all: 93.8, difference: 1.7 },
      { lac: 95.9, all: 94.0, difference: 1.9 },
    ];
    for (const [i, { lac, all: pupils, difference }] of printed.entries()) {
      const end = 2009 + i;
      const children = many(1, () =>
        aChild({ born: '2000-03-01' })
          .startedOn('2006-01-01')
          .with(schoolAttendance, {
            start: `${end - 1}-09-01` as IsoDate,
            end: `${end}-07-20` as IsoDate,
            possible: 1000,
            attended: lac * 10,
          }),
      );
      const council = {
        comparators: [
          all('school-attendance', `${end - 1}-09-01` as IsoDate, `${end}-08-31` as IsoDate, pupils),
        ],
      };
      expect(
        value('school-attendance-gap', children, academicYear(end), {
          council,
        }),
      ).toBeCloseTo(difference, 9);
    }
    expect(gap(95.9, 94, { group: 95.5, all: 93.8 }).change).toBeCloseTo(0.2);
  });
});
