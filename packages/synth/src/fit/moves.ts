import { type Day, dayOf } from '@cic/core';
import { placementFor } from '../careers/placements.ts';
import { needOn, type Stay, type Told } from '../careers/stays.ts';
import type { CouncilShape } from '../council/shape.ts';
import { REASON_FOR_CHANGE } from '../national.ts';
import type { Random } from '../random/random.ts';
import type { Cell } from './columns.ts';
import { highest, lowest, type Marginals } from './marginals.ts';
import type { Miss } from './program.ts';
import type { Telling } from './story.ts';

/** Placements from which a year counts as one of many moves. */
const MANY = 3;
/** Days of a short stay with other carers, and of the stays before and after it. */
const SHORT = 20;
const SETTLED = 15;

interface Year {
  readonly first: Day;
  readonly last: Day;
}

const endOf = ({ stays, period }: Telling, i: number): Day => stays[i + 1]?.from ?? period.end;

/** Placements of a year; with the same carers it is one. */
function placementsIn(telling: Telling, { first, last }: Year): number {
  let count = 0;
  let counted = false;
  telling.stays.forEach((stay, i) => {
    if (stay.kind !== 'same') counted = false;
    if (counted || stay.from > last || endOf(telling, i) <= first) return;
    counted = true;
    count++;
  });
  return count;
}

const LASTS = /^(U|K2|H5)/;

/** Takes stays that begin and end within a year out of it, until there are no longer many. */
function settle(telling: Telling, year: Year): boolean {
  const before = telling.stays;
  for (let i = telling.stays.length - 2; i > 0 && placementsIn(telling, year) >= MANY; i--) {
    const stay = telling.stays[i]!;
    const earlier = telling.stays[i - 1]!;
    const within = stay.from > year.first && endOf(telling, i) <= year.last;
    if (!within || telling.stays[i + 1]!.kind === 'same' || !LASTS.test(earlier.placement.type)) continue;
    telling.stays = telling.stays.filter((_, place) => place !== i);
  }
  if (placementsIn(telling, year) < MANY) return true;
  telling.stays = before;
  return false;
}

/** Puts a short stay with other carers into a year, and the way back after it. */
function unsettle(telling: Telling, year: Year, told: Told, random: Random): boolean {
  const places = telling.stays.flatMap((stay, i) => {
    const from = Math.max(stay.from, year.first) + SETTLED;
    const to = Math.min(endOf(telling, i), year.last) - SETTLED - SHORT;
    return stay.placement.type.startsWith('U') && from <= to ? [{ i, from, to }] : [];
  });
  const place = places[0];
  if (!place) return false;
  const on = random.dayBetween(place.from, place.to);
  const stay = telling.stays[place.i]!;
  const reason = () => random.weighted(REASON_FOR_CHANGE);
  const away: Stay = {
    from: on,
    placement: placementFor(needOn(told, on), told.register, random, 'U6', [stay.placement.provider]),
    kind: 'new',
    reason: reason(),
  };
  if (away.placement.postcode === stay.placement.postcode) return false;
  const back: Stay = { ...stay, from: on + SHORT, kind: 'new', reason: reason() };
  telling.stays = [...telling.stays.slice(0, place.i + 1), away, back, ...telling.stays.slice(place.i + 1)];
  return true;
}

/**
 * Changes how often children moved within each year, so that those with three or more placements come out by district.
 * Where they live on a 31 March stays as it is.
 */
export function fitMoves(
  tellings: readonly Telling[],
  { years }: Marginals,
  { districts }: CouncilShape,
  toldOf: (telling: Telling) => Told,
  random: Random,
): readonly Miss<Cell>[] {
  const misses: Miss<Cell>[] = [];
  for (const { year: number, stock } of years) {
    const year = { first: dayOf(number - 1, 4, 1), last: dayOf(number, 3, 31) };
    for (const [district, wanted] of Object.entries(stock?.threePlacements ?? {})) {
      const own = random
        .fork(`${number} ${district}`)
        .shuffled(tellings)
        .filter(
          ({ outline, period }) =>
            period.start <= year.last &&
            period.end > year.last &&
            (district === '' || districts[outline.district]?.id === district),
        );
      let moved = own.filter((telling) => placementsIn(telling, year) >= MANY).length;
      for (const telling of own) {
        const many = placementsIn(telling, year) >= MANY;
        if (many && moved > highest(wanted) && settle(telling, year)) moved--;
        else if (!many && moved < lowest(wanted) && unsettle(telling, year, toldOf(telling), random)) moved++;
      }
      if (moved < lowest(wanted) || moved > highest(wanted))
        misses.push({
          label: { year: number, table: 'stock with three or more placements', category: district },
          wanted,
          made: moved,
        });
    }
  }
  return misses;
}
