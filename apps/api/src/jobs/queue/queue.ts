import type { Connection } from '@cic/store';

/** Carries out a job; rejects where it is to be handed to another, or begun again. */
export type Handler = (id: string, signal: AbortSignal) => Promise<void>;

/**
 * Jobs in line for whoever carries them out next. It knows ids and nothing else; what a job is about is in the council's
 * own tables.
 */
export interface JobQueue {
  /** Puts a job in line, in the transaction that writes it. */
  readonly add: (id: string, connection: Connection) => Promise<void>;
  /** Takes it out of line, in the transaction that cancels it. */
  readonly remove: (id: string, connection: Connection) => Promise<void>;
  /** Called when such a transaction is done. */
  readonly added: () => void;
  /**
   * Carries out jobs, so many at once, until the function returned is called: it takes no more, and waits until those
   * that run have stopped.
   */
  readonly work: (handle: Handler, atOnce: number) => Promise<() => Promise<void>>;
  readonly close: () => Promise<void>;
}
