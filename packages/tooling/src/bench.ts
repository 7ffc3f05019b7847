import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { filesBelow, root, workspacePackages } from './workspace.ts';

/** What a benchmark returns: one table. Ratios to a peer or a floor of the same run count; times alone do not. */
export interface BenchmarkTable {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  readonly notes?: readonly string[];
}

const usage = `Usage: pnpm bench [PACKAGE...] [--json]

Runs the benchmarks of every package, or of those named ('core', 'ssda903'), and prints their tables.

  --json      print JSON on standard output, the tables on standard error
  --out FILE  also write the JSON to a file
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean' }, out: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
});

const markdown = ({ title, columns, rows, notes = [] }: BenchmarkTable): string =>
  [
    `### ${title}`,
    '',
    `| ${columns.join(' | ')} |`,
    `|${columns.map(() => '---').join('|')}|`,
    ...rows.map((row) => `| ${row.join(' | ')} |`),
    ...(notes.length > 0 ? ['', ...notes] : []),
    '',
  ].join('\n');

if (values.help) process.stdout.write(usage);
else {
  const wanted = workspacePackages().filter(
    ({ folder }) =>
      positionals.length === 0 || positionals.some((name) => folder.endsWith(`/${name}`) || folder === name),
  );
  if (wanted.length === 0) {
    process.stderr.write(`No package is called ${positionals.join(' or ')}.\n`);
    process.exitCode = 2;
  }
  const results: Record<string, BenchmarkTable[]> = {};
  for (const { name, folder } of wanted) {
    for (const file of filesBelow(folder, ['.bench.ts'])) {
      process.stderr.write(`running ${file}\n`);
      const { bench } = (await import(pathToFileURL(join(root, file)).href)) as {
        bench: () => Promise<BenchmarkTable[]>;
      };
      const tables = await bench();
      results[name] = [...(results[name] ?? []), ...tables];
      (values.json ? process.stderr : process.stdout).write(`${tables.map(markdown).join('\n')}\n`);
    }
  }
  const json = `${JSON.stringify({ machine: { cpus: (await import('node:os')).cpus().length, node: process.version }, results }, null, 2)}\n`;
  if (values.json) process.stdout.write(json);
  if (values.out) writeFileSync(values.out, json);
}
