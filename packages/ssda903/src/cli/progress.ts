import type { CommandIo } from './command.ts';

const WIDTH = 30;
const EVERY_MS = 100;

/** A bar on a terminal, drawn over itself; nothing elsewhere. */
export function createProgress(total: number, io: CommandIo) {
  const began = performance.now();
  let drawn = 0;
  return {
    show(done: number, what: string): void {
      const now = performance.now();
      if (!io.isTerminal || (now - drawn < EVERY_MS && done < total)) return;
      drawn = now;
      const filled = Math.round((WIDTH * Math.min(done, total)) / Math.max(1, total));
      io.err(`\r[${'#'.repeat(filled)}${' '.repeat(WIDTH - filled)}] ${what}   `);
      if (done >= total) io.err('\n');
    },
    seconds: (): number => (performance.now() - began) / 1000,
  };
}

/** Thousands with commas. */
export const inThousands = (value: number): string => Math.round(value).toLocaleString('en-GB');
