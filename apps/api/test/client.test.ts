import { type Change, connect, type Figure } from '@cic/client';
import { child, episode, type Review, review } from '@cic/core/records';
import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from 'vitest';
import type { createClient } from '../src/client.ts';
import { aServedCouncil, type ServedCouncil } from '../src/testing/council.ts';

let served: ServedCouncil;
beforeAll(async () => {
  served = await aServedCouncil();
  await served.enterChild(served.store, 'T1');
});
afterAll(() => served.close());

const as = (who: string) =>
  connect({
    url: 'http://council.test',
    authorization: () => `Development ${who}`,
    fetch: async (input, init) => served.api.request(String(input), init),
  });

describe('a neighbouring authority’s system, through the typed client', () => {
  it('reads what it may, by type', async () => {
    const episodes = [];
    for await (const one of as('worker')
      .records(episode)
      .list({ order: [{ field: 'start' }] }))
      episodes.push(one);
    expect(episodes.length).toBeGreaterThan(0);
    expectTypeOf(episodes[0]!.record.legalStatus).toEqualTypeOf<
      NonNullable<(typeof episodes)[number]['record']['legalStatus']> | undefined
    >();
    expect(await as('worker').records(child).get('nobody')).toBeUndefined();
  });

  it('creates, changes and removes a record, and finds its history and the changes', async () => {
    const reviews = as('worker').records(review);
    const made = await reviews.create({ child: 'T1', held: '2026-01-05' });
    const changed = await reviews.change(made.id, { held: '2026-01-06' }, made.version);
    await expect(reviews.change(made.id, {}, made.version)).rejects.toMatchObject({ status: 412 });
    await reviews.remove(made.id, changed.version);
    expect((await reviews.history(made.id)).map(({ version, deleted }) => [version, deleted])).toEqual([
      [1, undefined],
      [2, undefined],
      [3, true],
    ]);
    const changes: Change[] = [];
    for await (const change of as('worker').changes(0)) changes.push(change);
    expect(changes.filter(({ id }) => id === made.id).map(({ kind }) => kind)).toEqual([
      'added',
      'changed',
      'removed',
    ]);
  });

  it('creates one record for one key', async () => {
    const reviews = as('worker').records(review);
    const record: Review = { child: 'T1', held: '2026-02-05' };
    const [one, other] = [await reviews.create(record, 'the-key'), await reviews.create(record, 'the-key')];
    expect(other).toEqual(one);
  });

  it('asks for a figure, whose type is that of the route', async () => {
    const figure = await as('analyst').figure('children-in-care', { period: '2026', by: ['age'] });
    expect(figure.breakdown.length).toBeGreaterThan(0);
    type Routes = ReturnType<typeof createClient>;
    type Answer = Awaited<
      ReturnType<Awaited<ReturnType<Routes['indicators'][':id']['value']['$get']>>['json']>
    >;
    expectTypeOf<Extract<Answer, { printed: string }>>().toExtend<Figure>();
  });

  it('is told why, as data, when it may not', async () => {
    await expect(
      as('analyst')
        .returns(2026)
        .preview([{ name: 'x.csv', bytes: new Uint8Array() }]),
    ).rejects.toMatchObject({
      name: 'ApiProblem',
      status: 403,
    });
  });
});
