import { dayOf, type EpisodeInput } from '@cic/core';
import { reasonCeased } from '../careers/ending.ts';
import { episodesOf } from '../careers/episodes.ts';
import { type LegalChange, legalStatusesOf } from '../careers/legalStatus.ts';
import type { PeriodOutline } from '../careers/outline.ts';
import { placementFor } from '../careers/placements.ts';
import { needOn, staysOf, type Told } from '../careers/stays.ts';
import { providerRegister } from '../council/providers.ts';
import { categoryOfNeed, type Family, familyOf, type Scribe, writeChild } from '../council/scribe.ts';
import { type CouncilShape, SYNTHETIC_COUNCIL } from '../council/shape.ts';
import { assemble, type SyntheticCouncil } from '../council/synthesise.ts';
import { coreParts } from '../parts/index.ts';
import type { SynthPart } from '../parts/part.ts';
import { Random } from '../random/random.ts';
import type { Attributes } from './attributes.ts';
import type { Career, Cell } from './columns.ts';
import { withoutComebacks, writeComebacks } from './comebacks.ts';
import { makeLawful, PLACEMENT_ORDER } from './lawful.ts';
import { fitLeavers } from './leavers.ts';
import { fitLegalStatuses } from './legalSnapshots.ts';
import { type Categories, categoriesOf, checkMarginals, type Marginals } from './marginals.ts';
import { fitMoves } from './moves.ts';
import { PlacementSnapshots } from './placementSnapshots.ts';
import { fitPlaces } from './places.ts';
import type { Miss } from './program.ts';
import type { Snapshot } from './reassign.ts';
import { skeletonOf } from './skeleton.ts';
import { areAdoption, outlineOf, reasonAmong, type Telling } from './story.ts';

export interface FitOptions {
  readonly seed: number | string;
  readonly council?: CouncilShape;
  /** Generators of records; core's own unless given. */
  readonly parts?: readonly SynthPart[];
  /**
   * Where numbers in care, starts and ends do not add up: true takes the rest for children who came back within the year
   * and are counted once; otherwise the ends give way, and a note says so.
   */
  readonly comebacks?: boolean;
}

/** A cell that could not be met, because another table that counts for more says otherwise. */
export interface FitNote {
  /** Collection year. */
  readonly year: number;
  /** 'stock by age', 'ceased by reason' … */
  readonly table: string;
  /** '' for a total. */
  readonly category: string;
  readonly printed: number | readonly [low: number, high: number];
  readonly made: number;
  readonly message: string;
}

const PRECEDENCE =
  'numbers and ages of children in care, then starts, ends, reasons, times in care, then every other table';

function noteOf({ label: { year, table, category }, wanted, made }: Miss<Cell>): FitNote {
  const printed = typeof wanted === 'number' ? wanted : `${wanted[0]} to ${wanted[1]}`;
  const what = category === '' ? table : `${table}, '${category}'`;
  return {
    year,
    table,
    category,
    printed: wanted,
    made,
    message: `${year}, ${what}: ${made} instead of ${printed}, as other tables that were followed leave no more room (${PRECEDENCE})`,
  };
}

/** Whether a career is in care on the 31 March of a year. */
const inCare =
  (year: number) =>
  ({ career: { start, end } }: Telling): boolean =>
    start <= year && (end ?? year + 1) > year;

/** A placement order before the end, where a career to adoption had no room for one. */
function withOrder(statuses: LegalChange[], { start, end }: PeriodOutline): LegalChange[] {
  if (PLACEMENT_ORDER.test(statuses.at(-1)!.status)) return statuses;
  const from = Math.max(start, end - Math.ceil((end - start) / 2));
  return [...statuses.filter((change) => change.from < from), { from, status: 'E1' }];
}

/** The adopters as the last placement, where a career to adoption had no room for them. */
function endAsAdopted(telling: Telling, told: Told): void {
  const { stays, period } = telling;
  const last = stays.at(-1)!;
  if (last.placement.type.startsWith('A')) return;
  const earliest = Math.max(last.from, telling.legalStatuses.at(-1)!.from);
  const day = earliest < period.end - 1 ? Math.max(earliest + 1, period.end - 30) : earliest;
  const placement = placementFor(needOn(told, day), told.register, told.random, 'A6');
  const reason = day === period.start ? '' : 'CARPL';
  telling.stays = [...stays.filter((stay) => stay.from < day), { from: day, placement, kind: 'new', reason }];
}

/** A foster family as the last placement, which guardianship by a former carer asks for. */
function endFostered(telling: Telling, told: Told): void {
  const last = telling.stays.at(-1)!;
  if (last.placement.type.startsWith('U')) return;
  const placement = placementFor(needOn(told, last.from), told.register, told.random, 'U3');
  telling.stays = [...telling.stays.slice(0, -1), { ...last, placement, kind: 'new' }];
}

/** A reason that no table lists, for careers whose reason the tables leave open. */
function openReason(natural: string, listed: ReadonlySet<string>, categories: Categories): string {
  if (!listed.has(categories.reason(natural))) return natural;
  return ['E8', 'E4A', 'E13', 'E16', 'E3'].find((code) => !listed.has(categories.reason(code))) ?? natural;
}

function tellingsOf(
  careers: readonly Career[],
  attributes: readonly Attributes[],
  categories: Categories,
  lastDay: number,
  random: Random,
): Telling[] {
  return careers.map((career, i) => {
    const own = random.fork(i);
    const { outline, period, reasons } = outlineOf(career, attributes[i]!, i, categories, lastDay, own);
    const family: Family = familyOf(outline);
    const usual = legalStatusesOf(period, outline.born, own.fork('legal'));
    const legalStatuses = areAdoption(reasons) ? withOrder(usual, period) : usual;
    return { career, outline, period, reasons, family, legalStatuses, stays: [] };
  });
}

/**
 * Makes a council whose children, counted again, give the published tables: children in care by age, sex, ethnicity,
 * district, placement, legal status, disability and asylum on every 31 March, and those who started and ceased in every
 * year by age, reason and time in care. Where tables contradict each other, the notes say which cells were not followed,
 * and by how much.
 *
 * Whole careers come first (a whole-number program over years of birth, start and end), then what stays with a child, then
 * legal statuses and placements year by year, changed as little as possible from how such a career would usually go.
 * @throws RangeError when a table or category makes no sense
 */
export async function fit(
  printed: Marginals,
  { seed, council = SYNTHETIC_COUNCIL, parts = coreParts, comebacks: comeBack = false }: FitOptions,
): Promise<{ council: SyntheticCouncil; notes: readonly FitNote[] }> {
  checkMarginals(
    printed,
    council.districts.map(({ id }) => id),
  );
  const random = Random.of(seed);
  const categories = categoriesOf(printed);
  const { marginals, comebacks } = comeBack
    ? withoutComebacks(printed, categories)
    : { marginals: printed, comebacks: [] };
  const { years } = marginals;
  const [first, last] = [years[0]!.year, years.at(-1)!.year];
  const lastDay = dayOf(last, 3, 31);
  const snapshot = (year: number): Snapshot => ({
    year,
    before: year === first ? Number.NEGATIVE_INFINITY : dayOf(year - 1, 3, 31),
  });
  const skeleton = await skeletonOf(marginals, council, categories, random.fork('careers'));
  const { careers, misses } = skeleton;
  const leavers = await fitLeavers(careers, skeleton.attributes, marginals, council);
  const { attributes } = leavers;
  const tellings = tellingsOf(careers, attributes, categories, lastDay, random.fork('stories'));
  const missed: Miss<Cell>[] = [...misses, ...leavers.misses];
  for (const { year, stock } of years) {
    if (!stock?.legalStatus) continue;
    const now = tellings.filter(inCare(year));
    missed.push(
      ...(await fitLegalStatuses(
        now,
        snapshot(year),
        stock.legalStatus,
        categories,
        random.fork(`legal ${year}`),
      )),
    );
  }
  const register = providerRegister(
    Math.max(1, tellings.filter(inCare(last)).length),
    council.code,
    random.fork('providers'),
  );
  const toldOf = (telling: Telling): Told => ({
    outline: telling.outline,
    period: telling.period,
    statuses: telling.legalStatuses,
    homePostcode: telling.family.homePostcode,
    register,
    random: telling.outline.random.fork('stays'),
    staysPut: true,
  });
  for (const telling of tellings) {
    telling.stays = staysOf(toldOf(telling));
    if (areAdoption(telling.reasons)) endAsAdopted(telling, toldOf(telling));
    if (telling.reasons.length > 0 && telling.reasons.every((code) => code === 'E45' || code === 'E46')) {
      endFostered(telling, toldOf(telling));
    }
    makeLawful(telling, toldOf(telling));
  }
  const snapshots = new PlacementSnapshots(
    categories,
    register,
    !years.some(({ stock }) => stock?.legalStatus),
  );
  for (const { year, stock } of years) {
    if (!stock?.placement) continue;
    const now = tellings.filter(inCare(year));
    missed.push(
      ...(await snapshots.fit(now, snapshot(year), stock.placement, random.fork(`placements ${year}`))),
    );
  }
  missed.push(...(await fitPlaces(tellings, marginals, council, random.fork('places'))));
  missed.push(...fitMoves(tellings, marginals, council, toldOf, random.fork('moves')));
  const scribe: Scribe = { register, council, lastDay, children: [], episodes: [] };
  const listed = new Set(years.flatMap(({ ceased }) => Object.keys(ceased?.reason ?? {})));
  const written = tellings.map((telling) => write(telling, scribe, listed, categories));
  const whole = writeComebacks(tellings, written, comebacks, categories, random.fork('comebacks'));
  scribe.episodes.push(...whole.episodes.flat());
  missed.push(...whole.misses);
  return {
    council: assemble(scribe, { seed, years: [first, last], parts, random }),
    notes: missed.map(noteOf),
  };
}

/** Writes a fitted career down as a child and episodes. */
function write(
  telling: Telling,
  scribe: Scribe,
  listed: ReadonlySet<string>,
  categories: Categories,
): EpisodeInput[] {
  const { outline, period, family, reasons, legalStatuses, stays } = telling;
  const child = writeChild(outline, family, scribe);
  const random = outline.random.fork('end');
  const lastType = stays.at(-1)!.placement.type;
  const natural = reasonCeased(outline, period, lastType, random);
  const reason =
    reasons.length > 0
      ? reasonAmong(reasons, natural, lastType, period.end, random)
      : openReason(natural, listed, categories);
  const episodes: EpisodeInput[] = [];
  episodesOf(
    {
      child: child.id,
      start: period.start,
      end: period.end,
      categoryOfNeed: categoryOfNeed(outline, period, random),
      homePostcode: family.homePostcode,
      legalStatuses,
      stays,
      reasonCeased: reason,
    },
    scribe.lastDay,
    episodes,
  );
  return episodes;
}
