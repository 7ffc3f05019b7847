import { financialYear, threeYears } from '@cic/core';
import { adoptionDecision, permanencePlan, siblingGroup } from '@cic/core/records';
import { aChild, aCouncil, type ChildFacts } from '@cic/core/testing';
import { describe, expect, it } from 'vitest';
import {
  adoptionMatch,
  adoptionProfile,
  adoptivePlacement,
  careProceedings,
  earlyPermanencePlacement,
  permanenceOrder,
  placementOrder,
} from '../src/generated/records.ts';
import { adoption } from '../src/index.ts';
import { computed, council, listed, others, parts } from './tell.ts';

const times = <T>(count: number, make: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));

const decidedOn = (on: '2011-09-01' | '2016-06-01' | '2017-01-15', facts: ChildFacts = {}) =>
  aChild({ born: '2009-01-01', ...facts })
    .startedOn('2011-04-10', { legalStatus: 'C1' })
    .with(adoptionDecision, { decided: on });

const adoptedOn = (on: '2011-10-01' | '2016-10-01', facts: ChildFacts = {}) =>
  aChild(facts).startedOn('2010-06-01').movedOn('2011-01-10', { placementType: 'A6' }).ceasedOn(on, 'E12');

describe('the profile of adopted children 2011/12', () => {
  it('has 70 decisions: 44% girls, 53% in sibling groups, 27% under 1 [ADP-01]', () => {
    const children = times(70, (i) =>
      decidedOn('2011-09-01', {
        id: `D${i}`,
        sex: i < 31 ? 'F' : 'M',
        born: i < 19 ? '2011-01-10' : '2008-01-01',
      }),
    );
    const siblings = others(siblingGroup, { id: 'S1', members: times(37, (i) => ({ child: `D${33 + i}` })) });
    const { value, breakdowns } = computed(
      'adoption-decisions',
      { children, others: [siblings], period: financialYear(2012) },
      [['sex'], ['single-or-siblings'], ['adoption-age']],
    );
    const share = (by: string, category: string) =>
      Math.round(breakdowns.get(by)!.find(({ categories }) => categories[0] === category)!.share!);
    expect(value).toBe(70);
    expect([share('sex', 'F'), share('sex', 'M')]).toEqual([44, 56]);
    expect([share('single-or-siblings', 'single'), share('single-or-siblings', 'siblings')]).toEqual([
      47, 53,
    ]);
    expect(share('adoption-age', '0-0')).toBe(27);
  });

  it('has 40 adopted: 60% girls; 37.5% under 4, 42.5% aged 4 to 6, 20% aged 7 to 10 at the order [ADP-02] [D-ADO-10]', () => {
    const born = (i: number) => (i < 15 ? '2008-10-02' : i < 32 ? '2005-01-01' : '2001-09-30');
    const children = times(40, (i) => adoptedOn('2011-10-01', { sex: i < 24 ? 'F' : 'M', born: born(i) }));
    const period = financialYear(2012);
    const { value, breakdowns } = computed('children-adopted', { children, period }, [
      ['sex'],
      ['adoption-age'],
    ]);
    expect(value).toBe(40);
    const shares = (by: string) =>
      Object.fromEntries(
        breakdowns
          .get(by)!
          .flatMap(({ categories, share, numerator }) => (numerator ? [[categories[0], share]] : [])),
      );
    expect(shares('sex')).toEqual({ F: 60, M: 40 });
    expect(shares('adoption-age')).toEqual({ '1-3': 37.5, '4-6': 42.5, '7-10': 20 });
    expect(computed('children-placed-for-adoption', { children, period: financialYear(2011) }).value).toBe(
      40,
    );
  });

  it('has 19% from minority ethnic backgrounds and 14% aged 5 and over over three years [ADP-07]', () => {
    const children = times(100, (i) =>
      adoptedOn('2011-10-01', {
        ethnicity: i < 19 ? 'MWBC' : 'WBRI',
        born: i < 14 ? '2005-05-01' : '2009-05-01',
      }),
    );
    const notStated = adoptedOn('2011-10-01', { ethnicity: 'REFU', born: '2009-05-01' });
    const told = { children: [...children, notStated], period: threeYears(2012) };
    expect(computed('adoptions-ethnic-minority', told)).toMatchObject({ value: 19, denominator: 100 });
    expect(computed('adoptions-aged-5-plus', { ...told, children }).value).toBeCloseTo(14, 9);
    expect(computed('adopted-aged-5-plus', { ...told, children }).value).toBe(14);
    expect(
      parts(computed('children-adopted', told, [['ethnic-minority']]).breakdowns.get('ethnic-minority')),
    ).toEqual({
      yes: 19,
      no: 81,
      'not-known': 1,
    });
  });

  it('names the base of every share of adopted children, and lets the council choose one [ADP-03]', () => {
    const children = [
      ...times(13, () => adoptedOn('2011-10-01')),
      ...times(12, () => aChild().startedOn('2010-06-01').ceasedOn('2011-10-01')),
      ...times(75, () => aChild().startedOn('2010-06-01')),
    ];
    const told = { children, period: financialYear(2012) };
    const value = (id: string, of = council) => computed(id, { ...told, council: of }).value;
    expect(value('adopted-share-of-leavers')).toBe(52);
    expect(value('adopted-share-of-looked-after')).toBe(13);
    expect(value('adopted-share-of-children-in-care')).toBeCloseTo((13 / 75) * 100, 9);
    expect(value('adopted-share-of-12-months')).toBeCloseTo((13 / 75) * 100, 9);
    expect(value('left-care-adopted')).toBe(52);
    expect(value('adopted-share')).toBe(52);
    expect(value('adopted-share', aCouncil({ plugins: [adoption({ adoptedShareOf: 'in-year' })] }))).toBe(13);
  });
});

describe('placement within 12 months of the decision', () => {
  const placedOn = (on: '2012-08-31' | '2012-09-02') =>
    aChild()
      .startedOn('2011-06-01')
      .movedOn(on, { placementType: 'A6' })
      .ceasedOn('2013-03-01', 'E12')
      .with(adoptionDecision, { decided: '2011-09-01' });
  const period = financialYear(2013);

  it('counts those placed in time and still there when adopted [ADP-04]', () => {
    const moved = aChild()
      .startedOn('2011-06-01')
      .movedOn('2012-01-01', { placementType: 'A6' })
      .movedOn('2012-06-01', { placementType: 'U6' })
      .movedOn('2012-11-01', { placementType: 'A6' })
      .ceasedOn('2013-03-01', 'E12')
      .with(adoptionDecision, { decided: '2011-09-01' });
    const children = [
      ...times(3, () => placedOn('2012-08-31')),
      ...times(6, () => placedOn('2012-09-02')),
      moved,
    ];
    expect(computed('placed-within-12-months', { children, period })).toMatchObject({
      value: 30,
      denominator: 10,
    });
  });

  it('tells why it took longer [ADP-23]', () => {
    const late = placedOn('2012-09-02').with(adoptionMatch, {
      matched: '2012-08-20',
      reasonOver12Months: 'medical',
    });
    const { value, breakdowns } = computed(
      'placed-after-12-months',
      { children: [late, placedOn('2012-09-02'), placedOn('2012-08-31')], period },
      [['reason-over-12-months']],
    );
    expect(value).toBe(2);
    expect(parts(breakdowns.get('reason-over-12-months'))).toEqual({ medical: 1, 'not-known': 1 });
  });
});

it('measures care proceedings in weeks: 39 here, 53 in England [ADP-05]', () => {
  const children = [
    aChild().startedOn('2011-01-01').with(careProceedings, { issued: '2011-01-03', concluded: '2011-10-03' }),
    aChild().startedOn('2011-01-01').with(careProceedings, { issued: '2011-05-02' }),
  ];
  expect(computed('care-proceedings-weeks', { children, period: financialYear(2012) })).toMatchObject({
    value: 39,
    denominator: 1,
  });
});

/** A child at each stage at 31 March 2017, told through the plugin's records. */
const planned = {
  noOrder: () => decidedOn('2016-06-01'),
  notMatched: () => decidedOn('2016-06-01').with(placementOrder, { granted: '2016-09-01' }),
  matched: () =>
    decidedOn('2016-06-01')
      .with(placementOrder, { granted: '2016-09-01' })
      .with(adoptionMatch, { matched: '2017-03-20' }),
  placed: () =>
    decidedOn('2016-06-01')
      .with(placementOrder, { granted: '2016-09-01' })
      .with(adoptionMatch, { matched: '2016-12-01' })
      .with(adoptivePlacement, { placed: '2016-12-20' }),
};

describe('children with a plan for adoption', () => {
  it('are told apart by their dates, with the rest shown: 102 = 57 + 31 + 14 [D-ADO-12]', () => {
    const children = [
      ...times(9, planned.noOrder),
      ...times(57, planned.notMatched),
      ...times(5, planned.matched),
      ...times(31, planned.placed),
    ];
    const { value, breakdowns } = computed('children-with-adoption-plan', { children }, [
      ['adoption-stage'],
      ['adoption-wait'],
    ]);
    expect(value).toBe(102);
    expect(parts(breakdowns.get('adoption-stage'))).toEqual({
      'no-order': 9,
      'order-not-matched': 57,
      matched: 5,
      placed: 31,
    });
    expect(parts(breakdowns.get('adoption-wait'))).toEqual({ '9-12-months': 102 });
    const stocks = [
      'placement-order-not-matched',
      'placed-no-adoption-order',
      'adoption-plan-no-order',
      'matched-not-placed',
    ];
    expect(stocks.map((id) => computed(id, { children }).value)).toEqual([57, 31, 9, 5]);
  });

  it('are none who were adopted, left care, or whose decision was reversed', () => {
    const reversed = aChild()
      .startedOn('2015-04-10')
      .with(adoptionDecision, { decided: '2015-09-01', ceased: '2017-03-31', reasonCeased: 'RD3' });
    const adopted = decidedOn('2016-06-01').ceasedOn('2017-03-01', 'E11');
    const left = decidedOn('2016-06-01').ceasedOn('2017-03-31');
    const children = [reversed, adopted, left];
    expect(computed('children-with-adoption-plan', { children }).value).toBe(0);
    const { value, breakdowns } = computed('adoption-decisions-reversed', { children }, [
      ['reason-adoption-reversed'],
    ]);
    expect(value).toBe(1);
    expect(parts(breakdowns.get('reason-adoption-reversed'))).toEqual({ RD3: 1 });
  });

  it('go back to waiting when a placement disrupts', () => {
    const disrupted = planned
      .notMatched()
      .with(adoptionMatch, { matched: '2016-10-01' })
      .with(adoptivePlacement, { placed: '2016-10-10', ended: '2017-01-05', reasonEnded: 'disrupted' });
    expect(computed('placement-order-not-matched', { children: [disrupted] }).value).toBe(1);
    expect(computed('adoption-disruptions', { children: [disrupted, planned.placed()] }).value).toBe(1);
    const inReturn = aChild()
      .startedOn('2015-04-10')
      .movedOn('2016-05-01', { placementType: 'A6' })
      .movedOn('2016-09-01', { placementType: 'U6' });
    expect(computed('adoption-disruptions', { children: [inReturn] }).value).toBe(1);
  });

  it('placed by plan and by placement type agree, or the difference is listed: 31 and 27 [D-ADO-18]', () => {
    const byBoth = () =>
      decidedOn('2016-06-01')
        .movedOn('2016-12-20', { placementType: 'A6' })
        .with(adoptivePlacement, { placed: '2016-12-20' });
    const children = [...times(27, byBoth), ...times(4, planned.placed)];
    expect(computed('placed-no-adoption-order', { children }).value).toBe(31);
    expect(computed('placed-for-adoption-by-placement-type', { children }).value).toBe(27);
    const rows = listed('adoption-placement-reconciliation', { children });
    expect(rows).toHaveLength(4);
    expect(rows[0]!['flags']).toEqual(['placed with adopters by the adoption records, placement type U6']);
  });
});

describe('children placed and adopted in a year', () => {
  it('are counted by locality, and are the discharges with reason adopted [D-ADO-11]', () => {
    const children = [
      ...times(10, () => adoptedOn('2016-10-01', { district: 'north' })),
      ...times(30, () => adoptedOn('2016-10-01', { district: 'south' })),
      ...times(4, () => adoptedOn('2016-10-01', { district: 'disabled-team' })),
    ];
    const { value, breakdowns } = computed('children-adopted', { children }, [['district']]);
    expect(value).toBe(44);
    expect(parts(breakdowns.get('district'))).toEqual({ north: 10, south: 30, 'disabled-team': 4 });
    const discharged = computed('ceased-in-year', { children }, [['reason-ceased']]);
    expect(parts(discharged.breakdowns.get('reason-ceased'))).toEqual({ E12: 44 });
  });

  it('have an average age in years and a number aged 4 and over [D-ADO-13]', () => {
    const children = [
      adoptedOn('2016-10-01', { born: '2014-10-01' }),
      adoptedOn('2016-10-01', { born: '2012-10-01' }),
      adoptedOn('2016-10-01', { born: '2012-10-02' }),
    ];
    expect(computed('adopted-average-age', { children }).value).toBeCloseTo((2 + 4 + 4) / 3, 2);
    expect(computed('adopted-aged-4-plus', { children }).value).toBe(1);
  });

  it('are harder to place by age, sibling group, disability, ethnicity or record [D-ADO-19]', () => {
    const placed = (facts: ChildFacts) =>
      aChild({ born: '2015-01-01', ...facts })
        .startedOn('2015-06-01')
        .movedOn('2016-06-01', { placementType: 'A6' });
    const children = [
      placed({}),
      placed({ disabled: true }),
      placed({ born: '2011-01-01', ethnicity: 'BAFR' }),
      placed({}).with(adoptionProfile, { recorded: '2016-01-01', harderToPlace: ['health'] }),
    ];
    expect(computed('placed-harder-to-place', { children })).toMatchObject({ numerator: 3, denominator: 4 });
    const { breakdowns } = computed('children-placed-for-adoption', { children }, [['harder-to-place']]);
    expect(parts(breakdowns.get('harder-to-place'))).toEqual({
      none: 1,
      disability: 1,
      several: 1,
      health: 1,
    });
  });

  it('come by fostering for adoption, on record or by placement type [D-ADO-17]', () => {
    const byType = aChild()
      .startedOn('2016-02-01')
      .movedOn('2016-05-01', { placementType: 'U5' })
      .legalStatusFrom('2016-08-01', 'E1');
    const byRecord = aChild()
      .startedOn('2016-02-01')
      .with(earlyPermanencePlacement, { kind: 'concurrent-planning', placed: '2016-07-01' });
    expect(
      computed('early-permanence-placements', {
        children: [byType, byRecord, aChild().startedOn('2016-02-01')],
      }).value,
    ).toBe(2);
  });

  it('follow placement orders made, whose number can be compared from year to year [D-ADO-21]', () => {
    const orderedOn = (on: '2014-06-01' | '2016-06-01') =>
      aChild()
        .startedOn('2014-04-10', { legalStatus: 'C1' })
        .legalStatusFrom(on, 'E1')
        .legalStatusFrom('2016-12-01', 'C2');
    const children = [
      ...times(40, () => orderedOn('2014-06-01')),
      ...times(30, () => orderedOn('2016-06-01')),
    ];
    const before = computed('placement-orders', { children, period: financialYear(2015) }).value!;
    const now = computed('placement-orders', { children, period: financialYear(2017) }).value!;
    expect(((now - before) / before) * 100).toBe(-25);
  });
});

describe('special guardianship', () => {
  it('is in force by age at year end, and made from care in the year as the discharges say [D-CHI-27]', () => {
    const outside = (born: '2010-05-01' | '2002-05-01' | '1999-01-01') =>
      aChild({ born }).with(permanenceOrder, { order: 'special-guardianship', made: '2012-05-01' });
    const fromCare = aChild({ born: '2013-01-01' })
      .startedOn('2014-01-01')
      .ceasedOn('2016-11-01', 'E43')
      .with(permanenceOrder, {
        order: 'special-guardianship',
        made: '2016-11-01',
        guardian: 'foster-carer',
        supportPlan: '2016-10-01',
        allowance: { weekly: 15000, start: '2016-11-01' },
      });
    const ended = aChild().with(permanenceOrder, {
      order: 'special-guardianship',
      made: '2012-05-01',
      ended: '2016-01-01',
    });
    const lately = aChild({ born: '2012-01-01' }).with(permanenceOrder, {
      order: 'special-guardianship',
      made: '2016-07-01',
    });
    const children = [
      outside('2010-05-01'),
      outside('2002-05-01'),
      outside('1999-01-01'),
      fromCare,
      ended,
      lately,
    ];
    const { value, breakdowns } = computed('special-guardianship-orders', { children }, [
      ['single-year-of-age'],
    ]);
    expect(value).toBe(4);
    const upTo8 = Object.entries(parts(breakdowns.get('single-year-of-age'))).filter(
      ([age]) => Number.parseInt(age, 10) <= 8,
    );
    expect(upTo8.reduce((sum, [, count]) => sum + count, 0)).toBe(3);
    expect(computed('special-guardianship-from-care', { children }).value).toBe(1);
    expect(
      parts(computed('ceased-in-year', { children }, [['reason-ceased']]).breakdowns.get('reason-ceased')),
    ).toEqual({ E43: 1 });
    expect(computed('special-guardianship-outside-care', { children }).value).toBe(1);
    expect(computed('special-guardianship-support-planned', { children }).value).toBe(50);
    expect(computed('guardian-allowances', { children }).value).toBe(150);
  });
});

it('asks whether permanence was decided before a placement', () => {
  const child = planned
    .placed()
    .with(permanencePlan, { route: 'adoption', start: '2016-07-01', decided: '2016-07-01' });
  expect(computed('permanence-decided-before-placement', { children: [child, planned.placed()] }).value).toBe(
    50,
  );
});
