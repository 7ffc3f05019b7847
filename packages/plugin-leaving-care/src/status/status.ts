import {
  addMonths,
  type Child,
  type Day,
  OPEN,
  oncePerChild,
  openOn,
  type Stretch,
  THIRTEEN_WEEKS,
} from '@cic/core';
import { careLeaverAccommodation, type LeavingCareStatusCode } from '../generated/records.ts';

export type LeavingCareStatus = LeavingCareStatusCode;

/** Why a status changed. */
export type StatusReason =
  | 'turned-16'
  | 'thirteen-weeks'
  | 'came-into-care'
  | 'left-care'
  | 'home-six-months'
  | 'return-broke-down'
  | 'special-guardianship'
  | 'turned-18'
  | 'adopted'
  | 'died'
  | 'transferred'
  | 'turned-26';

/** What each reason says beside a change. */
export const STATUS_REASONS: Readonly<Record<StatusReason, string>> = {
  'turned-16': 'turned 16',
  'thirteen-weeks': '13 weeks in care since the 14th birthday',
  'came-into-care': 'came into care',
  'left-care': 'left care',
  'home-six-months': 'at home with a parent or person with parental responsibility for six months',
  'return-broke-down': 'the return home broke down',
  'special-guardianship': 'special guardianship',
  'turned-18': 'turned 18',
  adopted: 'adopted',
  died: 'died',
  transferred: 'care taken over by another authority',
  'turned-26': 'turned 26',
};

/** From this day on the status holds; undefined is no status. */
export interface StatusChange {
  readonly on: Day;
  readonly status: LeavingCareStatus | undefined;
  readonly reason: StatusReason;
}

const HOME = new Set(['E4A', 'E4B', 'E41']);
const GUARDIANSHIP = new Set(['E43', 'E44', 'E45', 'E46', 'E47', 'E48']);
const OUT: Readonly<Record<string, StatusReason>> = {
  E11: 'adopted',
  E12: 'adopted',
  E2: 'died',
  E3: 'transferred',
};
/** A move from home to one of these says nothing of the home: gone abroad, deported, or nobody knows. */
const NOT_A_BREAKDOWN = new Set(['B', 'G', 'H', 'R']);

interface CareFacts {
  readonly child: Child;
  readonly periods: readonly Stretch[];
  readonly b14: Day;
  readonly b16: Day;
  readonly b18: Day;
  readonly b26: Day;
}

/** A return home: since when, when it has lasted six months, and when it broke down. */
interface Home {
  readonly sixMonths: Day;
  readonly brokeDown: Day;
}

/**
 * The return home after a period of care, where it ended with one. Six months run from the start of a placement with the
 * parents where care ended in one (reg. 3 of the Care Leavers Regulations counts time before and after leaving).
 */
function homeAfter({ child, b18 }: CareFacts, period: Stretch): Home | undefined {
  const { lastEpisode, end } = period;
  if (!HOME.has(lastEpisode.reasonEpisodeCeased)) return undefined;
  const placed =
    lastEpisode.placementType === 'P1' ? child.placements.findLast((one) => one.start < end) : undefined;
  const since = Math.max(placed?.start ?? end, period.start);
  const elsewhere = child
    .records(careLeaverAccommodation)
    .find(({ kind, start }) => start >= end && start < b18 && !NOT_A_BREAKDOWN.has(kind));
  return { sixMonths: Math.max(end, addMonths(since, 6)), brokeDown: elsewhere?.start ?? OPEN };
}

/** The status on a day, worked out from the care before it and nothing else. */
function statusAt(facts: CareFacts, on: Day): LeavingCareStatus | undefined {
  const { child, periods, b14, b16, b18, b26 } = facts;
  if (on < b16 || on >= b26) return undefined;
  const thirteenWeeks = child.daysLookedAfter(b14, on) >= THIRTEEN_WEEKS;
  const open = periods.findLast((one) => openOn(one, on));
  if (open && on < b18) return thirteenWeeks ? 'eligible' : undefined;
  const last = open ?? periods.findLast(({ end }) => end <= on);
  if (!last) return undefined;
  const reason = open ? '' : last.lastEpisode.reasonEpisodeCeased;
  if (reason in OUT) return undefined;
  if (GUARDIANSHIP.has(reason)) return 'qualifying';
  if (child.daysLookedAfter(b16, on) === 0) return undefined;
  if (!thirteenWeeks) return 'qualifying';
  const home = open ? undefined : homeAfter(facts, last);
  const at = Math.min(on, b18);
  if (home && home.sixMonths <= at && home.brokeDown > at) return 'qualifying';
  return on < b18 ? 'relevant' : 'former-relevant';
}

/** Days on which a status can change, each with what happens on it; the weightier of two reasons last. */
function occasions(facts: CareFacts): Map<Day, StatusReason> {
  const { periods, b14, b16, b18, b26 } = facts;
  const days = new Map<Day, StatusReason>();
  let inCare = 0;
  for (const period of periods) {
    const { start, end } = period;
    days.set(start, 'came-into-care');
    const from = Math.max(start, b14);
    const reached = from + THIRTEEN_WEEKS - inCare;
    if (inCare < THIRTEEN_WEEKS && reached <= end && reached >= from) days.set(reached, 'thirteen-weeks');
    inCare += Math.max(0, end - from);
    if (end === OPEN) continue;
    const { reasonEpisodeCeased: reason } = period.lastEpisode;
    days.set(end, OUT[reason] ?? (GUARDIANSHIP.has(reason) ? 'special-guardianship' : 'left-care'));
    const home = homeAfter(facts, period);
    if (home) {
      if (home.sixMonths > end) days.set(home.sixMonths, 'home-six-months');
      if (home.brokeDown !== OPEN) days.set(home.brokeDown, 'return-broke-down');
    }
  }
  days.set(b16, 'turned-16');
  const on18 = days.get(b18);
  if (on18 === undefined || on18 === 'left-care' || on18 === 'home-six-months') days.set(b18, 'turned-18');
  days.set(b26, 'turned-26');
  return days;
}

/**
 * Every change of a young person's leaving care status, in order of time: eligible (16 and 17, in care, 13 weeks since
 * 14), relevant (the same, no longer in care), former relevant (from 18), qualifying (in care at 16 or later for less
 * than that, under special guardianship, or home for six months). Series of short breaks do not count. Until the day
 * before the 26th birthday; see `leaving-care-last-age` for an earlier end.
 * Source: Children Act 1989, s. 23A to 24; Care Leavers (England) Regulations 2010, reg. 3.
 */
export const statusChanges = oncePerChild((child): readonly StatusChange[] => {
  const periods = child.periodsOfCare;
  if (Number.isNaN(child.born) || periods.length === 0) return [];
  const facts: CareFacts = {
    child,
    periods,
    b14: child.birthday(14),
    b16: child.birthday(16),
    b18: child.birthday(18),
    b26: child.birthday(26),
  };
  const guardian = periods.some(
    ({ end, lastEpisode }) => end < facts.b16 && GUARDIANSHIP.has(lastEpisode.reasonEpisodeCeased),
  );
  if (periods.at(-1)!.end <= facts.b16 && !guardian) return [];
  const changes: StatusChange[] = [];
  for (const [on, reason] of [...occasions(facts)].sort(([a], [b]) => a - b)) {
    const status = statusAt(facts, on);
    if (status !== changes.at(-1)?.status) changes.push({ on, status, reason });
  }
  return changes;
});

/** The change that holds on a day; undefined before the first. */
export function changeOn(child: Child, on: Day): StatusChange | undefined {
  const changes = statusChanges(child);
  let last = changes.length - 1;
  while (last >= 0 && changes[last]!.on > on) last--;
  return changes[last];
}

/** The leaving care status on a day; undefined for everybody who has none. */
export const statusOn = (child: Child, on: Day): LeavingCareStatus | undefined => changeOn(child, on)?.status;

/** Whether somebody was an unaccompanied asylum-seeking child when first in care, whatever became of the claim. */
export const wasUnaccompanied = (child: Child): boolean => {
  const [first] = child.periodsOfCare;
  return first !== undefined && child.unaccompaniedOn(first.start);
};

/**
 * Whether a young person is back with the council after time away: a relevant child whose return home broke down, or a
 * care leaver of 21 or over who asked for support again.
 */
export function returning(child: Child, on: Day, supportAsked: boolean): boolean {
  const change = changeOn(child, on);
  if (change?.status === 'relevant') return change.reason === 'return-broke-down';
  return change?.status === 'former-relevant' && child.ageOn(on) >= 21 && supportAsked;
}
