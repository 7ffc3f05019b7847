import type { CareHistory, Child } from '@cic/core';

/** Works something out once per child of a history, however many indicators and duties ask for it. */
export function remembered<T extends object>(workOut: (child: Child) => T): (child: Child) => T {
  const known = new WeakMap<CareHistory, (T | undefined)[]>();
  return (child) => {
    let values = known.get(child.history);
    if (!values) {
      values = new Array<T | undefined>(child.history.children.length);
      known.set(child.history, values);
    }
    const value = values[child.index] ?? workOut(child);
    values[child.index] = value;
    return value;
  };
}
