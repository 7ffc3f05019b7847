import { compile } from 'json-schema-to-typescript';
import { type Library, mapValues, mergeAllOf } from './expand.ts';
import { codeTypeName, typeName } from './names.ts';
import type { JsonSchema, SchemaFile } from './schemas.ts';

/** Conditions on an object that a type cannot state without becoming unreadable; the validator checks them. */
const CONDITIONS = [
  'anyOf',
  'oneOf',
  'not',
  'if',
  'then',
  'else',
  'dependentRequired',
  'dependentSchemas',
] as const;

const OPTIONS = {
  bannerComment: '',
  additionalProperties: false,
  ignoreMinAndMaxItems: true,
  format: false,
  unknownAny: true,
} as const;

/** Where core itself finds the type of a day as it is written. */
const ISO_DATE = '../dates/day.ts';

/** A type named elsewhere in place of a schema. */
const named = (tsType: string, description?: string): JsonSchema =>
  description === undefined ? { tsType } : { tsType, description };

/**
 * `types.ts`: one interface for each schema, one type for each of its `$defs`; a reference becomes the name of what it
 * refers to, so nothing is declared twice. What belongs to another folder is imported from its package.
 */
export async function typesModule(files: readonly SchemaFile[], library: Library): Promise<string> {
  const imports = new Imports(files[0]?.folder ?? '');
  const declarations: string[] = [];
  const declaredIn = new Map<string, string>();
  for (const file of files) {
    const { $defs = {}, ...schema } = file.schema;
    const parts: [string, JsonSchema][] = Object.entries($defs).map(([key, part]) => [typeName(key), part]);
    if (schema.type !== undefined || schema.allOf !== undefined) parts.push([typeName(file.name), schema]);
    for (const [name, part] of parts) {
      if (name === 'IsoDate') continue;
      const other = declaredIn.get(name);
      if (other !== undefined) throw new Error(`${file.file}: the type ${name} is already in ${other}`);
      declaredIn.set(name, file.file);
      const converted = new Conversion(library, imports).convert(part, file, true);
      declarations.push(await compile({ ...converted } as never, name, OPTIONS));
    }
  }
  const isoDate = imports.use('IsoDate', 'core', ISO_DATE);
  return `${imports.text()}\nexport type { ${isoDate} };\n\n${declarations.map((text) => text.trim()).join('\n\n')}\n`;
}

class Imports {
  readonly #folder: string;
  readonly #names = new Map<string, Set<string>>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The name of a type that lives in this folder or in core. */
  use(name: string, folder: string, local?: string): string {
    const from = folder === this.#folder ? local : `@cic/${folder}/records`;
    if (from !== undefined) {
      const names = this.#names.get(from) ?? new Set();
      this.#names.set(from, names.add(name));
    }
    return name;
  }

  text(): string {
    const lines = [...this.#names].sort(([a], [b]) => (a < b ? -1 : 1));
    return lines
      .map(([from, names]) => `import type { ${[...names].sort().join(', ')} } from '${from}';\n`)
      .join('');
  }
}

class Conversion {
  readonly #library: Library;
  readonly #imports: Imports;

  constructor(library: Library, imports: Imports) {
    this.#library = library;
    this.#imports = imports;
  }

  /** A schema as json-schema-to-typescript reads it: no references, no titles, named types as `tsType`. */
  convert(part: JsonSchema, file: SchemaFile, top = false): JsonSchema {
    if (part.$ref !== undefined) return this.#reference(part, file);
    if (typeof part['x-code-set'] === 'string' && part.enum === undefined)
      return named(this.#codeType(part['x-code-set'], file), part.description);
    if (part.format === 'date')
      return named(this.#imports.use('IsoDate', 'core', ISO_DATE), part.description);
    const { title, $id, $schema, examples, ...kept } = part;
    if (top && kept.description === undefined && title !== undefined) kept.description = title;
    if (kept.properties !== undefined) for (const keyword of CONDITIONS) delete kept[keyword];
    if (kept.properties !== undefined)
      kept.properties = mapValues(kept.properties, (property) => this.convert(property, file));
    if (kept.items !== undefined) kept.items = this.convert(kept.items, file);
    for (const keyword of ['anyOf', 'oneOf'] as const)
      if (Array.isArray(kept[keyword]))
        kept[keyword] = (kept[keyword] as JsonSchema[]).map((each) => this.convert(each, file));
    if (typeof kept.additionalProperties === 'object')
      kept.additionalProperties = this.convert(kept.additionalProperties as JsonSchema, file);
    return kept.allOf === undefined ? kept : this.#merge(kept, file);
  }

  #merge(schema: JsonSchema, file: SchemaFile): JsonSchema {
    const allOf = (schema.allOf ?? [])
      .filter((part) => part.$ref !== undefined || part.properties !== undefined)
      .map((part) => {
        const target =
          part.$ref === undefined ? { schema: part, file } : this.#library.resolve(part.$ref, file);
        return this.convert(target.schema, target.file);
      });
    return mergeAllOf({ ...schema, allOf, unevaluatedProperties: false });
  }

  #reference(part: JsonSchema, file: SchemaFile): JsonSchema {
    const target = this.#library.resolve(part.$ref!, file);
    const description = part.description ?? target.schema.description;
    if (target.schema.format === 'date')
      return this.convert({ format: 'date', ...described(part.description) }, file);
    const definition = /^#\/\$defs\/([^/]+)$/.exec(target.pointer)?.[1];
    if (definition !== undefined)
      return named(this.#imports.use(typeName(definition), target.file.folder), description);
    if (target.pointer === '')
      return named(this.#imports.use(typeName(target.file.name), target.file.folder), description);
    return this.convert({ ...target.schema, ...described(description) }, target.file);
  }

  #codeType(id: string, file: SchemaFile): string {
    const { set, folder } = this.#library.codeSet(id, file);
    return this.#imports.use(codeTypeName(set.title), folder, './codeSets.ts');
  }
}

const described = (description?: string): JsonSchema => (description === undefined ? {} : { description });
