import {
  type Child,
  type Day,
  defineIndicator,
  hasRecords,
  holdsAny,
  type Inside,
  noChild,
  within,
} from '@cic/core';
import { adoptionDecision } from '@cic/core/records';
import { assessmentsHeld } from '../facts/assessments.ts';
import { yearTo } from '../facts/remember.ts';
import {
  type GrowthMeasurement,
  growthMeasurement,
  healthAssessment,
  healthPromotion,
  healthTraining,
  physicalActivity,
} from '../generated/records.ts';
import { DERBY, DERBYSHIRE } from '../sources.ts';
import { ofChildrenInCare, shareOfRecords } from './shared.ts';

/** The band of a measurement by the clinical cut-offs of the UK 1990 reference: 2nd, 91st and 98th centile. */
export function bmiBandOf({ bmiCentile, bmiBand }: Inside<GrowthMeasurement>): string | undefined {
  if (bmiCentile === undefined) return bmiBand;
  if (bmiCentile >= 98) return 'very-overweight';
  if (bmiCentile >= 91) return 'overweight';
  return bmiCentile <= 2 ? 'underweight' : 'healthy';
}

/** The last band of a child measured in the twelve months to a day. */
export const bmiBandOn = (child: Child, on: Day): string | undefined => {
  const last = child
    .records(growthMeasurement)
    .findLast((one) => one.measured <= on && bmiBandOf(one) !== undefined);
  return last && last.measured >= yearTo(on) ? bmiBandOf(last) : undefined;
};

const bmi = (
  [
    ['bmi-91-98', 'overweight', 'from the 91st to below the 98th centile', ['D-HEA-10']],
    ['bmi-98-and-over', 'very-overweight', 'on or above the 98th centile', []],
  ] as const
).map(([id, band, words, requirements]) =>
  defineIndicator({
    id,
    title: `Children in care with a body mass index ${words}`,
    definition: `Of children in care on the last day who were measured in the twelve months before, the share whose last body mass index lies ${words} (UK 1990 reference).`,
    population:
      'children in care on the last day of the period with a body mass index of the last twelve months',
    unit: 'percent',
    polarity: 'lower',
    kind: 'stock',
    source: DERBYSHIRE,
    certainty: 'proposed',
    requirements,
    needs: holdsAny(growthMeasurement),
    among: 'in care at the end',
    measure: ofChildrenInCare((child, on) => {
      const found = bmiBandOn(child, on);
      return found === undefined ? undefined : found === band;
    }),
  }),
);

const activity = (
  [
    ['physical-activity', 'Children who take part in sport or activities', false],
    ['free-leisure-offer', 'Children who use the free leisure offer', true],
  ] as const
).map(([id, title, freeOnly]) =>
  defineIndicator({
    id,
    title,
    definition: `Of children of four and over in care on the last day, the share who took part in sport or an activity in the twelve months before${freeOnly ? ' as part of the free leisure offer' : ''}.`,
    population: 'children of four and over in care on the last day of the period',
    unit: 'percent',
    polarity: 'higher',
    kind: 'stock',
    source: DERBYSHIRE,
    certainty: 'proposed',
    requirements: ['D-HEA-11'],
    needs: holdsAny(physicalActivity),
    among: 'in care at the end',
    measure: ofChildrenInCare((child, on) =>
      child.ageOn(on) >= 4
        ? child
            .records(physicalActivity)
            .some(
              ({ start, end, freeLeisureOffer }) =>
                start <= on &&
                (end === undefined || end >= yearTo(on)) &&
                (!freeOnly || freeLeisureOffer === true),
            )
        : undefined,
    ),
  }),
);

/** Topics of health promotion: for whom help counts, and what the share is of. */
const PROMOTION = [
  ['stop-smoking-offered', 'smoking', 'Young people who smoke and were offered help to stop', 'who smoke'],
  [
    'teenage-pregnancy-support',
    'teenage-pregnancy',
    'Young parents and expectant parents offered support',
    'who are or are to become parents',
  ],
  [
    'exploitation-health-support',
    'exploitation',
    'Young people at risk of exploitation offered health support',
    'at risk of exploitation',
  ],
] as const;

const offeredHelp = PROMOTION.map(([id, wanted, title, who]) =>
  defineIndicator({
    id,
    title,
    definition: `Of young people ${who} by a record of the period, the share offered help in it.`,
    population: `children and young people ${who}, by a record of the period`,
    unit: 'percent',
    polarity: 'higher',
    kind: 'flow',
    source: `${DERBYSHIRE}, health standards 8, 10 and 11`,
    certainty: 'proposed',
    partly: ['D-HEA-04'],
    restsOn: [healthPromotion],
    measure: (child, { period }) => {
      const records = child
        .records(healthPromotion)
        .filter(({ topic, on, applies }) => topic === wanted && applies === true && within(on, period));
      return records.length === 0 ? undefined : records.some(({ offered }) => offered === true);
    },
  }),
);

/** Topics an assessment should cover, with the age from which. */
const COVERED = [
  ['healthy-eating', 'healthy eating', 0],
  ['sexual-health', 'sexual health', 13],
  ['exploitation', 'the risk of exploitation', 10],
  ['trauma-and-journey', 'trauma and the journey to this country', 0],
] as const;

const covered = COVERED.map(([topic, words, age]) =>
  defineIndicator({
    id: `assessments-covering-${topic}`,
    title: `Health assessments that cover ${words}`,
    definition:
      `Of health assessments held in the period with the topics recorded${age ? ` of children of ${age} and over` : ''}` +
      `${topic === 'trauma-and-journey' ? ' of unaccompanied asylum-seeking children' : ''}, the share that covered ${words}.`,
    population:
      'health assessments held in the period with the topics recorded, of children looked after in it',
    unit: 'percent',
    polarity: 'higher',
    kind: 'flow',
    source: `${DERBYSHIRE}, health standards 10, 11, 12 and 15`,
    certainty: 'proposed',
    partly: ['D-HEA-04'],
    needs: holdsAny(healthAssessment),
    among: 'looked after in the period',
    measure: (child, { period }) =>
      shareOfRecords(
        assessmentsHeld(child, period),
        ({ held, topics }) =>
          topics !== undefined &&
          (age === 0 || child.ageOn(held!) >= age) &&
          (topic !== 'trauma-and-journey' || child.unaccompaniedOn(held!)),
        ({ topics }) => topics!.includes(topic),
      ),
  }),
);

const adoptionMedical = defineIndicator({
  id: 'adoption-medical',
  title: 'Children with a plan for adoption seen by a paediatrician',
  definition:
    'Of children in care on the last day with a decision for adoption in force, the share with a health assessment for adoption held.',
  population: 'children in care on the last day of the period with a decision for adoption in force',
  unit: 'percent',
  polarity: 'higher',
  kind: 'stock',
  source: `${DERBY}; ${DERBYSHIRE}, health standard 14`,
  certainty: 'proposed',
  partly: ['D-HEA-04'],
  restsOn: [adoptionDecision],
  needs: (history) => hasRecords(history, adoptionDecision) && hasRecords(history, healthAssessment),
  measure: ofChildrenInCare((child, on) =>
    child
      .records(adoptionDecision)
      .some(({ decided, ceased }) => decided <= on && (ceased === undefined || ceased > on))
      ? child
          .records(healthAssessment)
          .some(({ kind, held }) => kind === 'adoption' && held !== undefined && held <= on)
      : undefined,
  ),
});

const trained = defineIndicator({
  id: 'health-training-attended',
  title: 'Carers and staff trained about health',
  definition:
    'Places taken up at training held in the period on health promotion, substance misuse, the questionnaire and other ' +
    'topics of health; the breakdowns health-training-topic and health-training-audience divide them.',
  population: 'training held in the period',
  unit: 'count',
  polarity: 'higher',
  kind: 'flow',
  source: DERBY,
  certainty: 'proposed',
  requirements: ['HLT-21'],
  restsOn: [healthTraining],
  measure: noChild,
  cases: ({ history, period }) =>
    history
      .otherRecords(healthTraining)
      .filter(({ held }) => within(held, period))
      .map(({ id, attended, topic, audience }) => ({
        about: id,
        numerator: attended,
        denominator: 1,
        categories: { 'health-training-topic': topic, 'health-training-audience': audience },
      })),
});

/** Living healthily, and help to do so. */
export const livingIndicators = [...bmi, ...activity, ...offeredHelp, ...covered, adoptionMedical, trained];
