import { birthday, codeSets, type Day, dayOf, financialYearOf, type Inside, OPEN } from '@cic/core';
import type { CareLeaverActivityCode } from '@cic/core/records';

import type {
  AfterCareArrangement,
  CareLeaverAccommodation,
  CareLeaverActivity,
  Custody,
  TypeOfAccommodationCode,
} from '@cic/plugin-leaving-care/records';
import type { Random, Weighted } from '../../random/random.ts';
import type { YoungPerson } from './known.ts';

type Stay = Inside<CareLeaverAccommodation>;

/** Of care leavers outside the area: 29 in a hundred. Sufficiency strategy 2017-21, section 3.8. (c) */
const OUTSIDE = 0.29;

/** What somebody lives in of whom the return says nothing. (p) */
const ANY_KIND: Weighted<TypeOfAccommodationCode> = [
  ['U', 38],
  ['D', 20],
  ['B', 18],
  ['E', 4],
  ['K', 3],
  ['YF', 4],
  ['YL', 2],
];

/** Nobody stays there for long. */
const SHORT = new Set<TypeOfAccommodationCode>(['S', 'V', 'W']);

/** What somebody does of whom the return says nothing yet. (p) */
const ANY_ACTIVITY: Weighted<CareLeaverActivityCode> = [
  ['F2', 35],
  ['F1', 5],
  ['F5', 18],
  ['P5', 4],
  ['F4', 5],
  ['G4', 8],
  ['G5', 20],
  ['G6', 5],
];

/** Stretches of a value: each covers its birthday, and the change falls somewhere between two birthdays. */
function stretches<T>(
  known: readonly (readonly [Day, T])[],
  from: Day,
  to: Day,
  random: Random,
): { on: Day; start: Day; end: Day; value: T }[] {
  const found: { on: Day; start: Day; end: Day; value: T }[] = [];
  known.forEach(([on, value], i) => {
    const before = known[i - 1];
    if (before?.[1] === value) return;
    const start =
      before === undefined ? from : random.dayBetween(before[0] + 40, Math.max(before[0] + 40, on - 40));
    const last = found.at(-1);
    if (last) last.end = start;
    found.push({ on, start, end: to, value });
  });
  return found;
}

/** The type of a return's code; one letter stands for several of other accommodation. */
function kindOf(code: string | undefined, random: Random): TypeOfAccommodationCode | undefined {
  const letter = code?.charAt(0);
  if (letter === undefined || letter === '0') return undefined;
  if (letter === 'Y') return random.pick(['Y', 'YL', 'YF']);
  return letter as TypeOfAccommodationCode;
}

/** Where a young person lives from leaving care on, so that it agrees with the return; the current stay is open. */
export function staysOf({ child, contacts, fostered, left, last }: YoungPerson, random: Random): Stay[] {
  if (left === OPEN || left >= last) return [];
  const known: [Day, string][] = contacts.flatMap(({ asAt, accommodation, inTouch }) => {
    if (inTouch === 'RHOM') return [[asAt, 'B1']];
    return accommodation === undefined || accommodation === '0' ? [] : [[asAt, accommodation]];
  });
  const guess = fostered && random.chance(0.35) ? 'Z' : random.weighted(ANY_KIND);
  const all = stretches(
    known.length > 0 ? known : [[left, `${guess}1`] as const],
    left,
    OPEN,
    random,
  ).flatMap(({ on, start, end, value: code }): Stay[] => {
    // A type that is guessed has two letters before its figure at times: YF1.
    const kind = known.length > 0 ? kindOf(code, random)! : (code.slice(0, -1) as TypeOfAccommodationCode);
    const stay = (of: TypeOfAccommodationCode, from: Day, to: Day, suitable: boolean): Stay => ({
      child: child.id,
      kind: of,
      start: from,
      ...(to === OPEN ? {} : { end: to }),
      suitable,
      judged: from,
      location: random.chance(OUTSIDE) ? 'OUT' : 'IN',
      ...(of === 'W' ? { reason: 'No other place at short notice' } : {}),
    });
    if (!SHORT.has(kind)) return [stay(kind, start, end, code.endsWith('1'))];
    const [from, to] = [Math.max(start, on - random.int(2, 14)), Math.min(end, on + random.int(3, 18))];
    return [
      ...(from > start ? [stay('D', start, from, true)] : []),
      stay(kind, from, to, code.endsWith('1')),
      ...(to < end ? [stay('D', to, end, true)] : []),
    ];
  });
  const [current] = all.slice(-1);
  const late = birthday(child.born, 21) + random.int(40, 90);
  if (current?.kind === 'Z' && late < last && late > current.start) {
    const moved: Stay = { ...current, kind: 'U', start: late, judged: late, suitable: true };
    all.splice(-1, 1, { ...current, end: late }, moved);
  }
  return all.filter(({ start }) => start <= last);
}

/** Codes of apprenticeships and other training came in with the year 2022; before, one code stood for both. */
const DIVIDED = dayOf(2021, 4, 1);
const BEFORE: Readonly<Record<string, CareLeaverActivityCode>> = { F4: 'F3', F5: 'F3', P4: 'P3', P5: 'P3' };
const AFTER: Readonly<Record<string, CareLeaverActivityCode>> = { F3: 'F5', P3: 'P5' };

/** What a young person does from leaving care on, so that it agrees with the return, in the codes of each year. */
export function activitiesOf(
  { child, contacts, left, last }: YoungPerson,
  random: Random,
): Inside<CareLeaverActivity>[] {
  if (left === OPEN) return [];
  const known = contacts.flatMap(({ asAt, activity }): [Day, CareLeaverActivityCode][] =>
    activity === undefined || activity === '0' ? [] : [[asAt, activity]],
  );
  const all: [Day, CareLeaverActivityCode][] =
    known.length > 0 ? known : [[left, random.weighted(ANY_ACTIVITY)]];
  return stretches(all, left, OPEN, random)
    .flatMap(({ start, end, value }) => {
      const at = (code: CareLeaverActivityCode, from: Day, to: Day) => ({
        child: child.id,
        activity: code,
        start: from,
        ...(to === OPEN ? {} : { end: to }),
      });
      if (start >= DIVIDED || end <= DIVIDED) {
        const year = financialYearOf(start);
        const code = codeSets.ACTIV.isValid(value, year)
          ? value
          : ((start >= DIVIDED ? AFTER : BEFORE)[value] ?? value);
        return [at(code, start, end)];
      }
      return [at(BEFORE[value] ?? value, start, DIVIDED), at(AFTER[value] ?? value, DIVIDED, end)];
    })
    .filter(({ start }) => start <= last);
}

/** Arrangements after 18 that stand behind where somebody lives. */
export function arrangementsOf(
  { child, fostered }: YoungPerson,
  stays: readonly Stay[],
  random: Random,
): Inside<AfterCareArrangement>[] {
  const b18 = birthday(child.born, 18);
  return stays.flatMap(({ kind, start, end }): Inside<AfterCareArrangement>[] => {
    const arrangement = (of: AfterCareArrangement['kind']): Inside<AfterCareArrangement>[] => {
      const from = Math.max(start, b18);
      if (end !== undefined && end <= from) return [];
      return [
        {
          child: child.id,
          kind: of,
          start: from,
          ...(end === undefined
            ? {}
            : { end, reasonEnded: random.pick(['moved-on', 'young-person', 'age']) }),
          carer: `SYN-CARER-${random.int(100, 999)}`,
          agreedByYoungPerson: from - random.int(40, 120),
          agreedByCarer: from - random.int(30, 100),
          weeklyPayment: random.int(150, 260) * 100,
        },
      ];
    };
    if (kind === 'Z' && fostered) return arrangement('staying-put');
    if (kind === 'YL') return arrangement('shared-lives');
    if (kind === 'E') return arrangement('supported-lodgings');
    if (kind === 'D' && !fostered && random.chance(0.2)) return arrangement('staying-close');
    return [];
  });
}

/** A spell in custody for each stay there. */
export const custodyOf = (
  { child }: YoungPerson,
  stays: readonly Stay[],
  random: Random,
): Inside<Custody>[] =>
  stays
    .filter(({ kind }) => kind === 'X')
    .map(({ start, end }) => ({
      child: child.id,
      kind: random.pick(['sentence', 'remand']),
      start,
      ...(end === undefined ? {} : { end }),
    }));

export interface Contract {
  readonly id: string;
  readonly units: number;
}

/** Puts stays in semi-independent accommodation into units while there is one free, and buys the rest night by night. */
export function intoUnits(stays: readonly Stay[], contracts: readonly Contract[]): Stay[] {
  const ends = contracts.map(({ units }) => new Array<Day>(units).fill(Number.NEGATIVE_INFINITY));
  const placed = new Map<Stay, Stay>();
  for (const stay of stays
    .filter(({ kind }) => kind === 'D' || kind === 'T')
    .sort((a, b) => a.start - b.start)) {
    const at = ends.findIndex((units) => units.some((end) => end <= stay.start));
    const units = ends[at];
    if (units) units[units.findIndex((end) => end <= stay.start)] = stay.end ?? OPEN;
    placed.set(
      stay,
      units
        ? { ...stay, contract: contracts[at]!.id, purchase: 'block', location: 'IN' }
        : { ...stay, purchase: 'spot', weeklyCost: 64_000 },
    );
  }
  return stays.map((stay) => placed.get(stay) ?? stay);
}
