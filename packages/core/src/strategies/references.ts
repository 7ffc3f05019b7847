import type { StrategyBook } from './book.ts';
import type { StrategyFinding } from './finding.ts';

type Place = Pick<StrategyFinding, 'record' | 'id'> & { readonly strategy?: string | undefined };

/** Collects what is named and is not there; the nearest thing to do is named with it. */
class Unknown {
  readonly found: StrategyFinding[] = [];

  expect(there: boolean, { record, id, strategy }: Place, what: string, value: string, fix: string): void {
    if (there) return;
    this.found.push({
      query: 'unknown-reference',
      record,
      id,
      ...(strategy === undefined ? {} : { strategy }),
      message: `names the ${what} ‘${value}’, and there is none: ${fix}`,
    });
  }
}

const ADD = 'add it, or correct the id';

function ofActions(book: StrategyBook, unknown: Unknown): void {
  for (const action of book.actions) {
    const { id, strategy, priority, objectives = [], board, carriedFrom } = action;
    const at: Place = { record: 'action', id, strategy };
    unknown.expect(book.strategy.has(strategy), at, 'strategy', strategy, ADD);
    if (priority !== undefined)
      unknown.expect(book.priority(strategy, priority) !== undefined, at, 'priority', priority, ADD);
    for (const one of objectives)
      unknown.expect(book.objective(strategy, one) !== undefined, at, 'objective', one, ADD);
    if (board !== undefined) unknown.expect(book.board.has(board), at, 'board', board, ADD);
    if (carriedFrom) {
      const earlier = `${carriedFrom.strategy}: ${carriedFrom.action}`;
      const there = book.action(carriedFrom.strategy, carriedFrom.action) !== undefined;
      unknown.expect(there, at, 'earlier action', earlier, 'read the earlier strategy with this one');
    }
    if (book.posts.length > 0) ofOwners(book, action, at, unknown);
  }
}

/** Where the council keeps a directory of posts, an owner is one of them, or a board. */
function ofOwners(
  book: StrategyBook,
  action: StrategyBook['actions'][number],
  at: Place,
  unknown: Unknown,
): void {
  const known = knownRoles(book);
  const owners = [...(action.owners ?? []), ...(action.steps ?? []).flatMap(({ owner }) => owner ?? [])];
  for (const { role } of owners)
    unknown.expect(
      known.has(role),
      at,
      'owner',
      role,
      'add the post, or its spelling to a post’s ‘alsoKnownAs’',
    );
}

const rolesOf = new WeakMap<StrategyBook, ReadonlySet<string>>();

function knownRoles(book: StrategyBook): ReadonlySet<string> {
  const made =
    rolesOf.get(book) ??
    new Set([...book.posts.map(({ role }) => role), ...book.boards.map(({ name }) => name)]);
  rolesOf.set(book, made);
  return made;
}

function ofObjectives(book: StrategyBook, unknown: Unknown): void {
  for (const { id, strategy, priority, carriedFrom } of book.objectives) {
    const at: Place = { record: 'objective', id, strategy };
    unknown.expect(book.strategy.has(strategy), at, 'strategy', strategy, ADD);
    unknown.expect(book.priority(strategy, priority) !== undefined, at, 'priority', priority, ADD);
    if (carriedFrom) {
      const there = book.objective(carriedFrom.strategy, carriedFrom.objective) !== undefined;
      const earlier = `${carriedFrom.strategy}: ${carriedFrom.objective}`;
      unknown.expect(there, at, 'earlier objective', earlier, 'read the earlier strategy with this one');
    }
  }
  for (const { id, strategy, board } of book.priorities) {
    const at: Place = { record: 'priority', id, strategy };
    unknown.expect(book.strategy.has(strategy), at, 'strategy', strategy, ADD);
    if (board !== undefined) unknown.expect(book.board.has(board), at, 'board', board, ADD);
  }
}

function ofStrategies(book: StrategyBook, unknown: Unknown): void {
  for (const { id: strategy, statements = [], notes = [], outsideOutcomes = [] } of book.strategies) {
    for (const { id, priority, actions = [] } of statements) {
      const at: Place = { record: 'statement', id, strategy };
      if (priority !== undefined)
        unknown.expect(book.priority(strategy, priority) !== undefined, at, 'priority', priority, ADD);
      for (const one of actions)
        unknown.expect(book.action(strategy, one) !== undefined, at, 'action', one, ADD);
    }
    for (const { priority } of [...notes, ...outsideOutcomes])
      if (priority !== undefined)
        unknown.expect(
          book.priority(strategy, priority) !== undefined,
          { record: 'strategy', id: strategy, strategy },
          'priority',
          priority,
          ADD,
        );
  }
}

function ofBoards(book: StrategyBook, unknown: Unknown): void {
  const priorities = new Set(book.priorities.map(({ id }) => id));
  for (const { id, reportsTo = [], calendar = [] } of book.boards) {
    const at: Place = { record: 'board', id };
    for (const board of reportsTo) unknown.expect(book.board.has(board), at, 'board', board, ADD);
    for (const one of calendar.flatMap((meeting) => meeting.priorities ?? []))
      unknown.expect(priorities.has(one), at, 'priority', one, ADD);
  }
  for (const { id, board, held } of book.meetings)
    unknown.expect(
      book.board.has(board),
      { record: 'meeting', id: id ?? `${board} ${held}` },
      'board',
      board,
      ADD,
    );
}

/** Ids that two records of one kind share: a later one would hide the earlier. */
function twice(book: StrategyBook): readonly StrategyFinding[] {
  const lists = {
    strategy: book.strategies,
    priority: book.priorities,
    objective: book.objectives,
    action: book.actions,
    board: book.boards,
    target: book.targets,
    claim: book.claims,
  } as const;
  return Object.entries(lists).flatMap(([record, list]) => {
    const seen = new Set<string>();
    return (list as readonly { readonly id: string; readonly strategy?: string }[]).flatMap(
      ({ id, strategy }): StrategyFinding[] => {
        const key = record === 'target' || record === 'claim' ? id : `${strategy ?? ''}\n${id}`;
        if (!seen.has(key)) {
          seen.add(key);
          return [];
        }
        return [
          {
            query: 'unknown-reference',
            record: record as keyof typeof lists,
            id,
            ...(strategy === undefined ? {} : { strategy }),
            message: `has the id of another ${record}: give each its own`,
          },
        ];
      },
    );
  });
}

/**
 * Everything that names a strategy, priority, objective, action, board, owner, indicator or target that is not among
 * the records, and ids used twice. Boards need not name whom they report to (GOV-04).
 */
export function unknownReferences(book: StrategyBook): readonly StrategyFinding[] {
  const unknown = new Unknown();
  ofActions(book, unknown);
  ofObjectives(book, unknown);
  ofStrategies(book, unknown);
  ofBoards(book, unknown);
  for (const { id, strategy, target } of book.claims)
    if (target !== undefined)
      unknown.expect(book.target.has(target), { record: 'claim', id, strategy }, 'target', target, ADD);
  return [...unknown.found, ...twice(book)];
}
