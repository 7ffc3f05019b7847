import { recordsToCsv, validateStream } from '@cic/core';
import { describe, expect, it } from 'vitest';
import { engagement } from '../src/index.ts';

describe.each(engagement().records!.map((type) => [type.id, type] as const))(
  'records of type %s',
  (_, type) => {
    it('go out as CSV and come back the same', async () => {
      const examples = type.schema.examples as readonly object[];
      const csv = recordsToCsv(type, examples);
      const validation = validateStream(type, [csv], { format: 'csv' });
      const problems = [];
      for await (const problem of validation) problems.push(problem);
      expect(problems).toEqual([]);
      expect(validation.progress).toMatchObject({ records: examples.length, valid: examples.length });
    });
  },
);
