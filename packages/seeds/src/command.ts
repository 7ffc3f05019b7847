import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { asJson, inWords } from './print.ts';
import type { Seed } from './seed.ts';
import { checkSeed, type DocumentResult, equalCells, lostCells } from './tally.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, update: { type: 'boolean', default: false } },
});

const expectedOf = async ({ expected }: Seed): Promise<Record<string, string[]>> =>
  JSON.parse(await readFile(expected, 'utf8')) as Record<string, string[]>;

const results: DocumentResult[] = [];
const lost: string[] = [];
for (const file of positionals) {
  const { seed } = (await import(pathToFileURL(resolve(file)).href)) as { seed: Seed };
  const own = await checkSeed(seed);
  results.push(...own);
  if (values.update) await writeFile(seed.expected, `${JSON.stringify(equalCells(own), null, 2)}\n`);
  else lost.push(...lostCells(await expectedOf(seed), own));
}
process.stdout.write(values.json ? `${asJson(results)}\n` : inWords(results));
if (lost.length > 0) {
  process.stderr.write(
    `Equal before, and not any more:\n${lost.map((name) => `  ${name}\n`).join('')}` +
      'If that is meant, write the new expectations with --update.\n',
  );
  process.exitCode = 1;
}
