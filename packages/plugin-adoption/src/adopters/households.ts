import { addMonths, type CareHistory, type Day, type Inside, OPEN, oncePerHistory, openOn } from '@cic/core';
import {
  type AdopterHousehold,
  adopterHousehold,
  adoptionMatch,
  adoptivePlacement,
  familyFinding,
  interAgencyPlacement,
} from '../generated/records.ts';
import { childrenWith } from '../journey/childrenWith.ts';
import { journeysOf } from '../journey/journey.ts';

/** A household of adopters, with what the children's records say of it. */
export interface Household {
  readonly record: Inside<AdopterHousehold>;
  /** The council's own adopters, as against those of another agency. */
  readonly own: boolean;
  /** Matches with children, the council's or another agency's. */
  readonly matches: readonly Span[];
  readonly placements: readonly Span[];
  /** Links with a child under consideration. */
  readonly links: readonly Span[];
}

interface Span {
  readonly start: Day;
  readonly end: Day;
}

interface Gathered {
  readonly matches: Span[];
  readonly placements: Span[];
  readonly links: Span[];
}

/** What the records of children say of each household. */
function gatheredFrom(history: CareHistory): Map<string, Gathered> {
  const gathered = new Map<string, Gathered>();
  const of = (adopters: string): Gathered => {
    let known = gathered.get(adopters);
    if (!known) {
      known = { matches: [], placements: [], links: [] };
      gathered.set(adopters, known);
    }
    return known;
  };
  for (const child of childrenWith(history, adoptionMatch))
    for (const { adopters, matched, ceased = OPEN } of child.records(adoptionMatch))
      if (adopters !== undefined) of(adopters).matches.push({ start: matched, end: ceased });
  for (const child of childrenWith(history, adoptivePlacement))
    for (const { placements } of journeysOf(child))
      for (const { record, start, end } of placements)
        if (record?.adopters !== undefined) of(record.adopters).placements.push({ start, end });
  for (const child of childrenWith(history, familyFinding))
    for (const { links = [], ended = OPEN } of child.records(familyFinding))
      for (const { adopters, found, decided = ended } of links)
        if (adopters !== undefined) of(adopters).links.push({ start: found, end: decided });
  for (const { adopters, matched, placed, ended = OPEN } of history.otherRecords(interAgencyPlacement)) {
    of(adopters).matches.push({ start: matched ?? placed, end: ended });
    of(adopters).placements.push({ start: placed, end: ended });
  }
  return gathered;
}

const NOTHING: Gathered = { matches: [], placements: [], links: [] };

/** Every household of a history, in order of enquiry. */
export const householdsOf = oncePerHistory((history: CareHistory): readonly Household[] => {
  const gathered = gatheredFrom(history);
  return history.otherRecords(adopterHousehold).map((record) => ({
    record,
    own: record.agency === undefined || record.agency === 'own',
    ...(gathered.get(record.id) ?? NOTHING),
  }));
});

const byId = oncePerHistory(
  (history: CareHistory) =>
    new Map(householdsOf(history).map((household) => [household.record.id, household])),
);

/** The household of this identifier; undefined where it is not on record. */
export const householdOf = (history: CareHistory, id: string | undefined): Household | undefined =>
  id === undefined ? undefined : byId(history).get(id);

/**
 * Where a household stands on a day. `waiting` and `in-matching` are together 'waiting to be matched': approved, free
 * for a child, without a match; `in-matching` are those of them with a link to a child under consideration.
 */
export type HouseholdState =
  | 'enquiry'
  | 'stage-one'
  | 'stage-two'
  | 'waiting'
  | 'in-matching'
  | 'matched'
  | 'placed'
  | 'on-hold'
  | 'closed';

const open = (spans: readonly Span[], on: Day): boolean => spans.some((one) => openOn(one, on));

const approvedOn = ({ decided, approved }: Inside<AdopterHousehold>, on: Day): boolean =>
  approved !== false && decided !== undefined && decided <= on;

/** The state of a household on a day; undefined before it enquired. */
export function stateOn(
  { record, matches, placements, links }: Household,
  on: Day,
): HouseholdState | undefined {
  const { enquired, registered, stageTwoStarted, decided, approved, closed = OPEN, onHold = [] } = record;
  const known = Math.min(
    ...[enquired, registered, stageTwoStarted, decided].filter((day) => day !== undefined),
  );
  if (!(known <= on)) return undefined;
  if (closed <= on || (approved === false && decided !== undefined && decided <= on)) return 'closed';
  if (approvedOn(record, on)) {
    if (open(placements, on)) return 'placed';
    if (open(matches, on) && !placements.some(({ end }) => end <= on && end > lastStart(matches, on)))
      return 'matched';
    if (
      open(
        onHold.map(({ start, end = OPEN }) => ({ start, end })),
        on,
      )
    )
      return 'on-hold';
    return open(links, on) ? 'in-matching' : 'waiting';
  }
  if (stageTwoStarted !== undefined && stageTwoStarted <= on) return 'stage-two';
  return registered !== undefined && registered <= on ? 'stage-one' : 'enquiry';
}

const lastStart = (spans: readonly Span[], on: Day): Day =>
  spans.findLast(({ start }) => start <= on)?.start ?? Number.NEGATIVE_INFINITY;

/** The day from which an approved household waits: approval, or the end of its last placement or match since. */
export function waitingSince({ record, matches, placements }: Household, on: Day): Day | undefined {
  if (!approvedOn(record, on)) return undefined;
  const ends = [...matches, ...placements].map(({ end }) => end).filter((end) => end <= on);
  return Math.max(record.decided!, ...ends);
}

/** Bands of months in which adopters wait; a wait of exactly three months falls in '3 to 6 months'. */
export const WAITS = [
  { id: 'under-3-months', label: 'Under 3 months', months: 0 },
  { id: '3-6-months', label: '3 to 6 months', months: 3 },
  { id: '6-9-months', label: '6 to 9 months', months: 6 },
  { id: '9-12-months', label: '9 months to 1 year', months: 9 },
  { id: 'over-a-year', label: '1 year and over', months: 12 },
] as const;

/** The band of a wait from one day to another. */
export const waitBand = (from: Day, on: Day): string | undefined =>
  from > on ? undefined : WAITS.findLast(({ months }) => addMonths(from, months) <= on)?.id;

/** Free for a child and without a match: 'waiting to be matched'. */
export const isWaiting = (state: HouseholdState | undefined): boolean =>
  state === 'waiting' || state === 'in-matching';
