import { ageOn, type Day } from '@cic/core';
import type { ProviderRegister } from '../council/providers.ts';
import { REASON_FOR_CHANGE } from '../national.ts';
import type { Random, Weighted } from '../random/random.ts';
import { type LegalChange, statusOn } from './legalStatus.ts';
import type { Outline, PeriodOutline } from './outline.ts';
import { type Need, type Placement, placementFor, temporaryPlacement } from './placements.ts';

/** A placement from a day on. */
export interface Stay {
  readonly from: Day;
  readonly placement: Placement;
  /** `same`: the carers stay the same; `temporary` and `return`: away for some days and back again. */
  readonly kind: 'new' | 'same' | 'temporary' | 'return';
  /** Why the placement before it ended; '' where no reason is asked for. */
  readonly reason: string;
}

/** Mean days in a placement. (p), so that (b) of the national sources comes out. */
function meanStay(type: string, age: number, first: boolean): number {
  if (first) return age >= 10 ? 180 : 240;
  if (type === 'U4' || type === 'U1') return age >= 10 ? 2200 : 4200;
  if (type.startsWith('U')) return age >= 10 ? 420 : 700;
  if (type === 'K2') return 480;
  if (type === 'H5' || type === 'K3') return 480;
  return 1100;
}

const TEMPORARY: Weighted<readonly [type: string, shortest: number, longest: number]> = [
  [['T3', 5, 14], 50],
  [['T4', 2, 6], 25],
  [['T1', 2, 30], 20],
  [['T2', 5, 14], 5],
];

const SHORTEST_STAY = 3;
const LAST_DAYS = 5;

/** What the placements of a period follow from. */
export interface Told {
  readonly outline: Outline;
  readonly period: PeriodOutline;
  readonly statuses: readonly LegalChange[];
  readonly homePostcode: string;
  readonly register: ProviderRegister;
  readonly random: Random;
  /** Without the temporary placements that a few children have. */
  readonly staysPut?: boolean;
}

/** What a child needs of a placement on a day. */
export const needOn = ({ outline, period, statuses, homePostcode }: Told, on: Day): Need => ({
  on,
  born: outline.born,
  pathway: period.pathway,
  legalStatus: statusOn(statuses, on),
  disabled: outline.disabled,
  district: outline.district,
  homePostcode,
  settled: on > period.start,
});

/** Where adoptive placement begins: some months after a placement order that holds; undefined where there is none. */
function placedForAdoption({ period, statuses, random }: Told): Day | undefined {
  if (period.pathway !== 'adoption') return undefined;
  const order = statuses.at(-1)!;
  if (order.status !== 'E1' && order.status !== 'D1') return undefined;
  const latest = period.end - Math.min(100, Math.ceil((period.end - order.from) / 3));
  const earliest = Math.min(order.from + 20, latest);
  return earliest > order.from ? random.dayBetween(earliest, Math.min(order.from + 300, latest)) : undefined;
}

const LONG_TERM: Readonly<Record<string, string>> = { U6: 'U4', U3: 'U1' };

/** Day on which a foster placement is agreed to be long term, with the same carers. */
function agreedLongTerm({ period, random }: Told, type: string, from: Day): Day | undefined {
  return period.pathway === 'until 18' && LONG_TERM[type] && random.chance(0.72)
    ? from + random.int(150, 420)
    : undefined;
}

/** An unwritten rule of the return: a custody reason is for ten and over, and only since 2019. */
function reasonFor(next: Placement, random: Random): string {
  return next.type === 'R5' ? 'CUSTOD' : random.weighted(REASON_FOR_CHANGE);
}

/** The placements of a period of care in order, from its first day. */
export function staysOf(told: Told, first?: Placement): Stay[] {
  const { outline, period, register, random } = told;
  const placement = first ?? placementFor(needOn(told, period.start), register, random);
  const stays: Stay[] = [{ from: period.start, placement, kind: 'new', reason: '' }];
  const adoptionFrom = placedForAdoption(told);
  const until = adoptionFrom ?? period.end;
  for (;;) {
    const { from, placement: now } = stays.at(-1)!;
    const age = ageOn(outline.born, from);
    const dwell = random.exponential(meanStay(now.type, age, stays.length === 1));
    const next = from + Math.max(SHORTEST_STAY, Math.round(dwell));
    const longTerm = agreedLongTerm(told, now.type, from);
    if (longTerm !== undefined && longTerm < Math.min(next, until - LAST_DAYS)) {
      const agreed = { ...now, type: LONG_TERM[now.type]! };
      stays.push({ from: longTerm, placement: agreed, kind: 'same', reason: 'PLACE' });
      continue;
    }
    if (next >= until - LAST_DAYS) break;
    const moved = placementFor(needOn(told, next), register, random);
    if (moved.postcode === now.postcode) break;
    stays.push({ from: next, placement: moved, kind: 'new', reason: reasonFor(moved, random) });
  }
  if (adoptionFrom !== undefined) {
    const last = stays.at(-1)!.placement;
    if (last.type.startsWith('U') && random.chance(0.14)) {
      stays.push({ from: adoptionFrom, placement: { ...last, type: 'A5' }, kind: 'same', reason: 'PLACE' });
    } else {
      const adopters = placementFor(needOn(told, adoptionFrom), register, random, 'A6');
      stays.push({ from: adoptionFrom, placement: adopters, kind: 'new', reason: 'CARPL' });
    }
  }
  return withTemporary(told, stays);
}

/** Of periods of care longer than half a year, those with a time away in hospital, on holiday or with other carers. (p) */
const AWAY = 0.07;

/**
 * Puts a temporary placement into one stay, from which the child returns to the same place. The legal status does not
 * change meanwhile, so that both moves are plain ones (rules 380, 383 and 435).
 */
function withTemporary(told: Told, stays: Stay[]): Stay[] {
  const { period, statuses, random } = told;
  if (told.staysPut || period.end - period.start < 180 || !random.chance(AWAY)) return stays;
  const index = random.int(0, stays.length - 1);
  const stay = stays[index]!;
  const [type, shortest, longest] = random.weighted(TEMPORARY);
  const days = random.int(shortest, longest);
  const ends = (stays[index + 1]?.from ?? period.end) - LAST_DAYS;
  const from = random.dayBetween(stay.from + LAST_DAYS, ends - days);
  const back = from + days;
  const fits = from > stay.from && back < ends && /^[UK]/.test(stay.placement.type);
  if (!fits || statuses.some((change) => change.from >= from && change.from <= back)) return stays;
  const away = temporaryPlacement(type, needOn(told, from), random);
  return [
    ...stays.slice(0, index + 1),
    { from, placement: away, kind: 'temporary', reason: '' },
    { from: back, placement: stay.placement, kind: 'return', reason: '' },
    ...stays.slice(index + 1),
  ];
}
