import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { isLitter, type ReturnFile } from '../read/files.ts';
import { CannotRun } from './command.ts';

/** The files at some paths: files themselves, and all files of a folder and the folders in it. */
export const filesAt = (paths: readonly string[], cwd: string): readonly ReturnFile[] =>
  paths.flatMap((path) => placesAt(path, cwd).map(({ full, name }) => readFile(full, name)));

/** How large the files at some paths are together. */
export const bytesAt = (paths: readonly string[], cwd: string): number =>
  paths.flatMap((path) => placesAt(path, cwd)).reduce((sum, { full }) => sum + statSync(full).size, 0);

interface Place {
  readonly full: string;
  /** As it is named in messages. */
  readonly name: string;
}

function placesAt(path: string, cwd: string): readonly Place[] {
  const folder = resolve(cwd, path);
  if (!isFolder(folder, path)) return [{ full: folder, name: path }];
  const places = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => !isLitter(name.replaceAll('\\', '/')))
    .sort()
    .map((name) => ({ full: join(folder, name), name: join(path, name) }))
    .filter(({ full }) => statSync(full).isFile());
  if (places.length === 0) throw new CannotRun(`The folder ${path} holds no files.`);
  return places;
}

/** The returns in a folder of folders, by the name of their folder; none when the folder holds files itself. */
export function returnsIn(paths: readonly string[], cwd: string): readonly string[] {
  const [path] = paths;
  if (path === undefined || paths.length > 1) return [];
  const full = resolve(cwd, path);
  if (!isFolder(full, path)) return [];
  const entries = readdirSync(full, { withFileTypes: true }).filter(({ name }) => !isLitter(name));
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return folders.length > 1 && folders.length === entries.length ? folders.sort() : [];
}

export function readFile(full: string, name: string): ReturnFile {
  try {
    return { name, bytes: readFileSync(full) };
  } catch (error) {
    throw cannotRead(name, error);
  }
}

/** Writes a file, and the folders above it where they are missing. */
export function writeFile(path: string, cwd: string, content: string | Uint8Array): void {
  const full = resolve(cwd, path);
  try {
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, content);
  } catch (error) {
    throw new CannotRun(`${path} cannot be written: ${reasonOf(error)}.`);
  }
}

function isFolder(full: string, path: string): boolean {
  try {
    return statSync(full).isDirectory();
  } catch (error) {
    throw cannotRead(path, error);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'it is not allowed',
  EISDIR: 'it is a folder',
  EEXIST: 'a file stands where a folder is needed',
  ENOTDIR: 'a file stands where a folder is needed',
  ENOSPC: 'the disk is full',
  ERR_FS_FILE_TOO_LARGE: 'it is larger than 2 GB',
};

export const cannotRead = (path: string, error: unknown): CannotRun =>
  new CannotRun(`${path} cannot be read: ${reasonOf(error)}.`);

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? code;
}
