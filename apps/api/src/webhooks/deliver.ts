import { createHmac } from 'node:crypto';
import type { ChangeLine, Store } from '@cic/store';
import { lease, type Subscription, settle } from './subscriptions.ts';

/** Changes of one delivery at most. */
const BATCH = 200;

/** Milliseconds a receiver may take. */
const TIMEOUT = 10_000;

/** `t=SECONDS,v1=HMAC`: over the time and the body, so that neither can be changed nor an old delivery sent again. */
export const signatureOf = (secret: string, seconds: number, body: string): string =>
  `t=${seconds},v1=${createHmac('sha256', Buffer.from(secret, 'hex')).update(`${seconds}.${body}`).digest('hex')}`;

async function post(
  { id, url, secret }: Subscription,
  changes: readonly ChangeLine[],
  now: Date,
): Promise<boolean> {
  const body = JSON.stringify({ webhook: id, changes });
  try {
    const answer = await fetch(url, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json',
        'cic-signature': signatureOf(secret, Math.floor(now.getTime() / 1000), body),
        'idempotency-key': `${id}.${changes.at(-1)!.seq}`,
      },
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT),
    });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false;
  }
}

/**
 * Delivers to one subscriber whose time has come: the changes they may read, in the order of commits, so in order for
 * each child. Nothing later goes out before what failed has gone out. Several processes may do this at once.
 * @returns whether there was anybody to deliver to
 */
export async function deliverNext(store: Store, now: Date): Promise<boolean> {
  const next = await lease(store, now);
  if (!next) return false;
  const { id, asker, after, failures } = next;
  const end = (await store.changes(after, BATCH)).at(-1)?.seq ?? after;
  const seen = await store.as({ ...asker, from: `webhook ${id}` }).changes(after, BATCH);
  const changes = seen.filter(({ seq }) => seq <= end);
  const arrived = changes.length === 0 || (await post(next, changes, now));
  await settle(store, id, now, arrived ? { after: end, failures: 0 } : { after, failures: failures + 1 });
  return true;
}

/** Delivers all the time, looking again every so many milliseconds; the function returned ends it after what is running. */
export function keepDelivering(store: Store, every = 1000): () => Promise<void> {
  let ended = false;
  let wake: () => void = () => undefined;
  const running = (async () => {
    while (!ended) {
      // A database that is away for a while is looked for again with the next round.
      const busy = await deliverNext(store, new Date()).catch(() => false);
      if (!busy && !ended) {
        await new Promise<void>((done) => {
          const timer = setTimeout(done, every);
          wake = () => {
            clearTimeout(timer);
            done();
          };
        });
      }
    }
  })();
  return async () => {
    ended = true;
    wake();
    await running;
  };
}
