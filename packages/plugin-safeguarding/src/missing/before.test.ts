import { type Council, definePlugin, defineRecord, financialYear } from '@cic/core';
import { socialWorkerEpisode, view } from '@cic/core/records';
import { aChild, aCouncil, aHistory, theChild } from '@cic/core/testing';
import { describe, expect, it } from 'vitest';
import { safeguardedChildren } from '../../test/stories.ts';
import { council, value } from '../../test/tell.ts';
import { missingIncident, offence } from '../generated/records.ts';
import { safeguarding } from '../index.ts';
import { antecedentsFor, beforeMissing, exposure } from './before.ts';

const year = financialYear(2025);

const moved = aChild()
  .startedOn('2020-01-06')
  .movedOn('2024-06-01')
  .movedOn('2024-10-01')
  .with(
    missingIncident,
    { kind: 'M', start: '2024-06-10', end: '2024-06-11' },
    { kind: 'M', start: '2024-10-01', end: '2024-10-02' },
    { kind: 'M', start: '2025-01-01', end: '2025-01-02' },
  );

describe('what stands before missing episodes', () => {
  it('is counted beside how common it is on any day in care [SAF-06]', () => {
    const patterns = beforeMissing(aHistory(moved), council, year, 28);
    expect(patterns.find(({ antecedent }) => antecedent === 'placement-move')).toEqual({
      antecedent: 'placement-move',
      title: 'Move to another placement',
      episodes: 3,
      preceded: 1,
      daysInCare: 365,
      daysAfter: 56,
    });
  });

  it('is also a pair of figures [SAF-06]', () => {
    expect(value('missing-after-move', [moved])).toBeCloseTo(100 / 3, 9);
    expect(value('days-after-move', [moved])).toBeCloseTo((56 / 365) * 100, 9);
    expect(value('missing-after-return', [moved])).toBe(0);
  });

  it('leaves out what the history cannot tell, and coming into care is no move', () => {
    const ids = (history = aHistory(moved)) =>
      beforeMissing(history, council, year, 28).map(({ antecedent }) => antecedent);
    expect(ids()).toEqual(['placement-move', 'admission', 'return']);
    const worker = moved.with(socialWorkerEpisode, { socialWorker: 'A', start: '2024-05-01' });
    expect(ids(aHistory(worker))).toContain('change-of-social-worker');
    const came = aChild()
      .startedOn('2024-06-01')
      .with(missingIncident, { kind: 'M', start: '2024-06-10', end: '2024-06-11' });
    expect(value('missing-after-move', [came])).toBe(0);
    const [, admission] = beforeMissing(aHistory(came), council, year, 28);
    expect(admission).toMatchObject({ antecedent: 'admission', episodes: 1, preceded: 1 });
  });

  it('takes in offences, and exclusions when education is enabled', () => {
    const exclusion = defineRecord({ ...view, id: 'exclusion', title: 'Exclusion' });
    const education = definePlugin({ id: 'education', title: 'Education', records: [exclusion] });
    const child = moved
      .with(exclusion, { given: '2024-12-20', about: 'school' })
      .with(offence, { committed: '2024-12-01', kind: 'theft' });
    const of = (one: Council) =>
      Object.fromEntries(
        beforeMissing(aHistory(child), one, year, 28).map(({ antecedent, preceded }) => [
          antecedent,
          preceded,
        ]),
      );
    expect(of(aCouncil({ plugins: [safeguarding(), education] }))).toMatchObject({
      exclusion: 1,
      offence: 0,
    });
    expect(of(council)).not.toHaveProperty('exclusion');
  });

  it('counts every day in care once, however many things came before it', () => {
    const one = theChild(moved);
    expect(exposure(one, [year.start, year.start + 5, year.start + 20], year, 28)).toEqual({
      inCare: 365,
      exposed: 48,
    });
    for (const { preceded, episodes, daysAfter, daysInCare } of beforeMissing(
      aHistory(...safeguardedChildren(3, 200)),
      council,
      financialYear(2020),
      28,
      antecedentsFor(council),
    )) {
      expect(preceded).toBeLessThanOrEqual(episodes);
      expect(daysAfter).toBeLessThanOrEqual(daysInCare);
    }
  });
});
