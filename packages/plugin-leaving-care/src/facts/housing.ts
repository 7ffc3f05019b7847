import { type CareHistory, type Child, type Day, type Inside, OPEN, type Period } from '@cic/core';
import {
  type CareLeaverAccommodation,
  careLeaverAccommodation,
  commissionedAccommodation,
} from '../generated/records.ts';

/** Nights of a stay in a period; the day of leaving has none. */
const nightsIn = (
  { start, end = OPEN }: { readonly start: Day; readonly end?: Day },
  period: Pick<Period, 'start' | 'end'>,
): number => Math.max(0, Math.min(end, period.end + 1) - Math.max(start, period.start));

/** Nights of a child's stays that answer a description, in a period. */
export const nightsOf = (
  child: Child,
  period: Pick<Period, 'start' | 'end'>,
  wanted: (stay: Inside<CareLeaverAccommodation>) => boolean,
): number =>
  child
    .records(careLeaverAccommodation)
    .reduce((sum, stay) => sum + (wanted(stay) ? nightsIn(stay, period) : 0), 0);

export interface UnitNights {
  readonly contract: string;
  readonly available: number;
  readonly occupied: number;
  /** The most young people there on one night. */
  readonly fullest: number;
  readonly units: number;
}

/** Nights available and occupied of the accommodation under one id, however often the number of its units changed. */
function nightsOfContract(
  contract: string,
  terms: readonly { readonly units: number; readonly start: Day; readonly end?: Day }[],
  stays: readonly { readonly start: Day; readonly end?: Day }[],
  period: Pick<Period, 'start' | 'end'>,
): UnitNights {
  const changes: [Day, number][] = [];
  let occupied = 0;
  for (const stay of stays) {
    const within = nightsIn(stay, period);
    if (within === 0) continue;
    occupied += within;
    const from = Math.max(stay.start, period.start);
    changes.push([from, 1], [from + within, -1]);
  }
  changes.sort(([a, x], [b, y]) => a - b || x - y);
  let there = 0;
  let fullest = 0;
  for (const [, by] of changes) {
    there += by;
    fullest = Math.max(fullest, there);
  }
  return {
    contract,
    available: terms.reduce((sum, term) => sum + term.units * nightsIn(term, period), 0),
    occupied,
    fullest,
    units: Math.max(0, ...terms.filter((term) => nightsIn(term, period) > 0).map(({ units }) => units)),
  };
}

/** Unit nights of every commissioned accommodation that was there in a period. */
export function unitNights(history: CareHistory, period: Pick<Period, 'start' | 'end'>): UnitNights[] {
  const terms = new Map<string, { units: number; start: Day; end?: Day }[]>();
  for (const one of history.otherRecords(commissionedAccommodation)) {
    if (one.planned) continue;
    terms.set(one.id, [...(terms.get(one.id) ?? []), one]);
  }
  const stays = new Map<string, Inside<CareLeaverAccommodation>[]>();
  for (const child of history.children) {
    for (const stay of child.records(careLeaverAccommodation)) {
      if (stay.contract === undefined) continue;
      stays.set(stay.contract, [...(stays.get(stay.contract) ?? []), stay]);
    }
  }
  return [...terms]
    .map(([contract, of]) => nightsOfContract(contract, of, stays.get(contract) ?? [], period))
    .filter(({ available }) => available > 0);
}
