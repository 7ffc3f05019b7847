import { z } from 'zod';
import { type Bands, type Breakdown, bands } from '../breakdowns/breakdown.ts';
import { type Day, day, parseIsoDate } from '../dates/day.ts';
import type {
  Board,
  ComparatorValue,
  IsoDate,
  PopulationEstimate,
  Strategy,
  Target,
} from '../generated/types.ts';
import type { Indicator } from '../indicators/indicator.ts';
import { type Composition, composePlugins } from '../plugin/compose.ts';
import { core } from '../plugin/core.ts';
import type { Plugin } from '../plugin/plugin.ts';
import { parametersOf } from './parameter.ts';

const isoDate = z.custom<IsoDate>(
  (value) => typeof value === 'string' && !Number.isNaN(parseIsoDate(value)),
  'must be a day in the form YYYY-MM-DD',
);

const kebab = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be small letters, digits and hyphens, like high-peak');

const district = z.strictObject({
  id: kebab,
  name: z.string().min(1),
  /** A team has no population of its own unless one is given. */
  kind: z.enum(['place', 'team']).default('place'),
  /** Other names under which the area stands in documents and files. */
  aliases: z.array(z.string()).default([]),
});

const settings = z.strictObject({
  id: kebab,
  name: z.string().min(1),
  /** GSS code; needed where placements are told apart by authority. */
  code: z
    .string()
    .regex(/^E\d{8}$/, 'must be the GSS code of an English authority, like E10000007')
    .optional(),
  districts: z.array(district).default([]),
  ageBands: z.array(z.number().int().nonnegative()).min(1).default([0, 1, 5, 10, 16]),
  /** Days besides weekends and bank holidays on which the council is closed. */
  closedDays: z.array(isoDate).default([]),
  parameters: z.array(z.strictObject({ id: kebab, value: z.number(), from: isoDate.optional() })).default([]),
  disclosure: z
    .strictObject({
      suppress: z.strictObject({ from: z.number().int().min(0), to: z.number().int().min(0) }),
      symbol: z.string().min(1),
      secondary: z.boolean().default(true),
    })
    .refine(({ suppress }) => suppress.from <= suppress.to, 'suppress.from must not be above suppress.to')
    .default({ suppress: { from: 1, to: 5 }, symbol: 'c', secondary: true }),
  /** Words used where children and young people read, by the word they replace: { contact: 'family time' }. */
  terms: z.record(z.string(), z.string()).default({ contact: 'family time' }),
});

export type District = z.output<typeof district>;
export type DisclosurePolicy = z.output<typeof settings>['disclosure'];

/** What a council writes down; everything but id, name and code has a default. */
export type CouncilConfig = z.input<typeof settings> & {
  readonly plugins?: readonly Plugin[];
  readonly populations?: readonly PopulationEstimate[];
  readonly targets?: readonly Target[];
  readonly comparators?: readonly ComparatorValue[];
  readonly strategies?: readonly Strategy[];
  readonly boards?: readonly Board[];
};

/** A council with everything its plugins bring, put together and checked. */
export interface Council
  extends Omit<z.output<typeof settings>, 'ageBands' | 'closedDays'>,
    Omit<Composition, 'parameters'> {
  readonly plugins: readonly Plugin[];
  readonly ageBands: Bands;
  readonly closedDays: ReadonlySet<Day>;
  readonly populations: readonly PopulationEstimate[];
  readonly targets: readonly Target[];
  readonly comparators: readonly ComparatorValue[];
  readonly strategies: readonly Strategy[];
  readonly boards: readonly Board[];
  readonly parameterTypes: Composition['parameters'];
  /** @throws RangeError naming the ids there are, when there is no such indicator */
  indicator(id: string): Indicator;
  /** @throws RangeError naming the ids there are, when there is no such breakdown */
  breakdown(id: string): Breakdown;
  /**
   * Value of a rule's parameter on a day: the council's own where it has set one, else the statutory default.
   * @throws RangeError for a parameter that no plugin of the council has
   */
  parameter(id: string, on: Day): number;
  /** Id of the area with this name or alias; undefined for an unknown one, which is never a new area. */
  area(name: string): string | undefined;
}

const normal = (name: string): string =>
  name.trim().replaceAll('&', 'and').replace(/\s+/g, ' ').toLowerCase();

function areaRegister(districts: readonly District[]): Map<string, string> {
  const register = new Map<string, string>();
  for (const { id, name, aliases } of districts) {
    for (const one of [id, name, ...aliases]) {
      const known = register.get(normal(one));
      if (known !== undefined && known !== id) {
        throw new CouncilError([`districts: the name '${one}' stands for both '${known}' and '${id}'`]);
      }
      register.set(normal(one), id);
    }
  }
  return register;
}

/** A configuration that cannot work, with every reason in plain words. */
export class CouncilError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`This council cannot be put together:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'CouncilError';
    this.problems = problems;
  }
}

function find<T extends { readonly id: string }>(kind: string, list: readonly T[]): (id: string) => T {
  const byId = new Map(list.map((one) => [one.id, one]));
  return (id) => {
    const found = byId.get(id);
    if (!found)
      throw new RangeError(`there is no ${kind} '${id}'; there are: ${[...byId.keys()].join(', ')}`);
    return found;
  };
}

/**
 * Puts a council together from its configuration: checks it, composes core and the plugins it names, and leaves nothing
 * of any other plugin behind.
 * @throws CouncilError naming every problem at once
 */
export function defineCouncil(config: CouncilConfig): Council {
  const {
    plugins = [],
    populations = [],
    targets = [],
    comparators = [],
    strategies = [],
    boards = [],
    ...rest
  } = config;
  const parsed = settings.safeParse(rest);
  if (!parsed.success) {
    throw new CouncilError(
      parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'council'}: ${message}`),
    );
  }
  const composed = composePlugins([core, ...plugins]);
  if ('problems' in composed) throw new CouncilError(composed.problems);
  const unknown = parsed.data.parameters.filter(
    ({ id }) => !composed.parameters.some((known) => known.id === id),
  );
  if (unknown.length > 0) {
    const known = composed.parameters.map(({ id }) => id).join(', ');
    throw new CouncilError(
      unknown.map(({ id }) => `parameters: no rule has a parameter '${id}'; there are: ${known}`),
    );
  }
  const register = areaRegister(parsed.data.districts);
  const { parameters, ...brought } = composed;
  return {
    ...parsed.data,
    ...brought,
    parameterTypes: parameters,
    plugins: [core, ...plugins],
    ageBands: bands(parsed.data.ageBands),
    closedDays: new Set(parsed.data.closedDays.map((text) => day(text))),
    populations,
    targets,
    comparators,
    strategies,
    boards,
    indicator: find('indicator', composed.indicators),
    breakdown: find('breakdown', composed.breakdowns),
    parameter: parametersOf(composed.parameters, parsed.data.parameters),
    area: (name) => register.get(normal(name)),
  };
}
