import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { generate } from './generate.ts';
import { writeWhenChanged } from './write.ts';

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
