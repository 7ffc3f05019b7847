import type { RecordType } from '@cic/core';
import sql from 'sql-template-tag';
import { type AuditEntry, entryOf } from '../audit/entry.ts';
import { withoutPower } from '../powers.ts';
import { isRefusal, type Refusal } from '../problem.ts';
import { seenChild } from '../protection/restrict.ts';
import type { Asking } from '../records/asking.ts';
import { allVersions } from '../records/known.ts';
import { acrossTypes, noSuchRecord, type StoredRecord, stored } from '../records/read.ts';

/** One look into the person's records or one change to them. */
export interface Look {
  /** ISO 8601. */
  readonly at: string;
  readonly action: string;
  /** Roles, never a name. */
  readonly who: readonly string[];
  readonly purpose?: string;
  readonly reason?: string;
  readonly record?: string;
}

/** Everything held on one person, and who looked at it. */
export interface SubjectAccess {
  readonly child: string;
  /** ISO 8601. */
  readonly preparedAt: string;
  /** All versions of all records, by type, the first first. */
  readonly records: readonly StoredRecord[];
  readonly looks: readonly Look[];
}

const ANOTHER = '(another child)';

/** Other children stay out of what a person is given of theirs. */
function onlyThis(value: unknown, child: string): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => onlyThis(item, child));
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      key === 'child' && item !== child ? ANOTHER : onlyThis(item, child),
    ]),
  );
}

const look = ({ at, action, roles, purpose, reason, type }: AuditEntry): Look => ({
  at,
  action,
  who: roles ?? [],
  ...(purpose === undefined ? {} : { purpose }),
  ...(reason === undefined ? {} : { reason }),
  ...(type === undefined ? {} : { record: type }),
});

/**
 * All that is held on one person, with every earlier version and every look, for the person themselves.
 * Source: UK GDPR article 15; requirement D-PLN-12.
 */
export async function subjectAccess(asking: Asking, child: string): Promise<SubjectAccess | Refusal> {
  const refused = withoutPower(asking, 'keepsRecords');
  if (refused) return refused;
  const seen = await seenChild(asking, child);
  if (isRefusal(seen)) return seen;
  const { context, asker, moment } = asking;
  const { rows, views } = await acrossTypes(
    asking,
    allVersions,
    sql`(r.child = ${seen} or r.about ? ${seen}::text)`,
  );
  if (rows.length === 0) return noSuchRecord('child', child);
  const looks = await context.database.query<{ entry: string }>(sql`
    select entry from cic.audit
    where council = ${context.council} and children @> ${JSON.stringify([seen])}::jsonb order by seq`);
  await context.auditor.record(
    entryOf(asker, moment, 'subject access', { children: [seen], detail: { records: rows.length } }),
  );
  const records = rows
    .map((row) => stored(views[row.n]!, row))
    .map((one) => ({ ...one, record: onlyThis(one.record, seen) as StoredRecord['record'] }))
    .sort((a, b) =>
      a.type < b.type ? -1 : a.type > b.type ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : a.version - b.version,
    );
  return {
    child: seen,
    preparedAt: moment.toISOString(),
    records,
    looks: looks.map(({ entry }) => look(JSON.parse(entry) as AuditEntry)),
  };
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** `placementType` → 'placement type' */
const spoken = (field: string): string => field.replace(/([A-Z])/g, ' $1').toLowerCase();

const longDay = (day: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day.slice(0, 10)}T00:00:00Z`),
  );

function told(value: unknown): string {
  if (value === true) return 'yes';
  if (value === false) return 'no';
  if (typeof value === 'string') return escaped(/^\d{4}-\d{2}-\d{2}$/.test(value) ? longDay(value) : value);
  if (Array.isArray(value)) return `<ul>${value.map((item) => `<li>${told(item)}</li>`).join('')}</ul>`;
  if (typeof value === 'object' && value !== null) return fields(value);
  return escaped(String(value));
}

const fields = (record: object): string =>
  `<dl>${Object.entries(record)
    .map(([field, value]) => `<dt>${escaped(spoken(field))}</dt><dd>${told(value)}</dd>`)
    .join('')}</dl>`;

function section(title: string, versions: readonly StoredRecord[]): string {
  const parts = versions.map(({ record, recordedAt, supersededAt, deleted }) => {
    const until = supersededAt === undefined ? '' : `, and changed on ${longDay(supersededAt)}`;
    return `<article><h3>${deleted ? 'Marked as deleted' : 'Written down'} on ${longDay(recordedAt)}${until}</h3>${fields(record)}</article>`;
  });
  return `<section><h2>${escaped(title)}</h2>${parts.join('')}</section>`;
}

/** A subject access as one page that needs nothing else: to be read on a screen or printed. */
export function subjectAccessPage(
  access: SubjectAccess,
  types: ReadonlyMap<string, RecordType<object>>,
): string {
  const names = [...new Set(access.records.map(({ type }) => type))];
  const sections = names.map((name) =>
    section(
      types.get(name)?.title ?? name,
      access.records.filter(({ type }) => type === name),
    ),
  );
  const looks = access.looks.map(
    ({ at, action, who, purpose, reason, record }) =>
      `<tr><td>${longDay(at)}</td><td>${escaped(who.map(spoken).join(', ').replaceAll('-', ' '))}</td><td>${escaped(action)}${
        record === undefined ? '' : ` (${escaped(record.replaceAll('-', ' '))})`
      }</td><td>${escaped(reason ?? purpose ?? '')}</td></tr>`,
  );
  return `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>What is held about you</title>
<style>body{font:1.1rem/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}dt{font-weight:600}dd{margin:0 0 .5rem}article{border-top:1px solid #999;padding-top:.5rem}table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid #ccc;text-align:left;padding:.3rem}</style>
</head><body>
<h1>What is held about you</h1>
<p>This was put together for you on ${longDay(access.preparedAt)}. It holds everything the council has written down about you
in this system, with everything it said before it was changed, and everybody who looked at it. Other children are left out.
You may ask for anything that is wrong to be put right.</p>
${sections.join('\n')}
<section><h2>Who looked, and why</h2>
<table><thead><tr><th>When</th><th>Who</th><th>What they did</th><th>Why</th></tr></thead><tbody>${looks.join('')}</tbody></table>
</section></body></html>
`;
}
