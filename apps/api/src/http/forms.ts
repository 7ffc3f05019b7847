import { type RecordType, recordsToCsv } from '@cic/core';
import type { StoredRecord } from '@cic/store';
import type { Context } from 'hono';
import { accepts } from 'hono/accepts';

export const FORMS = ['application/json', 'text/csv', 'application/x-ndjson'] as const;
export type Form = (typeof FORMS)[number];

/** The form the caller wants; undefined where none of ours is acceptable. */
export function formWanted(c: Context): Form | undefined {
  const wanted = accepts(c, {
    header: 'Accept',
    supports: [...FORMS, ''],
    default: '',
    match: (asked, { supports }) => {
      for (const { type, q } of [...asked].sort((a, b) => b.q - a.q)) {
        if (q === 0) continue;
        if (type === '*/*') return 'application/json';
        const found = supports.find((form) =>
          type.endsWith('/*') ? form.startsWith(type.slice(0, -1)) : form === type.toLowerCase(),
        );
        if (found) return found;
      }
      return '';
    },
  });
  if (wanted === '') return c.req.header('accept') === undefined ? 'application/json' : undefined;
  return wanted as Form;
}

/** Columns beside a record's own: what the store says of it. */
const withStore = (type: RecordType<object>): RecordType<object> => ({
  ...type,
  schema: {
    ...type.schema,
    properties: { recordId: {}, version: {}, recordedAt: {}, ...type.schema.properties },
  },
});

const HEADING = /^[^\r\n]*\r\n/;

/** Pages of records as a stream of text, one page at a time: a long list is never in memory as a whole. */
export async function* written(
  form: Exclude<Form, 'application/json'>,
  type: RecordType<object>,
  pages: AsyncIterable<readonly StoredRecord[]>,
): AsyncGenerator<string> {
  const table = withStore(type);
  const columns = Object.keys(table.schema.properties!).flatMap((name) => {
    const { properties } = table.schema.properties![name]!;
    return properties ? Object.keys(properties).map((part) => `${name}.${part}`) : [name];
  });
  let first = true;
  for await (const records of pages) {
    if (form === 'application/x-ndjson') {
      yield records.map((record) => `${JSON.stringify(record)}\n`).join('');
    } else {
      const csv = recordsToCsv(
        table,
        records.map(({ id, version, recordedAt, record }) => ({
          ...record,
          recordId: id,
          version,
          recordedAt,
        })),
        { columns },
      );
      yield first ? csv : csv.replace(HEADING, '');
    }
    first = false;
  }
}
