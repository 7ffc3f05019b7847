import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../generate/schemas.ts';
import { compare } from './compare.ts';

const child: JsonSchema = { type: 'string', minLength: 1, maxLength: 10 };
const base: JsonSchema = {
  type: 'object',
  required: ['child'],
  properties: {
    child,
    sex: { type: 'string', enum: ['M', 'F', 'U'] },
    places: { type: 'integer', minimum: 0 },
    notes: { type: 'array', items: { type: 'object', properties: { text: { type: 'string' } } } },
  },
  additionalProperties: false,
};

const withProperty = (name: string, schema: JsonSchema | undefined): JsonSchema => {
  const { [name]: _, ...properties } = base.properties ?? {};
  return { ...base, properties: schema === undefined ? properties : { ...properties, [name]: schema } };
};

const changes = (after: JsonSchema, before = base) =>
  compare(before, after).map(({ breaking, message }) => `${breaking ? 'breaks' : 'fits'}: ${message}`);

describe('a change that breaks', () => {
  it.each<[string, JsonSchema, string]>([
    ['a property taken away', withProperty('sex', undefined), 'property sex is gone'],
    ['a new requirement', { ...base, required: ['child', 'sex'] }, 'sex must now be there'],
    [
      'a narrower type',
      withProperty('child', { type: 'integer', minLength: 1, maxLength: 10 }),
      'child was string and is integer',
    ],
    ['a code taken away', withProperty('sex', { type: 'string', enum: ['M', 'F'] }), 'sex no longer takes U'],
    [
      'a list of codes where any text was',
      withProperty('child', { ...child, enum: ['a'] }),
      'child takes only listed values',
    ],
    ['a pattern', withProperty('child', { ...child, pattern: 'x' }), 'child: pattern is new'],
    [
      'a higher minimum',
      withProperty('places', { type: 'integer', minimum: 1 }),
      'places: minimum was 0 and is 1',
    ],
    [
      'a maximum',
      withProperty('places', { type: 'integer', minimum: 0, maximum: 9 }),
      'places: maximum was none and is 9',
    ],
    [
      'a shorter text',
      withProperty('child', { type: 'string', minLength: 1, maxLength: 9 }),
      'child: maxLength was 10 and is 9',
    ],
  ])('is %s', (_, after, message) => {
    expect(changes(after)).toEqual([`breaks: ${message}`]);
  });

  it('is a renamed property', () => {
    const { sex, ...others } = base.properties!;
    expect(changes({ ...base, properties: { ...others, gender: sex! } })).toEqual([
      'breaks: property sex is now called gender',
      'fits: property gender is new',
    ]);
  });

  it('is closing a record to further properties', () => {
    const { additionalProperties: _, ...open } = base;
    expect(changes(base, open)).toEqual(['breaks: the record takes no further properties any more']);
  });

  it('is found inside lists and definitions', () => {
    const inList = withProperty('notes', { type: 'array', items: { type: 'object', properties: {} } });
    expect(changes(inList)).toEqual(['breaks: property notes[].text is gone']);
    expect(changes({ $defs: {} }, { $defs: { owner: {} } })).toEqual([
      'breaks: definition $defs.owner is gone',
    ]);
  });
});

describe('a change that fits', () => {
  it.each<[string, JsonSchema, string]>([
    ['a new property', withProperty('source', { type: 'string' }), 'property source is new'],
    ['a new code', withProperty('sex', { type: 'string', enum: ['M', 'F', 'U', 'X'] }), 'sex also takes X'],
    [
      'a wider type',
      withProperty('places', { type: 'number', minimum: 0 }),
      'places was integer and is number',
    ],
    ['a requirement dropped', { ...base, required: [] }, 'child need not be there any more'],
    [
      'a lower minimum',
      withProperty('places', { type: 'integer', minimum: -1 }),
      'places: minimum was 0 and is -1',
    ],
    ['an open record', { ...base, additionalProperties: true }, 'the record takes further properties'],
  ])('is %s', (_, after, message) => {
    expect(changes(after)).toEqual([`fits: ${message}`]);
  });

  it('is no change at all where only words and annotations differ', () => {
    expect(changes({ ...base, title: 'New', description: 'New', examples: [1], 'x-source': 'New' })).toEqual(
      [],
    );
  });
});
