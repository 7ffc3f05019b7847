import { addMonths, type Day, formatIsoDate, parseIsoDate } from '../dates/day.ts';
import { codeSets } from '../generated/codeSets.ts';
import type { Action } from '../generated/types.ts';
import { dueDays } from './states.ts';

/**
 * The next time something that comes round is due, after a day. Undefined where the rhythm names no interval: ongoing,
 * as needed, by school term (which the council's own calendar decides).
 */
export function nextAfter(recurrence: string, last: Day): Day | undefined {
  const rhythm = codeSets.RECURRENCE.get(recurrence);
  if (typeof rhythm?.days === 'number') return last + rhythm.days;
  return typeof rhythm?.months === 'number' ? addMonths(last, rhythm.months) : undefined;
}

/** An action that comes round, once done: the next occurrence, due one interval later (D-ACT-09). */
export function nextOccurrence(action: Action): Action | undefined {
  const {
    timescale,
    completed,
    history: _earlier,
    furtherDays: _further,
    rag: _rag,
    steps,
    ...rest
  } = action;
  const last = dueDays(action).at(-1) ?? completed;
  if (timescale?.recurrence === undefined || completed === undefined || last === undefined) return undefined;
  const due = nextAfter(timescale.recurrence, parseIsoDate(last));
  if (due === undefined) return undefined;
  const dueOn = formatIsoDate(due);
  return {
    ...rest,
    id: `${action.id.replace(/:\d{4}-\d{2}-\d{2}$/, '')}:${dueOn}`,
    ...(steps === undefined ? {} : { steps: steps.map(({ done: _done, ...step }) => step) }),
    timescale: { ...timescale, due: dueOn },
    status: 'not-started',
    evidence: [],
    carriedFrom: { strategy: action.strategy, action: action.id },
  };
}
