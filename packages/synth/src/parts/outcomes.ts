import {
  addYears,
  type Child,
  type Day,
  dayOf,
  financialYearOf,
  type Inside,
  lookedAfterFor12Months,
} from '@cic/core';
import { type ReasonForNoSDQScoreCode, type StatutoryOutcomes, statutoryOutcomes } from '@cic/core/records';
import type { Random, Weighted } from '../random/random.ts';
import { partPerChild } from './part.ts';

/** Shares of the children looked after for twelve months: (c), England 2024, rounded. */
const HEALTH_ASSESSMENT = 0.89;
const DENTAL_CHECK = 0.79;
const IMMUNISATIONS = 0.82;
const DEVELOPMENT = 0.88;
const CONVICTED_FROM_10 = 0.02;
const MISUSE_FROM_13 = 0.06;
const INTERVENTION = 0.45;
const OFFERED = 0.8;
const WITH_SCORE = 0.77;
const MEAN_SCORE = 14.4;
const SPREAD_OF_SCORES = 7;

const NO_SCORE: Weighted<ReasonForNoSDQScoreCode> = [
  ['SDQ2', 20],
  ['SDQ3', 10],
  ['SDQ4', 45],
  ['SDQ5', 25],
];

/**
 * The questionnaire: a score or a reason from the 4th birthday to the 17th, SDQ1 where that birthday falls into the year
 * and the child was too young or too old when it was filled in (rules 157, 186, 188, 189 and 197B).
 */
function questionnaire(child: Child, start: Day, end: Day, random: Random): Partial<StatutoryOutcomes> {
  const four = addYears(child.born, 4);
  const seventeen = addYears(child.born, 17);
  if (four > end || seventeen < start) return {};
  const edge = four > start || seventeen <= end;
  if (edge && random.chance(0.5)) return { reasonNoScore: 'SDQ1' };
  if (!random.chance(WITH_SCORE)) return { reasonNoScore: random.weighted(NO_SCORE) };
  const score = Math.round(random.normal(MEAN_SCORE, SPREAD_OF_SCORES));
  return { strengthsAndDifficultiesScore: Math.min(40, Math.max(0, score)) };
}

/** A problem in some of the older children; an intervention, or the offer of one that was refused. */
function substanceMisuse(age: number, random: Random): Partial<StatutoryOutcomes> {
  const substanceMisuse = age >= 13 && random.chance(MISUSE_FROM_13);
  if (!substanceMisuse) return { substanceMisuse };
  const interventionReceived = random.chance(INTERVENTION);
  if (interventionReceived) return { substanceMisuse, interventionReceived };
  return { substanceMisuse, interventionReceived, interventionOffered: random.chance(OFFERED) };
}

/** Health and conduct at each 31 March of children looked after for twelve months, as the statutory return asks. */
export const outcomes = partPerChild(
  'outcomes',
  statutoryOutcomes,
  function* (child, random, { from, until }): Generator<Inside<StatutoryOutcomes>> {
    for (let year = financialYearOf(from); year <= financialYearOf(until); year++) {
      const start = dayOf(year - 1, 4, 1);
      const end = dayOf(year, 3, 31);
      if (!lookedAfterFor12Months(child, end)) continue;
      const age = child.ageOn(end);
      yield {
        child: child.id,
        asAt: end,
        ...questionnaire(child, start, end, random),
        ...(age >= 10 ? { convicted: random.chance(CONVICTED_FROM_10) } : {}),
        ...(age < 5 ? { developmentAssessments: random.chance(DEVELOPMENT) } : {}),
        immunisations: random.chance(IMMUNISATIONS),
        dentalCheck: random.chance(DENTAL_CHECK),
        healthAssessment: random.chance(HEALTH_ASSESSMENT),
        ...substanceMisuse(age, random),
      } as Inside<StatutoryOutcomes>;
    }
  },
);
