import type { CareHistory } from '@cic/core';

/** Keeps what was worked out over a whole history, which never changes. */
export function oncePerHistory<T>(work: (history: CareHistory) => T): (history: CareHistory) => T {
  const known = new WeakMap<CareHistory, { readonly result: T }>();
  return (history) => {
    let kept = known.get(history);
    if (!kept) {
      kept = { result: work(history) };
      known.set(history, kept);
    }
    return kept.result;
  };
}
