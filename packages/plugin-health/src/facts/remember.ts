import { addMonths, type CareHistory, type Child, type Day, type Period } from '@cic/core';

/**
 * Keeps what was worked out last for every child of a history on one day: twenty indicators ask the same question of the
 * same child before they come to the next period. Only time is saved; the answer is that of `work`.
 */
export function remember<T>(work: (child: Child, on: Day) => T): (child: Child, on: Day) => T {
  const kept = new WeakMap<CareHistory, { on: Day; answers: (T | undefined)[]; known: Uint8Array }>();
  return (child, on) => {
    let page = kept.get(child.history);
    if (!page || page.on !== on) {
      page = { on, answers: [], known: new Uint8Array(child.history.children.length) };
      kept.set(child.history, page);
    }
    if (page.known[child.index] === 0) {
      page.answers[child.index] = work(child, on);
      page.known[child.index] = 1;
    }
    return page.answers[child.index] as T;
  };
}

/** Keeps what was worked out of a whole history. */
export function rememberOf<T>(work: (history: CareHistory) => T): (history: CareHistory) => T {
  const kept = new WeakMap<CareHistory, { readonly answer: T }>();
  return (history) => {
    let page = kept.get(history);
    if (!page) {
      page = { answer: work(history) };
      kept.set(history, page);
    }
    return page.answer;
  };
}

/** The same for a question about a stretch of days, both ends included. */
export function rememberPeriod<T>(
  work: (child: Child, start: Day, end: Day) => T,
): (child: Child, period: Pick<Period, 'start' | 'end'>) => T {
  const kept = new Map<Day, (child: Child, end: Day) => T>();
  return (child, { start, end }) => {
    let answers = kept.get(start);
    if (!answers) {
      answers = remember((one, last) => work(one, start, last));
      kept.clear();
      kept.set(start, answers);
    }
    return answers(child, end);
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
