import { recordsToCsv, validateStream } from '@cic/core';
import { describe, expect, it } from 'vitest';
import { leavingCare } from '../src/index.ts';

async function* inPieces(text: string) {
  for (let at = 0; at < text.length; at += 100) yield text.slice(at, at + 100);
}

describe('every record type', () => {
  it.each(leavingCare().records!.map((type) => [type.id, type] as const))(
    '%s goes out as CSV and comes in again without a problem',
    async (_id, type) => {
      const examples = type.schema.examples as readonly object[];
      const check = validateStream(type, inPieces(recordsToCsv(type, examples)), { format: 'csv' });
      const problems: string[] = [];
      for await (const { message } of check) problems.push(message);
      expect(problems).toEqual([]);
      expect(check.progress.valid).toBe(examples.length);
    },
  );
});
