import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bruteForce, key } from '../test/brute-force.ts';
import { drawnTables } from '../test/publications.ts';
import { audit } from './audit.ts';
import type { Cell, Policy, Publication } from './index.ts';

/** Hides the chosen cells behind `x` or `<10`, or turns a count into a percentage of the first table's grand total. */
function hide(publication: Publication, choices: readonly number[]): Publication {
  const small = (cell: Cell): boolean => (cell.n ?? 0) <= 9;
  let i = 0;
  return {
    ...publication,
    tables: publication.tables.map((table) => {
      const grand = table.cells.find((cell) => cell.at.every((c, d) => c === `T${d}`))!;
      return {
        ...table,
        cells: table.cells.map((cell): Cell => {
          const choice = choices[i++ % choices.length]!;
          if (cell === grand) return cell;
          if (choice === 0) return { at: cell.at, n: null, shown: 'x' };
          if (choice === 1 && small(cell)) return { at: cell.at, n: null, shown: '<10' };
          if (choice === 2 && grand.n! > 0) {
            const percent = Math.floor((2000 * cell.n! + grand.n!) / (2 * grand.n!)) / 10;
            return { at: cell.at, percent, dp: 1, of: { at: grand.at } };
          }
          return cell;
        }),
      };
    }),
  };
}

const policy: Policy = { marks: { x: [0, null], '<10': [0, 9] } };

describe('audit', () => {
  it('agrees with trying every table of whole numbers, for tables, hierarchies, links, marks and percentages', async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(
        drawnTables,
        fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 5, maxLength: 40 }),
        async (tables, choices) => {
          const published = hide(tables, choices);
          const grand = Math.max(
            ...tables.tables.map((table) => Math.max(...table.cells.map((cell) => cell.n!))),
          );
          const open = published.tables.flatMap((table) =>
            table.cells.filter(
              (cell) => typeof cell.n !== 'number' && cell.at.every((c) => !/^[TG]/.test(c)),
            ),
          ).length;
          fc.pre((grand + 1) ** open < 60_000);
          const truth = bruteForce(published, policy, grand);
          const report = await audit(published, policy);
          expect(report.problems).toEqual([]);
          for (const cell of report.cells) {
            compared++;
            expect([key(cell.table, cell.at), cell.low, cell.high]).toEqual([
              key(cell.table, cell.at),
              ...truth.get(key(cell.table, cell.at))!,
            ]);
          }
        },
      ),
      { numRuns: 110, seed: 903 },
    );
    expect(compared).toBeGreaterThan(200);
  });
});
