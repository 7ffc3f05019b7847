import { type Day, type Inside, OPEN } from '@cic/core';
import {
  type HealthIssue,
  type HealthNeed,
  type HealthPromotion,
  type HealthReferral,
  healthIssue,
  healthNeed,
  healthPromotion,
  healthReferral,
  type WellbeingAssessment,
  wellbeingAssessment,
} from '@cic/plugin-health/records';
import type { Random } from '../../random/random.ts';
import { partPerChild, type SynthPart } from '../part.ts';
import { partOfYears } from './known.ts';

/** Shares of children with a need, a referral, an issue. (p) */
const OTHER_NEED = 0.3;
const LIFE_LIMITING = 0.06;
const CAMHS_A_YEAR = 0.12;
const AUDIOLOGY_A_YEAR = 0.05;
const ISSUE_A_YEAR = 0.05;
const ENTRANT_ASSESSED = 0.6;

const needs = partPerChild('health needs', healthNeed, function* (child, random, { until }, known): Generator<
  Inside<HealthNeed>
> {
  const start = child.periodsOfCare[0]?.start;
  if (start === undefined || start > until) return;
  if (known.disabled) {
    const eligible = random.chance(0.7);
    yield {
      child: child.id,
      need: random.pick(['physical-disability', 'learning-disability', 'sensory-impairment'] as const),
      start: Math.max(child.born, start - random.int(0, 700)),
      ...(known.disabilities[0] ? { disability: known.disabilities[0] } : {}),
      lifeLimiting: random.chance(LIFE_LIMITING),
      specialistService: {
        service: 'learning-disability',
        assessed: start,
        eligible,
        ...(eligible && random.chance(0.85)
          ? { allocated: Math.min(until, start + random.int(10, 90)) }
          : {}),
      },
    };
  }
  const found = start + random.int(10, 30);
  if (found <= until && random.chance(OTHER_NEED)) {
    yield {
      child: child.id,
      need: random.pick(['emotional-mental-health', 'long-term-condition', 'speech-and-language'] as const),
      start: found,
      foundBy: 'initial-assessment',
    };
  }
});

function referral(
  child: string,
  service: 'camhs' | 'audiology',
  referred: Day,
  lastDay: Day,
  outOfArea: boolean,
  random: Random,
): Inside<HealthReferral> {
  const by = (day: Day): boolean => day <= lastDay;
  const answered = referred + random.int(3, 20);
  const accepted = random.chance(0.9);
  const seen = answered + random.int(20, 150);
  const moved = referred + random.int(5, 40);
  return {
    child,
    service,
    referred,
    reason: service === 'camhs' ? 'emotional-mental-health' : 'other',
    outOfArea,
    localWaitDays: service === 'camhs' ? 110 : 60,
    ...(by(answered) ? { answered, accepted } : {}),
    ...(by(seen) && accepted ? { seen } : {}),
    ...(by(moved) && random.chance(0.15) ? { moves: [{ on: moved, kept: random.chance(0.7) }] } : {}),
    ...(by(answered) && !accepted ? { closed: answered, outcome: 'declined' as const } : {}),
  };
}

const referrals = partOfYears<HealthReferral>(
  'health referrals',
  healthReferral,
  function* (child, years, random, { until }) {
    for (const { start, end } of years) {
      const referred = random.dayBetween(start, end);
      const outOfArea = child.episodeOn(referred)?.placementLocation === 'OUT';
      if (child.ageOn(referred) >= 5 && random.chance(CAMHS_A_YEAR))
        yield referral(child.id, 'camhs', referred, until, outOfArea, random);
      if (random.chance(AUDIOLOGY_A_YEAR))
        yield referral(child.id, 'audiology', referred, until, outOfArea, random);
    }
  },
);

const issues = partOfYears<HealthIssue>(
  'health issues',
  healthIssue,
  function* (child, years, random, { until }) {
    for (const { start, end } of years) {
      if (!random.chance(ISSUE_A_YEAR)) continue;
      const raised = random.dayBetween(start, end);
      const resolved = raised + random.int(5, 80);
      const escalated = raised + random.int(15, 40);
      yield {
        child: child.id,
        issue: random.pick([
          'no-dentist-available',
          'waiting-too-long',
          'commissioner-dispute',
          'consent',
        ] as const),
        raised,
        ...(escalated < resolved && escalated <= until
          ? { escalations: [{ to: 'health-outcomes-group', on: escalated }] }
          : {}),
        ...(resolved <= until ? { resolved } : {}),
      };
    }
  },
);

const PROMOTED = [
  { topic: 'smoking', from: 14, applies: 0.2, offered: 0.8 },
  { topic: 'teenage-pregnancy', from: 15, applies: 0.03, offered: 0.9 },
  { topic: 'exploitation', from: 12, applies: 0.08, offered: 0.75 },
] as const;

const promotion = partOfYears<HealthPromotion>(
  'health promotion',
  healthPromotion,
  function* (child, years, random) {
    for (const { start, end } of years) {
      for (const { topic, from, applies, offered } of PROMOTED) {
        const on = random.dayBetween(start, end);
        if (child.ageOn(on) < from) continue;
        const concerned = random.chance(applies);
        const help = concerned && random.chance(offered);
        yield {
          child: child.id,
          topic,
          on,
          applies: concerned,
          ...(concerned ? { offered: help, accepted: help && random.chance(0.6) } : {}),
        };
      }
    }
  },
);

const entrants = partPerChild(
  'well-being assessments',
  wellbeingAssessment,
  function* (child, random, { from, until }): Generator<Inside<WellbeingAssessment>> {
    for (const { start, end } of child.periodsOfCare) {
      if (end !== OPEN && end < from) continue;
      const assessed = start + random.int(10, 60);
      if (assessed >= Math.min(end, until) || !random.chance(ENTRANT_ASSESSED)) continue;
      yield { child: child.id, assessed, needsFound: random.chance(0.5), by: 'psychologist' };
    }
  },
);

export const needParts: readonly SynthPart[] = [needs, referrals, issues, promotion, entrants];
