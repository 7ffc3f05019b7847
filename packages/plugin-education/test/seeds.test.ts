import { day, financialYear, type IsoDate, onDate, round, trend } from '@cic/core';
import { aChild, many } from '@cic/core/testing';
import { describe, expect, it } from 'vitest';
import {
  attainment,
  exclusion,
  schoolAttendance,
  specialEducationalNeeds,
} from '../src/generated/records.ts';
import { result, theCouncil } from './tell.ts';

/** Leicestershire 2008, appendix 1, as printed: the OC2 cohort at 30 September of each year. */
const APPENDIX = [
  {
    year: 2000,
    eligible: 132,
    sen: 47,
    senPercent: 35.6,
    excluded: 1,
    year11: 18,
    sat: 13,
    oneG: 10,
    fiveG: 9,
    fiveC: 0,
    c24: 22.0,
    missing: 29,
  },
  {
    year: 2001,
    eligible: 147,
    sen: 38,
    senPercent: 25.9,
    excluded: 1,
    year11: 26,
    sat: 19,
    oneG: 13,
    fiveG: 9,
    fiveC: 2,
    c24: 19.7,
    missing: 29,
  },
  {
    year: 2002,
    eligible: 153,
    sen: 32,
    senPercent: 20.9,
    excluded: 1,
    year11: 20,
    sat: 12,
    oneG: 12,
    fiveG: 8,
    fiveC: 2,
    c24: 11.8,
    missing: 18,
  },
  {
    year: 2003,
    eligible: 215,
    sen: 55,
    senPercent: 25.6,
    excluded: 4,
    year11: 29,
    sat: 10,
    oneG: 10,
    fiveG: 6,
    fiveC: 2,
    c24: 14.4,
    missing: 31,
  },
  {
    year: 2004,
    eligible: 191,
    sen: 63,
    senPercent: 33.0,
    excluded: 3,
    year11: 19,
    sat: 11,
    oneG: 10,
    fiveG: 8,
    fiveC: 5,
    c24: 12.6,
    missing: 24,
  },
  {
    year: 2005,
    eligible: 204,
    sen: 73,
    senPercent: 35.8,
    excluded: 2,
    year11: 32,
    sat: 20,
    oneG: 20,
    fiveG: 17,
    fiveC: 3,
    c24: 19.1,
    missing: 39,
  },
  {
    year: 2006,
    eligible: 185,
    sen: 66,
    senPercent: 35.7,
    excluded: 6,
    year11: 27,
    sat: 21,
    oneG: 19,
    fiveG: 16,
    fiveC: 1,
    c24: 18.4,
    missing: 34,
  },
  {
    year: 2007,
    eligible: 186,
    sen: 69,
    senPercent: 37.1,
    excluded: 3,
    year11: 30,
    sat: 22,
    oneG: 22,
    fiveG: 14,
    fiveC: 2,
    c24: 19.4,
    missing: 36,
  },
] as const;

type Row = (typeof APPENDIX)[number];

/** Grades that make a pupil number `i` of Year 11 count as the table says, the best pupils first. */
function gradesOf(i: number, { sat, oneG, fiveG, fiveC }: Row): readonly string[] {
  if (i < fiveC) return ['C', 'C', 'C', 'B', 'A'];
  if (i < fiveG) return ['D', 'E', 'F', 'G', 'G'];
  if (i < oneG) return ['E'];
  return i < sat ? ['U'] : [];
}

/** The cohort of one year: its Year 11 first, everybody else in Year 5. */
const cohort = (row: Row) =>
  many(row.eligible, (i) => {
    const { year } = row;
    const inYear11 = i < row.year11;
    let story = aChild({ born: `${year - (inYear11 ? 16 : 10)}-03-01` as IsoDate })
      .startedOn(`${year - 3}-01-01` as IsoDate)
      .with(schoolAttendance, {
        start: `${year - 1}-09-01` as IsoDate,
        end: `${year}-07-20` as IsoDate,
        possible: 380,
        attended: i < row.missing ? 330 : 331,
      });
    if (i < row.sen) story = story.with(specialEducationalNeeds, { provision: 'S', start: '1998-01-01' });
    if (i < row.excluded) story = story.with(exclusion, { kind: 'PERM', start: `${year}-02-01` as IsoDate });
    if (!inYear11) return story;
    return gradesOf(i, row).reduce(
      (told, grade, subject) =>
        told.with(attainment, {
          taken: `${year}-08-22` as IsoDate,
          stage: 'KS4',
          subject: `subject-${subject}`,
          status: 'result',
          grade,
        }),
      story,
    );
  });

const percent = (part: number, whole: number) => round((part / whole) * 100, 1);

describe.each(APPENDIX)('Leicestershire at 30 September $year', (row) => {
  const children = cohort(row);
  const on = onDate(day(`${row.year}-09-30` as IsoDate));
  const year = { ...on, start: day(`${row.year - 1}-10-01` as IsoDate), kind: 'rolling-12-months' as const };
  const of = (id: string) => result(id, children, year);
  const share = (id: string) => round(of(id).value!, 1);

  it('has the printed numbers of pupils [EDU-20] [EDU-14]', () => {
    expect(of('eligible-for-full-time-schooling').value).toBe(row.eligible);
    expect(of('year-11-cohort').value).toBe(row.year11);
  });

  it('has the printed statements, exclusions and days missed [EDU-19] [EDU-18] [EDU-10]', () => {
    expect(of('sen-statement-or-plan').numerator).toBe(row.sen);
    expect(share('sen-statement-or-plan')).toBe(row.senPercent);
    expect(of('permanent-exclusions').value).toBe(row.excluded);
    expect(share('missing-25-days')).toBe(row.c24);
  });

  it('has the printed GCSE results, and the two years of another denominator [EDU-13] [IND-34]', () => {
    expect(share('gcse-sat-1')).toBe(percent(row.sat, row.year11));
    expect(share('gcse-1-a-star-to-g')).toBe(percent(row.oneG, row.year11));
    expect(share('gcse-5-a-star-to-g')).toBe(percent(row.fiveG, row.year11));
    expect(share('gcse-5-a-star-to-c')).toBe(percent(row.fiveC, row.year11));
    const printed: Partial<Record<number, number>> = { 2001: 10.5, 2002: 16.7 };
    if (printed[row.year] !== undefined) expect(share('gcse-5-a-star-to-c-of-sat')).toBe(printed[row.year]);
  });
});

/** Derby 2012 and Derbyshire 2019: previous and current value of indicators, and what the documents say of them. */
const TRENDS = [
  ['ks2-level-4-english-and-maths', 27, 43, 'better'],
  ['gcse-5-a-star-to-c-english-maths', 16.7, 24.3, 'better'],
  ['gcse-5-a-star-to-c', 54.3, 45.9, 'worse'],
  ['school-attendance', 95.5, 95.9, 'better'],
  ['missing-25-days', 18.4, 19.4, 'worse'],
  ['permanent-exclusions', 6, 3, 'better'],
  ['persistent-absence', 9.8, 17.09, 'worse'],
  ['sen-statement-or-plan', 35.7, 37.1, 'no judgement'],
] as const;

describe('trends of the documents', () => {
  it.each(TRENDS)('%s from %d to %d is %s', (id, before, now, performance) => {
    const { polarity } = theCouncil().indicator(id);
    const told = trend(
      { value: now, period: financialYear(2012) },
      { value: before, period: financialYear(2011) },
      polarity,
    );
    expect(told.performance).toBe(performance);
  });
});
