import { birthday, type Day, dayOf } from '@cic/core';
import { statusOn } from '../careers/legalStatus.ts';
import { placementFor, providersOf } from '../careers/placements.ts';
import { needOn, type Stay, type Told } from '../careers/stays.ts';
import type { ProviderRegister } from '../council/providers.ts';
import { REASON_FOR_CHANGE } from '../national.ts';
import type { Random } from '../random/random.ts';
import type { Categories, Counts, PlacementGroup } from './marginals.ts';
import type { Miss } from './program.ts';
import { type Choice, reassigned, type Snapshot } from './reassign.ts';
import type { Cell } from './skeleton.ts';
import { ageOnDay, isAdopted, type Telling } from './story.ts';

const REGISTERED_FROM = dayOf(2024, 4, 1);
const ADULT_LIKE = /^(H5|K3|P2)$/;
const ORDER = /^[DE]1$/;
const OLDEST_FOR_ADOPTION = 8;

/** What a move into a type of placement costs; undefined where the law, or the age, does not allow it. */
function cost(telling: Telling, type: string, on: Day, mayOrder: boolean): number | undefined {
  const age = ageOnDay(telling, on);
  const status = statusOn(telling.legalStatuses, on);
  if (type === 'A6') {
    if (ORDER.test(status)) return 2;
    return mayOrder && age <= OLDEST_FOR_ADOPTION && !telling.outline.unaccompanied ? 5 : undefined;
  }
  if (type === 'A5') {
    const now = telling.stays.findLast(({ from }) => from <= on)!;
    return ORDER.test(status) && now.from < on && now.placement.type.startsWith('U') ? 2 : undefined;
  }
  if (/^[AT]/.test(type)) return undefined;
  if (type === 'P1') return status.startsWith('C') ? 2 : undefined;
  if (ADULT_LIKE.test(type)) {
    if (type === 'K3' ? on < REGISTERED_FROM : on >= REGISTERED_FROM) return undefined;
    return age >= 16 && birthday(telling.outline.born, 16) < on ? 2 : undefined;
  }
  if (type === 'R5' || type === 'K1') return age >= 12 ? 8 : undefined;
  if (type === 'S1') return age >= 5 ? 4 : undefined;
  if (type === 'R3') return age < 3 ? 3 : 12;
  if (type === 'K2') return age >= 10 ? 2 : age >= 5 ? 6 : 15;
  return type.startsWith('U') ? 1 : 9;
}

interface Option {
  readonly type: string;
  readonly cost: number;
}

/** The cheapest types of a group; among equals the first named. */
const optionOf = (
  telling: Telling,
  { types, providers }: PlacementGroup,
  on: Day,
  mayOrder: boolean,
): Option | undefined =>
  types
    .filter((type) => !providers || providersOf(type).some(([provider]) => providers.includes(provider)))
    .flatMap((type) => {
      const price = cost(telling, type, on, mayOrder);
      return price === undefined ? [] : [{ type, cost: price }];
    })
    .sort((a, b) => a.cost - b.cost)[0];

/** Where tables leave a type out, children the table has no room for go there. */
const UNLISTED = ['U6', 'K2'] as const;

export class PlacementSnapshots {
  readonly #categories: Categories;
  readonly #register: ProviderRegister;
  /** Whether a placement order may be made for the sake of a placement: where no table says how many there are. */
  readonly #mayOrder: boolean;

  constructor(categories: Categories, register: ProviderRegister, mayOrder: boolean) {
    this.#categories = categories;
    this.#register = register;
    this.#mayOrder = mayOrder;
  }

  #categoryAt({ stays }: Telling, on: Day): string {
    const { type, provider } = stays.findLast(({ from }) => from <= on)!.placement;
    return this.#categories.placement(type, provider);
  }

  #choice(telling: Telling, groups: ReadonlyMap<string, PlacementGroup>, on: Day, before: Day): Choice {
    const natural = this.#categoryAt(telling, on);
    const others = new Map<string, number>();
    const index = telling.stays.findLastIndex(({ from }) => from <= on);
    const last = index === telling.stays.length - 1;
    const stay = telling.stays[index]!;
    if (last && isAdopted(telling) && stay.placement.type.startsWith('A')) {
      const earlier = telling.stays[index - 1];
      if (!earlier || stay.from <= before) return { natural, others };
      const { type, provider } = earlier.placement;
      const other = (category: string) => {
        if (category !== natural) others.set(category, 1);
      };
      // The same adoption may begin later, or be one by the foster carers, or not.
      if (telling.period.end > on + 20) other(this.#categories.placement(type, provider));
      if (type.startsWith('U')) {
        other(
          this.#categories.placement(stay.placement.type === 'A5' ? 'A6' : 'A5', stay.placement.provider),
        );
      }
      return { natural, others };
    }
    const fostered =
      last && telling.reasons.length > 0 && telling.reasons.every((code) => /^E4[56]$/.test(code));
    for (const [category, group] of groups) {
      if (category === natural) continue;
      const allowed = fostered
        ? { ...group, types: group.types.filter((type) => type.startsWith('U')) }
        : group;
      const option = optionOf(telling, allowed, on, this.#mayOrder);
      if (option) others.set(category, option.cost);
    }
    for (const type of UNLISTED) {
      const category = this.#categories.placement(type, 'PR4');
      if (!groups.has(category) && category !== natural && !fostered) others.set(category, 3);
    }
    return { natural, others };
  }

  /** The last stay of a child to be adopted: by the foster carers or by others, or from a later day on. */
  #otherAdoption({ stays, period }: Telling, index: number, category: string, on: Day, random: Random): Stay {
    const stay = stays[index]!;
    const { placement: earlier } = stays[index - 1]!;
    if (this.#categories.placement(earlier.type, earlier.provider) === category) {
      return { ...stay, from: random.dayBetween(on + 3, Math.min(on + 200, period.end - 10)) };
    }
    return stay.placement.type === 'A5'
      ? withNewCarers(stay)
      : { ...stay, kind: 'same', reason: 'PLACE', placement: { ...earlier, type: 'A5' } };
  }

  /** Moves a child so that the placement on a 31 March is one of the group. */
  #move(telling: Telling, category: string, on: Day, before: Day, random: Random): void {
    const index = telling.stays.findLastIndex(({ from }) => from <= on);
    const stay = telling.stays[index]!;
    if (isAdopted(telling) && stay.placement.type.startsWith('A') && index === telling.stays.length - 1) {
      telling.stays[index] = this.#otherAdoption(telling, index, category, on, random);
      return;
    }
    const group = this.#categories.codesOf.placement(category);
    const { type } = optionOf(telling, group, on, this.#mayOrder) ?? { type: group.types[0]! };
    if (type === 'A5') {
      const from = random.dayBetween(Math.max(before, stay.from) + 1, on);
      const adoptive = { ...stay.placement, type };
      telling.stays = [
        ...telling.stays.slice(0, index + 1),
        { from, placement: adoptive, kind: 'same', reason: 'PLACE' },
      ];
      return;
    }
    // Not before what it depends on: the 16th birthday, a placement order.
    const earliest = ADULT_LIKE.test(type)
      ? birthday(telling.outline.born, 16)
      : telling.legalStatuses.findLast(
          (change) => change.from <= on && type === 'A6' && ORDER.test(change.status),
        )?.from;
    const inPlace = stay.from > before && stay.from >= (earliest ?? stay.from);
    const from = inPlace
      ? stay.from
      : random.dayBetween(Math.max(before, stay.from, earliest ?? before) + 1, on);
    const told: Told = {
      outline: telling.outline,
      period: telling.period,
      statuses: telling.legalStatuses,
      homePostcode: telling.family.homePostcode,
      register: this.#register,
      random,
    };
    const placement = placementFor(needOn(told, from), this.#register, random, type, group.providers);
    const moved: Stay = {
      from,
      placement,
      kind: 'new',
      reason: index === 0 && inPlace ? '' : random.weighted(REASON_FOR_CHANGE),
    };
    const later = telling.stays
      .slice(index + 1)
      .map((next, i) => (i === 0 && next.kind === 'same' ? withNewCarers(next) : next));
    telling.stays = [...telling.stays.slice(0, inPlace ? index : index + 1), moved, ...later];
    if (type === 'A6' && !ORDER.test(statusOn(telling.legalStatuses, from))) {
      telling.legalStatuses = [
        ...telling.legalStatuses.filter((change) => change.from < from),
        { from, status: 'E1' },
      ];
    }
  }

  /** Placements of all children in care on a 31 March, changed where the table needs it. */
  async fit(
    tellings: readonly Telling[],
    { year, before }: Snapshot,
    counts: Counts,
    random: Random,
  ): Promise<readonly Miss<Cell>[]> {
    const on = dayOf(year, 3, 31);
    const groups = new Map(
      Object.keys(counts).map((category) => [category, this.#categories.codesOf.placement(category)]),
    );
    const choices = tellings.map((telling) => this.#choice(telling, groups, on, before));
    const { chosen, misses } = await reassigned(
      choices,
      counts,
      { year, table: 'stock by placement' },
      random,
    );
    tellings.forEach((telling, i) => {
      const category = chosen[i]!;
      if (category === choices[i]!.natural) return;
      this.#move(telling, category, on, before, random);
    });
    return misses;
  }
}

/** A stay with the carers of before, who are not the ones of before any more. */
const withNewCarers = (stay: Stay): Stay => ({
  ...stay,
  kind: 'new',
  reason: 'CARPL',
  placement: stay.placement.type === 'A5' ? { ...stay.placement, type: 'A6' } : stay.placement,
});
