import sql from 'sql-template-tag';
import { canonicalJson, entryOf } from '../audit/entry.ts';
import { withoutPower, withoutReason } from '../powers.ts';
import { isRefusal, type Refusal, refuse } from '../problem.ts';
import type { Asking } from '../records/asking.ts';
import { seenChild } from './restrict.ts';

export interface SealedLink {
  readonly earlier: string;
  readonly present: string;
  /** `YYYY-MM-DD` */
  readonly adoptedOn: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Seals an adopted child's earlier identity: from then on it exists for the adoption role only. Where the child has a
 * present record, the link between the two is kept apart, in a table the application cannot read; the audit of the
 * sealing names the earlier identity and says nothing of the present one.
 * Source: Adoption and Children Act 2002, sections 56 to 65.
 */
export async function sealAdoption(
  asking: Asking,
  { earlier, present, adoptedOn }: Omit<SealedLink, 'present'> & { readonly present?: string },
): Promise<{ readonly sealed: string } | Refusal> {
  const refused = withoutPower(asking, 'opensSealed') ?? withoutReason(asking, 'seal a record');
  if (refused) return refused;
  if (!DAY.test(adoptedOn))
    return refuse('invalid', `adoptedOn must be a day in the form YYYY-MM-DD, but is '${adoptedOn}'.`);
  for (const id of present === undefined ? [earlier] : [earlier, present]) {
    const child = await seenChild(asking, id);
    if (isRefusal(child)) return child;
  }
  const { context, asker, moment } = asking;
  const at = moment.toISOString();
  const keepers = [...context.policy.roles.values()]
    .filter(({ opensSealed }) => opensSealed)
    .map(({ id }) => id);
  await context.database.transaction(async (connection) => {
    await connection.query(sql`
      insert into cic.restriction (council, child, kind, open_to_roles, reason, by_user, at)
      values (${context.council}, ${earlier}, 'sealed', ${keepers}::text[], 'adoption order', ${asker.user}, ${at}::timestamptz)`);
    if (present !== undefined) {
      await connection.query(
        sql`select cic.seal_link(${context.council}, ${earlier}, ${present}, ${adoptedOn}::date, ${at}::timestamptz, ${asker.user})`,
      );
    }
    const entry = entryOf(asker, moment, 'seal', { children: [earlier] });
    await connection.query(
      sql`insert into cic.audit (council, entry) values (${context.council}, ${canonicalJson(entry)})`,
    );
  });
  return { sealed: earlier };
}

/**
 * The other identity of an adopted child. The database itself refuses without a reason, and writes the audit in the same
 * breath.
 */
export async function openSealedLink(asking: Asking, child: string): Promise<SealedLink | Refusal> {
  const refused = withoutPower(asking, 'opensSealed') ?? withoutReason(asking, 'open a sealed link');
  if (refused) return refused;
  const { context, asker, moment } = asking;
  const entry = canonicalJson(entryOf(asker, moment, 'open sealed link', { children: [child] }));
  const [link] = await context.database.query<{ earlier: string; present: string; adopted_on: string }>(
    sql`select * from cic.open_sealed_link(${context.council}, ${child}, ${entry})`,
  );
  return link
    ? { earlier: link.earlier, present: link.present, adoptedOn: link.adopted_on }
    : refuse('not-found', `There is no sealed link of a child '${child}'.`);
}
