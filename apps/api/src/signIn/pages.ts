import type { Asker } from '@cic/access';
import type { Store } from '@cic/store';
import { type Context, Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import * as oidc from 'openid-client';
import { problem } from '../problem.ts';
import { askerFrom, type Claims, DEFAULT_CLAIMS } from './openIdConnect.ts';
import { type SessionLimits, sessionsIn } from './sessions.ts';
import { isNotSignedIn } from './signIn.ts';

export interface PageSignInOptions {
  readonly issuer: string;
  /** The application as the provider knows it. */
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where people reach this deployment: `https://cic.example.gov.uk`. The provider sends them back to `/sign-in/callback`. */
  readonly address: string;
  readonly claims?: Partial<Claims>;
  readonly roles?: Readonly<Record<string, string>>;
  readonly limits?: SessionLimits;
}

/** How people sign in to the pages: with the provider, in their browser. */
export interface PageSignIn {
  /** `/sign-in`, `/sign-in/callback`, `/sign-out`. */
  readonly routes: Hono;
  /** Who a request's browser is signed in as; undefined where it is not, or may not do what it asks. */
  readonly askerOf: (c: Context) => Promise<Asker | undefined>;
  /** Whether a browser wants a page and can be sent to sign in. */
  readonly wantsPage: (c: Context) => boolean;
}

// The prefix binds a cookie to this host, to https (or this machine) and to every path: no subdomain can set it.
const SESSION = '__Host-cic-session';
const UNDER_WAY = '__Host-cic-sign-in';
const TEN_MINUTES = 600;

const cookie = { httpOnly: true, secure: true, sameSite: 'Lax', path: '/' } as const;

interface UnderWay {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly to: string;
}

/** A path of this deployment, whatever was asked for: nobody is sent elsewhere after signing in. */
export function ownPath(asked: string | undefined, address: string): string {
  if (asked === undefined || !asked.startsWith('/') || /[\\\s]/.test(asked)) return '/';
  const there = URL.canParse(asked, address) ? new URL(asked, address) : undefined;
  // '/..//elsewhere.example' is of this origin, and its path alone would be another.
  const own = there?.origin === new URL(address).origin && !there.pathname.startsWith('//');
  return own ? `${there.pathname}${there.search}` : '/';
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Whether a request with a session's cookie comes from this deployment's own pages: browsers say so themselves. */
function fromHere(c: Context, address: string): boolean {
  if (SAFE.has(c.req.method)) return true;
  const origin = c.req.header('origin');
  return origin === undefined
    ? c.req.header('sec-fetch-site') === 'same-origin'
    : origin === new URL(address).origin;
}

function underWay(c: Context): UnderWay | undefined {
  try {
    return JSON.parse(getCookie(c, UNDER_WAY) ?? '') as UnderWay;
  } catch {
    return undefined;
  }
}

const again = (c: Context) =>
  problem(
    c,
    400,
    'This sign-in was not begun here, or was not finished in ten minutes: begin again at /sign-in.',
  );

/**
 * Sign-in for pages by the authorization code flow with PKCE. Every sign-in makes a new session, so that none can be
 * planted beforehand; the browser keeps a random secret and nothing else.
 */
export function pageSignIn(store: Store, options: PageSignInOptions): PageSignIn {
  const { issuer, clientId, clientSecret, address, roles } = options;
  const claims = { ...DEFAULT_CLAIMS, ...options.claims };
  const sessions = sessionsIn(store, options.limits);
  const callback = new URL('/sign-in/callback', address).href;
  let found: Promise<oidc.Configuration> | undefined;
  const provider = () => {
    const local = new URL(issuer).protocol === 'http:';
    found ??= oidc.discovery(new URL(issuer), clientId, clientSecret, undefined, {
      ...(local ? { execute: [oidc.allowInsecureRequests] } : {}),
    });
    found.catch(() => {
      found = undefined; // the next sign-in tries again
    });
    return found;
  };

  const routes = new Hono()
    .get('/sign-in', async (c) => {
      const verifier = oidc.randomPKCECodeVerifier();
      const [state, nonce] = [oidc.randomState(), oidc.randomNonce()];
      const to = ownPath(c.req.query('to'), address);
      setCookie(c, UNDER_WAY, JSON.stringify({ state, nonce, verifier, to } satisfies UnderWay), {
        ...cookie,
        maxAge: TEN_MINUTES,
      });
      const there = oidc.buildAuthorizationUrl(await provider(), {
        redirect_uri: callback,
        scope: 'openid',
        state,
        nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      });
      return c.redirect(there.href);
    })
    .get('/sign-in/callback', async (c) => {
      const begun = underWay(c);
      deleteCookie(c, UNDER_WAY, cookie);
      if (!begun) return again(c);
      const { search } = new URL(c.req.url);
      const tokens = await oidc
        .authorizationCodeGrant(await provider(), new URL(search, callback), {
          pkceCodeVerifier: begun.verifier,
          expectedState: begun.state,
          expectedNonce: begun.nonce,
          idTokenExpected: true,
        })
        .catch(() => undefined);
      const payload = tokens?.claims();
      if (!tokens?.id_token || !payload) return again(c);
      const asker = askerFrom(payload, claims, roles);
      if (isNotSignedIn(asker)) return problem(c, 403, asker.notSignedIn);
      const before = getCookie(c, SESSION);
      if (before !== undefined) await sessions.end(before);
      setCookie(c, SESSION, await sessions.begin(asker, tokens.id_token), cookie);
      return c.redirect(ownPath(begun.to, address));
    })
    .post('/sign-out', async (c) => {
      if (!fromHere(c, address)) return problem(c, 403, 'Sign out from a page of this deployment.');
      const secret = getCookie(c, SESSION);
      deleteCookie(c, SESSION, cookie);
      const session = secret === undefined ? undefined : await sessions.end(secret);
      const config = await provider();
      if (!session || config.serverMetadata().end_session_endpoint === undefined)
        return c.redirect('/sign-in', 303);
      const there = oidc.buildEndSessionUrl(config, {
        id_token_hint: session.idToken,
        post_logout_redirect_uri: new URL('/sign-in', address).href,
      });
      return c.redirect(there.href, 303);
    });

  return {
    routes,
    async askerOf(c) {
      const secret = getCookie(c, SESSION);
      if (secret === undefined || !fromHere(c, address)) return undefined;
      return (await sessions.find(secret))?.asker;
    },
    wantsPage: (c) => c.req.method === 'GET' && /\btext\/html\b/.test(c.req.header('accept') ?? ''),
  };
}
