import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { routePath } from 'hono/route';
import type { Signed, StoredDeployment } from '../deployment.ts';
import { problem } from '../problem.ts';
import { isNotSignedIn } from './signIn.ts';

/** Nothing about any child is at these: whether it works, what it offers, how it is described. */
export const isPublic = (path: string): boolean =>
  /^\/(health|ready|openapi\.json|docs(\/[\w.-]+)?|sign-in(\/callback)?|sign-out)$/.test(path);

/** Where a request came from, for the audit: the caller's address and the route, without the ids in it. */
function from(c: Context, behindProxy: boolean): string {
  const forwarded = behindProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  let address = forwarded;
  try {
    address ??= getConnInfo(c).remote.address;
  } catch {
    // Called without a server (in a test): there is no address.
  }
  return `${address?.slice(0, 60) ?? 'here'} ${c.req.method} ${routePath(c, -1)}`;
}

/** Lets through whoever is signed in, with the store as they see it; everybody else is asked who they are. */
export const signedIn = (deployment: StoredDeployment) =>
  createMiddleware<Signed>(async (c, next) => {
    if (isPublic(c.req.path)) return next();
    const { pages, signIn } = deployment;
    const bearing = c.req.raw.headers.has('authorization');
    const inBrowser = bearing ? undefined : await pages?.askerOf(c);
    if (!inBrowser && !bearing && pages?.wantsPage(c)) {
      return c.redirect(`/sign-in?to=${encodeURIComponent(c.req.path)}`);
    }
    const asker = inBrowser ?? (await signIn.askerOf(c.req.raw.headers).catch(() => undefined));
    if (!asker) {
      c.header('retry-after', '5');
      return problem(c, 503, 'The sign-in provider cannot be reached.');
    }
    if (isNotSignedIn(asker)) {
      c.header('www-authenticate', asker.challenge);
      return problem(c, 401, asker.notSignedIn);
    }
    c.set('deployment', deployment);
    c.set('session', deployment.store.as({ ...asker, from: from(c, deployment.behindProxy ?? false) }));
    return next();
  });
