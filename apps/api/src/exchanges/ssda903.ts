import { type CareHistoryInput, financialYear, formatIsoDate } from '@cic/core';
import {
  explainFindings,
  type Finding,
  isRefusal,
  type ReadFinding,
  type ReturnFile,
  readReturn,
  recordsOf,
  toCareHistories,
  type Validation,
  validateReturn,
  type YearReturn,
} from '@cic/ssda903';
import { type ImportInput, partsOfReturn } from '@cic/store';

/** A return that can be read, with what the rules of its year say of it. */
export interface CheckedReturn {
  readonly given: YearReturn;
  readonly reading: readonly ReadFinding[];
  readonly validation: Validation;
  /** Explained one by one, as far as they are asked for. */
  readonly findings: () => Generator<Finding>;
}

/** Reads and checks a return; the reasons why it cannot be read, where it cannot. */
export function checkReturn(
  files: readonly ReturnFile[],
  year: number,
  authority: string | undefined,
): CheckedReturn | { readonly unreadable: readonly ReadFinding[] } {
  const { return: now, findings: reading } = readReturn(files);
  if (reading.some(isRefusal)) return { unreadable: reading.filter(isRefusal) };
  const input = { year, now, ...(authority === undefined ? {} : { authority }) };
  const validation = validateReturn(input);
  return {
    given: { year, return: now },
    reading,
    validation,
    findings: () => explainFindings(input, validation),
  };
}

/** A return as one feed of the store: what it says of the year it is about. */
export function importOf(given: YearReturn): ImportInput {
  const { latest } = toCareHistories([given]);
  const input: CareHistoryInput = {
    children: latest.input,
    episodes: latest.children.flatMap(({ id, episodes }) =>
      // Only what a return says; the rest of an episode in a history is worked out.
      episodes.map(({ row: _row, shortBreak: _shortBreak, temporary: _temporary, ...said }) => ({
        ...said,
        child: id,
      })),
    ),
    records: recordsOf([given]),
  };
  const { start, end } = financialYear(given.year);
  return {
    feed: 'SSDA903',
    parts: partsOfReturn(input),
    covers: { from: formatIsoDate(start), until: formatIsoDate(end) },
  };
}
