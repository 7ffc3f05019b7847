import { defineCouncil } from '@cic/core';
import type { Board } from '@cic/core/records';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aServedCouncil, type ServedCouncil } from '../testing/council.ts';
import { makeDueReports } from './due.ts';

let served: ServedCouncil;
const ask: ServedCouncil['ask'] = (...args) => served.ask(...args);

const BOARD: Board = {
  id: 'corporate-parenting-board',
  name: 'Corporate parenting board',
  councils: ['sample'],
  calendar: [{ on: '2026-03-20', topics: ['Where children live'] }, { on: '2026-06-18' }],
};

beforeAll(async () => {
  served = await aServedCouncil();
  for (let n = 0; n < 12; n++) await served.enterChild(served.store, `K${n}`);
});
afterAll(() => served.close());

const deployment = () => ({
  council: defineCouncil({ id: 'sample', name: 'Sample Council', code: 'E10000999', boards: [BOARD] }),
  store: served.store,
  asAt: () => Date.parse('2026-03-31') / 86_400_000,
});

async function done(id: string) {
  for (;;) {
    const { body } = await ask('member', `/jobs/${id}`);
    if (!['waiting', 'running'].includes(body.state)) return body;
    await new Promise((later) => setTimeout(later, 20));
  }
}

describe('a report that is kept', () => {
  it('is made in the background and given again byte for byte after the records have changed [GOV-07]', async () => {
    const posted = await ask('member', '/jobs', {
      method: 'POST',
      json: { kind: 'report', parameters: { report: 'corporate-parenting-board-pack', period: '2026' } },
    });
    expect(posted.status, posted.text).toBe(202);
    expect((await done(posted.body.id)).state).toBe('completed');
    const { kept } = (await ask('member', `/jobs/${posted.body.id}/result`)).body;
    const before = await ask('member', `/reports/kept/${kept}`);
    const data = await ask('member', `/reports/kept/${kept}?format=json`);
    await served.enterChild(served.store, 'K99');
    expect((await ask('analyst', `/reports/kept/${kept}`)).text).toBe(before.text);
    expect((await ask('analyst', `/reports/kept/${kept}?format=json`)).text).toBe(data.text);
    expect((await ask('member', '/reports/kept')).body.kept).toMatchObject([
      { id: kept, report: 'corporate-parenting-board-pack', period: '2025/26', by: 'member-1' },
    ]);
  });

  it('is made once for a board and the day of its meeting, by itself, and is due no more [GOV-07]', async () => {
    const made = await makeDueReports(deployment());
    expect(made).toEqual(['corporate-parenting-board.corporate-parenting-board-pack.2026-03-20']);
    expect(await makeDueReports(deployment())).toEqual([]);
    const { text, status } = await ask('member', `/reports/kept/${made[0]}`);
    expect([status, text.includes('Corporate parenting board pack')]).toEqual([200, true]);
  });

  it('is given to nobody who is given no figures, and to nobody under another name', async () => {
    expect((await ask('administrator', '/reports/kept')).status).toBe(403);
    expect((await ask('administrator', '/reports/due')).status).toBe(403);
    expect((await ask('member', '/reports/kept/nothing')).status).toBe(404);
    expect((await ask('member', '/reports/kept/nothing?format=pdf')).status).toBe(400);
  });
});

describe('what is due for a board', () => {
  it('is listed with the day, from the boards on record', async () => {
    const json = { ...BOARD, id: 'scrutiny', name: 'Scrutiny' };
    const made = await ask('administrator', '/records/board', { method: 'POST', json });
    expect(made.status, made.text).toBe(201);
    const { body } = await ask('member', '/reports/due?from=2026-04-01&to=2026-12-31');
    expect(body.due).toMatchObject([{ board: 'scrutiny', on: '2026-06-18', overdue: false }]);
    expect((await ask('member', '/reports/due?from=soon')).status).toBe(400);
  });
});
