import type { CareHistory, Child, RecordType } from '@cic/core';

/** The children who have a record of a type. */
export function* childrenWith(history: CareHistory, type: RecordType<object>): Generator<Child> {
  for (const index of history.recordsOf(type.id)?.keys() ?? []) yield history.children[index]!;
}
