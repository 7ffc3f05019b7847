import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aServedCouncil, type ServedCouncil } from '../testing/council.ts';

let served: ServedCouncil;
const ask: ServedCouncil['ask'] = (...args) => served.ask(...args);
const pack = '/reports/corporate-parenting-board-pack?period=2026';

interface Cell {
  printed: string;
  state: string;
  value: number | null;
  base: number | null;
  show: string;
}
const cellsOf = (body: { sections: { kind: string; rows: { label: string; cells: Cell[] }[] }[] }) =>
  body.sections.flatMap(({ kind, rows }) => (kind === 'table' ? rows.flatMap(({ cells }) => cells) : []));

beforeAll(async () => {
  served = await aServedCouncil();
  const born = ['2024-03-15', '2020-03-15', '2012-03-15', '2008-06-15'] as const;
  for (const [i, many] of [2, 12, 14, 9].entries())
    for (let n = 0; n < many; n++)
      await served.enterChild(served.store, `T${i}-${n}`, { born: born[i]!, worker: 'SW1' });
});
afterAll(() => served.close());

describe('reports over HTTP', () => {
  it('lists what is ready, and nothing that is for operators', async () => {
    const { body } = await ask('member', '/reports');
    expect(body.map(({ id }: { id: string }) => id)).toContain('about-us');
    expect(body.every(({ audience }: { audience: string }) => audience !== 'operator')).toBe(true);
  });

  it('gives a lead member the board pack, without a child and without a small number [D-SUP-22] [CFG-09] [D-API-10]', async () => {
    const { status, body, text } = await ask('member', `${pack}&format=json`);
    expect(status).toBe(200);
    expect(text).not.toMatch(/T\d-\d/);
    const cells = cellsOf(body);
    const counts = cells.filter(({ show, printed }) => show === 'value' && /^[\d,]+( |$)/.test(printed));
    expect(counts.length).toBeGreaterThan(10);
    expect(counts.filter(({ value }) => value !== null && value >= 1 && value <= 4)).toEqual([]);
    expect(cells.some(({ state }) => state === 'suppressed')).toBe(true);
  });

  it('prints the same figures as the routes of single figures, whichever was asked for first', async () => {
    const single = await ask('member', '/indicators/children-in-care/value?period=2026&by=age');
    const { body } = await ask('member', `${pack}&format=json`);
    const table = body.sections.find(({ title }: { title: string }) => title === 'Children in care by age');
    const column = table.columns.findIndex(({ label }: { label: string }) => label === '2025/26');
    for (const { labels, value } of single.body.breakdown) {
      const row = table.rows.find(({ label }: { label: string }) => label === labels[0]);
      if (row) expect([labels, row.cells[column].value]).toEqual([labels, value]);
    }
  });

  it('releases once: a report of the same period says the same after the records changed', async () => {
    const before = cellsOf((await ask('member', `${pack}&format=json`)).body);
    await served.enterChild(served.store, 'T9', { born: '2020-05-05' });
    const after = cellsOf((await ask('member', `${pack}&format=json`)).body);
    expect(after).toEqual(before);
  });

  it('comes as a page, CSV and a workbook', async () => {
    const page = await ask('member', pack);
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(page.text).toContain('<h1>Corporate parenting board pack</h1>');
    expect((await ask('member', `${pack}&format=csv`)).text).toMatch(/^report,council/);
    const book = await ask('member', `${pack}&format=xlsx`);
    expect(book.headers.get('content-disposition')).toContain(
      'corporate-parenting-board-pack-2026-03-31.xlsx',
    );
  });

  it.each([
    ['member', '/reports/frob', 404],
    ['member', '/reports/about-us?period=soon', 400],
    ['member', '/reports/about-us?period=2030', 403],
    ['member', '/reports/about-us?audience=operator', 400],
    ['member', '/reports/about-us?format=pdf', 400],
    ['administrator', '/reports', 403],
    ['administrator', '/reports/about-us', 403],
  ])('answers %s asking for %s with %i', async (who, path, status) => {
    expect((await ask(who, path)).status).toBe(status);
  });
});
