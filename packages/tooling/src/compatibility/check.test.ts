import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../generate/schemas.ts';
import { versionProblems } from './check.ts';

const id = (version: string) => `https://schemas.cic-toolkit.org/core/child/${version}`;
const narrow: JsonSchema = { type: 'object', properties: { sex: { enum: ['M', 'F'] } } };
const wide: JsonSchema = { type: 'object', properties: { sex: { enum: ['M', 'F', 'U'] } } };
const problems = (from: [string, JsonSchema], to: [string, JsonSchema]) =>
  versionProblems({ [id(from[0])]: from[1] }, { [id(to[0])]: to[1] });

describe('versions of schemas', () => {
  it('may stay where nothing changed', () => {
    expect(problems(['1.0.0', wide], ['1.0.0', { ...wide, title: 'Child' }])).toEqual([]);
  });

  it('must have a new major part for a breaking change', () => {
    const message = (version: string) =>
      `core/child ${version}: sex no longer takes U (make it 2.0.0: a breaking change needs a new major version)`;
    for (const version of ['1.0.0', '1.0.1', '1.1.0'])
      expect(problems(['1.0.0', wide], [version, narrow])).toEqual([message(version)]);
    expect(problems(['1.0.0', wide], ['2.0.0', narrow])).toEqual([]);
  });

  it('must have a new minor part for a change that fits', () => {
    for (const version of ['1.0.0', '1.0.1'])
      expect(problems(['1.0.0', narrow], [version, wide])).toEqual([
        `core/child ${version}: sex also takes U (make it 1.1.0)`,
      ]);
    expect(problems(['1.0.0', narrow], ['1.1.0', wide])).toEqual([]);
  });

  it('never go back, and no schema disappears', () => {
    expect(problems(['1.1.0', wide], ['1.0.0', wide])).toEqual([
      'core/child 1.0.0: 1.1.0 is already released',
    ]);
    expect(versionProblems({ [id('1.0.0')]: wide }, {})).toEqual(['core/child: was released and is gone']);
  });

  it('are compared with the latest release', () => {
    const released = { [id('1.0.0')]: narrow, [id('1.1.0')]: wide };
    expect(versionProblems(released, { [id('1.1.0')]: wide })).toEqual([]);
    expect(versionProblems(released, { [id('1.2.0')]: narrow })).toHaveLength(1);
  });

  it('are free for a schema never released', () => {
    expect(versionProblems({}, { [id('0.1.0')]: wide })).toEqual([]);
  });
});
