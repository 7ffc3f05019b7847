import type { RecordType } from '@cic/core';

/** A record beside its columns, as it goes into a row. */
export interface Row {
  readonly type: string;
  readonly id: string;
  readonly child: string | null;
  readonly valid_from: string | null;
  readonly valid_until: string | null;
  readonly data: object;
}

const textAt = (record: object, field: string | undefined): string | null => {
  const value = field === undefined ? undefined : (record as Record<string, unknown>)[field];
  return typeof value === 'string' ? value : null;
};

/** Columns of a valid record: whom it is about, and from and until when it counts, as its record type says. */
export const rowOf = (type: RecordType<object>, id: string, record: object): Row => ({
  type: type.id,
  id,
  child: type.id === 'child' ? id : textAt(record, 'child'),
  valid_from: textAt(record, type.from),
  valid_until: textAt(record, type.until),
  data: record,
});

/** Every child a record names, wherever in it; the same as the column `about`. */
export function childrenNamed(record: unknown, into: Set<string> = new Set()): Set<string> {
  if (typeof record !== 'object' || record === null) return into;
  for (const [key, value] of Object.entries(record)) {
    if (key === 'child' && typeof value === 'string') into.add(value);
    else childrenNamed(value, into);
  }
  return into;
}
