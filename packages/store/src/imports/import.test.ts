import { day } from '@cic/core';
import { child, episode, review } from '@cic/core/records';
import { aChild } from '@cic/core/testing';
import fc from 'fast-check';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../store.ts';
import { askers, granted, openTestStore, type TestDatabase, testDatabase } from '../testing/database.ts';
import { EPISODE } from '../testing/people.ts';
import { partsOfReturn } from './ofReturn.ts';
import { type ImportInput, planImport } from './plan.ts';

let database: TestDatabase;
let store: Store;

beforeAll(async () => {
  database = await testDatabase();
  store = await openTestStore(database.url);
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

const integrator = () => store.as(askers.integrator);

const COVERS = { from: '2025-04-01', until: '2026-03-31' };

/** A return told as stories. */
function aReturn(...stories: ReturnType<typeof aChild>[]): ImportInput {
  return {
    feed: 'SSDA903',
    covers: COVERS,
    parts: partsOfReturn({
      children: stories.map(({ input }) => input),
      episodes: stories.flatMap(({ episodes }) => episodes),
      records: [
        {
          type: review,
          records: stories.flatMap(({ records }) => records.map(({ record }) => record)) as never[],
        },
      ],
    }),
  };
}

const first = aChild({ id: 'I1' }).startedOn('2025-05-01').with(review, { held: '2025-05-20' });
const second = aChild({ id: 'I2' }).startedOn('2025-06-01');

const sizes = (preview: {
  added: readonly unknown[];
  changed: readonly unknown[];
  removed: readonly unknown[];
  rejected: readonly unknown[];
  unchanged: number;
}) => ({
  added: preview.added.length,
  changed: preview.changed.length,
  removed: preview.removed.length,
  rejected: preview.rejected.length,
  unchanged: preview.unchanged,
});

describe('bringing in a return', () => {
  it('shows first what it would do, and does exactly that', async () => {
    const preview = granted(await integrator().previewImport(aReturn(first, second)));
    expect(sizes(preview)).toEqual({ added: 5, changed: 0, removed: 0, rejected: 0, unchanged: 0 });
    expect(await integrator().count('child')).toBe(0);
    const done = granted(await integrator().commitImport(aReturn(first, second), preview.digest));
    expect(done.act).toBeGreaterThan(0);
    expect(await integrator().count('episode')).toBe(2);
  });

  it('brings in nothing where what belongs with it cannot be written', async () => {
    const ended = aReturn(first.ceasedOn('2025-11-01'), second);
    const refusing = integrator().commitImport(ended, undefined, async (connection, { act }) => {
      const [there] = await connection.query<{ n: number }>(
        sql`select count(*)::int as n from cic.record where act = ${act}`,
      );
      throw new Error(`${there!.n} were written`);
    });
    await expect(refusing).rejects.toThrow('1 were written');
    const preview = granted(await integrator().previewImport(ended));
    expect(preview.changed).toHaveLength(1);
  });

  it('changes nothing when the same file comes twice', async () => {
    const again = granted(await integrator().commitImport(aReturn(first, second)));
    expect(sizes(again)).toEqual({ added: 0, changed: 0, removed: 0, rejected: 0, unchanged: 5 });
    expect(again.act).toBeUndefined();
  });

  it('tells what changed and what is gone, and can be undone as one act', async () => {
    const before = granted(await integrator().list('episode', { order: [{ field: 'start' }] }));
    const ended = aReturn(first.ceasedOn('2025-12-01'));
    const preview = granted(await integrator().previewImport(ended));
    expect(sizes(preview)).toEqual({ added: 0, changed: 1, removed: 1, rejected: 0, unchanged: 2 });
    expect(preview.changed[0]?.fields.toSorted()).toEqual(['end', 'reasonEpisodeCeased']);
    const done = granted(await integrator().commitImport(ended));
    expect(await integrator().count('episode')).toBe(1);
    granted(await integrator().undoImport(done.act!));
    const after = granted(await integrator().list('episode', { order: [{ field: 'start' }] }));
    expect(after.records.map(({ id, record }) => [id, record])).toEqual(
      before.records.map(({ id, record }) => [id, record]),
    );
    expect(await integrator().undoImport(done.act!)).toMatchObject({ refused: 'conflict' });
  });

  it('is not undone over somebody’s later work', async () => {
    const done = granted(await integrator().commitImport(aReturn(first.ceasedOn('2025-12-02'), second)));
    const { records } = granted(
      await integrator().list('episode', { where: [{ field: 'child', is: 'equal', value: 'I1' }] }),
    );
    granted(
      await store
        .as(askers.records)
        .patch('episode', records[0]!.id, { end: '2025-12-03' }, records[0]!.version),
    );
    expect(await integrator().undoImport(done.act!)).toMatchObject({ refused: 'conflict' });
    expect(granted(await integrator().get('episode', records[0]!.id)).record.end).toBe('2025-12-03');
  });

  it('says where it would write over somebody’s work', async () => {
    const preview = granted(await integrator().previewImport(aReturn(first.ceasedOn('2025-12-02'), second)));
    expect(preview.changed).toMatchObject([{ type: 'episode', overHand: true, fields: ['end'] }]);
  });

  it('keeps what the return says nothing of', async () => {
    granted(
      await store.as(askers.records).patch('child', 'I1', { name: { given: 'Ada', family: 'Test' } }, 1),
    );
    granted(await integrator().commitImport(aReturn(aChild({ id: 'I1', sex: 'M' }).startedOn('2025-05-01'))));
    expect(granted(await integrator().get('child', 'I1')).record).toMatchObject({
      sex: 'M',
      name: { given: 'Ada', family: 'Test' },
    });
  });

  it('rejects what is not valid with its reason, and brings in the rest', async () => {
    const input: ImportInput = {
      feed: 'reviews',
      parts: [
        { type: child, records: [{ id: 'I3', dateOfBirth: '2011-01-01' }] },
        {
          type: episode,
          records: [
            { child: 'I3', start: '2025-08-01', ...EPISODE },
            { child: 'I3', start: '2025-13-01', ...EPISODE },
            { child: 'I404', start: '2025-08-01', ...EPISODE },
          ],
        },
      ],
    };
    const done = granted(await integrator().commitImport(input));
    expect(done.rejected).toMatchObject([
      { type: 'episode', position: 2, problems: [{ path: '/start' }] },
      {
        type: 'episode',
        position: 3,
        reason: "there is no child 'I404', neither stored nor in the file: bring the child in too",
      },
    ]);
    expect(done.added).toHaveLength(2);
  });

  it('does nothing where what is stored has changed since the preview', async () => {
    const input = aReturn(aChild({ id: 'I5' }).startedOn('2025-05-01'));
    const preview = granted(await integrator().previewImport(input));
    granted(
      await integrator().commitImport({
        feed: 'other',
        parts: [{ type: child, records: [{ id: 'I5', dateOfBirth: '2010-01-01' }] }],
      }),
    );
    expect(await integrator().commitImport(input, preview.digest)).toMatchObject({ refused: 'conflict' });
  });

  it('takes a role that may', async () => {
    expect(await store.as(askers.worker).previewImport(aReturn(first))).toMatchObject({ refused: 'denied' });
  });
});

describe('a plan', () => {
  const records = fc.array(
    fc.record({
      child: fc.constantFrom('A', 'B'),
      start: fc.constantFrom('2025-04-05', '2025-05-05', '2025-06-05'),
      legalStatus: fc.constantFrom('C2', 'V2', 'E1'),
    }),
    { maxLength: 12 },
  );
  const whole = (list: readonly object[]) => list.map((one) => ({ ...EPISODE, ...one }));
  const nothing = { existing: [], gone: new Map(), children: new Set(['A', 'B']), merged: new Map() };
  const input = (list: readonly object[]): ImportInput => ({
    feed: 'f',
    parts: [{ type: episode, records: whole(list) }],
  });

  it('carried out, leaves nothing to do for the same file in any order', () => {
    fc.assert(
      fc.property(records, records, (before, after) => {
        const stand = (
          changes: readonly {
            type: string;
            id: string;
            child: string | null;
            data: object;
            deleted?: boolean;
            expect: number;
          }[],
        ) =>
          changes
            .filter(({ deleted }) => !deleted)
            .map(({ expect: version, ...one }) => ({
              valid_from: null,
              valid_until: null,
              ...one,
              data: one.data as Record<string, unknown>,
              version: version + 1,
              feed: 'f',
            }));
        const existing = stand(planImport(input(before), nothing).changes);
        expect(existing).toHaveLength(before.length);
        const plan = planImport(input(after), { ...nothing, existing });
        const touched = new Set(plan.changes.map(({ id }) => id));
        const now = [...existing.filter(({ id }) => !touched.has(id)), ...stand(plan.changes)];
        const again = planImport(input(after.toReversed()), { ...nothing, existing: now });
        expect(again.changes).toEqual([]);
        expect(again.preview.unchanged).toBe(after.length);
      }),
    );
  });

  it('reads a return into valid records: days, codes and open ends', () => {
    const [children, episodes] = partsOfReturn({
      children: [{ ...first.input, unaccompaniedUntil: day('2025-09-09') }],
      episodes: first.episodes,
    });
    expect(children!.records).toMatchObject([
      { id: 'I1', unaccompaniedAsylumSeeking: true, unaccompaniedAsylumSeekingEnded: '2025-09-09' },
    ]);
    expect(child.validate(children!.records[0])).toBe(true);
    expect(episode.validate(episodes!.records[0])).toBe(true);
    expect(episodes!.records[0]).not.toHaveProperty('end');
  });
});
