import { academicYear, type CareHistory, financialYear } from '@cic/core';
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
import { education } from '../src/index.ts';

const plugin = education();
const comparators = plugin.indicators!.flatMap(({ id }) =>
  id.endsWith('-gap')
    ? [2012, 2018, 2024].map((end) => ({
        indicator: id.slice(0, -'-gap'.length),
        comparator: 'all-children' as const,
        period: {
          kind: 'academic-year' as const,
          start: `${end - 1}-09-01` as const,
          end: `${end}-08-31` as const,
        },
        value: 60,
      }))
    : [],
);
const districts = [{ id: 'north', name: 'North' }];
const without = aCouncil({ districts });
const trial: Trial = {
  plugin,
  council: aCouncil({ plugins: [plugin], districts, comparators }),
  periods: [academicYear(2012), financialYear(2019), academicYear(2024), academicYear(2018)],
  by: [['key-stage'], ['setting', 'school-location'], ['age'], ['reason-for-school-move']],
};

/** Subjects, grades and schools that mean something to the plugin. */
const WORDS = {
  texts: {
    subject: [
      'english',
      'english-language',
      'maths',
      'reading',
      'writing',
      'grammar-punctuation-and-spelling',
      'phonics',
      'good-level-of-development',
      'progress-8',
    ],
    grade: ['9', '5', '4', '1', 'A*', 'C', 'G', 'U', 'X', 'EXS', 'WTS', '4B', '2', '5-4', 'zz'],
    school: ['a', 'b', 'school-1'],
  },
  often: { stage: ['KS4', 'KS2', 'EYFSP'], status: ['result'], subject: ['progress-8', 'english', 'maths'] },
  secondTime: { grade: '7' },
};

const anyHistory = (seed: number) => hostileHistory(plugin.records!, seed, WORDS);

const forAnyHistory = (problemsOf: (history: CareHistory) => string[]) =>
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), (seed) => {
      expect(problemsOf(anyHistory(seed))).toEqual([]);
    }),
    { numRuns: 25 },
  );

it('records that nobody would write reach every indicator and every check, so that what follows says something', () => {
  expect(
    unreached(
      Array.from({ length: 120 }, (_, seed) => anyHistory(seed)),
      trial,
    ),
  ).toEqual([]);
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
