import { createHash } from 'node:crypto';
import sql from 'sql-template-tag';
import { canonicalJson, entryOf } from '../audit/entry.ts';
import type { Connection } from '../database/database.ts';
import { withoutPower, withoutReason } from '../powers.ts';
import { isRefusal, type Refusal, refuse } from '../problem.ts';
import { seenChild } from '../protection/restrict.ts';
import type { Asking } from '../records/asking.ts';

/** How long records of a type are kept that are not a child's case record. */
export interface RetentionRule {
  readonly record: string;
  readonly years: number;
  /** Counted from the record's last day, or from the day it was recorded where it has none. */
  readonly source: string;
}

/** How long a child's case record is kept, as a whole. */
export interface CaseRecordRule {
  /** From the day of birth. */
  readonly years: number;
  /** From the day of death of somebody who died under 18. */
  readonly yearsAfterDeath: number;
  /** From the adoption order, for adopted children. */
  readonly yearsAfterAdoption: number;
  readonly source: string;
}

export interface RetentionPolicy {
  readonly caseRecord: CaseRecordRule;
  readonly others: readonly RetentionRule[];
}

/** What the law asks; a council adds its own periods for records that are about no child. */
export const statutoryRetention: RetentionPolicy = {
  caseRecord: {
    years: 75,
    yearsAfterDeath: 15,
    yearsAfterAdoption: 100,
    source:
      'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 50; Disclosure of Adoption Information (Post-Commencement Adoptions) Regulations 2005, regulation 6',
  },
  others: [],
};

interface Key {
  readonly type: string;
  readonly id: string;
  readonly child: string | null;
}

/** What would go, before it goes. */
export interface ErasureReport {
  /** Names exactly these records: carrying it out needs it. */
  readonly digest: string;
  readonly children: readonly string[];
  /** Records by type, all their versions counted. */
  readonly records: readonly { readonly type: string; readonly records: number; readonly versions: number }[];
  /** Records about several people that name one of the children: they stay, and somebody has to look at them. */
  readonly naming: readonly { readonly type: string; readonly id: string }[];
  readonly source: string;
}

interface Found extends Key {
  readonly versions: number;
}

interface Erasure {
  readonly report: ErasureReport;
  readonly keys: readonly Key[];
}

function erasureOf(found: readonly Found[], source: string): Erasure {
  const keys = found.map(({ type, id, child }) => ({ type, id, child }));
  const types = [...new Set(found.map(({ type }) => type))].sort();
  const versions = found.map(({ type, id, versions: n }) => [type, id, n]);
  return {
    keys,
    report: {
      digest: createHash('sha256').update(canonicalJson(versions)).digest('hex'),
      children: [...new Set(keys.flatMap(({ child }) => (child === null ? [] : [child])))].sort(),
      records: types.map((type) => {
        const of = found.filter((one) => one.type === type);
        return { type, records: of.length, versions: of.reduce((sum, { versions: n }) => sum + n, 0) };
      }),
      naming: [],
      source,
    },
  };
}

/** An erasure with what is left that names its children. */
async function withNaming(connection: Connection, council: string, erasure: Erasure): Promise<Erasure> {
  const { children } = erasure.report;
  const naming = await connection.query<{ type: string; id: string }>(sql`
    select r.type, r.id from cic.record r
    where r.council = ${council} and r.superseded_at is null and not r.deleted
      and r.about ?| ${children}::text[] and coalesce(r.child <> all(${children}::text[]), true)
    order by r.type, r.id`);
  return { ...erasure, report: { ...erasure.report, naming } };
}

const GROUPED = sql`group by r.type, r.id order by r.type, r.id`;

/** All that was ever recorded of one child; records that name others too are left, for somebody to look at. */
async function aboutChild(connection: Connection, council: string, child: string): Promise<Erasure> {
  const found = await connection.query<Found>(sql`
    select r.type, r.id, max(r.child) as child, count(*)::int as versions from cic.record r
    where r.council = ${council} and r.child = ${child} ${GROUPED}`);
  return withNaming(connection, council, erasureOf(found, 'a decision to erase'));
}

async function pastKeeping(
  connection: Connection,
  council: string,
  { caseRecord, others }: RetentionPolicy,
  on: string,
): Promise<Erasure> {
  const { years, yearsAfterDeath, yearsAfterAdoption } = caseRecord;
  const found = await connection.query<Found>(sql`
    with person as (
      select c.id as child,
        (c.data ->> 'dateOfBirth')::date as born,
        (c.data ->> 'dateOfDeath')::date as died,
        (select max(e.valid_until) from cic.record e
          where e.council = c.council and e.child = c.id and e.type = 'episode' and e.superseded_at is null
            and e.data ->> 'reasonEpisodeCeased' in ('E11', 'E12')) as adopted
      from cic.record c
      where c.council = ${council} and c.type = 'child' and c.superseded_at is null
    ), over as (
      select child from person
      where greatest(
        case when died < born + interval '18 years' then died + make_interval(years => ${yearsAfterDeath}::int)
          else born + make_interval(years => ${years}::int) end,
        adopted + make_interval(years => ${yearsAfterAdoption}::int)) <= ${on}::date
    ), rule as (
      select * from jsonb_to_recordset(${JSON.stringify(others)}::jsonb) as r(record text, years integer)
    )
    select r.type, r.id, max(r.child) as child, count(*)::int as versions from cic.record r
    where r.council = ${council} and r.child in (select child from over) ${sql`group by r.type, r.id`}
    union all
    select r.type, r.id, max(r.child), count(*)::int from cic.record r join rule on rule.record = r.type
    where r.council = ${council} and r.child is null
    group by r.type, r.id, rule.years
    having max(coalesce(r.valid_until, r.valid_from, r.recorded_at::date)) + make_interval(years => rule.years) <= ${on}::date
    order by 1, 2`);
  return withNaming(connection, council, erasureOf(found, caseRecord.source));
}

async function report(
  asking: Asking,
  find: (connection: Connection) => Promise<Erasure>,
): Promise<ErasureReport | Refusal> {
  const refused = withoutPower(asking, 'keepsRecords');
  if (refused) return refused;
  const { context, asker, moment } = asking;
  const found = await find(context.database);
  const { digest, children } = found.report;
  await context.auditor.record(entryOf(asker, moment, 'report erasure', { children, detail: { digest } }));
  return found.report;
}

async function carryOut(
  asking: Asking,
  digest: string,
  find: (connection: Connection) => Promise<Erasure>,
): Promise<ErasureReport | Refusal> {
  const refused = withoutPower(asking, 'keepsRecords') ?? withoutReason(asking, 'erase records');
  if (refused) return refused;
  const { context, asker, moment } = asking;
  return context.database.transaction(async (connection) => {
    const { report: what, keys } = await find(connection);
    if (what.digest !== digest) {
      return refuse(
        'conflict',
        'What would go has changed since the report: read a new one before anything is erased.',
      );
    }
    const entry = canonicalJson(
      entryOf(asker, moment, 'erase', { children: what.children, detail: { digest, records: what.records } }),
    );
    await connection.query(
      sql`select cic.erase_records(${context.council}, ${JSON.stringify(keys)}::jsonb, ${entry})`,
    );
    return what;
  });
}

/** What retention would erase by a day (`YYYY-MM-DD`). Nothing goes. */
export const reportRetention = (
  asking: Asking,
  policy: RetentionPolicy,
  on: string,
): Promise<ErasureReport | Refusal> =>
  report(asking, (connection) => pastKeeping(connection, asking.context.council, policy, on));

/** Erases for good what a report of the same day named, if it is still the same. */
export const carryOutRetention = (
  asking: Asking,
  policy: RetentionPolicy,
  on: string,
  digest: string,
): Promise<ErasureReport | Refusal> =>
  carryOut(asking, digest, (connection) => pastKeeping(connection, asking.context.council, policy, on));

/** What erasing a child would erase. Nothing goes. */
export async function reportErasure(asking: Asking, child: string): Promise<ErasureReport | Refusal> {
  const seen = await seenChild(asking, child);
  if (isRefusal(seen)) return seen;
  return report(asking, (connection) => aboutChild(connection, asking.context.council, seen));
}

/** Erases for good all that was ever recorded of a child, if it is what the report named. The audit stays. */
export async function eraseChild(
  asking: Asking,
  child: string,
  digest: string,
): Promise<ErasureReport | Refusal> {
  const seen = await seenChild(asking, child);
  if (isRefusal(seen)) return seen;
  return carryOut(asking, digest, (connection) => aboutChild(connection, asking.context.council, seen));
}
