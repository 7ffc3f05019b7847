import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root, workspacePackages } from './workspace.ts';

// Types of every package, from source: TypeScript 7 checks, TypeScript 6 writes the declarations.
const compiler = join(root, 'node_modules/typescript7/bin/tsc');
let failed = 0;
for (const { folder } of workspacePackages()) {
  const project = join(root, folder, 'tsconfig.json');
  if (!existsSync(project)) continue;
  const { status } = spawnSync(process.execPath, [compiler, '-p', project], { cwd: root, stdio: 'inherit' });
  if (status !== 0) failed++;
}
process.exitCode = failed > 0 ? 1 : 0;
