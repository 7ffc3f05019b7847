import sql from 'sql-template-tag';
import { canonicalJson, entryOf } from '../audit/entry.ts';
import { withoutPower, withoutReason } from '../powers.ts';
import { isRefusal, type Refusal, refuse } from '../problem.ts';
import type { Asking } from '../records/asking.ts';
import { versionsAt } from '../records/known.ts';
import { noSuchRecord } from '../records/read.ts';

export interface Restriction {
  readonly id: number;
  readonly child: string;
  /**
   * `restricted`: the child exists only for those named (a worker's own relative). `sealed`: an adopted child's earlier
   * identity. `protected-address`: where the child lives exists only for those named.
   */
  readonly kind: 'restricted' | 'sealed' | 'protected-address';
  readonly openToUsers: readonly string[];
  readonly openToRoles: readonly string[];
  /** ISO 8601. */
  readonly at: string;
}

/** The child, where the asker sees one with that id; otherwise what is said of no child at all. */
export async function seenChild(asking: Asking, child: string): Promise<string | Refusal> {
  const view = asking.view('child', 'rows', versionsAt({}));
  if (isRefusal(view)) return view;
  const [row] = await asking.context.database.query<{ child: string }>(
    sql`select r.child from ${view.from} where r.shown_id = ${child}`,
  );
  return row?.child ?? noSuchRecord('child', child);
}

/** Restricts a child's records or address to the people and roles named. The reason is the asker's. */
export async function restrict(
  asking: Asking,
  restriction: Pick<Restriction, 'child' | 'kind'> &
    Partial<Pick<Restriction, 'openToUsers' | 'openToRoles'>>,
): Promise<Restriction | Refusal> {
  const refused = withoutPower(asking, 'restricts') ?? withoutReason(asking, 'restrict a record');
  if (refused) return refused;
  const child = await seenChild(asking, restriction.child);
  if (isRefusal(child)) return child;
  const { context, asker, moment } = asking;
  const { kind, openToUsers = [], openToRoles = [] } = restriction;
  const unknown = openToRoles.find((role) => !context.policy.roles.has(role));
  if (unknown !== undefined) return refuse('invalid', `There is no role '${unknown}'.`);
  const at = moment.toISOString();
  const id = await context.database.transaction(async (connection) => {
    const [row] = await connection.query<{ id: number }>(sql`
      insert into cic.restriction (council, child, kind, open_to_users, open_to_roles, reason, by_user, at)
      values (${context.council}, ${child}, ${kind}, ${openToUsers}::text[], ${openToRoles}::text[], ${asker.reason!},
        ${asker.user}, ${at}::timestamptz)
      returning id`);
    const detail = { kind, restriction: row!.id, openToUsers, openToRoles };
    await connection.query(sql`insert into cic.audit (council, entry)
      values (${context.council}, ${canonicalJson(entryOf(asker, moment, 'restrict', { children: [child], detail }))})`);
    return row!.id;
  });
  return { id, child, kind, openToUsers, openToRoles, at };
}

/** Ends a restriction. A seal stays: it is opened link by link, never lifted. */
export async function endRestriction(
  asking: Asking,
  id: number,
): Promise<{ readonly ended: number } | Refusal> {
  const refused = withoutPower(asking, 'restricts') ?? withoutReason(asking, 'end a restriction');
  if (refused) return refused;
  const { context, asker, moment } = asking;
  return context.database.transaction(async (connection) => {
    const [row] = await connection.query<{ child: string }>(sql`
      update cic.restriction x set ended_at = ${moment.toISOString()}::timestamptz
      where x.council = ${context.council} and x.id = ${id} and x.ended_at is null and x.kind <> 'sealed'
        and (${asker.user} = any(x.open_to_users) or x.open_to_roles && ${asker.roles}::text[] or x.by_user = ${asker.user})
      returning x.child`);
    if (!row) return refuse('not-found', `There is no open restriction ${id}.`);
    const entry = entryOf(asker, moment, 'end restriction', {
      children: [row.child],
      detail: { restriction: id },
    });
    await connection.query(
      sql`insert into cic.audit (council, entry) values (${context.council}, ${canonicalJson(entry)})`,
    );
    return { ended: id };
  });
}

interface RestrictionRow {
  readonly id: number;
  readonly child: string;
  readonly kind: Restriction['kind'];
  readonly open_to_users: readonly string[];
  readonly open_to_roles: readonly string[];
  readonly at: string;
}

/** The restrictions in force that the asker may end: of children who exist for them. */
export async function openRestrictions(asking: Asking): Promise<readonly Restriction[] | Refusal> {
  const refused = withoutPower(asking, 'restricts');
  if (refused) return refused;
  const { context, asker, moment } = asking;
  const rows = await context.database.query<RestrictionRow>(sql`
    select id, child, kind, open_to_users, open_to_roles, at from cic.restriction x
    where x.council = ${context.council} and x.ended_at is null and x.kind <> 'sealed'
      and (${asker.user} = any(x.open_to_users) or x.open_to_roles && ${asker.roles}::text[] or x.by_user = ${asker.user})
    order by x.id`);
  await context.auditor.record(
    entryOf(asker, moment, 'list restrictions', { children: [...new Set(rows.map(({ child }) => child))] }),
  );
  return rows.map(({ open_to_users: openToUsers, open_to_roles: openToRoles, ...rest }) => ({
    ...rest,
    openToUsers,
    openToRoles,
  }));
}
