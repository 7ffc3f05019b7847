import type { CodeSet, JsonSchema, RecordType } from '@cic/core';
import type { StoredRecord } from '../records/read.ts';
import type { Look, SubjectAccess } from './subjectAccess.ts';

/** What the words and codes of records mean. */
export interface Meanings {
  readonly types: ReadonlyMap<string, RecordType<object>>;
  readonly codeSets: readonly CodeSet[];
}

type LabelOf = (set: unknown, code: string) => string;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** `placementType` → 'placement type', `social-worker` → 'social worker' */
const spoken = (name: string): string =>
  name
    .replace(/([A-Z])/g, ' $1')
    .replaceAll('-', ' ')
    .toLowerCase();

/** What was done, as the audit names it, in words for the person it was done to. */
const DONE: Readonly<Record<string, string>> = {
  list: 'saw in a list',
  read: 'read',
  'read child': 'read your whole record',
  history: 'read earlier versions',
  timeline: 'read your timeline',
  'list children': 'saw you in a list of children',
  'list duties': 'looked at what is due for you',
  create: 'wrote',
  replace: 'changed',
  patch: 'changed',
  remove: 'marked as deleted',
  'break glass': 'opened your record in an emergency',
  'review broken glass': 'checked whether the emergency was one',
  restrict: 'limited who may see your record',
  'end restriction': 'ended a limit on who may see your record',
  'merge persons': 'joined two records of you',
  'split persons': 'took two joined records apart',
  'search audit': 'looked at who had read your record',
  'subject access': 'put a copy together for you',
};

const longDay = (day: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day.slice(0, 10)}T00:00:00Z`),
  );

const list = (items: readonly string[]): string =>
  `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;

function said(value: unknown, schema: JsonSchema, labelOf: LabelOf): string {
  if (value === true) return 'yes';
  if (value === false) return 'no';
  if (typeof value === 'string')
    return escaped(/^\d{4}-\d{2}-\d{2}$/.test(value) ? longDay(value) : labelOf(schema['x-code-set'], value));
  if (Array.isArray(value)) return list(value.map((item) => said(item, schema.items ?? {}, labelOf)));
  if (typeof value === 'object' && value !== null) return fields(value, schema, labelOf);
  return escaped(String(value));
}

/** A record's fields in the order of its schema. */
function fields(record: object, { properties = {} }: JsonSchema, labelOf: LabelOf): string {
  const order = Object.keys(properties);
  const entries = Object.entries(record).sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  const terms = entries.map(
    ([field, value]) =>
      `<dt>${escaped(spoken(field))}</dt><dd>${said(value, properties[field] ?? {}, labelOf)}</dd>`,
  );
  return `<dl>${terms.join('')}</dl>`;
}

function section(versions: readonly StoredRecord[], { types, codeSets }: Meanings): string {
  const name = versions[0]!.type;
  const type = types.get(name);
  const labelOf: LabelOf = (set, code) => codeSets.find(({ id }) => id === set)?.label(code) ?? code;
  const parts = versions.map(({ record, recordedAt, supersededAt, deleted }) => {
    const until = supersededAt === undefined ? '' : `, and changed on ${longDay(supersededAt)}`;
    const heading = `${deleted ? 'Marked as deleted' : 'Written down'} on ${longDay(recordedAt)}${until}`;
    return `<article><h3>${heading}</h3>${fields(record, type?.schema ?? {}, labelOf)}</article>`;
  });
  return `<section><h2>${escaped(type?.title ?? name)}</h2>${parts.join('')}</section>`;
}

function row({ at, action, who, purpose, reason, record }: Look): string {
  const what = `${DONE[action] ?? action}${record === undefined ? '' : `: ${spoken(record)}`}`;
  const cells = [longDay(at), who.map(spoken).join(', '), what, reason ?? (purpose && spoken(purpose)) ?? ''];
  return `<tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`;
}

const STYLE = `body{font:1.1rem/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}
dt{font-weight:600}dd{margin:0 0 .5rem}dd dl{margin:0 0 0 1rem}dt::first-letter,td::first-letter{text-transform:uppercase}
article{border-top:1px solid #767676;padding-top:.5rem}table{border-collapse:collapse;width:100%}
td,th{border-bottom:1px solid #767676;text-align:left;vertical-align:top;padding:.3rem .6rem .3rem 0}
@media print{body{font-size:11pt;margin:0;max-width:none}h2,h3{break-after:avoid}dt{break-after:avoid}tr{break-inside:avoid}thead{display:table-header-group}}`;

/**
 * A subject access as one page that needs nothing else: to be read on a screen or printed. Codes are told by what they
 * mean, in the words of their lists.
 */
export function subjectAccessPage(access: SubjectAccess, meanings: Meanings): string {
  const names = [...new Set(access.records.map(({ type }) => type))];
  const sections = names.map((name) =>
    section(
      access.records.filter(({ type }) => type === name),
      meanings,
    ),
  );
  return `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>What is held about you</title>
<style>${STYLE}</style>
</head><body><main>
<h1>What is held about you</h1>
<p>This was put together for you on ${longDay(access.preparedAt)}. It holds everything the council has written down about you
in this system, with everything it said before it was changed, and everybody who looked at it. Other children are left out.
You may ask for anything that is wrong to be put right.</p>
${sections.join('\n')}
<section><h2>Who looked, and why</h2>
<table><thead><tr><th scope="col">When</th><th scope="col">Who</th><th scope="col">What they did</th><th scope="col">Why</th></tr></thead><tbody>${access.looks.map(row).join('')}</tbody></table>
</section></main></body></html>
`;
}
