import { describe, expect, it } from 'vitest';
import { financialYear } from '../dates/period.ts';
import { missingEpisode, placement, plan, review, visit } from '../generated/records.ts';
import { aChild, aHistory, type ChildStory } from '../testing/builders.ts';
import { holders } from './asked.ts';

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
