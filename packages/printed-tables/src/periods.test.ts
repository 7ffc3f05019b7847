import { periodKey } from '@cic/core';
import { describe, expect, it } from 'vitest';
import { periodIn, yearsIn } from './periods.ts';

describe('the period a heading names', () => {
  it.each([
    ['2012/13', 'financial-year:2012-04-01:2013-03-31'],
    ['2008-2009', 'financial-year:2008-04-01:2009-03-31'],
    ['2016/17 Outcome', 'financial-year:2016-04-01:2017-03-31'],
    ['Mar-13', 'date:2013-03-31:2013-03-31'],
    ["at Sept '07", 'date:2007-09-30:2007-09-30'],
    ['March 2017', 'date:2017-03-31:2017-03-31'],
    ['31/03/17', 'date:2017-03-31:2017-03-31'],
    ['Data taken as of 07/09/17', 'date:2017-09-07:2017-09-07'],
    ['31st March 2017', 'date:2017-03-31:2017-03-31'],
  ])('%s', (heading, key) => {
    expect(periodKey(periodIn(heading)!)).toBe(key);
  });

  it.each(['', 'Total', '31/13/20', '30 February 2017', '2012/15', 'Band 3'])('none in %j', (heading) => {
    expect(periodIn(heading)).toBeUndefined();
  });

  it('all years of a title, by the year they end in', () => {
    expect(yearsIn('Attendance 2008/09 – 2011/12')).toEqual([2009, 2012]);
  });
});
