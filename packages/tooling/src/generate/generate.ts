import { codeSetsModule } from './codeSets.ts';
import { expand, Library } from './expand.ts';
import { constName, typeName } from './names.ts';
import { recordsModule } from './records.ts';
import { readFolder, type SchemaFile } from './schemas.ts';
import { typesModule } from './types.ts';
import { validatorsModule } from './validators.ts';
import { BANNER } from './write.ts';

/** The generated files of a package: name to text. The same schemas always give the same text. */
export async function generate(
  folder: string,
  withFolders: readonly string[] = [],
): Promise<Map<string, string>> {
  const own = readFolder(folder);
  const library = new Library([own, ...withFolders.map(readFolder)]);
  const isCore = own.name === 'core';
  const core = (path: string): string => (isCore ? path : '@cic/core');
  const expanded = own.schemas.filter(isStandalone).map((file) => ({ file, schema: expand(file, library) }));
  const named = expanded.map(({ file, schema }) => ({ name: file.name, schema }));
  const files = new Map([
    ['types.ts', await typesModule(own.schemas, library)],
    [
      'schemas.js',
      named
        .map(({ name, schema }) => `export const ${constName(name)} = ${JSON.stringify(schema)};\n`)
        .join(''),
    ],
    [
      'schemas.d.ts',
      declarations(named, () => 'JsonSchema', ['JsonSchema'], core('../records/recordType.ts')),
    ],
    ['validators.js', validatorsModule(named, isCore ? '../dates/day.ts' : '@cic/core/dates')],
    [
      'validators.d.ts',
      declarations(
        named,
        (name) => `Validator<types.${typeName(name)}>`,
        ['Validator'],
        core('../records/recordType.ts'),
      ),
    ],
    ['records.ts', recordsModule(expanded, core('../records/recordType.ts'), own.codeSets.length > 0)],
  ]);
  if (own.codeSets.length > 0)
    files.set('codeSets.ts', codeSetsModule(own.codeSets, core('../codes/codeSet.ts')));
  return new Map([...files].map(([name, text]) => [name, `${BANNER}${text}`]));
}

/** A schema that only holds `$defs` for others has no records of its own. */
const isStandalone = ({ schema }: SchemaFile): boolean =>
  schema.type !== undefined || schema.allOf !== undefined;

function declarations(
  schemas: readonly { name: string }[],
  typeOf: (name: string) => string,
  imports: readonly string[],
  from: string,
): string {
  return [
    `import type { ${imports.join(', ')} } from '${from}';\n`,
    imports.includes('Validator') ? "import type * as types from './types.ts';\n" : '',
    ...schemas.map(({ name }) => `export declare const ${constName(name)}: ${typeOf(name)};\n`),
  ].join('');
}
