import { addMonths, addYears, birthday, type Day, type Inside, OPEN } from '@cic/core';
import { wasUnaccompanied } from '@cic/plugin-leaving-care';
import type {
  AdultTransition,
  CareLeaverAccommodation,
  ComputerIssue,
  DrivingLessons,
  Entitlement,
  EvictionNotice,
  ImmigrationStatus,
  Parenthood,
  RingFencedPost,
  WorkPlacement,
} from '@cic/plugin-leaving-care/records';
import type { Random } from '../../random/random.ts';
import { isCareLeaver, type YoungPerson } from './known.ts';

/** The local offer explained, and what is claimed of it; exemption from council tax since the district has a scheme. */
export function entitlementsOf(
  { child, owedFrom, left, last }: YoungPerson,
  plan: string | undefined,
  taxSince: Day,
  random: Random,
): Inside<Entitlement>[] {
  const made: Inside<Entitlement>[] = [];
  const offer = (kind: Entitlement['kind'], offered: Day, chance: number, amount?: number): void => {
    if (offered > last) return;
    const agreed = offered + random.int(5, 40);
    const isTaken = random.chance(chance) && agreed <= last;
    const days = [agreed + random.int(5, 30), agreed + random.int(40, 200)].filter((on) => on <= last);
    made.push({
      child: child.id,
      kind,
      offered,
      ...(isTaken
        ? { claimed: offered + 3, agreed, ...(plan === undefined || random.chance(0.1) ? {} : { plan }) }
        : {}),
      ...(amount === undefined ? {} : { entitled: amount }),
      ...(isTaken && amount !== undefined && days.length > 0
        ? {
            payments: days.map((on) => ({
              on,
              amount: Math.round((amount / 2) * (0.5 + random.next() / 2)),
            })),
          }
        : {}),
    });
  };
  const b18 = birthday(child.born, 18);
  if (random.chance(0.9)) offer('local-offer', owedFrom + random.int(10, 200), 0);
  if (left !== OPEN) {
    offer('setting-up-allowance', left + random.int(0, 60), 0.8, 300_000);
    offer('council-tax', Math.max(left, b18, taxSince) + random.int(10, 90), 0.7);
    offer('identity-documents', left + random.int(0, 100), 0.6, 11_000);
    if (random.chance(0.2)) offer('higher-education-bursary', b18 + random.int(100, 400), 0.9, 200_000);
    if (random.chance(0.5)) offer('travel', left + random.int(30, 300), 0.7, 30_000);
  }
  return made;
}

/** Work placements of all schemes, each at its age and in its season. */
export function placementsOf(
  { child, last }: YoungPerson,
  from: Day,
  random: Random,
): Inside<WorkPlacement>[] {
  const made: Inside<WorkPlacement>[] = [];
  const add = (scheme: WorkPlacement['scheme'], age: number, chance: number, days: number): void => {
    const start = birthday(child.born, age) + random.int(0, 330);
    if (!random.chance(chance) || start < from) return;
    if (start > last) {
      if (start - 40 <= last) made.push({ child: child.id, scheme, preparing: start - 40 });
      return;
    }
    const end = start + days;
    const over = end + 60 <= last;
    const outcome = random.weighted([
      ['college', 45],
      ['work', 25],
      ['other', 15],
      ['unknown', 15],
    ] as const);
    made.push({
      child: child.id,
      scheme,
      preparing: start - 40,
      start,
      ...(end <= last ? { end } : {}),
      ...(over
        ? { outcome, outcomeOn: end + 60, jobOffered: outcome === 'work', jobAccepted: outcome === 'work' }
        : {}),
    });
  };
  add('mentored', 17, 0.25, 120);
  add('county', 16, 0.15, 10);
  add('april-day', 16, 0.2, 1);
  add('summer', 17, 0.2, 12);
  return made;
}

/** A few care leavers hold a ring-fenced post or apprenticeship. */
export function postsOf(
  { child, left, last }: YoungPerson,
  offers: Readonly<Record<RingFencedPost['kind'], string>>,
  random: Random,
): Inside<RingFencedPost>[] {
  const start = Math.max(left, birthday(child.born, 18)) + random.int(30, 700);
  if (left === OPEN || start > last || child.ageOn(start) > 24 || !random.chance(0.08)) return [];
  const kind = random.pick(['post', 'apprenticeship'] as const);
  const endsBy = addYears(start, 2) - 1;
  return [
    {
      child: child.id,
      kind,
      offer: offers[kind],
      start,
      endsBy,
      ...(endsBy <= last ? { end: endsBy, destination: random.pick(['work', 'college']) } : {}),
      trainingInWorkingTime: random.chance(0.9),
    },
  ];
}

export function computersOf(
  { child, left, last }: YoungPerson,
  from: Day,
  random: Random,
): Inside<ComputerIssue>[] {
  const issued = random.dayBetween(
    Math.max(from, birthday(child.born, 16)),
    Math.max(from, birthday(child.born, 16)) + 900,
  );
  if (issued > last || !random.chance(0.3)) return [];
  const recipient =
    issued < left ? 'in-care' : random.pick(['further-education', 'higher-education'] as const);
  return [{ child: child.id, issued, recipient }];
}

export function drivingOf({ child, last }: YoungPerson, random: Random): Inside<DrivingLessons>[] {
  const started = birthday(child.born, 17) + random.int(30, 900);
  if (started > last || !random.chance(0.25)) return [];
  const passed = started + random.int(120, 400);
  const isPassed = passed <= last && random.chance(0.5);
  const passPlus = passed + 40;
  return [
    {
      child: child.id,
      started,
      ...(started + 420 <= last ? { ended: started + 420 } : {}),
      lessons: random.int(5, 40),
      ...(isPassed ? { passed } : {}),
      ...(isPassed && passPlus <= last && random.chance(0.4) ? { passPlus } : {}),
    },
  ];
}

/** Notices to leave while somebody lives in a place that can give one. */
export function noticesOf(
  { child, last }: YoungPerson,
  stays: readonly Inside<CareLeaverAccommodation>[],
  random: Random,
): Inside<EvictionNotice>[] {
  return stays
    .filter(({ kind }) => kind === 'D' || kind === 'U')
    .flatMap(({ start }): Inside<EvictionNotice>[] => {
      const noticed = start + random.int(60, 500);
      if (noticed > last || !random.chance(0.12)) return [];
      const told = noticed + random.int(0, 8);
      const moved = noticed + random.int(14, 40);
      const outcome = random.weighted([
        ['managed-move', 5],
        ['stayed', 3],
        ['delayed', 1],
        ['evicted', 2],
        ['left', 1],
      ] as const);
      return [
        {
          child: child.id,
          noticed,
          effective: noticed + 42,
          ...(told <= last && random.chance(0.85) ? { districtTold: told } : {}),
          ...(moved <= last
            ? { outcome, ended: moved, ...(outcome === 'managed-move' ? { managedMove: moved } : {}) }
            : {}),
        },
      ];
    });
}

/** The claim of an unaccompanied child: leave for children first, a decision for good later. */
export function immigrationOf({ child, last }: YoungPerson, random: Random): Inside<ImmigrationStatus>[] {
  if (!wasUnaccompanied(child)) return [];
  const came = child.periodsOfCare[0]!.start;
  const decided = came + random.int(180, 800);
  const made: Inside<ImmigrationStatus>[] = [
    { child: child.id, status: 'claim-pending', from: came, applied: came },
  ];
  if (decided > last) return made;
  const refugee = random.chance(0.6);
  const until = refugee ? addYears(decided, 5) : addMonths(decided, 30);
  const applied = until - (random.chance(0.8) ? random.int(29, 80) : random.int(5, 27));
  made.push({
    child: child.id,
    status: refugee ? 'refugee' : 'uasc-leave',
    from: decided,
    applied: came,
    decided,
    until,
    ...(applied <= last ? { nextApplication: applied } : {}),
  });
  if (until <= last)
    made.push({
      child: child.id,
      status: refugee ? 'settled' : 'refugee',
      from: until,
      applied,
      decided: until,
    });
  return made;
}

/** Young people with a disability who will need adult services. */
export function transitionsOf(
  { child, owedFrom, last }: YoungPerson,
  random: Random,
): Inside<AdultTransition>[] {
  if (child.disabled !== true || !random.chance(0.6)) return [];
  const identified = owedFrom + random.int(10, 200);
  if (identified > last) return [];
  const planned = identified + random.int(90, 300);
  const transferred = Math.max(planned, birthday(child.born, 18)) + random.int(0, 60);
  const settled = planned + 60;
  const state = (chance: number) =>
    settled <= last && random.chance(chance) ? ('settled' as const) : ('open' as const);
  const items = ['education', 'training', 'employment', 'accommodation', 'benefits', 'health'] as const;
  return [
    {
      child: child.id,
      service: random.pick(['learning-disability', 'physical-disability', 'autism', 'mental-health']),
      identified,
      ...(planned <= last ? { planned, joint: random.chance(0.8) } : {}),
      ...(transferred <= last ? { transferred } : {}),
      checklist: items.map((item) => {
        const is = item === 'employment' ? ('not-needed' as const) : state(0.9);
        return is === 'settled' ? { item, state: is, on: settled } : { item, state: is };
      }),
    },
  ];
}

/** From what the child's own record knows of a first child; some more become parents later. */
export function parenthoodOf(
  { child, left, last }: YoungPerson,
  born: Day | undefined,
  random: Random,
): Inside<Parenthood>[] {
  const later = left === OPEN ? OPEN : Math.max(left, birthday(child.born, 18)) + random.int(100, 1200);
  const since = born ?? (random.chance(0.1) ? later : OPEN);
  if (since > last || (born === undefined && !isCareLeaver(child, since))) return [];
  return [
    {
      child: child.id,
      since,
      children: 1,
      livesWithChild: random.chance(0.8),
      supported: random.chance(0.9),
    },
  ];
}
