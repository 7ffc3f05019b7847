import { describe, expect, it } from 'vitest';
import { audit, type Cell, type Policy, type Publication, protect } from '../src/index.ts';
import { tableOf } from './publications.ts';

const policy: Policy = { suppress: { from: 1, to: 3 }, symbol: 'x', protect: { width: 2 } };
const reader: Policy = { marks: { x: [1, null] } };

/** The table with some cells hidden, and perhaps one of those known to an insider. */
const hide = (truth: Publication, hidden: ReadonlySet<number>, known?: number): Publication => ({
  tables: truth.tables.map((table) => ({
    ...table,
    cells: table.cells.map(
      (cell, i): Cell => (hidden.has(i) && i !== known ? { at: cell.at, n: null, shown: 'x' } : cell),
    ),
  })),
});

/** Whether all protected cells stay as wide as asked, to every attacker; checked with nothing but the audit. */
async function safe(
  truth: Publication,
  hidden: ReadonlySet<number>,
  small: readonly number[],
): Promise<boolean> {
  const cells = truth.tables[0]!.cells;
  for (const known of [undefined, ...hidden]) {
    const report = await audit(hide(truth, hidden, known), reader);
    const wide = new Set(
      report.cells.filter((c) => (c.high ?? Infinity) - c.low >= 2).map((c) => c.at.join()),
    );
    if (small.some((i) => i !== known && !wide.has(cells[i]!.at.join()))) return false;
  }
  return true;
}

describe('the cheapest choice', () => {
  it.each([
    [
      [2, 2],
      [2, 8, 12, 30],
    ],
    [
      [2, 2],
      [1, 6, 14, 3],
    ],
    [
      [2, 3],
      [2, 9, 14, 22, 31, 17],
    ],
    [
      [2, 3],
      [1, 9, 3, 22, 2, 17],
    ],
    [[4], [3, 12, 25, 31]],
    [[5], [3, 2, 25, 31, 8]],
  ])('hides as few cells as trying every choice does: %j %j [D-SUP-14]', async (sizes, counts) => {
    const truth: Publication = { tables: [tableOf('t', sizes, counts)] };
    const cells = truth.tables[0]!.cells;
    const small = [...cells.keys()].filter((i) => cells[i]!.n! >= 1 && cells[i]!.n! <= 3);
    const others = [...cells.keys()].filter(
      (i) => !small.includes(i) && cells[i]!.at.some((c) => !c.startsWith('T')),
    );
    const out = await protect(truth, policy);
    expect(out.proof).toMatchObject({ ok: true, method: 'optimal' });
    let fewest = Infinity;
    for (let size = 0; size <= out.proof.secondary && fewest === Infinity; size++)
      for (let bits = 0; bits < 2 ** others.length && fewest === Infinity; bits++) {
        const chosen = others.filter((_, b) => bits & (1 << b));
        if (chosen.length === size && (await safe(truth, new Set([...small, ...chosen]), small)))
          fewest = size;
      }
    expect(fewest).toBe(out.proof.secondary);
    const hidden = new Set([...cells.keys()].filter((i) => out.tables[0]!.cells[i]!.n === null));
    expect(await safe(truth, hidden, small)).toBe(true);
  });
});
