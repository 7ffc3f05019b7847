import { birthday, type Day, dayOf } from '@cic/core';
import { statusOn } from '../careers/legalStatus.ts';
import { placementFor, providersOf } from '../careers/placements.ts';
import { needOn, type Stay, type Told } from '../careers/stays.ts';
import type { ProviderRegister } from '../council/providers.ts';
import { REASON_FOR_CHANGE } from '../national.ts';
import type { Random } from '../random/random.ts';
import type { Cell } from './columns.ts';
import { makeLawful, PLACEMENT_ORDER } from './lawful.ts';
import type { Categories, Counts, PlacementGroup } from './marginals.ts';
import type { Miss } from './program.ts';
import { type Choice, reassigned, type Snapshot } from './reassign.ts';
import { ageOnDay, isAdopted, type Telling } from './story.ts';

const REGISTERED_FROM = dayOf(2024, 4, 1);
const ADULT_LIKE = /^(H5|K3|P2)$/;
const OLDEST_FOR_ADOPTION = 8;
/** Days that adoption must still be away for a child to go to the adopters after a 31 March, or back to them. */
const AFTER_RETURN = 3;
const AWAY_FROM_ADOPTERS = 8;
const withoutAdoption = (group: PlacementGroup): PlacementGroup => ({
  ...group,
  types: group.types.filter((type) => !type.startsWith('A')),
});

/** What a move into a type of placement costs; undefined where the law, or the age, does not allow it. */
function cost(telling: Telling, type: string, on: Day, mayOrder: boolean): number | undefined {
  const age = ageOnDay(telling, on);
  const status = statusOn(telling.legalStatuses, on);
  if (type === 'A6') {
    if (PLACEMENT_ORDER.test(status)) return 2;
    return mayOrder && age <= OLDEST_FOR_ADOPTION && !telling.outline.unaccompanied ? 5 : undefined;
  }
  if (type === 'A5') {
    const now = telling.stays.findLast(({ from }) => from <= on)!;
    return PLACEMENT_ORDER.test(status) && now.from < on && now.placement.type.startsWith('U')
      ? 2
      : undefined;
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

/** The first day, up to a 31 March, from which a type of placement is possible: the 16th birthday, the status it needs. */
function possibleFrom({ outline, legalStatuses }: Telling, type: string, on: Day): Day {
  if (ADULT_LIKE.test(type)) return birthday(outline.born, 16);
  const needed = type === 'P1' ? /^C/ : PLACEMENT_ORDER;
  const now = legalStatuses.findLast((change) => change.from <= on);
  return /^(P1|A[56])$/.test(type) && now && needed.test(now.status) ? now.from : Number.NEGATIVE_INFINITY;
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
      return { natural, others: this.#otherAdoptions(telling, index, groups, on, before) };
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

  /**
   * Where else a child placed with adopters may be on a 31 March: still where it was before, with the foster carers as
   * adopters, or, at a price, away from the adopters for a time.
   */
  #otherAdoptions(
    telling: Telling,
    index: number,
    groups: ReadonlyMap<string, PlacementGroup>,
    on: Day,
    before: Day,
  ): ReadonlyMap<string, number> {
    const others = new Map<string, number>();
    const { stays, period } = telling;
    const stay = stays[index]!;
    const earlier = stays[index - 1]?.placement;
    const goesOn = period.end > on + AFTER_RETURN;
    const unseen = stay.from > before;
    for (const [category, group] of groups) {
      const option = goesOn ? optionOf(telling, withoutAdoption(group), on, this.#mayOrder) : undefined;
      if (option) others.set(category, option.cost + AWAY_FROM_ADOPTERS);
    }
    if (earlier && unseen && goesOn)
      others.set(this.#categories.placement(earlier.type, earlier.provider), 1);
    if (earlier?.type.startsWith('U') && unseen) {
      const other = stay.placement.type === 'A5' ? 'A6' : 'A5';
      others.set(this.#categories.placement(other, stay.placement.provider), 1);
    }
    others.delete(this.#categories.placement(stay.placement.type, stay.placement.provider));
    return others;
  }

  /** Changes the last stay of a child to be adopted, so that the placement on a 31 March is one of the category. */
  #adoptOtherwise(
    telling: Telling,
    index: number,
    category: string,
    on: Day,
    before: Day,
    random: Random,
  ): void {
    const { stays, period } = telling;
    const stay = stays[index]!;
    const later = random.dayBetween(on + 1, Math.min(on + 200, period.end - 2));
    const earlier = stays[index - 1]?.placement;
    const unseen = earlier && stay.from > before;
    if (unseen && this.#categories.placement(earlier.type, earlier.provider) === category) {
      telling.stays[index] = { ...stay, from: later };
    } else if (this.#categories.codesOf.placement(category).types.some((type) => type.startsWith('A'))) {
      telling.stays[index] =
        stay.placement.type === 'A5'
          ? withNewCarers(stay)
          : { ...stay, kind: 'same', reason: 'PLACE', placement: { ...earlier!, type: 'A5' } };
    } else {
      telling.stays.push({ ...withNewCarers(stay), from: later });
      this.#place(telling, index, category, on, before, random);
    }
  }

  /** Moves a child so that the placement on a 31 March is one of the group. */
  #move(telling: Telling, category: string, on: Day, before: Day, random: Random): void {
    const index = telling.stays.findLastIndex(({ from }) => from <= on);
    const stay = telling.stays[index]!;
    if (isAdopted(telling) && stay.placement.type.startsWith('A') && index === telling.stays.length - 1) {
      this.#adoptOtherwise(telling, index, category, on, before, random);
    } else this.#place(telling, index, category, on, before, random);
  }

  /** Puts a placement of a category into the stay of a 31 March. */
  #place(telling: Telling, index: number, category: string, on: Day, before: Day, random: Random): void {
    const stay = telling.stays[index]!;
    const group = this.#categories.codesOf.placement(category);
    const { type } = optionOf(telling, group, on, this.#mayOrder) ?? { type: group.types[0]! };
    const earliest = possibleFrom(telling, type, on);
    const inPlace = type !== 'A5' && stay.from > before && stay.from >= earliest;
    const from = inPlace ? stay.from : random.dayBetween(Math.max(before + 1, stay.from + 1, earliest), on);
    if (type === 'A5') {
      const placement = { ...stay.placement, type };
      telling.stays = [
        ...telling.stays.slice(0, index + 1),
        { from, placement, kind: 'same', reason: 'PLACE' },
      ];
      return;
    }
    const told = this.#toldOf(telling, random);
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
    if (type === 'A6' && !PLACEMENT_ORDER.test(statusOn(telling.legalStatuses, from))) {
      telling.legalStatuses = [
        ...telling.legalStatuses.filter((change) => change.from < from),
        { from, status: 'E1' },
      ];
    }
    makeLawful(telling, this.#toldOf(telling, random));
  }

  #toldOf(telling: Telling, random: Random): Told {
    return {
      outline: telling.outline,
      period: telling.period,
      statuses: telling.legalStatuses,
      homePostcode: telling.family.homePostcode,
      register: this.#register,
      random,
    };
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
