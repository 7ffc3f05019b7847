import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { policyOf } from '@cic/access';
import { aCouncil } from '@cic/core/testing';
import { startEmbedded } from '@cic/store';
import { openTestStore } from '@cic/store/testing';
import { exportJWK, generateKeyPair } from 'jose';
import { Provider } from 'oidc-provider';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createApi } from '../app.ts';
import { migrations } from '../migrations.ts';
import { listen } from '../server.ts';
import { openIdConnect } from './openIdConnect.ts';
import { ownPath, pageSignIn } from './pages.ts';

/** A browser without pictures: follows addresses, keeps cookies by host, fills in the provider's forms. */
class Browser {
  readonly cookies = new Map<string, string>();

  async go(address: string, init: RequestInit = {}): Promise<Response & { readonly at: string }> {
    const url = new URL(address);
    const headers = new Headers(init.headers);
    if (!headers.has('accept')) headers.set('accept', 'text/html');
    const own = [...this.cookies].filter(([name]) => name.startsWith(`${url.port} `));
    headers.set(
      'cookie',
      own.map(([name, value]) => `${name.slice(url.port.length + 1)}=${value}`).join('; '),
    );
    const answer = await fetch(address, { ...init, headers, redirect: 'manual' });
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      if (/max-age=0|expires=thu, 01 jan 1970/i.test(line)) this.cookies.delete(`${url.port} ${name}`);
      else this.cookies.set(`${url.port} ${name}`, value!);
    }
    const next = answer.headers.get('location');
    if (next !== null && this.follows) return this.go(new URL(next, address).href);
    return Object.assign(answer, { at: address });
  }

  follows = true;

  /** Sends the form of the provider's page. */
  fill(at: string, values: Record<string, string>) {
    return this.go(at, { method: 'POST', body: new URLSearchParams(values) });
  }

  session = (port: string) => this.cookies.get(`${port} __Host-cic-session`);
}

let provider: Server;
let api: Awaited<ReturnType<typeof listen>>;
let database: Awaited<ReturnType<typeof startEmbedded>>;
let store: Awaited<ReturnType<typeof openTestStore>>;
let port: string;
let browser: Browser;

beforeAll(async () => {
  provider = createServer();
  await new Promise<void>((done) => provider.listen(0, '127.0.0.1', done));
  const issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
  database = await startEmbedded();
  const council = aCouncil();
  store = await openTestStore(database, { policy: policyOf(council), migrations });
  let handle: (request: Request) => Response | Promise<Response> = () => new Response();
  api = await listen((request) => handle(request), { port: 0 });
  port = new URL(api.url).port;
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = { ...(await exportJWK(privateKey)), kid: 'k', alg: 'RS256', use: 'sig' };
  const oidc = new Provider(issuer, {
    jwks: { keys: [jwk] },
    clients: [
      {
        client_id: 'cic',
        client_secret: 'a-secret-of-this-test',
        redirect_uris: [`${api.url}/sign-in/callback`],
        post_logout_redirect_uris: [`${api.url}/sign-in`],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    claims: { openid: ['sub', 'roles'] },
    conformIdTokenClaims: false,
    cookies: { keys: ['of-this-test'] },
    findAccount: (_context: unknown, id: string) => ({
      accountId: id,
      claims: () => ({ sub: id, roles: ['CiC.Analyst'] }),
    }),
  });
  provider.on('request', oidc.callback());
  const roles = { 'CiC.Analyst': 'analyst' };
  handle = createApi({
    council,
    store,
    signIn: openIdConnect({ issuer, audience: 'cic' }),
    pages: pageSignIn(store, {
      issuer,
      clientId: 'cic',
      clientSecret: 'a-secret-of-this-test',
      address: api.url,
      roles,
    }),
  }).fetch;
}, 60_000);
afterAll(async () => {
  await api.close();
  await store.close();
  provider.closeAllConnections();
  provider.close();
});
beforeEach(() => {
  browser = new Browser();
});

/** Signs in as somebody would: asked for a page, sent to the provider, name and consent, and back. */
async function signIn(path = '/'): Promise<Response & { at: string }> {
  const form = await browser.go(`${api.url}${path}`);
  expect(form.at).toContain('/interaction/');
  const consent = await browser.fill(form.at, { prompt: 'login', login: 'an.analyst', password: 'any' });
  return browser.fill(consent.at, { prompt: 'consent' });
}

const asBrowser = (path: string, init: RequestInit = {}) => {
  browser.follows = false;
  return browser.go(`${api.url}${path}`, init);
};

describe('signing in to the pages', () => {
  it('sends a browser to the provider and back to the page it wanted', async () => {
    const page = await signIn('/');
    expect([page.status, page.at]).toEqual([200, `${api.url}/`]);
    expect(await page.text()).toContain('Sign out');
  });

  it('keeps a secret that is bound to this host and out of the reach of scripts', async () => {
    browser.follows = true;
    await signIn();
    browser.follows = false;
    const begun = await browser.go(`${api.url}/sign-in`);
    const [line] = begun.headers.getSetCookie();
    for (const word of ['__Host-', 'HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/'])
      expect(line).toContain(word);
    const { rows } = await database.query<{ id: string }>('select id from cic.page_session');
    expect(rows.map(({ id }) => id)).not.toContain(browser.session(port));
  });

  it('makes a new session at every sign-in: one that was planted is worth nothing', async () => {
    browser.cookies.set(`${port} __Host-cic-session`, 'planted-by-somebody-else');
    await signIn();
    const session = browser.session(port);
    expect(session).toMatch(/^[\w-]{43}$/);
    browser.cookies.set(`${port} __Host-cic-session`, 'planted-by-somebody-else');
    expect((await asBrowser('/')).headers.get('location')).toBe('/sign-in?to=%2F');
  });

  it('takes no answer of the provider to a sign-in that was not begun here', async () => {
    browser.follows = false;
    expect((await browser.go(`${api.url}/sign-in/callback?code=stolen&state=any`)).status).toBe(400);
    await browser.go(`${api.url}/sign-in`);
    expect((await browser.go(`${api.url}/sign-in/callback?code=stolen&state=any`)).status).toBe(400);
    expect(browser.session(port)).toBeUndefined();
  });

  it('lets no other site act with somebody’s session', async () => {
    await signIn();
    const ride = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };
    const from = (headers: Record<string, string>) =>
      asBrowser('/tables/check', { ...ride, headers: { ...ride.headers, ...headers } });
    expect((await from({ origin: 'https://elsewhere.example' })).status).toBe(401);
    expect((await from({ 'sec-fetch-site': 'cross-site' })).status).toBe(401);
    expect((await from({})).status).toBe(401);
    expect((await from({ origin: api.url })).status).toBe(422);
    const out = await asBrowser('/sign-out', {
      method: 'POST',
      headers: { origin: 'https://elsewhere.example' },
    });
    expect(out.status).toBe(403);
    expect((await asBrowser('/')).status).toBe(200);
  });

  it('ends a session everywhere when somebody signs out, with the provider too', async () => {
    await signIn();
    const secret = browser.session(port)!;
    const out = await asBrowser('/sign-out', { method: 'POST', headers: { origin: api.url } });
    expect(out.headers.get('location')).toContain('/session/end?id_token_hint=');
    browser.cookies.set(`${port} __Host-cic-session`, secret);
    expect((await asBrowser('/')).status).toBe(302);
  });

  it.each([
    ['half an hour without a request', 'seen_at'],
    ['ten hours', 'began_at'],
  ])('ends a session after %s', async (_when, column) => {
    await signIn();
    await database.query(`update cic.page_session set ${column} = now() - interval '11 hours'`);
    expect((await asBrowser('/')).headers.get('location')).toBe('/sign-in?to=%2F');
  });

  it('gives programs no page to sign in at, but a problem', async () => {
    const answer = await fetch(`${api.url}/records/child`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([401, 'application/problem+json']);
  });
});

describe('the page somebody wanted', () => {
  it.each([
    ['/indicators?x=1', '/indicators?x=1'],
    [undefined, '/'],
    ['https://elsewhere.example/', '/'],
    ['//elsewhere.example/', '/'],
    ['/\\elsewhere.example/', '/'],
    ['/\t/elsewhere.example', '/'],
    ['javascript:alert(1)', '/'],
    ['/..//elsewhere.example', '/'],
  ])('%j becomes %j', (asked, path) => {
    expect(ownPath(asked, 'https://cic.example')).toBe(path);
  });
});
