import {
  buildCareHistory,
  type CareHistory,
  dayOf,
  type EpisodeInput,
  type RecordInput,
  recordInput,
} from '@cic/core';
import { provider } from '@cic/core/records';
import { IN_SHORT_BREAKS } from '../national.ts';
import { coreParts } from '../parts/index.ts';
import type { SynthPart } from '../parts/part.ts';
import { Random } from '../random/random.ts';
import type { SyntheticChild } from './child.ts';
import { type Place, placeOf } from './geography.ts';
import { careersOf, type Years } from './population.ts';
import { providerRegister } from './providers.ts';
import { type Family, familyOf, type Scribe, writeDown, writeShortBreaks } from './scribe.ts';
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
  const made: RecordInput[] = [];
  for (const part of parts) {
    const options = { from: dayOf(years[0] - 1, 4, 1), until: lastDay, council, children, made: [...made] };
    made.push(...part.make(care, random.fork(`part ${part.id}`), options));
  }
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
