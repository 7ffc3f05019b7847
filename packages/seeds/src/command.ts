import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { asJson, inWords } from './print.ts';
import type { Seed } from './seed.ts';
import { checkSeed, type DocumentResult, equalCells, lostCells } from './tally.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, update: { type: 'boolean', default: false } },
});

/** The equal cells that are kept; none where nobody has written the file yet, which is told. */
async function expectedOf({ expected }: Seed): Promise<Record<string, string[]> | undefined> {
  try {
    return JSON.parse(await readFile(expected, 'utf8')) as Record<string, string[]>;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

const results: DocumentResult[] = [];
const lost: string[] = [];
const missing: string[] = [];
for (const file of positionals) {
  const { seed } = (await import(pathToFileURL(resolve(file)).href)) as { seed: Seed };
  const own = await checkSeed(seed);
  results.push(...own);
  if (values.update) {
    await writeFile(seed.expected, `${JSON.stringify(equalCells(own), null, 2)}\n`);
    continue;
  }
  const expected = await expectedOf(seed);
  if (expected) lost.push(...lostCells(expected, own));
  else missing.push(fileURLToPath(seed.expected));
}
process.stdout.write(values.json ? `${asJson(results)}\n` : inWords(results));
if (lost.length > 0) {
  process.stderr.write(
    `Equal before, and not any more:\n${lost.map((name) => `  ${name}\n`).join('')}` +
      'If that is meant, write the new expectations with --update.\n',
  );
  process.exitCode = 1;
}
if (missing.length > 0) {
  process.stderr.write(
    `Not there: ${missing.join(', ')}. Write the cells that have to stay equal with --update.\n`,
  );
  process.exitCode = 1;
}
