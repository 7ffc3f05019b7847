import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Command } from './command.ts';
import { fileProblem } from './files.ts';

/** The commands of the statutory return's package whose names begin with a group, without it. */
async function fromReturn(group: string): Promise<readonly Command[]> {
  const { ssda903Commands } = await import('@cic/ssda903/cli');
  return ssda903Commands
    .filter(({ name }) => name.startsWith(`${group} `))
    .map((command) => ({ ...command, name: command.name.slice(group.length + 1) }));
}

/** `cic ssda903 …` */
export const onTheReturn = () => fromReturn('ssda903');

/** `cic reference …` */
export const onReferenceData = () => fromReturn('reference');

/** `cic disclosure …`: the package knows no files, so they are opened for it here. */
export async function onDisclosure(): Promise<readonly Command[]> {
  const { disclosureCommands } = await import('@cic/disclosure/cli');
  return disclosureCommands.map(({ name, summary, usage, run }) => ({
    name,
    summary,
    usage,
    run: (args, io) =>
      run(args, {
        write: (words) => io.out(words),
        error: (words) => io.err(words),
        readFile: async (path) => {
          try {
            return path === '-' ? await text(process.stdin) : await readFile(resolve(io.cwd, path), 'utf8');
          } catch (error) {
            throw fileProblem(path, error);
          }
        },
        writeFile: async (path, content) => {
          try {
            await writeFile(resolve(io.cwd, path), content);
          } catch (error) {
            throw fileProblem(path, error);
          }
        },
      }),
  }));
}
