import type { JsonSchema, SchemaType, ValidatorError } from '../records/recordType.ts';
import { expectation } from './expectation.ts';
import { nearest } from './nearest.ts';
import { escapeStep, listed, type Problem, shortened, shown, spoken, unescapeStep } from './problem.ts';

/**
 * Everything that is wrong with a value, by a record type or other schema; nothing where it is valid.
 * Names, values and limits come from the value and the schema; a code names its code set.
 */
export function validate(type: SchemaType, value: unknown): Problem[] {
  return type.validate(value) ? [] : explain(type, value, type.validate.errors ?? []);
}

/** A generated validator's complaints about a value, in plain English. */
export function explain(type: SchemaType, value: unknown, errors: readonly ValidatorError[]): Problem[] {
  const alternatives = errors.filter(({ keyword }) => keyword === 'anyOf' || keyword === 'oneOf');
  const insideAlternative = (error: ValidatorError): boolean =>
    alternatives.some(({ schemaPath }) => error.schemaPath.startsWith(`${schemaPath}/`));
  return errors
    .filter((error) => error.keyword !== 'if' && !insideAlternative(error))
    .map((error) => problemOf(error, type, value));
}

interface Found {
  readonly error: ValidatorError;
  readonly type: SchemaType;
  /** The schema that holds the keyword that failed. */
  readonly schema: JsonSchema;
  readonly path: string;
  readonly value: unknown;
}

function problemOf(error: ValidatorError, type: SchemaType, root: unknown): Problem {
  const path = error.instancePath;
  const value = follow(root, path.split('/').slice(1));
  const schema = (follow(type.schema, error.schemaPath.split('/').slice(1, -1)) ?? {}) as JsonSchema;
  return (KEYWORDS[error.keyword] ?? wrongValue)({ error, type, schema, path, value });
}

/** What a JSON pointer's steps lead to. Own properties only: a value may be called `constructor`. */
function follow(from: unknown, steps: readonly string[]): unknown {
  let at = from;
  for (const step of steps) {
    const key = unescapeStep(step);
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined;
    at = (at as Record<string, unknown>)[key];
  }
  return at;
}

const problem = (path: string, value: unknown, expected: string, message: string): Problem => ({
  path,
  value: shortened(value),
  expected,
  message,
});

const wrong = ({ path, value }: Found, expected: string): Problem =>
  problem(path, value, expected, `${spoken(path)} must be ${expected}, but is ${shown(value)}`);

const wrongValue = (found: Found): Problem => wrong(found, expectation(found.schema));

/** Each keyword's own words; any other is told by what the schema expects of the value as a whole. */
const KEYWORDS: Readonly<Record<string, (found: Found) => Problem>> = {
  required: missing,
  additionalProperties: unknownProperty,
  unevaluatedProperties: unknownProperty,
  anyOf: noAlternative,
  enum: wrongCode,
  uniqueItems: repeated,
  minProperties: (found) => wrong(found, 'an object with something in it'),
};

function missing({ error, schema, path, type }: Found): Problem {
  const { missingProperty } = error.params;
  const name = String(missingProperty);
  const property = schema.properties?.[name] ?? {};
  const at = `${path}/${escapeStep(name)}`;
  const expected = expectation(property);
  const where = path === '' ? type.title : spoken(path);
  return problem(at, undefined, expected, `${name} is missing: ${where} must have it, ${expected}`);
}

function unknownProperty({ error, schema, path, value, type }: Found): Problem {
  const { additionalProperty, unevaluatedProperty } = error.params;
  const name = String(additionalProperty ?? unevaluatedProperty);
  const known = Object.keys(schema.properties ?? {});
  const meant = nearest(name, known);
  const expected = meant ?? `one of ${listed(known, 'or')}`;
  const where = path === '' ? type.title : spoken(path);
  const hint = meant === undefined ? `; it may have ${listed(known, 'and')}` : `; did you mean ${meant}?`;
  const at = `${path}/${escapeStep(name)}`;
  return problem(
    at,
    follow(value, [escapeStep(name)]),
    expected,
    `${shortened(name)} is no property of ${where}${hint}`,
  );
}

/** `anyOf` of properties, one of which must be there. */
function noAlternative(found: Found): Problem {
  const alternatives = found.schema.anyOf ?? [];
  const names = alternatives.map(({ required }) => listed(required ?? [], 'and'));
  if (names.includes('')) return wrongValue(found);
  const where = found.path === '' ? found.type.title : spoken(found.path);
  const expected = listed(names, 'or');
  return problem(
    found.path,
    undefined,
    expected,
    `${expected} is missing: ${where} must have at least one of them`,
  );
}

function repeated(found: Found): Problem {
  const { i, j } = found.error.params;
  return wrong(found, `a list without repeats (entries ${String(j)} and ${String(i)} are equal)`);
}

function wrongCode(found: Found): Problem {
  const plain = wrongValue(found);
  const codes = (found.schema.enum ?? []).map(String);
  const value = typeof found.value === 'string' ? found.value.trim().toUpperCase() : undefined;
  const meant = codes.find((code) => code.toUpperCase() === value);
  return meant === undefined ? plain : { ...plain, message: `${plain.message}; did you mean ${meant}?` };
}
