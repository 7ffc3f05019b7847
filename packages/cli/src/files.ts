import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import { CannotRun, type CommandIo } from './command.ts';

export interface FoundFile {
  /** Path as a person would name it, relative to where the command was called. */
  readonly name: string;
  readonly path: string;
}

const code = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

/** What went wrong with a file, in one sentence. */
export function fileProblem(name: string, error: unknown): CannotRun {
  switch (code(error)) {
    case 'ENOENT':
      return new CannotRun(`'${name}' does not exist.`);
    case 'EACCES':
    case 'EPERM':
      return new CannotRun(`'${name}' may not be read by this user.`);
    case 'EISDIR':
      return new CannotRun(`'${name}' is a folder, and a file is needed.`);
    default:
      return new CannotRun(
        `'${name}' cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
      );
  }
}

/** The files named, and those directly inside the folders named; hidden files are passed over. */
export async function filesIn(paths: readonly string[], cwd: string): Promise<FoundFile[]> {
  const found: FoundFile[] = [];
  for (const given of paths) {
    const path = resolve(cwd, given);
    try {
      if ((await stat(path)).isDirectory()) {
        const names = (await readdir(path, { withFileTypes: true }))
          .filter((entry) => entry.isFile() && !basename(entry.name).startsWith('.'))
          .map((entry) => entry.name)
          .sort();
        for (const name of names)
          found.push({ name: relative(cwd, join(path, name)), path: join(path, name) });
      } else {
        found.push({ name: given, path });
      }
    } catch (error) {
      throw fileProblem(given, error);
    }
  }
  return found;
}

export async function bytesOf({ name, path }: FoundFile): Promise<{ name: string; bytes: Uint8Array }> {
  try {
    return { name, bytes: await readFile(path) };
  } catch (error) {
    throw fileProblem(name, error);
  }
}

/** The bytes of one file; a folder is none, even with one file in it. */
export async function bytesAt(name: string, { cwd }: Pick<CommandIo, 'cwd'>): Promise<Uint8Array> {
  const [file] = await filesIn([name], cwd);
  if (file?.name !== name) throw new CannotRun(`'${name}' is a folder, and a file is needed.`);
  return (await bytesOf(file)).bytes;
}

/** Text of UTF-8 without its byte order mark, or of what spreadsheets on Windows write where it is no UTF-8. */
export function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** What a JSON file holds. */
export async function jsonAt(name: string, io: Pick<CommandIo, 'cwd'>): Promise<unknown> {
  const bytes = await bytesAt(name, io);
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    throw new CannotRun(`'${name}' is no JSON: ${error instanceof Error ? error.message : String(error)}.`);
  }
}
