import { birthday, type Day, type Inside, OPEN } from '@cic/core';
import type {
  AdviserAllocation,
  HousingStep,
  IndependencePreparation,
  KeepingInTouch,
  LeavingCareAssessment,
  PathwayPlan,
  PathwayReview,
  SupportRequest,
} from '@cic/plugin-leaving-care/records';
import type { Random } from '../../random/random.ts';
import type { YoungPerson } from './known.ts';

/** Assessment, plan, and a new plan at 18; the identifier of the last plan is what money is tied to. */
export function planning({ child, owedFrom, owedUntil, last }: YoungPerson, random: Random) {
  const assessments: Inside<LeavingCareAssessment>[] = [];
  const plans: Inside<PathwayPlan>[] = [];
  const reviews: Inside<PathwayReview>[] = [];
  const started = owedFrom + random.int(3, 30);
  const completed = owedFrom + (random.chance(0.9) ? random.int(45, 88) : random.int(95, 160));
  const base = {
    child: child.id,
    ownPart: random.weighted([
      ['led', 25],
      ['took-part', 60],
      ['asked', 12],
      ['none', 3],
    ] as const),
  };
  if (started <= last) {
    assessments.push({
      child: child.id,
      started,
      ...(completed <= last ? { completed } : {}),
      reason: 'pathway',
      needs: ['accommodation', random.pick(['money', 'skills', 'health'])],
      youngPersonInvolved: random.chance(0.93),
    });
  }
  const first = completed + random.int(2, 26);
  if (first > last || random.chance(0.03)) return { assessments, plans, reviews };
  const b18 = birthday(child.born, 18);
  const second = b18 + random.int(5, 40);
  const renewed = second > first && second <= owedUntil;
  const due = first + random.int(60, 200);
  const plan = (start: Day, end: Day | undefined): Inside<PathwayPlan> => ({
    ...base,
    id: `SYN-PLAN-${child.id}-${start}`,
    start,
    status: end === undefined ? 'agreed' : 'superseded',
    agreed: start,
    ...(end === undefined ? {} : { end }),
    copyGiven: start + 3,
    goals: [
      {
        area: 'education-training-employment',
        goal: 'I want to finish my course',
        set: start,
        due: start + (due - first),
        ...(random.chance(0.6) && start + (due - first) <= last
          ? { achieved: start + (due - first) - 5 }
          : {}),
      },
      { area: 'accommodation', goal: 'I want a place of my own', set: start, due: start + 300 },
    ],
    actions: [
      {
        area: 'accommodation',
        agency: 'housing',
        due: start + 90,
        ...(random.chance(0.7) && start + 80 <= last ? { done: start + 80 } : {}),
      },
      {
        area: 'health',
        agency: random.pick(['health', 'carer']),
        due: start + 60,
        ...(random.chance(0.8) && start + 50 <= last ? { done: start + 50 } : {}),
      },
      { area: 'money', agency: 'young-person', due: start + 120 },
    ],
  });
  plans.push(plan(first, renewed ? second : undefined));
  if (renewed) plans.push(plan(second, undefined));
  for (
    let held = first + random.int(150, 182);
    held <= owedUntil;
    held += random.chance(0.9) ? random.int(150, 182) : random.int(190, 280)
  ) {
    reviews.push({
      child: child.id,
      held,
      reason: 'six-monthly',
      youngPersonPresent: random.chance(0.9),
      changed: random.chance(0.5),
    });
  }
  return { assessments, plans, reviews };
}

/** The first adviser, and the changes since; a worker for every twenty young people or so. */
export function* advisersOf(
  { child, owedFrom, owedUntil, last }: YoungPerson,
  workers: number,
  random: Random,
): Generator<Inside<AdviserAllocation>> {
  let start = owedFrom + (random.chance(0.9) ? random.int(0, 20) : random.int(35, 120));
  const role = random.chance(0.06)
    ? 'connexions-adviser'
    : random.chance(0.1)
      ? 'sixteen-plus-worker'
      : 'personal-adviser';
  while (start <= Math.min(owedUntil, last)) {
    const end = start + 200 + Math.round(random.exponential(700));
    const ends = Math.min(end, owedUntil);
    const worker = `SYN-${role === 'personal-adviser' ? 'PA' : role === 'connexions-adviser' ? 'CX' : 'SW'}-${random.int(1, role === 'personal-adviser' ? workers : 2)}`;
    const over = ends < last;
    yield {
      child: child.id,
      role,
      adviser: worker,
      start,
      ...(over ? { end: ends, reasonEnded: ends === end ? 'worker-left' : 'support-ended' } : {}),
    };
    if (ends !== end) return;
    start = end;
  }
}

/** Contact with those who have left, about every six weeks, as far as the return says there was any. */
export function* touchesOf(
  { child, left, last, owedUntil, contacts }: YoungPerson,
  random: Random,
): Generator<Inside<KeepingInTouch>> {
  if (left === OPEN) return;
  for (
    let on = left + random.int(7, 40);
    on <= owedUntil;
    on += random.chance(0.93) ? random.int(28, 55) : random.int(60, 100)
  ) {
    const near = contacts.find(({ asAt }) => on >= asAt - 95 && on <= asAt + 32);
    const outcome = near?.inTouch ?? 'YES';
    if (outcome === 'DIED') return;
    yield { child: child.id, on, outcome, channel: random.pick(['visit', 'meeting', 'call', 'message']) };
  }
  // From 21 on the council asks once a year or so.
  for (
    let on = Math.max(left, birthday(child.born, 21)) + random.int(100, 300);
    on <= last;
    on += random.int(250, 400)
  ) {
    yield { child: child.id, on, outcome: random.chance(0.75) ? 'YES' : 'NREQ', channel: 'call' };
  }
}

/** Help to live independently: at home from 16, and a course for about half before their first tenancy. */
export function preparationOf(
  { child, owedFrom, last }: YoungPerson,
  random: Random,
): Inside<IndependencePreparation>[] {
  const made: Inside<IndependencePreparation>[] = [];
  const add = (kind: IndependencePreparation['kind'], started: Day, length: number): void => {
    if (started > last) return;
    const completed = started + length;
    made.push({ child: child.id, kind, started, ...(completed <= last ? { completed } : {}) });
  };
  if (random.chance(0.85))
    add('living-skills-workbook', owedFrom + random.int(10, 120), random.int(120, 300));
  if (random.chance(0.55)) add('tenancy-ready', birthday(child.born, 17) + random.int(0, 400), 45);
  return made;
}

/** Steps on the way to a home of one's own, for those who live in accommodation that leads there. */
export function* stepsOf({ child, left, last }: YoungPerson, random: Random): Generator<Inside<HousingStep>> {
  if (left === OPEN || !random.chance(0.5)) return;
  let start = left + random.int(5, 60);
  for (const step of ['options', 'applied', 'starter-tenancy', 'tenancy'] as const) {
    if (start > last) return;
    const end = start + random.int(90, 400);
    yield {
      child: child.id,
      step,
      start,
      ...(end <= last && step !== 'tenancy' ? { end } : {}),
      ...(step === 'options'
        ? { optionsConsidered: ['D', 'U'] as const satisfies HousingStep['optionsConsidered'] }
        : { priorityGroup: random.chance(0.9) }),
      ...(child.district === '' ? {} : { district: child.district }),
    };
    start = end;
  }
}

/** Some of those of 21 and over ask for support. */
export function requestsOf(
  { child, last }: YoungPerson,
  from: Day,
  random: Random,
): Inside<SupportRequest>[] {
  const [b21, b25] = [birthday(child.born, 21), birthday(child.born, 25)];
  const requested = random.dayBetween(Math.max(b21, from), Math.max(b21, from) + 700);
  if (requested > last || requested >= b25 || !random.chance(0.35)) return [];
  const [assessed, supported] = [requested + random.int(5, 26), requested + random.int(27, 40)];
  return [
    {
      child: child.id,
      requested,
      needs: [random.pick(['money', 'accommodation', 'health'])],
      ...(assessed <= last ? { assessed } : {}),
      ...(supported <= last ? { supported } : {}),
    },
  ];
}
