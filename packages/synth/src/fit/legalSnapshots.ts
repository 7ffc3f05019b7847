import { type Day, dayOf } from '@cic/core';
import { type LegalChange, statusOn } from '../careers/legalStatus.ts';
import type { Random } from '../random/random.ts';
import type { Cell } from './columns.ts';
import type { Categories, Counts } from './marginals.ts';
import type { Miss } from './program.ts';
import { type Choice, reassigned, type Snapshot } from './reassign.ts';
import { ageOnDay, isAdopted, type Telling } from './story.ts';

/** What usually follows: a change along these lines costs little. */
const USUAL = new Set(['V2 C1', 'C1 C2', 'C1 E1', 'C1 V2', 'C2 C1', 'V2 C2']);
const FOR_ADOPTION = /^[DE]1$/;
const YOUNGEST_IN_YOUTH_JUSTICE = 11;
const OLDEST_FOR_ADOPTION = 8;

/** What it costs to put a child under another status; undefined where the law does not allow it. */
function cost(telling: Telling, from: string, to: string, on: Day): number | undefined {
  const age = ageOnDay(telling, on);
  if (/^V[34]/.test(to)) return undefined;
  if (to.startsWith('J')) return age >= YOUNGEST_IN_YOUTH_JUSTICE ? 6 : undefined;
  if (telling.outline.unaccompanied && to !== 'V2') return 20;
  if (FOR_ADOPTION.test(to)) return age <= OLDEST_FOR_ADOPTION ? 3 : 12;
  if (to.startsWith('L')) return 10;
  return USUAL.has(`${from} ${to}`) ? 1 : 4;
}

const withoutRepeats = (changes: readonly LegalChange[]): LegalChange[] =>
  changes.filter(({ status }, i) => status !== changes[i - 1]?.status);

/** Protection lasts days only (rules 361 to 363): another status follows at once. */
const PROTECTION_DAYS = 2;

/** Puts a child under a status on a 31 March, from a day after the one before it. */
function putUnder(telling: Telling, status: string, on: Day, before: Day, random: Random): void {
  const { legalStatuses, period } = telling;
  const index = legalStatuses.findLastIndex(({ from }) => from <= on);
  const now = legalStatuses[index]!;
  const brief = status.startsWith('L');
  const earliest = brief ? on - PROTECTION_DAYS + 1 : before + 1;
  const inPlace = now.from >= earliest;
  const from = inPlace ? now.from : random.dayBetween(Math.max(earliest, now.from + 1), on);
  const after: LegalChange[] = brief && on + 1 < period.end ? [{ from: on + 1, status: now.status }] : [];
  telling.legalStatuses = withoutRepeats([
    ...legalStatuses.slice(0, inPlace ? index : index + 1),
    { from, status },
    ...after,
    ...legalStatuses.slice(index + 1),
  ]);
}

/** Days that an adoption needs after the placement order, at least. */
const AFTER_ORDER = 20;

/** The status before a placement order that may as well have been made after a 31 March; undefined where it may not. */
function beforeOrder({ legalStatuses, period }: Telling, on: Day, before: Day): string | undefined {
  const order = legalStatuses.at(-1)!;
  return order.from > before && period.end > on + AFTER_ORDER + 1 ? legalStatuses.at(-2)?.status : undefined;
}

/** Puts the placement order off until after a 31 March. */
function orderLater(telling: Telling, on: Day, random: Random): void {
  const { legalStatuses, period } = telling;
  const from = random.dayBetween(on + 1, Math.min(on + 90, period.end - AFTER_ORDER));
  telling.legalStatuses = [...legalStatuses.slice(0, -1), { ...legalStatuses.at(-1)!, from }];
}

/** Statuses of all children in care on a 31 March, changed where the table needs it. */
export async function fitLegalStatuses(
  tellings: readonly Telling[],
  { year, before }: Snapshot,
  counts: Counts,
  categories: Categories,
  random: Random,
): Promise<readonly Miss<Cell>[]> {
  const on = dayOf(year, 3, 31);
  const codes = new Map(
    Object.keys(counts).map((category) => [category, categories.codesOf.legalStatus(category)]),
  );
  const usable = (
    telling: Telling,
    category: string,
    from: string,
  ): { code: string; cost: number } | undefined => {
    const possible = (codes.get(category) ?? []).flatMap((code) => {
      const price = cost(telling, from, code, on);
      return price === undefined ? [] : [{ code, cost: price }];
    });
    return possible.sort((a, b) => a.cost - b.cost)[0];
  };
  const choices = tellings.map((telling): Choice => {
    const now = statusOn(telling.legalStatuses, on);
    const natural = categories.legalStatus(now);
    const others = new Map<string, number>();
    if (isAdopted(telling) && FOR_ADOPTION.test(now)) {
      const earlier = beforeOrder(telling, on, before);
      if (earlier && categories.legalStatus(earlier) !== natural)
        others.set(categories.legalStatus(earlier), 2);
      return { natural, others };
    }
    for (const category of codes.keys()) {
      const option = category === natural ? undefined : usable(telling, category, now);
      if (option) others.set(category, option.cost);
    }
    // A status the table leaves out takes in whoever the table has no room for.
    for (const code of ['C2', 'V2']) {
      const category = categories.legalStatus(code);
      if (!codes.has(category) && category !== natural) others.set(category, 2);
    }
    return { natural, others };
  });
  const { chosen, misses } = await reassigned(
    choices,
    counts,
    { year, table: 'stock by legal status' },
    random,
  );
  tellings.forEach((telling, i) => {
    if (chosen[i] === choices[i]!.natural) return;
    const now = statusOn(telling.legalStatuses, on);
    if (isAdopted(telling) && FOR_ADOPTION.test(now)) {
      orderLater(telling, on, random);
      return;
    }
    const code = usable(telling, chosen[i]!, now)?.code ?? categories.codesOf.legalStatus(chosen[i]!)[0]!;
    putUnder(telling, code, on, before, random);
  });
  return misses;
}
