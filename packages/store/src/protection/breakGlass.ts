import sql from 'sql-template-tag';
import { canonicalJson, entryOf } from '../audit/entry.ts';
import type { Connection } from '../database/database.ts';
import { withoutPower, withoutReason } from '../powers.ts';
import { type Refusal, refuse } from '../problem.ts';
import type { Asking } from '../records/asking.ts';

export interface BrokenGlass {
  readonly id: number;
  readonly child: string;
  readonly by: string;
  readonly reason: string;
  /** ISO 8601. */
  readonly at: string;
  readonly until: string;
  readonly reviewedBy?: string;
  readonly outcome?: string;
}

interface Row {
  readonly id: number;
  readonly child: string;
  readonly by_user: string;
  readonly reason: string;
  readonly at: string;
  readonly until: string;
  readonly reviewed_by: string | null;
  readonly outcome: string | null;
}

const HOUR = 3_600_000;

const brokenGlass = (row: Row): BrokenGlass => ({
  id: row.id,
  child: row.child,
  by: row.by_user,
  reason: row.reason,
  at: row.at,
  until: row.until,
  ...(row.reviewed_by === null ? {} : { reviewedBy: row.reviewed_by }),
  ...(row.outcome === null ? {} : { outcome: row.outcome }),
});

const note = (connection: Connection, council: string, entry: object) =>
  connection.query(sql`insert into cic.audit (council, entry) values (${council}, ${canonicalJson(entry)})`);

/**
 * Opens a child's record for an hour. The answer is the same whether or not there is such a child, so that breaking the
 * glass tells nobody who is restricted. `alert` is called once it is written, for those who have to know at once.
 */
export async function breakGlass(
  asking: Asking,
  child: string,
  alert: (glass: BrokenGlass) => void,
): Promise<BrokenGlass | Refusal> {
  const refused =
    withoutPower(asking, 'breakGlass') ?? withoutReason(asking, 'open a record in an emergency');
  if (refused) return refused;
  const { context, asker, moment } = asking;
  const until = new Date(moment.getTime() + HOUR);
  const glass = await context.database.transaction(async (connection) => {
    const [row] = await connection.query<Row>(sql`
      insert into cic.break_glass (council, child, by_user, reason, at, until)
      values (${context.council}, ${child}, ${asker.user}, ${asker.reason!}, ${moment.toISOString()}::timestamptz,
        ${until.toISOString()}::timestamptz)
      returning *`);
    await note(
      connection,
      context.council,
      entryOf(asker, moment, 'break glass', {
        children: [child],
        detail: { until: until.toISOString(), glass: row!.id },
      }),
    );
    return brokenGlass(row!);
  });
  alert(glass);
  return glass;
}

/** Every broken glass nobody has reviewed yet, the oldest first. */
export async function glassToReview(asking: Asking): Promise<readonly BrokenGlass[] | Refusal> {
  const refused = withoutPower(asking, 'audits');
  if (refused) return refused;
  const { context, asker, moment } = asking;
  const rows = await context.database.query<Row>(sql`
    select * from cic.break_glass where council = ${context.council} and reviewed_at is null order by at`);
  await context.auditor.record(
    entryOf(asker, moment, 'list broken glass', { children: [...new Set(rows.map(({ child }) => child))] }),
  );
  return rows.map(brokenGlass);
}

/** Reviews a broken glass. Nobody reviews their own. */
export async function reviewGlass(
  asking: Asking,
  id: number,
  outcome: string,
): Promise<BrokenGlass | Refusal> {
  const refused = withoutPower(asking, 'audits');
  if (refused) return refused;
  if (outcome.trim() === '') return refuse('invalid', 'A review says what came of it.');
  const { context, asker, moment } = asking;
  return context.database.transaction(async (connection) => {
    const [row] = await connection.query<Row>(sql`
      update cic.break_glass
      set reviewed_by = ${asker.user}, reviewed_at = ${moment.toISOString()}::timestamptz, outcome = ${outcome}
      where council = ${context.council} and id = ${id} and reviewed_at is null and by_user <> ${asker.user}
      returning *`);
    if (!row) return refuse('not-found', `There is no broken glass ${id} that you can review.`);
    await note(
      connection,
      context.council,
      entryOf(asker, moment, 'review broken glass', {
        children: [row.child],
        detail: { glass: id, outcome },
      }),
    );
    return brokenGlass(row);
  });
}
