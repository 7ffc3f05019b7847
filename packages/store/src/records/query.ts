import type { FieldSql, View } from '@cic/access';
import sql, { join, raw, type Sql } from 'sql-template-tag';
import { type Refusal, refuse } from '../problem.ts';

/** How a field is compared with a value. */
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

export interface Filter {
  readonly field: string;
  readonly is: Comparison;
  /** A list for `one-of`, true or false for `present`. */
  readonly value: string | number | boolean | readonly (string | number)[];
}

export interface Order {
  readonly field: string;
  readonly descending?: boolean;
}

export interface Question {
  readonly where?: readonly Filter[];
  /** Words looked for in the text fields the asker sees. */
  readonly search?: string;
}

/** How the store names a field that is not there, or not there for the asker: the same either way. */
export const noSuchField = (view: View, field: string): Refusal =>
  refuse(
    'unknown-field',
    `There is no field '${field}' to ask about; there are: ${view.askable.join(', ')}.`,
  );

const OPERATORS: Partial<Record<Comparison, string>> = {
  equal: '=',
  'not-equal': '<>',
  less: '<',
  'at-most': '<=',
  more: '>',
  'at-least': '>=',
};

const typesOf = ({ schema }: FieldSql): readonly string[] =>
  schema.type === undefined ? ['string'] : typeof schema.type === 'string' ? [schema.type] : schema.type;

const isNumber = (field: FieldSql): boolean =>
  typesOf(field).some((type) => type === 'number' || type === 'integer');

const isText = (field: FieldSql): boolean => typesOf(field).includes('string');

/** Text in the order of its code points, as days and codes are compared. */
const plainText = (field: FieldSql): Sql => sql`(${field.text}) collate "C"`;

const escaped = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

function condition(field: FieldSql, { is, value }: Filter): Sql | Refusal {
  const bad = (expected: string) =>
    refuse('invalid', `The filter on '${field.field}' must be compared with ${expected}.`);
  if (is === 'present') {
    if (typeof value !== 'boolean') return bad('true or false');
    return value ? sql`${field.text} is not null` : sql`${field.text} is null`;
  }
  if (is === 'one-of') {
    if (!Array.isArray(value) || value.length > 500) return bad('a list of at most 500 values');
    return sql`${field.text} = any(${value.map(String)}::text[])`;
  }
  if (typeof value === 'object') return bad('one value');
  if (is === 'starts-with') return sql`${field.text} like ${`${escaped(String(value))}%`}`;
  const operator = raw(OPERATORS[is]!);
  if (isNumber(field)) {
    if (!Number.isFinite(Number(value))) return bad('a number');
    return sql`(${field.number}) ${operator} ${String(value)}::numeric`;
  }
  return sql`${plainText(field)} ${operator} ${String(value)}`;
}

/** The condition of a question; refused where it names a field the asker does not see. */
export function conditionOf(view: View, { where = [], search }: Question): Sql | Refusal {
  if (where.length > 50) return refuse('invalid', 'A question has at most 50 filters.');
  const parts: Sql[] = [];
  for (const filter of where) {
    const field = view.field(filter.field);
    if (!field) return noSuchField(view, filter.field);
    const part = condition(field, filter);
    if ('refused' in part) return part;
    parts.push(part);
  }
  const words = search?.trim().split(/\s+/).filter(Boolean) ?? [];
  if (words.length > 10) return refuse('invalid', 'A search has at most ten words.');
  if (words.length > 0) {
    const fields = view.askable.map((name) => view.field(name)!);
    for (const word of words) {
      const like = `%${escaped(word)}%`;
      const inText = fields.filter(isText).map(({ text }) => sql`${text} ilike ${like}`);
      const inside = fields
        .filter(({ schema }) => schema.type === 'object')
        .map(
          ({ json }) => sql`exists (select from jsonb_path_query(${json}, 'lax $.**') v
            where jsonb_typeof(v) = 'string' and v #>> '{}' ilike ${like})`,
        );
      parts.push(sql`(${join([sql`false`, ...inText, ...inside], ' or ')})`);
    }
  }
  return parts.length === 0 ? sql`true` : join(parts, ' and ');
}

interface Key {
  readonly expression: Sql;
  readonly descending: boolean;
  readonly cast: string;
}

/** The keys of an order, the record's own id last, so that no two rows are equal; absent values come first as '' and -∞. */
function keysOf(view: View, order: readonly Order[]): Key[] | Refusal {
  const keys: Key[] = [];
  for (const { field: name, descending = false } of order) {
    const field = view.field(name);
    if (!field) return noSuchField(view, name);
    keys.push(
      isNumber(field)
        ? { expression: sql`coalesce((${field.number}), '-Infinity'::numeric)`, descending, cast: 'numeric' }
        : { expression: sql`coalesce(${plainText(field)}, '')`, descending, cast: 'text' },
    );
  }
  keys.push({ expression: sql`r.shown_id collate "C"`, descending: false, cast: 'text' });
  return keys;
}

const encode = (values: readonly string[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url');

function decode(cursor: string, length: number): string[] | undefined {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const fine =
      Array.isArray(values) && values.length === length && values.every((value) => typeof value === 'string');
    return fine ? (values as string[]) : undefined;
  } catch {
    return undefined;
  }
}

export interface Paging {
  /** What makes a page of a select: columns to add, a condition, and order and limit. */
  readonly columns: Sql;
  readonly after: Sql;
  readonly end: Sql;
  /** The cursor that continues after a row. */
  readonly cursorOf: (row: object) => string;
}

const NUMERIC = /^-?(Infinity|\d+(\.\d+)?)$/;

/** Pages by what the last row of a page was, so that a row never comes twice and none is left out while others change. */
export function paging(
  view: View,
  order: readonly Order[],
  limit: number,
  cursor: string | undefined,
): Paging | Refusal {
  if (order.length > 5) return refuse('invalid', 'An order has at most five fields.');
  const keys = keysOf(view, order);
  if ('refused' in keys) return keys;
  const values = cursor === undefined ? undefined : decode(cursor, keys.length);
  const unreadable = values?.some((value, i) => keys[i]!.cast === 'numeric' && !NUMERIC.test(value));
  if (cursor !== undefined && (values === undefined || unreadable)) {
    return refuse('invalid', 'The cursor is not one of this list: begin again without it.');
  }
  const steps = (values ?? []).map((value, i) => {
    const same = keys
      .slice(0, i)
      .map(({ expression, cast }, k) => sql`${expression} = ${values![k]}::${raw(cast)}`);
    const { expression, descending, cast } = keys[i]!;
    return sql`(${join([...same, sql`${expression} ${raw(descending ? '<' : '>')} ${value}::${raw(cast)}`], ' and ')})`;
  });
  return {
    columns: join(keys.map(({ expression }, i) => sql`(${expression})::text as ${raw(`key${i}`)}`)),
    after: steps.length === 0 ? sql`true` : sql`(${join(steps, ' or ')})`,
    end: sql`order by ${join(
      keys.map(({ expression, descending }) => sql`${expression} ${raw(descending ? 'desc' : 'asc')}`),
    )} limit ${limit}`,
    cursorOf: (row) => encode(keys.map((_, i) => String((row as Record<string, unknown>)[`key${i}`]))),
  };
}
