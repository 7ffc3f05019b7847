import type { Child, Day, Inside } from '@cic/core';
import { immunisationSchedule } from '@cic/plugin-health';
import {
  type GrowthMeasurement,
  growthMeasurement,
  type HealthCheck,
  healthCheck,
  type Immunisation,
  type ImmunisationStatus,
  immunisation,
  immunisationStatus,
  type VaccineCode,
} from '@cic/plugin-health/records';
import type { Random } from '../../random/random.ts';
import type { SynthPart } from '../part.ts';
import { doneIn, partOfYears, type Year } from './known.ts';

/** Shares where the return is silent. (p) */
const DENTAL = 0.6;
const OPTICAL = 0.6;
const HEARING_AT_SCHOOL_ENTRY = 0.9;
const NO_DENTIST = 0.15;
const DOSES_ON_RECORD = 0.8;

type Made = Inside<HealthCheck>;

function* dental(child: Child, { start, end, outcomes }: Year, random: Random): Generator<Made> {
  if (doneIn(outcomes?.dentalCheck, DENTAL, random)) {
    yield {
      child: child.id,
      kind: 'dental',
      held: random.dayBetween(start, end),
      status: 'completed',
      treatmentNeeded: random.chance(0.2),
    };
  } else if (random.chance(NO_DENTIST)) {
    yield {
      child: child.id,
      kind: 'dental',
      due: random.dayBetween(start, end),
      status: 'not-available',
      accessProblem: 'no-dentist-available',
    };
  }
}

/** Development checks of the under fives; their stage is known only where that fits every year of the return. */
function* development(child: Child, years: readonly Year[], random: Random): Generator<Made> {
  const returned = years.map(({ outcomes }) => outcomes?.developmentAssessments);
  for (const { start, end, on, outcomes } of years) {
    if (child.ageOn(on) >= 5 || outcomes?.developmentAssessments !== true) continue;
    const held = random.dayBetween(start, end);
    const months = (held - child.born) / 30.4;
    const stage =
      months < 4 ? '6-8-weeks' : months < 14 ? '9-12-months' : months < 32 ? '2-2.5-years' : undefined;
    yield {
      child: child.id,
      kind: 'development',
      held,
      status: 'completed',
      ...(stage && !returned.includes(false) ? { stage } : {}),
    };
  }
}

function* checksOf(child: Child, years: readonly Year[], random: Random, until: Day): Generator<Made> {
  for (const year of years) {
    yield* dental(child, year, random);
    if (child.ageOn(year.start) >= 4 && random.chance(OPTICAL))
      yield {
        child: child.id,
        kind: 'optical',
        held: random.dayBetween(year.start, year.end),
        status: 'completed',
      };
  }
  yield* development(child, years, random);
  const hearing = child.birthday(5) - random.int(0, 200);
  if (hearing <= until && random.chance(HEARING_AT_SCHOOL_ENTRY))
    yield { child: child.id, kind: 'hearing', held: hearing, status: 'completed' };
}

const checks = partOfYears<HealthCheck>('health checks', healthCheck, (child, years, random, { until }) =>
  checksOf(child, years, random, until),
);

const judgements = partOfYears<ImmunisationStatus>(
  'immunisation status',
  immunisationStatus,
  function* (child, years, random) {
    for (const { start, end, outcomes } of years) {
      if (outcomes?.immunisations === undefined) continue;
      yield { child: child.id, asAt: random.dayBetween(start, end), upToDate: outcomes.immunisations };
    }
  },
);

const VACCINE_OF_GROUP: Readonly<Record<string, VaccineCode>> = {
  primary: '6-in-1',
  preschool: '4-in-1',
  teenage: '3-in-1',
};

/** Doses by the schedule, of children whose immunisations never were behind; nothing is known of the others' doses. */
const doses = partOfYears<Immunisation>(
  'immunisations',
  immunisation,
  function* (child, years, random, { until }) {
    const behind = years.some(({ outcomes }) => outcomes?.immunisations === false);
    if (behind || child.unaccompaniedOn(child.born) || !random.chance(DOSES_ON_RECORD)) return;
    const late = random.int(0, 14);
    const last = new Map<string, number>();
    for (const { group, dueOn } of immunisationSchedule(child.born, child.sex)) {
      const vaccine = VACCINE_OF_GROUP[group] ?? (group as VaccineCode);
      // Two doses of one vaccine that fall due together are given four weeks apart at the earliest.
      const given = Math.max(dueOn + late, (last.get(group) ?? Number.NEGATIVE_INFINITY) + 1);
      last.set(group, given);
      if (given <= until) yield { child: child.id, vaccine, given };
    }
  },
);

const growth = partOfYears<GrowthMeasurement>(
  'growth measurements',
  growthMeasurement,
  function* (child, years, random) {
    for (const { start, end } of years) {
      const measured = random.dayBetween(start, end);
      if (child.ageOn(measured) < 2 || !random.chance(0.7)) continue;
      yield {
        child: child.id,
        measured,
        bmiCentile: Math.round(Math.min(99.9, Math.max(0.4, 50 + random.normal(12, 32)))),
      };
    }
  },
);

export const checkParts: readonly SynthPart[] = [checks, judgements, doses, growth];
