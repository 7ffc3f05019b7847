import type { Breakdown } from '../breakdowns/breakdown.ts';
import type { Check } from '../checks/check.ts';
import type { CodeSet } from '../codes/codeSet.ts';
import type { Parameter } from '../council/parameter.ts';
import { type Duty, timelinessOf } from '../duties/duty.ts';
import { type Indicator, isDerived } from '../indicators/indicator.ts';
import type { RecordType } from '../records/recordType.ts';
import type { ListDefinition, Plugin } from './plugin.ts';
import type { ReportDefinition } from './report.ts';

/** What several plugins bring together, every id once. */
export interface Composition {
  readonly records: readonly RecordType<object>[];
  readonly codeSets: readonly CodeSet[];
  readonly parameters: readonly Parameter[];
  readonly breakdowns: readonly Breakdown[];
  readonly indicators: readonly Indicator[];
  readonly duties: readonly Duty[];
  readonly checks: readonly Check[];
  readonly lists: readonly ListDefinition[];
  readonly reports: readonly ReportDefinition[];
}

type Part = keyof Composition;

const PARTS: readonly Part[] = [
  'records',
  'codeSets',
  'parameters',
  'breakdowns',
  'indicators',
  'duties',
  'checks',
  'lists',
  'reports',
];

const idOf = (one: object): string => ('id' in one ? String(one.id) : 'name' in one ? String(one.name) : '');

/** Every id that two plugins (or one plugin twice) claim. */
function clashes(plugins: readonly Plugin[], part: Part): string[] {
  const owner = new Map<string, string>();
  const problems: string[] = [];
  for (const plugin of plugins) {
    for (const one of (plugin[part] ?? []) as readonly object[]) {
      const id = idOf(one);
      const other = owner.get(id);
      if (other !== undefined) {
        problems.push(
          other === plugin.id
            ? `plugin '${plugin.id}' has '${id}' twice in its ${part}`
            : `plugins '${other}' and '${plugin.id}' both have '${id}' in their ${part}`,
        );
      }
      owner.set(id, plugin.id);
    }
  }
  return problems;
}

function relations(plugins: readonly Plugin[]): string[] {
  const ids = plugins.map(({ id }) => id);
  const enabled = new Set(ids);
  const twice = ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `plugin '${id}' is named twice`);
  const missing = plugins.flatMap(({ id, dependsOn = [] }) =>
    dependsOn
      .filter((other) => !enabled.has(other))
      .map(
        (other) =>
          `plugin '${id}' needs plugin '${other}': add it to the council's plugins, or take '${id}' out`,
      ),
  );
  const conflicts = plugins.flatMap(({ id, conflictsWith = [] }) =>
    conflictsWith
      .filter((other) => enabled.has(other))
      .map((other) => `plugins '${id}' and '${other}' cannot work beside each other: take one out`),
  );
  return [...twice, ...missing, ...conflicts];
}

/**
 * Puts plugins together. Duties bring their timeliness indicators with them.
 * @returns everything they bring, or the problems that keep them apart, in plain words
 */
export function composePlugins(
  plugins: readonly Plugin[],
): Composition | { readonly problems: readonly string[] } {
  const all = plugins.map((plugin): Plugin => {
    const named = new Set((plugin.indicators ?? []).map(({ id }) => id));
    const timeliness = (plugin.duties ?? []).map(timelinessOf).filter(({ id }) => !named.has(id));
    return { ...plugin, indicators: [...(plugin.indicators ?? []), ...timeliness] };
  });
  const problems = [...relations(all), ...PARTS.flatMap((part) => clashes(all, part))];
  const indicators = new Set(all.flatMap((plugin) => (plugin.indicators ?? []).map(({ id }) => id)));
  for (const plugin of all) {
    for (const indicator of plugin.indicators ?? []) {
      if (!isDerived(indicator)) continue;
      for (const part of indicator.derivedFrom) {
        if (!indicators.has(part)) {
          problems.push(
            `indicator '${indicator.id}' of plugin '${plugin.id}' is made of '${part}', which nobody has`,
          );
        }
      }
    }
  }
  if (problems.length > 0) return { problems };
  return Object.fromEntries(
    PARTS.map((part) => [part, all.flatMap((plugin) => [...((plugin[part] ?? []) as readonly object[])])]),
  ) as unknown as Composition;
}
