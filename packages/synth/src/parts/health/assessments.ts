import {
  addMonths,
  addWorkingDays,
  type Child,
  type Day,
  dayOf,
  financialYearOf,
  type Inside,
  OPEN,
  openOn,
  type Stretch,
} from '@cic/core';
import { type AdoptionDecision, adoptionDecision } from '@cic/core/records';
import {
  type HealthAssessment,
  type HealthNeedCode,
  type HealthNotification,
  type HealthServiceCode,
  type HealthTopicCode,
  healthAssessment,
  healthNotification,
} from '@cic/plugin-health/records';
import type { Random, Weighted } from '../../random/random.ts';
import { madeOf, type PartOptions, partPerChild, type SynthPart } from '../part.ts';
import { type OutcomesByChild, outcomesOf } from './known.ts';

/** All of these shares are proposed: no national figures are published. */
const NOTIFIED_IN_TIME = 0.85;
const INITIAL_IN_TIME = 0.78;
const BY_DOCTOR = 0.9;
const CONSENT = 0.95;
const SOCIAL_WORKER_THERE = 0.7;
const JUDGED = 0.3;
const TO_STANDARD = 0.8;
const DAYS_OF_TWENTY_WORKING = 26;

const NEEDS: Weighted<HealthNeedCode | undefined> = [
  [undefined, 50],
  ['emotional-mental-health', 20],
  ['attachment-trauma', 8],
  ['speech-and-language', 8],
  ['dental', 6],
  ['developmental-delay', 4],
  ['long-term-condition', 4],
];
const REFERRED: Readonly<Partial<Record<HealthNeedCode, HealthServiceCode>>> = {
  'emotional-mental-health': 'camhs',
  'speech-and-language': 'speech-and-language',
  'developmental-delay': 'community-paediatrics',
};

function topicsAt(age: number, random: Random, unaccompanied: boolean): HealthTopicCode[] {
  const topics: HealthTopicCode[] = ['emotional-wellbeing', 'dental', 'immunisations'];
  if (random.chance(0.8)) topics.push('healthy-eating');
  if (age >= 10 && random.chance(0.7)) topics.push('exploitation');
  if (age >= 13 && random.chance(0.75)) topics.push('sexual-health', 'smoking');
  if (unaccompanied && random.chance(0.8)) topics.push('trauma-and-journey');
  return topics;
}

/** What is found at every assessment. */
function facts(child: Child, held: Day, random: Random): Partial<Inside<HealthAssessment>> {
  const found = random.weighted(NEEDS);
  const service = found && REFERRED[found];
  return {
    informationSharing: random.chance(CONSENT),
    ...(random.chance(CONSENT)
      ? { consent: { given: held - random.int(5, 15), by: 'local-authority' as const } }
      : {}),
    outOfArea: child.episodeOn(held)?.placementLocation === 'OUT',
    topics: topicsAt(child.ageOn(held), random, child.unaccompaniedOn(held)),
    needs: found ? [found] : [],
    referredTo: service ? [service] : [],
    questionnaireUsed: child.ageOn(held) >= 4 && random.chance(0.6),
  };
}

const quality = (held: Day, until: Day, random: Random): Partial<Inside<HealthAssessment>> => {
  if (!random.chance(JUDGED) || held + 30 > until) return {};
  const met = random.chance(TO_STANDARD);
  return {
    quality: {
      judged: held + random.int(5, 30),
      grade: met ? 'good' : 'requires-improvement',
      standards: [
        { standard: 'voice-of-the-child', met: true },
        { standard: 'plan-with-outcomes', met },
      ],
    },
  };
};

/** How many assessments the statutory return leaves room for in the year of a day; no limit where it is silent. */
function room(child: Child, on: Day, outcomes: OutcomesByChild): number {
  const asAt = dayOf(financialYearOf(on), 3, 31);
  const returned = outcomes.get(child.id)?.find((one) => one.asAt === asAt);
  if (returned?.healthAssessment !== false) return Number.POSITIVE_INFINITY;
  return child.ageOn(asAt) < 5 ? 1 : 0;
}

/** The days of all assessments of a period of care, the initial one first, as the return counts them. */
function days(child: Child, care: Stretch, outcomes: OutcomesByChild, random: Random): Day[] {
  const all: Day[] = [];
  const count = (on: Day): number => all.filter((day) => financialYearOf(day) === financialYearOf(on)).length;
  const fits = (on: Day): Day => {
    let day = on;
    while (count(day) >= room(child, day, outcomes))
      day = dayOf(financialYearOf(day), 4, 1) + random.int(5, 60);
    return day;
  };
  const initial = random.chance(INITIAL_IN_TIME)
    ? random.int(12, DAYS_OF_TWENTY_WORKING)
    : random.int(30, 60);
  let next = fits(care.start + initial);
  while (next < Math.min(care.end, care.start + 20 * 365)) {
    all.push(next);
    const months = child.ageOn(next) < 5 ? 6 : 12;
    next = fits(addMonths(next, months) - random.int(3, 14));
  }
  return all;
}

function* assessmentsOf(
  child: Child,
  random: Random,
  options: PartOptions,
  outcomes: OutcomesByChild,
): Generator<Inside<HealthAssessment>> {
  for (const care of child.periodsOfCare) {
    const held = days(child, care, outcomes, random).filter((on) => on <= options.until);
    for (const [i, on] of held.entries()) {
      const initial = i === 0;
      const age = child.ageOn(on);
      const appointment = on - random.int(1, 10);
      const missed = age >= 16 ? random.chance(0.3) : random.chance(0.1);
      const requested = initial ? Math.min(on, care.start + random.int(1, 6)) : on - random.int(20, 40);
      yield {
        child: child.id,
        kind: initial ? 'initial' : 'review',
        requested,
        appointments: [
          ...(missed && appointment > requested
            ? [
                {
                  offered: requested,
                  on: appointment,
                  outcome: age >= 16 ? ('refused' as const) : ('not-brought' as const),
                },
              ]
            : []),
          { offered: requested, on, outcome: 'attended' as const },
        ],
        held: on,
        ...(on + 10 <= options.until ? { reported: on + random.int(2, 10) } : {}),
        by: initial
          ? random.chance(BY_DOCTOR)
            ? 'community-paediatrician'
            : 'specialist-nurse'
          : age < 5
            ? 'health-visitor'
            : 'school-nurse',
        service: initial ? 'community-paediatrics' : age < 5 ? 'health-visiting' : 'school-nursing',
        ...(initial ? { socialWorkerAttended: random.chance(SOCIAL_WORKER_THERE) } : {}),
        ...facts(child, on, random),
        ...quality(on, options.until, random),
      };
    }
  }
}

const ADOPTION_MEDICAL = 0.9;

/** Every child with a plan for adoption is seen by a paediatrician: nearly. */
function* adoptionMedicals(
  child: Child,
  random: Random,
  { until }: PartOptions,
  decisions: readonly Inside<AdoptionDecision>[],
): Generator<Inside<HealthAssessment>> {
  for (const { decided } of decisions) {
    const held = decided - random.int(10, 60);
    const care = child.periodsOfCare.find((one) => openOn(one, held));
    if (!care || held > until || !random.chance(ADOPTION_MEDICAL)) continue;
    yield {
      child: child.id,
      kind: 'adoption',
      held,
      by: 'medical-adviser',
      service: 'community-paediatrics',
    };
  }
}

const assessments: SynthPart = {
  id: 'health assessments',
  make: (care, random, options) => {
    const outcomes = outcomesOf(options);
    const decisions = madeOf<AdoptionDecision>(options.made, adoptionDecision);
    return partPerChild('', healthAssessment, function* (child, own) {
      yield* assessmentsOf(child, own, options, outcomes);
      yield* adoptionMedicals(child, own.fork('adoption'), options, decisions.get(child.id) ?? []);
    }).make(care, random, options);
  },
};

const notifications = partPerChild(
  'health notifications',
  healthNotification,
  function* (child, random, { until, from }): Generator<Inside<HealthNotification>> {
    for (const { start, end } of child.periodsOfCare) {
      if (end !== OPEN && end < from) continue;
      const inTime = random.chance(NOTIFIED_IN_TIME);
      const latest = addWorkingDays(start, 5);
      const notified = inTime ? random.dayBetween(start, latest) : latest + random.int(1, 20);
      yield {
        child: child.id,
        kind: 'starts-care',
        event: start,
        ...(notified <= until ? { notified } : {}),
        to: ['designated-nurse'],
      };
    }
  },
);

export const assessmentParts: readonly SynthPart[] = [assessments, notifications];
