import { type CareHistory, type Child, type Day, type Inside, oncePerHistory } from '@cic/core';
import { statutoryOutcomes } from '@cic/core/records';
import { type StrengthsAndDifficulties, strengthsAndDifficulties } from '../generated/records.ts';
import { DIFFICULTIES, scoreSdq } from '../sdq/score.ts';
import { earliest, type FactSource, hasOutcomes, inCohort, outcomesOn } from './fact.ts';
import { remember, yearTo } from './remember.ts';

export type Questionnaire = Inside<StrengthsAndDifficulties>;

/** The total that follows from the answers, or else from the four scales; null where neither is complete. */
export function computedTotal(questionnaire: Questionnaire): number | null {
  if (questionnaire.items) return scoreSdq(questionnaire.items).totalDifficulties;
  const scales = DIFFICULTIES.map((scale) => questionnaire[scale]);
  return scales.includes(undefined) ? null : scales.reduce<number>((sum, score) => sum + score!, 0);
}

const totals = new WeakMap<Questionnaire, number | null>();

/** The total difficulties score: worked out where it can be, otherwise as reported; undefined without one. */
export function totalOf(questionnaire: Questionnaire): number | undefined {
  let total = totals.get(questionnaire);
  if (total === undefined) {
    total = computedTotal(questionnaire) ?? questionnaire.totalDifficulties ?? null;
    totals.set(questionnaire, total);
  }
  return total ?? undefined;
}

/** The result of a year: a score, or the reason why there is none, with where it was found. */
export interface SdqResult {
  readonly score?: number;
  readonly reason?: string;
  readonly source: FactSource;
  /** The day it was completed; the day of the return for a score of the return. */
  readonly on: Day;
  readonly carer?: string;
}

const isCarers = ({ informant }: Questionnaire): boolean => informant === 'carer';

/** Questionnaires of the main carer completed with a score, in order of time, up to a day. */
export function* scoredByCarer(
  child: Child,
  until: Day,
): Generator<Required<Pick<SdqResult, 'score' | 'on'>>> {
  for (const questionnaire of child.records(strengthsAndDifficulties)) {
    if (!isCarers(questionnaire) || questionnaire.completed === undefined) continue;
    if (questionnaire.completed > until) return;
    const score = totalOf(questionnaire);
    if (score !== undefined) yield { score, on: questionnaire.completed };
  }
}

/**
 * The last result of the main carer's version in the twelve months to a day; else the statutory return's of that day.
 * A score comes before a reason for none.
 */
export const sdqResult = remember((child, on): SdqResult | undefined => {
  const from = yearTo(on);
  let latest: SdqResult | undefined;
  let known = false;
  for (const questionnaire of child.records(strengthsAndDifficulties)) {
    const { completed, sent, reasonNoScore, carer } = questionnaire;
    if (!isCarers(questionnaire) || ((completed ?? sent) as Day) > on) continue;
    known = true;
    if (completed === undefined || completed < from) continue;
    const score = totalOf(questionnaire);
    if (score === undefined && (reasonNoScore === undefined || latest?.score !== undefined)) continue;
    latest = {
      ...(score === undefined ? {} : { score }),
      ...(score === undefined && reasonNoScore !== undefined ? { reason: reasonNoScore } : {}),
      ...(carer === undefined ? {} : { carer }),
      source: 'health-records',
      on: completed,
    };
  }
  if (latest || known) return latest;
  const returned = outcomesOn(child, on);
  if (!returned) return undefined;
  const { strengthsAndDifficultiesScore: score, reasonNoScore: reason } = returned;
  if (score === undefined && reason === undefined) return undefined;
  return {
    ...(score === undefined ? {} : { score }),
    ...(reason === undefined ? {} : { reason }),
    source: 'statutory-return',
    on,
  };
});

/** A questionnaire is asked for of children looked after for twelve months and 4 to 16 years old on the day. */
export const sdqRequired = remember((child, on): boolean => {
  const age = child.ageOn(on);
  return age >= 4 && age <= 16 && inCohort(child, on);
});

const questionnairesSince = oncePerHistory((history) =>
  earliest<Questionnaire>(history, strengthsAndDifficulties, ({ completed, sent }) => completed ?? sent),
);

/** The days for which the return holds any score, so that a year without one is no data and not nought. */
const scoredDays = oncePerHistory((history) => {
  const days = new Set<Day>();
  for (const records of history.recordsOf(statutoryOutcomes.id)?.values() ?? []) {
    for (const record of records) {
      const { asAt, strengthsAndDifficultiesScore: score } = record as {
        asAt: Day;
        strengthsAndDifficultiesScore?: number;
      };
      if (score !== undefined) days.add(asAt);
    }
  }
  return days;
});

/** Whether anything is known of questionnaires for the year to a day. */
export const sdqKnown = (history: CareHistory, on: Day): boolean =>
  questionnairesSince(history) <= on || scoredDays(history).has(on);

export const hasSdq = (history: CareHistory): boolean =>
  !Number.isNaN(questionnairesSince(history)) || hasOutcomes(history);
