import { parseArgs } from 'node:util';
import { checkSchemas } from './compatibility/schemas.ts';

const USAGE = `pnpm schemas [--release NAME] [FOLDER]…

Compares schemas/ with what was released before. With --release, records what is new (of the folders named) as released.`;

function main(): number {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { release: { type: 'string' }, help: { type: 'boolean' } },
  });
  if (values.help) {
    console.error(USAGE);
    return 0;
  }
  const { problems, schemas, unreleased } = checkSchemas('schemas', values.release, positionals);
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) return 1;
  const did = values.release === undefined ? 'not released yet' : `released as ${values.release}`;
  console.error(`${schemas} schemas, none broken; ${unreleased.length} ${did}`);
  return 0;
}

try {
  process.exitCode = main();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}
