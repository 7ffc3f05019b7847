import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkSchemas } from './schemas.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'schemas-'));
  mkdirSync(join(root, 'core'));
});
afterEach(() => rmSync(root, { recursive: true }));

function writeSchemas(version: string, codes: readonly string[]): void {
  const schema = {
    $id: `https://schemas.cic-toolkit.org/core/child/${version}`,
    title: 'Child',
    description: 'A child.',
    type: 'object',
    properties: { sex: { type: 'string', 'x-code-set': 'SEX' } },
  };
  const codeSet = { id: 'SEX', title: 'Sex', codes: codes.map((code) => ({ code, label: code })) };
  writeFileSync(join(root, 'core', 'child.schema.json'), JSON.stringify(schema));
  writeFileSync(join(root, 'core', 'code-sets.json'), JSON.stringify({ codeSets: [codeSet] }));
}

describe('schemas beside what was released', () => {
  it('fit as long as nothing breaks, and then need a new version', () => {
    writeSchemas('1.0.0', ['M', 'F']);
    expect(checkSchemas(root, '0.1.0').unreleased).toHaveLength(1);
    expect(checkSchemas(root)).toEqual({ problems: [], schemas: 1, unreleased: [] });
    writeSchemas('1.0.0', ['M']);
    expect(checkSchemas(root).problems).toEqual([
      'core/child 1.0.0: sex no longer takes F (make it 2.0.0: a breaking change needs a new major version)',
    ]);
    writeSchemas('2.0.0', ['M']);
    expect(checkSchemas(root).problems).toEqual([]);
  });

  it('are not recorded as released while something is broken', () => {
    writeSchemas('1.0.0', ['M', 'F']);
    checkSchemas(root, '0.1.0');
    writeSchemas('1.0.0', ['F']);
    checkSchemas(root, '0.2.0');
    writeSchemas('1.0.0', ['M', 'F']);
    expect(checkSchemas(root).problems).toEqual([]);
  });

  it('are recorded for the folders asked for only', () => {
    writeSchemas('1.0.0', ['M', 'F']);
    expect(checkSchemas(root, '0.1.0', ['health']).unreleased).toEqual([]);
    expect(checkSchemas(root).unreleased).toHaveLength(1);
  });

  it('of this project fit what was released', () => {
    expect(checkSchemas(join(import.meta.dirname, '../../../../schemas')).problems).toEqual([]);
  });

  it('that cannot be read are told by file', () => {
    writeFileSync(join(root, 'core', 'child.schema.json'), '{');
    expect(() => checkSchemas(root)).toThrow(/child\.schema\.json/);
  });
});
