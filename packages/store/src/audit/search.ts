import { hiddenChildren } from '@cic/access';
import sql, { join, type Sql } from 'sql-template-tag';
import { londonDay } from '../context.ts';
import { withoutPower } from '../powers.ts';
import { type Refusal, refuse } from '../problem.ts';
import type { Asking } from '../records/asking.ts';
import { type AuditEntry, entryOf } from './entry.ts';

export interface AuditQuestion {
  readonly child?: string;
  readonly by?: string;
  readonly action?: string;
  readonly record?: string;
  /** ISO 8601 moments or days. */
  readonly from?: string;
  readonly until?: string;
  /** 1 to 1000; 100 where left out. */
  readonly limit?: number;
  /** How many of the newest are passed over. */
  readonly skip?: number;
}

/**
 * Entries of the audit, the newest first, of children who exist for the asker. The search is itself an entry, written
 * before the answer is given.
 */
export async function searchAudit(
  asking: Asking,
  question: AuditQuestion,
): Promise<readonly AuditEntry[] | Refusal> {
  const refused = withoutPower(asking, 'audits');
  if (refused) return refused;
  const { context, asker, moment } = asking;
  const { council } = context;
  const { child, by, action, record, from, until, limit = 100, skip = 0 } = question;
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000 || !Number.isInteger(skip) || skip < 0) {
    return refuse('invalid', 'The limit is a whole number from 1 to 1000, and skip one from 0.');
  }
  const hidden = hiddenChildren(asker, { council, on: londonDay(moment), now: moment.toISOString() });
  const tests: Sql[] = [sql`r.council = ${council}`, sql`not r.children ?| ${hidden}`];
  if (child !== undefined) tests.push(sql`r.children @> ${JSON.stringify([child])}::jsonb`);
  if (by !== undefined) tests.push(sql`r.by_user = ${by}`);
  if (action !== undefined) tests.push(sql`r.action = ${action}`);
  if (record !== undefined) tests.push(sql`r.type = ${record}`);
  if (from !== undefined) tests.push(sql`r.at >= ${from}`);
  if (until !== undefined) tests.push(sql`r.at <= ${until}`);
  const rows = await context.database.query<{ entry: string }>(sql`
    select r.entry from cic.audit r where ${join(tests, ' and ')} order by r.seq desc limit ${limit} offset ${skip}`);
  await context.auditor.record(
    entryOf(asker, moment, 'search audit', {
      ...(child === undefined ? {} : { children: [child] }),
      detail: { ...question, rows: rows.length },
    }),
  );
  return rows.map(({ entry }) => JSON.parse(entry) as AuditEntry);
}
