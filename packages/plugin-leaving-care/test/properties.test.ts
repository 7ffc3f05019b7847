import { academicYear, type CareHistory, financialYear } from '@cic/core';
import { careLeaverContact } from '@cic/core/records';
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
import { leavingCare } from '../src/index.ts';

const plugin = leavingCare();
const districts = [{ id: 'north', name: 'North' }];
const without = aCouncil({ districts });
const trial: Trial = {
  plugin,
  council: aCouncil({ plugins: [plugin], districts }),
  periods: [academicYear(2012), financialYear(2019), academicYear(2024), academicYear(2018)],
  by: [
    ['leaving-care-status'],
    ['care-leaver-accommodation', 'care-leaver-age'],
    ['age'],
    ['homeless-outcome'],
  ],
};

const anyHistory = (seed: number) => hostileHistory([...plugin.records!, careLeaverContact], seed);

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
