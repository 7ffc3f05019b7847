import { randomBytes, randomUUID } from 'node:crypto';
import type { Asker } from '@cic/access';
import { councilOnly, type Migration, type Store } from '@cic/store';
import sql from 'sql-template-tag';

/** Somebody who is told of changes in what they may read. */
export interface Subscription {
  readonly id: string;
  readonly url: string;
  /** Whose eyes the changes are seen with. */
  readonly asker: Asker;
  /** Shared with the receiver, in hexadecimal: every delivery is signed with it. */
  readonly secret: string;
  /** Number of the last change that was delivered. */
  readonly after: number;
  /** Deliveries that failed since the last that did not. */
  readonly failures: number;
}

export const webhookMigration: Migration = {
  name: '0002-webhooks',
  statements: [
    `create table cic.webhook (
      council text not null,
      id text not null,
      url text not null,
      asker jsonb not null,
      secret text not null,
      after bigint not null,
      failures integer not null default 0,
      next_at timestamptz not null default now(),
      primary key (council, id)
    )`,
    ...councilOnly('cic.webhook'),
    'grant select, insert, update, delete on cic.webhook to cic_app',
  ],
};

/** Seconds for which a process has a subscription to itself: longer than a delivery may take. */
const LEASE = 60;

/** Seconds to wait after so many failures: from two seconds to a quarter of an hour. */
export const patience = (failures: number): number => Math.min(900, 2 ** failures);

type Shelf = Pick<Store, 'database' | 'council'>;

const COLUMNS = sql`id, url, asker, secret, after, failures`;

/** A new subscription, from the present end of the feed on. */
export async function subscribe(
  { database, council }: Shelf,
  asker: Asker,
  url: string,
): Promise<Subscription> {
  const { from: _from, ...kept } = asker;
  const [row] = await database.query<Subscription>(sql`
    insert into cic.webhook (council, id, url, asker, secret, after)
    select ${council}, ${randomUUID()}, ${url}, ${JSON.stringify(kept)}::jsonb, ${randomBytes(32).toString('hex')},
      coalesce((select max(seq) from cic.change where council = ${council}), 0)
    returning ${COLUMNS}`);
  return row!;
}

/** A person's own subscriptions. */
export const subscriptionsOf = (
  { database, council }: Shelf,
  user: string,
): Promise<readonly Subscription[]> =>
  database.query<Subscription>(sql`
    select ${COLUMNS} from cic.webhook where council = ${council} and asker ->> 'user' = ${user} order by id`);

/** Ends a person's own subscription; whether there was one. */
export async function unsubscribe({ database, council }: Shelf, user: string, id: string): Promise<boolean> {
  const gone = await database.query<object>(sql`
    delete from cic.webhook where council = ${council} and asker ->> 'user' = ${user} and id = ${id} returning id`);
  return gone.length > 0;
}

/** A subscription whose time has come, for this process alone for a minute; undefined where there is none. */
export async function lease({ database, council }: Shelf, now: Date): Promise<Subscription | undefined> {
  const [row] = await database.query<Subscription>(sql`
    update cic.webhook w set next_at = ${now.toISOString()}::timestamptz + ${LEASE} * interval '1 second'
    where w.council = ${council} and w.id = (
      select id from cic.webhook
      where council = ${council} and next_at <= ${now.toISOString()}::timestamptz
        and after < (select coalesce(max(seq), 0) from cic.change where council = ${council})
      order by next_at limit 1 for update skip locked)
    returning ${COLUMNS}`);
  return row;
}

/** Notes how a delivery went. */
export async function settle(
  { database, council }: Shelf,
  id: string,
  now: Date,
  how: { readonly after: number; readonly failures: number },
): Promise<void> {
  const wait = how.failures === 0 ? 0 : patience(how.failures);
  await database.query(sql`
    update cic.webhook set after = ${how.after}, failures = ${how.failures},
      next_at = ${now.toISOString()}::timestamptz + ${wait} * interval '1 second'
    where council = ${council} and id = ${id}`);
}
