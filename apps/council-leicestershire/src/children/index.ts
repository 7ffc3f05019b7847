import { buildCareHistory, formatIsoDate, OPEN, type RecordInput } from '@cic/core';
import { type Child, child, type Episode, episode } from '@cic/core/records';
import type { SeedChildren } from '@cic/seeds';
import { childInput, episodeInput } from '@cic/store';
import { Random, type TypedRecords } from '@cic/synth';
import { type Career, cohortCareers, latestEntrants, REPORTED, unaccompaniedLeavers } from './careers.ts';
import { participationRecords } from './participation.ts';
import { moveSome } from './stability.ts';
import { yearlyRecords } from './yearly.ts';

/** Care leavers who came unaccompanied, as printed. */
const UNACCOMPANIED_LEAVERS = 59;

const childOf = ({ id, born, sex, ethnicity, unaccompanied }: Career): Child => ({
  id,
  dateOfBirth: formatIsoDate(born),
  sex,
  ethnicity,
  ...(unaccompanied ? { unaccompaniedAsylumSeeking: true } : {}),
});

function episodesOf({ id, born, start, end, moved, unaccompanied }: Career): Episode[] {
  const legalStatus = unaccompanied || start - born > 5800 ? 'V2' : 'C2';
  const stays = moved === undefined ? [start] : [start, moved];
  return stays.map((from, i): Episode => {
    const until = stays[i + 1] ?? end;
    const last = i === stays.length - 1;
    return {
      child: id,
      start: formatIsoDate(from),
      reasonNewEpisode: i === 0 ? 'S' : 'P',
      legalStatus,
      categoryOfNeed: unaccompanied ? 'N8' : 'N1',
      placementType: 'U6',
      placementProvider: 'PR1',
      urn: i === 0 ? 'SC900001' : 'SC900002',
      placementLocation: 'IN',
      ...(until === OPEN ? {} : { end: formatIsoDate(until), reasonEpisodeCeased: last ? 'E5' : 'X1' }),
    };
  });
}

/** Synthetic children and their records, made to fit what the report prints; the same every time. */
export function leicestershireRecords(seed: number = SEED): readonly TypedRecords[] {
  const random = Random.of(`leicestershire ${seed}`);
  const careers: Career[] = [];
  const made = { careers, random: random.fork('careers') };
  const cohorts = cohortCareers(made);
  latestEntrants(made);
  unaccompaniedLeavers(made, UNACCOMPANIED_LEAVERS);
  moveSome(careers, random.fork('moves'));
  return [
    { type: child, records: careers.map(childOf) },
    { type: episode, records: careers.flatMap(episodesOf) },
    ...yearlyRecords(cohorts, careers, random.fork('yearly')),
    ...participationRecords(careers, random.fork('participation')),
  ] as unknown as readonly TypedRecords[];
}

/** Chosen so that whole numbers of children give both printed shares of long-term stability. */
const SEED = 49;

/** The children as figures are computed from them. */
export function leicestershireChildren(seed?: number): SeedChildren {
  const [children, episodes, ...records] = leicestershireRecords(seed);
  return {
    history: buildCareHistory({
      children: (children!.records as readonly Child[]).map(childInput),
      episodes: (episodes!.records as readonly Episode[]).map(episodeInput),
      records: records as readonly RecordInput[],
    }),
    asAt: REPORTED,
  };
}
