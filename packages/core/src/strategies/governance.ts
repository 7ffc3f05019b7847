import { type Day, formatIsoDate, type IsoDate, parseIsoDate } from '../dates/day.ts';
import type { Board } from '../generated/types.ts';
import type { AskedAt } from './actionQueries.ts';
import type { StrategyBook } from './book.ts';
import type { StrategyFinding } from './finding.ts';
import { nextAfter } from './recurrence.ts';

/** A board with those it reports to and those that report to it; `unknown` where nobody has said whom it reports to. */
export interface PlaceOfBoard {
  readonly board: Board;
  readonly reportsTo: readonly Board[] | 'unknown';
  readonly reportedToBy: readonly Board[];
  /** All boards above it, nearest first, each once, however many ways lead there. */
  readonly above: readonly Board[];
}

const known = (book: StrategyBook, ids: readonly string[]): Board[] =>
  ids.flatMap((id) => book.board.get(id) ?? []);

function above(book: StrategyBook, board: Board): readonly Board[] {
  const found = new Set<Board>();
  let level = known(book, board.reportsTo ?? []);
  while (level.length > 0) {
    const fresh = level.filter((one) => one !== board && !found.has(one));
    for (const one of fresh) found.add(one);
    level = fresh.flatMap((one) => known(book, one.reportsTo ?? []));
  }
  return [...found];
}

/** Where a board stands: it may report to several, and the lines may lead in a circle (GOV-02, GOV-04). */
export function placeOf(book: StrategyBook, id: string): PlaceOfBoard | undefined {
  const board = book.board.get(id);
  return (
    board && {
      board,
      reportsTo: board.reportsTo === undefined ? 'unknown' : known(book, board.reportsTo),
      reportedToBy: book.boards.filter(({ reportsTo = [] }) => reportsTo.includes(id)),
      above: above(book, board),
    }
  );
}

/** Boards that a council sits on; a joint board is told to each of its councils (GOV-03). */
export const boardsOf = (book: StrategyBook, council: string): readonly Board[] =>
  book.boards.filter(({ councils }) => councils.includes(council));

/** Required seats that nobody fills (GOV-11). */
export const emptySeats = (book: StrategyBook): readonly StrategyFinding[] =>
  book.boards.flatMap(({ id, members = [] }) =>
    members
      .filter(({ required, filled }) => required && filled === false)
      .map(({ role, organisation }) => ({
        query: 'seat-empty' as const,
        record: 'board' as const,
        id,
        board: id,
        message: `the seat of ${role}${organisation === undefined ? '' : ` (${organisation})`} is empty`,
      })),
  );

/** A report that a board is to be given. */
export interface ReportDue {
  readonly board: string;
  readonly title: string;
  /** Who makes it. */
  readonly by?: string;
  readonly dueOn?: IsoDate;
  /** When the board last had it. */
  readonly lastReceived?: IsoDate;
  readonly daysLate?: number;
}

const sameTitle = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** When a board was last given a report, by its title; of any title where none is named (GOV-07). */
export const lastReceived = (
  book: StrategyBook,
  board: string,
  asAt: Day,
  title?: string,
): IsoDate | undefined =>
  book.meetings
    .filter(
      ({ board: of, held, reportsReceived = [] }) =>
        of === board &&
        held <= formatIsoDate(asAt) &&
        reportsReceived.some((report) => title === undefined || sameTitle(report.title, title)),
    )
    .map(({ held }) => held)
    .sort()
    .at(-1);

/**
 * What each board is to be given next: one cycle after it last had the report, or on the first day named. Reports
 * without a rhythm that counts ('as needed', 'termly') are told without a day.
 */
export const reportsDue = (book: StrategyBook, { asAt }: AskedAt): readonly ReportDue[] =>
  book.boards.flatMap(({ id: board, receives = [] }) =>
    receives.map(({ title, by, cycle, first }) => {
      const last = lastReceived(book, board, asAt, title);
      const next =
        last === undefined || cycle === undefined ? undefined : nextAfter(cycle, parseIsoDate(last));
      const due = next ?? (last === undefined && first !== undefined ? parseIsoDate(first) : undefined);
      return {
        board,
        title,
        ...(by === undefined ? {} : { by }),
        ...(due === undefined ? {} : { dueOn: formatIsoDate(due) }),
        ...(last === undefined ? {} : { lastReceived: last }),
        ...(due !== undefined && due < asAt ? { daysLate: asAt - due } : {}),
      };
    }),
  );

/** Reports that a board should have had by now. */
export const reportsOverdue = (book: StrategyBook, asked: AskedAt): readonly StrategyFinding[] =>
  reportsDue(book, asked)
    .filter(({ daysLate }) => daysLate !== undefined)
    .map(({ board, title, by, dueOn, daysLate }) => ({
      query: 'report-due' as const,
      record: 'board' as const,
      id: board,
      board,
      message: `‘${title}’${by === undefined ? '' : ` by ${by}`} was due ${dueOn}`,
      dueOn: dueOn!,
      daysLate: daysLate!,
    }));

/** Agreements between partners whose review date has passed (GOV-12). */
export const protocolsToReview = (book: StrategyBook, { asAt }: AskedAt): readonly StrategyFinding[] =>
  book.protocols.flatMap(({ id, reviewDue, end }) =>
    reviewDue !== undefined &&
    reviewDue < formatIsoDate(asAt) &&
    (end === undefined || end >= formatIsoDate(asAt))
      ? [
          {
            query: 'protocol-review-passed' as const,
            record: 'protocol' as const,
            id,
            message: `was to be reviewed by ${reviewDue}`,
            dueOn: reviewDue,
            daysLate: asAt - parseIsoDate(reviewDue),
          },
        ]
      : [],
  );
