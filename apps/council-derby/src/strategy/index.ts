import { type StrategyRecords, strategyRecordTypes } from '@cic/core/strategies';
import type { TypedRecords } from '@cic/synth';
import { actions } from './actions.ts';
import { claims, comparators, targets, values } from './figures.ts';
import { boards, protocols } from './governance.ts';
import { objectives } from './objectives.ts';
import { posts } from './posts.ts';
import { priorities, strategies } from './strategy.ts';

/** The strategy as records: what is to be done, by whom, and what it prints. */
export const records: StrategyRecords = {
  strategies,
  priorities,
  objectives,
  actions,
  boards,
  protocols,
  posts,
  targets,
  claims,
  values,
  comparators,
};

/** The same, as a demonstration takes records. */
export const strategyParts = Object.entries(records).map(([list, of]) => ({
  type: strategyRecordTypes[list as keyof StrategyRecords],
  records: of,
})) as unknown as readonly TypedRecords[];
