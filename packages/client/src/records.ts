import type { RecordType } from '@cic/core';
import { ApiProblem } from './problem.ts';
import type { Transport } from './transport.ts';

/** A record as whoever asks sees it: fields that are hidden are not there. */
export interface Seen<T extends object> {
  readonly type: string;
  readonly id: string;
  /** What a change of it has to name. */
  readonly version: number;
  readonly record: Partial<T>;
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly supersededAt?: string;
  readonly deleted?: true;
}

/** When a record is looked at: as at a day, as it was known on one. */
export interface At {
  /** `YYYY-MM-DD` */
  readonly asAt?: string;
  /** `YYYY-MM-DD`, or a moment with its zone. */
  readonly knownOn?: string;
}

export type Comparison =
  | 'equal'
  | 'not-equal'
  | 'less'
  | 'at-most'
  | 'more'
  | 'at-least'
  | 'one-of'
  | 'starts-with'
  | 'present';

export interface Question<T extends object> extends At {
  readonly where?: readonly {
    readonly field: keyof T & string;
    readonly is: Comparison;
    readonly value: string | number | boolean | readonly (string | number)[];
  }[];
  /** Words to look for in the texts whoever asks may read. */
  readonly search?: string;
  readonly order?: readonly { readonly field: keyof T & string; readonly descending?: boolean }[];
  /** Records of a page, 1 to 1000. */
  readonly limit?: number;
}

export interface Page<T extends object> {
  readonly records: readonly Seen<T>[];
  /** What asks for the next page; null for the last. */
  readonly next: string | null;
}

/** The records of one type. Every call throws {@link ApiProblem} for what the API refuses. */
export interface Records<T extends object> {
  /** One page; questions travel in a body, so that nothing personal is in an address. */
  page(question?: Question<T> & { readonly cursor?: string }): Promise<Page<T>>;
  /** All pages, one record after the other. */
  list(question?: Question<T>): AsyncGenerator<Seen<T>, void, undefined>;
  /** Undefined where there is none, or none for whoever asks. */
  get(id: string, at?: At): Promise<Seen<T> | undefined>;
  /** Every version, the first first. */
  history(id: string): Promise<readonly Seen<T>[]>;
  /** @param key the same key a second time creates nothing; a new one where left out */
  create(record: T, key?: string): Promise<Seen<T>>;
  replace(id: string, record: T, version: number): Promise<Seen<T>>;
  /** Changes the fields given; null takes one away. */
  change(
    id: string,
    fields: { readonly [Field in keyof T]?: T[Field] | null },
    version: number,
  ): Promise<Seen<T>>;
  /** Marks it as deleted; its history stays. */
  remove(id: string, version: number): Promise<void>;
}

const named = (version: number) => ({ 'if-match': `"${version}"` });

function timeOf({ asAt, knownOn }: At): string {
  const time = new URLSearchParams();
  if (asAt !== undefined) time.set('as-at', asAt);
  if (knownOn !== undefined) time.set('known-on', knownOn);
  return time.size === 0 ? '' : `?${time}`;
}

export function recordsOf<T extends object>(send: Transport, type: RecordType<T>): Records<T> {
  const base = `/records/${type.id}`;
  const at = (id: string) => `${base}/${encodeURIComponent(id)}`;
  const read = async <Answer>(answer: Promise<Response>) => (await (await answer).json()) as Answer;
  const page: Records<T>['page'] = (question = {}) =>
    read(send(`${base}/query`, { method: 'POST', json: question, repeatable: true }));
  return {
    page,
    async *list(question = {}) {
      for (let cursor: string | undefined; ; ) {
        const { records, next } = await page(cursor === undefined ? question : { ...question, cursor });
        yield* records;
        if (next === null) return;
        cursor = next;
      }
    },
    async get(id, time = {}) {
      try {
        return await read(send(`${at(id)}${timeOf(time)}`));
      } catch (error) {
        if (error instanceof ApiProblem && error.status === 404) return undefined;
        throw error;
      }
    },
    async history(id) {
      const { versions } = await read<{ versions: readonly Seen<T>[] }>(send(`${at(id)}/history`));
      return versions;
    },
    create: (record, key = crypto.randomUUID()) =>
      read(
        send(base, { method: 'POST', json: record, headers: { 'idempotency-key': key }, repeatable: true }),
      ),
    replace: (id, record, version) =>
      read(send(at(id), { method: 'PUT', json: record, headers: named(version) })),
    change: (id, fields, version) =>
      read(send(at(id), { method: 'PATCH', json: fields, headers: named(version) })),
    async remove(id, version) {
      await send(at(id), { method: 'DELETE', headers: named(version) });
    },
  };
}
