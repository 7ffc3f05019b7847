import { type Day, OPEN } from '../dates/day.ts';
import { socialWorkerEpisode } from '../generated/records.ts';
import type { CareHistory } from './careHistory.ts';
import type { Child, Stretch } from './child.ts';
import { at } from './column.ts';

interface EventOf<Kind extends string> {
  readonly kind: Kind;
  /** Id of the child. */
  readonly child: string;
  readonly on: Day;
}

/** The child came into care. */
export interface Admission extends EventOf<'admission'> {
  readonly care: Stretch;
}

/** The child moved into a placement, whether from home or from another placement. */
export interface PlacementStart extends EventOf<'placement'> {
  readonly placement: Stretch;
}

/** The child was placed, or moved with the same carer, outside the authority. */
export interface PlacementOutOfArea extends EventOf<'placement-out-of-area'> {
  readonly placement: Stretch;
}

/** Another social worker took over. */
export interface ChangeOfSocialWorker extends EventOf<'change-of-social-worker'> {
  /** Reference of the worker, never a name. */
  readonly from: string;
  readonly to: string;
}

/** The child left care; `reason` is the code of the return (REC). */
export interface Ceased extends EventOf<'ceased'> {
  readonly care: Stretch;
  readonly reason: string;
}

/**
 * Something that happened in a child's care and that others act on: a duty of any plugin starts its clock from it.
 * Events are worked out from the care history, so they are the same for whoever asks and never out of date.
 */
export type CareEvent = Admission | PlacementStart | PlacementOutOfArea | ChangeOfSocialWorker | Ceased;

export type CareEventKind = CareEvent['kind'];

export type CareEventOf<Kind extends CareEventKind> = Extract<CareEvent, { readonly kind: Kind }>;

/** Codes with which a placement begins; one that first appears otherwise began before the history does. */
const BEGINS_PLACEMENT = /^[SPB]$/;

/** Placements of a child, with the rows of the episode columns they take up; nothing is looked at before it is needed. */
function* placementRows(child: Child): Generator<{
  readonly index: number;
  readonly first: number;
  readonly last: number;
  readonly begins: boolean;
}> {
  const { placements, episodes } = child.history;
  const from = placements.first[child.index]!;
  for (let run = from; run < placements.first[child.index + 1]!; run++) {
    const first = placements.firstEpisode[run]!;
    const begins = BEGINS_PLACEMENT.test(at(episodes.reasonNewEpisode, first));
    yield { index: run - from, first, last: placements.lastEpisode[run]!, begins };
  }
}

function* admissions(child: Child, since: Day): Generator<Admission> {
  for (const care of child.periodsOfCare) {
    if (care.start >= since && care.firstEpisode.reasonNewEpisode === 'S')
      yield { kind: 'admission', child: child.id, on: care.start, care };
  }
}

function* placementStarts(child: Child, since: Day): Generator<PlacementStart> {
  for (const { index, begins } of placementRows(child)) {
    const placement = child.placements[index]!;
    if (begins && placement.start >= since)
      yield { kind: 'placement', child: child.id, on: placement.start, placement };
  }
}

function* placementsOutOfArea(child: Child, since: Day): Generator<PlacementOutOfArea> {
  const { placementLocation, start, temporary, shortBreak } = child.history.episodes;
  const out = placementLocation.values.indexOf('OUT');
  if (out < 0) return;
  for (const { index, first, last, begins } of placementRows(child)) {
    for (let row = first; row <= last; row++) {
      if (placementLocation.of[row] !== out || temporary[row] === 1 || shortBreak[row] === 1) continue;
      if (start[row]! >= since && (row > first || begins)) {
        const placement = child.placements[index]!;
        yield { kind: 'placement-out-of-area', child: child.id, on: start[row]!, placement };
      }
      break;
    }
  }
}

function* changesOfSocialWorker(child: Child, since: Day): Generator<ChangeOfSocialWorker> {
  let before: string | undefined;
  for (const { socialWorker, start } of child.records(socialWorkerEpisode)) {
    if (before !== undefined && before !== socialWorker && start >= since) {
      yield { kind: 'change-of-social-worker', child: child.id, on: start, from: before, to: socialWorker };
    }
    before = socialWorker;
  }
}

function* departures(child: Child, since: Day): Generator<Ceased> {
  for (const care of child.periodsOfCare) {
    if (care.end === OPEN || care.end < since) continue;
    const { reasonEpisodeCeased: reason } = care.lastEpisode;
    if (reason !== '' && reason !== 'X1')
      yield { kind: 'ceased', child: child.id, on: care.end, care, reason };
  }
}

const SOURCES: {
  readonly [Kind in CareEventKind]: (child: Child, since: Day) => Iterable<CareEventOf<Kind>>;
} = {
  admission: admissions,
  placement: placementStarts,
  'placement-out-of-area': placementsOutOfArea,
  'change-of-social-worker': changesOfSocialWorker,
  ceased: departures,
};

export const careEventKinds = Object.keys(SOURCES) as readonly CareEventKind[];

/** One kind of event of a child, in order of time, from a day on where one is given: what a duty subscribes to. */
export const careEvents = <Kind extends CareEventKind>(
  child: Child,
  kind: Kind,
  since: Day = Number.NEGATIVE_INFINITY,
): Iterable<CareEventOf<Kind>> => SOURCES[kind](child, since);

/** Events of all children from a day to another (both included), in order of time: for feeds and subscribers outside. */
export function careEventsBetween(
  history: CareHistory,
  from: Day,
  to: Day,
  kinds: readonly CareEventKind[] = careEventKinds,
): CareEvent[] {
  const events: CareEvent[] = [];
  for (const child of history.children) {
    for (const kind of kinds) {
      for (const event of careEvents(child, kind, from)) if (event.on <= to) events.push(event);
    }
  }
  return events.sort((a, b) => a.on - b.on);
}
