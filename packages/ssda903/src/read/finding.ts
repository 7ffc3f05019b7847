import type { TableName } from '../tables.ts';

/** Something about the files themselves that a person should know. What the rows hold is for the rules to judge. */
export interface ReadFinding {
  /**
   * `refused`: nothing was read; `error`: something could not be read as it stands and is named here;
   * `warning`: read, but look at it.
   */
  readonly severity: 'refused' | 'error' | 'warning';
  readonly file: string;
  /** 1 is the first line of the file. */
  readonly line?: number;
  readonly table?: TableName;
  /** Zero-based data row. */
  readonly row?: number;
  readonly column?: string;
  readonly value?: string;
  /** One sentence, with the file, what is wrong and where. */
  readonly message: string;
  readonly fix: string;
}

/** Names for a sentence: 'A', 'A and B', 'A, B and C'. */
export const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

/** A value for a sentence, cut where it is too long to read. */
export const quoted = (value: string): string => `'${value.length > 40 ? `${value.slice(0, 40)}…` : value}'`;
