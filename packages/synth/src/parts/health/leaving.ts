import { careLeaverOn, dayOf, financialYearOf, type Inside } from '@cic/core';
import {
  type AdultHealthTransition,
  type AnswerOnWellBeingCode,
  adultHealthTransition,
  type HealthHistorySummary,
  healthHistorySummary,
  type TransitionHealthCheck,
  transitionHealthCheck,
  type WellbeingResponse,
  wellbeingResponse,
} from '@cic/plugin-health/records';
import type { Weighted } from '../../random/random.ts';
import { partPerChild, type SynthPart } from '../part.ts';

/** Shares of young people; answers as in one county's consultation of care leavers in 2018, the rest (p). */
const OFFERED = 0.8;
const CONSENTED = 0.9;
const CHECKED = 0.6;
const ANSWERED = 0.3;
const TO_ADULT_SERVICES = 0.12;
const PHYSICAL: Weighted<AnswerOnWellBeingCode> = [
  ['very-well', 30],
  ['well', 37],
  ['ok', 24],
  ['unwell', 7],
  ['very-unwell', 2],
];
const MENTAL: Weighted<AnswerOnWellBeingCode> = [
  ['very-well', 20],
  ['well', 31],
  ['ok', 19],
  ['unwell', 20],
  ['very-unwell', 10],
];

const summaries = partPerChild(
  'health history summaries',
  healthHistorySummary,
  function* (child, random, { from, until }): Generator<Inside<HealthHistorySummary>> {
    const [sixteen, eighteen] = [child.birthday(16), child.birthday(18)];
    const care = child.periodsOfCare.find(({ end }) => end > sixteen);
    if (!care || eighteen < from - 365 || !random.chance(OFFERED)) return;
    const offered = Math.max(care.start, sixteen) + random.int(60, 500);
    if (offered > until) return;
    const agreed = random.chance(CONSENTED);
    const given = offered + random.int(20, 90);
    yield {
      child: child.id,
      offered,
      ...(agreed ? { consented: offered } : { declined: offered }),
      ...(agreed && given <= until ? { given } : {}),
    };
  },
);

const checks = partPerChild(
  'transition health checks',
  transitionHealthCheck,
  function* (child, random, { from, until }): Generator<Inside<TransitionHealthCheck>> {
    const [eighteen, nineteen] = [child.birthday(18), child.birthday(19)];
    if (nineteen < from - 365 || !careLeaverOn(child, nineteen - 1) || !random.chance(CHECKED)) return;
    const held = random.dayBetween(eighteen + 30, nineteen - 1);
    if (held <= until)
      yield {
        child: child.id,
        held,
        channel: random.pick(['phone', 'email', 'in-person'] as const),
        knowsServices: random.chance(0.9),
        usesServices: random.chance(0.7),
      };
  },
);

const transitions = partPerChild(
  'adult health transitions',
  adultHealthTransition,
  function* (child, random, { from, until }): Generator<Inside<AdultHealthTransition>> {
    const [seventeen, eighteen] = [child.birthday(17), child.birthday(18)];
    if (eighteen < from || !child.isLookedAfter(seventeen) || !random.chance(TO_ADULT_SERVICES)) return;
    const identified = seventeen + random.int(0, 120);
    if (identified > until) return;
    const planned = identified + random.int(20, 90);
    const transferred = eighteen + random.int(0, 120);
    yield {
      child: child.id,
      service: 'adult-mental-health',
      identified,
      ...(planned <= until && random.chance(0.7) ? { planned } : {}),
      ...(transferred <= until ? { transferred } : {}),
    };
  },
);

const survey = partPerChild(
  'well-being survey',
  wellbeingResponse,
  function* (child, random, { from, until }): Generator<Inside<WellbeingResponse>> {
    for (let year = financialYearOf(from); year <= financialYearOf(until); year++) {
      const answered = dayOf(year - 1, 10, 5);
      if (!careLeaverOn(child, answered) || !random.chance(ANSWERED)) continue;
      yield {
        child: child.id,
        survey: `care-leavers-${year}`,
        answered,
        physicalHealth: random.weighted(PHYSICAL),
        mentalHealth: random.weighted(MENTAL),
      };
    }
  },
);

export const leavingParts: readonly SynthPart[] = [summaries, checks, transitions, survey];
