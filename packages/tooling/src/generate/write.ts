import { readFileSync, writeFileSync } from 'node:fs';

/** The first line of every generated file. */
export const BANNER = '// Written by packages/tooling/src/generate: edits are lost.\n';

/** Writes a file; one that would not change keeps its time, so that watchers and caches rest. */
export function writeWhenChanged(path: string, text: string): void {
  if (textOf(path) !== text) writeFileSync(path, text);
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
