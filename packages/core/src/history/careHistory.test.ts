import { describe, expect, it } from 'vitest';
import { day, OPEN } from '../dates/day.ts';
import { meeting, review } from '../generated/records.ts';
import { aChild, aHistory, aHistoryWith, theChild } from '../testing/builders.ts';
import { buildCareHistory, hasRecords, holdsAny, oncePerHistory } from './careHistory.ts';
import { recordInput } from './records.ts';

describe('a care history', () => {
  const moved = aChild({ id: 'T1', born: '2010-05-01' })
    .startedOn('2015-03-02')
    .movedOn('2015-06-10')
    .legalStatusFrom('2015-09-01', 'E1')
    .ceasedOn('2016-02-29', 'E12');

  it('counts the day of entry and not the day of leaving [D-CHI-02]', () => {
    const child = theChild(moved);
    expect(child.isLookedAfter(day('2015-03-01'))).toBe(false);
    expect(child.isLookedAfter(day('2015-03-02'))).toBe(true);
    expect(child.isLookedAfter(day('2016-02-28'))).toBe(true);
    expect(child.isLookedAfter(day('2016-02-29'))).toBe(false);
  });

  it('joins episodes into periods of care, placements and legal statuses [CORE-02] [CORE-04] [PLC-01]', () => {
    const child = theChild(moved);
    expect(child.periodsOfCare.map(({ start, end }) => [start, end])).toEqual([
      [day('2015-03-02'), day('2016-02-29')],
    ]);
    expect(child.placements.map(({ start }) => start)).toEqual([day('2015-03-02'), day('2015-06-10')]);
    expect(child.legalStatuses.map(({ firstEpisode }) => firstEpisode.legalStatus)).toEqual(['C2', 'E1']);
  });

  it('begins a new period of care after a gap, and after an end that is final', () => {
    const back = theChild(moved.startedOn('2016-02-29').ceasedOn('2016-03-31').startedOn('2016-05-01'));
    expect(back.periodsOfCare.map(({ start }) => start)).toEqual([
      day('2015-03-02'),
      day('2016-02-29'),
      day('2016-05-01'),
    ]);
  });

  it('keeps series of short breaks apart', () => {
    const child = theChild(aChild().startedOn('2020-01-01', { legalStatus: 'V3' }).ceasedOn('2020-01-08'));
    expect(child.episodes).toHaveLength(1);
    expect(child.isLookedAfter(day('2020-01-04'))).toBe(false);
    expect(child.periodsOfCare).toEqual([]);
    expect(child.lookedAfterDuring(day('2020-01-01'), day('2020-12-31'))).toBe(false);
  });

  it('knows an open placement, also during a temporary one from which the child returns', () => {
    const hospital = aChild()
      .startedOn('2020-01-01', { placementPostcode: 'AB1 5XY', urn: 'SC1' })
      .movedOn('2020-05-01', { placementType: 'T1', placementPostcode: 'AB9 9ZZ' });
    expect(theChild(hospital).placementOn(day('2020-05-02'))?.start).toBe(day('2020-01-01'));
    const back = hospital.movedOn('2020-05-10', {
      placementType: 'U6',
      placementPostcode: 'AB1 5XY',
      urn: 'SC1',
    });
    expect(theChild(back).placements).toHaveLength(1);
    const elsewhere = hospital.movedOn('2020-05-10', {
      placementType: 'U6',
      placementPostcode: 'AB1 7XY',
      urn: 'SC1',
    });
    expect(theChild(elsewhere).placements).toHaveLength(2);
  });

  it('carries a placement on when the foster carers adopt, and starts a new one with other adopters', () => {
    const fostered = aChild().startedOn('2020-01-01', { placementType: 'U5' });
    expect(theChild(fostered.movedOn('2020-09-01', { placementType: 'A5' })).placements).toHaveLength(1);
    expect(theChild(fostered.movedOn('2020-09-01', { placementType: 'A6' })).placements).toHaveLength(2);
  });

  it('tells everything it could not take as it stood, and computes the rest', () => {
    const child = aChild({ id: 'T9' }).startedOn('2020-01-01').input;
    const episode = aChild({ id: 'T9' }).startedOn('2020-01-01').episodes[0]!;
    const history = buildCareHistory({
      children: [child, child, { ...child, id: 'T8', born: Number.NaN }],
      episodes: [
        episode,
        { ...episode, start: Number.NaN },
        { ...episode, start: day('2021-01-01'), end: day('2020-06-01') },
        { ...episode, start: day('2022-01-01'), end: day('2022-02-01') },
        { ...episode, child: 'unknown' },
      ],
    });
    expect(history.findings.map(({ kind }) => kind).sort()).toEqual([
      'birth-date-unknown',
      'child-twice',
      'ends-before-start',
      'no-child',
      'overlap',
      'start-unreadable',
    ]);
    expect(history.episodes.length).toBe(2);
    expect(history.child('T9')?.isLookedAfter(day('2023-01-01'))).toBe(true);
  });

  it('leaves out the children another authority is responsible for [CORE-05]', () => {
    const own = aChild({ id: 'OWN' }).startedOn('2020-01-01');
    const other = aChild({ id: 'OTHER', responsibleAuthority: 'E10000001' }).startedOn('2020-01-01');
    const history = buildCareHistory({
      authority: 'E10000007',
      children: [own.input, other.input],
      episodes: [...own.episodes, ...other.episodes],
    });
    expect(history.children.map(({ id }) => id)).toEqual(['OWN']);
    expect(history.findings.map(({ kind }) => kind)).toEqual(['other-authority']);
  });

  it('orders episodes by start, whatever order they come in', () => {
    const [first, second] = [moved.episodes[0]!, moved.episodes[1]!];
    const history = buildCareHistory({ children: [moved.input], episodes: [second, first] });
    expect(history.children[0]!.episodes.map(({ start }) => start)).toEqual([first.start, second.start]);
  });

  it('is still open without an end', () => {
    expect(aHistory(aChild().startedOn('2020-01-01')).children[0]!.periodsOfCare[0]!.end).toBe(OPEN);
  });

  it('keeps records about something other than a child, in order of time', () => {
    const meetings = recordInput({
      type: meeting,
      records: [
        { board: 'corporate-parenting-board', held: '2019-08-01' },
        { board: 'corporate-parenting-board', held: '2019-06-12' },
      ],
    });
    const history = aHistoryWith([meetings], moved);
    expect(history.otherRecords(meeting).map(({ held }) => held)).toEqual([
      day('2019-06-12'),
      day('2019-08-01'),
    ]);
    expect(history.findings).toEqual([]);
    expect(hasRecords(history, meeting)).toBe(true);
    expect(hasRecords(aHistory(moved), meeting)).toBe(false);
    expect(holdsAny(review, meeting)(history)).toBe(true);
    expect(holdsAny(review)(history)).toBe(false);
  });
});

describe('what is worked out over a whole history', () => {
  it('is worked out once for each, even where it comes to nothing', () => {
    let asked = 0;
    const oldest = oncePerHistory(({ born }) => {
      asked++;
      return born.length === 0 ? undefined : Math.min(...born);
    });
    const [nobody, two] = [
      aHistory(),
      aHistory(aChild({ born: '2010-05-01' }), aChild({ born: '2008-01-31' })),
    ];
    expect([oldest(two), oldest(nobody), oldest(two), oldest(nobody)]).toEqual([
      day('2008-01-31'),
      undefined,
      day('2008-01-31'),
      undefined,
    ]);
    expect(asked).toBe(2);
  });
});
