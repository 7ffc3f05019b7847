#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const wanted = 20;
if (Number(process.versions.node.split('.')[0]) < wanted) {
  process.stderr.write(`cic: Node ${process.versions.node} is too old; install Node ${wanted} or later.\n`);
  process.exit(2);
}

// A fresh clone has no dist yet: build it once, quietly.
const built = new URL('../dist/main.js', import.meta.url);
if (!existsSync(built)) {
  const root = fileURLToPath(new URL('../../..', import.meta.url));
  const build = spawnSync(
    'pnpm',
    ['turbo', 'run', 'build', '--filter=@cic/cli', '--output-logs=errors-only'],
    {
      cwd: root,
      stdio: ['ignore', 2, 2],
    },
  );
  if (build.status !== 0) {
    process.stderr.write('cic: the command could not be built; the messages above say why.\n');
    process.exit(2);
  }
}

const { main, processIo } = await import(built.href);
process.exitCode = await main(process.argv.slice(2), processIo());
