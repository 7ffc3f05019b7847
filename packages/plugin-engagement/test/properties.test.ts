import { type CareHistory, financialYear } from '@cic/core';
import { action, meeting, review, view, visit } from '@cic/core/records';
import {
  aCouncil,
  changedFigures,
  hostileHistory,
  type Trial,
  unreached,
  wrongClocks,
  wrongFigures,
  wrongFindings,
} from '@cic/core/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { engagement } from '../src/index.ts';

const plugin = engagement();
const without = aCouncil();
const trial: Trial = {
  plugin,
  council: aCouncil({ plugins: [plugin] }),
  periods: [2012, 2018, 2019, 2024].map(financialYear),
  by: [
    ['participation-age'],
    ['age', 'sex'],
    ['ladder-rung'],
    ['engagement-audience', 'participation-channel'],
  ],
};

/** Records of core that the plugin reads. */
const OF_CORE = [action, meeting, review, view, visit];

const anyHistory = (seed: number) => hostileHistory([...plugin.records!, ...OF_CORE], seed);

const forAnyHistory = (problemsOf: (history: CareHistory) => string[]) =>
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), (seed) => {
      expect(problemsOf(anyHistory(seed))).toEqual([]);
    }),
    { numRuns: 25 },
  );

/** What chance does not reach: questions of one survey, and records that have to name each other. */
const BY_THEIR_OWN_TESTS = [
  'taking-part-support-provided',
  'council-meeting-attendance',
  'points-carried-to-board',
  'survey-independence-planning',
  'survey-eet-support',
  'survey-safe',
  'survey-secure',
  'survey-physical-health',
  'survey-mental-health',
  'survey-financial-information',
  'survey-budgeting',
  'survey-money-worry',
  'service-information-in-date',
  'children-service-dates',
  'survey-answer-off-scale',
  'survey-question-answered-twice',
  'child-consulted-often',
];

it('records that nobody would write reach the other indicators and checks, so that what follows says something', () => {
  const histories = Array.from({ length: 120 }, (_, seed) => anyHistory(seed));
  expect(unreached(histories, trial)).toEqual(BY_THEIR_OWN_TESTS);
});

describe('on records that nobody would write', () => {
  it('no numerator of a percentage exceeds its population, and rows of a breakdown sum to the total', () => {
    forAnyHistory((history) => wrongFigures(history, trial));
  });

  it('every trigger of a duty gives one event, which is due and met no earlier than it starts', () => {
    forAnyHistory((history) => wrongClocks(history, trial));
  });

  it('checks and lists run, and say something', () => {
    forAnyHistory((history) => wrongFindings(history, trial));
  });

  it('no figure of core changes when the plugin is enabled [CFG-01]', () => {
    forAnyHistory((history) => changedFigures(history, trial, without));
  });
});
