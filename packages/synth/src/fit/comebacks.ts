import { ageOn, type Day, dayOf, type EpisodeInput } from '@cic/core';
import type { Random } from '../random/random.ts';
import type { Cell } from './columns.ts';
import type { Categories, Count, Counts, Marginals, YearMarginals } from './marginals.ts';
import type { Miss } from './program.ts';
import type { Telling } from './story.ts';

/**
 * Children counted once who started, or left, twice in a year: what is left when numbers in care, starts and ends do not
 * add up. More in care than they explain is children who had already been in care that year; fewer, children who came
 * back and left again.
 */
interface Comebacks {
  readonly year: number;
  readonly kind: 'started twice' | 'left twice';
  readonly count: number;
  /** The printed starts, or ends, that they belong to. */
  readonly printed: number;
  readonly age: string | undefined;
  /** Time in care of the part that the tables count. */
  readonly long: string | undefined;
}

/** Days of the short stay, of the time at home, and between them and the ends of the year. */
const STAY = 20;
const AT_HOME = 30;
const MARGIN = 5;
const ROOM = STAY + AT_HOME + MARGIN;
/** Those who leave a second time are nearly grown up: that is when time in care is long and an end is not a court's. */
const ADULT_LIKE = 16;
const HOME = /^(E4A|E4B)$/;
/** Reasons that a court's order stands behind: nobody comes back for some days and leaves so. */
const BY_ORDER = /^E(1[124]|4[1-8])$/;
const GOES_ON = /^(U|K2|H5|P1|R)/;
const ACCOMMODATED = 'V2';
/** Where a care order goes on. */
const PARENTS = 'P1';
const WENT_HOME = 'E4A';

const exact = (count: Count | undefined): number | undefined =>
  typeof count === 'number' ? count : undefined;

function drift(before: YearMarginals | undefined, { stock, started, ceased }: YearMarginals): number {
  const numbers = [before?.stock?.total, stock?.total, started?.total, ceased?.total].map(exact);
  if (numbers.some((number) => number === undefined)) return 0;
  const [opening, closing, starts, ends] = numbers as [number, number, number, number];
  return closing - (opening + starts - ends);
}

/** The category of most children among those that will do. */
function most(
  counts: Counts | undefined,
  does: (category: string) => boolean = () => true,
): string | undefined {
  const known = Object.entries(counts ?? {}).filter(
    ([category, n]) => exact(n) !== undefined && does(category),
  );
  return known.sort((a, b) => (b[1] as number) - (a[1] as number))[0]?.[0];
}

const shifted = (counts: Counts, category: string | undefined, by: number): Counts =>
  category === undefined ? counts : { ...counts, [category]: (counts[category] as number) + by };

function adjusted(year: YearMarginals, by: Comebacks, categories: Categories): YearMarginals {
  const { count, kind, age, long } = by;
  const { started = {}, ceased = {} } = year;
  const short = categories.durationBand(0, STAY);
  if (kind === 'left twice') {
    return {
      ...year,
      started: {
        total: (started.total as number) - count,
        ...(started.age ? { age: shifted(started.age, age, -count) } : {}),
      },
      ceased: {
        ...ceased,
        ...(ceased.duration
          ? { duration: shifted(shifted(ceased.duration, short, -count), long, count) }
          : {}),
      },
    };
  }
  const home = most(ceased.reason, (category) =>
    categories.codesOf.reason(category).some((code) => HOME.test(code)),
  );
  return {
    ...year,
    ceased: {
      ...ceased,
      total: (ceased.total as number) - count,
      ...(ceased.reason ? { reason: shifted(ceased.reason, home, -count) } : {}),
      ...(ceased.duration ? { duration: shifted(ceased.duration, short, -count) } : {}),
      ...(ceased.age ? { age: shifted(ceased.age, age, -count) } : {}),
    },
  };
}

/** Tables as careers of one period of care can give them, and the comings back that make up the rest. */
export function withoutComebacks(
  marginals: Marginals,
  categories: Categories,
): { readonly marginals: Marginals; readonly comebacks: readonly Comebacks[] } {
  const comebacks: Comebacks[] = [];
  const years = marginals.years.map((year, i) => {
    const by = drift(marginals.years[i - 1], year);
    if (by === 0) return year;
    const one: Comebacks = {
      year: year.year,
      kind: by > 0 ? 'started twice' : 'left twice',
      count: Math.abs(by),
      printed: (by > 0 ? year.ceased!.total : year.started!.total) as number,
      age:
        by > 0
          ? most(year.ceased?.age ?? year.started?.age, (band) => categories.age[band]![0] < ADULT_LIKE)
          : most(year.started?.age, (band) => categories.age[band]![0] >= ADULT_LIKE),
      long: most(year.ceased?.duration, (band) => (categories.duration[band]?.[0] ?? 0) >= 12),
    };
    comebacks.push(one);
    return adjusted(year, one, categories);
  });
  return { marginals: { ...marginals, years }, comebacks };
}

/** When the time at home begins and ends; undefined where the career has no room for it. */
function atHome(telling: Telling, by: Comebacks, categories: Categories): readonly [Day, Day] | undefined {
  const { career, period, outline, reasons, stays } = telling;
  const [first, last] = [dayOf(by.year - 1, 4, 1), dayOf(by.year, 3, 31)];
  const bandOn = (on: Day) => categories.ageBand(ageOn(outline.born, on));
  if (outline.unaccompanied) return undefined;
  if (by.kind === 'started twice') {
    if (stays[0]!.placement.type === PARENTS || (stays[1] && stays[1].from <= last)) return undefined;
    if (career.start !== by.year || period.end <= last || period.start < first + ROOM) return undefined;
    const from = period.start - AT_HOME;
    return bandOn(from - STAY) === bandOn(period.start) && (by.age === undefined || bandOn(from) === by.age)
      ? [from, period.start]
      : undefined;
  }
  const to = period.end - STAY;
  if (career.end !== by.year || career.start >= by.year || to - AT_HOME < first + MARGIN) return undefined;
  if (!GOES_ON.test(stays.at(-1)!.placement.type) || reasons.some((code) => BY_ORDER.test(code)))
    return undefined;
  const counted = by.long === undefined || categories.durationBand(period.start, period.end) === by.long;
  return counted && (by.age === undefined || bandOn(to) === by.age) ? [to - AT_HOME, to] : undefined;
}

/** A short stay before the career, in the care it begins with. */
function before(own: readonly EpisodeInput[], from: Day): EpisodeInput[] {
  const [first] = own;
  const stay = {
    ...first!,
    start: from - STAY,
    end: from,
    reasonNewEpisode: 'S',
    reasonEpisodeCeased: WENT_HOME,
    reasonPlacementChange: '',
  };
  return [stay, ...own];
}

/** The career with a time at home cut out of it. */
function within(own: readonly EpisodeInput[], from: Day, to: Day): EpisodeInput[] {
  const earlier = own
    .filter(({ start }) => start < from)
    .map((one) =>
      one.end >= from
        ? { ...one, end: from, reasonEpisodeCeased: WENT_HOME, reasonPlacementChange: '' }
        : one,
    );
  const later = own
    .filter(({ end }) => end > to)
    .map((one) => (one.start <= to ? { ...one, start: to, reasonNewEpisode: 'S' } : one))
    .map((one) => (one.placementType === PARENTS ? one : { ...one, legalStatus: ACCOMMODATED }));
  return [...earlier, ...later];
}

/**
 * Writes the comings back into episodes already written, as far as there are children they can have happened to.
 */
export function writeComebacks(
  tellings: readonly Telling[],
  episodes: readonly (readonly EpisodeInput[])[],
  comebacks: readonly Comebacks[],
  categories: Categories,
  random: Random,
): { readonly episodes: EpisodeInput[][]; readonly misses: readonly Miss<Cell>[] } {
  const misses: Miss<Cell>[] = [];
  const written = episodes.map((own) => [...own]);
  const used = new Set<number>();
  for (const by of comebacks) {
    let left = by.count;
    for (const i of random.fork(`${by.year}`).shuffled(tellings.map((_, place) => place))) {
      if (left === 0) break;
      const time = used.has(i) ? undefined : atHome(tellings[i]!, by, categories);
      if (!time) continue;
      written[i] =
        by.kind === 'started twice' ? before(written[i]!, time[0]) : within(written[i]!, time[0], time[1]);
      used.add(i);
      left--;
    }
    const table = by.kind === 'left twice' ? 'started' : 'ceased';
    if (left > 0)
      misses.push({
        label: { year: by.year, table, category: '' },
        wanted: by.printed,
        made: by.printed - left,
      });
  }
  return { episodes: written, misses };
}
