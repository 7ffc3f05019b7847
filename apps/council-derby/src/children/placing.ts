import { addMonths, addYears, type Day, dayOf } from '@cic/core';
import type { Random } from '@cic/synth';
import { ageOn, type Career, isInCare, JUNE_2012, MARCH_2011, MARCH_2012 } from './careers.ts';

const partOf = (percent: number, whole: number): number => Math.round((percent * whole) / 100);
const someOf = (list: readonly Career[], count: number, random: Random): Career[] =>
  random.shuffled([...list]).slice(0, count);

/** Shares as printed for the years to March 2011 and 2012. */
const YEARS = [
  { on: MARCH_2011, threePlacements: 6.7, stable: 69.0 },
  { on: MARCH_2012, threePlacements: 9.6, stable: 66.5 },
] as const;

const isLongInCare = (career: Career, on: Day): boolean =>
  career.start <= addMonths(on + 1, -30) - 1 && isInCare(career, on) && on < addYears(career.born, 16);

/** Days between which a move leaves a child stable on neither day, on the first only, on the second only. */
const MOVES = {
  neither: [dayOf(2010, 4, 15), dayOf(2011, 2, 20)],
  first: [dayOf(2011, 4, 15), dayOf(2012, 2, 20)],
  second: [dayOf(2009, 4, 15), dayOf(2010, 3, 15)],
} as const;

function moveTheLongInCare(careers: readonly Career[], random: Random): void {
  const eligible = YEARS.map(({ on }) => new Set(careers.filter((one) => isLongInCare(one, on))));
  // With adopters the placement before counts too, so that nobody placed with them has moved.
  const stable = YEARS.map(({ stable: percent }, i) => {
    const all = [...eligible[i]!];
    const settled = all.filter(({ adopted }) => adopted);
    const others = all.filter(({ adopted }) => !adopted);
    return new Set([...settled, ...someOf(others, partOf(percent, all.length) - settled.length, random)]);
  });
  for (const career of new Set([...eligible[0]!, ...eligible[1]!])) {
    const [first, second] = YEARS.map((_, i) => !eligible[i]!.has(career) || stable[i]!.has(career));
    if (first && second) continue;
    const [from, to] = MOVES[first ? 'first' : second ? 'second' : 'neither'];
    career.moves = [random.int(Math.max(from, career.start + 5), Math.min(to, career.end - 5))];
  }
}

/** Two moves within a year for as many as the printed share, among those not yet long in care. */
function moveTwice(careers: readonly Career[], random: Random): void {
  for (const { on, threePlacements } of YEARS) {
    const from = addYears(on, -1) + 1;
    const there = careers.filter((one) => isInCare(one, on));
    const candidates = there.filter(
      (one) =>
        one.start < from - 5 &&
        one.moves.length === 0 &&
        !one.adopted &&
        YEARS.every((year) => !isLongInCare(one, year.on)),
    );
    for (const career of someOf(candidates, partOf(threePlacements, there.length), random))
      career.moves = [from + random.int(30, 100), from + random.int(150, 300)];
  }
}

/** Decisions for adoption in the year to March 2012, as printed: 31 girls, 39 boys, 19 of all under one year old. */
const DECISIONS = { under1: 19, total: 70, girls: 31 } as const;

function decide(careers: readonly Career[], random: Random): void {
  const year = [dayOf(2011, 4, 10), dayOf(2012, 3, 25)] as const;
  const free = careers.filter(
    (one) => isInCare(one, MARCH_2012) && one.decided === undefined && isInCare(one, JUNE_2012),
  );
  const already = careers.filter(({ decided = 0 }) => decided >= dayOf(2011, 4, 1) && decided <= MARCH_2012);
  const babies = free.filter(
    ({ born, start }) => born >= dayOf(2011, 6, 1) && Math.max(start, born) < dayOf(2012, 2, 20),
  );
  const older = free.filter(
    (one) => ageOn(one, MARCH_2012) <= 6 && one.born < dayOf(2010, 3, 1) && one.start < dayOf(2012, 1, 20),
  );
  const chosen = [
    ...someOf(babies, DECISIONS.under1, random),
    ...someOf(older, DECISIONS.total - DECISIONS.under1 - already.length, random),
  ];
  const girls = DECISIONS.girls - already.filter(({ sex }) => sex === 'F').length;
  random.shuffled([...chosen]).forEach((career, i) => {
    career.sex = i < girls ? 'F' : 'M';
    career.decided = Math.min(Math.max(career.start + 20, random.int(year[0], year[1])), year[1]);
  });
}

/** Sex and ethnicity of the children in care at the end of June 2012, as printed. */
const PRINTED = { girls: 42, whiteBritish: 79, dualHeritage: 11.3 } as const;

function describe(careers: readonly Career[], random: Random): void {
  const stock = random.shuffled(careers.filter((one) => isInCare(one, JUNE_2012)));
  const open = stock.filter(({ decided }) => decided === undefined);
  const girls =
    partOf(PRINTED.girls, stock.length) -
    stock.filter(({ sex, decided }) => decided !== undefined && sex === 'F').length;
  for (const [i, career] of open.entries()) career.sex = i < girls ? 'F' : 'M';
  const white = partOf(PRINTED.whiteBritish, stock.length);
  const dual = partOf(PRINTED.dualHeritage, stock.length);
  for (const [i, career] of stock.entries())
    career.ethnicity = i < white ? 'WBRI' : i < white + dual ? 'MWBC' : i % 2 === 0 ? 'APKN' : 'BCRB';
}

/** Moves, decisions and what else is known of the children, so that the printed shares come out. */
export function place(careers: readonly Career[], random: Random): void {
  moveTheLongInCare(careers, random.fork('long'));
  moveTwice(careers, random.fork('twice'));
  decide(careers, random.fork('decisions'));
  describe(careers, random.fork('facts'));
}
