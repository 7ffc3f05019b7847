import { type Child, type Day, type Inside, OPEN, oncePerChild } from '@cic/core';
import { type ReturnHomeInterview, returnHomeInterview } from '../generated/records.ts';
import { missingOf } from './episodes.ts';

/** A day on which a child came back from being missing, and the interview that belongs to it. */
export interface Return {
  readonly on: Day;
  readonly interview?: Inside<ReturnHomeInterview>;
}

const ADULT = 18;

/**
 * The days on which a child came back from being missing (not merely away), each once, with their interview: the one
 * that names the day, or the incident. From 18 on no interview is owed.
 */
export const returnsOf: (child: Child) => readonly Return[] = oncePerChild((child) => {
  const interviews = child.records(returnHomeInterview);
  const returns = new Map<Day, Return>();
  for (const { kind, end, incident } of missingOf(child)) {
    if (kind !== 'M' || end === OPEN || returns.has(end) || child.ageOn(end) >= ADULT) continue;
    const interview = interviews.find(
      (one) =>
        one.returned === end ||
        (one.incident !== undefined && incident?.id === one.incident && one.returned >= end),
    );
    returns.set(end, { on: end, ...(interview ? { interview } : {}) });
  }
  return [...returns.values()].sort((a, b) => a.on - b.on);
});

/** Whether an interview was offered: an answer or a conversation says so too. */
export const wasOffered = ({ interview }: Return): boolean =>
  interview !== undefined &&
  (interview.offered !== undefined || interview.accepted !== undefined || interview.held !== undefined);

export const wasAccepted = ({ interview }: Return): boolean =>
  interview !== undefined && (interview.accepted ?? interview.held !== undefined);

/** The day from which no interview can be held any more, because the child said no; undefined otherwise. */
export const declinedOn = ({ on, interview }: Return): Day | undefined =>
  interview?.accepted === false && interview.held === undefined
    ? Math.max(on, interview.declined ?? interview.offered ?? on)
    : undefined;
