import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day, formatIsoDate, type IsoDate } from '../dates/day.ts';
import { plan, review, visit } from '../generated/records.ts';
import { aChild, aCouncil, aHistory, type ChildStory, theChild } from '../testing/builders.ts';
import { randomStories } from '../testing/random.ts';
import { coreDuties } from './core.ts';
import { dutiesOf, dutyContext } from './duty.ts';

const council = aCouncil();

const duties = (child: ChildStory, id: string, asAt: IsoDate, of = council) =>
  dutiesOf(
    theChild(child),
    coreDuties.filter((duty) => duty.id === id),
    of,
    day(asAt),
  ).map(({ startedOn, dueOn, status }) => [formatIsoDate(startedOn), formatIsoDate(dueOn), status]);

describe('reviews', () => {
  const friday = aChild().startedOn('2026-03-27');

  it('are first due by the 20th working day after a child came into care on a Friday before Easter [REV-01] [REV-02]', () => {
    expect(duties(friday, 'first-review', '2026-04-01')).toEqual([['2026-03-27', '2026-04-28', 'due']]);
    expect(duties(friday, 'first-review', '2026-04-28')).toEqual([['2026-03-27', '2026-04-28', 'due']]);
    expect(duties(friday, 'first-review', '2026-04-29')).toEqual([['2026-03-27', '2026-04-28', 'overdue']]);
  });

  it('count from the one before, held late or not [REV-02]', () => {
    const reviewed = friday.with(review, { held: '2026-04-28' }, { held: '2026-08-03' });
    expect(duties(reviewed, 'first-review', '2026-12-01')).toEqual([
      ['2026-03-27', '2026-04-28', 'met in time'],
    ]);
    expect(duties(reviewed, 'second-review', '2026-12-01')).toEqual([
      ['2026-04-28', '2026-07-28', 'met late'],
    ]);
    expect(duties(reviewed, 'later-review', '2026-12-01')).toEqual([['2026-08-03', '2027-02-03', 'due']]);
  });

  it('fall away when the child leaves care before they are due', () => {
    expect(duties(friday.ceasedOn('2026-04-10'), 'first-review', '2026-12-01')).toEqual([
      ['2026-03-27', '2026-04-28', 'fell away'],
    ]);
    expect(duties(friday.ceasedOn('2026-05-10'), 'first-review', '2026-12-01')).toEqual([
      ['2026-03-27', '2026-04-28', 'missed'],
    ]);
  });

  it('keep a council’s own limit, from the day it holds [CFG-05]', () => {
    const tighter = aCouncil({
      parameters: [{ id: 'first-review-working-days', value: 10, from: '2026-03-27' }],
    });
    expect(duties(friday, 'first-review', '2026-04-01', tighter)).toEqual([
      ['2026-03-27', '2026-04-14', 'due'],
    ]);
    expect(duties(aChild().startedOn('2026-03-26'), 'first-review', '2026-04-01', tighter)[0]![1]).toBe(
      '2026-04-27',
    );
  });

  it('are not asked for short breaks, nor where the start of care is not known', () => {
    expect(
      duties(aChild().startedOn('2026-03-27', { legalStatus: 'V3' }), 'first-review', '2026-12-01'),
    ).toEqual([]);
    expect(
      duties(aChild().startedOn('2026-03-27', { reasonNewEpisode: 'P' }), 'first-review', '2026-12-01'),
    ).toEqual([]);
  });
});

describe('visits', () => {
  it('are due within a week of a placement, then every six weeks [D-PLN-06]', () => {
    const visited = aChild()
      .startedOn('2026-01-05')
      .with(visit, { held: '2026-01-09', visitorRole: 'social-worker', seen: true });
    expect(duties(visited, 'visit-new-placement', '2026-02-01')).toEqual([
      ['2026-01-05', '2026-01-12', 'met in time'],
    ]);
    expect(duties(visited, 'visit', '2026-02-01')).toEqual([['2026-01-09', '2026-02-20', 'due']]);
  });

  it('do not count when the child was not seen', () => {
    const missed = aChild()
      .startedOn('2026-01-05')
      .with(visit, { held: '2026-01-09', visitorRole: 'social-worker', seen: false });
    expect(duties(missed, 'visit-new-placement', '2026-02-01')).toEqual([
      ['2026-01-05', '2026-01-12', 'overdue'],
    ]);
  });

  it('are due every three months after a year in a placement that is meant to last', () => {
    const lasting = aChild()
      .startedOn('2025-01-06', { placementType: 'U4' })
      .with(
        visit,
        { held: '2025-12-01', visitorRole: 'social-worker' },
        { held: '2026-01-08', visitorRole: 'social-worker' },
      );
    expect(duties(lasting, 'visit', '2026-02-01').at(-1)).toEqual(['2026-01-08', '2026-04-08', 'due']);
  });
});

describe('plans', () => {
  it('for a placement are made up to five working days after its start [D-PLN-01]', () => {
    const story = aChild().startedOn('2026-01-05');
    expect(duties(story, 'placement-plan', '2026-01-06')).toEqual([['2026-01-05', '2026-01-12', 'due']]);
    const planned = story.with(plan, { kind: 'placement', start: '2026-01-02' });
    expect(duties(planned, 'placement-plan', '2026-01-06')).toEqual([
      ['2026-01-05', '2026-01-12', 'met in time'],
    ]);
  });

  it('for care are due once short breaks pass 75 nights in a year [D-CHI-16]', () => {
    const nights = (until: IsoDate) =>
      aChild().startedOn('2026-01-01', { legalStatus: 'V3' }).ceasedOn(until);
    expect(duties(nights('2026-03-17'), 'short-break-care-plan', '2026-12-01')).toEqual([]);
    expect(duties(nights('2026-03-18'), 'short-break-care-plan', '2026-12-01')).toEqual([
      ['2026-03-17', '2026-03-17', 'overdue'],
    ]);
  });
});

describe('every duty of core', () => {
  it('is due exactly once for each trigger, whatever the history', () => {
    fc.assert(
      fc.property(fc.nat(500), (seed) => {
        const history = aHistory(...randomStories(seed, 10));
        const context = dutyContext(council, day('2020-01-01'));
        for (const child of history.children) {
          for (const duty of coreDuties) {
            const starts = [...duty.events(child, context)].map(({ startedOn }) => startedOn);
            expect(new Set(starts).size).toBe(starts.length);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});
