import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { collectTags } from './tags.ts';
import { filesBelow, root, workspacePackages } from './workspace.ts';

const usage = `Usage: pnpm requirements [--json]

Lists which requirements of the seed documents the code meets, meets in part, or leaves open: from the tags on
indicators, duties, checks, records, reports and routes of the built code. A requirement counts as met only when the
title of a test names it.

Exit codes: 0 fine, 1 a tag names no known requirement, or a met one is named by no test, 2 could not run
`;

const { values } = parseArgs({
  options: { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
});

/** Everything a package exports, from what was built of it. */
async function exportsOf(folder: string): Promise<unknown[]> {
  const files = ['dist/index.js', 'dist/main.js', 'src/requirements.ts'].map((file) =>
    join(root, folder, file),
  );
  return Promise.all(files.filter(existsSync).map((file) => import(pathToFileURL(file).href)));
}

/** Ids that stand in the titles of tests, as `[CORE-06]`. */
function idsInTests(): Set<string> {
  const ids = new Set<string>();
  for (const { folder } of workspacePackages()) {
    for (const file of filesBelow(folder, ['.test.ts'])) {
      const text = readFileSync(join(root, file), 'utf8');
      for (const [, id] of text.matchAll(/\[((?:D-)?[A-Z]+-\d+)\]/g)) ids.add(id!);
    }
  }
  return ids;
}

async function main(): Promise<number> {
  const build = spawnSync('pnpm', ['exec', 'turbo', 'run', 'build', '--output-logs=errors-only'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (build.status !== 0) {
    process.stderr.write('The packages could not be built; the messages above say why.\n');
    return 2;
  }
  const ids = JSON.parse(
    readFileSync(new URL('../data/requirement-ids.json', import.meta.url), 'utf8'),
  ) as readonly string[];
  const tags = new Map<string, 'met' | 'partly'>();
  for (const { folder, name } of workspacePackages()) {
    if (name === '@cic/tooling') continue;
    const factory = /\/plugin-(.+)$/
      .exec(folder)?.[1]
      ?.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
    for (const exported of await exportsOf(folder)) collectTags(exported, tags, factory);
  }
  const tested = idsInTests();
  const met = ids.filter((id) => tags.get(id) === 'met' && tested.has(id));
  const untested = ids.filter((id) => tags.get(id) === 'met' && !tested.has(id));
  const partly = ids.filter((id) => tags.get(id) === 'partly' || untested.includes(id));
  const open = ids.filter((id) => !tags.has(id));
  const unknown = [...tags.keys()].filter((id) => !ids.includes(id));
  if (values.json) process.stdout.write(`${JSON.stringify({ met, partly, open }, null, 2)}\n`);
  else {
    const list = (title: string, list: readonly string[]) =>
      `${title} (${list.length})\n  ${list.join(' ') || '–'}\n`;
    process.stdout.write(`${list('Met', met)}${list('Met in part', partly)}${list('Open', open)}`);
  }
  for (const id of untested) process.stderr.write(`${id} is tagged as met, and no test names it.\n`);
  for (const id of unknown) process.stderr.write(`${id} is tagged, and is no requirement.\n`);
  return untested.length + unknown.length > 0 ? 1 : 0;
}

if (values.help) process.stdout.write(usage);
else process.exitCode = await main();
