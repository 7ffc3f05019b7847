import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aServedCouncil, type ServedCouncil } from '../testing/council.ts';

let served: ServedCouncil;
beforeAll(async () => {
  served = await aServedCouncil();
});
afterAll(() => served.close());

const check = (body: object) => served.ask('analyst', '/tables/check', { method: 'POST', json: body });

const districts = (total: string) => ({
  tables: [
    {
      id: 'districts',
      title: 'Children in care by district',
      columns: ['District', 'March 2014'],
      rows: [
        { label: 'North', cells: ['300'] },
        { label: 'South', cells: ['328'] },
        { label: 'Total', cells: [total] },
      ],
    },
  ],
});

describe('tables sent to be checked', () => {
  it('come back with what cannot be right [D-API-06]', async () => {
    expect((await check(districts('628'))).body).toEqual({ findings: [] });
    const { body } = await check(districts('629'));
    expect(body.findings).toMatchObject([
      { check: 'sum', table: 'districts', row: 'Total', expected: '628' },
    ]);
  });

  it('are refused with every reason where they cannot be read', async () => {
    const { status, body } = await check({
      tables: [{ ...districts('1').tables[0], rows: [{ label: 'North', cells: [] }] }],
    });
    expect([status, body.errors]).toEqual([
      422,
      [{ path: '', message: expect.stringContaining("row 'North': 0 cells, where 1 columns are headed") }],
    ]);
  });
});
