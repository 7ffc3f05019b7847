import { type Day, dutyContext, financialYear } from '@cic/core';
import { adoptionDecision, statutoryOutcomes } from '@cic/core/records';
import { it } from 'vitest';
import { holdsOnAnything } from '../../tooling/src/pluginTests.ts';
import { health } from '../src/index.ts';

const plugin = health();
const { council, forAnyHistory } = holdsOnAnything({
  plugin,
  periods: [2012, 2018, 2019, 2024].map(financialYear),
  by: [['age'], ['sdq-band'], ['health-need'], ['dental-check-source'], ['late-assessment-reason']],
  reads: [adoptionDecision, statutoryOutcomes],
  // A definition of long ago, and facts that have to fit together.
  unreached: [
    'paf-c19-with-immunisations',
    'sdq-score-and-reason',
    'health-assessment-consent',
    'health-history-summary-declined',
    'health-plan-behind-review',
  ],
});

it('what is due in a period is the same, whether or not earlier clocks are asked for', () => {
  const { start, end } = financialYear(2020);
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
