import { type Day, formatIsoDate, parseIsoDate } from '@cic/core';
import type { Board } from '@cic/core/records';
import { nextAfter } from '@cic/core/strategies';

/** A report that a board was given. */
export interface Received {
  readonly board: string;
  readonly report: string;
  /** YYYY-MM-DD. */
  readonly on: string;
}

/** A report that a board is to be given. */
export interface DueReport {
  readonly board: string;
  readonly name: string;
  readonly report: string;
  /** The day of the meeting, or the day by which its cycle asks for one (YYYY-MM-DD). */
  readonly on: string;
  /** True where the day has passed and the board has not been given the report since the time before. */
  readonly overdue: boolean;
  /** What the meeting looks at closely. */
  readonly topics: readonly string[];
  /** When the board was last given it; absent where it never was. */
  readonly lastReceived?: string;
}

export interface ScheduleOptions {
  readonly boards: readonly Board[];
  /** The reports each board is given, by id of board; the board pack where left out. */
  readonly reports?: Readonly<Record<string, readonly string[]>>;
  readonly received: readonly Received[];
  readonly from: Day;
  readonly to: Day;
  readonly asAt: Day;
}

const PACK = ['corporate-parenting-board-pack'];

interface Meeting {
  readonly on: Day;
  readonly topics: readonly string[];
}

/** The meetings of the calendar; without one, the days on which the cycle asks for a report, from the last one given. */
function meetings(board: Board, last: Day | undefined, { from, to }: ScheduleOptions): Meeting[] {
  const planned = (board.calendar ?? []).map(({ on, topics = [] }) => ({ on: parseIsoDate(on), topics }));
  if (planned.length > 0) return planned.filter(({ on }) => on >= from && on <= to);
  const days: Meeting[] = [];
  const next = (after: Day): Day | undefined =>
    board.meetingCycle === undefined ? undefined : nextAfter(board.meetingCycle, after);
  // A rhythm without an interval asks for nothing by itself, given before or not.
  let day = last === undefined && next(from) !== undefined ? from : next(last ?? from);
  while (day !== undefined && day <= to) {
    if (day >= from) days.push({ on: day, topics: [] });
    day = next(day);
  }
  return days;
}

/**
 * What is due for which board between two days, by its calendar or its cycle, and when it was last given each report.
 * Earliest first.
 */
export function reportsDue(options: ScheduleOptions): DueReport[] {
  const { boards, reports = {}, received, asAt } = options;
  return boards
    .flatMap((board) =>
      (reports[board.id] ?? PACK).flatMap((report) => {
        const given = received
          .filter((one) => one.board === board.id && one.report === report && parseIsoDate(one.on) <= asAt)
          .map(({ on }) => parseIsoDate(on))
          .sort((a, b) => a - b);
        const last = given.at(-1);
        return meetings(board, last, options)
          .filter(({ on }) => !given.includes(on))
          .map(
            ({ on, topics }): DueReport => ({
              board: board.id,
              name: board.name,
              report,
              on: formatIsoDate(on),
              overdue: on < asAt && (last === undefined || last < on),
              topics,
              ...(last === undefined ? {} : { lastReceived: formatIsoDate(last) }),
            }),
          );
      }),
    )
    .sort((a, b) => a.on.localeCompare(b.on) || a.board.localeCompare(b.board));
}
