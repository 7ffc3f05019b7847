import type { RecordType } from '../records/recordType.ts';
import { recordsToCsv } from '../validation/csvRecord.ts';
import { validateStream } from '../validation/stream.ts';

/**
 * Writes the examples of record types as CSV and reads them back.
 *
 * @returns what went wrong on the way, in plain words; [] where every example comes back whole
 */
export async function lostInCsv(types: readonly RecordType[]): Promise<string[]> {
  const problems: string[] = [];
  for (const type of types) {
    const examples = (type.schema.examples ?? []) as readonly object[];
    const reading = validateStream(type, inPieces(recordsToCsv(type, examples)), { format: 'csv' });
    for await (const { message } of reading) problems.push(`record '${type.id}': ${message}`);
    if (reading.progress.valid !== examples.length)
      problems.push(`record '${type.id}': ${reading.progress.valid} of ${examples.length} came back`);
  }
  return problems;
}

/** A file as it comes over a wire: cut anywhere. */
async function* inPieces(text: string): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += 100) yield text.slice(at, at + 100);
}
