import { describe, expect, it } from 'vitest';
import { audit, type Cell, type Policy, type Publication, protect } from './index.ts';

const one = (cells: readonly Cell[], totals = true): Publication => ({
  tables: [{ id: 't', dims: ['d'], ...(totals ? { totals: { d: 'Total' } } : {}), cells }],
});
const statusOf = async (
  publication: Publication,
  policy: Policy,
): Promise<Record<string, string | undefined>> => {
  const out = await protect(publication, policy);
  return Object.fromEntries(
    out.tables.flatMap((table) => table.cells.map((cell) => [cell.at.join('/'), cell.status])),
  );
};

describe('primary rules', () => {
  it('hides money that one contributor dominates, or whose largest can be estimated', async () => {
    const spend = one([
      { at: ['A'], n: 1000, contributions: [900, 60, 40] },
      { at: ['B'], n: 900, contributions: [300, 300, 300] },
      { at: ['C'], n: 800, contributions: [200, 200, 200, 200] },
      { at: ['D'], n: 700, contributions: [350, 345, 5] },
      { at: ['Total'], n: 3400 },
    ]);
    const dominance = await statusOf(spend, {
      rules: [{ rule: 'dominance', n: 1, k: 75 }],
      attackers: ['outsider'],
    });
    expect(dominance).toMatchObject({ A: 'primary', Total: 'published' });
    expect(Object.values(dominance).filter((status) => status === 'secondary')).toHaveLength(1);
    const percent = await statusOf(spend, { rules: [{ rule: 'p-percent', p: 10 }], attackers: ['outsider'] });
    expect(percent).toMatchObject({ A: 'primary', D: 'primary', Total: 'published' });
  });

  it('hides cells with too few providers behind them', async () => {
    const statuses = await statusOf(
      one(
        [
          { at: ['A'], n: 50, contributors: 2 },
          { at: ['B'], n: 60, contributors: 9 },
        ],
        false,
      ),
      {
        rules: [{ rule: 'few-contributors', under: 3 }],
      },
    );
    expect(statuses).toEqual({ A: 'primary', B: 'published' });
  });

  const share = (n: number, percent: number): Publication => ({
    tables: [
      { id: 'all', dims: ['d'], cells: [{ at: ['A'], n: 50 }] },
      { id: 'some', dims: ['d'], cells: [{ at: ['A'], n, percent, dp: 0, of: { table: 'all', at: ['A'] } }] },
    ],
  });

  it('protects the few who are not in a percentage, and a group in which all are the same', async () => {
    const hiddenIn = async (
      publication: Publication,
      rule: 'small-complement' | 'all-the-same',
    ): Promise<number> =>
      (await protect(publication, { rules: [{ rule }], attackers: ['outsider'] })).tables
        .flatMap((t) => t.cells)
        .filter((c) => c.n === null).length;
    expect(await hiddenIn(share(48, 96), 'small-complement')).toBeGreaterThan(0);
    expect(await hiddenIn(share(30, 60), 'small-complement')).toBe(0);
    expect(await hiddenIn(share(50, 100), 'all-the-same')).toBeGreaterThan(0);
  });

  it('hides figures on too small a base', async () => {
    const out = await protect(share(30, 60), { rules: [{ rule: 'small-base', under: 60 }] });
    expect(out.tables[1]!.cells[0]).toMatchObject({ n: 30, percent: null });
  });

  it('protects the small difference of two published groups, though nobody prints it', async () => {
    const groups: Publication = {
      tables: [
        {
          id: 't',
          dims: ['age'],
          totals: { age: { 'under 18': ['under 16', '16 and 17'] } },
          cells: [{ at: ['under 18'], n: 100 }, { at: ['under 16'], n: 98 }, { at: ['16 and 17'] }],
        },
      ],
    };
    const out = await protect(groups, { suppress: { from: 1, to: 4 }, attackers: ['outsider'] });
    expect(out.tables[0]!.cells.filter((cell) => cell.status === 'secondary').length).toBeGreaterThan(0);
    expect((await audit(out)).exact).toBe(0);
  });

  it('withholds a breakdown as a whole [D-SUP-19]', async () => {
    const out = await protect(
      one([
        { at: ['A'], n: 50 },
        { at: ['B'], n: 60 },
        { at: ['Total'], n: 110 },
      ]),
      { withhold: ['t'] },
    );
    expect(out.tables[0]!.cells.every((cell) => cell.n === null)).toBe(true);
  });
});
