import type { CommandIo } from './command.ts';

const WIDTH = 24;

/** Draws on a terminal only, and only for work of a size that takes a while. */
const WORTH_DRAWING = 4 * 1024 * 1024;

/** A progress bar on standard error that draws over itself; silent where nobody watches. */
export function progressBar(
  io: CommandIo,
  size: number,
): { at(done: number, words: string): void; clear(): void } {
  const visible = io.isTerminal && size >= WORTH_DRAWING;
  let drawn = false;
  return {
    at(done, words) {
      if (!visible) return;
      const full = Math.min(WIDTH, Math.round((done / size) * WIDTH));
      io.err(
        `\r[${'█'.repeat(full)}${'░'.repeat(WIDTH - full)}] ${Math.round((done / size) * 100)}% ${words}\u001B[K`,
      );
      drawn = true;
    },
    clear() {
      if (drawn) io.err('\r\u001B[K');
      drawn = false;
    },
  };
}
