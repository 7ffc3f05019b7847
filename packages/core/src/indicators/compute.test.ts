import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '../dates/day.ts';
import { financialYear, onDate } from '../dates/period.ts';
import { visit } from '../generated/records.ts';
import type { Child } from '../history/child.ts';
import { figureOf } from '../testing/asking.ts';
import { aChild, aCouncil, aHistory, type ChildStory } from '../testing/builders.ts';
import { randomStories } from '../testing/random.ts';
import { computeIndicators, drillDown } from './compute.ts';
import { defineIndicator, isDerived, noChild } from './indicator.ts';
import { breakdownKey } from './tables.ts';

const council = aCouncil({
  districts: [
    { id: 'north', name: 'North' },
    { id: 'south', name: 'South' },
  ],
  populations: [
    { area: 'sample', year: 2016, children: 153_377 },
    { area: 'north', year: 2016, children: 10_000 },
  ],
});

const computed = (id: string, children: readonly ChildStory[], year = 2017, by: string[][] = []) =>
  figureOf(council, id, children, financialYear(year), by);

const inCare = (facts: Parameters<typeof aChild>[0] = {}) => aChild(facts).startedOn('2014-06-01');

describe('breakdowns', () => {
  it('have their parts add up to the whole, unknown ones too, for any children [CORE-15] [D-IND-06] [DQ-07]', () => {
    const counts = council.indicators.filter((indicator) => !isDerived(indicator));
    fc.assert(
      fc.property(fc.nat(1000), (seed) => {
        const history = aHistory(...randomStories(seed, 25));
        const results = computeIndicators({
          council,
          historyFor: () => history,
          indicators: counts,
          periods: [financialYear(2015)],
          by: [...council.breakdowns.map(({ id }) => [id]), ['district', 'sex']],
        });
        for (const { numerator, denominator, breakdowns, indicator } of results) {
          if (numerator === null) continue;
          if (indicator.unit === 'percent') expect(numerator).toBeLessThanOrEqual(denominator!);
          for (const rows of breakdowns.values()) {
            expect(rows.reduce((sum, row) => sum + row.numerator!, 0)).toBeCloseTo(numerator, 6);
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  it('make two-way tables [D-IND-06]', () => {
    const children = [inCare({ sex: 'F', born: '2010-01-01' }), inCare({ sex: 'M', born: '2016-09-01' })];
    const rows = computed('children-in-care', children, 2017, [['sex', 'age']]).breakdowns.get(
      breakdownKey(['sex', 'age']),
    )!;
    expect(rows.filter(({ numerator }) => numerator).map(({ labels }) => labels)).toEqual([
      ['Female', '5 to 9'],
      ['Male', 'Under 1'],
    ]);
  });

  it('say which are known when asked for one that is not', () => {
    expect(() => computed('children-in-care', [], 2017, [['shoe-size']])).toThrow(
      "there is no breakdown 'shoe-size'; there are: age,",
    );
  });
});

describe('the engine', () => {
  it('keeps the children behind every number', () => {
    const history = aHistory(
      inCare({ id: 'A' }).movedOn('2016-06-01').movedOn('2016-09-01'),
      inCare({ id: 'B' }),
    );
    const rows = drillDown(council.indicator('three-or-more-placements'), {
      council,
      historyFor: () => history,
      period: financialYear(2017),
    });
    expect(rows).toEqual([
      { child: 'A', numerator: 1, denominator: 1 },
      { child: 'B', numerator: 0, denominator: 1 },
    ]);
  });

  it('uses the definition of the year, and none outside the years of an indicator [IND-21] [IND-25]', () => {
    const indicator = defineIndicator({
      id: 'checks',
      title: 'Checks',
      definition: 'Today’s definition.',
      population: 'children in care',
      unit: 'count',
      polarity: 'higher',
      kind: 'stock',
      source: 'a test',
      certainty: 'proposed',
      from: 2003,
      measure: () => true,
      versions: [{ from: 2001, to: 2002, definition: 'The old definition.', measure: () => undefined }],
    });
    const history = aHistory(inCare());
    const results = computeIndicators({
      council,
      historyFor: () => history,
      indicators: [indicator],
      periods: [2000, 2001, 2003].map(financialYear),
    });
    expect(results.map(({ period, definition, value }) => [period.label, definition, value])).toEqual([
      ['2000/01', 'The old definition.', 0],
      ['2002/03', 'Today’s definition.', 1],
    ]);
  });

  it('takes a stock on any date [CORE-06] [D-REF-05]', () => {
    const history = aHistory(inCare().ceasedOn('2016-09-30'));
    const stock = (on: `${number}-${number}-${number}`) =>
      computeIndicators({
        council,
        historyFor: () => history,
        indicators: [council.indicator('children-in-care')],
        periods: [onDate(day(on))],
      })[0]!.value;
    expect([stock('2014-05-31'), stock('2014-06-01'), stock('2016-09-29'), stock('2016-09-30')]).toEqual([
      0, 1, 1, 0,
    ]);
  });
});

describe('an indicator that rests on records', () => {
  const visits = defineIndicator({
    id: 'visits',
    title: 'Visits',
    definition: 'Visits on record.',
    population: 'everybody',
    unit: 'count',
    polarity: 'neutral',
    kind: 'flow',
    source: 'a test',
    certainty: 'proposed',
    restsOn: [visit],
    measure: noChild,
  });
  const asked: string[] = [];
  const watched = {
    ...visits,
    measure: (child: Child) => {
      asked.push(child.id);
      return child.records(visit).length;
    },
  };
  const count = (...children: readonly ChildStory[]) =>
    computeIndicators({
      council,
      historyFor: () => aHistory(...children),
      indicators: [watched],
      periods: [financialYear(2017)],
      by: [['sex']],
    })[0]!;

  it('asks those who hold one, in care or not, and nobody else', () => {
    const visited = inCare().with(visit, { held: '2016-06-01', visitorRole: 'social-worker' });
    const left = inCare()
      .ceasedOn('2015-01-01')
      .with(visit, { held: '2014-07-01', visitorRole: 'social-worker' });
    expect(count(visited, left, inCare()).value).toBe(2);
    expect(asked).toEqual([visited.id, left.id]);
  });

  it('has no value where the history has no record at all', () => {
    expect(count(inCare()).value).toBeNull();
  });
});
