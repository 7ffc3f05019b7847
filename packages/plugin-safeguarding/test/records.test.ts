import { recordsToCsv, validate, validateStream } from '@cic/core';
import { describe, expect, it } from 'vitest';
import { safeguarding } from '../src/plugin.ts';

describe('every record type of safeguarding', () => {
  it.each(safeguarding().records!.map((type) => [type.id, type] as const))(
    '%s has examples that fit it, and goes through CSV and back',
    async (_, type) => {
      const examples = type.schema.examples as readonly object[];
      expect(examples.flatMap((example) => validate(type, example))).toEqual([]);
      const file = validateStream(type, [recordsToCsv(type, examples)], { format: 'csv' });
      const errors = [];
      for await (const problem of file) errors.push(problem);
      expect(errors).toEqual([]);
      expect(file.progress.records).toBe(examples.length);
    },
  );
});
