import { describe, expect, it } from 'vitest';
import { addMonths, day, formatIsoDate } from '../dates/day.ts';
import { onceFrom } from '../duties/clocks.ts';
import { defineDuty, dutiesOf } from '../duties/duty.ts';
import { socialWorkerEpisode, visit } from '../generated/records.ts';
import { definePlugin } from '../plugin/plugin.ts';
import { aChild, aCouncil, aHistory, type ChildStory, theChild } from '../testing/builders.ts';
import { randomStories } from '../testing/random.ts';
import { type CareEventKind, careEventKinds, careEvents, careEventsBetween } from './events.ts';

const days = (child: ChildStory, kind: CareEventKind): string[] =>
  [...careEvents(theChild(child), kind)].map(({ on }) => formatIsoDate(on));

const inCare = aChild().startedOn('2020-01-01');

describe('the events of a child’s care', () => {
  it('are coming into care and leaving it, every time', () => {
    const twice = inCare.ceasedOn('2020-06-01', 'E4A').startedOn('2021-01-01').movedOn('2021-02-01');
    expect(days(twice, 'admission')).toEqual(['2020-01-01', '2021-01-01']);
    expect(days(twice, 'ceased')).toEqual(['2020-06-01']);
    expect([...careEvents(theChild(twice), 'ceased')][0]!.reason).toBe('E4A');
  });

  it('are placements, not changes of legal status, short breaks or stays in hospital', () => {
    const child = inCare
      .legalStatusFrom('2020-02-01', 'E1')
      .movedOn('2020-03-01', { placementType: 'T1' })
      .movedOn('2020-04-01', { placementType: 'K2' });
    expect(days(child, 'placement')).toEqual(['2020-01-01', '2020-04-01']);
    expect(days(aChild().startedOn('2020-01-01', { legalStatus: 'V4' }), 'placement')).toEqual([]);
  });

  it('are placements out of the area, also when the same carer moves away [PLC-09]', () => {
    const child = inCare
      .movedOn('2020-03-01', { placementLocation: 'OUT' })
      .legalStatusFrom('2020-04-01', 'E1')
      .movedOn('2020-05-01', { placementLocation: 'IN' })
      .movedOn('2020-06-01', { reasonNewEpisode: 'T', placementLocation: 'OUT' });
    expect(days(child, 'placement-out-of-area')).toEqual(['2020-03-01', '2020-06-01']);
    expect(days(inCare, 'placement-out-of-area')).toEqual([]);
  });

  it('leave out what began before the history does', () => {
    const carriedOn = aChild().startedOn('2020-01-01', { reasonNewEpisode: 'L', placementLocation: 'OUT' });
    for (const kind of careEventKinds) expect(days(carriedOn, kind)).toEqual([]);
  });

  it('are changes of social worker, not the first one and not a break with the same one', () => {
    const child = inCare.with(
      socialWorkerEpisode,
      { socialWorker: 'A', start: '2020-01-01', end: '2020-02-01' },
      { socialWorker: 'A', start: '2020-02-10', end: '2020-03-01' },
      { socialWorker: 'B', start: '2020-03-01' },
    );
    expect([...careEvents(theChild(child), 'change-of-social-worker')]).toEqual([
      { kind: 'change-of-social-worker', child: child.id, on: day('2020-03-01'), from: 'A', to: 'B' },
    ]);
  });

  it('come from all children in order of time', () => {
    const history = aHistory(inCare.movedOn('2020-03-01'), aChild().startedOn('2020-02-01'));
    expect(
      careEventsBetween(history, day('2020-01-02'), day('2020-03-01')).map(({ kind, on }) => [
        kind,
        formatIsoDate(on),
      ]),
    ).toEqual([
      ['admission', '2020-02-01'],
      ['placement', '2020-02-01'],
      ['placement', '2020-03-01'],
    ]);
  });

  it('give each admission, placement and departure once in any history', () => {
    for (const child of aHistory(...randomStories(3, 200)).children) {
      for (const kind of careEventKinds) {
        const on = [...careEvents(child, kind)].map((event) => event.on);
        expect(on).toEqual([...new Set(on)].sort((a, b) => a - b));
      }
    }
  });
});

describe('plugins that know nothing of each other', () => {
  const listens = (id: string) =>
    definePlugin({
      id,
      title: id,
      duties: [
        defineDuty({
          id: `${id}-told`,
          title: id,
          definition: 'Told within a month of every placement out of the area.',
          source: 'a test',
          evidence: [visit],
          *events(child) {
            for (const { on, placement } of careEvents(child, 'placement-out-of-area'))
              yield onceFrom(on, addMonths(on, 1), [], placement.end);
          },
        }),
      ],
    });

  it('start their clocks from the same event of core [PLC-09] [CFG-07]', () => {
    const council = aCouncil({ plugins: [listens('one'), listens('other')] });
    const own = council.duties.filter(({ id }) => id.endsWith('-told'));
    const child = theChild(inCare.movedOn('2020-03-01', { placementLocation: 'OUT' }));
    expect(
      dutiesOf(child, own, council, day('2020-03-10')).map(({ duty, dueOn }) => [duty, formatIsoDate(dueOn)]),
    ).toEqual([
      ['one-told', '2020-04-01'],
      ['other-told', '2020-04-01'],
    ]);
  });
});
