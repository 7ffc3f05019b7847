import { lookedAfterForTwoAndAHalfYears } from '../../cohorts/cohorts.ts';
import { addYears, type Day } from '../../dates/day.ts';
import type { CareHistory } from '../../history/careHistory.ts';
import type { Child } from '../../history/child.ts';
import { at } from '../../history/column.ts';
import type { Runs } from '../../history/periods.ts';
import { defineIndicator, type Measure } from '../indicator.ts';

/** How many of a child's placements were open on the first day of a period or began in it. */
function placementsTouching(child: Child, placements: Runs, from: Day, to: Day): number {
  const { first, start, end } = placements;
  let count = 0;
  for (let run = first[child.index]!; run < first[child.index + 1]!; run++) {
    if (start[run]! <= to && end[run]! > from) count++;
  }
  return count;
}

const threeOrMorePlacements = defineIndicator({
  id: 'three-or-more-placements',
  title: 'Children with three or more placements in the year',
  definition:
    'Share of children in care on the last day of the period who had three or more placements in it. A placement open ' +
    'on the first day counts. Not counted: changes of legal status only, moves of or with the same carer, adoption by ' +
    'the foster carers, temporary placements and the return from them, missing episodes. All periods of care in the ' +
    'year are added up.',
  population: 'children in care on the last day of the period',
  unit: 'percent',
  polarity: 'lower',
  kind: 'flow',
  decimals: 2,
  codes: [{ scheme: 'NI', code: '62' }],
  source: 'SSDA903 statistics, placement stability; NI 62; cohorts section 7',
  certainty: 'from memory',
  requirements: ['PLC-05', 'SUF-01', 'D-CHI-18', 'D-CHI-19', 'D-SAF-05', 'IND-03'],
  among: 'in care at the end',
  measure: (child, { period, history }) =>
    child.isLookedAfter(period.end)
      ? placementsTouching(child, history.placements, period.start, period.end) >= 3
      : undefined,
});

const threeOrMorePlain = defineIndicator({
  id: 'three-or-more-placements-plain',
  title: 'Children with three or more placements in the year, plain count',
  definition:
    'As the statutory count, but every change of placement type, address, provider or URN is a placement, temporary ' +
    'ones and those with the same carer too: the difference shows what the statutory rules leave out.',
  population: 'children in care on the last day of the period',
  unit: 'percent',
  polarity: 'lower',
  kind: 'flow',
  decimals: 2,
  source: 'cohorts section 7 (plain variant)',
  certainty: 'proposed',
  requirements: ['PLC-06', 'D-CHI-20'],
  among: 'in care at the end',
  measure: (child, { period, history }) =>
    child.isLookedAfter(period.end)
      ? placementsTouching(child, history.plainPlacements, period.start, period.end) >= 3
      : undefined,
});

/** Since when a child has lived with the carers of a day; an adoptive placement carries on the one before it. */
function withCarersSince(child: Child, on: Day): Day | undefined {
  const placement = child.placementOn(on);
  if (!placement) return undefined;
  if (!/^A[3-6]$/.test(placement.lastEpisode.placementType)) return placement.start;
  const before = child.placements[child.placements.indexOf(placement) - 1];
  return before && before.end >= placement.start ? before.start : placement.start;
}

const longTermStability = defineIndicator({
  id: 'long-term-stability',
  title: 'Long-term stability of placements',
  definition:
    'Of children in care under 16 on the last day of the period who have been looked after continuously for at least ' +
    'two and a half years, the share in the same placement (or with the same carers) for at least two years, or placed ' +
    'for adoption where that placement and the one before it together have lasted two years.',
  population:
    'children under 16 in care on the last day of the period, looked after for two and a half years',
  unit: 'percent',
  polarity: 'higher',
  kind: 'stock',
  codes: [
    { scheme: 'NI', code: '63' },
    { scheme: 'PAF', code: 'D78' },
  ],
  source: 'NI 63; SSDA903 statistics, stability; cohorts section 7 (cut-off day proposed)',
  certainty: 'published',
  requirements: ['PLC-07', 'SUF-01'],
  among: 'in care at the end',
  measure: (child, { period }) => {
    if (!(child.ageOn(period.end) < 16) || !lookedAfterForTwoAndAHalfYears(child, period.end))
      return undefined;
    const since = withCarersSince(child, period.end);
    return since !== undefined && since <= addYears(period.end + 1, -2) - 1;
  },
});

/** Looks at the episode open on the last day of the period, straight in the columns. */
const ofEpisodeAtEnd =
  (verdict: (row: number, child: Child, context: Parameters<Measure>[1]) => ReturnType<Measure>): Measure =>
  (child, context) => {
    const row = child.openRow(context.period.end);
    return row < 0 ? undefined : verdict(row, child, context);
  };

const knowsLocation = ({ episodes }: CareHistory): boolean => episodes.placementLocation.values.length > 1;

const knowsDistance = ({ episodes }: CareHistory): boolean =>
  episodes.placementDistance.some((miles) => !Number.isNaN(miles));

const outOfArea = defineIndicator({
  id: 'placed-out-of-area',
  title: 'Children placed outside the area',
  definition:
    'Share of children in care on the last day of the period whose placement lies outside the authority, whatever the ' +
    'distance. Children whose place is not known stay in the population.',
  population: 'children in care on the last day of the period',
  unit: 'percent',
  polarity: 'lower',
  kind: 'stock',
  source: 'SSDA903 statistics, placement location; cohorts section 8',
  certainty: 'published',
  requirements: ['PLC-03', 'D-LOC-04', 'D-LOC-06', 'SUF-22'],
  needs: knowsLocation,
  among: 'in care at the end',
  measure: ofEpisodeAtEnd(
    (row, _child, { history }) => at(history.episodes.placementLocation, row) === 'OUT',
  ),
});

const farFromHome = defineIndicator({
  id: 'placed-over-20-miles',
  title: 'Children placed over 20 miles from home',
  definition:
    'Share of all children in care on the last day of the period placed more than 20 miles (straight line) from the ' +
    'home they came from, inside or outside the area. Children whose distance is not known count in the population only.',
  population: 'children in care on the last day of the period',
  unit: 'percent',
  polarity: 'lower',
  kind: 'stock',
  source: 'SSDA903 statistics, placement distance; cohorts section 8',
  certainty: 'published',
  requirements: ['D-LOC-03', 'D-LOC-05'],
  needs: knowsDistance,
  among: 'in care at the end',
  measure: ofEpisodeAtEnd(
    (row, _child, { history, parameter }) =>
      history.episodes.placementDistance[row]! > parameter('far-from-home-miles'),
  ),
});

const twentyMilesOrMore = defineIndicator({
  id: 'placed-20-miles-or-more',
  title: 'Children placed 20 miles or more from home',
  definition:
    'As "over 20 miles", but exactly 20 miles counts too, as the sufficiency strategy has it. The two are different ' +
    'measures.',
  population: 'children in care on the last day of the period',
  unit: 'percent',
  polarity: 'lower',
  kind: 'stock',
  source: 'sufficiency strategy 2017-21, section 2.3',
  certainty: 'published',
  requirements: ['D-LOC-02', 'D-LOC-06'],
  needs: knowsDistance,
  among: 'in care at the end',
  measure: ofEpisodeAtEnd(
    (row, _child, { history, parameter }) =>
      history.episodes.placementDistance[row]! >= parameter('far-from-home-miles'),
  ),
});

const averageDistance = defineIndicator({
  id: 'average-distance',
  title: 'Average distance from home',
  definition:
    'Mean straight-line distance between home and placement of children in care on the last day of the period.',
  population: 'children in care on the last day of the period whose distance is known',
  unit: 'miles',
  polarity: 'lower',
  kind: 'stock',
  source: 'sufficiency strategy 2017-21, section 2.3',
  certainty: 'published',
  requirements: ['D-LOC-01', 'D-IND-21'],
  needs: knowsDistance,
  among: 'in care at the end',
  measure: ofEpisodeAtEnd((row, _child, { history }) => {
    const miles = history.episodes.placementDistance[row]!;
    return Number.isNaN(miles) ? undefined : miles;
  }),
});

const placedWith = (
  id: string,
  title: string,
  words: string,
  codes: RegExp,
  requirements: readonly string[],
) =>
  defineIndicator({
    id,
    title,
    definition: `Share of children in care on the last day of the period who are ${words}.`,
    population: 'children in care on the last day of the period',
    unit: 'percent',
    polarity: 'neutral',
    kind: 'stock',
    source: 'SSDA903 statistics, placement; cohorts section 9',
    certainty: 'published',
    requirements,
    among: 'in care at the end',
    measure: ofEpisodeAtEnd((row, _child, { history }) =>
      codes.test(at(history.episodes.placementType, row)),
    ),
  });

const inFosterCare = placedWith(
  'in-foster-care',
  'Children in foster care',
  'in a foster placement',
  /^U[1-6]$/,
  ['PLC-02', 'PLC-04'],
);

const inResidentialCare = placedWith(
  'in-residential-care',
  'Children in residential care',
  "in a children's home, residential home, family centre or residential school",
  /^(K[12]|R[13]|S1)$/,
  ['PLC-02', 'PLC-04'],
);

const agencyPlacements = defineIndicator({
  id: 'agency-placements',
  title: 'Children placed with private or voluntary providers',
  definition:
    'Share of children in care on the last day of the period placed with a private or voluntary provider.',
  population: 'children in care on the last day of the period whose provider is known',
  unit: 'percent',
  polarity: 'neutral',
  kind: 'stock',
  source: 'SSDA903 PLACE_PROVIDER; sufficiency strategy 2017-21, section 2.3',
  certainty: 'proposed',
  requirements: ['PLC-01', 'D-REF-14'],
  among: 'in care at the end',
  measure: ofEpisodeAtEnd((row, _child, { history }) => {
    const provider = at(history.episodes.placementProvider, row);
    return provider === '' ? undefined : provider === 'PR4' || provider === 'PR5';
  }),
});

/** Where children live and for how long. */
export const placementIndicators = [
  threeOrMorePlacements,
  threeOrMorePlain,
  longTermStability,
  outOfArea,
  farFromHome,
  twentyMilesOrMore,
  averageDistance,
  inFosterCare,
  inResidentialCare,
  agencyPlacements,
];
