import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as records from '../generated/records.ts';
import type { JsonSchema, SchemaType } from '../records/recordType.ts';
import { validate } from './validate.ts';

const ajv = new Ajv2020({ strict: false });
addFormats(ajv);

type Path = readonly (string | number)[];

/** Every place in a value. */
const places = (value: unknown, path: Path = []): Path[] =>
  typeof value !== 'object' || value === null
    ? [path]
    : [
        path,
        ...Object.entries(value).flatMap(([key, part]) =>
          places(part, [...path, Array.isArray(value) ? Number(key) : key]),
        ),
      ];

function changed(value: unknown, path: Path, to: unknown): unknown {
  if (path.length === 0) return to;
  const copy: unknown = JSON.parse(JSON.stringify(value));
  let holder = copy as Record<string | number, unknown>;
  for (const step of path.slice(0, -1)) holder = holder[step] as Record<string | number, unknown>;
  const last = path.at(-1)!;
  if (to === undefined) delete holder[last];
  else holder[last] = to;
  return copy;
}

const garbage = fc.oneof(
  fc.constant(undefined),
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(
    '',
    '2026-02-30',
    '2024-02-29',
    'C2',
    'S',
    -1,
    1.5,
    1e9,
    [],
    {},
    true,
    null,
    ['a', 'a'],
    'x'.repeat(300),
  ),
);

describe.each(Object.entries(records as unknown as Record<string, SchemaType>))('%s', (_, type) => {
  const bare = ajv.compile(type.schema);
  const examples = (type.schema as JsonSchema).examples ?? [];

  it('is judged by the generated validator as by Ajv, and every fault is explained', () => {
    const spoilt = fc
      .constantFrom(...examples)
      .chain((example) => fc.tuple(fc.constant(example), fc.constantFrom(...places(example)), garbage))
      .chain(([example, path, to]) =>
        fc.record({
          value: fc.constant(changed(example, path, to)),
          extra: fc.option(fc.constantFrom('zzz', '__proto__', 'end')),
        }),
      )
      .map(({ value, extra }) =>
        extra !== null && typeof value === 'object' && value !== null && !Array.isArray(value)
          ? JSON.parse(`{${JSON.stringify(extra)}:1,${JSON.stringify(value).slice(1)}`.replace(',}', '}'))
          : value,
      );
    fc.assert(
      fc.property(spoilt, (value) => {
        const problems = validate(type, value);
        expect(problems.length === 0).toBe(bare(value));
        for (const { message, expected } of problems) {
          expect(message.length).toBeLessThan(900);
          expect(expected).not.toBe('');
        }
      }),
      { numRuns: 150 },
    );
  });
});
