import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../../dates/day.ts';
import { financialYear } from '../../dates/period.ts';
import { review, socialWorkerEpisode } from '../../generated/records.ts';
import { figureOf } from '../../testing/asking.ts';
import { aChild, aCouncil, type ChildStory } from '../../testing/builders.ts';

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

describe('children in care', () => {
  it('are counted on 31 March, each once, without short breaks [CORE-06] [CORE-09]', () => {
    const children = [
      inCare(),
      inCare().ceasedOn('2017-03-31'),
      inCare().ceasedOn('2017-04-01'),
      aChild().startedOn('2017-03-31'),
      aChild().startedOn('2017-04-01'),
      aChild().startedOn('2016-12-01', { legalStatus: 'V4' }),
    ];
    expect(computed('children-in-care', children)).toMatchObject({
      value: 3,
      numerator: 3,
      denominator: null,
    });
  });

  it('are counted per 10,000 children of the area, and of a district that has a population [CORE-07] [D-CHI-07] [D-CHI-08]', () => {
    const children = [inCare({ district: 'north' }), inCare({ district: 'south' })];
    const result = computed('children-in-care-rate', children, 2017, [['district']]);
    expect(result.value).toBeCloseTo((2 / 153_377) * 10_000, 9);
    expect(result.breakdowns.get('district')!.map(({ labels, value }) => [labels[0], value])).toEqual([
      ['North', 1],
      ['South', null],
    ]);
  });

  it('who started are counted once, with the facts of the first start [CORE-04] [D-CHI-03]', () => {
    const twice = aChild({ born: '2016-05-01' })
      .startedOn('2016-06-01')
      .ceasedOn('2016-07-01')
      .startedOn('2017-03-01', { placementType: 'K2' });
    const result = computed('started-in-year', [twice, inCare()], 2017, [['placement-group'], ['age']]);
    expect(result.value).toBe(1);
    const foster = result.breakdowns
      .get('placement-group')!
      .find(({ categories }) => categories[0] === 'foster');
    expect(foster!.numerator).toBe(1);
    expect(result.breakdowns.get('age')!.find(({ categories }) => categories[0] === '0-0')!.numerator).toBe(
      1,
    );
  });

  it('who ceased are counted once, with the reason and time in care of the last end [D-CHI-04] [D-CHI-05]', () => {
    const twice = inCare()
      .ceasedOn('2016-05-01', 'E4A')
      .startedOn('2016-06-01')
      .ceasedOn('2016-09-01', 'E11');
    const result = computed('ceased-in-year', [twice, inCare()], 2017, [['reason-ceased'], ['duration']]);
    expect(result.value).toBe(1);
    const counted = (by: string) =>
      result.breakdowns
        .get(by)!
        .filter(({ numerator }) => numerator)
        .map(({ categories }) => categories[0]);
    expect(counted('reason-ceased')).toEqual(['E11']);
    expect(counted('duration')).toEqual(['3-6m']);
  });

  it('have stayed exactly three months in the band from three months on [D-REF-11]', () => {
    const stay = (until: `${number}-${number}-${number}`) =>
      computed('ceased-in-year', [aChild().startedOn('2016-05-10').ceasedOn(until)], 2017, [['duration']])
        .breakdowns.get('duration')!
        .find(({ numerator }) => numerator)!.labels[0];
    expect(stay('2016-08-09')).toBe('Under 3 months');
    expect(stay('2016-08-10')).toBe('3 to 6 months');
  });

  it('left as a share of those in care [D-CHI-29]', () => {
    const children = [...Array.from({ length: 4 }, () => inCare()), inCare().ceasedOn('2016-09-01')];
    expect(computed('discharges-as-share', children).value).toBe(25);
  });
});

describe('placements in the year', () => {
  it.each([
    [
      'two moves after one that was open on 1 April',
      inCare().movedOn('2016-06-01').movedOn('2016-09-01'),
      true,
    ],
    ['one move', inCare().movedOn('2016-06-01'), false],
    [
      'two moves, the first placement ended before the year',
      inCare().movedOn('2016-03-01').movedOn('2016-06-01'),
      false,
    ],
    [
      'a change of legal status between two moves',
      inCare().movedOn('2016-06-01').legalStatusFrom('2016-07-01', 'E1').movedOn('2016-09-01'),
      true,
    ],
    [
      'legal status changing twice',
      inCare().legalStatusFrom('2016-06-01', 'E1').legalStatusFrom('2016-09-01', 'C2'),
      false,
    ],
    [
      'two moves with the same carer',
      inCare()
        .movedOn('2016-06-01', { reasonNewEpisode: 'T' })
        .movedOn('2016-09-01', { reasonNewEpisode: 'U' }),
      false,
    ],
    [
      'coming back within the year',
      inCare().ceasedOn('2016-05-01').startedOn('2016-06-01').movedOn('2016-09-01'),
      true,
    ],
  ])('with %s: three or more is %s [PLC-05] [D-CHI-18] [SUF-01]', (_story, child, three) => {
    const { numerator, denominator } = computed('three-or-more-placements', [child as ChildStory]);
    expect([numerator, denominator]).toEqual([three ? 1 : 0, 1]);
  });

  it('leave temporary ones out of the statutory count and keep them in the plain one [PLC-06] [D-CHI-20]', () => {
    const respite = inCare()
      .movedOn('2016-06-01', { placementType: 'T4', placementPostcode: 'AB9 9AA' })
      .movedOn('2016-06-05', { placementType: 'U6', placementPostcode: 'AB1 1AA', urn: 'SC000001' });
    expect(computed('three-or-more-placements', [respite]).numerator).toBe(0);
    expect(computed('three-or-more-placements-plain', [respite]).numerator).toBe(1);
  });
});

describe('long-term stability', () => {
  it.each([
    ['in one placement since the start', inCare({ born: '2008-01-01' }), [1, 1]],
    ['moved exactly two years before', inCare({ born: '2008-01-01' }).movedOn('2015-03-31'), [1, 1]],
    ['moved a day after that', inCare({ born: '2008-01-01' }).movedOn('2015-04-01'), [0, 1]],
    ['16 on 31 March', inCare({ born: '2001-03-31' }), [0, 0]],
    ['in care since 30 September', aChild({ born: '2008-01-01' }).startedOn('2014-09-30'), [1, 1]],
    ['in care since 1 October', aChild({ born: '2008-01-01' }).startedOn('2014-10-01'), [0, 0]],
    [
      'placed for adoption last month after two years with foster carers',
      inCare({ born: '2012-01-01' }).movedOn('2017-02-01', { placementType: 'A6' }),
      [1, 1],
    ],
  ])('%s [PLC-07]', (_story, child, expected) => {
    const { numerator, denominator } = computed('long-term-stability', [child as ChildStory]);
    expect([numerator, denominator]).toEqual(expected);
  });
});

describe('where children live', () => {
  const at = (placementDistance: number, placementLocation = 'IN') =>
    aChild().startedOn('2016-01-01', { placementDistance, placementLocation });

  it('over 20 miles leaves out exactly 20, 20 miles or more counts it [D-LOC-02] [D-LOC-03]', () => {
    const children = [at(19.9), at(20), at(20.1), at(Number.NaN)];
    expect(computed('placed-over-20-miles', children)).toMatchObject({ numerator: 1, denominator: 4 });
    expect(computed('placed-20-miles-or-more', children)).toMatchObject({ numerator: 2, denominator: 4 });
  });

  it('shows a child without a home address as not known, and in no numerator [D-LOC-05]', () => {
    const result = computed('placed-over-20-miles', [at(30), at(Number.NaN)], 2017, [['distance']]);
    expect(
      result.breakdowns
        .get('distance')!
        .map(({ labels, numerator, denominator }) => [labels[0], numerator, denominator]),
    ).toEqual([
      ['20 miles or less', 0, 0],
      ['Over 20 miles', 1, 1],
      ['Not known', 0, 1],
    ]);
  });

  it('outside the area counts whatever the distance [PLC-03] [D-LOC-04]', () => {
    expect(computed('placed-out-of-area', [at(2, 'OUT'), at(40, 'IN'), at(5, '')]).value).toBeCloseTo(
      100 / 3,
      9,
    );
  });

  it('has a mean distance over those whose distance is known [D-LOC-01] [D-IND-21]', () => {
    expect(computed('average-distance', [at(10), at(20), at(Number.NaN)]).value).toBe(15);
  });

  it('reproduces the printed district shares of 2016/17 from their counts [D-LOC-06]', () => {
    const printed = [
      [12, 49, 24.5],
      [22, 71, 31.0],
      [17, 101, 16.8],
      [18, 109, 16.5],
      [19, 86, 22.1],
      [13, 105, 12.4],
      [32, 90, 35.6],
    ] as const;
    for (const [far, all, percent] of printed) {
      const children = Array.from({ length: all }, (_, i) => at(i < far ? 25 : 5));
      expect(computed('placed-20-miles-or-more', children).value).toBeCloseTo(percent, 1);
    }
  });
});

describe('reviews', () => {
  it('are on time when every one due in the year was [REV-03]', () => {
    const started = () => aChild().startedOn('2016-05-02');
    const onTime = started().with(
      review,
      { held: '2016-05-27' },
      { held: '2016-08-20' },
      { held: '2017-02-01' },
    );
    const late = started().with(
      review,
      { held: '2016-06-01' },
      { held: '2016-08-20' },
      { held: '2017-02-01' },
    );
    const missed = started().with(review, { held: '2016-05-27' });
    expect(computed('reviews-on-time', [onTime, late, missed])).toMatchObject({
      numerator: 1,
      denominator: 3,
    });
  });

  it('without any on record have no value, which is not nought [D-IND-20]', () => {
    expect(computed('reviews-on-time', [aChild().startedOn('2016-05-02')]).value).toBeNull();
  });

  it('count who took part, and leave the under-fours out [REV-04] [D-PLN-02]', () => {
    const child = inCare().with(
      review,
      { held: '2016-05-01', participation: 'PN1' },
      { held: '2016-10-01', participation: 'PN4' },
      { held: '2017-03-01', participation: 'PN0' },
    );
    expect(computed('participation-in-reviews', [child])).toMatchObject({ numerator: 1, denominator: 2 });
    expect(computed('participation-in-all-reviews', [child])).toMatchObject({ numerator: 0, denominator: 1 });
  });
});

describe('social workers', () => {
  const worker = (socialWorker: string, start: IsoDate, end?: IsoDate) => ({
    socialWorker,
    start,
    ...(end ? { end } : {}),
  });
  const withWorkers = (...spells: readonly ReturnType<typeof worker>[]) =>
    inCare().with(socialWorkerEpisode, ...spells);

  it('of the last twelve months are counted from three on, one open on the first day with them [D-CHI-21]', () => {
    const three = withWorkers(
      worker('A', '2015-01-01', '2016-05-01'),
      worker('B', '2016-05-01', '2016-10-01'),
      worker('C', '2016-10-01'),
    );
    const two = withWorkers(
      worker('A', '2015-01-01', '2016-04-01'),
      worker('B', '2016-04-01', '2016-10-01'),
      worker('C', '2016-10-01'),
    );
    expect(computed('three-or-more-social-workers', [three, two, inCare()])).toMatchObject({
      numerator: 1,
      denominator: 2,
    });
  });

  it('change as often as a new spell begins in the year [D-CHI-22]', () => {
    const changed = withWorkers(worker('A', '2015-01-01', '2016-05-01'), worker('B', '2016-05-01'));
    const kept = withWorkers(worker('A', '2015-01-01'));
    expect(computed('changes-of-social-worker', [changed, kept]).value).toBe(0.5);
  });
});
