import type { Finding } from '../engine/findings.ts';
import { FILTER_SCRIPT, STYLE } from './page.ts';
import { type Report, type RuleCount, summarise } from './report.ts';

/**
 * One page that needs no network: the findings rule by rule, with a filter by rule and child. Without scripts it is
 * the same page without the filter; on paper it prints what is shown.
 */
export function htmlReport(report: Report): string {
  const { byRule, byTable, byTeam, skipped } = summarise(report);
  const title = `SSDA903 return ${report.year}${report.authority === '' ? '' : `: ${report.authority}`}`;
  const byCode = new Map<string, Finding[]>();
  for (const finding of report.findings) {
    const same = byCode.get(finding.rule);
    if (same) same.push(finding);
    else byCode.set(finding.rule, [finding]);
  }
  const children = new Set(report.findings.map(({ child }) => child)).size;
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>${html(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#findings">Skip to the findings</a>
<header><p>Statutory return of children looked after</p></header>
<main>
<h1>${html(title)}</h1>
<p class="lead">${number(report.validation.findings)} findings about ${number(children)} children, from ${number(byRule.length)} of ${number(Object.keys(report.validation.rules).length)} rules.</p>
${report.notices.length === 0 ? '' : `<div class="notice" role="note"><h2>Before you read on</h2><ul>${report.notices.map((notice) => `<li>${html(notice)}</li>`).join('')}</ul></div>`}
<p class="warning"><strong>This page holds personal data about children.</strong> Keep it where only those who need it can see it.</p>
<div class="columns">
${table(
  'By table',
  ['Table', 'Rows', 'Findings'],
  byTable.map(({ of, rows, findings }) => [of, number(rows), number(findings)]),
)}
${
  byTeam.length === 0
    ? ''
    : table(
        'By team',
        ['Team', 'Findings'],
        byTeam.map(({ of, findings }) => [of, number(findings)]),
      )
}
</div>
<form id="filter" hidden>
<div><label for="rule">Rule</label><select id="rule"><option value="">All rules</option>${byRule.map(({ rule }) => `<option value="${html(rule.code)}">${html(rule.code)} ${html(rule.title)}</option>`).join('')}</select></div>
<div><label for="child">Child</label><input id="child" autocomplete="off" spellcheck="false"></div>
<button type="reset">Show all</button>
<p id="shown" role="status"></p>
</form>
<div id="findings" tabindex="-1">
${byRule.map((count) => ruleSection(count, byCode.get(count.rule.code) ?? [], report.teamOf)).join('\n')}
</div>
${
  skipped.length === 0
    ? ''
    : `<section><h2>Not checked</h2>${table(
        '',
        ['Rule', 'What it checks', 'Why it was not checked'],
        skipped.map(({ rule, reason }) => [rule.code, rule.title, reason]),
      )}</section>`
}
</main>
<script>${FILTER_SCRIPT}</script>
</body>
</html>
`;
}

function ruleSection(
  { rule, findings: count }: RuleCount,
  findings: readonly Finding[],
  teamOf: Report['teamOf'],
): string {
  const team = teamOf ? '<th scope="col">Team</th>' : '';
  return `<section class="rule" data-rule="${html(rule.code)}" id="rule-${html(rule.code)}">
<h2><span class="code">${html(rule.code)}</span> ${html(rule.title)} <span class="tag ${rule.severity}">${rule.severity}</span></h2>
<p>${html(rule.means)}</p>
<p><strong>How to mend it:</strong> ${html(rule.fix)}</p>
<table><caption>${number(count)} ${count === 1 ? 'row' : 'rows'}</caption>
<thead><tr><th scope="col">Child</th>${team}<th scope="col">Table</th><th scope="col">Line</th><th scope="col">What is there</th></tr></thead>
<tbody>
${findings.map((finding) => findingRow(finding, teamOf)).join('\n')}
</tbody></table>
</section>`;
}

function findingRow({ child, table: name, row, line, values }: Finding, teamOf: Report['teamOf']): string {
  const what = Object.entries(values)
    .map(([field, value]) => `${html(field)} ${value === '' ? '<em>blank</em>' : `<b>${html(value)}</b>`}`)
    .join(', ');
  const team = teamOf ? `<td>${html(teamOf.get(child) ?? '')}</td>` : '';
  return `<tr data-child="${html(child)}"><th scope="row">${child === '' ? '<em>blank</em>' : html(child)}</th>${team}<td>${name}</td><td>${line ?? `row ${row}`}</td><td>${what}</td></tr>`;
}

function table(title: string, headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const caption = title === '' ? '' : `<caption>${html(title)}</caption>`;
  const head = headings.map((heading) => `<th scope="col">${html(heading)}</th>`).join('');
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${html(cell)}</td>`).join('')}</tr>`).join('');
  return `<table>${caption}<thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
}

const number = (value: number): string => value.toLocaleString('en-GB');

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const html = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
