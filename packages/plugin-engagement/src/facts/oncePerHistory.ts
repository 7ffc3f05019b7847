import type { CareHistory } from '@cic/core';

/** Keeps what was worked out for a history: it never changes. */
export function oncePerHistory<T>(work: (history: CareHistory) => T): (history: CareHistory) => T {
  const kept = new WeakMap<CareHistory, { readonly value: T }>();
  return (history) => {
    let known = kept.get(history);
    if (!known) {
      known = { value: work(history) };
      kept.set(history, known);
    }
    return known.value;
  };
}
