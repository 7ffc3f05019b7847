import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { type JsonSchema, readFolder } from './schemas.ts';

const ROOT = join(import.meta.dirname, '../../../../schemas');
const files = readdirSync(ROOT, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'released')
  .flatMap((entry) => readFolder(join(ROOT, entry.name)).schemas);

const ANNOTATIONS = ['x-record', 'x-code-set', 'x-source', 'x-sensitivity'];

/** The schemas as they are written, read by a standard validator: what an integrator does without our generator. */
const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true });
addFormats(ajv);
for (const keyword of ANNOTATIONS) ajv.addKeyword(keyword);
for (const { schema } of files) ajv.addSchema(schema);

describe.each(files.map((file) => [`${file.folder}/${file.name}`, file] as const))(
  'schema %s',
  (_, { schema }) => {
    const isRecord = schema.type !== undefined;

    it('is valid JSON Schema 2020-12 and its examples are valid', () => {
      const examples = schema.examples ?? [];
      if (isRecord) expect(examples.length).toBeGreaterThan(0);
      const validate = ajv.getSchema(schema.$id!)!;
      for (const example of examples) {
        validate(example);
        expect(validate.errors ?? []).toEqual([]);
      }
    });

    it('has valid examples in its definitions', () => {
      for (const [name, definition] of Object.entries(schema.$defs ?? {}))
        for (const example of definition.examples ?? []) {
          const validate = ajv.getSchema(`${schema.$id}#/$defs/${name}`)!;
          validate(example);
          expect(validate.errors ?? [], name).toEqual([]);
        }
    });

    it('closes its objects to properties it does not know', () => {
      for (const [path, part] of objectsOf(schema))
        expect([path, part.additionalProperties ?? part['unevaluatedProperties']]).toEqual([path, false]);
    });
  },
);

/** Every object schema in a schema, but bases that others extend. */
function objectsOf(part: unknown, path = '#'): [string, JsonSchema][] {
  if (typeof part !== 'object' || part === null) return [];
  const schema = part as JsonSchema;
  const own: [string, JsonSchema][] =
    schema.type === 'object' && schema.properties !== undefined && !path.endsWith('Base')
      ? [[path, schema]]
      : [];
  return [...own, ...Object.entries(schema).flatMap(([key, value]) => objectsOf(value, `${path}/${key}`))];
}
