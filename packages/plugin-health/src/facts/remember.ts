import { addMonths, type Child, type Day, oncePerChild, type Period } from '@cic/core';

/**
 * Keeps what was worked out last for every child about a day: twenty indicators ask the same question of the same child
 * before they come to the next period. Only time is saved; the answer is that of `work`.
 */
export function remember<T>(work: (child: Child, on: Day) => T): (child: Child, on: Day) => T {
  const pageOf = oncePerChild((): { on: Day; answer: T | undefined } => ({
    on: Number.NaN,
    answer: undefined,
  }));
  return (child, on) => {
    const page = pageOf(child);
    if (page.on !== on) {
      page.answer = work(child, on);
      page.on = on;
    }
    return page.answer as T;
  };
}

/** The same for a question about a stretch of days, both ends included. */
export function rememberPeriod<T>(
  work: (child: Child, start: Day, end: Day) => T,
): (child: Child, period: Pick<Period, 'start' | 'end'>) => T {
  const pageOf = oncePerChild((): { start: Day; end: Day; answer: T | undefined } => ({
    start: Number.NaN,
    end: Number.NaN,
    answer: undefined,
  }));
  return (child, { start, end }) => {
    const page = pageOf(child);
    if (page.start !== start || page.end !== end) {
      page.answer = work(child, start, end);
      page.start = start;
      page.end = end;
    }
    return page.answer as T;
  };
}

let lastEnd: Day = Number.NaN;
let lastStart: Day = Number.NaN;

/** The first of the twelve months that end on a day. */
export function yearTo(on: Day): Day {
  if (on !== lastEnd) {
    lastEnd = on;
    lastStart = addMonths(on + 1, -12);
  }
  return lastStart;
}
