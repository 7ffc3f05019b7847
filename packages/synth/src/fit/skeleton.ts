import { ageOn, financialYearOf } from '@cic/core';
import { careersOf } from '../council/population.ts';
import type { CouncilShape } from '../council/shape.ts';
import type { Random } from '../random/random.ts';
import { type Attributes, addAttributes, attributesOf } from './attributes.ts';
import { type Career, type Cell, type Column, variablesOf } from './columns.ts';
import { type Categories, type Count, type Counts, highest, lowest, type Marginals } from './marginals.ts';
import { type Miss, Program } from './program.ts';
import { addReasons, withReasons } from './reasons.ts';
import { type CareerYears, daysOf, type Timing, timingKey, timings } from './timing.ts';

/** How much a table counts where tables contradict each other: first the number of children, then ages, then flows. */
const WEIGHT = { stock: 64, 'stock by age': 32, started: 16, ceased: 8, duration: 4 } as const;

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
  const reasons = years.map((year) => addReasons(year, columns, categories, program));
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
