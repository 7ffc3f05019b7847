import { buildCareHistory, formatIsoDate, OPEN, type RecordInput } from '@cic/core';
import {
  adoptionDecision,
  adoptionOutcome,
  type Child,
  child,
  type Episode,
  episode,
} from '@cic/core/records';
import type { SeedChildren } from '@cic/seeds';
import { childInput, episodeInput } from '@cic/store';
import { Random, type TypedRecords } from '@cic/synth';
import { type Career, careersOf, JUNE_2012 } from './careers.ts';
import { place } from './placing.ts';
import { yearlyRecords } from './yearly.ts';

const childOf = ({ id, born, sex, ethnicity }: Career): Child => ({
  id,
  dateOfBirth: formatIsoDate(born),
  sex,
  ethnicity,
});

function episodesOf({ id, start, end, moves, adopters, adopted }: Career): Episode[] {
  const stays = [start, ...moves, ...(adopters === undefined ? [] : [adopters])];
  return stays.map((from, i): Episode => {
    const until = stays[i + 1] ?? end;
    const last = i === stays.length - 1;
    const withAdopters = last && adopters !== undefined;
    return {
      child: id,
      start: formatIsoDate(from),
      reasonNewEpisode: i === 0 ? 'S' : 'P',
      legalStatus: adopters === undefined ? 'C2' : 'E1',
      categoryOfNeed: 'N1',
      placementType: withAdopters ? 'A5' : 'U6',
      placementProvider: withAdopters ? 'PR0' : 'PR1',
      ...(withAdopters ? {} : { urn: `SC90000${i + 1}` }),
      ...(until === OPEN
        ? {}
        : { end: formatIsoDate(until), reasonEpisodeCeased: last ? (adopted ? 'E12' : 'E4A') : 'X1' }),
    };
  });
}

/** Chosen so that whole numbers of children give the most of the printed shares. */
const SEED = 4;

/** Synthetic children and their records, made to fit what the strategy prints; the same every time. */
export function derbyRecords(seed: number = SEED): readonly TypedRecords[] {
  const random = Random.of(`derby ${seed}`);
  const careers = careersOf(random.fork('careers'));
  place(careers, random.fork('placing'));
  const decided = careers.filter((one) => one.decided !== undefined);
  return [
    { type: child, records: careers.map(childOf) },
    { type: episode, records: careers.flatMap(episodesOf) },
    {
      type: adoptionDecision,
      records: decided.map(({ id, decided: on }) => ({ child: id, decided: formatIsoDate(on!) })),
    },
    {
      type: adoptionOutcome,
      records: decided
        .filter(({ adopted }) => adopted)
        .map(({ id, decided: on, adopters }) => ({
          child: id,
          decided: formatIsoDate(on!),
          matched: formatIsoDate(adopters! - 10),
          adoptedByFosterCarers: false,
          adopters: 2,
          sexOfAdopters: 'MF',
          legalStatusOfAdopters: 'L11',
        })),
    },
    ...yearlyRecords(careers, random.fork('yearly')),
  ] as unknown as readonly TypedRecords[];
}

/** The children as figures are computed from them. */
export function derbyChildren(seed?: number): SeedChildren {
  const [children, episodes, ...records] = derbyRecords(seed);
  return {
    history: buildCareHistory({
      children: (children!.records as readonly Child[]).map(childInput),
      episodes: (episodes!.records as readonly Episode[]).map(episodeInput),
      records: records as readonly RecordInput[],
    }),
    asAt: JUNE_2012,
  };
}
