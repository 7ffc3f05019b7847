import { contextFor, day, drillDown, financialYear, rolling12Months, threeYears } from '@cic/core';
import { adoptionDecision, adoptionOutcome } from '@cic/core/records';
import { aChild, aHistory, type ChildFacts } from '@cic/core/testing';
import { describe, expect, it } from 'vitest';
import { adoptionMatch, adoptionOrder, adoptivePlacement, placementOrder } from '../src/generated/records.ts';
import { distributionOf, scorecardThresholds, thresholdOn } from '../src/index.ts';
import { computed, council, parts } from './tell.ts';

/** Entered 1 April 2015, ordered 1 November 2015, matched 1 February 2016, placed 1 March 2016, adopted 1 September 2016. */
const inReturn = (facts: ChildFacts = {}) =>
  aChild({ born: '2014-06-01', ...facts })
    .startedOn('2015-04-01', { legalStatus: 'C1' })
    .legalStatusFrom('2015-11-01', 'E1')
    .movedOn('2016-03-01', { placementType: 'A6' })
    .ceasedOn('2016-09-01', 'E12')
    .with(adoptionDecision, { decided: '2015-10-01' })
    .with(adoptionOutcome, { decided: '2015-10-01', matched: '2016-02-01' });

describe('the scorecard', () => {
  it('takes A1 from entering care to moving in with the adoptive family [D-ADO-01]', () => {
    expect(computed('adoption-a1', { children: [inReturn()] })).toMatchObject({ value: 335, denominator: 1 });
  });

  it('takes A1 to the adoption order where the child was never placed before it', () => {
    const never = aChild().startedOn('2015-04-01').ceasedOn('2016-09-01', 'E11');
    expect(computed('adoption-a1', { children: [never] }).value).toBe(day('2016-09-01') - day('2015-04-01'));
  });

  it('takes A2 from the authority to place to the match, nought where the match came first [D-ADO-02] [ADP-06]', () => {
    expect(computed('adoption-a2', { children: [inReturn()] }).value).toBe(92);
    const matchedFirst = aChild()
      .startedOn('2015-04-01', { legalStatus: 'C1' })
      .legalStatusFrom('2015-11-01', 'E1')
      .movedOn('2016-03-01', { placementType: 'A6' })
      .ceasedOn('2016-09-01', 'E12')
      .with(adoptionOutcome, { decided: '2015-08-01', matched: '2015-10-20' });
    expect(computed('adoption-a2', { children: [matchedFirst] }).value).toBe(0);
    expect(computed('adoption-a2', { children: [inReturn(), matchedFirst] })).toMatchObject({
      value: 46,
      denominator: 2,
    });
  });

  it('leaves out of A2 those without authority to place and those never placed before the order', () => {
    const consent = aChild()
      .startedOn('2015-04-01', { legalStatus: 'V2' })
      .movedOn('2016-03-01', { placementType: 'A4' })
      .ceasedOn('2016-09-01', 'E11')
      .with(adoptionOutcome, { decided: '2015-08-01', matched: '2016-01-20' });
    const neverPlaced = aChild()
      .startedOn('2015-04-01', { legalStatus: 'E1' })
      .ceasedOn('2016-09-01', 'E12')
      .with(adoptionOutcome, { decided: '2015-08-01', matched: '2016-01-20' });
    expect(computed('adoption-a2', { children: [consent, neverPlaced] })).toMatchObject({
      value: null,
      denominator: 0,
    });
  });

  it('stops the A10 clock on the day the child moved in with the foster carers who adopted', () => {
    const byCarers = aChild()
      .startedOn('2015-04-01', { placementType: 'U6' })
      .movedOn('2015-05-01', { placementType: 'U6', placementPostcode: 'AB2 2AA' })
      .movedOn('2016-03-01', { placementType: 'A5', reasonNewEpisode: 'P', placementPostcode: 'AB2 2AA' })
      .ceasedOn('2016-09-01', 'E12')
      .with(adoptionOutcome, { decided: '2015-10-01', matched: '2016-02-01', adoptedByFosterCarers: true });
    expect(computed('adoption-a1', { children: [byCarers] }).value).toBe(335);
    expect(computed('adoption-a10', { children: [byCarers] }).value).toBe(30);
    expect(computed('adoption-a10', { children: [inReturn()] }).value).toBe(335);
    const { breakdowns } = computed('children-adopted', { children: [byCarers, inReturn()] }, [
      ['adopted-by'],
    ]);
    expect(parts(breakdowns.get('adopted-by'))).toEqual({ 'foster-carers': 1, others: 1 });
  });

  it('is one measure over three financial years and over twelve months to any month end [D-ADO-03]', () => {
    const slow = aChild({ born: '2010-06-01' })
      .startedOn('2012-04-01')
      .movedOn('2014-04-01', { placementType: 'A6' })
      .ceasedOn('2014-10-01', 'E12');
    const children = [inReturn(), slow];
    expect(computed('adoption-a1', { children, period: threeYears(2017) })).toMatchObject({
      value: (335 + 730) / 2,
      denominator: 2,
    });
    expect(computed('adoption-a1', { children, period: financialYear(2017) }).value).toBe(335);
    expect(
      computed('adoption-a1', { children, period: rolling12Months(day('2015-10-31')) }).denominator,
    ).toBe(0);
    expect(computed('adoption-a1', { children, period: rolling12Months(day('2015-03-31')) }).value).toBe(730);
    expect(computed('adoption-a1', { children, period: rolling12Months(day('2016-09-30')) }).value).toBe(335);
  });

  it('knows the thresholds of each year, and none before the scorecards', () => {
    const parameter = (id: string) => council.parameter(id, day('2020-03-31'));
    const on = (year: number) => thresholdOn('a1', financialYear(year).end, parameter);
    expect([2011, 2012, 2013, 2014, 2015, 2016, 2024].map(on)).toEqual([
      undefined,
      639,
      547,
      487,
      487,
      426,
      426,
    ]);
    expect(scorecardThresholds.map(({ a2 }) => a2)).toEqual([213, 182, 152, 121]);
    expect(computed('adoption-a1-within-threshold', { children: [inReturn()] }).value).toBe(100);
    expect(computed('adoption-a2-within-threshold', { children: [inReturn()] }).value).toBe(100);
  });

  it('counts in A3 those placed in the period and those who still wait', () => {
    const waiting = aChild()
      .startedOn('2015-01-01', { legalStatus: 'C1' })
      .legalStatusFrom('2015-11-01', 'E1')
      .with(adoptionDecision, { decided: '2015-10-01' });
    const fresh = aChild().startedOn('2016-10-01').with(adoptionDecision, { decided: '2017-02-01' });
    const placedNow = aChild()
      .startedOn('2016-01-01')
      .movedOn('2016-08-01', { placementType: 'A6' })
      .with(adoptionDecision, { decided: '2016-06-01' });
    expect(computed('adoption-a3', { children: [waiting, fresh, placedNow] })).toMatchObject({
      numerator: 2,
      denominator: 3,
    });
  });

  it('takes the plugin’s own records before the statutory return, and says which', () => {
    const own = inReturn()
      .with(placementOrder, { granted: '2015-12-01' })
      .with(adoptionMatch, { matched: '2016-02-09' })
      .with(adoptivePlacement, { placed: '2016-03-11' })
      .with(adoptionOrder, { granted: '2016-09-01' });
    expect(computed('adoption-a1', { children: [own] }).value).toBe(345);
    expect(computed('adoption-a2', { children: [own] }).value).toBe(70);
    const { breakdowns } = computed('adoption-a1', { children: [own, inReturn()] }, [['source-of-adoption']]);
    expect(
      breakdowns.get('source-of-adoption')!.map(({ categories, value }) => [categories[0], value]),
    ).toEqual([
      ['record', 345],
      ['return', 335],
    ]);
  });

  it('shows the distribution behind the average, by band and by quartile', () => {
    const slow = aChild({ born: '2010-06-01' })
      .startedOn('2013-01-01')
      .movedOn('2015-04-01', { placementType: 'A6' })
      .ceasedOn('2016-10-01', 'E12');
    const children = [inReturn({ id: 'quick' }), slow];
    const { breakdowns } = computed('adoption-a1', { children }, [['days-to-placement']]);
    const rows = breakdowns.get('days-to-placement')!.filter(({ denominator }) => denominator);
    expect(rows.map(({ categories, denominator }) => [categories[0], denominator])).toEqual([
      ['304-425', 1],
      ['730-1094', 1],
    ]);
    const history = aHistory(...children);
    const options = { council, historyFor: () => history, period: financialYear(2017) };
    const behind = distributionOf(drillDown(council.indicator('adoption-a1'), options), 426);
    expect(behind).toEqual({
      count: 2,
      mean: 577.5,
      min: 335,
      lowerQuartile: 456.25,
      median: 577.5,
      upperQuartile: 698.75,
      max: 820,
      within: 1,
    });
    expect(distributionOf([])).toBeUndefined();
    expect(contextFor(council, () => history, options.period).parameter('adoption-a1-days')).toBe(426);
  });

  it('has no value where nothing on adoption is on record, which is not nought', () => {
    expect(computed('adoption-decisions', { children: [aChild().startedOn('2015-01-01')] }).value).toBeNull();
    expect(computed('adoption-a1', { children: [] }).value).toBeNull();
  });
});
