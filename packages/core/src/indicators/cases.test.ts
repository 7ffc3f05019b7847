import { describe, expect, it } from 'vitest';
import { defineBreakdown } from '../breakdowns/breakdown.ts';
import { defineCheck, runChecks } from '../checks/check.ts';
import { financialYear } from '../dates/period.ts';
import { provider } from '../generated/records.ts';
import { definePlugin } from '../plugin/plugin.ts';
import { aChild, aCouncil, aHistoryWith } from '../testing/builders.ts';
import { casesBehind, computeIndicators, drillDown } from './compute.ts';
import { defineIndicator, noChild } from './indicator.ts';

const kind = defineBreakdown({
  id: 'provider-kind',
  title: 'Kind of provider',
  categories: [
    { id: 'childrens-home', label: 'Children’s home' },
    { id: 'fostering', label: 'Fostering service' },
  ],
});

const places = defineIndicator({
  id: 'places',
  title: 'Places',
  definition: 'Places of all providers.',
  population: 'providers',
  unit: 'pounds',
  total: true,
  polarity: 'neutral',
  kind: 'stock',
  source: 'test',
  certainty: 'proposed',
  measure: noChild,
  *cases({ history }) {
    for (const one of history.otherRecords(provider)) {
      const numerator = one.capacity?.[0]?.places ?? 0;
      yield { about: one.id, numerator, denominator: 1, categories: { 'provider-kind': one.kind } };
    }
  },
});

const council = aCouncil({
  plugins: [definePlugin({ id: 'homes', title: 'Homes', breakdowns: [kind], indicators: [places] })],
});
const home = (id: string, count: number, of: 'childrens-home' | 'fostering' | 'health') => ({
  id,
  name: id,
  kind: of,
  capacity: [{ places: count, start: '2010-04-01' as const }],
});
const history = aHistoryWith(
  [
    {
      type: provider,
      records: [home('a', 4, 'childrens-home'), home('b', 3, 'fostering'), home('c', 2, 'health')],
    },
  ],
  aChild().startedOn('2014-06-01'),
);
const options = { council, historyFor: () => history };

describe('an indicator of something other than children', () => {
  const [result] = computeIndicators({
    ...options,
    indicators: [places],
    periods: [financialYear(2017)],
    by: [['provider-kind'], ['age']],
  });

  it('adds up its cases, as a sum where it says so', () => {
    expect(result).toMatchObject({ value: 9, numerator: 9, denominator: null });
  });

  it('divides them by their own categories, the rest not known, so that rows add up', () => {
    const rows = (by: string) =>
      result!.breakdowns
        .get(by)!
        .flatMap(({ categories, numerator }) => (numerator ? [[categories[0], numerator]] : []));
    expect(rows('provider-kind')).toEqual([
      ['childrens-home', 4],
      ['fostering', 3],
      ['not-known', 2],
    ]);
    expect(rows('age')).toEqual([['not-known', 9]]);
  });

  it('shows its cases where children are not behind the figure', () => {
    const period = financialYear(2017);
    expect(drillDown(places, { ...options, period })).toEqual([]);
    expect(casesBehind(places, { ...options, period }).map(({ about }) => about)).toEqual(['a', 'b', 'c']);
    expect(casesBehind(council.indicator('children-in-care'), { ...options, period })).toEqual([]);
  });
});

it('a check finds what is wrong in records about something other than a child', () => {
  const check = defineCheck({
    id: 'few-places',
    title: 'Few places',
    record: 'provider',
    fix: 'Correct the places.',
    *findOthers(context) {
      for (const { id, capacity } of context.history.otherRecords(provider))
        if ((capacity?.[0]?.places ?? 0) < 3) yield { about: id, message: `${id} has fewer than 3 places` };
    },
  });
  expect(runChecks([check], { history, council, asAt: 0 })).toEqual([
    {
      check: 'few-places',
      child: '',
      about: 'c',
      record: 'provider',
      message: 'c has fewer than 3 places',
      fix: 'Correct the places.',
    },
  ]);
});
