type Level = 'met' | 'partly';

const isTagList = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((id) => typeof id === 'string');

const isTagMap = (value: unknown): value is Readonly<Record<string, Level>> =>
  typeof value === 'object' &&
  value !== null &&
  Object.entries(value).every(
    ([id, level]) => /^(D-)?[A-Z]+-\d+$/.test(id) && (level === 'met' || level === 'partly'),
  );

/** `met` wins over `partly`, wherever the two stand. */
function put(tags: Map<string, Level>, id: string, level: Level): void {
  if (tags.get(id) !== 'met') tags.set(id, level);
}

/**
 * Collects the requirement tags of anything a package exports: `requirements` and `partly` lists on literals, and maps
 * of id to level under `requirements` or `meets`.
 * @param factory name of an exported function that makes a plugin: called without options, and its plugin searched too
 */
export function collectTags(exported: unknown, tags: Map<string, Level>, factory?: string): void {
  const seen = new Set<unknown>();
  const walk = (value: unknown, depth: number): void => {
    if (typeof value !== 'object' || value === null || seen.has(value) || depth > 8) return;
    seen.add(value);
    if (ArrayBuffer.isView(value) || value instanceof Map || value instanceof Set) return;
    const { requirements, partly, meets } = value as Record<string, unknown>;
    if (isTagList(requirements)) for (const id of requirements) put(tags, id, 'met');
    if (isTagList(partly)) for (const id of partly) put(tags, id, 'partly');
    for (const map of [requirements, meets]) {
      if (!Array.isArray(map) && isTagMap(map))
        for (const [id, level] of Object.entries(map)) put(tags, id, level);
    }
    for (const child of Object.values(value)) walk(child, depth + 1);
  };
  walk(exported, 0);
  const make = factory === undefined ? undefined : (exported as Record<string, unknown>)[factory];
  if (typeof make === 'function') walk(make(), 0);
}
