import type { Child, MeasureContext, Period } from '@cic/core';

/**
 * Keeps the last answer of a function of a child and a period. Indicators ask the same of a child one after the other, so
 * that one answer is all that need be kept.
 */
export function remember<T>(of: (child: Child, period: Period) => T): (child: Child, period: Period) => T {
  let lastChild: Child | undefined;
  let lastStart = 0;
  let lastEnd = 0;
  let answer: T;
  return (child, period) => {
    if (child !== lastChild || period.start !== lastStart || period.end !== lastEnd) {
      answer = of(child, period);
      lastChild = child;
      lastStart = period.start;
      lastEnd = period.end;
    }
    return answer;
  };
}

/** Keeps the last answer of a function of a period, which every child of a run is asked about in turn. */
export function oncePerPeriod<T>(of: (period: Period) => T): (period: Period) => T {
  let last: Period | undefined;
  let answer: T;
  return (period) => {
    if (period !== last) {
      answer = of(period);
      last = period;
    }
    return answer;
  };
}

/** The same for what depends on the council's parameters too. */
export function rememberIn<T>(
  of: (child: Child, context: MeasureContext) => T,
): (child: Child, context: MeasureContext) => T {
  let lastChild: Child | undefined;
  let lastContext: MeasureContext | undefined;
  let answer: T;
  return (child, context) => {
    if (child !== lastChild || context !== lastContext) {
      answer = of(child, context);
      lastChild = child;
      lastContext = context;
    }
    return answer;
  };
}
