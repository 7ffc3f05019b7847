import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bruteForce, key } from '../../test/brute-force.ts';
import { drawnTables } from '../../test/publications.ts';
import { audit } from '../audit.ts';
import type { Cell, Policy, Publication } from '../index.ts';
import { policies } from '../policy.ts';
import { protect } from './protect.ts';

const policy: Policy = { suppress: { from: 1, to: 3 }, symbol: 'x', protect: { width: 2 } };

const cellsOf = (publication: Publication): { id: string; cell: Cell }[] =>
  publication.tables.flatMap((table) => table.cells.map((cell) => ({ id: key(table.id, cell.at), cell })));

/** A list of counts with their total. */
const list = (counts: readonly number[]): Publication => ({
  tables: [
    {
      id: 't',
      dims: ['place'],
      totals: { place: 'Total' },
      cells: [
        ...counts.map((n, i) => ({ at: [`p${i}`], n })),
        { at: ['Total'], n: counts.reduce((a, b) => a + b, 0) },
      ],
    },
  ],
});

/** The publication with one hidden cell printed: what an insider who knows it can read. */
function knowing(published: Publication, truth: Publication, id: string): Publication {
  const counts = new Map(cellsOf(truth).map(({ id: i, cell }) => [i, cell.n!]));
  return {
    ...published,
    tables: published.tables.map((table) => ({
      ...table,
      cells: table.cells.map((cell) =>
        key(table.id, cell.at) === id ? { at: cell.at, n: counts.get(id)! } : cell,
      ),
    })),
  };
}

describe('protect', () => {
  it('hides 1 to 4 and shows 5 and 0 under the first policy, 1 to 10 and not 11 under the second [D-SUP-01] [D-SUP-02]', async () => {
    const statuses = async (p: Policy): Promise<(string | undefined)[]> =>
      (await protect(list([0, 1, 4, 5, 10, 11, 40, 60]), p)).tables[0]!.cells.map(
        (cell) => cell.shown ?? String(cell.n),
      );
    expect(await statuses(policies.under5)).toEqual(['0', '*', '*', '*', '10', '11', '40', '60', '131']);
    expect(await statuses(policies.oneToTen)).toEqual(['0', 'x', 'x', 'x', 'x', '11', '40', '60', '131']);
  });

  it('hides more beside a single small count in a list with a total, so that subtraction gives nothing [D-SUP-05]', async () => {
    const out = await protect(list([379, 222, 32, 34, 59, 32, 41, 4]), policies.under5);
    expect(out.proof).toMatchObject({ ok: true, method: 'optimal', primary: 1, secondary: 2 });
    expect(out.tables[0]!.cells.filter((cell) => cell.n === null).map((cell) => cell.at[0])).toEqual([
      'p2',
      'p5',
      'p7',
    ]);
    expect((await audit(out)).ok).toBe(true);
  });

  it('leaves no protected cell narrower than asked to outsiders, to readers of the rule or to any insider [D-SUP-12] [D-SUP-15]', async () => {
    let [protectedCells, insiders] = [0, 0];
    await fc.assert(
      fc.asyncProperty(drawnTables, async (truth) => {
        const out = await protect(truth, policy);
        const hidden = cellsOf(out).filter(({ cell }) => cell.n === null);
        const inner = hidden.filter(({ cell }) => cell.at.every((c) => !/^[TG]/.test(c))).length;
        const top = Math.max(...cellsOf(truth).map(({ cell }) => cell.n!)) + 3;
        fc.pre((top + 1) ** inner < 40_000);
        expect(out.proof.unprotected).toEqual([]);
        fc.pre(out.proof.limits.length === 0);
        const counts = new Map(cellsOf(truth).map(({ id, cell }) => [id, cell.n!]));
        for (const { id, cell } of cellsOf(out)) if (cell.n !== null) expect(cell.n).toBe(counts.get(id));
        const primary = hidden.filter(({ cell }) => cell.status === 'primary');
        const rule: Policy = { marks: { x: [1, null] } };
        for (const reader of [{}, rule]) {
          const found = bruteForce(out, reader, top);
          for (const { id } of primary) {
            protectedCells++;
            const [low, high] = found.get(id)!;
            expect([id, high - low >= 2]).toEqual([id, true]);
          }
          for (const { id } of hidden)
            expect([id, found.get(id)![1] > found.get(id)![0]]).toEqual([id, true]);
        }
        for (const insider of hidden) {
          const found = bruteForce(knowing(out, truth, insider.id), rule, top);
          const alone = bruteForce(knowing(bare(truth), truth, insider.id), rule, 4);
          for (const { id } of primary) {
            if (id === insider.id) continue;
            const [least, most] = alone.get(id) ?? [0, 9];
            if (least === most) continue; // one count twice: all else in its sum is a printed zero
            insiders++;
            const [low, high] = found.get(id)!;
            expect([insider.id, id, high - low >= 2]).toEqual([insider.id, id, true]);
          }
        }
      }),
      { numRuns: 20, seed: 8 },
    );
    expect(protectedCells).toBeGreaterThan(50);
    expect(insiders).toBeGreaterThan(50);
  });

  it('makes the same choice on every run [D-SUP-14]', async () => {
    const table = list([2, 30, 30, 30, 41]);
    const [first, second] = [await protect(table, policy), await protect(table, policy)];
    expect(second.tables).toEqual(first.tables);
  });

  it('never hides the grand total unless nothing else will do', async () => {
    expect((await protect(list([2, 30, 50]), policy)).tables[0]!.cells.at(-1)!.n).toBe(82);
    const forced = await protect(list([2, 30]), policy);
    expect(forced.tables[0]!.cells.map((cell) => cell.n)).toEqual([null, null, null]);
  });
});

/** Everything hidden that may be: what cannot be told from this, nothing can protect. */
function bare(truth: Publication): Publication {
  return {
    ...truth,
    tables: truth.tables.map((table) => ({
      ...table,
      cells: table.cells.map((cell): Cell => (cell.n === 0 ? cell : { at: cell.at, n: null, shown: 'x' })),
    })),
  };
}
