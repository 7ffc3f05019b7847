import { addMonths, addWorkingDays, type Child, type Day, type Inside, OPEN, type Stretch } from '@cic/core';
import { type Review, review } from '@cic/core/records';
import {
  type HealthPlan,
  type HealthRegistration,
  type HealthWorkerAllocation,
  healthPlan,
  healthRegistration,
  healthWorkerAllocation,
  type PatientHeldRecord,
  type PhysicalActivity,
  patientHeldRecord,
  physicalActivity,
  type ResponsibleCommissioner,
  responsibleCommissioner,
} from '@cic/plugin-health/records';
import type { Random } from '../../random/random.ts';
import { madeOf, type PartOptions, partPerChild, type SynthPart } from '../part.ts';
import { COMMISSIONER, NURSES } from './council.ts';
import { partOfYears } from './known.ts';

/** Shares of what is there in time, or at all. (p) */
const PLAN_IN_TIME = 0.85;
const DENTAL_IN_PLAN = 0.75;
const GP_FOUND = 0.92;
const DENTIST_FOUND = 0.8;
const HELD_RECORD = 0.6;
const ACTIVE = 0.65;
const FREE_OFFER = 0.4;

const ended = (end: Day): { end: Day } | Record<never, never> => (end === OPEN ? {} : { end });

/** Periods of care that matter in the years wanted. */
const recent = (child: Child, { from }: PartOptions): Stretch[] =>
  child.periodsOfCare.filter(({ end }) => end > from - 365);

function* plansOf(
  child: Child,
  random: Random,
  options: PartOptions,
  reviews: readonly Inside<Review>[],
): Generator<Inside<HealthPlan>> {
  for (const care of recent(child, options)) {
    const due = addWorkingDays(care.start, 20);
    const start = random.chance(PLAN_IN_TIME)
      ? random.dayBetween(care.start + 5, due)
      : due + random.int(1, 30);
    if (start > options.until || start >= care.end) continue;
    const last = reviews.findLast(({ held }) => held !== undefined && held > start && held < care.end)?.held;
    const updated = last === undefined ? undefined : Math.min(options.until, last + random.int(0, 10));
    yield {
      child: child.id,
      start,
      ...ended(care.end),
      status: care.end === OPEN ? 'agreed' : 'ended',
      ...(updated === undefined ? {} : { updated }),
      reviewDue: addMonths(updated ?? start, random.chance(0.9) ? 12 : 3),
      authorRole: 'Social worker',
      ...(random.chance(0.4)
        ? { quality: random.pick(['good', 'good', 'outstanding', 'requires-improvement'] as const) }
        : {}),
      includesDental: random.chance(DENTAL_IN_PLAN),
      questionnaireUsed: random.chance(0.6),
    };
  }
}

const plans: SynthPart = {
  id: 'health plans',
  make: (care, random, options) => {
    const reviews = madeOf<Review>(options.made, review);
    return partPerChild('', healthPlan, (child, own) =>
      plansOf(child, own, options, reviews.get(child.id) ?? []),
    ).make(care, random, options);
  },
};

/** A new registration with each placement, in the area of it for most. */
const registrations = partPerChild(
  'health registrations',
  healthRegistration,
  function* (child, random, options): Generator<Inside<HealthRegistration>> {
    const placed = child.placements.filter(({ end }) => end > options.from - 365);
    for (const kind of ['gp', 'dentist'] as const) {
      const found = kind === 'gp' ? GP_FOUND : DENTIST_FOUND;
      for (const { start, end } of placed) {
        const registered = start + random.int(0, 20);
        if (registered >= end || registered > options.until || !random.chance(found)) continue;
        yield {
          child: child.id,
          kind,
          start: registered,
          ...ended(end),
          status: 'permanent',
          confirmedInPlacementArea: registered,
        };
      }
    }
  },
);

const heldRecords = partPerChild(
  'patient held records',
  patientHeldRecord,
  function* (child, random, options): Generator<Inside<PatientHeldRecord>> {
    for (const { start, end } of recent(child, options)) {
      const issued = start + random.int(20, 60);
      if (issued < Math.min(end, options.until) && random.chance(HELD_RECORD))
        yield { child: child.id, issued, ...(end === OPEN ? {} : { ended: end }) };
    }
  },
);

const KINDS = ['football', 'swimming', 'dance', 'gym', 'cycling', 'other-sport'] as const;

const activities = partOfYears<PhysicalActivity>(
  'physical activities',
  physicalActivity,
  function* (child, years, random) {
    for (const { start, end } of years) {
      if (child.ageOn(start) < 4 || !random.chance(ACTIVE)) continue;
      yield {
        child: child.id,
        start: random.dayBetween(start, end),
        end,
        kind: random.pick(KINDS),
        freeLeisureOffer: random.chance(FREE_OFFER),
      };
    }
  },
);

const commissioners = partPerChild(
  'responsible commissioners',
  responsibleCommissioner,
  function* (child, _, options): Generator<Inside<ResponsibleCommissioner>> {
    for (const { start, end } of recent(child, options)) {
      if (start > options.until) continue;
      for (const organisation of COMMISSIONER) {
        const first = Math.max(start, organisation.start);
        const last = Math.min(end, organisation.end ?? OPEN);
        if (first < last)
          yield { child: child.id, organisation: organisation.id, start: first, ...ended(last) };
      }
    }
  },
);

/** Young people of 16 and over are on the caseload of the nurse who sits in the 16+ service. */
const allocations = partPerChild(
  'health worker allocations',
  healthWorkerAllocation,
  function* (child, random, options): Generator<Inside<HealthWorkerAllocation>> {
    const sixteen = child.birthday(16);
    for (const { start, end } of recent(child, options)) {
      for (const nurse of NURSES) {
        const first = nurse.older ? Math.max(start, sixteen) : start;
        const last = nurse.older ? end : Math.min(end, sixteen);
        if (first >= last || first > options.until || random.chance(0.1)) continue;
        yield {
          child: child.id,
          worker: nurse.worker,
          role: 'specialist-nurse',
          placedIn: nurse.placedIn,
          start: first,
          ...(last > options.until ? {} : { end: last }),
        };
      }
    }
  },
);

export const careParts: readonly SynthPart[] = [
  plans,
  registrations,
  heldRecords,
  activities,
  commissioners,
  allocations,
];
