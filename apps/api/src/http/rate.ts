import { createMiddleware } from 'hono/factory';
import type { Signed } from '../deployment.ts';
import { problem } from '../problem.ts';

interface Bucket {
  tokens: number;
  at: number;
}

/** People whose last request is so long ago that their bucket is full again are forgotten beyond this number. */
const KEPT = 10_000;

/**
 * A bucket of requests for each person that fills up over a minute. Each process counts for itself: it keeps one caller
 * from crowding out the others, and is no quota.
 */
export function rateLimit(perMinute: number, now: () => number = Date.now) {
  const buckets = new Map<string, Bucket>();
  return createMiddleware<Signed>(async (c, next) => {
    const user = c.var.session?.asker.user;
    if (user === undefined) return next();
    const at = now();
    const known = buckets.get(user) ?? { tokens: perMinute, at };
    const tokens = Math.min(perMinute, known.tokens + ((at - known.at) / 60_000) * perMinute);
    buckets.delete(user);
    buckets.set(user, { tokens: Math.max(0, tokens - 1), at });
    if (buckets.size > KEPT) buckets.delete(buckets.keys().next().value!);
    if (tokens < 1) {
      c.header('retry-after', String(Math.ceil((1 - tokens) * (60 / perMinute))));
      return problem(c, 429, `One person may make ${perMinute} requests in a minute.`);
    }
    return next();
  });
}
