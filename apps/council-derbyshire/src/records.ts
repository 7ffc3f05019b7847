import { readFileSync } from 'node:fs';
import type {
  Action,
  Board,
  ComparatorValue,
  IndicatorValue,
  Objective,
  Priority,
  Strategy,
  Target,
} from '@cic/core/records';

interface Records {
  readonly strategies: readonly Strategy[];
  readonly boards: readonly Board[];
  readonly priorities: readonly Priority[];
  readonly objectives: readonly Objective[];
  readonly actions: readonly Action[];
  readonly targets: readonly Target[];
  readonly comparators: readonly ComparatorValue[];
  readonly indicatorValues: readonly IndicatorValue[];
}

/** What Derbyshire's two strategies set out, as records of the core schemas; a test holds every one to its schema. */
export const records = JSON.parse(
  readFileSync(new URL('../data/records.json', import.meta.url), 'utf8'),
) as Records;
