import { type Asker, type Purpose, purposes } from '@cic/access';
import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from 'jose';
import type { NotSignedIn, SignIn } from './signIn.ts';

/** Which claim of a token says what. Claims may hold one text or a list. */
export interface Claims {
  /** A stable id of the person or system: 'sub', or 'oid' at Microsoft Entra ID. */
  readonly user?: string;
  readonly roles?: string;
  readonly worker?: string;
  readonly teams?: string;
  readonly establishments?: string;
  readonly agency?: string;
}

export interface OpenIdConnectOptions {
  /** As the provider's tokens name it: 'https://login.microsoftonline.com/TENANT/v2.0'. */
  readonly issuer: string;
  /** What tokens for this API are made out to. */
  readonly audience: string;
  readonly claims?: Claims;
  /** Roles of this toolkit by the provider's names for them; others stay as they are. */
  readonly roles?: Readonly<Record<string, string>>;
  /** Signatures that are accepted; never 'none', never a shared secret. */
  readonly algorithms?: readonly ('RS256' | 'PS256' | 'ES256' | 'ES384' | 'EdDSA')[];
  /** Seconds by which clocks may differ. */
  readonly clockTolerance?: number;
  /** Seconds for which no new look at the provider's keys is taken, however many unknown keys tokens name. */
  readonly keyCooldown?: number;
  /** Seconds for which a token that held is not checked again, never beyond its own end; 60 where left out. */
  readonly rememberFor?: number;
}

export const DEFAULT_CLAIMS = {
  user: 'sub',
  roles: 'roles',
  worker: 'worker',
  teams: 'teams',
  establishments: 'establishments',
  agency: 'agency',
} as const;

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** An address secrets and keys may be fetched from. */
function safe(address: string, what: string): URL {
  const url = new URL(address);
  if (url.protocol !== 'https:' && !LOOPBACK.has(url.hostname)) {
    throw new RangeError(`${what} has to be an https address, but is '${address}'`);
  }
  return url;
}

/** The provider's keys, from where its discovery document says they are. */
async function keysOf(issuer: string, cooldown: number) {
  const address = safe(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, 'the issuer');
  const answer = await fetch(address, { signal: AbortSignal.timeout(5000), redirect: 'error' });
  if (!answer.ok) throw new Error(`the sign-in provider answered ${answer.status}`);
  const { issuer: named, jwks_uri } = (await answer.json()) as { issuer?: string; jwks_uri?: string };
  if (named !== issuer) throw new Error('the sign-in provider names another issuer than the configuration');
  return createRemoteJWKSet(safe(jwks_uri ?? '', 'jwks_uri'), { cooldownDuration: cooldown * 1000 });
}

/** Tokens kept beyond which the one used longest ago is checked anew. */
const REMEMBERED = 1000;

/** Tokens whose signature held a moment ago, so that a busy caller's is not computed for every request. */
function rememberFor(seconds: number) {
  const tokens = new Map<string, { readonly payload: JWTPayload; readonly until: number }>();
  return {
    get(token: string): { readonly payload: JWTPayload } | undefined {
      const known = tokens.get(token);
      if (known === undefined || known.until > Date.now()) return known;
      tokens.delete(token);
      return undefined;
    },
    set(token: string, payload: JWTPayload): void {
      tokens.delete(token);
      tokens.set(token, { payload, until: Math.min(payload.exp! * 1000, Date.now() + seconds * 1000) });
      if (tokens.size > REMEMBERED) tokens.delete(tokens.keys().next().value!);
    },
  };
}

const listOf = (claim: unknown): string[] => {
  if (typeof claim === 'string') return [claim];
  return Array.isArray(claim) ? claim.filter((one) => typeof one === 'string') : [];
};

const REALM = 'Bearer realm="cic"';

const not = (why: string, challenge = `${REALM}, error="invalid_token"`): NotSignedIn => ({
  notSignedIn: why,
  challenge,
});

const WHY: Readonly<Record<string, string>> = {
  ERR_JWT_EXPIRED: 'The token has expired: get a new one.',
  ERR_JWT_CLAIM_VALIDATION_FAILED:
    'The token was made for something else: issuer, audience or time do not fit.',
  ERR_JWS_SIGNATURE_VERIFICATION_FAILED: 'The signature of the token does not hold.',
  ERR_JWKS_NO_MATCHING_KEY: 'The token is signed with a key that is none of the sign-in provider’s.',
  ERR_JOSE_ALG_NOT_ALLOWED: 'The token is signed in a way that is not accepted.',
};

/** What a person looks at records for, and why, as the headers of a request say. */
export function circumstancesOf(headers: Headers): Pick<Asker, 'purpose' | 'reason'> | NotSignedIn {
  const purpose = headers.get('cic-purpose');
  const reason = headers.get('cic-reason');
  if (purpose !== null && !(purpose in purposes)) {
    return not(`CIC-Purpose is one of: ${Object.keys(purposes).join(', ')}.`, REALM);
  }
  return {
    ...(purpose === null ? {} : { purpose: purpose as Purpose }),
    ...(reason === null ? {} : { reason: reason.slice(0, 500) }),
  };
}

/** Who a token is for, by its claims. */
export function askerFrom(
  payload: JWTPayload,
  claims: Required<Claims>,
  roles: OpenIdConnectOptions['roles'] = {},
) {
  const one = (claim: string): string | undefined => listOf(payload[claim])[0];
  const user = one(claims.user);
  if (user === undefined || user === '') return not('The token does not say whom it is for.');
  const worker = one(claims.worker);
  const agency = one(claims.agency);
  return {
    user,
    roles: listOf(payload[claims.roles]).map((role) => (Object.hasOwn(roles, role) ? roles[role]! : role)),
    teams: listOf(payload[claims.teams]),
    establishments: listOf(payload[claims.establishments]),
    ...(worker === undefined ? {} : { worker }),
    ...(agency === undefined ? {} : { agency }),
  } satisfies Asker;
}

/**
 * Sign-in by bearer tokens of any OpenID Connect provider. Keys are found by discovery and followed as they rotate; a
 * key that a token brings along, or an address of keys it names, is never looked at.
 */
export function openIdConnect(options: OpenIdConnectOptions): SignIn {
  const { issuer, audience, algorithms = ['RS256', 'PS256', 'ES256', 'ES384', 'EdDSA'] } = options;
  safe(issuer, 'the issuer');
  const claims = { ...DEFAULT_CLAIMS, ...options.claims };
  let keys: ReturnType<typeof keysOf> | undefined;
  const verified = rememberFor(options.rememberFor ?? 60);
  const found = () => {
    keys ??= keysOf(issuer, options.keyCooldown ?? 30);
    keys.catch(() => {
      keys = undefined; // the next request tries again
    });
    return keys;
  };
  return {
    kind: 'openid-connect',
    async askerOf(headers) {
      const [, token] = /^Bearer ([\w.~+/=-]{1,16384})$/i.exec(headers.get('authorization') ?? '') ?? [];
      if (token === undefined)
        return not('Send a token of the sign-in provider: Authorization: Bearer …', REALM);
      try {
        const known = verified.get(token);
        const { payload } =
          known ??
          (await jwtVerify(token, await found(), {
            issuer,
            audience,
            algorithms: [...algorithms],
            requiredClaims: ['exp'],
            clockTolerance: options.clockTolerance ?? 30,
          }));
        if (!known) verified.set(token, payload);
        const asker = askerFrom(payload, claims, options.roles);
        if ('notSignedIn' in asker) return asker;
        const circumstances = circumstancesOf(headers);
        return 'notSignedIn' in circumstances ? circumstances : { ...asker, ...circumstances };
      } catch (error) {
        const unreachable = error instanceof errors.JWKSTimeout;
        if (error instanceof errors.JOSEError && !unreachable)
          return not(WHY[error.code] ?? 'The token cannot be read.');
        throw error;
      }
    },
  };
}
