import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { root, workspacePackages } from './workspace.ts';

const run = promisify(execFile);

/** The examples of a README that stand alone: TypeScript blocks that begin with an import. */
function examplesOf(text: string): string[] {
  return [...text.matchAll(/^```ts\n(import [\s\S]*?)^```$/gm)].map(([, code]) => code!);
}

/** What the example says it prints: the words after `// =>`, in order. */
const promised = (code: string): string[] =>
  [...code.matchAll(/\/\/ => (.*)$/gm)].map(([, text]) => text!.trim());

const readmes = workspacePackages()
  .filter(({ folder }) => existsSync(join(root, folder, 'README.md')))
  .flatMap(({ name, folder }) =>
    examplesOf(readFileSync(join(root, folder, 'README.md'), 'utf8')).map((code, i) => ({
      name,
      folder,
      code,
      number: i + 1,
    })),
  );

describe('the examples in the READMEs', () => {
  it.each(readmes)(
    'of $name, number $number, runs and prints what it says',
    async ({ folder, code, number }) => {
      const file = join(root, folder, `.readme-example-${number}.ts`);
      await writeFile(file, code);
      try {
        const { stdout } = await run(process.execPath, [file], { cwd: join(root, folder) });
        const printed = stdout.split('\n').map((line) => line.trim());
        for (const text of promised(code)) expect(printed).toContain(text);
      } finally {
        await rm(file);
      }
    },
  );

  it('are there for every package that is published', () => {
    const published = workspacePackages().filter((one) => !one.private && one.folder.startsWith('packages/'));
    const withExample = new Set(readmes.map(({ name }) => name));
    expect(published.map(({ name }) => name).filter((name) => !withExample.has(name))).toEqual([]);
  });
});
