import type { JsonSchema, RecordType } from '@cic/core';
import { sealedIdentity } from '../generated/records.ts';

const patternOf = (property: string): string => sealedIdentity.schema.properties![property]!.pattern!;
const CHILD = patternOf('earlier');
const REFERENCE = patternOf('id');
const SLUG = '^[a-z0-9]+(-[a-z0-9]+)*$';
const AUTHORITY = /^\^\(?\[EWSN\]/;

/** Stands for identifiers and places of sealed children: the same for the same value, numbered as they are met. */
export class Tokens {
  readonly #known = new Map<string, string>();
  readonly #children: ReadonlyMap<string, string>;

  constructor(children: ReadonlyMap<string, string>) {
    this.#children = children;
  }

  /** The token of a reference or place, which is made where there is none yet; '' stays ''. */
  of(value: string): string {
    if (value === '') return '';
    let token = this.#known.get(value);
    if (token === undefined) {
      token = `sealed-reference-${this.#known.size + 1}`;
      this.#known.set(value, token);
    }
    return token;
  }

  /** A child's identifier for statistics; undefined where the child is not sealed. */
  child(id: string): string | undefined {
    return this.#children.get(id);
  }

  /** A value of a record that is no sealed child's: changed only where it names one, or what is only theirs. */
  elsewhere(value: string, schema: JsonSchema): string {
    if (schema.pattern === CHILD) return this.#children.get(value) ?? value;
    return schema.pattern === REFERENCE ? (this.#known.get(value) ?? value) : value;
  }
}

/** What becomes of a text in a sealed child's record: codes and days stay, references become tokens, words go. */
function strippedText(
  text: string,
  { enum: codes, format, pattern }: JsonSchema,
  tokens: Tokens,
): string | undefined {
  if (codes !== undefined || format !== undefined || pattern === SLUG) return text;
  if (pattern === undefined) return undefined;
  if (pattern === CHILD) return tokens.child(text) ?? text;
  return AUTHORITY.test(pattern) ? text : tokens.of(text);
}

type OfText = (text: string, schema: JsonSchema) => string | undefined;

/** A value with every text in it put through a function that knows its schema; what it makes undefined is left out. */
function withTexts(value: unknown, schema: JsonSchema, ofText: OfText): unknown {
  if (typeof value === 'string') return ofText(value, schema);
  if (Array.isArray(value)) {
    const items = schema.items ?? {};
    return value.map((item) => withTexts(item, items, ofText)).filter((item) => item !== undefined);
  }
  if (typeof value !== 'object' || value === null) return value;
  const properties = schema.properties ?? {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, part]) => {
      const left = withTexts(part, properties[name] ?? {}, ofText);
      return left === undefined ? [] : [[name, left]];
    }),
  );
}

/** A sealed child's record as statistics may see it. */
export const stripped = (record: object, { schema }: RecordType<object>, tokens: Tokens): object =>
  withTexts(record, schema, (text, of) => strippedText(text, of, tokens)) as object;

/** A record that is no sealed child's, without the identifiers of any. */
export const renamed = (record: object, { schema }: RecordType<object>, tokens: Tokens): object =>
  withTexts(record, schema, (text, of) => tokens.elsewhere(text, of)) as object;
