import { describe, expect, it } from 'vitest';
import { tableOf } from '../../test/publications.ts';
import type { Publication } from '../index.ts';
import { protect } from '../protect/protect.ts';
import { bandPercentages } from './banding.ts';
import { codeCounts } from './coding.ts';
import { mergeCategories } from './merging.ts';
import { roundCounts } from './rounding.ts';

describe('other methods', () => {
  it.each([5, 10] as const)(
    'rounds to base %i so that rounded numbers add up to rounded totals',
    async (base) => {
      const table = tableOf('t', [3, 4], [3, 17, 22, 8, 41, 1, 0, 13, 29, 6, 11, 2]);
      const { publication, report } = await roundCounts({ tables: [table] }, base, {
        suppress: { from: 1, to: 4 },
      });
      const value = new Map(publication.tables[0]!.cells.map((cell) => [cell.at.join(), Number(cell.shown)]));
      for (const cell of table.cells) {
        const rounded = value.get(cell.at.join())!;
        expect(rounded % base).toBe(0);
        expect(Math.abs(rounded - cell.n!)).toBeLessThan(base);
      }
      for (const row of ['a0', 'a1', 'a2', 'T0']) {
        const parts = ['b0', 'b1', 'b2', 'b3'].reduce(
          (sum, column) => sum + value.get(`${row},${column}`)!,
          0,
        );
        expect(parts).toBe(value.get(`${row},T1`));
      }
      expect(report.exact).toBe(0);
    },
  );

  it('codes the ends as ranges, and the audit says when the total gives them back', async () => {
    const list: Publication = { tables: [tableOf('t', [3], [2, 30, 120])] };
    const { publication, report } = await codeCounts(list, { bottom: 4, top: 100 });
    expect(publication.tables[0]!.cells.map((cell) => cell.shown ?? cell.n)).toEqual([
      '0 to 4',
      30,
      '100 or more',
      '100 or more',
    ]);
    expect(report.cells[0]).toMatchObject({ low: 0, high: 4 });
  });

  it('merges categories instead of hiding them [D-SUP-20]', async () => {
    const list: Publication = {
      tables: [
        {
          id: 't',
          dims: ['placement'],
          totals: { placement: 'Total' },
          cells: [
            { at: ['Foster'], n: 40 },
            { at: ['Secure'], n: 2 },
            { at: ['Other'], n: 7 },
            { at: ['Total'], n: 49 },
          ],
        },
      ],
    };
    const merged = mergeCategories(list, 't', 'placement', { 'other forms': ['Secure', 'Other'] });
    const out = await protect(merged, { suppress: { from: 1, to: 4 } });
    expect(out.tables[0]!.cells.map((cell) => [cell.at[0], cell.n])).toEqual([
      ['Foster', 40],
      ['other forms', 9],
      ['Total', 49],
    ]);
    expect(() => mergeCategories(list, 't', 'placement', { x: ['None'] })).toThrow("no category 'None'");
  });

  it('prints a band where the percentage would give the count away', async () => {
    const shares: Publication = {
      tables: [
        { id: 'stock', dims: ['d'], cells: [{ at: ['A'], n: 49 }] },
        {
          id: 'share',
          dims: ['d'],
          cells: [{ at: ['A'], percent: 6.1, dp: 1, of: { table: 'stock', at: ['A'] } }],
        },
      ],
    };
    const { publication, report } = await bandPercentages(shares, {
      suppress: { from: 1, to: 4 },
      protect: { width: 3 },
    });
    expect(publication.tables[1]!.cells[0]).toMatchObject({ percent: null, band: [0, 10], status: 'coded' });
    expect(report.cells[0]).toMatchObject({ low: 0, high: 4 });
    expect(report.ok).toBe(true);
  });
});
