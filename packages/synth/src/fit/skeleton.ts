import { ageOn, type Day, financialYearOf } from '@cic/core';
import { careersOf } from '../council/population.ts';
import type { CouncilShape } from '../council/shape.ts';
import type { Random } from '../random/random.ts';
import { type Attributes, addAttributes, attributesOf } from './attributes.ts';
import { type Categories, type Count, type Counts, highest, lowest, type Marginals } from './marginals.ts';
import { type Miss, Program } from './program.ts';
import { type CareerYears, daysOf, type Timing, timingKey, timings } from './timing.ts';

/** A career as far as the tables about numbers, ages, reasons and time in care settle it. */
export interface Career extends CareerYears {
  readonly born: Day;
  readonly startDay: Day;
  readonly endDay?: Day;
  readonly ageAtStart: number;
  /** Category of the reason to cease; undefined where none was asked for. */
  readonly reason?: string;
}

/** A cell of a table, for telling what was missed. */
export interface Cell {
  readonly year: number;
  readonly table: string;
  /** '' for a total. */
  readonly category: string;
}

/** How much a table counts where tables contradict each other: first the number of children, then ages, then flows. */
const WEIGHT = { stock: 64, 'stock by age': 32, started: 16, ceased: 8, reason: 6, duration: 4 } as const;

/** Reasons that need an age, first and last (rules 386, 387, 389, 460); the rest is for anybody under 18, or at 18. */
const AGES_OF_REASON: Readonly<Record<string, readonly [number, number]>> = {
  E11: [0, 17],
  E12: [0, 17],
  E43: [0, 17],
  E44: [0, 17],
  E45: [0, 17],
  E46: [0, 17],
  E47: [0, 17],
  E48: [0, 17],
  E41: [0, 17],
  E5: [14, 18],
  E6: [14, 18],
  E7: [16, 18],
  E9: [10, 18],
  E14: [10, 18],
  E15: [13, 18],
  E17: [18, 18],
};
/** Ages at which a reason is usual: others are possible, but not wanted. */
const USUAL_AGES: Readonly<Record<string, readonly [number, number]>> = {
  E11: [0, 9],
  E12: [0, 9],
  E5: [16, 18],
  E6: [16, 18],
  E9: [14, 17],
  E14: [12, 17],
  E4A: [0, 17],
  E4B: [0, 17],
  E13: [0, 17],
  E15: [15, 17],
};

const within = (ages: readonly [number, number] | undefined, age: number): boolean =>
  !ages || (age >= ages[0] && age <= ages[1]);

/** Reasons that tables leave out. */
export const OTHER_REASON = '';

/** Careers of one kind, as variables of the program. */
export interface Column extends CareerYears {
  readonly timing: Timing;
  /** How many a council of the size usually has. */
  readonly usual: number;
  readonly variables: readonly number[];
}

/** A count over all its columns, as variables. */
const variablesOf = (columns: readonly Column[]): number[] => columns.flatMap(({ variables }) => variables);

const columnKey = ({ birth, start, end }: CareerYears, timing: Omit<Timing, 'slots'>): string =>
  `${birth}|${start}|${end ?? ''}|${timingKey(timing)}`;

/** What a council of that size would have of itself: how many careers of each kind, for the program to stay close to. */
function usualCareers(
  size: number,
  [first, last]: readonly [number, number],
  earliestStart: number,
  council: CouncilShape,
  categories: Categories,
  random: Random,
): Map<string, number> {
  const usual = new Map<string, number>();
  for (const { born, periods } of careersOf(size, [first, last], council.districts, random)) {
    for (const { start, end } of periods) {
      const years = {
        birth: financialYearOf(born),
        start: Math.max(earliestStart, financialYearOf(start)),
        end: financialYearOf(end),
      };
      if (years.end < first || years.start > last || years.birth > years.start) continue;
      const open = years.end > last;
      const key = columnKey(
        { birth: years.birth, start: years.start, ...(open ? {} : { end: years.end }) },
        {
          ageAtStart: ageOn(born, start),
          ...(open ? {} : { ageAtEnd: ageOn(born, end) }),
          ...(open ? {} : { duration: categories.durationBand(start, end) ?? '' }),
        },
      );
      usual.set(key, (usual.get(key) ?? 0) + 1);
    }
  }
  return usual;
}

/** Years before the first one in which careers may start; those that started earlier still are counted with the first. */
const yearsBefore = (categories: Categories): number =>
  Math.ceil(Math.max(...Object.values(categories.duration).map(([from]) => from)) / 12) + 1;

const countOf = (counts: Counts | undefined): number =>
  Object.values(counts ?? {}).reduce<number>((sum, count) => sum + (lowest(count) + highest(count)) / 2, 0);

/** Children in care by the tables of a year, about. */
const sizeOf = (stock: Marginals['years'][number]['stock']): number =>
  stock?.total !== undefined ? highest(stock.total) : countOf(stock?.age ?? stock?.sex ?? stock?.placement);

/**
 * Works out how many careers of each kind there are, so that the tables of stock, starts and ends come out: one whole-number
 * program, kept close to what a council of that size is usually like.
 */
export async function skeletonOf(
  marginals: Marginals,
  council: CouncilShape,
  categories: Categories,
  random: Random,
): Promise<{ careers: Career[]; attributes: Attributes[]; misses: readonly Miss<Cell>[] }> {
  const { years } = marginals;
  const first = years[0]!.year;
  const last = years.at(-1)!.year;
  const earliest = first - yearsBefore(categories);
  const size = Math.max(1, Math.round(Math.max(...years.map(({ stock }) => sizeOf(stock)))));
  const usual = usualCareers(size, [first, last], earliest, council, categories, random.fork('usual'));
  const program = new Program<Cell>();
  const columns: Column[] = [];
  const ways = timings(categories);
  for (let start = earliest; start <= last; start++) {
    const ends = [...range(Math.max(start, first), last), undefined];
    for (const end of ends) {
      for (let birth = start - 18; birth <= start; birth++) {
        if ((end ?? last + 1) - birth > 18) continue;
        const career = { birth, start, ...(end === undefined ? {} : { end }) };
        for (const timing of ways(career)) {
          const count = usual.get(columnKey(career, timing)) ?? 0;
          const variables = [program.variable(Number.POSITIVE_INFINITY, 1)];
          if (count > 0) variables.push(program.variable(count, -1));
          columns.push({ ...career, timing, usual: count, variables });
        }
      }
    }
  }
  for (const year of years) wishesOf(year, columns, categories, program);
  const reasons = years.map((year) => reasonsOf(year, columns, categories, program));
  const given = addAttributes(columns, marginals, council, categories, program, random.fork('attributes'));
  const { value, misses } = await program.solve();
  const careers: Career[] = [];
  const drawn = random.fork('days');
  for (const column of columns) {
    const count = column.variables.reduce((sum, variable) => sum + value(variable), 0);
    for (let i = 0; i < count; i++) {
      const { born, start: startDay, end: endDay } = daysOf(column, column.timing, drawn);
      const { birth, start, end, timing } = column;
      careers.push({
        birth,
        start,
        ...(end === undefined ? {} : { end }),
        born,
        startDay,
        ...(endDay === undefined ? {} : { endDay }),
        ageAtStart: timing.ageAtStart,
      });
    }
  }
  return {
    careers: withReasons(careers, reasons, value, random.fork('reasons')),
    attributes: attributesOf(careers, given, value, marginals, council, categories, random.fork('dealt')),
    misses,
  };
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);

function wishesOf(
  { year, stock, started, ceased }: Marginals['years'][number],
  columns: readonly Column[],
  categories: Categories,
  program: Program<Cell>,
): void {
  const wish = (
    table: string,
    weight: number,
    counts: Counts | undefined,
    of: (column: Column) => string | undefined,
    all: readonly Column[],
  ) => {
    for (const [category, wanted] of Object.entries(counts ?? {})) {
      program.wish(
        { year, table, category },
        variablesOf(all.filter((column) => of(column) === category)),
        wanted,
        weight,
      );
    }
  };
  const total = (table: string, weight: number, wanted: Count | undefined, all: readonly Column[]) => {
    if (wanted !== undefined) program.wish({ year, table, category: '' }, variablesOf(all), wanted, weight);
  };
  const inCare = columns.filter(({ start, end }) => start <= year && (end ?? year + 1) > year);
  total('stock', WEIGHT.stock, stock?.total, inCare);
  wish(
    'stock by age',
    WEIGHT['stock by age'],
    stock?.age,
    ({ birth }) => categories.ageBand(year - birth),
    inCare,
  );
  const starts = columns.filter(({ start }) => start === year);
  total('started', WEIGHT.started, started?.total, starts);
  wish(
    'started by age',
    WEIGHT.started,
    started?.age,
    ({ timing }) => categories.ageBand(timing.ageAtStart),
    starts,
  );
  const ends = columns.filter(({ end }) => end === year);
  total('ceased', WEIGHT.ceased, ceased?.total, ends);
  wish(
    'ceased by age',
    WEIGHT.ceased,
    ceased?.age,
    ({ timing }) => categories.ageBand(timing.ageAtEnd!),
    ends,
  );
  wish('ceased by duration', WEIGHT.duration, ceased?.duration, ({ timing }) => timing.duration, ends);
}

interface ReasonColumn {
  readonly year: number;
  readonly age: number;
  readonly reason: string;
  readonly variable: number;
}

/** Variables for who of an age ceases for which reason, bound to the careers that end at that age. */
function reasonsOf(
  { year, ceased }: Marginals['years'][number],
  columns: readonly Column[],
  categories: Categories,
  program: Program<Cell>,
): ReasonColumn[] {
  if (!ceased?.reason) return [];
  const made: ReasonColumn[] = [];
  const reasons = [...Object.keys(ceased.reason), OTHER_REASON];
  for (let age = 0; age <= 18; age++) {
    const ends = columns.filter(({ end, timing }) => end === year && timing.ageAtEnd === age);
    if (ends.length === 0) continue;
    const own: number[] = [];
    for (const reason of reasons) {
      const codes = reason === OTHER_REASON ? ['E8'] : categories.codesOf.reason(reason);
      if (!codes.some((code) => within(AGES_OF_REASON[code], age))) continue;
      const usual = codes.some((code) => within(USUAL_AGES[code] ?? AGES_OF_REASON[code], age));
      const variable = program.variable(Number.POSITIVE_INFINITY, usual ? 0 : 3);
      own.push(variable);
      made.push({ year, age, reason, variable });
    }
    program.balance(own, variablesOf(ends));
  }
  for (const [category, wanted] of Object.entries(ceased.reason)) {
    const variables = made.filter(({ reason }) => reason === category).map(({ variable }) => variable);
    program.wish({ year, table: 'ceased by reason', category }, variables, wanted, WEIGHT.reason);
  }
  return made;
}

/** Adoption and guardianship take time: they go to the longest careers of an age, remand and home to the shortest first. */
const slowFirst = (a: string, b: string): number => speed(b) - speed(a);
const speed = (reason: string): number =>
  /adopt|^E1[12]$/i.test(reason) ? 2 : /guardian|^E4[3-8]$/i.test(reason) ? 1 : 0;

/** Deals the reasons of each year and age out to the careers that end so. */
function withReasons(
  careers: readonly Career[],
  reasons: readonly (readonly ReasonColumn[])[],
  value: (variable: number) => number,
  random: Random,
): Career[] {
  const hands = new Map<string, string[]>();
  for (const { year, age, reason, variable } of reasons.flat()) {
    const key = `${year}|${age}`;
    const hand = hands.get(key) ?? [];
    hand.push(...new Array<string>(value(variable)).fill(reason));
    hands.set(key, hand);
  }
  for (const [key, hand] of hands) hands.set(key, random.shuffled(hand).sort(slowFirst));
  const lengths = careers.map(({ startDay, endDay }) => (endDay ?? startDay) - startDay);
  const order = careers.map((_, i) => i).sort((a, b) => lengths[b]! - lengths[a]!);
  const dealt = [...careers];
  for (const i of order) {
    const career = careers[i]!;
    if (career.end === undefined) continue;
    const reason = hands.get(`${career.end}|${ageOn(career.born, career.endDay!)}`)?.shift();
    if (reason !== undefined && reason !== OTHER_REASON) dealt[i] = { ...career, reason };
  }
  return dealt;
}
