import { readCell } from '@cic/printed-tables';
import type { Count, Counts, Groups, Marginals, StockTables, YearMarginals } from '@cic/synth';
import { council } from './council.ts';
import { strategyTables, sufficiencyTables } from './printed.ts';

/** Collection years of the sufficiency strategy's tables, in the order of their columns. */
const { districts } = council;
const YEARS = [2013, 2014, 2015, 2016, 2017];
const LAST_YEAR = 2019;

const FOSTER = ['U1', 'U2', 'U3', 'U4', 'U5', 'U6'];
const RESIDENTIAL = ['K2', 'R1', 'R2', 'R3', 'S1'];
const BOUGHT = ['PR2', 'PR3', 'PR4', 'PR5'];

/** What the documents' categories mean in statutory codes. */
export const groups: Groups = {
  placement: {
    'agency-foster': { types: ['U4', 'U5', 'U6', 'U1', 'U2', 'U3'], providers: BOUGHT },
    'own-foster': { types: FOSTER, providers: ['PR1'] },
    adoption: { types: ['A6', 'A5', 'A4', 'A3'] },
    'agency-residential': { types: RESIDENTIAL, providers: BOUGHT },
    'own-residential': { types: RESIDENTIAL, providers: ['PR1'] },
    parents: { types: ['P1'] },
    independent: { types: ['H5', 'P2', 'K3'] },
    secure: { types: ['K1'] },
    other: { types: ['R5', 'T0', 'T1', 'T2', 'T3', 'T4', 'P3', 'Z1'] },
  },
  reason: {
    adopted: ['E12', 'E11'],
    guardianship: ['E43', 'E44', 'E45', 'E46', 'E47', 'E48'],
    'residence-order': ['E41'],
    home: ['E4A', 'E4B'],
    remand: ['E14'],
    'age-assessment': ['E15'],
    'other-authority': ['E3'],
    died: ['E2'],
    'no-responsibility': ['E13'],
    independence: ['E5', 'E6'],
    custody: ['E9'],
    'adult-care': ['E7'],
    abroad: ['E16'],
    other: ['E8', 'E17'],
  },
};

/** Age bands, reasons and times in care in the order of the printed rows. */
const AGES = ['under 1', '1 to 4', '5 to 9', '10 to 15', '16 and over'];
const DURATIONS = [
  'under 3 months',
  '3 to 6 months',
  '6 months to 1 year',
  '1 to 3 years',
  '3 to 5 years',
  '5 years and over',
];
const REASONS = Object.keys(groups.reason!);
const PLACEMENTS = Object.keys(groups.placement!);
const ETHNICITIES: Readonly<Record<string, string>> = {
  African: 'BAFR',
  'Any other Asian background': 'AOTH',
  'Any other Black background': 'BOTH',
  'Any Other Ethnic Group': 'OOTH',
  'Any other Mixed background': 'MOTH',
  'Any other White background': 'WOTH',
  Caribbean: 'BCRB',
  'Gypsy/Roma': 'WROM',
  Indian: 'AIND',
  'Information not yet obtained': 'NOBT',
  Pakistani: 'APKN',
  'Traveller of Irish Heritage': 'WIRT',
  'White and Asian': 'MWAS',
  'White and Black African': 'MWBA',
  'White and Black Caribbean': 'MWBC',
  'White British': 'WBRI',
};

/** A printed count; a hidden one may be anything its mark allows. */
function countIn(cell: string): Count {
  const [figure] = readCell(cell).figures;
  if (figure?.value === undefined) return 0;
  return figure.bound === 'under' ? [0, figure.value - 1] : figure.value;
}

const cellOf = (table: string, row: number | string, column: number): string => {
  const { rows } = sufficiencyTables.get(table)!;
  return (typeof row === 'number' ? rows[row]! : rows.find(({ label }) => label === row)!).cells[column]!;
};

/** A column of a table whose rows are these categories, in order. */
const columnOf = (table: string, categories: readonly string[], column: number): Counts =>
  Object.fromEntries(categories.map((category, row) => [category, countIn(cellOf(table, row, column))]));

const ethnicityIn = (column: number): Counts =>
  Object.fromEntries(
    Object.entries(ETHNICITIES).map(([label, code]) => [
      code,
      countIn(cellOf('cic-by-ethnicity', label, column)),
    ]),
  );

/**
 * Children by district. The row of unaccompanied children counts them a second time; in March 2017 fourteen of them were
 * held by a team of their own, and five children by another: their percentages outside the county (6 of 14, 4 of 5) and
 * the 19 that the districts lack say so.
 */
function districtIn(column: number): Counts {
  const places = columnOf(
    'cic-by-district',
    districts.slice(0, 7).map(({ id }) => id),
    column,
  );
  return {
    ...places,
    ...(column === 4
      ? { 'asylum-team': 14, 'prevention-team': 5 }
      : { 'asylum-team': 0, 'prevention-team': 0 }),
  };
}

const disabledIn = (column: number): { disabled?: Count } => {
  const place = [undefined, 0, 1, 2, 6][column];
  return place === undefined ? {} : { disabled: countIn(cellOf('cic-disability', 0, place)) };
};

/** The rows of a table that are areas of the council's register. */
const areasIn = (table: string, column: number): Counts =>
  Object.fromEntries(
    sufficiencyTables.get(table)!.rows.flatMap(({ label, cells }) => {
      const id = council.area(label);
      return id ? [[id, countIn(cells[column]!)]] : [];
    }),
  );

/** Printed percentages of the children of each district, as numbers of children. */
function sharesIn(table: string, column: number): Counts {
  const { rows } = sufficiencyTables.get(table)!;
  const held = districtIn(column);
  return Object.fromEntries(
    districts.flatMap(({ id }) => {
      const row = rows.find(({ label }) => council.area(label) === id);
      const share = row && readCell(row.cells[column]!).figures[0]?.value;
      return share === undefined ? [] : [[id, Math.round((share / 100) * (held[id] as number))]];
    }),
  );
}

/**
 * Children with three or more placements. Most percentages are those of no whole number of children: where the districts
 * do not add up to the county's, the largest of such districts takes the rest.
 */
function movedIn(column: number): Counts {
  const table = 'three-or-more-placements';
  const counts = sharesIn(table, column);
  const held = districtIn(column);
  const { rows } = sufficiencyTables.get(table)!;
  const shareOf = (id: string) => Number(rows.find(({ label }) => council.area(label) === id)?.cells[column]);
  const total = countIn(cellOf('cic-by-age', 'Total', column)) as number;
  const county = Math.round((Number(cellOf(table, 'Derbyshire', column)) / 100) * total);
  const rest = county - Object.values(counts).reduce<number>((sum, count) => sum + (count as number), 0);
  const size = (id: string) => held[id] as number;
  const impossible = Object.keys(counts)
    .filter((id) => Math.abs(((counts[id] as number) / size(id)) * 100 - shareOf(id)) > 0.05)
    .sort((a, b) => size(b) - size(a));
  const [taking] = impossible;
  return {
    ...counts,
    ...(taking ? { [taking]: (counts[taking] as number) + rest } : {}),
    'asylum-team': 0,
    'prevention-team': 0,
  };
}

const placesIn = (column: number): Pick<StockTables, 'outside' | 'far' | 'miles'> => ({
  outside: sharesIn('placed-outside-la', column),
  // The county's percentage leaves no room for children of the two teams that the table has no row for.
  far: { ...sharesIn('placed-20-miles', column), 'asylum-team': 0, 'prevention-team': 0 },
  miles: Object.fromEntries(
    sufficiencyTables.get('average-distance')!.rows.flatMap(({ label, cells }) => {
      const id = council.area(label);
      return [[id ?? '', Number(cells[column + 1])]];
    }),
  ),
});

function yearOf(year: number, column: number): YearMarginals {
  return {
    year,
    stock: {
      total: countIn(cellOf('cic-by-age', 'Total', column)),
      age: columnOf('cic-by-age', AGES, column),
      ethnicity: ethnicityIn(column),
      district: districtIn(column),
      placement: columnOf('cic-by-placement-type', PLACEMENTS, column),
      unaccompanied: countIn(cellOf('cic-by-district', 'UASC', column)),
      ...disabledIn(column),
      ...placesIn(column),
      threePlacements: movedIn(column),
    },
    started: {
      total: countIn(cellOf('admissions-by-age', 'Total', column)),
      age: columnOf('admissions-by-age', AGES, column),
    },
    ceased: {
      total: countIn(cellOf('discharges-by-reason', 'Total', column)),
      reason: columnOf('discharges-by-reason', REASONS, column),
      duration: columnOf('discharges-by-duration', DURATIONS, column),
      byDistrict: { reason: 'adopted', counts: areasIn('adoptions-by-locality', column) },
    },
  };
}

/** 39.4% of 805, said in the text. */
const OUTSIDE_IN_2019 = 317;
/** 5.59% of 805, said in the text. */
const MOVED_IN_2019 = 45;

/** Children in March 2019, as the strategy of that year prints them; what its list leaves of the total lives elsewhere. */
function lastYear(): YearMarginals {
  const { rows } = strategyTables.get('cic-by-placement')!;
  const [total, ...counts] = rows.map(({ cells: [cell] }) => countIn(cell!) as number);
  const order = [
    'own-foster',
    'agency-foster',
    'adoption',
    'own-residential',
    'agency-residential',
    'parents',
    'independent',
  ];
  return {
    year: LAST_YEAR,
    stock: {
      total: total!,
      outside: { '': OUTSIDE_IN_2019 },
      threePlacements: { '': MOVED_IN_2019 },
      placement: {
        ...Object.fromEntries(order.map((category, i) => [category, counts[i]!])),
        secure: [0, 6],
        other: [0, 6],
      },
    },
  };
}

/** The printed totals as what the synthetic children are fitted to. */
export const marginals: Marginals = {
  years: [...YEARS.map(yearOf), { year: 2018 }, lastYear()],
  groups,
};
