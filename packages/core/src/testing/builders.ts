import { type Council, type CouncilConfig, defineCouncil } from '../council/council.ts';
import { day, type IsoDate, OPEN } from '../dates/day.ts';
import { buildCareHistory, type CareHistory } from '../history/careHistory.ts';
import type { Child } from '../history/child.ts';
import type { ChildInput, EpisodeInput } from '../history/input.ts';
import type { RecordInput } from '../history/records.ts';
import type { RecordType } from '../records/recordType.ts';

/** What an episode in a test says of itself; everything else has an everyday default. */
export type EpisodeFacts = Partial<Omit<EpisodeInput, 'child' | 'start' | 'end'>>;

/** What a child in a test says of itself. */
export interface ChildFacts extends Partial<Omit<ChildInput, 'id' | 'born' | 'unaccompaniedUntil'>> {
  readonly id?: string;
  readonly born?: IsoDate;
  readonly unaccompaniedUntil?: IsoDate | 'still';
}

const EVERYDAY_EPISODE: Omit<EpisodeInput, 'child' | 'start' | 'end'> = {
  legalStatus: 'C2',
  categoryOfNeed: 'N1',
  placementType: 'U6',
  placementProvider: 'PR1',
  reasonNewEpisode: 'S',
  reasonEpisodeCeased: '',
  reasonPlacementChange: '',
  homePostcode: 'AB1 0AA',
  placementPostcode: 'AB1 1AA',
  urn: 'SC000001',
  placementLocation: 'IN',
  placementDistance: 3,
};

/** A child being told in a test, episode by episode. Every step returns a new child, so that stories can share a beginning. */
export interface ChildStory {
  readonly id: string;
  readonly input: ChildInput;
  readonly episodes: readonly EpisodeInput[];
  readonly records: readonly { readonly type: RecordType<object>; readonly record: object }[];
  /** Starts to be looked after. */
  startedOn(date: IsoDate, facts?: EpisodeFacts): ChildStory;
  /** A new episode begins: a move (`P`, another address) unless the facts say otherwise. */
  movedOn(date: IsoDate, facts?: EpisodeFacts): ChildStory;
  /** The legal status changes, nothing else. */
  legalStatusFrom(date: IsoDate, legalStatus: string): ChildStory;
  /** Ceases to be looked after: returned home (`E4A`) unless another reason is given. */
  ceasedOn(date: IsoDate, reason?: string): ChildStory;
  /** Adds a record of a plugin or of core; `child` is filled in. */
  with<T extends { child: string }>(type: RecordType<T>, ...records: readonly Omit<T, 'child'>[]): ChildStory;
}

let nextId = 1;

function story(
  input: ChildInput,
  episodes: readonly EpisodeInput[],
  records: ChildStory['records'],
): ChildStory {
  const last = episodes.at(-1);
  const add = (date: IsoDate, facts: EpisodeFacts): ChildStory => {
    const closed =
      last && last.end === OPEN
        ? [...episodes.slice(0, -1), { ...last, end: day(date), reasonEpisodeCeased: 'X1' }]
        : episodes;
    const next: EpisodeInput = {
      ...EVERYDAY_EPISODE,
      child: input.id,
      start: day(date),
      end: OPEN,
      ...facts,
    };
    return story(input, [...closed, next], records);
  };
  const carriedOn = (): EpisodeFacts => {
    if (!last) throw new Error(`the story of ${input.id} moves before it starts`);
    const { child, start, end, reasonEpisodeCeased, ...facts } = last;
    return { ...facts, reasonEpisodeCeased: '' };
  };
  return {
    id: input.id,
    input,
    episodes,
    records,
    startedOn: (date, facts = {}) => add(date, facts),
    movedOn: (date, facts = {}) =>
      add(date, {
        ...carriedOn(),
        reasonNewEpisode: 'P',
        placementPostcode: `AB1 ${episodes.length + 1}AA`,
        urn: `SC00000${episodes.length + 1}`,
        ...facts,
      }),
    legalStatusFrom: (date, legalStatus) => add(date, { ...carriedOn(), reasonNewEpisode: 'L', legalStatus }),
    ceasedOn: (date, reason = 'E4A') => {
      if (!last) throw new Error(`the story of ${input.id} ends before it starts`);
      return story(
        input,
        [...episodes.slice(0, -1), { ...last, end: day(date), reasonEpisodeCeased: reason }],
        records,
      );
    },
    with: (type, ...added) =>
      story(input, episodes, [
        ...records,
        ...added.map((record) => ({
          type: type as RecordType<object>,
          record: { ...record, child: input.id },
        })),
      ]),
  };
}

/** A synthetic child, born on 1 May 2010 unless told otherwise. */
export function aChild(facts: ChildFacts = {}): ChildStory {
  const {
    id = `T${String(nextId++).padStart(4, '0')}`,
    born = '2010-05-01',
    unaccompaniedUntil,
    ...rest
  } = facts;
  const input: ChildInput = {
    id,
    born: day(born),
    sex: 'F',
    ethnicity: 'WBRI',
    ...rest,
    ...(unaccompaniedUntil === undefined
      ? {}
      : { unaccompaniedUntil: unaccompaniedUntil === 'still' ? OPEN : day(unaccompaniedUntil) }),
  };
  return story(input, [], []);
}

/** The care history of the children told. */
export const aHistory = (...children: readonly ChildStory[]): CareHistory => aHistoryWith([], ...children);

/** The care history of the children told, with records about something other than a child: schools, boards, providers. */
export function aHistoryWith(
  others: readonly RecordInput[],
  ...children: readonly ChildStory[]
): CareHistory {
  const records = new Map<string, { type: RecordType<object>; records: object[] }>();
  for (const child of children) {
    for (const { type, record } of child.records) {
      const known = records.get(type.id);
      if (known) known.records.push(record);
      else records.set(type.id, { type, records: [record] });
    }
  }
  return buildCareHistory({
    children: children.map(({ input }) => input),
    episodes: children.flatMap(({ episodes }) => episodes),
    records: [...others, ...records.values()],
  });
}

/** The one child of a history, for tests about a single story. */
export const theChild = (told: ChildStory): Child => aHistory(told).children[0]!;

/** A council with everyday settings. */
export const aCouncil = (config: Partial<CouncilConfig> = {}): Council =>
  defineCouncil({ id: 'sample', name: 'Sample Council', code: 'E10000999', ...config });
