import { hasPower, type Policy } from '@cic/access';
import { type CareHistoryInput, financialYear, formatIsoDate } from '@cic/core';
import {
  explainFindings,
  type Finding,
  isRefusal as isRefused,
  type ReadFinding,
  type ReturnFile,
  readReturn,
  recordsOf,
  toCareHistories,
  type Validation,
  validateReturn,
  type YearReturn,
} from '@cic/ssda903';
import { type ImportInput, partsOfReturn, type Refusal, type Session } from '@cic/store';

/** A return that can be read, with what the rules of its year say of it. */
export interface CheckedReturn {
  readonly given: YearReturn;
  readonly reading: readonly ReadFinding[];
  readonly validation: Validation;
  /** Explained one by one, as far as they are asked for. */
  readonly findings: () => Generator<Finding>;
}

/** Findings that are explained one by one; the counts by rule are of all. */
const EXPLAINED = 1000;

/** Refused where somebody's roles bring in no files. */
export const mayNotImport = (policy: Policy, { asker }: Session): Refusal | undefined =>
  hasPower(policy, asker, 'imports')
    ? undefined
    : { refused: 'denied', message: 'These roles may not bring in files of records.' };

function refusedReading(found: readonly ReadFinding[]): Refusal {
  const problems = found.map(({ file, message, fix, value }) => ({
    path: file,
    value,
    expected: fix,
    message: `${message} ${fix}`,
  }));
  return { refused: 'invalid', message: problems.map(({ message }) => message).join(' '), problems };
}

/** Reads and checks a return; refused where it cannot be read. */
export function checkReturn(
  files: readonly ReturnFile[],
  year: number,
  authority: string | undefined,
): CheckedReturn | Refusal {
  const { return: now, findings: reading } = readReturn(files);
  if (reading.some(isRefused)) return refusedReading(reading.filter(isRefused));
  const input = { year, now, ...(authority === undefined ? {} : { authority }) };
  const validation = validateReturn(input);
  return {
    given: { year, return: now },
    reading,
    validation,
    findings: () => explainFindings(input, validation),
  };
}

function first<T>(items: Iterable<T>, limit: number): T[] {
  const taken: T[] = [];
  for (const item of items) {
    if (taken.length === limit) break;
    taken.push(item);
  }
  return taken;
}

/** What the rules of its year say of a return: how many findings by rule, and the first of them explained. */
export const findingsOf = ({ reading, validation, findings }: CheckedReturn) => ({
  year: validation.year,
  tables: validation.tables,
  findings: validation.findings,
  rules: Object.fromEntries(
    Object.entries(validation.rules).flatMap(([code, result]): [string, object][] => {
      if (result.status === 'skipped') return [[code, { skipped: result.reason }]];
      const rows = Object.values(result.rows).reduce((sum, list) => sum + list.length, 0);
      return rows === 0 ? [] : [[code, { rows }]];
    }),
  ),
  reading,
  explained: first(findings(), EXPLAINED),
});

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
