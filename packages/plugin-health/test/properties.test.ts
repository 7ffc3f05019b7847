import { type CareHistory, type Day, dutyContext, financialYear } from '@cic/core';
import { adoptionDecision, statutoryOutcomes } from '@cic/core/records';
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
import { health } from '../src/index.ts';

const plugin = health();
const districts = [{ id: 'north', name: 'North' }];
const without = aCouncil({ districts });
const trial: Trial = {
  plugin,
  council: aCouncil({ plugins: [plugin], districts }),
  periods: [2012, 2018, 2019, 2024].map(financialYear),
  by: [['age'], ['sdq-band'], ['health-need'], ['dental-check-source'], ['late-assessment-reason']],
};

const anyHistory = (seed: number) =>
  hostileHistory([...plugin.records!, adoptionDecision, statutoryOutcomes], seed);

const forAnyHistory = (problemsOf: (history: CareHistory) => string[]) =>
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }), (seed) => {
      expect(problemsOf(anyHistory(seed))).toEqual([]);
    }),
    { numRuns: 25 },
  );

/** What chance does not reach: a definition of long ago, and facts that have to fit together. */
const BY_THEIR_OWN_TESTS = [
  'paf-c19-with-immunisations',
  'sdq-score-and-reason',
  'health-assessment-consent',
  'health-history-summary-declined',
  'health-plan-behind-review',
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

  it('what is due in a period is the same, whether or not earlier clocks are asked for', () => {
    const { start, end } = financialYear(2020);
    const { council } = trial;
    forAnyHistory((history) =>
      plugin.duties!.flatMap(({ id, events }) =>
        history.children
          .map((child) => {
            const from = (dueFrom?: Day) =>
              [...events(child, dutyContext(council, end, dueFrom))].filter(({ dueOn }) => dueOn >= start);
            return JSON.stringify(from(start)) === JSON.stringify(from()) ? '' : `${id} of ${child.id}`;
          })
          .filter((problem) => problem !== ''),
      ),
    );
  });
});
