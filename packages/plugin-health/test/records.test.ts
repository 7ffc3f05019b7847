import { recordsToCsv, validate, validateStream } from '@cic/core';
import { describe, expect, it } from 'vitest';
import { health } from '../src/index.ts';

const types = health().records!;

describe.each(types.map((type) => [type.id, type] as const))('records of %s', (_, type) => {
  const examples = (type.schema.examples ?? []) as object[];

  it('have examples that fit, and reject what nobody knows', () => {
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples) expect(validate(type, example)).toEqual([]);
    expect(validate(type, { ...examples[0], hight: 3 })).toHaveLength(1);
  });

  it('go into CSV and are valid when they come back', async () => {
    const file = validateStream(type, [recordsToCsv(type, examples)], { format: 'csv' });
    const problems = [];
    for await (const problem of file) problems.push(problem.message);
    expect(problems).toEqual([]);
    expect(file.progress.valid).toBe(examples.length);
  });
});
