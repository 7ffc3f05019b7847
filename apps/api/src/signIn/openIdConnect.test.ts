import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { Provider } from 'oidc-provider';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openIdConnect } from './openIdConnect.ts';
import { isNotSignedIn } from './signIn.ts';

const AUDIENCE = 'https://cic.example.gov.uk/api';
const OTHER = 'https://other.example.gov.uk';

interface Running {
  readonly issuer: string;
  readonly server: Server;
}

const signingKey = async (kid: string) => {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  return { privateKey, jwk: { ...(await exportJWK(privateKey)), kid, alg: 'RS256', use: 'sig' } };
};
type SigningKey = Awaited<ReturnType<typeof signingKey>>;

/** A provider as a council would run one, with a machine client of the neighbouring system. */
async function provider(keys: readonly SigningKey[], port = 0): Promise<Running> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const oidc = new Provider(issuer, {
    jwks: { keys: keys.map(({ jwk }) => jwk) },
    clients: [
      {
        client_id: 'case-system',
        client_secret: 'a-secret-of-this-test',
        grant_types: ['client_credentials'],
        redirect_uris: [],
        response_types: [],
      },
    ],
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: (_: unknown, resource: string) => ({
          audience: resource,
          scope: 'records',
          accessTokenFormat: 'jwt',
          accessTokenTTL: 300,
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
    extraTokenClaims: () => ({ roles: ['CiC.Integrator', 'analyst'], worker: 'SW9', teams: 'team-1' }),
  });
  server.on('request', oidc.callback());
  return { issuer, server };
}

async function tokenFor(issuer: string, resource: string): Promise<string> {
  const answer = await fetch(`${issuer}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa('case-system:a-secret-of-this-test')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', resource, scope: 'records' }),
  });
  const body = (await answer.json()) as { access_token: string };
  expect(body, JSON.stringify(body)).toHaveProperty('access_token');
  return body.access_token;
}

let running: Running;
let first: SigningKey;
const options = () => ({
  issuer: running.issuer,
  audience: AUDIENCE,
  roles: { 'CiC.Integrator': 'integrator' },
  keyCooldown: 0,
  clockTolerance: 0,
});
const bearer = (token: string, more: Record<string, string> = {}) =>
  new Headers({ authorization: `Bearer ${token}`, ...more });

beforeAll(async () => {
  first = await signingKey('first');
  running = await provider([first]);
});
afterAll(() => {
  running.server.close();
});

/** A token that is right in everything, except for what a test changes. */
const forged = (claims: Record<string, unknown> = {}, header: Record<string, unknown> = {}) =>
  new SignJWT({ roles: ['records-officer'], ...claims })
    .setProtectedHeader({ alg: 'RS256', kid: 'first', typ: 'at+jwt', ...header })
    .setIssuer((claims.iss as string | undefined) ?? running.issuer)
    .setAudience((claims.aud as string | undefined) ?? AUDIENCE)
    .setSubject('somebody')
    .setExpirationTime((claims.exp as number | undefined) ?? '5 minutes');

describe('sign-in by OpenID Connect, with a real provider', () => {
  it('takes a token of the provider, and reads who it is from its claims', async () => {
    const signIn = openIdConnect(options());
    const token = await tokenFor(running.issuer, AUDIENCE);
    expect(
      await signIn.askerOf(bearer(token, { 'cic-purpose': 'exchange', 'cic-reason': 'nightly' })),
    ).toEqual({
      user: 'case-system',
      roles: ['integrator', 'analyst'],
      worker: 'SW9',
      teams: ['team-1'],
      establishments: [],
      purpose: 'exchange',
      reason: 'nightly',
    });
  });

  it('follows the keys as the provider rotates them', async () => {
    const signIn = openIdConnect(options());
    expect(isNotSignedIn(await signIn.askerOf(bearer(await tokenFor(running.issuer, AUDIENCE))))).toBe(false);
    const port = Number(new URL(running.issuer).port);
    await new Promise((done) => {
      running.server.close(done);
      running.server.closeAllConnections();
    });
    const second = await signingKey('second');
    running = await provider([second, first], port);
    expect(isNotSignedIn(await signIn.askerOf(bearer(await tokenFor(running.issuer, AUDIENCE))))).toBe(false);
  });

  const attacks: readonly (readonly [string, () => Promise<string>, RegExp])[] = [
    ['a token for another audience', () => tokenFor(running.issuer, OTHER), /made for something else/],
    [
      'an expired token',
      () => forged({ exp: Math.floor(Date.now() / 1000) - 60 }).sign(first.privateKey),
      /has expired/,
    ],
    [
      'a token of another issuer',
      () => forged({ iss: 'https://evil.example' }).sign(first.privateKey),
      /made for something else/,
    ],
    [
      'alg none',
      async () =>
        new UnsecuredJWT({ roles: ['records-officer'] })
          .setIssuer(running.issuer)
          .setAudience(AUDIENCE)
          .setSubject('x')
          .setExpirationTime('5 minutes')
          .encode(),
      /not accepted|cannot be read/,
    ],
    [
      'the public key used as a shared secret',
      async () => forged({}, { alg: 'HS256' }).sign(new TextEncoder().encode(JSON.stringify(first.jwk.n))),
      /not accepted/,
    ],
    [
      'a swapped key under the provider’s name for its own',
      async () => forged().sign((await signingKey('first')).privateKey),
      /signature/,
    ],
    [
      'a key that the token brings along',
      async () => {
        const own = await signingKey('own');
        const { n, e, kty } = own.jwk;
        return forged({}, { kid: 'own', jwk: { n, e, kty }, jku: 'https://evil.example/jwks' }).sign(
          own.privateKey,
        );
      },
      /none of the sign-in provider/,
    ],
    [
      'a token without an end',
      async () =>
        new SignJWT({ roles: [] })
          .setProtectedHeader({ alg: 'RS256', kid: 'first' })
          .setIssuer(running.issuer)
          .setAudience(AUDIENCE)
          .setSubject('x')
          .sign(first.privateKey),
      /made for something else/,
    ],
    ['nothing that is a token', async () => 'abc', /cannot be read/],
  ];

  it.each(attacks)('refuses %s', async (_, make, why) => {
    const answer = await openIdConnect(options()).askerOf(bearer(await make()));
    expect(answer).toMatchObject({ notSignedIn: expect.stringMatching(why) });
    expect(answer).toMatchObject({ challenge: expect.stringContaining('invalid_token') });
  });

  it('does not remember a token beyond its end', async () => {
    const signIn = openIdConnect({ ...options(), rememberFor: 3600 });
    const token = await forged({ exp: Math.floor(Date.now() / 1000) + 2 }).sign(first.privateKey);
    expect(isNotSignedIn(await signIn.askerOf(bearer(token)))).toBe(false);
    expect(isNotSignedIn(await signIn.askerOf(bearer(token)))).toBe(false);
    await new Promise((done) => setTimeout(done, 2100));
    expect(await signIn.askerOf(bearer(token))).toMatchObject({
      notSignedIn: expect.stringContaining('expired'),
    });
  });

  it('asks for a token where there is none, and for a purpose it knows', async () => {
    const signIn = openIdConnect(options());
    expect(await signIn.askerOf(new Headers())).toMatchObject({
      notSignedIn: expect.stringContaining('Bearer'),
    });
    const token = await tokenFor(running.issuer, AUDIENCE);
    expect(await signIn.askerOf(bearer(token, { 'cic-purpose': 'curiosity' }))).toMatchObject({
      notSignedIn: expect.stringContaining('CIC-Purpose is one of'),
    });
  });

  it('fetches keys over https only, this machine aside', () => {
    expect(() => openIdConnect({ ...options(), issuer: 'http://login.example.gov.uk' })).toThrow('https');
  });
});
