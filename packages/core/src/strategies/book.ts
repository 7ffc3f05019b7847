import type {
  Action,
  Board,
  Claim,
  ComparatorValue,
  IndicatorDefinition,
  IndicatorValue,
  Meeting,
  Objective,
  Post,
  Priority,
  Protocol,
  Strategy,
  Target,
} from '../generated/types.ts';
import { grouped } from './grouped.ts';
import type { StrategyRecords } from './records.ts';

/**
 * Strategy records with what belongs together found in one step. Priorities, objectives and actions are found by
 * strategy and id, so that two strategies may both have an objective '6.1'.
 */
export interface StrategyBook {
  readonly strategies: readonly Strategy[];
  readonly priorities: readonly Priority[];
  readonly objectives: readonly Objective[];
  readonly actions: readonly Action[];
  readonly targets: readonly Target[];
  readonly claims: readonly Claim[];
  readonly boards: readonly Board[];
  readonly meetings: readonly Meeting[];
  readonly protocols: readonly Protocol[];
  readonly posts: readonly Post[];
  readonly strategy: ReadonlyMap<string, Strategy>;
  readonly board: ReadonlyMap<string, Board>;
  readonly indicator: ReadonlyMap<string, IndicatorDefinition>;
  readonly values: ReadonlyMap<string, readonly IndicatorValue[]>;
  readonly comparators: ReadonlyMap<string, readonly ComparatorValue[]>;
  readonly target: ReadonlyMap<string, Target>;
  priority(strategy: string, id: string): Priority | undefined;
  objective(strategy: string, id: string): Objective | undefined;
  action(strategy: string, id: string): Action | undefined;
  /** Actions that support an objective; an action may support several. */
  actionsFor(objective: Objective): readonly Action[];
}

const key = (strategy: string, id: string): string => `${strategy}\n${id}`;

const byId = <T extends { readonly id: string }>(records: readonly T[]): ReadonlyMap<string, T> =>
  new Map(records.map((record) => [record.id, record]));

const inStrategy = <T extends { readonly strategy: string; readonly id: string }>(
  records: readonly T[],
): ReadonlyMap<string, T> => new Map(records.map((record) => [key(record.strategy, record.id), record]));

const NONE: readonly never[] = [];

/** Looks up once what the queries ask for; the records themselves are neither copied nor changed. */
export function strategyBook(records: StrategyRecords): StrategyBook {
  const { priorities = NONE, objectives = NONE, actions = NONE } = records;
  const { strategies = NONE, boards = NONE, targets = NONE } = records;
  const priority = inStrategy(priorities);
  const objective = inStrategy(objectives);
  const action = inStrategy(actions);
  const towards = actions.flatMap((one) =>
    (one.objectives ?? NONE).map((id) => ({ action: one, objective: key(one.strategy, id) })),
  );
  const actionsByObjective = grouped(towards, (one) => one.objective);
  return {
    strategies,
    priorities,
    objectives,
    actions,
    targets,
    claims: records.claims ?? NONE,
    boards,
    meetings: records.meetings ?? NONE,
    protocols: records.protocols ?? NONE,
    posts: records.posts ?? NONE,
    strategy: byId(strategies),
    board: byId(boards),
    target: byId(targets),
    indicator: byId(records.indicators ?? NONE),
    values: grouped(records.values ?? NONE, ({ indicator }) => indicator),
    comparators: grouped(records.comparators ?? NONE, ({ indicator }) => indicator),
    priority: (strategy, id) => priority.get(key(strategy, id)),
    objective: (strategy, id) => objective.get(key(strategy, id)),
    action: (strategy, id) => action.get(key(strategy, id)),
    actionsFor: ({ strategy, id }) =>
      (actionsByObjective.get(key(strategy, id)) ?? NONE).map((one) => one.action),
  };
}
