import { constName, typeName } from './names.ts';
import type { JsonSchema, SchemaFile } from './schemas.ts';

export interface ExpandedFile {
  readonly file: SchemaFile;
  /** As {@link expand} leaves it. */
  readonly schema: JsonSchema;
}

interface RecordAnnotation {
  readonly subject: string;
  readonly from?: string;
  readonly until?: string;
}

/**
 * `records.ts`: each schema as a value with its type, its validator and what the engines ask of it. A schema with
 * `x-record` becomes a record type, any other a schema type.
 * @param core the module that exports `defineRecord` and `defineSchema`.
 */
export function recordsModule(files: readonly ExpandedFile[], core: string, hasCodeSets: boolean): string {
  const names = files.map(({ file }) => file.name);
  const isRecord = ({ schema }: ExpandedFile): boolean => schema['x-record'] !== undefined;
  const imports = [
    ...(files.some(isRecord) ? ['defineRecord', 'type RecordType'] : []),
    ...(files.every(isRecord) ? [] : ['defineSchema', 'type SchemaType']),
  ];
  return [
    `import { ${imports.join(', ')} } from '${core}';\n`,
    "import * as schemas from './schemas.js';\n",
    `import type {\n${names.map((name) => `  ${typeName(name)},\n`).join('')}} from './types.ts';\n`,
    "import * as validators from './validators.js';\n\n",
    hasCodeSets ? "export type * from './codeSets.ts';\n" : '',
    "export type * from './types.ts';\n\n",
    ...files.map(recordOf),
  ].join('');
}

function recordOf({ file, schema }: ExpandedFile): string {
  const name = constName(file.name);
  const type = typeName(file.name);
  const record = recordAnnotation(file, schema);
  const facts = {
    id: file.name,
    schemaId: schema.$id,
    version: file.version,
    title: schema.title,
    ...record,
    dateFields: dateFields(schema),
    sensitivity: sensitivity(file, schema),
  };
  const [kind, define] =
    record === undefined ? ['SchemaType', 'defineSchema'] : ['RecordType', 'defineRecord'];
  return [
    `/** ${schema.description} */\n`,
    `export const ${name}: ${kind}<${type}> = /* @__PURE__ */ ${define}<${type}>({\n`,
    ...Object.entries(facts).map(([key, value]) => `  ${key}: ${JSON.stringify(value)},\n`),
    `  schema: schemas.${name},\n`,
    `  validate: validators.${name},\n`,
    '});\n\n',
  ].join('');
}

function recordAnnotation(file: SchemaFile, schema: JsonSchema): RecordAnnotation | undefined {
  const record = schema['x-record'] as RecordAnnotation | undefined;
  if (record === undefined) return undefined;
  const needed = record.subject === 'child' && file.name !== 'child' ? ['child'] : [];
  const missing = [...needed, record.from, record.until].find(
    (property) => property !== undefined && schema.properties?.[property] === undefined,
  );
  if (missing !== undefined)
    throw new Error(`${file.file}: x-record speaks of ${missing}, which is no property`);
  return record;
}

/** Paths of the properties that hold days; `*` stands for each item of a list: `start`, `history/* /on`. */
function dateFields(schema: JsonSchema, path = ''): string[] {
  if (schema.format === 'date') return [path];
  const under = (step: string): string => (path === '' ? step : `${path}/${step}`);
  const inProperties = Object.entries(schema.properties ?? {}).flatMap(([name, part]) =>
    dateFields(part, under(name)),
  );
  return schema.items === undefined
    ? inProperties
    : [...inProperties, ...dateFields(schema.items, under('*'))];
}

const SENSITIVITIES = ['official', 'personal', 'special-category'];

/** The sensitivity of a record, and of its own properties where it differs. */
function sensitivity(file: SchemaFile, schema: JsonSchema): Record<string, string> {
  const record = schema['x-sensitivity'];
  const properties = Object.entries(schema.properties ?? {}).flatMap(([name, part]) => {
    const own = part['x-sensitivity'];
    return own === undefined || own === record ? [] : [[name, own] as const];
  });
  const wrong = [['the schema', record] as const, ...properties].find(
    ([, value]) => !SENSITIVITIES.includes(value as string),
  );
  if (wrong !== undefined)
    throw new Error(`${file.file}: x-sensitivity of ${wrong[0]} must be one of ${SENSITIVITIES.join(', ')}`);
  return {
    record,
    ...(properties.length > 0 ? { properties: Object.fromEntries(properties) } : {}),
  } as never;
}
