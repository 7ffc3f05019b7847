import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { exampleLines } from '../src/cli/rules.ts';
import { rulesOf } from '../src/engine/catalogue.ts';
import { exampleYear, type Rule } from '../src/engine/rule.ts';
import { rules } from '../src/rules/index.ts';

/** Written by `node --conditions=@cic/source packages/ssda903/scripts/rule-catalogue.ts`; a test fails when it is out of date. */
export const CATALOGUE = fileURLToPath(new URL('../../../docs/rules-903.md', import.meta.url));

const YEARS = [2026, 2027];

/** The catalogue of rules as Markdown. */
export function catalogue(): string {
  const differing = rules.filter(({ differsFromReference }) => differsFromReference);
  const across = rules.filter(({ acrossChildren }) => acrossChildren);
  return `${[
    '# The rules of the SSDA903 return',
    '',
    `${rules.length} rules${YEARS.map((year) => `; ${rulesOf(year).length} apply to collection year ${year}`).join('')} (${YEARS[0]} is the year to 31 March ${YEARS[0]}).`,
    'Generated from the rules themselves; `cic ssda903 rule CODE` prints one of them.',
    '',
    'A rule is an **error** when the return is not accepted until it is mended, and a **query** when a person has to',
    'look at it and it may stand. Every rule looks at one child at a time, except',
    `${across.map(({ code }) => `[${code}](#${anchor(code)})`).join(', ')}, which count across children.`,
    '',
    '## Where we depart from the existing tool',
    '',
    'The conditions are those of the tool that councils use today. Where what it does is plainly an accident, the',
    'intent is followed instead:',
    '',
    '| rule | difference |',
    '|---|---|',
    ...differing.map(
      (rule) => `| [${rule.code}](#${anchor(rule.code)}) | ${cell(rule.differsFromReference ?? '')} |`,
    ),
    '',
    '## The rules',
    '',
    ...rules.flatMap(entry),
  ].join('\n')}`;
}

function entry(rule: Rule): readonly string[] {
  const [from, to] = rule.years;
  const fields = Object.entries(rule.fields).map(([table, columns]) => `${table}: ${columns.join(', ')}`);
  return [
    `<a id="${anchor(rule.code)}"></a>`,
    '',
    `### ${rule.code}: ${rule.title}`,
    '',
    `${rule.means} **To mend it:** ${rule.fix}`,
    '',
    `*${rule.severity}*, ${to === undefined ? `from ${from}` : from === to ? `${from} only` : `${from} to ${to}`}; looks at ${fields.join('; ')}.`,
    '',
    `Flagged (in ${exampleYear(rule)}):`,
    '',
    '```text',
    ...exampleLines(rule.fails).map((line) => line.trim()),
    '```',
    '',
    'Passes:',
    '',
    '```text',
    ...exampleLines(rule.passes).map((line) => line.trim()),
    '```',
    '',
  ];
}

const anchor = (code: string): string => `rule-${code.toLowerCase()}`;

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(CATALOGUE, catalogue());
