import type { IsoDate } from '../dates/day.ts';
import type { Action } from '../generated/types.ts';

/** How far an action has come. */
export interface ActionState {
  readonly status: NonNullable<Action['status']>;
  readonly rag?: NonNullable<Action['rag']>;
  /** Since which day, where that is known. */
  readonly since?: IsoDate;
  /** Why, as noted. */
  readonly note?: string;
}

const DONE = 'done';
const CLOSED: readonly string[] = [DONE, 'stopped', 'replaced'];

/**
 * An action's state on a day. `history` holds earlier states with the day each began; after the last of them the
 * action's own state holds, and it is done from the day it was completed.
 */
export function stateOn(action: Action, asAt: IsoDate): ActionState {
  const { history = [], completed, status = 'not-started', rag } = action;
  if (completed !== undefined && completed <= asAt) return { status: DONE, since: completed };
  const now = { status, ...(rag === undefined ? {} : { rag }) };
  const last = history.at(-1);
  if ((!last || last.on <= asAt) && (completed === undefined || status !== DONE)) return now;
  const then = history.findLast(({ on }) => on <= asAt);
  if (!then) return { status: 'not-started' };
  return {
    status: then.status ?? 'not-started',
    ...(then.rag === undefined ? {} : { rag: then.rag }),
    since: then.on,
    ...(then.note === undefined ? {} : { note: then.note }),
  };
}

/** Whether there is still something to do. */
export const isOpenOn = (action: Action, asAt: IsoDate): boolean =>
  !CLOSED.includes(stateOn(action, asAt).status);

/** All days by which something is due, in order. */
export const dueDays = ({ timescale, furtherDays = [] }: Action): readonly IsoDate[] =>
  timescale?.due === undefined ? furtherDays : [timescale.due, ...furtherDays].sort();
