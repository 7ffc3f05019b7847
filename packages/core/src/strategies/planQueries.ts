import { formatIsoDate, parseIsoDate } from '../dates/day.ts';
import type { Action, Objective } from '../generated/types.ts';
import type { AskedAt } from './actionQueries.ts';
import type { StrategyBook } from './book.ts';
import type { StrategyFinding } from './finding.ts';

/** Objectives that no action supports (STR-06). */
export const objectivesWithoutAction = (book: StrategyBook): readonly StrategyFinding[] =>
  book.objectives
    .filter((objective) => book.actionsFor(objective).length === 0)
    .map(({ id, strategy, priority }) => ({
      query: 'objective-without-action',
      record: 'objective',
      id,
      strategy,
      priority,
      message: 'no action supports it',
    }));

/** Planned items of a strategy that became no action (D-STR-04). */
export const plannedWithoutAction = (book: StrategyBook): readonly StrategyFinding[] =>
  book.strategies.flatMap(({ id: strategy, statements = [] }) =>
    statements
      .filter(({ kind, actions = [] }) => kind === 'planned' && actions.length === 0)
      .map(({ id, priority }) => ({
        query: 'planned-without-action' as const,
        record: 'statement' as const,
        id,
        strategy,
        ...(priority === undefined ? {} : { priority }),
        message: 'it is planned, and no action follows from it',
      })),
  );

/** Actions that no planned item of their strategy led to (D-STR-04), where the strategy lists planned items at all. */
export function actionsNotPlanned(book: StrategyBook): readonly Action[] {
  const planned = new Map<string, Set<string>>();
  for (const { id, statements = [] } of book.strategies) {
    const items = statements.filter(({ kind }) => kind === 'planned');
    if (items.length > 0) planned.set(id, new Set(items.flatMap(({ actions = [] }) => actions)));
  }
  return book.actions.filter(({ strategy, id }) => planned.get(strategy)?.has(id) === false);
}

/** Strategies whose review date has passed, and those reviewed before their period ends only (STR-02, D-STR-05). */
export function reviewsOfStrategies(book: StrategyBook, { asAt }: AskedAt): readonly StrategyFinding[] {
  const today = formatIsoDate(asAt);
  return book.strategies.flatMap(({ id, reviewDates = [], end, status }): StrategyFinding[] => {
    const base = { record: 'strategy' as const, id, strategy: id };
    const last = [...reviewDates].sort().at(-1);
    if (last === undefined || status === 'superseded') return [];
    const passed: StrategyFinding[] =
      last < today
        ? [
            {
              ...base,
              query: 'review-passed',
              message: `its last review date was ${last}`,
              dueOn: last,
              daysLate: asAt - parseIsoDate(last),
            },
          ]
        : [];
    const early: StrategyFinding[] =
      end !== undefined && end > last
        ? [
            {
              ...base,
              query: 'review-before-end',
              message: `it runs to ${end}, and its last review date is ${last}`,
              dueOn: last,
            },
          ]
        : [];
    return [...passed, ...early];
  });
}

/** What a board answers for: its priorities and their objectives, and the actions under them or given to it (D-GOV-02). */
export function workOf(
  book: StrategyBook,
  board: string,
): {
  readonly objectives: readonly Objective[];
  readonly actions: readonly Action[];
  readonly indicators: readonly string[];
} {
  const assigned = (strategy: string, priority: string | undefined): boolean =>
    priority !== undefined && book.priority(strategy, priority)?.board === board;
  const objectives = book.objectives.filter(({ strategy, priority }) => assigned(strategy, priority));
  const own = new Set(objectives);
  const actions = book.actions.filter(
    (action) =>
      action.board === board ||
      (action.board === undefined &&
        (assigned(action.strategy, action.priority) ||
          (action.objectives ?? []).some((id) => own.has(book.objective(action.strategy, id)!)))),
  );
  const indicators = new Set([
    ...(book.board.get(board)?.indicators ?? []),
    ...objectives.flatMap((one) => one.indicators ?? []),
    ...actions.flatMap(({ evidence = [] }) =>
      evidence.flatMap(({ indicator }) => (indicator === undefined ? [] : [indicator])),
    ),
  ]);
  return { objectives, actions, indicators: [...indicators] };
}
