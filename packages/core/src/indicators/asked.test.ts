import { describe, expect, it } from 'vitest';
import { financialYear } from '../dates/period.ts';
import { missingEpisode, placement, plan, review, visit } from '../generated/records.ts';
import { aChild, aHistory, type ChildStory } from '../testing/builders.ts';
import { asked, holders } from './asked.ts';
import { defineIndicator, type MeasuredIndicator } from './indicator.ts';

const told = (...children: readonly ChildStory[]) => aHistory(...children);
const year = financialYear(2020);

describe('who is asked about an indicator that rests on records', () => {
  const visited = aChild().with(visit, { held: '2018-06-01', visitorRole: 'social-worker' });
  const reviewed = aChild().with(review, { held: '2019-06-01' });
  const history = told(visited, reviewed, aChild());

  it('is everybody who holds one of the types, whenever', () => {
    expect([...holders(history, { restsOn: [visit] }, year)]).toEqual([0]);
    expect([...holders(history, { restsOn: [visit, review] }, year)]).toEqual([0, 1]);
    expect([...holders(history, { restsOn: [plan] }, year)]).toEqual([]);
  });

  it('is whoever holds one in reach of the period, where it says how far it reaches', () => {
    const asked = (reach: number) => [...holders(history, { restsOn: [visit, review], reach }, year)];
    expect(asked(0)).toEqual([1]);
    // 1 June 2018 to 1 April 2019 is 304 days.
    expect(asked(303)).toEqual([1]);
    expect(asked(304)).toEqual([0, 1]);
    expect([...holders(history, { restsOn: [review], reach: 60 }, financialYear(2019))]).toEqual([]);
    expect([...holders(history, { restsOn: [review], reach: 62 }, financialYear(2019))]).toEqual([1]);
  });

  it('is whoever holds one that has not ended', () => {
    const open = aChild().with(missingEpisode, { kind: 'M', start: '2010-01-01' });
    const ended = aChild().with(missingEpisode, { kind: 'M', start: '2010-01-01', end: '2010-01-02' });
    expect([...holders(told(open, ended), { restsOn: [missingEpisode], reach: 0 }, year)]).toEqual([0]);
  });

  it('goes by every day in a record, however deep', () => {
    const asked = told(
      aChild().with(placement, {
        placementType: 'U6',
        start: '2010-01-01',
        end: '2011-01-01',
        reviewDecision: { asked: '2019-06-01' },
      }),
    );
    expect([...holders(asked, { restsOn: [placement], reach: 0 }, year)]).toEqual([0]);
    expect([...holders(asked, { restsOn: [placement], reach: 0 }, financialYear(2021))]).toEqual([]);
  });
});

describe('who is asked about an indicator of an age or of care', () => {
  const about = (id: string, more: Partial<Pick<MeasuredIndicator, 'ages' | 'among'>>): MeasuredIndicator =>
    defineIndicator({
      id,
      title: id,
      definition: 'For a test.',
      population: 'children',
      unit: 'count',
      polarity: 'neutral',
      kind: 'flow',
      source: 'a test',
      certainty: 'proposed',
      measure: () => true,
      ...more,
    });
  const all = [
    about('anybody', {}),
    about('at-18', { ages: [18, 18] }),
    about('in-care', { among: 'in care at the end' }),
    about('in-care-at-18', { among: 'looked after in the period', ages: [18, 18] }),
  ];
  const measures = all.map(({ measure }) => measure);
  const of = (child: ChildStory) => {
    const history = told(child);
    return asked(history, all, measures, year)(history.children[0]!).map((i) => all[i]!.id);
  };

  it('is whoever is of the age on some day of the period', () => {
    expect(of(aChild({ born: '2001-04-02' }))).toEqual(['anybody', 'at-18']);
    expect(of(aChild({ born: '2000-04-02' }))).toEqual(['anybody', 'at-18']);
    expect(of(aChild({ born: '2002-03-31' }))).toEqual(['anybody', 'at-18']);
    expect(of(aChild({ born: '2000-04-01' }))).toEqual(['anybody']);
    expect(of(aChild({ born: '2002-04-01' }))).toEqual(['anybody']);
  });

  it('is whoever was in care then, and of the age too', () => {
    expect(of(aChild({ born: '2010-01-01' }).startedOn('2015-01-01'))).toEqual(['anybody', 'in-care']);
    expect(of(aChild({ born: '2001-08-01' }).startedOn('2015-01-01').ceasedOn('2019-08-01', 'E17'))).toEqual([
      'anybody',
      'at-18',
      'in-care-at-18',
    ]);
  });

  it('is nobody of unknown age, where the age matters', () => {
    const history = aHistory({ ...aChild(), input: { ...aChild().input, born: Number.NaN } });
    expect(asked(history, all, measures, year)(history.children[0]!).map((i) => all[i]!.id)).toEqual([
      'anybody',
    ]);
  });
});
