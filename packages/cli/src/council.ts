import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Council, CouncilError, defineCouncil } from '@cic/core';
import { CannotRun } from './command.ts';

/**
 * The council a configuration file exports by default.
 * @throws CannotRun when the file cannot be loaded or holds no council
 */
export async function councilFrom(file: string, cwd: string): Promise<Council> {
  let loaded: { readonly default?: unknown };
  try {
    loaded = (await import(pathToFileURL(resolve(cwd, file)).href)) as typeof loaded;
  } catch (error) {
    if (error instanceof CouncilError) throw new CannotRun(`'${file}': ${error.problems.join('; ')}.`);
    throw new CannotRun(
      `'${file}' cannot be loaded: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
  const council = loaded.default as Partial<Council> | undefined;
  if (!council || typeof council.id !== 'string' || typeof council.indicator !== 'function') {
    throw new CannotRun(`'${file}' has to export a council by default: export default defineCouncil({ … }).`);
  }
  return council as Council;
}

/** A council of which only the id is known: core, with every default. */
export function plainCouncil(id: string): Council {
  try {
    return defineCouncil({ id, name: id });
  } catch (error) {
    if (error instanceof CouncilError) throw new CannotRun(`--council: ${error.problems.join('; ')}.`);
    throw error;
  }
}
