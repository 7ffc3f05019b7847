import type { CodeSetFile, JsonSchema, SchemaFile, SchemaFolder } from './schemas.ts';

/** Where a `$ref` leads: the schema it stands in, and the place in it (`#/$defs/owner`). */
export interface Target {
  readonly file: SchemaFile;
  readonly pointer: string;
  readonly schema: JsonSchema;
}

/** Everything refs and code sets may point to: the folder being generated and those it builds on. */
export class Library {
  readonly #files = new Map<string, SchemaFile>();
  readonly #codeSets = new Map<string, { set: CodeSetFile; folder: string }>();

  constructor(folders: readonly SchemaFolder[]) {
    for (const { name: folder, schemas, codeSets } of folders) {
      for (const file of schemas) this.#files.set(file.schema.$id!, file);
      for (const set of codeSets) {
        const other = this.#codeSets.get(set.id);
        if (other !== undefined)
          throw new Error(`Code set ${set.id} of ${folder} is already in ${other.folder}`);
        this.#codeSets.set(set.id, { set, folder });
      }
    }
  }

  codeSet(id: string, from: SchemaFile): { set: CodeSetFile; folder: string } {
    const found = this.#codeSets.get(id);
    if (found === undefined) throw new Error(`${from.file}: x-code-set ${id} is in no code-sets.json`);
    return found;
  }

  /** @throws Error naming the file when the reference leads nowhere. */
  resolve(ref: string, from: SchemaFile): Target {
    const url = new URL(ref, from.schema.$id);
    const pointer = decodeURIComponent(url.hash);
    url.hash = '';
    const file = this.#files.get(url.href);
    let at: unknown = file?.schema;
    for (const step of pointer.split('/').slice(1)) at = (at as Record<string, unknown> | undefined)?.[step];
    if (file === undefined || at === undefined) throw new Error(`${from.file}: $ref ${ref} leads nowhere`);
    return { file, pointer, schema: at as JsonSchema };
  }
}

/** Keywords of a referenced schema that describe it there, not where it is used. */
const OWN_TO_DEFINITION = ['$id', '$schema', '$defs', 'x-record'];

/**
 * A schema that stands alone: references written out, codes of `x-code-set` as `enum` (titled as the code set), and the
 * parts of an `allOf` that only list properties merged into one object. Validation then follows no reference, and whoever
 * fetches one schema has all of it.
 */
export function expand(file: SchemaFile, library: Library): JsonSchema {
  const { $defs: _, ...schema } = file.schema;
  return expandPart(schema, file, library, []) as JsonSchema;
}

/** The `$defs` of a schema that other schemas may refer to, each written out. */
export const expandDefinitions = (file: SchemaFile, library: Library): Record<string, JsonSchema> =>
  mapValues(file.schema.$defs ?? {}, (definition) => expandPart(definition, file, library, []) as JsonSchema);

function expandPart(part: unknown, file: SchemaFile, library: Library, through: readonly string[]): unknown {
  if (Array.isArray(part)) return part.map((each) => expandPart(each, file, library, through));
  if (typeof part !== 'object' || part === null) return part;
  const { $ref, ...rest } = part as JsonSchema;
  const expanded: JsonSchema = {};
  if ($ref !== undefined) {
    const target = library.resolve($ref, file);
    const place = target.file.schema.$id + target.pointer;
    if (through.includes(place)) throw new Error(`${file.file}: $ref ${$ref} refers to itself`);
    const definition = expandPart(target.schema, target.file, library, [...through, place]) as JsonSchema;
    for (const keyword of OWN_TO_DEFINITION) delete definition[keyword];
    Object.assign(expanded, definition);
  }
  for (const [keyword, value] of Object.entries(rest)) {
    if (LITERAL.has(keyword)) expanded[keyword] = value;
    else if (keyword === 'properties')
      expanded[keyword] = mapValues(value as Record<string, JsonSchema>, (property) =>
        expandPart(property, file, library, through),
      ) as Record<string, JsonSchema>;
    else expanded[keyword] = expandPart(value, file, library, through);
  }
  const codeSet = rest['x-code-set'];
  if (typeof codeSet === 'string') {
    const { set } = library.codeSet(codeSet, file);
    const codes = set.codes.map(({ code }) => code);
    const stated = rest.enum as string[] | undefined;
    const unknown = stated?.find((code) => !codes.includes(code));
    if (unknown !== undefined) throw new Error(`${file.file}: ${unknown} is not a code of ${codeSet}`);
    expanded.enum = stated ?? codes;
    expanded.title ??= set.title;
  }
  return mergeAllOf(expanded);
}

/** Keywords whose value is data, not schema. */
const LITERAL = new Set([
  'examples',
  'enum',
  'const',
  'default',
  'required',
  'x-record',
  'x-code-set',
  'x-source',
]);

export const mapValues = <In, Out>(map: Record<string, In>, to: (value: In) => Out): Record<string, Out> =>
  Object.fromEntries(Object.entries(map).map(([key, value]) => [key, to(value)]));

/** What an object schema may have to be merged into another: anything else is a condition, and stays where it is. */
const PLAIN = [
  'type',
  'title',
  'description',
  'properties',
  'required',
  'examples',
  'x-source',
  'x-sensitivity',
];

const isPlainObjectSchema = (part: JsonSchema): boolean =>
  part.properties !== undefined && Object.keys(part).every((keyword) => PLAIN.includes(keyword));

/** An object schema whose `allOf` only lists further properties, as one object schema; any other schema as it is. */
export function mergeAllOf(schema: JsonSchema): JsonSchema {
  if (schema.allOf === undefined || !schema.allOf.every(isPlainObjectSchema)) return schema;
  const { allOf, unevaluatedProperties, ...merged } = schema;
  merged.properties = Object.assign({}, ...allOf.map((part) => part.properties), schema.properties);
  merged.required = [
    ...new Set([...allOf.flatMap((part) => part.required ?? []), ...(schema.required ?? [])]),
  ];
  if (unevaluatedProperties === false) merged.additionalProperties = false;
  return merged;
}
