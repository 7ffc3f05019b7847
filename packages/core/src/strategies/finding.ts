import type { IsoDate } from '../dates/day.ts';

/** What a query over strategies found: about which record, in one sentence, with what a list can be sorted by. */
export interface StrategyFinding {
  readonly query: StrategyQuery;
  readonly record:
    | 'strategy'
    | 'priority'
    | 'objective'
    | 'action'
    | 'target'
    | 'claim'
    | 'board'
    | 'meeting'
    | 'protocol'
    | 'statement';
  readonly id: string;
  readonly strategy?: string;
  readonly message: string;
  readonly priority?: string;
  readonly board?: string;
  readonly owners?: readonly string[];
  readonly indicator?: string;
  readonly dueOn?: IsoDate;
  /** Days between the day asked about and the day due; above 0 when late. */
  readonly daysLate?: number;
}

/** Ids of all queries, in the order in which they are told. */
export const strategyQueries = [
  'unknown-reference',
  'carried-on-in-a-circle',
  'overdue',
  'without-owner',
  'without-date',
  'due-before-approval',
  'without-impact',
  'without-evidence',
  'objective-without-action',
  'planned-without-action',
  'worse-while-green',
  'review-passed',
  'review-before-end',
  'claim-contradicted',
  'claim-in-part',
  'target-missed',
  'target-conflict',
  'target-below-baseline',
  'seat-empty',
  'report-due',
  'protocol-review-passed',
] as const;

export type StrategyQuery = (typeof strategyQueries)[number];
