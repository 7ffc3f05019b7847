import type { JsonSchema, RecordType } from '@cic/core';
import type { Asker } from './asker.ts';
import {
  aboutNobodyHidden,
  type Circumstances,
  hiddenChildren,
  join,
  protectedAddresses,
  pseudonym,
  raw,
  rowCondition,
  type Sql,
  sql,
} from './conditions.ts';
import { type Grant, mostOpen } from './grants.ts';
import { fieldsOf, type Policy } from './policy.ts';
import type { Visibility } from './pseudonymous.ts';

export interface ViewOptions extends Circumstances {
  readonly policy: Policy;
  readonly asker: Asker;
  readonly type: RecordType<object>;
  /** At least one: somebody without a grant has no view. */
  readonly grants: readonly Grant[];
  /** Rows of records, as a table named `r` in a `from`: the current ones, or those known on a date. */
  readonly source: Sql;
  readonly pseudonymKey: string;
}

/** What a row says of itself besides its data. */
export interface ViewRow {
  readonly data: Readonly<Record<string, unknown>>;
  /** Which grants reach it, in their order. */
  readonly granted: readonly boolean[];
  readonly address_hidden: boolean;
  readonly shown_id: string;
  readonly shown_child: string | null;
}

/** How a column of a record is asked about in SQL, for one asker. */
export interface FieldSql {
  readonly field: string;
  readonly schema: JsonSchema;
  /** Text of the value; null wherever the asker does not see it in a row. */
  readonly text: Sql;
  /** Number of the value, for fields that hold numbers. */
  readonly number: Sql;
  readonly json: Sql;
}

/**
 * The records of one type as one asker sees them. Every way to ask goes through it: reading, filtering, sorting,
 * searching, counting, adding up and exporting use `from`, and the only expression there is for a field is null in every
 * row where the asker does not see it. A field nobody may see is no field at all.
 */
export interface View {
  /** A table named `r` of the rows the asker reaches, with `id` and `child` as the asker knows them in shown_id, shown_child. */
  readonly from: Sql;
  /** Columns that {@link View.show} needs. */
  readonly columns: Sql;
  /** Undefined for a field that does not exist or that the asker sees in no row. */
  readonly field: (field: string) => FieldSql | undefined;
  /** Fields that may be named in filters, orders, searches and groups. */
  readonly askable: readonly string[];
  /** The record as the asker sees it. */
  readonly show: (row: ViewRow) => Record<string, unknown>;
  /** Whether a field is left out or changed in a row. */
  readonly visibility: (row: Pick<ViewRow, 'granted' | 'address_hidden'>, field: string) => Visibility;
}

/** What stands where something is masked. */
export const MASKED = '(masked)';

const anyOf = (flags: readonly string[]): Sql =>
  flags.length === 0 ? sql`false` : sql`(${raw(flags.join(' or '))})`;

export function viewOf(options: ViewOptions): View {
  const { policy, asker, type, grants, source, pseudonymKey } = options;
  const addresses = new Set(policy.addressFields.get(type.id) ?? []);
  const flag = (i: number): string => `r.g${i}`;
  const flagsWhere = (test: (grant: Grant) => boolean): string[] =>
    grants.flatMap((grant, i) => (test(grant) ? [flag(i)] : []));
  const shows = (grant: Grant, field: string) => grant.field(field) === 'plain';

  const namesChild = fieldsOf(type).includes('child');
  /** Whether a grant shows the id or the child of a row. An id may be made of the child's: who knows one knows both. */
  const knows = (grant: Grant, field: 'id' | 'child'): boolean =>
    type.id === 'child'
      ? shows(grant, 'id')
      : shows(grant, field) && (field === 'child' || !namesChild || shows(grant, 'child'));

  /** A column as it stands where the asker sees it, and its pseudonym elsewhere. */
  const known = (field: 'id' | 'child'): Sql => {
    const column = raw(`r.${field}`);
    const plain = flagsWhere((grant) => knows(grant, field));
    if (plain.length === grants.length) return column;
    const other = pseudonym(
      field === 'id' && type.id !== 'child' ? sql`${`${type.id}/`}::text || ${column}` : column,
      options,
      pseudonymKey,
    );
    return plain.length === 0 ? other : sql`case when ${anyOf(plain)} then ${column} else ${other} end`;
  };

  const flags = grants.map((grant, i) => sql`(${rowCondition(grant, options)}) as ${raw(`g${i}`)}`);
  // `offset 0` keeps the restrictions one subquery, looked up once for the whole question.
  const from = sql`(
    select r.*, ${known('id')} as shown_id, ${known('child')} as shown_child
    from (
      select r.*, ${addresses.size === 0 ? sql`false` : sql`coalesce(r.child = any(x.addresses), false)`} as address_hidden,
        ${join(flags)}
      from ${source} r, (
        select ${hiddenChildren(asker, options)} as children,
          ${addresses.size === 0 ? sql`null` : protectedAddresses(asker, options)} as addresses
        offset 0) x
      where r.council = ${options.council} and r.type = ${type.id} and ${aboutNobodyHidden(raw('x.children'))}
    ) r
    where ${anyOf(grants.map((_, i) => flag(i)))}
  ) r`;

  /** An expression, null in every row where the asker does not see the field. */
  const guarded = (field: string, expression: Sql): Sql => {
    const plain = flagsWhere((grant) => shows(grant, field));
    const tests = [
      ...(plain.length === grants.length ? [] : [anyOf(plain)]),
      ...(addresses.has(field) ? [sql`not r.address_hidden`] : []),
    ];
    return tests.length === 0 ? expression : sql`case when ${join(tests, ' and ')} then ${expression} end`;
  };

  const isKnown = (field: string): field is 'id' | 'child' =>
    (field === 'id' || field === 'child') && ['plain', 'pseudonym'].includes(mostOpen(grants, field));
  const askable = fieldsOf(type).filter((field) => isKnown(field) || mostOpen(grants, field) === 'plain');

  return {
    from,
    columns: sql`r.data, array[${raw(grants.map((_, i) => flag(i)).join(', '))}] as granted, r.address_hidden,
      r.shown_id, r.shown_child`,
    askable,
    field(field) {
      if (!askable.includes(field)) return undefined;
      const schema = type.schema.properties![field]!;
      if (isKnown(field)) {
        const text = raw(`r.shown_${field}`);
        return { field, schema, text, number: sql`null::numeric`, json: sql`to_jsonb(${text})` };
      }
      return {
        field,
        schema,
        text: guarded(field, sql`r.data ->> ${field}::text`),
        number: guarded(
          field,
          sql`case when jsonb_typeof(r.data -> ${field}::text) = 'number' then (r.data ->> ${field}::text)::numeric end`,
        ),
        json: guarded(field, sql`r.data -> ${field}::text`),
      };
    },
    visibility: visibilityIn,
    show(row) {
      const shown: Record<string, unknown> = {};
      for (const [field, value] of Object.entries(row.data)) {
        const visibility = visibilityIn(row, field);
        if (visibility === 'plain') shown[field] = value;
        else if (visibility === 'month') shown[field] = `${String(value).slice(0, 7)}-01`;
        else if (visibility === 'masked') shown[field] = MASKED;
        else if (visibility === 'pseudonym') shown[field] = field === 'id' ? row.shown_id : row.shown_child;
      }
      return shown;
    },
  };

  function visibilityIn(row: Pick<ViewRow, 'granted' | 'address_hidden'>, field: string): Visibility {
    if (row.address_hidden && addresses.has(field)) return 'hidden';
    return mostOpen(
      grants.filter((_, i) => row.granted[i] === true),
      field,
    );
  }
}
