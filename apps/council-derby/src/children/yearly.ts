import { academicYear, academicYearOf, addYears, type Day, dayOf, formatIsoDate } from '@cic/core';
import {
  type CareLeaverContact,
  careLeaverContact,
  type StatutoryOutcomes,
  statutoryOutcomes,
} from '@cic/core/records';
import {
  type Attainment,
  attainment,
  type SchoolAttendance,
  type SpecialEducationalNeeds,
  schoolAttendance,
  specialEducationalNeeds,
} from '@cic/plugin-education/records';
import type { Random, TypedRecords } from '@cic/synth';
import { ageOn, type Career, isInCare, isInCohort, MARCH_2011, MARCH_2012 } from './careers.ts';

const iso = (on: Day) => formatIsoDate(on);
const partOf = (percent: number, whole: number): number => Math.round((percent * whole) / 100);
const someOf = (list: readonly Career[], count: number, random: Random): ReadonlySet<Career> =>
  new Set(random.shuffled([...list]).slice(0, count));

/** School year group in a school year named by its end. */
const yearGroup = ({ born }: Career, endYear: number): number => endYear - academicYearOf(born) - 5;

/** The yearly return as printed for a year; percent where not said otherwise. */
interface Printed {
  readonly on: Day;
  readonly offendingOfAll: number;
  readonly development: number;
  readonly questionnaires: (required: number) => number;
  readonly averageScore: number;
  readonly dental: number;
  readonly immunised: number;
  /** All statutory needs met; fewer than had a dental check. */
  readonly allMet: number;
}

/** Dental checks and immunisations of 2011 are not printed: those of the year after stand for them. */
const RETURNS: readonly Printed[] = [
  {
    on: MARCH_2011,
    offendingOfAll: 9.8,
    development: 54,
    questionnaires: (required) => partOf(66, required),
    averageScore: 16.4,
    dental: 74.8,
    immunised: 92.8,
    allMet: 74.5,
  },
  {
    on: MARCH_2012,
    offendingOfAll: 9.9,
    development: 38.5,
    questionnaires: () => 99,
    averageScore: 16.9,
    dental: 74.8,
    immunised: 92.8,
    allMet: 74.5,
  },
];

function outcomesOf(printed: Printed, careers: readonly Career[], random: Random): StatutoryOutcomes[] {
  const { on } = printed;
  const inCare = careers.filter((one) => isInCare(one, on));
  const cohort = inCare.filter((one) => isInCohort(one, on));
  const young = cohort.filter((one) => ageOn(one, on) < 6);
  const required = cohort.filter((one) => ageOn(one, on) >= 4 && ageOn(one, on) <= 16);
  const answered = someOf(required, printed.questionnaires(required.length), random.fork('sdq'));
  const total = Math.round(printed.averageScore * answered.size);
  const scores = new Map([...answered].map((one, i) => [one, Math.floor((total + i) / answered.size)]));
  const developed = someOf(young, partOf(printed.development, young.length), random.fork('development'));
  // Every need met asks for development assessments of children under five as well.
  const mayHaveAll = cohort.filter((one) => ageOn(one, on) >= 5 || developed.has(one));
  const all = someOf(mayHaveAll, partOf(printed.allMet, cohort.length), random.fork('all'));
  const rest = cohort.filter((one) => !all.has(one));
  const dental = someOf(rest, partOf(printed.dental, cohort.length) - all.size, random.fork('dental'));
  const withoutDental = [...rest.filter((one) => !dental.has(one)), ...rest.filter((one) => dental.has(one))];
  const immunised = new Set(withoutDental.slice(0, partOf(printed.immunised, cohort.length) - all.size));
  const convicted = someOf(
    inCare.filter((one) => ageOn(one, on) >= 12),
    partOf(printed.offendingOfAll, inCare.length),
    random.fork('offending'),
  );
  return inCare.map((career): StatutoryOutcomes => {
    const base = { child: career.id, asAt: iso(on), convicted: convicted.has(career) };
    if (!isInCohort(career, on)) return base;
    const score = scores.get(career);
    return {
      ...base,
      healthAssessment: all.has(career) || !dental.has(career),
      dentalCheck: all.has(career) || dental.has(career),
      immunisations: all.has(career) || immunised.has(career),
      ...(ageOn(career, on) < 6 ? { developmentAssessments: developed.has(career) } : {}),
      ...(score === undefined ? {} : { strengthsAndDifficultiesScore: score }),
    };
  });
}

/** Attendance in percent by the school year’s end, as printed. */
const ATTENDANCE: Readonly<Record<number, number>> = { 2009: 94.2, 2010: 95.5, 2011: 95.9 };
const POSSIBLE = 1000;

/** Everybody’s sessions differ; together they are the printed share. */
function attendanceOf(endYear: number, careers: readonly Career[], random: Random): SchoolAttendance[] {
  const { start, end } = academicYear(endYear);
  const pupils = careers.filter(
    (one) => isInCare(one, end) && yearGroup(one, endYear) >= 1 && yearGroup(one, endYear) <= 11,
  );
  const mean = ATTENDANCE[endYear]! * (POSSIBLE / 100);
  const swings = pupils.map((_, i) => (i % 2 === 0 ? random.int(0, 35) : 0));
  return pupils.map(({ id }, i) => {
    const attended = Math.round(mean) + (i % 2 === 0 ? swings[i]! : -swings[i - 1]!);
    const last = i === pupils.length - 1 && i % 2 === 0;
    return {
      child: id,
      start: iso(start),
      end: iso(end - 40),
      possible: POSSIBLE,
      attended: last ? Math.round(mean) : Math.min(POSSIBLE, attended),
    };
  });
}

/** Results as printed: of Year 6 in English, maths and both, of Year 11 five good GCSEs, and with English and maths. */
const RESULTS = [
  { year: 2011, english: 27, maths: 27, both: 27, fiveC: 54.3, withBoth: 16.7 },
  { year: 2012, english: 50, maths: 43, both: 43, fiveC: 45.9, withBoth: 24.3 },
] as const;

const MARCH_OF: Readonly<Record<number, Day>> = { 2011: MARCH_2011, 2012: MARCH_2012 };

function resultsOf(careers: readonly Career[], random: Random): Attainment[] {
  return RESULTS.flatMap(({ year, english, maths, fiveC, withBoth }) => {
    const cohort = random.shuffled(careers.filter((one) => isInCohort(one, MARCH_OF[year]!)));
    const year6 = cohort.filter((one) => yearGroup(one, year) === 6);
    const year11 = cohort.filter((one) => yearGroup(one, year) === 11);
    const result = (
      { id }: Career,
      stage: Attainment['stage'],
      subject: string,
      grade: string,
      month: number,
    ): Attainment => ({
      child: id,
      taken: iso(dayOf(year, month, 14)),
      stage,
      subject,
      status: 'result',
      grade,
    });
    return [
      ...year6.flatMap((one, i) => [
        result(one, 'KS2', 'english', i < partOf(english, year6.length) ? '4' : '3', 5),
        result(one, 'KS2', 'maths', i < partOf(maths, year6.length) ? '4' : '3', 5),
      ]),
      ...year11.flatMap((one, i) => {
        const good = i < partOf(fiveC, year11.length);
        const both = i < partOf(withBoth, year11.length);
        return ['english-language', 'maths', 'science', 'history', 'art', 'music'].map((subject, nth) =>
          result(one, 'KS4', subject, (nth === 1 ? both : good) ? 'C' : 'E', 6),
        );
      }),
    ];
  });
}

/** Special educational needs of pupils at the end of March 2011, in percent. */
const NEEDS = { statement: 27.8, support: 54.4 } as const;

function needsOf(careers: readonly Career[], random: Random): SpecialEducationalNeeds[] {
  const pupils = random.shuffled(
    careers.filter(
      (one) => isInCare(one, MARCH_2011) && yearGroup(one, 2011) >= 1 && yearGroup(one, 2011) <= 11,
    ),
  );
  const statements = partOf(NEEDS.statement, pupils.length);
  const supported = partOf(NEEDS.support, pupils.length);
  return pupils.slice(0, statements + supported).map(({ id }, i) => ({
    child: id,
    provision: i < statements ? 'S' : 'P',
    start: '2010-09-06',
  }));
}

/** Care leavers at nineteen, as printed: 22 of 26 and 32 of 35 suitably housed; 15 of 26 and 22 of 35 in work or study. */
const LEAVERS: Readonly<Record<number, { readonly housed: number; readonly active: number }>> = {
  2011: { housed: 22, active: 15 },
  2012: { housed: 32, active: 22 },
};

function contactsOf(careers: readonly Career[]): CareLeaverContact[] {
  return Object.entries(LEAVERS).flatMap(([year, { housed, active }]) =>
    careers
      .filter(({ born }) => {
        const nineteen = addYears(born, 19);
        return nineteen >= dayOf(Number(year) - 1, 4, 1) && nineteen <= dayOf(Number(year), 3, 31);
      })
      .map(
        ({ id, born }, i): CareLeaverContact => ({
          child: id,
          asAt: iso(addYears(born, 19)),
          inTouch: 'YES',
          activity: i < active ? 'F2' : 'G4',
          accommodation: i < housed ? 'U1' : 'X2',
        }),
      ),
  );
}

/** What is on record of the children year by year. */
export function yearlyRecords(careers: readonly Career[], random: Random): TypedRecords[] {
  return [
    {
      type: statutoryOutcomes,
      records: RETURNS.flatMap((printed) =>
        outcomesOf(printed, careers, random.fork(`return ${printed.on}`)),
      ),
    },
    {
      type: schoolAttendance,
      records: Object.keys(ATTENDANCE).flatMap((year) =>
        attendanceOf(Number(year), careers, random.fork(`attendance ${year}`)),
      ),
    },
    { type: attainment, records: resultsOf(careers, random.fork('results')) },
    { type: specialEducationalNeeds, records: needsOf(careers, random.fork('needs')) },
    { type: careLeaverContact, records: contactsOf(careers) },
  ] as unknown as TypedRecords[];
}
