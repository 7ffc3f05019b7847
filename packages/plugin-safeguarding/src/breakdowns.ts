import { type Category, defineBreakdown, fromCodes, openOn, rolling12Months } from '@cic/core';
import { gravestRisk } from './exploitation/levels.ts';
import { codeSets } from './generated/codeSets.ts';
import { missingOf, overlaps } from './missing/episodes.ts';
import { secureStaysOf } from './secure/stays.ts';

const NONE: Category = { id: 'none', label: 'None' };

const exploitationLevel = defineBreakdown({
  id: 'exploitation-level',
  title: 'Level of exploitation risk',
  categories: fromCodes(codeSets.EXPLOITATION_LEVEL),
  of: (child, on) => gravestRisk(child, on)?.level ?? 'none',
  requirements: ['D-SAF-04'],
});

const exploitationKind = defineBreakdown({
  id: 'exploitation-kind',
  title: 'Kind of exploitation, at the gravest level',
  categories: [...fromCodes(codeSets.EXPLOITATION_KIND), NONE],
  of: (child, on) => gravestRisk(child, on)?.kind ?? 'none',
});

const secureKind = defineBreakdown({
  id: 'secure-kind',
  title: 'Kind of secure placement',
  categories: [...fromCodes(codeSets.SECURE_KIND), NONE],
  of: (child, on) => secureStaysOf(child).findLast((one) => openOn(one, on))?.kind ?? 'none',
});

const missingSource = defineBreakdown({
  id: 'missing-source',
  title: 'Where missing and away episodes of the last twelve months stand',
  categories: [
    { id: 'register', label: 'In the register alone' },
    { id: 'return', label: 'In the statutory return alone' },
    { id: 'both', label: 'In both' },
    NONE,
  ],
  of: (child, on) => {
    const { start, end } = rolling12Months(on);
    const sources = new Set(
      missingOf(child).flatMap((one) =>
        one.from === 'care' && overlaps(one, start, end) ? [one.source] : [],
      ),
    );
    if (sources.size === 0) return 'none';
    return sources.size === 1 ? [...sources][0] : 'both';
  },
});

const RANKS = [
  { id: 'none', label: 'Not missing', from: 0 },
  { id: 'once', label: 'Once', from: 1 },
  { id: 'twice', label: 'Twice', from: 2 },
  { id: '3-9', label: '3 to 9 times', from: 3 },
  { id: '10+', label: '10 times and more', from: 10 },
] as const;

const timesMissing = defineBreakdown({
  id: 'times-missing',
  title: 'Missing episodes in the last twelve months',
  categories: RANKS.map(({ id, label }) => ({ id, label })),
  of: (child, on) => {
    const { start, end } = rolling12Months(on);
    const { length } = missingOf(child).filter(
      (one) => one.kind === 'M' && one.from === 'care' && overlaps(one, start, end),
    );
    return RANKS.findLast(({ from }) => length >= from)!.id;
  },
  requirements: ['SAF-05'],
});

/** For people trained, not for children: no child has a topic. */
const trainingTopic = defineBreakdown({
  id: 'training-topic',
  title: 'Topic of training',
  categories: fromCodes(codeSets.TRAINING_TOPIC),
  requirements: ['SAF-08'],
});

/** Ways to divide children by what safeguarding knows of them. */
export const breakdowns = [
  exploitationLevel,
  exploitationKind,
  secureKind,
  missingSource,
  timesMissing,
  trainingTopic,
];
