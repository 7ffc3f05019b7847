import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** A JSON Schema, or a part of one, as parsed JSON. */
export interface JsonSchema {
  [keyword: string]: unknown;
  $id?: string;
  $ref?: string;
  $defs?: Record<string, JsonSchema>;
  title?: string;
  description?: string;
  type?: string | string[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  allOf?: JsonSchema[];
  examples?: unknown[];
  enum?: unknown[];
  format?: string;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  additionalProperties?: boolean | JsonSchema;
}

/** One code of a code set; what a set knows of its codes beyond this is its own. */
interface Code {
  code: string;
  label: string;
  [attribute: string]: unknown;
}

export interface CodeSetFile {
  id: string;
  title: string;
  source?: string;
  codes: Code[];
}

/** A schema file: `review.schema.json` with the $id …/core/review/1.0.0 is named `review`, of folder `core`. */
export interface SchemaFile {
  readonly file: string;
  readonly folder: string;
  /** As in the $id: `social-worker-episode`. */
  readonly name: string;
  readonly version: string;
  readonly schema: JsonSchema;
}

export interface SchemaFolder {
  /** `core`, `education` */
  readonly name: string;
  readonly schemas: readonly SchemaFile[];
  readonly codeSets: readonly CodeSetFile[];
}

const BASE = 'https://schemas.cic-toolkit.org/';
const ID = /^https:\/\/schemas\.cic-toolkit\.org\/([a-z0-9-]+)\/([a-z0-9-]+)\/(\d+\.\d+\.\d+)$/;

/** The parts of an $id, or undefined where it is not one of ours. */
export function parseId(id: string): { folder: string; name: string; version: string } | undefined {
  const match = ID.exec(id);
  return match === null ? undefined : { folder: match[1]!, name: match[2]!, version: match[3]! };
}

/**
 * Reads every `*.schema.json` and the `code-sets.json` of a folder, in order of name.
 * @throws Error naming the file when its JSON, $id, title or description is not as schemas/README.md asks.
 */
export function readFolder(folder: string): SchemaFolder {
  const files = readdirSync(folder).sort();
  const schemas = files
    .filter((file) => file.endsWith('.schema.json'))
    .map((file) => readSchema(folder, file));
  const codeSets = files.includes('code-sets.json')
    ? (parse(join(folder, 'code-sets.json')) as { codeSets: CodeSetFile[] }).codeSets
    : [];
  return { name: basename(folder), schemas, codeSets };
}

function readSchema(folder: string, file: string): SchemaFile {
  const path = join(folder, file);
  const schema = parse(path) as JsonSchema;
  const expectedName = file.slice(0, -'.schema.json'.length);
  const id = parseId(schema.$id ?? '');
  if (id === undefined || id.name !== expectedName || id.folder !== basename(folder))
    throw new Error(
      `${path}: $id must be ${BASE}${basename(folder)}/${expectedName}/<major.minor.patch>, but is ${schema.$id}`,
    );
  for (const keyword of ['title', 'description'] as const)
    if (!schema[keyword]) throw new Error(`${path}: a schema needs a ${keyword}`);
  return { file: path, schema, ...id };
}

function parse(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`${path}: ${(error as Error).message}`);
  }
}
