import type { JsonSchema } from '../records/recordType.ts';
import { listed } from './problem.ts';

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  null: 'null',
};

const FORMATS: Readonly<Record<string, string>> = {
  date: 'a day in the form YYYY-MM-DD',
  'date-time': 'a moment in the form YYYY-MM-DDThh:mm:ssZ',
  time: 'a time in the form hh:mm:ssZ',
  email: 'an e-mail address',
  uri: 'a web address',
  uuid: 'a UUID',
};

const FEW = 6;

/** What a schema wants, in words: 'a day in the form YYYY-MM-DD', 'a code of Legal status (LS), such as C1, C2 or D1'. */
export function expectation(schema: JsonSchema): string {
  const { type, format, enum: codes, pattern } = schema;
  if (format !== undefined && FORMATS[format] !== undefined) return FORMATS[format];
  if (codes !== undefined) return codeExpectation(schema, codes.map(String));
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (pattern !== undefined) return patternExpectation(schema, pattern);
  const name = [type].flat().map((each) => TYPES[String(each)] ?? String(each));
  return type === undefined ? 'another value' : `${listed(name, 'or')}${limits(schema)}`;
}

function codeExpectation(schema: JsonSchema, codes: readonly string[]): string {
  const set = schema['x-code-set'];
  const some = codes.length <= FEW ? listed(codes, 'or') : `${listed(codes.slice(0, 4), 'or')}`;
  if (set === undefined)
    return codes.length <= FEW ? `one of ${some}` : `one of ${codes.length} codes, such as ${some}`;
  const list = `${String(schema.title ?? 'the list')} (${String(set)})`;
  return codes.length <= FEW ? `a code of ${list}: ${some}` : `a code of ${list}, such as ${some}`;
}

function patternExpectation(schema: JsonSchema, pattern: string): string {
  const { title, examples } = schema;
  const example = examples !== undefined && examples.length > 0 ? `, such as ${String(examples[0])}` : '';
  return title !== undefined
    ? `a valid ${title.charAt(0).toLowerCase()}${title.slice(1)}${example}`
    : `text in the form ${pattern}${example}`;
}

function limits({ minimum, maximum, minLength, maxLength, minItems, maxItems }: JsonSchema): string {
  const within = (least: unknown, most: unknown, unit: string): string => {
    if (least !== undefined && most !== undefined) return ` from ${String(least)} to ${String(most)}${unit}`;
    if (least !== undefined) return ` of at least ${String(least)}${unit}`;
    return most === undefined ? '' : ` of at most ${String(most)}${unit}`;
  };
  return (
    within(minimum, maximum, '') +
    within(minLength, maxLength, ' characters') +
    within(minItems, maxItems, ' entries')
  );
}
