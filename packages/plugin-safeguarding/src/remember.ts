import type { Child } from '@cic/core';

/** Works something out once per child of a history, however many indicators and duties ask for it. */
export function remembered<T>(workOut: (child: Child) => T): (child: Child) => T {
  const known = new WeakMap<Child, T>();
  return (child) => {
    let value = known.get(child);
    if (value === undefined) {
      value = workOut(child);
      known.set(child, value);
    }
    return value;
  };
}
