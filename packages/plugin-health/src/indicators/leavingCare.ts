import {
  type Child,
  careLeaverOn,
  ceasedIn,
  type Day,
  defineIndicator,
  holdsAny,
  type Measure,
  within,
} from '@cic/core';
import { isAged } from '../duties/runs.ts';
import {
  adultHealthTransition,
  healthHistorySummary,
  transitionHealthCheck,
  wellbeingResponse,
} from '../generated/records.ts';
import { DERBY, DERBYSHIRE } from '../sources.ts';

/** The day on which a young person of 16 or over left care in the period; those who died or were adopted left out. */
function leftAt16(child: Child, period: Parameters<Measure>[1]['period']): Day | undefined {
  const last = ceasedIn(child, period);
  if (!last || !(child.ageOn(last.end) >= 16) || NOT_LEAVING.has(last.reasonEpisodeCeased)) return undefined;
  return last.end;
}

const NOT_LEAVING: ReadonlySet<string> = new Set(['E2', 'E3', 'E11', 'E12']);

const ofLeavers =
  (so: (summary: { offered?: Day; given?: Day }, until: Day) => boolean): Measure =>
  (child, { period }) => {
    const on = leftAt16(child, period);
    if (on === undefined) return undefined;
    const done = child.records(healthHistorySummary).some((summary) => so(summary, period.end));
    return { numerator: done ? 1 : 0, denominator: 1, on };
  };

const LEAVERS =
  'young people of 16 and over who left care in the period, without those who died, were adopted or passed to another authority';

const summaryOffered = defineIndicator({
  id: 'health-history-summary-offered',
  title: 'Care leavers offered a health history summary',
  definition:
    'Of young people of 16 and over who left care in the period, the share offered a health history summary by its last day.',
  population: LEAVERS,
  unit: 'percent',
  polarity: 'higher',
  kind: 'flow',
  source: DERBYSHIRE,
  certainty: 'proposed',
  requirements: ['D-HEA-07'],
  needs: holdsAny(healthHistorySummary),
  among: 'looked after in the period',
  measure: ofLeavers(
    ({ offered, given }, until) =>
      (offered !== undefined && offered <= until) || (given !== undefined && given <= until),
  ),
});

const summaryGiven = defineIndicator({
  id: 'health-history-summary-given',
  title: 'Care leavers given a health history summary',
  definition:
    'Of young people of 16 and over who left care in the period, the share given a health history summary by its last day.',
  population: LEAVERS,
  unit: 'percent',
  polarity: 'higher',
  kind: 'flow',
  source: DERBYSHIRE,
  certainty: 'proposed',
  requirements: ['D-HEA-07'],
  needs: holdsAny(healthHistorySummary),
  among: 'looked after in the period',
  measure: ofLeavers(({ given }, until) => given !== undefined && given <= until),
});

const transitionChecked = defineIndicator({
  id: 'transition-health-check-completed',
  title: 'Care leavers with a transition health check',
  definition:
    'Of care leavers who turned 19 in the period, the share with a transition health check between the 18th and the 19th birthday.',
  population: 'care leavers whose 19th birthday falls in the period',
  unit: 'percent',
  polarity: 'higher',
  kind: 'flow',
  source: DERBYSHIRE,
  certainty: 'proposed',
  requirements: ['D-HEA-08'],
  needs: holdsAny(transitionHealthCheck),
  measure: (child, { period }) => {
    if (!isAged(child, [19, 19], period.start, period.end)) return undefined;
    const nineteen = child.birthday(19);
    if (!within(nineteen, period) || !careLeaverOn(child, nineteen)) return undefined;
    const eighteen = child.birthday(18);
    const done = child
      .records(transitionHealthCheck)
      .some(({ held }) => held !== undefined && held >= eighteen && held < nineteen);
    return { numerator: done ? 1 : 0, denominator: 1, on: nineteen };
  },
});

const adultMentalHealth = defineIndicator({
  id: 'adult-mental-health-transition-planned',
  title: 'Young people moving to adult mental health services with a plan',
  definition:
    'Of young people with a need to move on to adult mental health services seen by the last day and not yet transferred, ' +
    'the share with the move planned.',
  population:
    'young people with an open transition to adult mental health services on the last day of the period',
  unit: 'percent',
  polarity: 'higher',
  kind: 'stock',
  source: DERBY,
  certainty: 'proposed',
  requirements: ['HLT-26'],
  restsOn: [adultHealthTransition],
  measure: (child, { period: { end } }) => {
    const open = child
      .records(adultHealthTransition)
      .filter(
        ({ service, identified, transferred, ended }) =>
          service === 'adult-mental-health' &&
          identified <= end &&
          (transferred === undefined || transferred > end) &&
          (ended === undefined || ended > end),
      );
    return open.length === 0
      ? undefined
      : open.every(({ planned }) => planned !== undefined && planned <= end);
  },
});

const WELL: ReadonlySet<string> = new Set(['well', 'very-well']);
const UNWELL: ReadonlySet<string> = new Set(['unwell', 'very-unwell']);

/** The share of answers on one question that are among some; the last answer of a care leaver in the period counts. */
const answers =
  (question: 'physicalHealth' | 'mentalHealth', among: ReadonlySet<string>): Measure =>
  (child, { period }) => {
    const last = child
      .records(wellbeingResponse)
      .findLast((one) => within(one.answered, period) && one[question] !== undefined);
    return last && { numerator: among.has(last[question]!) ? 1 : 0, denominator: 1, on: last.answered };
  };

const SURVEY = {
  unit: 'percent',
  kind: 'flow',
  source: 'Children in care strategy 2019-21, priority 5 (care leaver consultation)',
  certainty: 'published',
  requirements: ['D-HEA-14'],
  restsOn: [wellbeingResponse],
} as const;

const IN_WORDS = { well: 'well or very well', ok: 'OK', unwell: 'unwell or very unwell' } as const;

const surveyIndicators = (
  [
    ['physicalHealth', 'physical-health', 'physical health', 'well', WELL],
    ['physicalHealth', 'physical-health', 'physical health', 'ok', new Set(['ok'])],
    ['mentalHealth', 'mental-health', 'mental health', 'well', WELL],
    ['mentalHealth', 'mental-health', 'mental health', 'unwell', UNWELL],
  ] as const
).map(([question, id, words, answer, among]) =>
  defineIndicator({
    ...SURVEY,
    id: `survey-${id}-${answer}`,
    title: `Young people who say of their ${words}: ${IN_WORDS[answer]}`,
    definition: `Of young people who answered on their ${words} in a survey in the period, the share who said ${IN_WORDS[answer]}; the last answer counts.`,
    population: `young people who answered on their ${words} in the period`,
    polarity: answer === 'well' ? 'higher' : answer === 'unwell' ? 'lower' : 'neutral',
    measure: answers(question, among),
  }),
);

/** Health on the way to adult life. */
export const leavingCareIndicators = [
  summaryOffered,
  summaryGiven,
  transitionChecked,
  adultMentalHealth,
  ...surveyIndicators,
];
