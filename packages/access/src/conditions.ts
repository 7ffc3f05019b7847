import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { Asker } from './asker.ts';
import type { Grant, Reach } from './grants.ts';

/** When and where a question is asked. */
export interface Circumstances {
  readonly council: string;
  /** The day assignments and agreements are looked at, `YYYY-MM-DD`. */
  readonly on: string;
  /** The moment, ISO 8601: a broken glass lasts an hour. */
  readonly now: string;
}

/** Children whose assignment of a kind names one of the keys on a day. */
const assignedChildren = (
  to: string,
  keys: readonly string[],
  { council, on }: Circumstances,
): Sql => sql`select a.child from cic.assignment a
  where a.council = ${council} and a.kind = ${to} and a.key = any(${keys}::text[])
    and (a.valid_from is null or a.valid_from <= ${on}::date)
    and (a.valid_until is null or a.valid_until > ${on}::date)
    and not (a.latest and exists (
      select from cic.assignment l
      where l.council = a.council and l.child = a.child and l.type = a.type and l.property = a.property
        and l.valid_from > a.valid_from and l.valid_from <= ${on}::date))`;

const brokenGlass = (user: string, { council, now }: Circumstances): Sql =>
  sql`select b.child from cic.break_glass b
  where b.council = ${council} and b.by_user = ${user}
    and b.at <= ${now}::timestamptz and b.until > ${now}::timestamptz`;

function agreedChildren(
  { agreement }: Extract<Reach, { kind: 'agreement' }>,
  { council, on }: Circumstances,
): Sql {
  const { children, needsConsent, agency, purpose } = agreement;
  const listed = children ? sql`r.child = any(${children}::text[])` : sql`r.child is not null`;
  return needsConsent
    ? sql`${listed} and r.child in (
        select c.child from cic.consent c
        where c.council = ${council} and c.purpose = ${purpose} and (c.agency is null or c.agency = ${agency})
          and c.given and c.valid_from <= ${on}::date and (c.valid_until is null or c.valid_until >= ${on}::date)
          and c.withdrawn_at is null)`
    : listed;
}

/** Whether a grant reaches the row `r` of records. */
export function rowCondition({ reach }: Pick<Grant, 'reach'>, circumstances: Circumstances): Sql {
  switch (reach.kind) {
    case 'all':
      return sql`true`;
    case 'assigned':
      return sql`r.child in (${assignedChildren(reach.to, reach.keys, circumstances)})`;
    case 'glass':
      return sql`r.child in (${brokenGlass(reach.user, circumstances)})`;
    case 'agreement':
      return agreedChildren(reach, circumstances);
  }
}

const restrictedChildren = (
  kinds: readonly string[],
  asker: Asker,
  circumstances: Circumstances,
): Sql => sql`array(select x.child from cic.restriction x
    where x.council = ${circumstances.council} and x.kind = any(${kinds}::text[]) and x.ended_at is null
      and not (${asker.user} = any(x.open_to_users)) and not (x.open_to_roles && ${asker.roles}::text[])
      and not (x.kind = 'restricted' and x.child in (${brokenGlass(asker.user, circumstances)})))`;

/** The children who do not exist for an asker: restricted and sealed records override every role. */
export const hiddenChildren = (asker: Asker, circumstances: Circumstances): Sql =>
  restrictedChildren(['restricted', 'sealed'], asker, circumstances);

/** The children whose addresses do not exist for an asker. */
export const protectedAddresses = (asker: Asker, circumstances: Circumstances): Sql =>
  restrictedChildren(['protected-address'], asker, circumstances);

/** A row is about nobody who does not exist for the asker. */
export const aboutNobodyHidden = (hidden: Sql): Sql =>
  sql`coalesce(r.child <> all(${hidden}), true) and not r.about ?| ${hidden}`;

const PAD = 64;
const padsOf = new Map<string, { readonly inner: string; readonly outer: string }>();

/** The two keys of HMAC (RFC 2104), so that PostgreSQL can compute it with nothing but its own sha256. */
function pads(keyHex: string): { readonly inner: string; readonly outer: string } {
  const known = padsOf.get(keyHex);
  if (known) return known;
  const key = (keyHex.match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16));
  const padded = (with_: number): string =>
    Array.from({ length: PAD }, (_, i) => ((key[i] ?? 0) ^ with_).toString(16).padStart(2, '0')).join('');
  const made = { inner: padded(0x36), outer: padded(0x5c) };
  padsOf.set(keyHex, made);
  return made;
}

/**
 * A pseudonym of a text column: HMAC-SHA-256 under the deployment's key, so that it cannot be worked out from a list of
 * identifiers, and differs between councils. `keyHex` is 32 to 64 bytes.
 * @throws RangeError for a key of another length
 */
export function pseudonym(column: Sql, { council }: Pick<Circumstances, 'council'>, keyHex: string): Sql {
  if (!/^([0-9a-f]{2}){32,64}$/i.test(keyHex)) {
    throw new RangeError('the pseudonym key must be 32 to 64 bytes written as hexadecimal digits');
  }
  const { inner, outer } = pads(keyHex);
  return sql`'p' || left(encode(sha256(decode(${outer}, 'hex') || sha256(decode(${inner}, 'hex')
    || convert_to(${council}::text || '/' || ${column}, 'UTF8'))), 'hex'), 24)`;
}

export { join, raw, type Sql, sql };
