import {
  type Child,
  type Day,
  defineIndicator,
  type MeasuredIndicator,
  openOn,
  type Period,
  within,
} from '@cic/core';
import { afterCareArrangement, independencePreparation } from '../generated/records.ts';
import { LEICESTERSHIRE, STRATEGY, SUFFICIENCY } from '../sources.ts';
import { statusOn } from '../status/status.ts';
import { counting, ofCareLeavers } from './shared.ts';

/** The day a young person last stayed put in a period, at 18 or over; undefined where they did not. */
function stayedPut(child: Child, { start, end }: Period): Day | undefined {
  const b18 = child.birthday(18);
  const one = child
    .records(afterCareArrangement)
    .findLast(
      (stay) =>
        stay.kind === 'staying-put' &&
        Math.max(stay.start, b18) <= end &&
        (stay.end === undefined || stay.end > Math.max(start, b18)),
    );
  return one && Math.min(end, one.end === undefined ? end : one.end - 1);
}

const stayingPut = counting(
  {
    id: 'staying-put',
    title: 'Staying put',
    definition:
      'Young people aged 18 or over supported by their former foster carers at any time in the period, each once; by age on the last day they stayed put in it.',
    population: 'young people aged 18 or over in a staying put arrangement in the period',
    polarity: 'higher',
    source: 'Sufficiency strategy 2017-21, sections 2.3 and 3.3',
    certainty: 'published',
    requirements: ['D-LEA-13', 'LVC-10'],
    restsOn: [afterCareArrangement],
  },
  (child, { period }) => {
    const on = stayedPut(child, period);
    return on === undefined ? undefined : { numerator: 1, denominator: 1, on };
  },
);

const stayingPutAged20 = defineIndicator({
  id: 'staying-put-aged-20-plus',
  title: 'Staying put, aged 20 or over',
  definition:
    'Of young people who stayed put in the period, the share aged 20 or over on the last day they did so in it.',
  population: 'young people aged 18 or over in a staying put arrangement in the period',
  unit: 'percent',
  polarity: 'neutral',
  kind: 'flow',
  source: 'Sufficiency strategy 2017-21, section 3.3',
  certainty: 'published',
  requirements: ['D-LEA-13'],
  restsOn: [afterCareArrangement],
  measure: (child, { period }) => {
    const on = stayedPut(child, period);
    return on === undefined ? undefined : { numerator: child.ageOn(on) >= 20 ? 1 : 0, denominator: 1, on };
  },
});

const FOSTER = /^U/;

const stayedAt18 = defineIndicator({
  id: 'staying-put-at-18',
  title: 'Young people in foster care at 18 who stayed put',
  definition:
    'Of young people who turned 18 in the period and were in a foster placement the day before, the share in a staying put arrangement within 28 days of it.',
  population: 'young people who turned 18 in the period from a foster placement',
  unit: 'percent',
  polarity: 'higher',
  kind: 'flow',
  source: `${LEICESTERSHIRE}; ${STRATEGY}`,
  certainty: 'proposed',
  requirements: ['LVC-10', 'D-LEA-13'],
  among: 'looked after in the period',
  needs: (history) => (history.recordsOf(afterCareArrangement.id)?.size ?? 0) > 0,
  measure: (child, { period }) => {
    const b18 = child.birthday(18);
    if (!within(b18, period) || !FOSTER.test(child.episodeOn(b18 - 1)?.placementType ?? '')) return undefined;
    const stays = child
      .records(afterCareArrangement)
      .some(
        ({ kind, start, end }) =>
          kind === 'staying-put' && start <= b18 + 28 && (end === undefined || end > b18),
      );
    return { numerator: stays ? 1 : 0, denominator: 1, on: b18 };
  },
});

const arrangements = (kind: 'staying-close' | 'shared-lives' | 'supported-lodgings', title: string) =>
  counting(
    {
      id: kind,
      title,
      definition: `Young people with an arrangement of this kind (${title.toLowerCase()}) open on the last day of the period.`,
      population: 'young people with an arrangement after 18 open on the last day of the period',
      polarity: 'higher',
      kind: 'stock',
      source: 'Sufficiency strategy 2017-21, sections 1.2 and 3.8',
      requirements: ['D-LEA-14'],
      restsOn: [afterCareArrangement],
    },
    (child, { period: { end } }) =>
      child.records(afterCareArrangement).some((one) => one.kind === kind && openOn(one, end))
        ? true
        : undefined,
  );

const agreed = defineIndicator({
  id: 'staying-put-agreed-by-both',
  title: 'Staying put agreed by young person and carer',
  definition:
    'Of staying put arrangements open on the last day of the period, the share agreed by both the young person and the carer, with a payment recorded.',
  population: 'staying put arrangements open on the last day of the period',
  unit: 'percent',
  polarity: 'higher',
  kind: 'stock',
  source: LEICESTERSHIRE,
  certainty: 'proposed',
  requirements: ['LVC-10'],
  restsOn: [afterCareArrangement],
  measure: (child, { period: { end } }) => {
    const one = child
      .records(afterCareArrangement)
      .findLast((stay) => stay.kind === 'staying-put' && openOn(stay, end));
    return (
      one &&
      one.agreedByYoungPerson !== undefined &&
      one.agreedByCarer !== undefined &&
      one.weeklyPayment !== undefined
    );
  },
});

const tenancyReady = counting(
  {
    id: 'tenancy-ready-course',
    title: 'Tenancy ready courses completed',
    definition:
      'Young people who completed a tenancy ready course in the period. The target is a rise from year to year.',
    population: 'young people who completed a tenancy ready course in the period',
    polarity: 'higher',
    source: `${SUFFICIENCY}, target 7`,
    certainty: 'published',
    requirements: ['D-LEA-26'],
    restsOn: [independencePreparation],
  },
  (child, { period }) =>
    child
      .records(independencePreparation)
      .some(({ kind, completed }) => kind === 'tenancy-ready' && within(completed, period))
      ? true
      : undefined,
);

const tenancyReadyShare = ofCareLeavers(
  {
    id: 'care-leavers-tenancy-ready',
    title: 'Care leavers who completed a tenancy ready course',
    definition:
      'Of relevant and former relevant young people aged 18 to 21 on the last day of the period, the share who have completed a tenancy ready course by then.',
    source: `${SUFFICIENCY}, target 7`,
    requirements: ['D-LEA-26'],
    needs: (history) => (history.recordsOf(independencePreparation.id)?.size ?? 0) > 0,
  },
  (child, on) =>
    child
      .records(independencePreparation)
      .some(({ kind, completed }) => kind === 'tenancy-ready' && completed !== undefined && completed <= on),
  [18, 21],
);

const prepared = defineIndicator({
  id: 'independence-preparation',
  title: 'Eligible young people preparing for independence',
  definition:
    'Of eligible young people on the last day of the period, the share with preparation for independence on record: a course, the living skills workbook or help at home.',
  population: 'eligible young people on the last day of the period',
  unit: 'percent',
  polarity: 'higher',
  kind: 'stock',
  source: `${STRATEGY}, action P5.6`,
  certainty: 'proposed',
  requirements: ['D-LEA-32'],
  among: 'in care at the end',
  needs: (history) => (history.recordsOf(independencePreparation.id)?.size ?? 0) > 0,
  measure: (child, { period: { end } }) =>
    statusOn(child, end) === 'eligible'
      ? child.records(independencePreparation).some(({ started }) => started <= end)
      : undefined,
});

/** Arrangements after 18, and preparation for them. */
export const arrangementIndicators: readonly MeasuredIndicator[] = [
  stayingPut,
  stayingPutAged20,
  stayedAt18,
  agreed,
  arrangements('staying-close', 'Staying close'),
  arrangements('shared-lives', 'Shared Lives'),
  arrangements('supported-lodgings', 'Supported lodgings'),
  tenancyReady,
  tenancyReadyShare,
  prepared,
];
