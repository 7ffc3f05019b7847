import { describe, expect, it } from 'vitest';
import { day, formatIsoDate, OPEN } from '../dates/day.ts';
import { missingEpisode, placement, review, socialWorkerEpisode, view } from '../generated/records.ts';
import { definePlugin } from '../plugin/plugin.ts';
import { defineRecord } from '../records/recordType.ts';
import { aChild, aCouncil, aHistory, theChild } from '../testing/builders.ts';
import { randomStories } from '../testing/random.ts';
import { timelineOf } from './timeline.ts';

const council = aCouncil();

const child = aChild()
  .startedOn('2025-01-06', { placementType: 'K2', placementLocation: 'OUT' })
  .legalStatusFrom('2025-02-03', 'E1')
  .movedOn('2025-03-10', { placementType: 'U6' })
  .with(missingEpisode, { kind: 'M', start: '2025-03-08', end: '2025-03-09' })
  .with(socialWorkerEpisode, { socialWorker: 'SW1', start: '2025-01-06' })
  .with(review, { held: '2025-01-30', participation: 'PN1' }, { due: '2025-06-01' });

const told = (options = {}, source = council) =>
  timelineOf(theChild(child), source, options).map(({ record, on }) => [formatIsoDate(on), record]);

describe('the timeline of a child', () => {
  it('puts care and records of every type beside one another, in order [SAF-06]', () => {
    expect(told()).toEqual([
      ['2025-01-06', 'period-of-care'],
      ['2025-01-06', 'placement'],
      ['2025-01-06', 'legal-status'],
      ['2025-01-06', 'social-worker-episode'],
      ['2025-01-30', 'review'],
      ['2025-02-03', 'legal-status'],
      ['2025-03-08', 'missing-episode'],
      ['2025-03-10', 'placement'],
    ]);
  });

  it('says in words what the codes are, and since when and until when', () => {
    const entries = timelineOf(theChild(child), council);
    expect(entries.find(({ record }) => record === 'missing-episode')).toMatchObject({
      title: 'Missing episode',
      summary: 'Missing: whereabouts not known',
      until: day('2025-03-09'),
      facts: { kind: 'M' },
    });
    const [home, foster] = entries.filter(({ record }) => record === 'placement');
    expect(home).toMatchObject({
      until: day('2025-03-10'),
      facts: { placementType: 'K2', placementLocation: 'OUT' },
    });
    expect(home!.summary).toContain('home');
    expect(foster!.until).toBe(OPEN);
    expect(entries.find(({ record }) => record === 'review')).not.toHaveProperty('until');
  });

  it('is cut to the days and record types wanted; what lasts into them is in', () => {
    expect(told({ from: day('2025-03-09'), only: ['placement', 'missing-episode'] })).toEqual([
      ['2025-01-06', 'placement'],
      ['2025-03-10', 'placement'],
    ]);
    expect(told({ to: day('2025-01-29'), only: ['review', 'placement'] })).toEqual([
      ['2025-01-06', 'placement'],
    ]);
  });

  it('takes the records of a plugin when the council has it, and only then', () => {
    const wish = defineRecord({ ...view, id: 'wish', title: 'Wish' });
    const plugin = definePlugin({ id: 'wishes', title: 'Wishes', records: [wish] });
    const one = theChild(
      aChild().startedOn('2025-01-06').with(wish, { given: '2025-02-01', about: 'school' }),
    );
    const seen = (source: typeof council) => timelineOf(one, source).map(({ record }) => record);
    expect(seen(council)).not.toContain('wish');
    expect(seen(aCouncil({ plugins: [plugin] }))).toContain('wish');
  });

  it('prefers the council’s own record of a placement to what episodes say', () => {
    const one = theChild(
      aChild()
        .startedOn('2025-01-06')
        .with(placement, { start: '2025-01-06', placementType: 'U4', planned: true }),
    );
    const placements = timelineOf(one, council).filter(({ record }) => record === 'placement');
    expect(placements.map(({ facts }) => facts.planned)).toEqual([true]);
  });

  it('is in order, and complete, for any history', () => {
    for (const one of aHistory(...randomStories(5, 100)).children) {
      const entries = timelineOf(one, council);
      expect(entries.map(({ on }) => on)).toEqual(entries.map(({ on }) => on).sort((a, b) => a - b));
      expect(entries.length).toBe(
        one.periodsOfCare.length + one.placements.length + one.legalStatuses.length,
      );
    }
  });
});
