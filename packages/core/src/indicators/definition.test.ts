import { describe, expect, it } from 'vitest';
import { financialYear } from '../dates/period.ts';
import { trend } from './compare.ts';
import { definitionSince } from './definition.ts';
import { defineIndicator } from './indicator.ts';

const absence = defineIndicator({
  id: 'absence',
  title: 'Absence',
  definition: 'Missed 10% of sessions.',
  population: 'pupils',
  unit: 'percent',
  polarity: 'lower',
  kind: 'flow',
  source: 'a test',
  certainty: 'proposed',
  from: 2007,
  measure: () => true,
  versions: [
    { from: 2007, to: 2011, definition: 'Missed 20% of sessions.', measure: () => true },
    { from: 2012, to: 2016, definition: 'Missed 15% of sessions.', measure: () => true },
  ],
});

describe('the year from which a definition holds', () => {
  it('is that of the version of the year, or the first after the last version', () => {
    const since = (year: number) => definitionSince(absence, financialYear(year).end);
    expect([2009, 2011, 2012, 2016, 2017, 2024].map(since)).toEqual([2007, 2007, 2012, 2012, 2017, 2017]);
  });

  it('is unknown where there was never another definition', () => {
    const { from: _from, versions: _versions, ...always } = absence;
    expect(definitionSince(always, financialYear(2020).end)).toBeUndefined();
  });

  it('stops a trend where the measure changed [D-EDU-10] [D-IND-11]', () => {
    const value = (figure: number, year: number) => {
      const period = financialYear(year);
      const since = definitionSince(absence, period.end);
      return { value: figure, period, ...(since === undefined ? {} : { definitionSince: since }) };
    };
    expect(trend(value(12, 2017), value(6, 2016), 'lower').reason).toBe('the definition changed in between');
    expect(trend(value(12, 2018), value(14, 2017), 'lower').performance).toBe('better');
  });
});
