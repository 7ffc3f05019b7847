import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { generate } from './generate.ts';
import type { JsonSchema } from './schemas.ts';

const CORE = join(import.meta.dirname, '../../../../schemas/core');
const BASE = 'https://schemas.cic-toolkit.org';

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'generate-')), 'education');
  mkdirSync(folder);
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true }));

function write(name: string, schema: JsonSchema): void {
  const whole = {
    $id: `${BASE}/education/${name}/1.0.0`,
    title: 'A title',
    description: 'A description.',
    ...schema,
  };
  writeFileSync(join(folder, `${name}.schema.json`), JSON.stringify(whole));
}

const enrolment: JsonSchema = {
  'x-record': { subject: 'child', from: 'start', until: 'end' },
  'x-sensitivity': 'personal',
  allOf: [{ $ref: '../../core/plan/1.0.0#/$defs/planBase' }],
  type: 'object',
  required: ['school'],
  properties: {
    school: { $ref: '#/$defs/schoolId' },
    setting: { type: 'string', 'x-code-set': 'SETTING' },
    legalStatus: { type: 'string', 'x-code-set': 'LS' },
    moves: {
      type: 'array',
      items: {
        type: 'object',
        properties: { on: { type: 'string', format: 'date' } },
        additionalProperties: false,
      },
    },
  },
  unevaluatedProperties: false,
  $defs: { schoolId: { type: 'string', description: 'Of a school.' } },
};

describe('the generated package of a plugin', () => {
  let files: ReadonlyMap<string, string>;
  const text = (name: string): string => files.get(name) ?? '';

  beforeEach(async () => {
    write('enrolment', enrolment);
    const codeSet = { id: 'SETTING', title: 'School setting', codes: [{ code: 'M', label: 'Mainstream' }] };
    writeFileSync(join(folder, 'code-sets.json'), JSON.stringify({ codeSets: [codeSet] }));
    files = await generate(folder, [CORE]);
  });

  it('takes types of core from core, and declares its own once', () => {
    expect(text('types.ts')).toContain('import type { ChildId, IsoDate, LegalStatusCode');
    expect(text('types.ts')).toContain("} from '@cic/core/records'");
    expect(text('types.ts')).toContain("import type { SchoolSettingCode } from './codeSets.ts'");
    expect(text('types.ts').match(/export (type|interface) \w+/g)).toEqual([
      'export type SchoolId',
      'export interface Enrolment',
    ]);
    expect(text('types.ts')).toMatch(/school: SchoolId\n/);
    expect(text('types.ts')).toMatch(/child: ChildId\n/);
  });

  it('writes out what an extended base brings', () => {
    expect(text('schemas.js')).not.toContain('$ref');
    const schema = JSON.parse(text('schemas.js').slice(text('schemas.js').indexOf('{'), -2)) as JsonSchema;
    expect(schema.required).toEqual(['child', 'start', 'school']);
    expect(schema.additionalProperties).toBe(false);
    expect(schema.properties?.['legalStatus']?.enum).toContain('C2');
    expect(schema.properties?.['legalStatus']?.title).toBe('Legal status');
  });

  it('knows where days are', () => {
    expect(text('records.ts')).toContain(
      'dateFields: ["start","end","agreed","updated","reviewDue","moves/*/on"]',
    );
  });

  it('needs no eval, no require and no Node', () => {
    expect(text('validators.js')).not.toMatch(/\beval\(|new Function|\brequire\(|node:/);
    expect(text('validators.js').match(/from '[^']+'/g)).toEqual([
      "from '@cic/core/dates'",
      "from './schemas.js'",
    ]);
  });

  it('is the same every time', async () => {
    expect(await generate(folder, [CORE])).toEqual(files);
  });
});

describe('a schema that cannot be right is told by file', () => {
  it.each<[string, JsonSchema, RegExp]>([
    [
      'a reference that leads nowhere',
      { type: 'object', properties: { a: { $ref: '#/$defs/none' } } },
      /pet\.schema\.json: \$ref #\/\$defs\/none leads nowhere/,
    ],
    ['a reference to itself', { type: 'object', properties: { a: { $ref: '#' } } }, /refers to itself/],
    [
      'an unknown code set',
      { type: 'object', properties: { a: { type: 'string', 'x-code-set': 'NONE' } } },
      /x-code-set NONE is in no code-sets\.json/,
    ],
    [
      'a code that its set does not have',
      { type: 'object', properties: { a: { enum: ['C9'], 'x-code-set': 'LS' } } },
      /C9 is not a code of LS/,
    ],
    ['another $id than its place', { $id: `${BASE}/education/dog/1.0.0`, type: 'object' }, /\$id must be/],
    ['no description', { description: '', type: 'object' }, /needs a description/],
    [
      'a child’s record without a child',
      { 'x-record': { subject: 'child' }, type: 'object', properties: {} },
      /x-record speaks of child/,
    ],
    [
      'no sensitivity',
      { 'x-record': { subject: 'council' }, type: 'object', properties: {} },
      /x-sensitivity/,
    ],
    ['a keyword of no standard', { type: 'object', propertys: {} }, /unknown keyword/],
  ])('%s', async (_, schema, message) => {
    write('pet', { 'x-sensitivity': schema['x-record'] === undefined ? 'official' : undefined, ...schema });
    await expect(generate(folder, [CORE])).rejects.toThrow(message);
  });
});
