import type { Child, Period } from '@cic/core';

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
