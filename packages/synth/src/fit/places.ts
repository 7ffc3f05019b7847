import { type Day, dayOf } from '@cic/core';
import type { Placement } from '../careers/placements.ts';
import {
  distanceBetween,
  locationOf,
  postcodeOfDistrict,
  postcodeWithin,
  type Reach,
} from '../council/geography.ts';
import type { CouncilShape } from '../council/shape.ts';
import type { Random } from '../random/random.ts';
import type { Cell } from './columns.ts';
import type { Counts, Marginals } from './marginals.ts';
import { type Miss, Program } from './program.ts';
import type { Telling } from './story.ts';

/** From so many miles on a placement is far from home. */
const FAR = 20;

/** Where a placement is: inside or outside the council, near home or far from it. */
interface Situation {
  readonly outside: boolean;
  readonly far: boolean;
}

const SITUATIONS: readonly Situation[] = [
  { outside: false, far: false },
  { outside: false, far: true },
  { outside: true, far: false },
  { outside: true, far: true },
];

const situationOf = ({ location, distance }: Placement): Situation => ({
  outside: location === 'OUT',
  far: distance >= FAR,
});
const same = (one: Situation, other: Situation): boolean =>
  one.outside === other.outside && one.far === other.far;

/** The time a child spends with the same carers, and the 31 Marches in it. */
interface Run {
  readonly telling: Telling;
  readonly district: string;
  readonly first: number;
  readonly last: number;
  readonly years: readonly number[];
  /** Homes with a registration stand where they stand, and so do parents. */
  readonly fixed: boolean;
  placement: Placement;
}

const STANDS = /^(P1|K|R|S1)/;

function runsOf(telling: Telling, years: readonly number[], council: CouncilShape): Run[] {
  const { stays, period, outline } = telling;
  const district = council.districts[outline.district]?.id ?? '';
  const runs: Run[] = [];
  for (let first = 0; first < stays.length; ) {
    const { placement } = stays[first]!;
    let last = first;
    while (stays[last + 1]?.placement.postcode === placement.postcode) last++;
    const from = stays[first]!.from;
    const until: Day = stays[last + 1]?.from ?? period.end;
    const seen = years.filter((year) => from <= dayOf(year, 3, 31) && until > dayOf(year, 3, 31));
    const fixed = stays.slice(first, last + 1).some((stay) => STANDS.test(stay.placement.type));
    if (seen.length > 0) runs.push({ telling, district, first, last, years: seen, fixed, placement });
    first = last + 1;
  }
  return runs;
}

const TRIES = 150;

/** A place in a situation, by trying; undefined where the map has none, or none was found. */
function placedAt({ telling, placement }: Run, wanted: Situation, random: Random): Placement | undefined {
  const home = telling.family.homePostcode;
  for (let i = 0; i < TRIES; i++) {
    const reach: Reach = wanted.far ? random.pick(['far', 'neighbour']) : 'neighbour';
    const near = i % 2 === 0 ? telling.outline.district : random.int(0, 8);
    const postcode = wanted.outside ? postcodeWithin(reach, random) : postcodeOfDistrict(near, random);
    if (postcode === home) continue;
    const made = {
      ...placement,
      postcode,
      location: locationOf(postcode),
      distance: distanceBetween(home, postcode),
    };
    if (same(situationOf(made), wanted)) return made;
  }
  return undefined;
}

/** Puts a placement's place into every stay of a run. */
function settle(run: Run, { postcode, location, distance }: Placement): void {
  run.placement = { ...run.placement, postcode, location, distance };
  for (let i = run.first; i <= run.last; i++) {
    const stay = run.telling.stays[i]!;
    run.telling.stays[i] = { ...stay, placement: { ...stay.placement, postcode, location, distance } };
  }
}

const WEIGHT = 1;
const MOVED = 1;

/** Decides who lives outside and who far from home, changed as little as the tables need. */
async function situate(
  runs: readonly Run[],
  { years }: Marginals,
  random: Random,
): Promise<readonly Miss<Cell>[]> {
  const program = new Program<Cell>();
  const choices = runs.map((run) => {
    const now = situationOf(run.placement);
    const home = run.telling.family.homePostcode !== '';
    const own = SITUATIONS.flatMap((option) => {
      const stays = same(option, now);
      if (!stays && (run.fixed || (!home && option.far))) return [];
      const placement = stays ? run.placement : placedAt(run, option, random);
      return placement ? [{ option, placement, variable: program.variable(1, stays ? 0 : MOVED) }] : [];
    });
    program.total(
      own.map(({ variable }) => variable),
      1,
    );
    return own;
  });
  for (const { year, stock } of years) {
    for (const table of ['outside', 'far'] as const) {
      for (const [district, wanted] of Object.entries((stock?.[table] ?? {}) as Counts)) {
        const variables = runs.flatMap((run, i) =>
          (district === '' || run.district === district) && run.years.includes(year)
            ? choices[i]!.filter(({ option }) => option[table]).map(({ variable }) => variable)
            : [],
        );
        program.wish({ year, table: `stock ${table}`, category: district }, variables, wanted, WEIGHT);
      }
    }
  }
  const { value, misses } = await program.solve();
  runs.forEach((run, i) => {
    settle(run, choices[i]!.find(({ variable }) => value(variable) > 0)!.placement);
  });
  return misses;
}

/** A printed average in whole miles is met anywhere within half a mile; aimed at is well inside. */
const CLOSE = 0.35;
const ROUNDS = 10_000;

interface Average {
  readonly wanted: number;
  sum: number;
  count: number;
}

const offBy = ({ wanted, sum, count }: Average): number =>
  count === 0 ? 0 : Math.max(0, Math.abs(sum / count - wanted) - CLOSE);

/** Moves placements, each within its situation, until the average distances come out. */
function spread(runs: readonly Run[], { years }: Marginals, random: Random): void {
  const averages = new Map<string, Average>();
  for (const { year, stock } of years)
    for (const [district, wanted] of Object.entries(stock?.miles ?? {}))
      averages.set(`${year} ${district}`, { wanted, sum: 0, count: 0 });
  if (averages.size === 0) return;
  const touched = ({ years: seen, district }: Run): Average[] =>
    seen.flatMap((year) =>
      [averages.get(`${year} ${district}`), averages.get(`${year} `)].filter((one) => one !== undefined),
    );
  const measured = runs.filter(({ placement }) => !Number.isNaN(placement.distance));
  const movable = new Map<Average, Run[]>([...averages.values()].map((average) => [average, []]));
  for (const run of measured)
    for (const average of touched(run)) {
      average.sum += run.placement.distance;
      average.count++;
      if (!run.fixed) movable.get(average)!.push(run);
    }
  for (let round = 0; round < ROUNDS; round++) {
    const off = [...movable].filter(([average, own]) => offBy(average) > 0 && own.length > 0);
    if (off.length === 0) return;
    const run = random.pick(random.pick(off)[1]);
    const own = touched(run);
    const before = own.reduce((sum, one) => sum + offBy(one), 0);
    const made = placedAt(run, situationOf(run.placement), random);
    if (!made) continue;
    const change = made.distance - run.placement.distance;
    for (const one of own) one.sum += change;
    if (own.reduce((sum, one) => sum + offBy(one), 0) < before) settle(run, made);
    else for (const one of own) one.sum -= change;
  }
}

/**
 * Places of all placements that are open on some 31 March, so that the tables of children outside the council, far from
 * home, and of average distances come out.
 */
export async function fitPlaces(
  tellings: readonly Telling[],
  marginals: Marginals,
  council: CouncilShape,
  random: Random,
): Promise<readonly Miss<Cell>[]> {
  const asked = marginals.years.filter(({ stock }) => stock?.outside || stock?.far || stock?.miles);
  if (asked.length === 0) return [];
  const years = asked.map(({ year }) => year);
  const runs = tellings.flatMap((telling) => runsOf(telling, years, council));
  const misses = await situate(runs, marginals, random);
  spread(runs, marginals, random);
  return misses;
}
