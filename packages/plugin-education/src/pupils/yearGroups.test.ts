import { academicYear, day, financialYear, formatIsoDate, month, onDate, rolling12Months } from '@cic/core';
import { aChild, theChild } from '@cic/core/testing';
import { describe, expect, it } from 'vitest';
import { pupilProfile } from '../generated/records.ts';
import { cohortDay, keyStageOf, ofSchoolAge, schoolYearOf, yearGroupOn } from './yearGroups.ts';

describe('the year group', () => {
  it.each([
    ['2012-09-01', '2023-09-01', 6],
    ['2012-08-31', '2023-09-01', 7],
    ['2012-08-31', '2023-08-31', 6],
    ['2019-05-17', '2023-09-01', -1 + 1],
    ['2019-09-01', '2023-09-01', -1],
    ['2008-02-29', '2023-09-01', 11],
  ] as const)('of a child born on %s is on %s Year %i', (born, on, group) => {
    expect(yearGroupOn(theChild(aChild({ born }).startedOn('2023-01-01')), day(on))).toBe(group);
  });

  it('is the one the child is taught with where the profile says so', () => {
    const child = theChild(
      aChild({ born: '2012-08-31' })
        .startedOn('2020-01-01')
        .with(pupilProfile, { recorded: '2022-09-01', yearOffset: -1 }),
    );
    expect(yearGroupOn(child, day('2022-08-31'))).toBe(5);
    expect(yearGroupOn(child, day('2023-09-01'))).toBe(6);
  });

  it('is unknown with the date of birth, and nobody is then of school age', () => {
    const told = aChild().startedOn('2020-01-01');
    const child = theChild({
      ...told,
      input: { ...told.input, born: Number.NaN },
    });
    expect(yearGroupOn(child, day('2023-09-01'))).toBeNaN();
    expect(ofSchoolAge(child, day('2023-09-01'))).toBe(false);
    expect(keyStageOf(Number.NaN)).toBeUndefined();
  });

  it('belongs to a key stage', () => {
    expect([-2, -1, 0, 1, 2, 3, 6, 7, 9, 10, 11, 12, 14, 15].map(keyStageOf)).toEqual([
      undefined,
      'early-years',
      'early-years',
      'key-stage-1',
      'key-stage-1',
      'key-stage-2',
      'key-stage-2',
      'key-stage-3',
      'key-stage-3',
      'key-stage-4',
      'key-stage-4',
      'post-16',
      'post-16',
      undefined,
    ]);
  });
});

describe('the school year and the cohort day of a period', () => {
  it.each([
    ['a financial year', financialYear(2024), '2023/24', '2024-03-31'],
    ['a school year', academicYear(2024), '2023/24', '2024-03-31'],
    ['the month of September', month(2023, 9), '2023/24', '2023-09-30'],
    ['twelve months to 30 September', rolling12Months(day('2007-09-30')), '2006/07', '2007-09-30'],
    ['30 September', onDate(day('2007-09-30')), '2006/07', '2007-09-30'],
    ['a part of the autumn term', onDate(day('2023-12-20')), '2023/24', '2023-12-20'],
  ] as const)('for %s', (_what, period, year, on) => {
    expect(schoolYearOf(period).label).toBe(year);
    expect(formatIsoDate(cohortDay(period))).toBe(on);
  });
});
