import { academicYear, day, financialYear, gap, type IsoDate, onDate } from '@cic/core';
import { aChild, many } from '@cic/core/testing';
import { describe, expect, it } from 'vitest';
import { inYear6, inYear11, listed, result, value } from '../../test/tell.ts';
import { type Attainment, attainment, pupilProfile } from '../generated/records.ts';

const year = academicYear(2024);

type Subject = readonly [subject: string, facts: Partial<Attainment>];

const results = (
  stage: Attainment['stage'],
  taken: IsoDate,
  status: Attainment['status'],
  ...subjects: readonly Subject[]
): Omit<Attainment, 'child'>[] =>
  subjects.map(([subject, facts]) => ({
    stage,
    taken,
    status,
    subject,
    ...facts,
  }));

const ks2 = (reading: number, writing: string, maths: number) =>
  inYear6().with(
    attainment,
    ...results(
      'KS2',
      '2024-05-14',
      'result',
      ['reading', { score: reading }],
      ['writing', { grade: writing }],
      ['maths', { score: maths }],
    ),
  );

const gcse = (grades: Readonly<Record<string, string>>, born: IsoDate = '2008-03-01') =>
  aChild({ born })
    .startedOn(`${Number(born.slice(0, 4)) + 10}-01-01` as IsoDate)
    .with(
      attainment,
      ...results(
        'KS4',
        `${Number(born.slice(0, 4)) + 16}-08-22` as IsoDate,
        'result',
        ...Object.entries(grades).map(([subject, grade]): Subject => [subject, { grade }]),
      ),
    );

const all = (indicator: string, end: number, figure: number) => ({
  indicator,
  comparator: 'all-children' as const,
  period: {
    kind: 'academic-year' as const,
    start: `${end - 1}-09-01` as IsoDate,
    end: `${end}-08-31` as IsoDate,
  },
  value: figure,
});

describe('Key Stage 2', () => {
  it('at the expected standard needs all of reading, writing and maths [D-EDU-06]', () => {
    const pupils = [ks2(100, 'EXS', 110), ks2(99, 'EXS', 110), ks2(105, 'WTS', 110), inYear6()];
    expect(result('ks2-expected', pupils, year)).toMatchObject({
      numerator: 1,
      denominator: 4,
    });
    expect(value('ks2-expected-reading', pupils, year)).toBe(50);
    expect(value('ks2-expected', pupils, financialYear(2024))).toBe(25);
  });

  it('at level 4 is in English, in maths and in both, until 2014/15 [EDU-12]', () => {
    const levels = (english: string, maths: string) =>
      aChild({ born: '2001-03-01' })
        .startedOn('2005-01-01')
        .with(
          attainment,
          ...results(
            'KS2',
            '2012-05-14',
            'result',
            ['english', { grade: english }],
            ['maths', { grade: maths }],
          ),
        );
    const pupils = [levels('4B', '4C'), levels('5', '3A'), levels('3', '4'), levels('N', 'W')];
    const in2012 = academicYear(2012);
    expect(value('ks2-level-4-english', pupils, in2012)).toBe(50);
    expect(value('ks2-level-4-maths', pupils, in2012)).toBe(50);
    expect(value('ks2-level-4-english-and-maths', pupils, in2012)).toBe(25);
    expect(value('ks2-level-4-maths', [ks2(100, 'EXS', 110)], financialYear(2016))).toBeNull();
  });

  it('has a gap to all pupils in percentage points, and says whether it narrowed [D-EDU-07] [IND-16] [IND-17]', () => {
    const council = { comparators: [all('ks2-expected', 2024, 60)] };
    const pupils = [ks2(100, 'EXS', 110), ks2(99, 'EXS', 110), ks2(105, 'WTS', 110), inYear6()];
    expect(value('ks2-expected-gap', pupils, year, { council })).toBe(25 - 60);
    // As printed for 2015/16 and 2017/18: 43 and 31.8 percentage points behind.
    expect(gap(0, 31.8, { group: 0, all: 43 })).toMatchObject({
      narrowed: 'narrowed',
      change: expect.closeTo(11.2),
    });
  });

  it('is predicted for the coming cohort, as number and share: 4 of 26 is 15% [D-EDU-08] [EDU-15]', () => {
    const predicted = (met: boolean) =>
      inYear6().with(
        attainment,
        ...results(
          'KS2',
          '2023-12-01',
          'prediction',
          ...['reading', 'writing', 'maths'].map((one): Subject => [one, { metStandard: met }]),
        ),
      );
    const cohort = many(26, (i) => predicted(i < 4));
    const figure = result('ks2-expected-predicted', cohort, year);
    expect(figure).toMatchObject({ numerator: 4, denominator: 26 });
    expect(Math.round(figure.value!)).toBe(15);
    expect(figure.indicator.title).toMatch(/predicted$/);
    expect(value('ks2-expected', cohort, year)).toBeNull();
  });
});

describe('GCSE', () => {
  const five = {
    'english-language': 'C',
    maths: 'C',
    art: 'B',
    history: 'C',
    biology: 'C',
  };
  const cohort = [
    gcse(five, '1996-03-01'),
    gcse({ ...five, maths: 'D', music: 'A' }, '1996-03-01'),
    gcse({ maths: 'G', art: 'U' }, '1996-03-01'),
    gcse({ maths: 'U' }, '1996-03-01'),
    aChild({ born: '1996-03-01' }).startedOn('2006-01-01'),
  ];
  const in2012 = academicYear(2012);

  it('has the measures of its time: sat, A* to G, A* to C, with English and maths [EDU-13]', () => {
    const share = (id: string) => value(id, cohort, in2012);
    expect(share('gcse-sat-1')).toBe(80);
    expect(share('gcse-1-a-star-to-g')).toBe(60);
    expect(share('gcse-5-a-star-to-g')).toBe(40);
    expect(share('gcse-5-a-star-to-c')).toBe(40);
    expect(share('gcse-5-a-star-to-c-english-maths')).toBe(20);
  });

  it('on pupils who sat one is another measure than on all of Year 11 [IND-34]', () => {
    expect(value('gcse-5-a-star-to-c-of-sat', cohort, in2012)).toBe(50);
  });

  it('counts a qualification for as many GCSEs as it says', () => {
    const double = aChild({ born: '1996-03-01' })
      .startedOn('2006-01-01')
      .with(
        attainment,
        ...results(
          'KS4',
          '2012-08-22',
          'result',
          ['ict', { grade: 'C', counts: 4 }],
          ['art', { grade: 'C' }],
        ),
      );
    expect(value('gcse-5-a-star-to-c', [double], in2012)).toBe(100);
  });

  it('has a standard pass in English and maths of children over a year in care, and its gap [D-EDU-09]', () => {
    const pupils = [
      gcse({ 'english-literature': '4', maths: '4' }),
      gcse({ 'english-language': '3', maths: '9' }),
      aChild({ born: '2008-03-01' })
        .startedOn('2023-06-01')
        .with(attainment, ...results('KS4', '2024-08-22', 'result', ['maths', { grade: '9' }])),
    ];
    const council = {
      comparators: [all('gcse-english-maths-standard-pass', 2024, 65)],
    };
    expect(result('gcse-english-maths-standard-pass', pupils, year)).toMatchObject({
      numerator: 1,
      denominator: 2,
    });
    expect(value('gcse-english-maths-standard-pass-gap', pupils, year, { council })).toBe(-15);
    expect(value('gcse-english-maths-strong-pass', pupils, year)).toBe(0);
    // As printed for 2016/17 and 2017/18: 46 and 51 percentage points behind.
    expect(gap(0, 51, { group: 0, all: 46 })).toMatchObject({
      narrowed: 'widened',
    });
  });

  it('has Attainment 8, as published or from the grades, and Progress 8', () => {
    const published = inYear11().with(
      attainment,
      ...results(
        'KS4',
        '2024-08-22',
        'result',
        ['attainment-8', { score: 30 }],
        ['progress-8', { score: -1.2 }],
      ),
    );
    expect(value('attainment-8', [published, gcse({ 'english-language': '6', maths: '6' })], year)).toBe(24);
    expect(value('progress-8', [published, gcse({ maths: '6' })], year)).toBe(-1.2);
  });

  it('of 30 September belongs to the summer before, on the cohort of that day', () => {
    const on = onDate(day('2007-09-30'));
    const pupil = gcse({ maths: 'C' }, '1991-03-01');
    expect(value('gcse-1-a-star-to-g', [pupil], on)).toBe(100);
  });

  it('has no value in a school year of which nobody has results yet', () => {
    expect(value('gcse-1-a-star-to-g', [gcse({ maths: 'C' })], academicYear(2023))).toBeNull();
  });

  it('shows predictions beside results [EDU-15]', () => {
    const pupil = gcse({ maths: '3' }).with(
      attainment,
      ...results(
        'KS4',
        '2024-01-20',
        'prediction',
        ['maths', { grade: '5', predictedBy: 'Fisher Family Trust' }],
        ['art', { grade: '6' }],
      ),
    );
    expect(listed('predictions-beside-results', [pupil], year)[0]!).toEqual({
      yearGroup: 'Year 11',
      subjects: ['maths: 5 predicted, 3', 'art: 6 predicted, no result yet'],
      predictedBy: ['Fisher Family Trust'],
    });
  });
});

describe('the early years and Key Stage 1', () => {
  it('have the good level of development, phonics and the standard of Year 2 [EDU-24]', () => {
    const reception = (met: boolean) =>
      aChild({ born: '2019-03-01' })
        .startedOn('2020-01-01')
        .with(
          attainment,
          ...results('EYFSP', '2024-06-20', 'result', ['good-level-of-development', { metStandard: met }]),
        )
        .with(pupilProfile, { recorded: '2024-06-20', schoolReady: met });
    expect(value('good-level-of-development', [reception(true), reception(false)], year)).toBe(50);
    expect(value('school-ready', [reception(true), reception(false)], onDate(day('2024-07-01')))).toBe(50);
    const year1 = aChild({ born: '2018-03-01' })
      .startedOn('2020-01-01')
      .with(attainment, ...results('PHON', '2024-06-10', 'result', ['phonics', { score: 32 }]));
    expect(value('phonics', [year1], year)).toBe(100);
    const year2 = aChild({ born: '2016-03-01' })
      .startedOn('2020-01-01')
      .with(attainment, ...results('KS1', '2023-05-20', 'result', ['reading', { grade: 'GDS' }]));
    expect(value('ks1-expected-reading', [year2], academicYear(2023))).toBe(100);
  });
});

describe('progress', () => {
  const pupil = inYear6().with(
    attainment,
    {
      taken: '2023-09-10',
      stage: 'TA',
      subject: 'maths',
      status: 'starting-point',
      grade: 'WTS',
    },
    {
      taken: '2023-12-10',
      stage: 'TA',
      subject: 'maths',
      status: 'progress',
      grade: 'WTS',
      progress: 'expected',
    },
    {
      taken: '2024-03-10',
      stage: 'TA',
      subject: 'maths',
      status: 'progress',
      grade: 'WTS',
      progress: 'less-than-expected',
    },
    {
      taken: '2024-03-10',
      stage: 'TA',
      subject: 'reading',
      status: 'progress',
      grade: 'EXS',
      progress: 'better-than-expected',
    },
  );

  it('is followed from starting points, several times a year [EDU-16]', () => {
    expect(listed('progress-from-starting-points', [pupil], year)[0]!).toEqual({
      yearGroup: 'Year 6',
      subjects: ['maths: WTS → WTS → WTS', 'reading: – → EXS'],
      judgements: 3,
      flags: ['maths: less than expected', 'reading: no starting point'],
    });
  });

  it('as expected counts the last judgement of each subject [EDU-16]', () => {
    expect(value('expected-progress', [pupil], { ...year, end: day('2023-12-31') })).toBe(100);
    expect(value('expected-progress', [pupil], year)).toBe(50);
  });
});
