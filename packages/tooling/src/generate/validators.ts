import { _, Ajv2020 } from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import formats from 'ajv-formats/dist/formats.js';
import { constName } from './names.ts';
import type { JsonSchema } from './schemas.ts';

/** Annotations of ours; see schemas/README.md. */
const ANNOTATIONS = ['x-record', 'x-code-set', 'x-source', 'x-sensitivity'];

/** Formats that records may use besides `date` and `date-time`: regular expressions, kept in the code as they are. */
const PATTERN_FORMATS = ['time', 'email', 'uri', 'uuid'] as const;

const DATE_TIME = `const timePattern = /^T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|[+-]\\d\\d:\\d\\d)$/;
const isDateTime = (text) => isDate(text.slice(0, 10)) && timePattern.test(text.slice(10));`;

export interface NamedSchema {
  readonly name: string;
  readonly schema: JsonSchema;
}

/**
 * `validators.js`: a function for each schema, in plain JavaScript without `eval` or `require`, so that it runs under a
 * strict content security policy and in a browser. One pass finds every error; on a valid record that costs no more than
 * stopping at the first.
 * @param dates the module that exports `parseIsoDate`.
 */
export function validatorsModule(schemas: readonly NamedSchema[], dates: string): string {
  const ajv = new Ajv2020({
    allErrors: true,
    messages: false,
    strict: true,
    strictRequired: false,
    logger: false,
    // Lengths in UTF-16 units: counting code points would need a module at run time.
    unicode: false,
    code: { source: true, esm: true, lines: true, formats: _`formats` },
    schemas: schemas.map(({ schema }) => schema),
  });
  for (const keyword of ANNOTATIONS) ajv.addKeyword(keyword);
  const used = new Set<string>();
  for (const { schema } of schemas) collectFormats(schema, used);
  const patternOf = (format: keyof typeof formats.fastFormats) => formats.fastFormats[format];
  for (const format of ['date', 'date-time']) ajv.addFormat(format, () => true);
  for (const format of PATTERN_FORMATS) ajv.addFormat(format, patternOf(format));
  const usedPatterns = PATTERN_FORMATS.filter((format) => used.has(format));
  const code = standaloneCode(
    ajv,
    Object.fromEntries(schemas.map(({ name, schema }) => [constName(name), schema.$id!])),
  );
  return [
    `import { parseIsoDate } from '${dates}';\n`,
    'const isDate = (text) => !Number.isNaN(parseIsoDate(text));\n',
    used.has('date-time') ? `${DATE_TIME}\n` : '',
    'const formats = {\n  date: isDate,\n',
    used.has('date-time') ? "  'date-time': isDateTime,\n" : '',
    ...usedPatterns.map((format) => `  ${format}: ${patternOf(format)},\n`),
    '};\n',
    shareSchemas(code, schemas),
  ].join('');
}

function collectFormats(part: unknown, into: Set<string>): void {
  if (typeof part !== 'object' || part === null) return;
  for (const [keyword, value] of Object.entries(part)) {
    if (keyword === 'format' && typeof value === 'string') into.add(value);
    else collectFormats(value, into);
  }
}

/** Ajv writes each schema into the code again; the one in `schemas.js` serves. */
function shareSchemas(code: string, schemas: readonly NamedSchema[]): string {
  const names = new Map(schemas.map(({ name, schema }) => [JSON.stringify(schema), constName(name)]));
  const imports: string[] = [];
  const shared = code.replace(
    /^const (schema\d+) = (\{.*\});$/gm,
    (statement, variable: string, literal: string) => {
      const name = names.get(literal);
      if (name === undefined) return statement;
      imports.push(`${name} as ${variable}`);
      return '';
    },
  );
  if (/\brequire\(|\beval\(|new Function/.test(shared))
    throw new Error('A schema uses a keyword whose validation needs a module at run time');
  return `import { ${imports.join(', ')} } from './schemas.js';\n${shared}`;
}
