import type { Demonstration } from '@cic/api/demonstration';
import { financialYear, type RecordType } from '@cic/core';
import { action, indicatorValue, objective, priority } from '@cic/core/records';
import { allRecords } from '@cic/synth';
import { council } from './council.ts';
import { records } from './records.ts';
import { synthetic } from './synthetic.ts';

const typed = <T extends object>(type: RecordType<T>, own: readonly T[]) => ({
  type: type as RecordType<object>,
  records: own,
});

/** Derbyshire with synthetic children up to March 2019, and what its strategies set out. */
export async function demonstration(): Promise<Demonstration> {
  return {
    council,
    records: [
      ...allRecords(await synthetic()),
      typed(priority, records.priorities),
      typed(objective, records.objectives),
      typed(action, records.actions),
      typed(indicatorValue, records.indicatorValues),
    ],
    asAt: financialYear(2019).end,
  };
}
