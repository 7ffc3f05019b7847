import { academicYearOf, type Child, type Day, dayOf, type Inside, type Period } from '@cic/core';
import { type SchoolCalendar, yearGroupOn } from '@cic/plugin-education';
import type { Attainment } from '@cic/plugin-education/records';
import type { Random } from '../../random/random.ts';

type Assessed = Omit<Inside<Attainment>, 'child'>;

/** School years without national assessments of younger pupils (the pandemic), named by their end. */
const CANCELLED = new Set([2020, 2021]);

const clamp = (value: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, Math.round(value)));

/** Results of the early years, Year 1, Year 2 and Year 6, by the rules of the year. `able` is in standard deviations. */
function primaryResults(yearGroup: number, year: number, able: number, random: Random): Assessed[] {
  const luck = () => able + random.normal(0, 0.4);
  const scaled = () => clamp(102 + luck() * 7, 80, 120);
  if (CANCELLED.has(year)) return [];
  switch (yearGroup) {
    case 0:
      return year < 2013
        ? []
        : [
            {
              taken: dayOf(year, 6, 24),
              stage: 'EYFSP',
              status: 'result',
              subject: 'good-level-of-development',
              metStandard: luck() > 0.2,
            },
          ];
    case 1:
      return year < 2012
        ? []
        : [
            {
              taken: dayOf(year, 6, 12),
              stage: 'PHON',
              status: 'result',
              subject: 'phonics',
              score: clamp(33 + luck() * 6, 0, 40),
            },
          ];
    case 2:
      if (year > 2023) return [];
      return ['reading', 'writing', 'maths'].map((subject) => ({
        taken: dayOf(year, 5, 20),
        stage: 'KS1' as const,
        status: 'result' as const,
        subject,
        grade: year < 2016 ? String(clamp(2 + luck() * 0.7, 1, 3)) : luck() > 0 ? 'EXS' : 'WTS',
      }));
    case 6: {
      const taken = dayOf(year, 5, 14);
      const result = { taken, stage: 'KS2', status: 'result' } as const;
      if (year < 2016) {
        return ['english', 'maths'].map((subject) => ({
          ...result,
          subject,
          grade: String(clamp(4 + luck() * 0.8, 2, 5)),
        }));
      }
      return [
        ...['reading', 'maths', 'grammar-punctuation-and-spelling'].map((subject) => ({
          ...result,
          subject,
          score: scaled(),
        })),
        { ...result, subject: 'writing', grade: luck() > -0.1 ? 'EXS' : 'WTS' },
      ];
    }
    default:
      return [];
  }
}

const GCSES = [
  'english-language',
  'english-literature',
  'maths',
  'biology',
  'chemistry',
  'history',
  'art',
  'food',
  'sport',
];
const LETTERS = ['U', 'G', 'F', 'E', 'D', 'C', 'B', 'A', 'A*'];

/** A GCSE grade of the scale of its year: letters until 2016, numbers since. */
const gcseGrade = (level: number, year: number): string =>
  year < 2017
    ? LETTERS[clamp(level + 0.5, 0, LETTERS.length - 1)]!
    : clamp(level, 0, 9) === 0
      ? 'U'
      : String(clamp(level, 1, 9));

function gcseResults(year: number, able: number, random: Random): Assessed[] {
  if (able < -1.6) return [];
  const entered = GCSES.slice(0, clamp(5 + able * 3, 2, GCSES.length));
  const grades = entered.map((subject) => ({
    taken: dayOf(year, 8, 22),
    stage: 'KS4' as const,
    status: 'result' as const,
    subject,
    grade: gcseGrade(3.6 + able * 1.8 + random.normal(0, 0.8), year),
  }));
  const progress8 = {
    taken: dayOf(year, 8, 22),
    stage: 'KS4' as const,
    status: 'result' as const,
    subject: 'progress-8',
    score: Math.round((able * 0.6 - 1 + random.normal(0, 0.4)) * 100) / 100,
  };
  return year >= 2016 && !CANCELLED.has(year) && year < 2025 ? [...grades, progress8] : grades;
}

/** In January of Year 6 and Year 11, before the tests. */
function predictions(yearGroup: number, year: number, able: number, random: Random): Assessed[] {
  const said = { taken: dayOf(year, 1, 20), status: 'prediction', predictedBy: 'School' } as const;
  if (yearGroup === 6 && year >= 2016) {
    return ['reading', 'writing', 'maths'].map((subject) => ({
      ...said,
      stage: 'KS2' as const,
      subject,
      metStandard: able + random.normal(0, 0.4) > -0.1,
    }));
  }
  if (yearGroup !== 11) return [];
  return GCSES.slice(0, 6).map((subject) => ({
    ...said,
    stage: 'KS4' as const,
    subject,
    grade: gcseGrade(3.8 + able * 1.8 + random.normal(0, 0.6), year),
  }));
}

/** What schools say of reading, writing and maths each term. */
function* teacherAssessments(
  yearGroup: number,
  year: number,
  first: boolean,
  random: Random,
  calendar: SchoolCalendar,
): Generator<Assessed> {
  if (yearGroup < 1 || yearGroup > 11) return;
  for (const subject of ['reading', 'writing', 'maths']) {
    for (const [i, { end }] of calendar.termsStarting(dayOf(year - 1, 9, 1), dayOf(year, 8, 31)).entries()) {
      const start = first && i === 0;
      yield {
        taken: end - random.int(5, 20),
        stage: 'TA',
        subject,
        status: start ? 'starting-point' : 'progress',
        grade: random.pick(['WTS', 'EXS', 'EXS', 'GDS']),
        ...(start
          ? {}
          : {
              progress: random.weighted([
                ['expected', 6],
                ['less-than-expected', 3],
                ['better-than-expected', 1.5],
              ] as const),
            }),
      };
    }
  }
}

/** Everything a child in care on 31 March was assessed at in that school year. */
export function* attainmentOf(
  child: Child,
  able: number,
  random: Random,
  { start: from, end: until }: Pick<Period, 'start' | 'end'>,
  calendar: SchoolCalendar,
): Generator<Inside<Attainment>> {
  let first = true;
  for (let year = academicYearOf(from); year <= academicYearOf(until); year++) {
    const on: Day = dayOf(year, 3, 31);
    if (!child.isLookedAfter(on)) continue;
    const yearGroup = yearGroupOn(child, on);
    const all = [
      ...primaryResults(yearGroup, year, able, random),
      ...(yearGroup === 11 ? gcseResults(year, able, random) : []),
      ...predictions(yearGroup, year, able, random),
      ...teacherAssessments(yearGroup, year, first, random, calendar),
    ];
    if (yearGroup >= 1) first = false;
    for (const one of all) if (one.taken >= from && one.taken <= until) yield { child: child.id, ...one };
  }
}
