import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { generate } from './generate.ts';

const USAGE =
  'node packages/tooling/src/generate/main.ts <schema folder> <out folder> [--with <schema folder>]…';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { with: { type: 'string', multiple: true } },
});
const [folder, out] = positionals;
if (folder === undefined || out === undefined) {
  console.error(USAGE);
  process.exit(2);
}
try {
  const files = await generate(folder, values.with);
  mkdirSync(out, { recursive: true });
  for (const [name, text] of files) writeWhenChanged(join(out, name), text);
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}

/** A file that would not change keeps its time, so that watchers and caches rest. */
function writeWhenChanged(path: string, text: string): void {
  try {
    if (readFileSync(path, 'utf8') === text) return;
  } catch {
    // Not written before.
  }
  writeFileSync(path, text);
}
