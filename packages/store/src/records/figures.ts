import type { FieldSql } from '@cic/access';
import sql, { join, raw } from 'sql-template-tag';
import { isRefusal, type Refusal, refuse } from '../problem.ts';
import type { Asking } from './asking.ts';
import { type AtTime, versionsAt } from './known.ts';
import { conditionOf, noSuchField, type Question } from './query.ts';
import { auditReading } from './read.ts';

export interface AggregateOptions extends Question, AtTime {
  /** Up to three fields the records are grouped by; none for one count of all. */
  readonly by?: readonly string[];
  /**
   * Disclosure control for whoever may not see records: it is given the counts and gives back what may be shown, a
   * hidden count as null. Without it such an asker is refused.
   */
  readonly control?: (rows: readonly AggregateRow[]) => readonly AggregateRow[];
}

export interface AggregateRow {
  /** One for each field of `by`; null where the record has none or the asker does not see it. */
  readonly values: readonly (string | null)[];
  readonly count: number | null;
}

/** How many records there are, by groups, of those the asker may count. */
export async function aggregateRecords(
  asking: Asking,
  record: string,
  options: AggregateOptions = {},
): Promise<readonly AggregateRow[] | Refusal> {
  const { by = [], control, where, search } = options;
  if (by.length > 3) return refuse('invalid', 'Records are grouped by at most three fields.');
  const view = asking.view(record, 'figures', versionsAt(options));
  if (isRefusal(view)) return view;
  const condition = conditionOf(view, options);
  if (isRefusal(condition)) return condition;
  const mustControl = asking.grants(record, 'figures').some(({ figuresOnly }) => figuresOnly);
  if (mustControl && !control) {
    return refuse(
      'denied',
      `Counts of '${record}' are given to these roles through disclosure control only.`,
    );
  }
  const fields: FieldSql[] = [];
  for (const name of by) {
    const field = view.field(name);
    if (!field) return noSuchField(view, name);
    fields.push(field);
  }
  const groups = fields.map((_, i) => `by${i}`).join(', ');
  const columns =
    fields.length === 0
      ? sql``
      : sql`, ${join(fields.map(({ text }, i) => sql`${text} as ${raw(`by${i}`)}`))}`;
  const rows = await asking.context.database.query<{ [key: string]: string | number | null }>(sql`
    select count(*)::int as count${columns}
    from ${view.from} where ${condition}
    ${groups === '' ? sql`` : sql`group by ${raw(groups)} order by ${raw(groups)}`}`);
  const counted = rows.map((row) => ({
    values: fields.map((_, i) => row[`by${i}`] as string | null),
    count: row.count as number,
  }));
  await auditReading(
    asking,
    'count',
    record,
    [],
    { by, where, search, asAt: options.asAt, knownOn: options.knownOn },
    'figures',
  );
  return mustControl ? control!(counted) : counted;
}

/** How many records there are of those the asker may count. */
export async function countRecords(
  asking: Asking,
  record: string,
  options: Omit<AggregateOptions, 'by'> = {},
): Promise<number | null | Refusal> {
  const rows = await aggregateRecords(asking, record, options);
  if (isRefusal(rows)) return rows;
  return rows.length === 0 ? 0 : rows[0]!.count;
}
