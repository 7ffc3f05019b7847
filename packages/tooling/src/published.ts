import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { root, workspacePackages } from './workspace.ts';

// Packs every package as it would be published and looks at it as its users' tools would.
const folder = mkdtempSync(join(tmpdir(), 'cic-packed-'));
let problems = 0;
for (const { folder: path, name, private: kept } of workspacePackages()) {
  if (kept) continue;
  const { messages } = await publint({ pkgDir: join(root, path), pack: 'pnpm', strict: true });
  for (const message of messages) {
    problems++;
    process.stderr.write(`${name}: ${formatMessage(message, JSON.parse('{}'))}\n`);
  }
  spawnSync('pnpm', ['pack', '--pack-destination', folder], { cwd: join(root, path), stdio: 'ignore' });
}
for (const tarball of readdirSync(folder)) {
  const { status, stdout } = spawnSync(
    'attw',
    [join(folder, tarball), '--profile', 'esm-only', '--format', 'ascii'],
    {
      encoding: 'utf8',
    },
  );
  if (status !== 0) {
    problems++;
    process.stderr.write(`${tarball}: types do not resolve for everybody\n${stdout}\n`);
  }
}
rmSync(folder, { recursive: true });
process.exitCode = problems > 0 ? 1 : 0;
