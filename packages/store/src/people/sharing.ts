import { fieldsOf, type Purpose, purposes, type SharingAgreement } from '@cic/access';
import { parseIsoDate } from '@cic/core';
import sql from 'sql-template-tag';
import { canonicalJson, entryOf } from '../audit/entry.ts';
import type { Connection } from '../database/database.ts';
import { withoutPower } from '../powers.ts';
import { isRefusal, type Refusal, refuse } from '../problem.ts';
import { seenChild } from '../protection/restrict.ts';
import type { Asking } from '../records/asking.ts';

const isDay = (text: string): boolean => !Number.isNaN(parseIsoDate(text));

function wrongWith(asking: Asking, agreement: SharingAgreement): string | undefined {
  const { records, from, until, purpose, basis, agency, children, needsConsent } = agreement;
  if (agency.trim() === '') return 'An agreement names the agency it is made with.';
  if (basis.trim() === '') return 'An agreement states its lawful basis.';
  if (!(purpose in purposes))
    return `There is no purpose '${purpose}'; there are: ${Object.keys(purposes).join(', ')}.`;
  if (!isDay(from) || !isDay(until) || from > until)
    return 'An agreement has a first and a last day, YYYY-MM-DD, in this order.';
  if (children === undefined && !needsConsent) {
    return 'An agreement names its children, or covers those who have consented: it never covers everybody.';
  }
  for (const { record, fields } of records) {
    const type = asking.type(record);
    if (!type) return `There is no record type '${record}'.`;
    const unknown = fields.find((field) => !fieldsOf(type).includes(field));
    if (unknown !== undefined) return `'${record}' has no field '${unknown}'.`;
  }
  return undefined;
}

const note = (connection: Connection, council: string, entry: object) =>
  connection.query(sql`insert into cic.audit (council, entry) values (${council}, ${canonicalJson(entry)})`);

/** Puts an agreement into force: from its first day the agency sees what it covers, and nothing else. */
export async function signAgreement(
  asking: Asking,
  agreement: SharingAgreement,
): Promise<SharingAgreement | Refusal> {
  const refused = withoutPower(asking, 'restricts');
  if (refused) return refused;
  const wrong = wrongWith(asking, agreement);
  if (wrong !== undefined) return refuse('invalid', wrong);
  const { context, asker, moment } = asking;
  return context.database.transaction(async (connection) => {
    const [signed] = await connection.query(sql`
      insert into cic.sharing_agreement (council, id, agreement, signed_by, at)
      values (${context.council}, ${agreement.id}, ${JSON.stringify(agreement)}::jsonb, ${asker.user},
        ${moment.toISOString()}::timestamptz)
      on conflict do nothing returning id`);
    if (!signed)
      return refuse('conflict', `There is an agreement '${agreement.id}' already; end it and sign another.`);
    const children = agreement.children ?? [];
    await note(
      connection,
      context.council,
      entryOf(asker, moment, 'sign agreement', { children, detail: { ...agreement } }),
    );
    return agreement;
  });
}

/** The agreements that have not been ended, by their ids: what is shared with whom, until when, on what basis. */
export async function agreementsInForce(asking: Asking): Promise<readonly SharingAgreement[] | Refusal> {
  const refused = withoutPower(asking, 'restricts');
  if (refused) return refused;
  const { context, asker, moment } = asking;
  const rows = await context.database.query<{ agreement: SharingAgreement }>(sql`
    select agreement from cic.sharing_agreement
    where council = ${context.council} and ended_at is null order by id`);
  const agreements = rows.map(({ agreement }) => agreement);
  await context.auditor.record(
    entryOf(asker, moment, 'list agreements', {
      children: [...new Set(agreements.flatMap(({ children = [] }) => children))],
    }),
  );
  return agreements;
}

/** Ends an agreement at once. */
export async function endAgreement(
  asking: Asking,
  id: string,
): Promise<{ readonly ended: string } | Refusal> {
  const refused = withoutPower(asking, 'restricts');
  if (refused) return refused;
  const { context, asker, moment } = asking;
  return context.database.transaction(async (connection) => {
    const [row] = await connection.query(sql`
      update cic.sharing_agreement set ended_at = ${moment.toISOString()}::timestamptz
      where council = ${context.council} and id = ${id} and ended_at is null returning id`);
    if (!row) return refuse('not-found', `There is no agreement '${id}' in force.`);
    await note(
      connection,
      context.council,
      entryOf(asker, moment, 'end agreement', { detail: { agreement: id } }),
    );
    return { ended: id };
  });
}

export interface Consent {
  readonly id: number;
  readonly child: string;
  readonly purpose: Purpose;
  /** Left out: for any agency with an agreement for the purpose. */
  readonly agency?: string;
  /** False where consent was asked for and refused. */
  readonly given: boolean;
  /** Who decided, by role: 'the young person', 'a parent'. */
  readonly givenBy: string;
  /** `YYYY-MM-DD` */
  readonly from: string;
  readonly until?: string;
  readonly withdrawnAt?: string;
}

interface ConsentRow {
  readonly id: number;
  readonly child: string;
  readonly purpose: Purpose;
  readonly agency: string | null;
  readonly given: boolean;
  readonly given_by: string;
  readonly valid_from: string;
  readonly valid_until: string | null;
  readonly withdrawn_at: string | null;
}

const consent = (row: ConsentRow): Consent => ({
  id: row.id,
  child: row.child,
  purpose: row.purpose,
  ...(row.agency === null ? {} : { agency: row.agency }),
  given: row.given,
  givenBy: row.given_by,
  from: row.valid_from,
  ...(row.valid_until === null ? {} : { until: row.valid_until }),
  ...(row.withdrawn_at === null ? {} : { withdrawnAt: row.withdrawn_at }),
});

/** The child, where the asker may write what is said of them: whoever may write a child's views. */
async function heardChild(asking: Asking, child: string): Promise<string | Refusal> {
  if (asking.grants('view', 'write').length === 0) {
    return refuse('denied', 'These roles may not record what a child or parent has agreed to.');
  }
  return seenChild(asking, child);
}

/** Records that consent was given or refused, for one child and purpose. */
export async function recordConsent(
  asking: Asking,
  given: Omit<Consent, 'id' | 'withdrawnAt'>,
): Promise<Consent | Refusal> {
  const child = await heardChild(asking, given.child);
  if (isRefusal(child)) return child;
  if (!(given.purpose in purposes)) return refuse('invalid', `There is no purpose '${given.purpose}'.`);
  if (!isDay(given.from) || (given.until !== undefined && !isDay(given.until))) {
    return refuse('invalid', 'Consent has a first day, and may have a last, in the form YYYY-MM-DD.');
  }
  const { context, asker, moment } = asking;
  return context.database.transaction(async (connection) => {
    const [row] = await connection.query<ConsentRow>(sql`
      insert into cic.consent (council, child, purpose, agency, given, given_by, valid_from, valid_until, recorded_by, at)
      values (${context.council}, ${child}, ${given.purpose}, ${given.agency ?? null}, ${given.given}, ${given.givenBy},
        ${given.from}::date, ${given.until ?? null}::date, ${asker.user}, ${moment.toISOString()}::timestamptz)
      returning *`);
    const detail = { consent: row!.id, purpose: given.purpose, agency: given.agency, given: given.given };
    await note(
      connection,
      context.council,
      entryOf(asker, moment, 'record consent', { children: [child], detail }),
    );
    return consent(row!);
  });
}

/** Withdraws a consent at once. */
export async function withdrawConsent(asking: Asking, child: string, id: number): Promise<Consent | Refusal> {
  const seen = await heardChild(asking, child);
  if (isRefusal(seen)) return seen;
  const { context, asker, moment } = asking;
  return context.database.transaction(async (connection) => {
    const [row] = await connection.query<ConsentRow>(sql`
      update cic.consent set withdrawn_at = ${moment.toISOString()}::timestamptz
      where council = ${context.council} and child = ${seen} and id = ${id} and withdrawn_at is null returning *`);
    if (!row) return refuse('not-found', `There is no consent ${id} of that child to withdraw.`);
    await note(
      connection,
      context.council,
      entryOf(asker, moment, 'withdraw consent', { children: [seen], detail: { consent: id } }),
    );
    return consent(row);
  });
}

/** Everything that was said about sharing for a child. */
export async function consentOf(asking: Asking, child: string): Promise<readonly Consent[] | Refusal> {
  const seen = await seenChild(asking, child);
  if (isRefusal(seen)) return seen;
  const { context, asker, moment } = asking;
  const rows = await context.database.query<ConsentRow>(
    sql`select * from cic.consent where council = ${context.council} and child = ${seen} order by id`,
  );
  await context.auditor.record(entryOf(asker, moment, 'read consent', { children: [seen] }));
  return rows.map(consent);
}
