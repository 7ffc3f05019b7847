import type { Problem } from '@cic/core';

/**
 * Why the store did not do what it was asked: an answer, not a fault. To whoever may not see a record, 'not-found' says
 * the same, word for word, as it does where there is none.
 */
export interface Refusal {
  readonly refused: 'not-found' | 'conflict' | 'invalid' | 'denied' | 'unknown-field' | 'unknown-record-type';
  /** One sentence for a person. */
  readonly message: string;
  /** What is wrong with the record, field by field. */
  readonly problems?: readonly Problem[];
  /** For a conflict: the version there is now. */
  readonly version?: number;
}

export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && 'refused' in value;

export const refuse = (
  refused: Refusal['refused'],
  message: string,
  more: Pick<Refusal, 'problems' | 'version'> = {},
): Refusal => ({ refused, message, ...more });

export type FaultKind = 'unavailable' | 'full' | 'too-slow' | 'busy' | 'denied' | 'out-of-date';

/** The database could not do its work; nothing was half done. */
export class StoreFault extends Error {
  readonly kind: FaultKind;
  /** Whether the same call may well succeed when made again. */
  readonly retry: boolean;

  constructor(kind: FaultKind, message: string, retry: boolean, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreFault';
    this.kind = kind;
    this.retry = retry;
  }
}

const FAULTS: readonly {
  readonly codes: RegExp;
  readonly kind: FaultKind;
  readonly retry: boolean;
  readonly says: string;
}[] = [
  {
    codes: /^(53100|53200)$/,
    kind: 'full',
    retry: false,
    says: 'The database has run out of disk space or memory: nothing was written. Free some space, then try again.',
  },
  {
    codes: /^57014$/,
    kind: 'too-slow',
    retry: true,
    says: 'The database took longer than the statement timeout and was stopped: nothing was written. Ask for less at a time, or raise statement_timeout.',
  },
  {
    codes: /^(40001|40P01|55P03)$/,
    kind: 'busy',
    retry: true,
    says: 'Others were changing the same records: nothing was written. Try again.',
  },
  {
    codes: /^(08...|57P0.|53300|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND)$/,
    kind: 'unavailable',
    retry: true,
    says: 'The database cannot be reached, or closed the connection. Whatever was not confirmed was not written, unless the connection broke at the very end: look before writing again.',
  },
  {
    codes: /^(28...|42501)$/,
    kind: 'denied',
    retry: false,
    says: 'The database does not let this login do that: it is not the owner, not allowed this council, or the audit is append-only.',
  },
  {
    codes: /^(3F000|42P01|42883|42703)$/,
    kind: 'out-of-date',
    retry: false,
    says: 'The database does not have the shape this version needs: run the migrations as its owner.',
  },
];

const codeOf = (error: unknown): string => String((error as { code?: unknown } | undefined)?.code ?? '');

/** An error of a driver as a fault in plain words; anything else comes back as it is. No value of a record is in it. */
export function faultOf(error: unknown): unknown {
  if (error instanceof StoreFault) return error;
  const code = codeOf(error);
  const ended =
    error instanceof Error &&
    /Connection terminated|connection error|not queryable|timeout exceeded when trying to connect/.test(
      error.message,
    );
  const fault = FAULTS.find(({ codes, kind }) => codes.test(code) || (ended && kind === 'unavailable'));
  return fault ? new StoreFault(fault.kind, fault.says, fault.retry, { cause: code }) : error;
}
