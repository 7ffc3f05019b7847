import { day, financialYear } from '@cic/core';
import { review } from '@cic/core/records';
import { aChild, aCouncil, aHistory } from '@cic/core/testing';
import { describe, expect, it } from 'vitest';
import { createApi } from './app.ts';

const history = aHistory(
  aChild({ id: 'T1', born: '2010-05-01', district: 'north' })
    .startedOn('2014-06-01')
    .movedOn('2025-06-10')
    .movedOn('2025-09-01')
    .with(review, { held: '2025-10-01', participation: 'PN1' }),
  aChild({ id: 'T2', born: '2012-05-01', district: 'south' }).startedOn('2026-03-02'),
  aChild({ id: 'T3', born: '2008-01-01' }).startedOn('2020-01-01').ceasedOn('2026-01-01', 'E8'),
);

const api = createApi({
  council: aCouncil({
    districts: [
      { id: 'north', name: 'North' },
      { id: 'south', name: 'South' },
    ],
  }),
  historyFor: () => history,
  periods: [financialYear(2025), financialYear(2026)],
  asAt: day('2026-03-31'),
});

async function get(path: string): Promise<{ status: number; type: string; body: never }> {
  const answer = await api.request(path);
  return {
    status: answer.status,
    type: answer.headers.get('content-type') ?? '',
    body: (await answer.json()) as never,
  };
}

describe('the API', () => {
  it('says what the council is made of [D-API-04]', async () => {
    const { status, body } = await get('/council');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: 'sample',
      plugins: [{ id: 'core', title: 'Children in care' }],
      districts: [
        { id: 'north', name: 'North', kind: 'place' },
        { id: 'south', name: 'South', kind: 'place' },
      ],
      periods: [{ label: '2024/25' }, { label: '2025/26', start: '2025-04-01', end: '2026-03-31' }],
    });
  });

  it('gives the value of an indicator with its trend and a breakdown', async () => {
    const { body } = await get('/indicators/children-in-care/value?period=2026&by=district');
    expect(body).toMatchObject({
      value: 2,
      numerator: 2,
      denominator: null,
      period: '2025/26',
      printed: '2',
      trend: { direction: 'same', performance: 'same', change: 0 },
      breakdown: [
        { labels: ['North'], value: 1, share: 50 },
        { labels: ['South'], value: 1, share: 50 },
      ],
    });
  });

  it('gives a series, each value with its trend', async () => {
    const { body } = await get('/indicators/three-or-more-placements/series');
    expect(body).toMatchObject([
      { period: '2024/25', value: 0, trend: { performance: 'not available' } },
      { period: '2025/26', value: 50, trend: { direction: 'up', performance: 'worse' } },
    ]);
  });

  it('lists what is due and overdue, in order of due date', async () => {
    const { body } = await get('/duties?as-at=2026-03-31&duty=first-review');
    expect(body).toEqual([
      {
        duty: 'first-review',
        title: 'First review',
        child: 'T2',
        startedOn: '2026-03-02',
        dueOn: '2026-03-30',
        metOn: null,
        status: 'overdue',
        daysLeft: -1,
      },
    ]);
    const { body: late } = await get('/duties?duty=first-review&status=met late&child=T1');
    expect(late).toMatchObject([{ child: 'T1', metOn: '2025-10-01' }]);
  });

  it('tells the care history of a child', async () => {
    const { body } = await get('/children/T1');
    expect(body).toMatchObject({
      id: 'T1',
      lookedAfter: true,
      periodsOfCare: [{ start: '2014-06-01', end: null }],
      placements: [
        { start: '2014-06-01', end: '2025-06-10' },
        { start: '2025-06-10' },
        { start: '2025-09-01' },
      ],
    });
  });

  it('lists children page by page', async () => {
    expect(await get('/children?looked-after=true&limit=1')).toMatchObject({
      body: { children: [{ id: 'T1' }], next: 'T1' },
    });
    expect(await get('/children?looked-after=true&limit=1&after=T1')).toMatchObject({
      body: { children: [{ id: 'T2' }], next: null },
    });
  });

  it('serves every schema at the path of its $id', async () => {
    const { body: list } = await get('/schemas');
    for (const { path, schema } of list as unknown as { path: string; schema: string }[]) {
      const { status, type, body } = await get(path);
      expect(status).toBe(200);
      expect(type).toContain('application/schema+json');
      expect((body as { $id: string }).$id).toBe(schema);
    }
  });

  it('serves code sets with labels and years', async () => {
    const { body } = await get('/code-sets/LS');
    expect((body as { codes: { code: string; label: string }[] }).codes).toContainEqual(
      expect.objectContaining({ code: 'C2', label: 'Full care order' }),
    );
  });

  it.each([
    [
      '/indicators/childern-in-care',
      404,
      "There is no indicator 'childern-in-care'; /indicators lists them.",
    ],
    ['/indicators/children-in-care/value?period=soon', 400, "'soon' is no period"],
    [
      '/indicators/children-in-care/value?by=shoe-size',
      400,
      "There is no breakdown 'shoe-size'; there are: age, ",
    ],
    ['/indicators/children-in-care/series?from=last', 400, 'from:'],
    ['/children?limit=0', 400, 'limit:'],
    ['/children/T1?as-at=31/03/2026', 400, 'as-at:'],
    ['/children/nobody', 404, 'There is no such child.'],
    ['/duties?duty=tidy-up', 400, "There is no duty 'tidy-up'"],
    ['/code-sets/NONE', 404, "There is no code set 'NONE'"],
    ['/schemas/core/child/9.9.9', 404, 'There is no schema core/child/9.9.9'],
    ['/plugins/education/peps', 404, 'There is nothing at this address'],
  ])('answers %s with a problem, %i: %s [D-API-05] [D-API-01]', async (path, status, detail) => {
    const answer = await get(path);
    expect(answer.status).toBe(status);
    expect(answer.type).toContain('application/problem+json');
    expect((answer.body as { detail: string }).detail).toContain(detail);
  });

  it('describes every route it has in OpenAPI 3.1, and no other', async () => {
    const { body } = await get('/openapi.json');
    const { openapi, paths } = body as { openapi: string; paths: Record<string, unknown> };
    expect(openapi).toBe('3.1.0');
    const undescribed = new Set(['/', '/docs', '/docs/start.js', '/docs/{file}', '/openapi.json', '/health']);
    const served = new Set(
      api.routes
        .filter(({ method }) => method === 'GET')
        .map(({ path }) => path.replace(/:(\w+)/g, '{$1}'))
        .filter((path) => !undescribed.has(path) && !path.includes('*')),
    );
    expect([...served].sort()).toEqual(Object.keys(paths).sort());
  });

  it('answers what its description promises, for every indicator and every breakdown', async () => {
    const { body } = await get('/indicators');
    for (const { id } of body as { id: string }[]) {
      const { status } = await get(`/indicators/${id}/value?by=age,sex`);
      expect(status).toBe(200);
    }
  });

  it('lets nothing personal into an error, and no page in from elsewhere', async () => {
    const answer = await api.request('/children/A%20Name');
    expect(await answer.text()).not.toContain('A Name');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'self'");
  });
});
