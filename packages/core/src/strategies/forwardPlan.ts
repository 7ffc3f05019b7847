import { type Day, formatIsoDate, type IsoDate, parseIsoDate } from '../dates/day.ts';
import type { Board } from '../generated/types.ts';
import { dueBetween } from './actionQueries.ts';
import type { StrategyBook } from './book.ts';
import { reportsDue } from './governance.ts';
import { nextAfter } from './recurrence.ts';

/** A day in the year ahead of corporate parenting. */
export interface ForwardEntry {
  /** Stable, for calendars that are subscribed to. */
  readonly id: string;
  readonly on: IsoDate;
  readonly kind:
    | 'meeting'
    | 'expected meeting'
    | 'report'
    | 'strategy review'
    | 'protocol review'
    | 'action due';
  readonly title: string;
  readonly board?: string;
  /** Names of the priorities looked at closely. */
  readonly priorities: readonly string[];
  readonly topics: readonly string[];
}

export interface ForwardPlanOptions {
  readonly from: Day;
  /** Last day, included. */
  readonly to: Day;
  /** One board's meetings, reports and actions only. */
  readonly board?: string;
  /** With the days by which open actions are due. */
  readonly actions?: boolean;
}

/** A priority's name in the strategy that runs on the day; in the latest one that has it where none does. */
function nameOfPriority(book: StrategyBook, id: string, on: IsoDate): string {
  const all = book.priorities.filter((one) => one.id === id);
  const running = all.findLast(({ strategy }) => {
    const { start, end } = book.strategy.get(strategy) ?? {};
    return start !== undefined && start <= on && (end === undefined || on <= end);
  });
  return (running ?? all.at(-1))?.name ?? id;
}

/** Meetings set in the board's calendar, and, after the last of them, those its rhythm leads to expect. */
function meetingsOf(book: StrategyBook, board: Board, { from, to }: ForwardPlanOptions): ForwardEntry[] {
  const set = (board.calendar ?? []).map(
    ({ on, topics = [], priorities = [] }): ForwardEntry => ({
      id: `meeting.${board.id}.${on}`,
      on,
      kind: 'meeting',
      title: board.name,
      board: board.id,
      priorities: priorities.map((id) => nameOfPriority(book, id, on)),
      topics,
    }),
  );
  const held = book.meetings.filter((one) => one.board === board.id).map((one) => one.held);
  const last = [...set.map(({ on }) => on), ...held].sort().at(-1);
  const expected: ForwardEntry[] = [];
  let at = last === undefined || board.meetingCycle === undefined ? undefined : parseIsoDate(last);
  while (at !== undefined && at <= to) {
    at = nextAfter(board.meetingCycle!, at);
    if (at === undefined || at < from || at > to) continue;
    const on = formatIsoDate(at);
    expected.push({
      id: `meeting.${board.id}.${on}`,
      on,
      kind: 'expected meeting',
      title: board.name,
      board: board.id,
      priorities: [],
      topics: [],
    });
  }
  return [...set, ...expected];
}

const bare = (
  kind: ForwardEntry['kind'],
  id: string,
  on: IsoDate,
  title: string,
  board?: string,
): ForwardEntry => ({
  id: `${kind.replaceAll(' ', '-')}.${id}.${on}`,
  on,
  kind,
  title,
  ...(board === undefined ? {} : { board }),
  priorities: [],
  topics: [],
});

/**
 * The forward plan: which board meets when and looks at which priority, which reports are due to it, when strategies
 * and protocols are reviewed and, if asked for, when actions are due (D-GOV-03). In order of day.
 */
export function forwardPlan(book: StrategyBook, options: ForwardPlanOptions): readonly ForwardEntry[] {
  const { from, to, board: only, actions } = options;
  const boards = book.boards.filter(
    ({ id, status }) => status !== 'ended' && (only === undefined || id === only),
  );
  const of = (board: string | undefined): boolean => only === undefined || board === only;
  const entries = [
    ...boards.flatMap((board) => meetingsOf(book, board, options)),
    ...reportsDue(book, { asAt: from }).flatMap(({ board, title, dueOn }) =>
      dueOn !== undefined && of(board) ? [bare('report', board, dueOn, title, board)] : [],
    ),
    ...book.strategies.flatMap(({ id, title, reviewDates = [], status }) =>
      of(undefined) && status !== 'superseded'
        ? reviewDates.map((on) => bare('strategy review', id, on, title))
        : [],
    ),
    ...book.protocols.flatMap(({ id, title, reviewDue }) =>
      reviewDue !== undefined && of(undefined) ? [bare('protocol review', id, reviewDue, title)] : [],
    ),
    ...(actions
      ? dueBetween(book, { asAt: from, from, to })
          .filter(({ action }) => of(action.board))
          .map(({ action, dueOn }) =>
            bare('action due', `${action.strategy}.${action.id}`, dueOn, action.text, action.board),
          )
      : []),
  ];
  const [first, last] = [formatIsoDate(from), formatIsoDate(to)];
  return entries
    .filter(({ on }) => on >= first && on <= last)
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.id < b.id ? -1 : 1));
}
