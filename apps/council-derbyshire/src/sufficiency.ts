import type { Binding } from '@cic/core';
import type { Bindings, Bound, KnownDifference, SeedDocument, SeedTable } from '@cic/seeds';
import { council } from './council.ts';
import { sufficiencyTables } from './printed.ts';
import { REASONS as WHY } from './reasons.ts';
import { sufficiencyText } from './text.ts';

const tableOf = (id: string) => sufficiencyTables.get(id)!;
const made = (id: string, bindings: Bindings, differences: readonly KnownDifference[] = []): SeedTable => ({
  table: tableOf(id),
  made: bindings,
  differences,
});
const notMade = (reason: string, ...ids: readonly string[]): SeedTable[] =>
  ids.map((id) => ({ table: tableOf(id), made: reason }));

const years = (from: number, to: number): Binding[] =>
  Array.from({ length: to - from + 1 }, (_, i) => ({ period: String(from + i) }));
const FIVE = years(2013, 2017);

const AGES: Bound[] = ['0-0', '1-4', '5-9', '10-15', '16+'].map((age) => ({ where: { age } }));
const DURATIONS: Bound[] = ['0-3m', '3-6m', '6-12m', '1-3y', '3-5y', '5y+'].map((duration) => ({
  where: { duration },
}));
const REASON_CODES = [
  ['E11', 'E12'],
  ['E43', 'E44', 'E45', 'E46', 'E47', 'E48'],
  ['E41'],
  ['E4A', 'E4B'],
  ['E14'],
  ['E15'],
  ['E3'],
  ['E2'],
  ['E13'],
  ['E5', 'E6'],
  ['E9'],
  ['E7'],
  ['E16'],
  ['E8', 'E17'],
];
const PLACEMENTS = [
  'agency-foster',
  'own-foster',
  'adoption',
  'agency-residential',
  'own-residential',
  'parents',
  'independent',
  'secure',
  'other',
];
const ETHNICITIES = [
  'not-known',
  'BAFR',
  'AOTH',
  'BOTH',
  'OOTH',
  'MOTH',
  'WOTH',
  'BCRB',
  'WROM',
  'AIND',
  'NOBT',
  'APKN',
  'WIRT',
  'MWAS',
  'MWBA',
  'MWBC',
  'WBRI',
];

/** Rows by area, the county's own among them; those of other bodies are named, and not computed here. */
const areaRows = (id: string): Bound[] =>
  tableOf(id).rows.map(({ label }): Bound => {
    const district = council.area(label);
    if (district) return { where: { district } };
    return label === 'Derbyshire' ? {} : WHY.others;
  });

const byArea = (
  id: string,
  indicator: string,
  columns: readonly Bound[],
  differences?: readonly KnownDifference[],
) => made(id, { of: { indicator }, rows: areaRows(id), columns, decimals: 1 }, differences);

const inCareByDistrict: SeedTable = made('cic-by-district', {
  of: { indicator: 'children-in-care' },
  rows: tableOf('cic-by-district').rows.map(({ label }): Bound => {
    if (label === 'UASC') return { where: { unaccompanied: 'yes' } };
    const district = council.area(label);
    return district ? { where: { district } } : {};
  }),
  columns: FIVE,
});

const admissions = (id: string): SeedTable =>
  made(id, { of: { indicator: 'started-in-year' }, rows: [...AGES, {}], columns: FIVE });

const recorded: Binding = { where: { disability: 'yes' } };
const atQuarter = (period: string): Binding => ({ period });

const OLDER: Binding['where'] = { 'single-year-of-age': ['16-16', '17-17'] };
const LEAVERS: Binding = { indicator: 'ceased-in-year' };
const ONE_OF_157: readonly KnownDifference[] = [
  {
    rows: ['Total'],
    columns: ['Number of Cic', 'Children of 16 and 17', 'All'],
    reason: 'It counts 157 children of 16 and 17, where the table by age has 156 of 16 and over.',
  },
  {
    rows: ['Independent Living'],
    columns: ['All'],
    reason: 'It counts 31 of 16 and 17, where the table by placement has 28 of any age.',
  },
];
const ETHNICITY_TOTAL: KnownDifference = {
  rows: ['Total'],
  reason: 'Its total is of another extract (7 September 2017) than every other table of children in care.',
};
const DISABILITY: readonly KnownDifference[] = [
  {
    columns: ['2014/15', '2015/16'],
    reason: 'Its percentage is not that of its number: 138 of 603 is 22.9%, 100 of 585 is 17.1%.',
  },
  { reason: 'The synthetic children are fitted to the ends of years, not of quarters.' },
];
const UNATTAINABLE: KnownDifference = {
  reason: 'No whole number of the printed children gives this percentage.',
};

const outsideByAge = (): SeedTable =>
  made(
    'cic-16-17-outside-la',
    {
      of: { indicator: 'children-in-care', period: '2017' },
      rows: [
        { where: { 'single-year-of-age': '16-16' } },
        { where: { 'single-year-of-age': '17-17' } },
        { where: OLDER! },
      ],
      columns: [
        { show: 'count' },
        { show: 'count', indicator: 'placed-out-of-area' },
        { indicator: 'placed-out-of-area', show: 'value' },
      ],
      decimals: 1,
    },
    ONE_OF_157,
  );

/** Tables of the sufficiency strategy 2017 to 2021 in the order of print. */
export const sufficiency: SeedDocument = {
  id: 'sufficiency-2017',
  title: 'Sufficiency strategy 2017 to 2021',
  tables: [
    made(
      'cic-by-ethnicity',
      {
        of: { indicator: 'children-in-care' },
        rows: [...ETHNICITIES.map((ethnicity) => ({ where: { ethnicity } })), {}],
        columns: FIVE,
      },
      [ETHNICITY_TOTAL],
    ),
    made('cic-numbers-comparators', {
      of: { indicator: 'children-in-care' },
      rows: [{}, WHY.others, WHY.others],
      columns: FIVE,
    }),
    made('cic-rate-comparators', {
      of: { indicator: 'children-in-care-rate' },
      rows: [{}, WHY.others, WHY.others],
      columns: FIVE,
    }),
    admissions('admissions-by-age'),
    made('admissions-by-age-pct', {
      of: { indicator: 'started-in-year', show: 'share' },
      rows: AGES,
      columns: FIVE,
    }),
    made('cic-by-age', {
      of: { indicator: 'children-in-care', show: ['count', 'share'] },
      rows: [...AGES, {}],
      columns: FIVE,
    }),
    ...notMade(WHY.stayingPut, 'staying-put-4yr'),
    inCareByDistrict,
    made('cic-rate-by-district', {
      of: { indicator: 'children-in-care-rate' },
      rows: tableOf('cic-rate-by-district').rows.map(({ label }) =>
        council.area(label) ? WHY.districtPopulation : {},
      ),
      columns: FIVE,
    }),
    made(
      'cic-disability',
      {
        of: { indicator: 'children-in-care', show: ['count', 'share'] },
        rows: [recorded, WHY.specialistTeam],
        columns: [
          { period: '2014' },
          { period: '2015' },
          { period: '2016' },
          ...['2016-06-30', '2016-09-30', '2016-12-31'].map(atQuarter),
          { period: '2017' },
        ],
      },
      DISABILITY,
    ),
    made('cic-by-placement-type', {
      of: { indicator: 'children-in-care' },
      rows: PLACEMENTS.map((mix) => ({ where: { 'placement-mix': mix } })),
      columns: FIVE,
    }),
    byArea('placed-20-miles', 'placed-20-miles-or-more', FIVE),
    byArea('placed-outside-la', 'placed-out-of-area', FIVE),
    made('average-distance', {
      of: { indicator: 'average-distance' },
      rows: areaRows('average-distance'),
      columns: [WHY.before, ...FIVE],
    }),
    admissions('admissions-by-age-repeat'),
    made('discharges-by-reason', {
      of: LEAVERS,
      rows: [...REASON_CODES.map((codes) => ({ where: { 'reason-ceased': codes } })), {}],
      columns: FIVE,
    }),
    made('discharges-by-duration', { of: LEAVERS, rows: [...DURATIONS, {}], columns: FIVE }),
    made('discharges-by-duration-pct', {
      of: { ...LEAVERS, show: 'share' },
      rows: DURATIONS,
      columns: FIVE,
    }),
    made('admissions-discharges-stock', {
      rows: [
        { indicator: 'started-in-year' },
        { indicator: 'ceased-in-year' },
        { indicator: 'children-in-care' },
      ],
      columns: FIVE,
    }),
    byArea('three-or-more-placements', 'three-or-more-placements', FIVE, [UNATTAINABLE]),
    ...notMade(WHY.carers, 'placement-utilisation', 'fostering-placements'),
    ...notMade(WHY.stayingPut, 'staying-put-3yr'),
    ...notMade(WHY.targets, 'fostering-targets'),
    ...notMade(WHY.money, 'ifa-budget-forecast'),
    made('sgo-0-18', {
      of: { indicator: 'ceased-in-year' },
      rows: [WHY.ordersOutsideCare, { where: { 'reason-ceased': REASON_CODES[1]! } }],
      columns: years(2015, 2017),
    }),
    ...notMade(WHY.adopters, 'adoption-recruitment', 'adoptive-families', 'adoption-timescales'),
    made(
      'children-adopted',
      {
        rows: [WHY.placedInYear, { ...LEAVERS, where: { 'reason-ceased': REASON_CODES[0]! } }],
        columns: years(2014, 2017),
      },
      [{ rows: ['Adopted'], reason: 'It is one short of the tables by reason and by locality.' }],
    ),
    made('admissions-0-9', {
      of: { indicator: 'started-in-year' },
      rows: AGES.slice(0, 3),
      columns: years(2015, 2017),
    }),
    made('adoptions-by-locality', {
      of: { ...LEAVERS, where: { 'reason-ceased': REASON_CODES[0]! } },
      rows: areaRows('adoptions-by-locality'),
      columns: FIVE,
    }),
    ...notMade(WHY.adoptionPlans, 'children-with-adoption-plan'),
    ...notMade(WHY.targets, 'adoption-performance-targets'),
    ...notMade(WHY.homes, 'residential-beds-by-home'),
    ...notMade(
      WHY.pooled,
      'agency-residential-2013-14',
      'agency-residential-2014-15',
      'agency-residential-2015-16',
      'agency-residential-2016-17',
      'agency-residential-by-locality',
    ),
    ...notMade(WHY.projection, 'care-leaver-projection'),
    ...notMade(
      WHY.careLeavers,
      'care-leaver-accommodation',
      'care-leaver-accommodation-pattern',
      'suitable-accommodation',
    ),
    outsideByAge(),
    made(
      'cic-16-17-outside-by-duration',
      {
        of: { indicator: 'children-in-care', period: '2017', where: OLDER! },
        rows: [
          { where: { duration: '0-3m' } },
          { where: { duration: '3-6m' } },
          { where: { duration: '6-12m' } },
          WHY.bands,
          WHY.bands,
          { where: { duration: ['3-5y', '5y+'] } },
          {},
        ],
        columns: [
          { show: 'count' },
          { indicator: 'placed-out-of-area', show: 'count' },
          { indicator: 'placed-out-of-area', show: 'value' },
          WHY.bands,
        ],
      },
      ONE_OF_157,
    ),
    ...notMade(WHY.careLeavers, 'care-leavers-outside-la'),
    made(
      'cic-16-17-by-placement-type',
      {
        of: { indicator: 'children-in-care', period: '2017', where: OLDER! },
        rows: [
          ...[
            'agency-foster',
            'own-foster',
            'independent',
            'other',
            'parents',
            'agency-residential',
            'own-residential',
          ].map((mix): Bound => ({ where: { 'placement-mix': mix } })),
          {},
        ],
        columns: [
          { where: { 'age-at-entry': '16+' } },
          WHY.sharesOfColumns,
          { where: { 'age-at-entry': ['0-0', '1-4', '5-9', '10-15'] } },
          WHY.sharesOfColumns,
          {},
          WHY.sharesOfColumns,
        ],
      },
      ONE_OF_157,
    ),
    made('uasc-placement', {
      of: { indicator: 'children-in-care', period: '2017' },
      rows: [
        { where: { unaccompanied: 'yes', age: ['0-0', '1-4', '5-9', '10-15'] } },
        { where: { unaccompanied: 'yes', age: '16+' } },
        WHY.careLeavers,
      ],
      columns: [{ where: { location: 'IN' } }, { where: { location: 'OUT' } }],
    }),
    ...notMade(WHY.money, 'internal-fostering-rates', 'contract-care-costs', 'average-placement-costs'),
    ...notMade(WHY.projection, 'placement-usage-estimate'),
    sufficiencyText,
  ],
};
