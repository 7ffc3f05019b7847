import { validateReturn } from '../engine/run.ts';
import { yearNotices } from '../engine/year.ts';
import type { ReadFinding } from '../read/finding.ts';
import { authorityByCode } from '../reference/authorities.ts';
import { CannotRun, type CommandIo, choice, defineCommand } from './command.ts';
import { returnsIn, writeFile } from './files.ts';
import { CHECK_OPTIONS, onlyRules, readInput, readReference } from './input.ts';
import { FORMATS, render } from './render.ts';
import { readTeams } from './teams.ts';

const MOST_MESSAGES = 20;

export const validate = defineCommand({
  name: 'ssda903 validate',
  summary: 'Checks a return against every rule of its collection year.',
  usage: `cic ssda903 validate PATH… --year 2026 [options]

PATH is a folder, a zip archive or files: CSV (one table each) or one XML file.
A folder of folders, one for each return, is checked by several workers at once.

  --year 2026              collection year: 2026 is the year to 31 March 2026
  --authority E10000007    GSS code of the returning authority
  --previous PATH…         last year's return
  --providers FILE…        Ofsted's list of providers (XLSX or CSV, one or more files)
  --postcodes INDEX        postcode index, made by 'cic reference postcodes'
  --rules 101,392          only these rules
  --teams FILE             CSV with CHILD and TEAM, to count by team
  --format table|json|csv|xlsx|html
                           table on a terminal, else json
  --out FILE               write there instead of standard output; a folder for many returns
  --workers 4              for many returns

Exit code: 0 nothing found, 1 findings, 2 could not run.`,
  options: {
    ...CHECK_OPTIONS,
    rules: 'option',
    teams: 'option',
    format: 'option',
    out: 'option',
    workers: 'option',
  },
  async run(args, io) {
    const format = choice(args, 'format', FORMATS, io.isTerminal ? 'table' : 'json');
    const out = args.options.get('out');
    if (format === 'xlsx' && out === undefined) throw new CannotRun('--format xlsx needs --out FILE.');
    const only = onlyRules(args);
    const many = returnsIn(args.positionals, io.cwd);
    if (many.length > 0) {
      const { validateMany } = await import('./many.ts');
      return validateMany(many, args, format, io);
    }
    const reference = await readReference(args, io);
    if (reference.authority !== '' && !authorityByCode.has(reference.authority)) {
      io.err(
        `${reference.authority} is not a code of an upper-tier authority that is known here; it is used as it is.\n`,
      );
    }
    const input = readInput(args.positionals, args.lists.get('previous') ?? [], reference, io);
    sayReadFindings(input.readFindings, io);
    for (const notice of yearNotices(input.year, input.now, input.last)) io.err(`${notice}\n`);
    const validation = validateReturn({ ...input, ...(only && { only }) });
    const teamOf = readTeams(args.options.get('teams'), io);
    const report = await render(format, input, validation, {
      readFindings: input.readFindings,
      ...(teamOf && { teamOf }),
    });
    if (out === undefined) io.out(typeof report === 'string' ? report : '');
    else writeFile(out, io.cwd, report);
    return validation.findings > 0 ? 1 : 0;
  },
});

/** What could not be read whole; unreadable dates are findings of the rules already and are only counted here. */
function sayReadFindings(findings: readonly ReadFinding[], io: CommandIo): void {
  const dates = findings.filter(({ column }) => column !== undefined).length;
  const others = findings.filter(({ column }) => column === undefined);
  for (const { message } of others.slice(0, MOST_MESSAGES)) io.err(`${message}\n`);
  if (others.length > MOST_MESSAGES) io.err(`… and ${others.length - MOST_MESSAGES} more such messages.\n`);
  if (dates > 0) io.err(`${dates} dates could not be read; the rules treat them as blank.\n`);
}
