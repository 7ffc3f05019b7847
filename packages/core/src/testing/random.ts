import type { IsoDate } from '../dates/day.ts';
import { addMonths, type Day, dayOf, formatIsoDate, OPEN } from '../dates/day.ts';
import { aChild, type ChildStory, type EpisodeFacts } from './builders.ts';

/** A small seeded generator of random numbers (mulberry32): the same seed gives the same council. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const PLACES = ['U6', 'U4', 'U1', 'K2', 'P1', 'T1', 'A6', 'S1', 'H5'] as const;
const STATUSES = ['C1', 'C2', 'V2', 'E1', 'V3', 'J1'] as const;
const REASONS = ['E4A', 'E11', 'E5', 'E8', 'E3', 'E45'] as const;

/**
 * Children with random but well-formed care histories: episodes meet, moves and changes of status come in any order,
 * some children come back, some never leave. For property tests and the conformance kit, not for show.
 */
export function randomStories(seed: number, count: number): ChildStory[] {
  const random = randomFrom(seed);
  const int = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
  const pick = <T>(from: readonly T[]): T => from[int(0, from.length - 1)]!;
  const iso = (on: Day): IsoDate => formatIsoDate(on);
  const episode = (): EpisodeFacts => ({
    legalStatus: pick(STATUSES),
    placementType: pick(PLACES),
    placementProvider: pick(['PR1', 'PR4', 'PR5', '']),
    placementLocation: pick(['IN', 'OUT', '']),
    placementDistance: random() < 0.2 ? Number.NaN : int(0, 60),
    placementPostcode: `AB${int(1, 4)} ${int(1, 9)}AA`,
  });
  return Array.from({ length: count }, (_, i) => {
    const born = dayOf(int(1995, 2018), int(1, 12), int(1, 28));
    let on = addMonths(born, int(0, 17 * 12));
    let story = aChild({
      id: `R${seed}-${i}`,
      born: iso(born),
      sex: pick(['F', 'M']),
      ethnicity: pick(['WBRI', 'BAFR', 'AOTH', 'NOBT', '']),
      ...(random() < 0.1 ? { unaccompaniedUntil: 'still' as const } : {}),
      ...(random() < 0.5 ? { disabled: random() < 0.3 } : {}),
    }).startedOn(iso(on), episode());
    for (let step = int(0, 6); step > 0; step--) {
      on += int(1, 400);
      if (random() < 0.25) {
        story = story.ceasedOn(iso(on), pick(REASONS));
        if (random() < 0.6) return story;
        on += int(1, 300);
        story = story.startedOn(iso(on), episode());
      } else
        story = story.movedOn(iso(on), { ...episode(), reasonNewEpisode: pick(['P', 'L', 'T', 'B', 'U']) });
    }
    return story.episodes.at(-1)!.end === OPEN && random() < 0.3
      ? story.ceasedOn(iso(on + int(1, 300)), 'E8')
      : story;
  });
}
