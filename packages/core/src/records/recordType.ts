import { type Day, formatIsoDate, type IsoDate, parseIsoDate } from '../dates/day.ts';

/** A JSON Schema (2020-12) as JSON, without references. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
  readonly $id?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly format?: string;
  readonly anyOf?: readonly JsonSchema[];
  readonly examples?: readonly unknown[];
}

/** One complaint of a generated validator, in Ajv's words; {@link validate} puts it into plain English. */
export interface ValidatorError {
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** True for a value of the schema's shape; otherwise `errors` lists everything that is wrong with the value just checked. */
export interface Validator<T> {
  (value: unknown): value is T;
  errors?: readonly ValidatorError[] | null;
}

/** How carefully a record or property is to be handled: data about a child's health, ethnicity or faith are special category (UK GDPR article 9). */
export type Sensitivity = 'official' | 'personal' | 'special-category';

/** A published schema, as a value: `T` is its generated type. */
export interface SchemaType<T = unknown> {
  /** As in the schema's `$id`: `social-worker-episode`. */
  readonly id: string;
  /** The schema's `$id`. */
  readonly schemaId: string;
  /** `major.minor.patch`, as in the `$id`. */
  readonly version: string;
  readonly title: string;
  /** The whole schema, with no reference to another. */
  readonly schema: JsonSchema;
  readonly validate: Validator<T>;
  /** Paths of the properties that hold days, `*` for each item of a list: `start`, `history/*\/on`. */
  readonly dateFields: readonly string[];
  readonly sensitivity: {
    readonly record: Sensitivity;
    /** Properties whose sensitivity differs from the record's. */
    readonly properties?: Readonly<Record<string, Sensitivity>>;
  };
}

/** A kind of record that is stored: a schema, and how its records stand in time. */
export interface RecordType<T extends object = object> extends SchemaType<T> {
  /** What a record is about: `child` (every record then names its `child`), `council`, `provider`, `strategy`… */
  readonly subject: string;
  /** The property with the day from which a record counts: `start` of an episode, `held` of a review. */
  readonly from?: string;
  /** The property with the day on which it no longer counts; a record without that day is still open. */
  readonly until?: string;
}

/** A schema as a value. Packages get theirs generated; a council's own plugin may write one by hand. */
export const defineSchema = <T>(schema: SchemaType<T>): SchemaType<T> => schema;

/** A record type as a value. Packages get theirs generated; a council's own plugin may write one by hand. */
export const defineRecord = <T extends object>(record: RecordType<T>): RecordType<T> => record;

/** The record types among what a generated module of records exports. */
export const recordTypesIn = (module: object): readonly RecordType[] =>
  Object.values(module).filter(
    (value): value is RecordType => typeof value === 'object' && value !== null && 'subject' in value,
  );

/** A record as the engines see it: every `YYYY-MM-DD` is a whole number of days. */
export type Inside<T> = T extends IsoDate
  ? Day
  : T extends readonly (infer Item)[]
    ? Inside<Item>[]
    : T extends object
      ? { [Property in keyof T]: Inside<T[Property]> }
      : T;

/** A valid record with its days as whole numbers. The record itself is left as it was. */
export const toInside = <T>(type: SchemaType<T>, record: T): Inside<T> =>
  withDates(record, type.dateFields, (text) => parseIsoDate(text as string)) as Inside<T>;

/** A record as it is stored and exchanged: {@link toInside} the other way. */
export const toOutside = <T>(type: SchemaType<T>, record: Inside<T>): T =>
  withDates(record, type.dateFields, (day) => formatIsoDate(day as Day)) as T;

function withDates(record: unknown, paths: readonly string[], convert: (value: unknown) => unknown): unknown {
  const copy: Record<string, unknown> = { ...(record as object) };
  for (const path of paths) {
    const value = copy[path];
    if (value !== undefined) copy[path] = convert(value);
    else if (path.includes('/')) convertAt(copy, path.split('/'), 0, convert);
  }
  return copy;
}

/** Converts what a path leads to, copying each object and list on the way. */
function convertAt(
  parent: Record<string, unknown> | unknown[],
  path: readonly string[],
  at: number,
  convert: (value: unknown) => unknown,
): void {
  const holder = parent as Record<string, unknown>;
  const keys = path[at] === '*' ? Object.keys(parent) : [path[at]!];
  for (const key of keys) {
    const value = holder[key];
    if (value === undefined || value === null) continue;
    if (at === path.length - 1) holder[key] = convert(value);
    else {
      const copy = Array.isArray(value) ? [...value] : { ...(value as object) };
      holder[key] = copy;
      convertAt(copy as unknown[], path, at + 1, convert);
    }
  }
}
