import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expand, expandDefinitions, Library, mapValues } from '../generate/expand.ts';
import { type JsonSchema, parseId, readFolder } from '../generate/schemas.ts';
import { type Published, versionProblems } from './check.ts';

/** Every schema of every folder under `schemas/`, with its definitions, as published. */
function publishedNow(root: string): Published {
  const folders = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'released')
    .map((entry) => readFolder(join(root, entry.name)));
  const core = folders.filter(({ name }) => name === 'core');
  return Object.fromEntries(
    folders.flatMap((folder) => {
      const library = new Library(folder.name === 'core' ? [folder] : [folder, ...core]);
      return folder.schemas.map((file) => {
        const $defs = expandDefinitions(file, library);
        return [
          file.schema.$id!,
          { ...expand(file, library), ...(Object.keys($defs).length > 0 ? { $defs } : {}) },
        ];
      });
    }),
  );
}

/** What was released: one file for each release, with the schemas that were new in it. */
function publishedBefore(releases: string): Published {
  const files = existsSync(releases) ? readdirSync(releases).filter((file) => file.endsWith('.json')) : [];
  return Object.assign({}, ...files.map((file) => JSON.parse(readFileSync(join(releases, file), 'utf8'))));
}

const WORDS = ['$schema', 'title', 'description', 'examples', 'x-source', 'x-sensitivity'];

/** A schema without its words: what comparison looks at. */
function shapeOf(schema: JsonSchema): JsonSchema {
  const shape: JsonSchema = {};
  for (const [keyword, value] of Object.entries(schema)) {
    if (WORDS.includes(keyword)) continue;
    if (keyword === 'properties' || keyword === '$defs')
      shape[keyword] = mapValues(value as Record<string, JsonSchema>, shapeOf);
    else if (keyword === 'items') shape[keyword] = shapeOf(value as JsonSchema);
    else shape[keyword] = value;
  }
  return shape;
}

/** One schema a line: small, and a difference shows which schema it is in. */
function write(path: string, schemas: Published): void {
  const lines = Object.entries(schemas).map(
    ([id, schema]) => `${JSON.stringify(id)}: ${JSON.stringify(schema)}`,
  );
  writeFileSync(path, `{\n${lines.join(',\n')}\n}\n`);
}

export interface SchemaCheck {
  readonly problems: readonly string[];
  readonly schemas: number;
  /** Of the folders asked for: never released before, or released now. */
  readonly unreleased: readonly string[];
}

/**
 * Compares the schemas of a folder with those released before.
 * @param release the name of a release to record, where nothing is broken
 * @param only folders whose schemas the release is of; all where left out
 */
export function checkSchemas(root: string, release?: string, only: readonly string[] = []): SchemaCheck {
  const releases = join(root, 'released');
  const current = publishedNow(root);
  const released = publishedBefore(releases);
  const problems = versionProblems(released, current);
  const isAsked = (id: string): boolean => only.length === 0 || only.includes(parseId(id)!.folder);
  const fresh = Object.entries(current).filter(([id]) => released[id] === undefined && isAsked(id));
  if (release !== undefined && problems.length === 0 && fresh.length > 0) {
    mkdirSync(releases, { recursive: true });
    write(join(releases, `${release}.json`), mapValues(Object.fromEntries(fresh), shapeOf));
  }
  return { problems, schemas: Object.keys(current).length, unreleased: fresh.map(([id]) => id) };
}
