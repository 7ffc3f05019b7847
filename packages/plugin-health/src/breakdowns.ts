import { type Breakdown, type Category, type Child, type Day, defineBreakdown, fromCodes } from '@cic/core';
import type { FactSource } from './facts/fact.ts';
import { lateReason } from './facts/initial.ts';
import { sdqResult } from './facts/sdq.ts';
import { comparableFacts } from './facts/yearly.ts';
import { codeSets } from './generated/codeSets.ts';
import { healthAssessment, healthNeed } from './generated/records.ts';
import { bmiBandOn } from './indicators/living.ts';
import { sdqBand } from './sdq/bands.ts';

const labelled = (labels: Readonly<Record<string, string>>): Category[] =>
  Object.entries(labels).map(([id, label]) => ({ id, label }));

const SOURCES: Readonly<Record<FactSource, string>> = {
  'health-records': 'Health records',
  'statutory-return': 'Statutory return',
  'not-recorded': 'Not recorded',
};

/** Where the number of a child came from: the health records win where both have one. */
const sources = [
  ...Object.entries(comparableFacts).map(([id, { title, fact }]) => ({
    id,
    title,
    of: (child: Child, on: Day) => fact(child, on)?.source,
  })),
  {
    id: 'sdq',
    title: 'Questionnaire',
    of: (child: Child, on: Day) => sdqResult(child, on)?.source ?? 'not-recorded',
  },
].map(({ id, title, of }) =>
  defineBreakdown({
    id: `${id}-source`,
    title: `${title}: where it is recorded`,
    categories: labelled(SOURCES),
    of,
  }),
);

const sdqBands = defineBreakdown({
  id: 'sdq-band',
  title: 'Band of the questionnaire',
  categories: labelled({
    normal: 'Normal (0 to 13)',
    borderline: 'Borderline (14 to 16)',
    'cause-for-concern': 'Cause for concern (17 to 40)',
    'no-score': 'No score',
  }),
  of: (child, on) => {
    const score = sdqResult(child, on)?.score;
    return score === undefined ? 'no-score' : sdqBand(score);
  },
  requirements: ['D-HEA-05', 'HLT-13'],
});

/** The kind of carer by placement type, for questionnaires that do not say who answered. */
const CARER_BY_PLACEMENT: readonly [RegExp, string][] = [
  [/^U[1-3]$/, 'kinship'],
  [/^U[4-6]$/, 'foster'],
  [/^A/, 'adopter'],
  [/^(K[12]|R[135]|S1)$/, 'residential'],
  [/^(P2|H5|K3)$/, 'supported'],
  [/^P1$/, 'parent'],
];

/** The kind of main carer a child has on a day, by the placement. */
export const carerOn = (child: Child, on: Day): string => {
  const place = child.episodeOn(on)?.placementType ?? '';
  return CARER_BY_PLACEMENT.find(([placement]) => placement.test(place))?.[1] ?? 'other';
};

const sdqCarer = defineBreakdown({
  id: 'sdq-carer',
  title: 'Kind of carer',
  categories: fromCodes(codeSets.SDQ_CARER),
  of: (child, on) => sdqResult(child, on)?.carer ?? carerOn(child, on),
  requirements: ['HLT-11'],
});

const lateAssessmentReason = defineBreakdown({
  id: 'late-assessment-reason',
  title: 'What held up the initial health assessment',
  categories: [{ id: 'in-time', label: 'In time' }, ...fromCodes(codeSets.LATE_ASSESSMENT_REASON)],
  of: (child, on, council) => {
    const care = child.periodsOfCare.findLast(({ start }) => start <= on);
    return care && lateReason(child, care, council, Number.POSITIVE_INFINITY);
  },
  requirements: ['D-HEA-02'],
});

/** The service responsible for the last assessment by a day, else for the one being arranged. */
export const serviceOn = (child: Child, on: Day): string | undefined => {
  const assessments = child.records(healthAssessment);
  return (
    assessments.findLast(({ held, service }) => held !== undefined && held <= on && service !== undefined) ??
    assessments.find(({ held, service }) => held === undefined && service !== undefined)
  )?.service;
};

const responsibleService = defineBreakdown({
  id: 'health-service',
  title: 'Service responsible for the health assessments',
  categories: fromCodes(codeSets.HEALTH_SERVICE),
  of: serviceOn,
  requirements: ['HLT-03'],
});

const needGroups = codeSets.HEALTH_NEED.groups;

const need = defineBreakdown({
  id: 'health-need',
  title: 'Health need',
  categories: [
    ...needGroups.map((group) => ({
      id: group.replaceAll(' ', '-'),
      label: group.charAt(0).toUpperCase() + group.slice(1),
    })),
    { id: 'other', label: 'Other' },
    { id: 'several', label: 'Several kinds of need' },
    { id: 'none', label: 'No need recorded' },
  ],
  of: (child, on) => {
    const groups = new Set<string>();
    for (const { need: code, start, end } of child.records(healthNeed)) {
      if (start <= on && (end === undefined || end > on))
        groups.add(codeSets.HEALTH_NEED.group(code)?.replaceAll(' ', '-') ?? 'other');
    }
    if (groups.size > 1) return 'several';
    return [...groups][0] ?? 'none';
  },
  requirements: ['HLT-18', 'HLT-30'],
});

const bmi = defineBreakdown({
  id: 'bmi-band',
  title: 'Body mass index',
  categories: fromCodes(codeSets.BMI_BAND),
  of: bmiBandOn,
  requirements: ['D-HEA-10'],
});

/** Of training, which is about no child. */
const training = (
  [
    ['health-training-topic', 'Topic of training', codeSets.HEALTH_TRAINING_TOPIC],
    ['health-training-audience', 'Who was trained', codeSets.HEALTH_TRAINING_AUDIENCE],
  ] as const
).map(([id, title, codes]) => defineBreakdown({ id, title, categories: fromCodes(codes) }));

/** Ways to divide children by their health. */
export const breakdowns: readonly Breakdown[] = [
  sdqBands,
  sdqCarer,
  lateAssessmentReason,
  responsibleService,
  need,
  bmi,
  ...sources,
  ...training,
];
