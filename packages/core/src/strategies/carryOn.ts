import type { IsoDate } from '../dates/day.ts';
import type { Action, Objective } from '../generated/types.ts';
import type { StrategyBook } from './book.ts';
import type { StrategyFinding } from './finding.ts';
import { isOpenOn } from './states.ts';

/** One piece of work through several strategies, the first first. */
export interface Chain<T> {
  readonly links: readonly T[];
  /** First day of the strategy in which it first stood, where known. */
  readonly since?: IsoDate;
  readonly open: boolean;
}

type Linked = Action | Objective;

function earlierOf(book: StrategyBook, record: Linked): Linked | undefined {
  const from = record.carriedFrom;
  if (!from) return undefined;
  return 'action' in from
    ? book.action(from.strategy, from.action)
    : book.objective(from.strategy, from.objective);
}

/** The record and those it carries on, back to the first. Stops where a circle would close. */
function linksTo<T extends Linked>(book: StrategyBook, last: T): readonly T[] {
  const links: T[] = [last];
  const seen = new Set<Linked>(links);
  for (let at = earlierOf(book, last); at && !seen.has(at); at = earlierOf(book, at)) {
    seen.add(at);
    links.push(at as T);
  }
  return links.reverse();
}

function chain<T extends Linked>(book: StrategyBook, last: T, open: boolean): Chain<T> {
  const links = linksTo(book, last);
  const since = book.strategy.get(links[0]!.strategy)?.start;
  return { links, ...(since === undefined ? {} : { since }), open };
}

/** An action with those of earlier strategies that it carries on. */
export const chainOfAction = (book: StrategyBook, action: Action, asAt: IsoDate): Chain<Action> =>
  chain(book, action, isOpenOn(action, asAt));

/** An objective counts as open while an action towards it is open, or while it has none. */
export function chainOfObjective(book: StrategyBook, objective: Objective, asAt: IsoDate): Chain<Objective> {
  const actions = book.actionsFor(objective);
  return chain(book, objective, actions.length === 0 || actions.some((one) => isOpenOn(one, asAt)));
}

const lastOnes = <T extends Linked>(book: StrategyBook, all: readonly T[]): readonly T[] => {
  const carriedOn = new Set<Linked | undefined>(all.map((one) => earlierOf(book, one)));
  return all.filter((one) => one.carriedFrom && !carriedOn.has(one));
};

/** Actions that go through more than one strategy and are still open: the longest first. */
export const openAcrossStrategies = (
  book: StrategyBook,
  asAt: IsoDate,
): { readonly actions: readonly Chain<Action>[]; readonly objectives: readonly Chain<Objective>[] } => {
  const open = <T extends Linked>(chains: readonly Chain<T>[]) =>
    chains
      .filter((one) => one.open && one.links.length > 1)
      .sort((a, b) => ((a.since ?? '9') < (b.since ?? '9') ? -1 : 1));
  return {
    actions: open(lastOnes(book, book.actions).map((one) => chainOfAction(book, one, asAt))),
    objectives: open(lastOnes(book, book.objectives).map((one) => chainOfObjective(book, one, asAt))),
  };
};

/** Actions and objectives that carry themselves on, directly or through others: each circle is told once. */
export function carriedOnInACircle(book: StrategyBook): readonly StrategyFinding[] {
  const checked = new Set<Linked>();
  const circles = (record: 'action' | 'objective', all: readonly Linked[]): StrategyFinding[] =>
    all.flatMap((one) => {
      const path = new Set<Linked>();
      let at: Linked | undefined = one;
      while (at && !checked.has(at) && !path.has(at)) {
        path.add(at);
        at = earlierOf(book, at);
      }
      const circle = at !== undefined && path.has(at);
      for (const seen of path) checked.add(seen);
      return circle
        ? [
            {
              query: 'carried-on-in-a-circle' as const,
              record,
              id: at!.id,
              strategy: at!.strategy,
              message: 'carries itself on: let its ‘carriedFrom’ name an earlier strategy',
            },
          ]
        : [];
    });
  return [...circles('action', book.actions), ...circles('objective', book.objectives)];
}
