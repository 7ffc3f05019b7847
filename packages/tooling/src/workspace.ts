import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../..', import.meta.url));

export interface WorkspacePackage {
  /** `@cic/core` */
  readonly name: string;
  /** Folder, from the root: `packages/core` */
  readonly folder: string;
  readonly private: boolean;
  readonly exports: Readonly<Record<string, unknown>>;
}

/** The packages and apps of the workspace, in order of their folders. */
export function workspacePackages(): WorkspacePackage[] {
  return ['packages', 'apps'].flatMap((parent) =>
    readdirSync(join(root, parent), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .flatMap((entry) => {
        const folder = `${parent}/${entry.name}`;
        try {
          const manifest = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
          return [
            {
              name: manifest.name,
              folder,
              private: manifest.private === true,
              exports: manifest.exports ?? {},
            },
          ];
        } catch {
          return []; // a folder left behind by another branch: no package
        }
      })
      .sort((a, b) => a.folder.localeCompare(b.folder)),
  );
}

/** Files below a folder of the root whose path ends in one of the endings; generated and built ones left out. */
export function filesBelow(folder: string, endings: readonly string[]): string[] {
  const found: string[] = [];
  const walk = (path: string): void => {
    for (const entry of readdirSync(join(root, path), { withFileTypes: true })) {
      if (['node_modules', 'dist', 'generated', '.turbo'].includes(entry.name)) continue;
      const child = `${path}/${entry.name}`;
      if (entry.isDirectory()) walk(child);
      else if (endings.some((ending) => entry.name.endsWith(ending))) found.push(child);
    }
  };
  walk(folder);
  return found;
}
