import { ruleByCode, rulesOf } from '../engine/catalogue.ts';
import { type ExampleReturn, exampleYear, type Rule } from '../engine/rule.ts';
import { aligned } from '../report/text.ts';
import { rules as allRules } from '../rules/index.ts';
import { CannotRun, defineCommand } from './command.ts';
import { yearOf } from './input.ts';

export const rule = defineCommand({
  name: 'ssda903 rule',
  summary: 'Explains a rule: what it checks, on which data, since when, with examples.',
  usage: `cic ssda903 rule CODE [--json]

  CODE      such as 101 or 503A
  --json    as data`,
  options: { help: 'flag', json: 'flag' },
  async run({ positionals: [code], flags }, io) {
    if (code === undefined) throw new CannotRun('No rule was named: give its code, such as 503A.');
    const found =
      ruleByCode.get(code) ?? allRules.find((each) => each.code.toUpperCase() === code.toUpperCase());
    if (!found) throw new CannotRun(`There is no rule ${code}; 'cic ssda903 rules' lists them.`);
    io.out(flags.has('json') ? `${JSON.stringify(found)}\n` : explanation(found));
    return 0;
  },
});

export const rules = defineCommand({
  name: 'ssda903 rules',
  summary: 'Lists the rules, of one collection year or of all.',
  usage: `cic ssda903 rules [--year 2026] [--json] [--differs]

  --year 2026   only the rules of this collection year
  --differs     only those that depart from the reference's description, and why
  --json        as data, with everything known of each rule`,
  options: { help: 'flag', year: 'option', json: 'flag', differs: 'flag' },
  async run(args, io) {
    const ofYear = args.options.has('year') ? rulesOf(yearOf(args)) : allRules;
    const listed = args.flags.has('differs') ? ofYear.filter((each) => each.differsFromReference) : ofYear;
    if (args.flags.has('json')) io.out(`${JSON.stringify(listed)}\n`);
    else {
      const why = (each: Rule): readonly string[] =>
        args.flags.has('differs')
          ? [each.code, each.differsFromReference ?? '']
          : [each.code, each.severity, each.title];
      io.out(`${aligned(listed.map(why)).join('\n')}\n`);
    }
    return 0;
  },
});

/** A rule in words. */
function explanation(rule: Rule): string {
  const [from, to] = rule.years;
  const fields = Object.entries(rule.fields).map(([table, columns]) => `${table} (${columns.join(', ')})`);
  const needs = [
    ...rule.tables,
    ...(rule.needs ?? []).map((need) => NEEDS[need] ?? `last year's ${need.slice('last '.length)}`),
  ];
  return `${[
    `${rule.code}  ${rule.title}`,
    '',
    rule.means,
    '',
    `How to mend it   ${rule.fix}`,
    `Severity         ${rule.severity}`,
    `Looks at         ${fields.join('; ')}`,
    `Needs            ${needs.join(', ') || 'nothing in particular'}`,
    `Collection years ${to === undefined ? `from ${from}` : `${from} to ${to}`}`,
    ...(rule.differsFromReference ? [`Differs          ${rule.differsFromReference}`] : []),
    '',
    `Is flagged (in ${exampleYear(rule)}):`,
    ...exampleLines(rule.fails),
    '',
    'Passes:',
    ...exampleLines(rule.passes),
  ].join('\n')}\n`;
}

const NEEDS: Readonly<Record<string, string>> = {
  providers: "Ofsted's provider list",
  postcodes: 'a postcode directory',
  authority: 'the code of the returning authority',
  xml: 'a return in XML',
};

/** An example, one row a line. */
export function exampleLines({ format, ...tables }: ExampleReturn): readonly string[] {
  const lines = Object.entries(tables).flatMap(([table, rows]) =>
    rows.map((cells: Readonly<Record<string, unknown>>) => {
      const written = Object.entries(cells).map(
        ([column, value]) => `${column} ${value === '' ? 'blank' : String(value)}`,
      );
      return `  ${table}: ${written.join(', ') || 'a row, everything blank'}`;
    }),
  );
  return format === 'xml' ? [...lines, '  (in XML)'] : lines;
}
