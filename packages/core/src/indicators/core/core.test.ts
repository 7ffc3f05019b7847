import { describe, expect, it } from 'vitest';
import { day, type IsoDate } from '../../dates/day.ts';
import { financialYear, onDate, type Period, quarter } from '../../dates/period.ts';
import { review } from '../../generated/records.ts';
import { figureOf } from '../../testing/asking.ts';
import { aChild, aCouncil, type ChildStory } from '../../testing/builders.ts';
import type { IndicatorResult } from '../compute.ts';
import { printValue, round } from '../print.ts';

const council = aCouncil({
  ageBands: [0, 1, 5, 10, 16],
  populations: [{ area: 'sample', year: 2016, children: 153_377 }],
});

const computed = (
  id: string,
  children: readonly ChildStory[],
  period: Period = financialYear(2017),
  by: readonly string[] = [],
): IndicatorResult =>
  figureOf(
    council,
    id,
    children,
    period,
    by.map((one) => [one]),
  );

/** Numerators by label, those of nobody left out. */
const counts = (result: IndicatorResult, by: string): Record<string, number> =>
  Object.fromEntries(
    result.breakdowns
      .get(by)!
      .filter(({ numerator }) => numerator)
      .map(({ labels, numerator }) => [labels[0]!, numerator!]),
  );

const inCare = (
  facts: Parameters<typeof aChild>[0] = {},
  episode: Parameters<ChildStory['startedOn']>[1] = {},
) => aChild(facts).startedOn('2014-06-01', episode);
const many = (count: number, make: () => ChildStory) => Array.from({ length: count }, make);

describe('children in care by who they are', () => {
  it('fall in exactly one age band each, with number and share [CORE-10] [D-REF-10] [D-CHI-09] [IND-38]', () => {
    const children = [
      ...many(2, () => inCare({ born: '2016-04-01' })),
      ...many(3, () => inCare({ born: '2016-03-31' })),
      ...many(5, () => inCare({ born: '2001-03-31' })),
    ];
    const result = computed('children-in-care', children, financialYear(2017), ['age']);
    expect(counts(result, 'age')).toEqual({ 'Under 1': 2, '1 to 4': 3, '16 and over': 5 });
    const oldest = result.breakdowns.get('age')!.find(({ labels }) => labels[0] === '16 and over')!;
    expect(oldest.share).toBe(50);
  });

  it('are told apart by sex, ethnicity and ethnic group [CORE-11] [CORE-12] [D-CHI-11]', () => {
    const children = [
      inCare({ sex: 'M', ethnicity: 'WBRI' }),
      inCare({ sex: 'F', ethnicity: 'WIRI' }),
      inCare({ sex: 'F', ethnicity: 'BAFR' }),
      inCare({ sex: '', ethnicity: '' }),
    ];
    const result = computed('children-in-care', children, financialYear(2017), [
      'sex',
      'ethnicity',
      'ethnic-group',
    ]);
    expect(counts(result, 'sex')).toEqual({ Male: 1, Female: 2, 'Not known': 1 });
    expect(counts(result, 'ethnicity')).toEqual({
      'White British': 1,
      'White Irish': 1,
      African: 1,
      'Not known': 1,
    });
    expect(counts(result, 'ethnic-group')).toEqual({ White: 2, Black: 1, 'Not known': 1 });
  });

  it('have a disability on record, a share per year and per quarter [D-CHI-13] [D-IND-07] [CORE-01]', () => {
    const children = [
      ...many(102, () => inCare({ disabled: true })),
      ...many(528, () => inCare({ disabled: false })),
      inCare({ disabled: false }).ceasedOn('2016-12-31'),
    ];
    expect(
      printValue(council.indicator('disability-recorded'), computed('disability-recorded', children).value),
    ).toBe('16.2%');
    expect(computed('disability-recorded', children, quarter(2017, 2)).denominator).toBe(631);
    expect(computed('disability-recorded', [inCare()]).value).toBeNull();
  });

  it('may be unaccompanied asylum-seeking children, under 16 and from 16 on, inside and outside [D-CHI-24]', () => {
    const uasc = (born: IsoDate, placementLocation: string) =>
      inCare({ born, unaccompaniedUntil: 'still' }, { placementLocation });
    const children = [
      uasc('2002-01-01', 'IN'),
      uasc('2000-01-01', 'OUT'),
      inCare({ unaccompaniedUntil: '2017-03-31' }),
      inCare(),
    ];
    const result = computed('unaccompanied-children', children, financialYear(2017), ['age', 'location']);
    expect(result.value).toBe(2);
    expect(counts(result, 'age')).toEqual({ '10 to 15': 1, '16 and over': 1 });
    expect(counts(result, 'location')).toEqual({ 'Inside the area': 1, 'Outside the area': 1 });
  });

  it('are counted over the year apart from those on its last day [D-CHI-26]', () => {
    const children = [inCare(), inCare().ceasedOn('2016-06-01'), inCare().ceasedOn('2016-03-31')];
    expect(computed('looked-after-in-year', children).value).toBe(2);
    expect(computed('children-in-care', children).value).toBe(1);
  });

  it('have been in care for twelve months when nothing interrupts them, on any reference date [CORE-08] [CORE-09]', () => {
    const on30September = onDate(day('2016-09-30'));
    const children = [
      aChild().startedOn('2015-10-01'),
      aChild().startedOn('2015-10-02'),
      inCare().ceasedOn('2016-01-01', 'E4A').startedOn('2016-02-01'),
      inCare().startedOn('2016-05-01', { legalStatus: 'V3' }),
    ];
    expect(computed('in-care-12-months', children, on30September).value).toBe(1);
  });
});

describe('children who come and go', () => {
  it('by age when they came, and the share of each age band [CORE-14] [D-CHI-10] [D-CHI-30]', () => {
    const ages = [
      [68, '2016-06-01'],
      [59, '2013-06-01'],
      [46, '2009-06-01'],
      [82, '2004-06-01'],
      [52, '2000-01-01'],
    ] as const;
    const children = ages.flatMap(([count, born]) =>
      many(count, () => aChild({ born }).startedOn('2017-03-01')),
    );
    const result = computed('started-in-year', children, financialYear(2017), ['age', 'age-at-entry']);
    expect(result.value).toBe(307);
    expect(result.breakdowns.get('age')!.map(({ numerator }) => numerator)).toEqual([68, 59, 46, 82, 52]);
    expect(counts(result, 'age-at-entry')).toEqual(counts(result, 'age'));
    const tenToFifteen = result.breakdowns.get('age')!.find(({ categories }) => categories[0] === '10-15')!;
    expect(round(tenToFifteen.share!, 1)).toBe(26.7);
  });

  it('by the reason they left, old codes kept for old years [D-REF-15] [D-CHI-32]', () => {
    const left = (reason: string) => inCare().ceasedOn('2016-09-01', reason);
    const result = computed(
      'ceased-in-year',
      [left('E4A'), left('E4B'), left('E41'), left('E43')],
      financialYear(2017),
      ['reason-ceased'],
    );
    expect(Object.keys(counts(result, 'reason-ceased'))).toEqual([
      'Home to parents, relatives or others with parental responsibility, planned',
      'Home to parents, relatives or others with parental responsibility, not planned',
      'Residence order or child arrangements order (lives with)',
      'Special guardianship order to former foster carer',
    ]);
  });
});

describe('where children live', () => {
  it('each in one row of the placement table, own and agency apart [D-REF-14] [D-CHI-17] [PLC-02] [PLC-04]', () => {
    const placed = (placementType: string, placementProvider: string) =>
      inCare({}, { placementType, placementProvider });
    const children = [
      placed('U6', 'PR1'),
      placed('U4', 'PR4'),
      placed('A6', 'PR1'),
      placed('K2', 'PR4'),
      placed('K2', 'PR1'),
      placed('P1', 'PR0'),
      placed('K1', 'PR1'),
      placed('H5', 'PR4'),
      placed('R5', 'PR3'),
    ];
    const result = computed('children-in-care', children, financialYear(2017), ['placement-mix']);
    expect(result.breakdowns.get('placement-mix')!.map(({ numerator }) => numerator)).toEqual([
      1, 1, 1, 1, 1, 1, 1, 1, 1,
    ]);
  });

  it('with parents is in care, not a return home [D-CHI-35]', () => {
    const withParents = inCare().movedOn('2016-09-01', { placementType: 'P1', placementProvider: 'PR0' });
    expect(computed('children-in-care', [withParents]).value).toBe(1);
    expect(computed('ceased-in-year', [withParents]).value).toBe(0);
  });

  it('outside the area as a share of all [SUF-22] [PLC-03]', () => {
    const children = [
      ...many(182, () => inCare({}, { placementLocation: 'OUT' })),
      ...many(448, () => inCare({}, { placementLocation: 'IN' })),
    ];
    expect(
      printValue(council.indicator('placed-out-of-area'), computed('placed-out-of-area', children).value),
    ).toBe('28.9%');
  });

  it('does not change when a child is missing: no such episode is a placement [D-CHI-19] [D-SAF-05]', () => {
    expect(computed('three-or-more-placements', [inCare().movedOn('2016-06-01')]).numerator).toBe(0);
    expect(council.codeSets.find(({ id }) => id === 'PLACE')!.values).not.toContain('M3');
  });
});

describe('reviews by age', () => {
  it('show who took part [D-ENG-15]', () => {
    const child = (born: IsoDate, participation: 'PN1' | 'PN4') =>
      inCare({ born }).with(review, { held: '2016-10-01', participation });
    const result = computed(
      'participation-in-reviews',
      [child('2008-01-01', 'PN1'), child('2001-01-01', 'PN4')],
      financialYear(2017),
      ['age'],
    );
    const taken = result.breakdowns.get('age')!.filter(({ denominator }) => denominator);
    expect(taken.map(({ labels, value }) => [labels[0], value])).toEqual([
      ['5 to 9', 100],
      ['16 and over', 0],
    ]);
  });
});

describe('every indicator of core', () => {
  it('says what it counts, of whom, in which unit, which way is better, and by whose definition [IND-01] [D-IND-01]', () => {
    const ids = council.indicators.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const indicator of council.indicators) {
      expect(indicator.definition.length, indicator.id).toBeGreaterThan(30);
      expect(indicator.population, indicator.id).toBeTruthy();
      expect(indicator.source, indicator.id).toBeTruthy();
      expect(['stock', 'flow'], indicator.id).toContain(indicator.kind);
    }
  });

  it('has the codes others know it by [IND-31]', () => {
    expect(council.indicator('long-term-stability').codes).toEqual([
      { scheme: 'NI', code: '63' },
      { scheme: 'PAF', code: 'D78' },
    ]);
  });
});
