import type { ReturnFile } from '../src/index.ts';
import {
  applyRepairs,
  cellsOfReturn,
  compareReturns,
  createReport,
  csvReport,
  explainFindings,
  htmlReport,
  openPostcodeIndex,
  readProviders,
  readReturn,
  suggestRepairs,
  validateReturn,
  writeCsv,
  writeXml,
  xlsxReport,
} from '../src/index.ts';

export interface Question {
  readonly now: readonly ReturnFile[];
  readonly last: readonly ReturnFile[];
  readonly year: number;
}

/** What a page does with a return: everything the package offers to one, so that a bundle of this is a fair weight. */
export async function answer({ now, last, year }: Question) {
  const read = readReturn(now);
  const input = { year, authority: 'E10000007', now: read.return, last: readReturn(last).return };
  const validation = validateReturn(input);
  const report = createReport(input, validation, { readFindings: read.findings });
  const repairs = suggestRepairs(read.return);
  const repaired = applyRepairs(read.return, repairs).return;
  return {
    validation,
    firstFinding: explainFindings(input, validation).next().value?.message,
    html: htmlReport(report).length,
    csv: csvReport(report).length,
    xlsx: (await xlsxReport(report)).length > 0,
    repairs: repairs.length,
    changed: compareReturns(input, { ...input, now: repaired }).episodes.changed.length,
    written: writeCsv(cellsOfReturn(repaired)).length + writeXml(cellsOfReturn(repaired)).file.bytes.length,
    providers: (await readProviders([])).providers.size,
    noIndex: openPostcodeIndex(new Uint8Array(16)) === undefined,
  };
}
