import type { Child, Day, Inside } from '@cic/core';
import { type SdqScale, scoreSdq, sdqScales } from '@cic/plugin-health';
import {
  type KindOfCarerCode,
  type StrengthsAndDifficulties,
  type SubstanceMisuse,
  strengthsAndDifficulties,
  substanceMisuse,
} from '@cic/plugin-health/records';
import type { Random } from '../../random/random.ts';
import type { SynthPart } from '../part.ts';
import { partOfYears, type Year } from './known.ts';

const DIFFICULT: readonly SdqScale[] = ['emotional', 'conduct', 'hyperactivity', 'peer'];

/** 25 answers that make a total difficulties score. */
export function answersFor(total: number, random: Random): number[] {
  const answers = Array.from({ length: 25 }, () => 0);
  for (const item of sdqScales.prosocial.items) answers[item - 1] = random.int(0, 2);
  // Each of the twenty items can add one point twice.
  const points = random.shuffled(
    DIFFICULT.flatMap((scale) => [...sdqScales[scale].items, ...sdqScales[scale].items]),
  );
  for (const item of points.slice(0, total)) answers[item - 1]!++;
  for (const scale of DIFFICULT)
    for (const item of sdqScales[scale].reversed) answers[item - 1] = 2 - answers[item - 1]!;
  return answers;
}

const carerOf = (place: string): KindOfCarerCode => {
  if (/^U[1-3]/.test(place)) return 'kinship';
  if (place.startsWith('U')) return 'foster';
  if (place.startsWith('A')) return 'adopter';
  if (place === 'P1') return 'parent';
  return /^(K[12]|R|S)/.test(place) ? 'residential' : /^(H5|K3|P2)$/.test(place) ? 'supported' : 'other';
};

/** Shares of results used, and of forms by young people and schools. (p) */
const USED = 0.75;
const ALSO_OTHERS = 0.3;

function scored(
  child: Child,
  completed: Day,
  informant: 'carer' | 'teacher' | 'social-worker',
  total: number,
  random: Random,
): Inside<StrengthsAndDifficulties> {
  const items = answersFor(total, random);
  const { emotional, conduct, hyperactivity, peer, prosocial } = scoreSdq(items);
  const sent = completed - random.int(7, 40);
  return {
    child: child.id,
    informant,
    ...(informant === 'carer' ? { carer: carerOf(child.episodeOn(completed)?.placementType ?? '') } : {}),
    sent,
    ...(completed - sent > 28 ? { reminders: [sent + 21] } : {}),
    completed,
    items,
    emotional: emotional!,
    conduct: conduct!,
    hyperactivity: hyperactivity!,
    peer: peer!,
    prosocial: prosocial!,
    totalDifficulties: total,
    ...(random.chance(USED) ? { usedIn: ['care-plan', 'health-assessment'] } : {}),
  };
}

function* questionnairesOf(
  child: Child,
  years: readonly Year[],
  random: Random,
): Generator<Inside<StrengthsAndDifficulties>> {
  for (const { start, end, outcomes } of years) {
    const score = outcomes?.strengthsAndDifficultiesScore;
    const reason = outcomes?.reasonNoScore;
    const completed = random.dayBetween(start + 30, end);
    if (score !== undefined) {
      yield scored(child, completed, 'carer', score, random);
      if (child.ageOn(start) < 11 || !random.chance(ALSO_OTHERS)) continue;
      for (const informant of ['teacher', 'social-worker'] as const) {
        const total = Math.min(40, Math.max(0, score + random.int(-4, 4)));
        yield scored(child, random.dayBetween(start + 30, end), informant, total, random);
      }
    } else if (reason !== undefined) {
      yield { child: child.id, informant: 'carer', completed, reasonNoScore: reason };
    }
  }
}

const SCREENED = 0.6;
const TO_TIER_3 = 0.5;

function* misuseOf(child: Child, years: readonly Year[], random: Random): Generator<Inside<SubstanceMisuse>> {
  for (const { start, end, outcomes } of years) {
    const screened = random.dayBetween(start, Math.max(start, end - 60));
    if (outcomes?.substanceMisuse) {
      const help = Math.min(end, screened + random.int(10, 40));
      const offered = outcomes.interventionReceived || outcomes.interventionOffered;
      yield {
        child: child.id,
        screened,
        tool: 'dust',
        identified: screened,
        substances: [random.pick(['cannabis', 'alcohol', 'nitrous-oxide'] as const)],
        referred: screened,
        tier: random.chance(TO_TIER_3) ? 3 : 2,
        ...(offered ? { interventionOffered: Math.min(help, screened + 7) } : {}),
        ...(outcomes.interventionReceived ? { interventionStarted: help } : {}),
        ...(outcomes.interventionOffered && !outcomes.interventionReceived
          ? { interventionRefused: help }
          : {}),
        ended: end,
        outcome: outcomes.interventionReceived ? 'reduced' : 'ongoing',
      };
    } else if (child.ageOn(screened) >= 11 && random.chance(SCREENED))
      yield { child: child.id, screened, tool: 'dust' };
  }
}

export const questionnaireParts: readonly SynthPart[] = [
  partOfYears<StrengthsAndDifficulties>(
    'strengths and difficulties',
    strengthsAndDifficulties,
    questionnairesOf,
  ),
  partOfYears<SubstanceMisuse>('substance misuse', substanceMisuse, misuseOf),
];
