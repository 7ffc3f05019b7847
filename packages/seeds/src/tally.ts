import { compareDocument } from './compare.ts';
import type { ComparedCell, Outcome } from './outcome.ts';
import type { Seed } from './seed.ts';

export type Tally = Readonly<Record<Outcome, number>>;

export interface DocumentResult {
  readonly council: string;
  readonly document: string;
  readonly title: string;
  readonly tally: Tally;
  readonly cells: readonly ComparedCell[];
}

export const tallyOf = (cells: readonly Pick<ComparedCell, 'outcome'>[]): Tally => {
  const tally = { equal: 0, differs: 0, notComputable: 0, suppressed: 0 };
  for (const { outcome } of cells) tally[outcome]++;
  return tally;
};

/** Every document of a council, compared with what its children give. */
export async function checkSeed(seed: Seed): Promise<readonly DocumentResult[]> {
  const children = await seed.children();
  const results: DocumentResult[] = [];
  for (const document of seed.documents) {
    const cells = await compareDocument(seed, document, children);
    results.push({
      council: seed.id,
      document: document.id,
      title: document.title,
      tally: tallyOf(cells),
      cells,
    });
  }
  return results;
}

/** The name of a cell, as files of expectations have it. */
export const cellName = ({ table, row, column }: Pick<ComparedCell, 'table' | 'row' | 'column'>): string =>
  `${table} | ${row} | ${column}`;

/** Equal cells by document, as a file of expectations keeps them. */
export const equalCells = (results: readonly DocumentResult[]): Record<string, string[]> =>
  Object.fromEntries(
    results.map(({ document, cells }) => [
      document,
      cells.filter(({ outcome }) => outcome === 'equal').map(cellName),
    ]),
  );

/** What was equal and is not any more. */
export function lostCells(
  expected: Readonly<Record<string, readonly string[]>>,
  results: readonly DocumentResult[],
): string[] {
  const now = equalCells(results);
  return Object.entries(expected).flatMap(([document, names]) => {
    const equal = new Set(now[document] ?? []);
    return names.filter((name) => !equal.has(name)).map((name) => `${document}: ${name}`);
  });
}
