/** Where a command reads and writes; nothing else of the outside world comes in. */
export interface CommandIo {
  /** Results: JSON, CSV or a table. */
  out(text: string): void;
  /** Progress and messages. */
  err(text: string): void;
  /** The folder that relative paths start from. */
  readonly cwd: string;
  /** Whether progress may be drawn over itself. */
  readonly isTerminal: boolean;
}

/** One command of `cic`. */
export interface Command {
  readonly name: string;
  /** One line in the list of commands. */
  readonly summary: string;
  /** What `--help` prints. */
  readonly usage: string;
  /** @returns 0 fine, 1 findings, 2 could not run */
  run(args: string[], io: CommandIo): Promise<number>;
}

/** A command that cannot run, in one sentence for the person who called it. */
export class CannotRun extends Error {}
