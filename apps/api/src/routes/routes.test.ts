import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aServedCouncil, type ServedCouncil } from '../testing/council.ts';

let served: ServedCouncil;
const ask: ServedCouncil['ask'] = (...args) => served.ask(...args);

beforeAll(async () => {
  served = await aServedCouncil();
  await served.enterChild(served.store, 'T1', { worker: 'SW1' });
  await served.enterChild(served.store, 'T2', { worker: 'SW2' });
});
afterAll(() => served.close());

type Due = { child: string; duty: string; dueOn: string };
const children = (body: Due[]) => [...new Set(body.map(({ child }) => child))];

describe('what is due', () => {
  it('is told of the children in sight: a worker’s own, a nurse’s of the whole council', async () => {
    expect(children((await ask('worker', '/duties')).body)).toEqual(['T1']);
    expect(children((await ask('otherWorker', '/duties')).body)).toEqual(['T2']);
    expect(children((await ask('adoption', '/duties')).body).sort()).toEqual(['T1', 'T2']);
  });

  it('can be asked by worker, team, child and window', async () => {
    const asked = async (query: string) => (await ask('adoption', `/duties?${query}`)).body as Due[];
    expect(children(await asked('worker=SW2'))).toEqual(['T2']);
    expect(children(await asked('team=team-1')).sort()).toEqual(['T1', 'T2']);
    expect(await asked('team=team-9')).toEqual([]);
    const inWindow = await asked('child=T1&due-from=2025-02-01&due-to=2025-03-31&status=overdue');
    expect(inWindow.length).toBeGreaterThan(0);
    for (const { child, dueOn } of inWindow) {
      expect(child).toBe('T1');
      expect(dueOn >= '2025-02-01' && dueOn <= '2025-03-31').toBe(true);
    }
  });

  it('is a calendar of whole days with references and no names', async () => {
    const { headers, text } = await ask('worker', '/duties.ics?duty=first-review');
    expect(headers.get('content-type')).toContain('text/calendar');
    const { body } = await ask('worker', '/duties?duty=first-review');
    const [{ dueOn }] = body as [Due];
    expect(text).toContain(`DTSTART;VALUE=DATE:${dueOn.replaceAll('-', '')}`);
    expect(text).toContain('SUMMARY:Overdue: First review (T1)');
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1);
  });
});

describe('a child’s timeline', () => {
  it('has care, workers and everything else dated, in order, of the record types somebody reads', async () => {
    const { body } = await ask('worker', '/children/T1/timeline');
    const records = body.map(({ record }: { record: string }) => record);
    expect(records).toEqual(['social-worker-episode', 'period-of-care', 'placement', 'legal-status']);
    expect(body[1]).toMatchObject({ on: '2025-02-01', until: null });
    const analyst = await ask('analyst', '/children');
    const pseudonym = analyst.body.children[0].id;
    expect((await ask('analyst', `/children/${pseudonym}/timeline`)).body).toHaveLength(4);
    const none = await ask('worker', '/children/T1/timeline?from=2020-01-01&to=2020-12-31');
    expect(none.body).toEqual([]);
  });
});

describe('the document of a deployment with a store', () => {
  it('is valid OpenAPI 3.1', async () => {
    const { body } = await ask('worker', '/openapi.json');
    expect(await new Validator().validate(body)).toMatchObject({ valid: true });
  });

  it('describes every route it has, and no other', async () => {
    const { body } = await ask('worker', '/openapi.json');
    const described = new Set(
      Object.entries(body.paths as Record<string, object>).flatMap(([path, operations]) =>
        Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
      ),
    );
    const pages = new Set(['/', '/docs', '/docs/start.js', '/docs/{file}', '/openapi.json', '/health']);
    const types = served.council.records.map(({ id }) => id);
    const routes = served.api.routes
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => ({ method, path: path.replace(/:(\w+)/g, '{$1}') }))
      .filter(({ path }) => !pages.has(path) && !path.includes('*'))
      .flatMap(({ method, path }) =>
        path.includes('{type}')
          ? types.map((type) => `${method} ${path.replace('{type}', type)}`)
          : [`${method} ${path}`],
      );
    expect([...new Set(routes)].sort()).toEqual([...described].sort());
  });
});
