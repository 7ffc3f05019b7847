import { describe, expect, it } from 'vitest';
import { day } from '../dates/day.ts';
import type { Plugin } from '../plugin/plugin.ts';
import { aCouncil } from '../testing/builders.ts';
import { type CouncilConfig, CouncilError, defineCouncil } from './council.ts';
import { populationOf } from './population.ts';

const problems = (config: unknown): readonly string[] => {
  try {
    defineCouncil(config as CouncilConfig);
  } catch (error) {
    if (error instanceof CouncilError) return error.problems;
    throw error;
  }
  return [];
};

describe('a council', () => {
  it('needs an id and a name, and has defaults for everything else; core alone is a council [CFG-04] [D-REF-01] [D-API-02]', () => {
    const council = defineCouncil({ id: 'sample', name: 'Sample Council' });
    expect(council.ageBands.categories.map(({ label }) => label)).toEqual([
      'Under 1',
      '1 to 4',
      '5 to 9',
      '10 to 15',
      '16 and over',
    ]);
    expect(council.disclosure).toEqual({ suppress: { from: 1, to: 5 }, symbol: 'c', secondary: true });
    expect(council.indicator('children-in-care').title).toBe('Children in care');
  });

  it('names everything that is wrong with its configuration at once', () => {
    expect(
      problems({
        id: 'High Peak',
        name: '',
        code: 'Derbyshire',
        disclosure: { suppress: { from: 10, to: 1 }, symbol: 'x' },
        colour: 'blue',
      }),
    ).toEqual([
      'id: must be small letters, digits and hyphens, like high-peak',
      'name: Too small: expected string to have >=1 characters',
      'code: must be the GSS code of an English authority, like E10000007',
      'disclosure: suppress.from must not be above suppress.to',
      'council: Unrecognized key: "colour"',
    ]);
  });

  it('knows an area by its aliases, and no area that is not in its register [D-REF-02] [D-REF-03]', () => {
    const council = aCouncil({
      districts: [
        { id: 'high-peak', name: 'High Peak & North Dales', aliases: ['High Peak & N Dales', 'High Peak'] },
        { id: 'disabled', name: 'Disabled', kind: 'team' },
      ],
    });
    expect(council.area('high peak and  north dales')).toBe('high-peak');
    expect(council.area('High Peak & N Dales')).toBe('high-peak');
    expect(council.area('High Pique')).toBeUndefined();
    expect(council.districts[1]!.kind).toBe('team');
  });

  it('refuses a name that stands for two areas', () => {
    const districts = [
      { id: 'north', name: 'North' },
      { id: 'south', name: 'South', aliases: ['north'] },
    ];
    expect(problems({ id: 'x', name: 'X', districts })).toEqual([
      "districts: the name 'north' stands for both 'north' and 'south'",
    ]);
  });

  it('may set its own parameters, each from a date on [CFG-05]', () => {
    const council = aCouncil({
      parameters: [
        { id: 'visit-days', value: 28 },
        { id: 'visit-days', value: 21, from: '2026-04-01' },
      ],
    });
    expect(council.parameter('visit-days', day('2026-03-31'))).toBe(28);
    expect(council.parameter('visit-days', day('2026-04-01'))).toBe(21);
    expect(council.parameter('second-review-months', day('2026-04-01'))).toBe(3);
  });

  it('refuses a parameter that no rule has', () => {
    expect(problems({ id: 'x', name: 'X', parameters: [{ id: 'visit-hours', value: 1 }] })[0]).toMatch(
      /^parameters: no rule has a parameter 'visit-hours'; there are: first-review-working-days, /,
    );
  });

  it('uses the population estimate of the middle of the year, or the latest before it [CORE-07] [D-REF-17]', () => {
    const council = aCouncil({
      populations: [
        { area: 'sample', year: 2015, children: 150_000 },
        { area: 'sample', year: 2016, children: 153_377 },
      ],
    });
    expect(populationOf(council, 'sample', day('2016-03-31'))).toBe(150_000);
    expect(populationOf(council, 'sample', day('2017-03-31'))).toBe(153_377);
    expect(populationOf(council, 'sample', day('2020-03-31'))).toBe(153_377);
    expect(populationOf(council, 'sample', day('2015-03-31'))).toBeNull();
  });

  it('runs beside another without sharing anything [D-REF-01]', () => {
    const one = aCouncil({ id: 'one', ageBands: [0, 5, 10, 16] });
    const two = aCouncil({ id: 'two' });
    expect(one.ageBands.categories).toHaveLength(4);
    expect(two.ageBands.categories).toHaveLength(5);
  });
});

describe('the plugins of a council', () => {
  const plugin = (id: string, rest: Partial<Plugin> = {}): Plugin => ({ id, title: id, ...rest });
  const check = { id: 'twice', title: 'Twice', record: 'review', fix: 'Mend it.', find: () => [] };

  it.each<[string, Plugin[], string[]]>([
    [
      'one that another needs is missing',
      [plugin('a', { dependsOn: ['b'] })],
      ["plugin 'a' needs plugin 'b': add it to the council's plugins, or take 'a' out"],
    ],
    [
      'two cannot work beside each other',
      [plugin('a', { conflictsWith: ['b'] }), plugin('b')],
      ["plugins 'a' and 'b' cannot work beside each other: take one out"],
    ],
    ['one is named twice', [plugin('a'), plugin('a')], ["plugin 'a' is named twice"]],
    [
      'two claim one id',
      [plugin('a', { checks: [check] }), plugin('b', { checks: [check] })],
      ["plugins 'a' and 'b' both have 'twice' in their checks"],
    ],
  ])('are refused when %s', (_when, plugins, expected) => {
    expect(problems({ id: 'x', name: 'X', plugins })).toEqual(expected);
  });

  it('cannot replace what core has: both are named at the start [D-API-03]', () => {
    const clash = plugin('a', {
      parameters: [{ id: 'visit-days', title: '', unit: '', default: 1, source: '' }],
    });
    expect(problems({ id: 'x', name: 'X', plugins: [clash] })).toEqual([
      "plugins 'core' and 'a' both have 'visit-days' in their parameters",
    ]);
  });
});
