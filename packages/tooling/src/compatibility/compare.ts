import type { JsonSchema } from '../generate/schemas.ts';

/** How a schema differs from an earlier one; breaking where a record that was valid need not be valid any more. */
export interface Change {
  readonly breaking: boolean;
  /** `sex no longer takes U` */
  readonly message: string;
}

const breaking = (message: string): Change => ({ breaking: true, message });
const compatible = (message: string): Change => ({ breaking: false, message });

const LEAST = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties'] as const;
const MOST = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties'] as const;
/** Whether these were narrowed or widened cannot be told: any change but leaving them out counts as narrowing. */
const OPAQUE = [
  'pattern',
  'format',
  'const',
  'multipleOf',
  'uniqueItems',
  'allOf',
  'anyOf',
  'oneOf',
  'not',
  'if',
  'then',
  'else',
  'dependentRequired',
  'dependentSchemas',
  'patternProperties',
  'propertyNames',
  'unevaluatedProperties',
] as const;

/** Every change from one form of a schema to another that matters to validation or to a reader of records. */
export function compare(before: JsonSchema, after: JsonSchema, path = ''): Change[] {
  const name = path === '' ? 'the record' : path;
  return [
    ...compareTypes(before, after, name),
    ...compareEnums(before, after, name),
    ...compareLimits(before, after, name),
    ...OPAQUE.flatMap((keyword) => compareOpaque(keyword, before[keyword], after[keyword], name)),
    ...compareProperties(before, after, path),
    ...compareRequired(before, after, path),
    ...compareAdditional(before, after, path),
    ...compareNested(before.items, after.items, `${path}[]`, name),
    ...compareMaps('definition', before.$defs, after.$defs, path === '' ? '$defs' : `${path}.$defs`),
  ];
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const listOf = <T>(value: T | T[] | undefined): T[] => (value === undefined ? [] : ([value].flat() as T[]));

function compareTypes(before: JsonSchema, after: JsonSchema, name: string): Change[] {
  if (same(before.type, after.type) || (before.type === undefined && after.type === undefined)) return [];
  const types = listOf(after.type);
  const takes = (type: string): boolean =>
    types.includes(type) || (type === 'integer' && types.includes('number'));
  const wider = after.type === undefined || (before.type !== undefined && listOf(before.type).every(takes));
  const message = `${name} was ${listOf(before.type).join(' or ') || 'anything'} and is ${types.join(' or ') || 'anything'}`;
  return [wider ? compatible(message) : breaking(message)];
}

function compareEnums(before: JsonSchema, after: JsonSchema, name: string): Change[] {
  if (after.enum === undefined)
    return before.enum === undefined ? [] : [compatible(`${name} takes any value`)];
  if (before.enum === undefined) return [breaking(`${name} takes only listed values`)];
  const gone = before.enum.filter((value) => !after.enum?.includes(value));
  const more = after.enum.filter((value) => !before.enum?.includes(value));
  return [
    ...(gone.length > 0 ? [breaking(`${name} no longer takes ${gone.join(', ')}`)] : []),
    ...(more.length > 0 ? [compatible(`${name} also takes ${more.join(', ')}`)] : []),
  ];
}

function compareLimits(before: JsonSchema, after: JsonSchema, name: string): Change[] {
  const changed = (keyword: string, narrower: boolean): Change => {
    const message = `${name}: ${keyword} was ${before[keyword] ?? 'none'} and is ${after[keyword] ?? 'none'}`;
    return narrower ? breaking(message) : compatible(message);
  };
  const limit = (schema: JsonSchema, keyword: string, none: number): number =>
    (schema[keyword] as number | undefined) ?? none;
  const least = LEAST.filter((keyword) => before[keyword] !== after[keyword]).map((keyword) =>
    changed(keyword, limit(after, keyword, -Infinity) > limit(before, keyword, -Infinity)),
  );
  const most = MOST.filter((keyword) => before[keyword] !== after[keyword]).map((keyword) =>
    changed(keyword, limit(after, keyword, Infinity) < limit(before, keyword, Infinity)),
  );
  return [...least, ...most];
}

function compareOpaque(keyword: string, before: unknown, after: unknown, name: string): Change[] {
  if (same(before, after)) return [];
  return after === undefined || after === false
    ? [compatible(`${name}: ${keyword} is gone`)]
    : [breaking(`${name}: ${keyword} ${before === undefined ? 'is new' : 'changed'}`)];
}

function compareProperties(before: JsonSchema, after: JsonSchema, path: string): Change[] {
  return compareMaps('property', before.properties, after.properties, path);
}

/** Named parts: what is gone, what is new, what changed. One gone and one new of the same shape are a renaming. */
function compareMaps(
  kind: string,
  before: Record<string, JsonSchema> = {},
  after: Record<string, JsonSchema> = {},
  path: string,
): Change[] {
  const at = (name: string): string => (path === '' ? name : `${path}.${name}`);
  const added = Object.keys(after).filter((name) => before[name] === undefined);
  const changes = Object.entries(before).flatMap(([name, part]): Change[] => {
    const now = after[name];
    if (now !== undefined) return compare(part, now, at(name));
    const renamed = added.find((other) => same(after[other], part));
    return [
      breaking(
        renamed === undefined
          ? `${kind} ${at(name)} is gone`
          : `${kind} ${at(name)} is now called ${renamed}`,
      ),
    ];
  });
  return [...changes, ...added.map((name) => compatible(`${kind} ${at(name)} is new`))];
}

function compareRequired(before: JsonSchema, after: JsonSchema, path: string): Change[] {
  const at = (name: string): string => (path === '' ? name : `${path}.${name}`);
  const was = before.required ?? [];
  const is = after.required ?? [];
  return [
    ...is.filter((name) => !was.includes(name)).map((name) => breaking(`${at(name)} must now be there`)),
    ...was
      .filter((name) => !is.includes(name))
      .map((name) => compatible(`${at(name)} need not be there any more`)),
  ];
}

function compareAdditional(before: JsonSchema, after: JsonSchema, path: string): Change[] {
  const was = before.additionalProperties ?? true;
  const is = after.additionalProperties ?? true;
  const name = path === '' ? 'the record' : path;
  if (same(was, is)) return [];
  if (typeof was === 'object' && typeof is === 'object') return compare(was, is, `${path}.*`);
  return is === true
    ? [compatible(`${name} takes further properties`)]
    : [breaking(`${name} takes no${is === false ? '' : ' other'} further properties any more`)];
}

function compareNested(
  before: JsonSchema | undefined,
  after: JsonSchema | undefined,
  path: string,
  name: string,
): Change[] {
  if (before !== undefined && after !== undefined) return compare(before, after, path);
  if (before === after) return [];
  return [
    after === undefined
      ? compatible(`${name} takes any entries`)
      : breaking(`${name} takes only certain entries`),
  ];
}
