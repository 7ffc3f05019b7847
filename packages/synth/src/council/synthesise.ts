import {
  birthday,
  buildCareHistory,
  type CareHistory,
  type Day,
  dayOf,
  type EpisodeInput,
  type RecordInput,
  recordInput,
} from '@cic/core';
import { provider } from '@cic/core/records';
import { reasonCeased } from '../careers/ending.ts';
import { episodesOf } from '../careers/episodes.ts';
import { legalStatusesOf } from '../careers/legalStatus.ts';
import type { Outline, PeriodOutline } from '../careers/outline.ts';
import type { Placement } from '../careers/placements.ts';
import { shortBreaks } from '../careers/shortBreaks.ts';
import { type Stay, staysOf } from '../careers/stays.ts';
import { CATEGORY_OF_NEED, ETHNICITY, IN_SHORT_BREAKS } from '../national.ts';
import { coreParts } from '../parts/index.ts';
import type { SynthPart } from '../parts/part.ts';
import { Random } from '../random/random.ts';
import { childId, type SyntheticChild, syntheticChild } from './child.ts';
import { type Place, placeOf, postcodeOfDistrict } from './geography.ts';
import { careersOf, type Years } from './population.ts';
import { type ProviderRegister, providerRegister } from './providers.ts';
import { type CouncilShape, SYNTHETIC_COUNCIL } from './shape.ts';

export interface SynthOptions {
  /** The same seed gives the same council, always and everywhere. */
  readonly seed: number | string;
  /** Children in care on each 31 March, about. */
  readonly children: number;
  /** First and last collection year, named by the 31 March they end on. Not before 1996. */
  readonly years: Years;
  readonly council?: CouncilShape;
  /** Generators of records; core's own unless given. A plugin's are added to them: `[...coreParts, ...educationParts]`. */
  readonly parts?: readonly SynthPart[];
}

/** A council that does not exist, with everything a real one would have on record. */
export interface SyntheticCouncil {
  readonly seed: number | string;
  readonly years: Years;
  readonly council: CouncilShape;
  readonly children: readonly SyntheticChild[];
  readonly episodes: readonly EpisodeInput[];
  /** Records about the children and about the council: sibling groups, population estimates, providers. */
  readonly records: readonly RecordInput[];
  /** The care history of all of it, as known on the last 31 March; built when first asked for. */
  readonly history: CareHistory;
  /** Where a synthetic postcode is: a postcode directory for the checks of the return. */
  readonly postcodes: { readonly find: (postcode: string) => Place | undefined };
}

const FIRST_YEAR_POSSIBLE = 1996;

function checked({ children, years: [from, to] }: SynthOptions): void {
  if (!Number.isInteger(children) || children < 1) {
    throw new RangeError(`children must be a whole number of at least 1, but is ${children}`);
  }
  if (!Number.isInteger(from) || !Number.isInteger(to) || from > to || from < FIRST_YEAR_POSSIBLE) {
    throw new RangeError(
      `years must be two whole numbers, the first at least ${FIRST_YEAR_POSSIBLE} and not after the second, but are ${from} and ${to}`,
    );
  }
}

/** What a council's children are written down with. */
export interface Scribe {
  readonly register: ProviderRegister;
  readonly council: CouncilShape;
  readonly lastDay: Day;
  readonly children: SyntheticChild[];
  readonly episodes: EpisodeInput[];
}

/** Children of one family share a home, and mostly the first carers. */
interface Family {
  readonly homePostcode: string;
  firstPlacement?: Placement;
}

/** Half of brothers and sisters who start together live together at first. (p) */
const PLACED_TOGETHER = 0.6;

/** Writes a child and every period of care; returns the child. */
export function writeDown(
  outline: Outline,
  family: Family,
  scribe: Scribe,
  stays?: (period: PeriodOutline) => Stay[],
): SyntheticChild {
  const { register, council, lastDay, children, episodes } = scribe;
  const district = council.districts[outline.district]?.id ?? '';
  const child = syntheticChild(outline, children.length + 1, district, family.homePostcode);
  children.push(child);
  outline.periods.forEach((period, index) => {
    if (period.start > lastDay) return;
    const random = outline.random.fork(`period ${index}`);
    const statuses = legalStatusesOf(period, outline.born, random);
    const told = { outline, period, statuses, homePostcode: family.homePostcode, register, random };
    const first = family.firstPlacement;
    const shared =
      first && statuses[0]!.status !== 'V2' && random.chance(PLACED_TOGETHER) ? first : undefined;
    const own = stays?.(period) ?? staysOf(told, shared);
    if (/^U[36]$/.test(own[0]!.placement.type)) family.firstPlacement ??= own[0]!.placement;
    episodesOf(
      {
        child: child.id,
        start: period.start,
        end: period.end,
        categoryOfNeed: categoryOfNeed(outline, period, random),
        homePostcode: family.homePostcode,
        legalStatuses: statuses,
        stays: own,
        reasonCeased: reasonCeased(outline, period, own.at(-1)!.placement.type, random),
      },
      lastDay,
      episodes,
    );
  });
  return child;
}

function categoryOfNeed(outline: Outline, { pathway }: PeriodOutline, random: Random): string {
  if (outline.unaccompanied) return 'N8';
  if (pathway === 'remand') return 'N6';
  if (outline.disabled && random.chance(0.18)) return 'N2';
  return random.weighted(CATEGORY_OF_NEED);
}

/** The home a family had before care; a child seeking asylum has none. */
export const familyOf = (outline: Outline): Family => ({
  homePostcode: outline.unaccompanied
    ? ''
    : postcodeOfDistrict(outline.district, outline.random.fork('home')),
});

function writeShortBreaks(count: number, years: Years, scribe: Scribe, random: Random): void {
  const { council, lastDay, children, episodes } = scribe;
  const firstDay = dayOf(years[0] - 1, 4, 1);
  for (let i = 0; i < count; i++) {
    const own = random.fork(i);
    const start = own.dayBetween(firstDay - 700, lastDay - 30);
    const born = start - own.int(5 * 365, 14 * 365);
    const end = Math.min(birthday(born, 18), start + own.int(300, 1500));
    const id = childId(children.length + 1);
    const district = council.districts.length > 0 ? own.pick(council.districts).id : '';
    const outline: Outline = {
      random: own,
      born,
      sex: own.chance(0.65) ? 'M' : 'F',
      ethnicity: own.weighted(ETHNICITY),
      unaccompanied: false,
      disabled: true,
      district: 0,
      family: -1 - i,
      periods: [{ start, end, pathway: 'home' }],
    };
    const { firstChildBorn: _, ...child } = syntheticChild(outline, children.length + 1, district, '');
    children.push(child);
    shortBreaks(id, start, end, lastDay, own, episodes);
  }
}

/**
 * A whole council of synthetic children over some years: periods of care with legal statuses, placements and reasons that
 * the statutory return allows together, and the records about them. Nothing depends on the clock or on `Math.random`.
 * @throws RangeError when the number of children or the years make no sense
 */
export function synthesise(options: SynthOptions): SyntheticCouncil {
  checked(options);
  const { seed, children: wanted, years, council = SYNTHETIC_COUNCIL, parts = coreParts } = options;
  const random = Random.of(seed);
  const scribe: Scribe = {
    register: providerRegister(wanted, council.code, random.fork('providers')),
    council,
    lastDay: dayOf(years[1], 3, 31),
    children: [],
    episodes: [],
  };
  const outlines = careersOf(wanted, years, council.districts, random.fork('careers'));
  let family: Family | undefined;
  outlines.forEach((outline, i) => {
    if (!family || outlines[i - 1]?.family !== outline.family) family = familyOf(outline);
    writeDown(outline, family, scribe);
  });
  writeShortBreaks(Math.round(wanted * IN_SHORT_BREAKS), years, scribe, random.fork('short breaks'));
  return assemble(scribe, { seed, years, parts, random });
}

/** Adds the records to children and episodes. */
export function assemble(
  { children, episodes, council, register, lastDay }: Scribe,
  {
    seed,
    years,
    parts,
    random,
  }: { seed: number | string; years: Years; parts: readonly SynthPart[]; random: Random },
): SyntheticCouncil {
  const care = buildCareHistory({ children, episodes });
  const made = parts.flatMap((part) =>
    part.make(care, random.fork(`part ${part.id}`), {
      from: dayOf(years[0] - 1, 4, 1),
      until: lastDay,
      council,
      children,
    }),
  );
  const records = [...made, recordInput({ type: provider, records: register.records })];
  let history: CareHistory | undefined;
  return {
    seed,
    years,
    council,
    children,
    episodes,
    records,
    get history() {
      history ??= buildCareHistory({ children, episodes, records });
      return history;
    },
    postcodes: { find: (postcode) => placeOf(postcode, council.code) },
  };
}
