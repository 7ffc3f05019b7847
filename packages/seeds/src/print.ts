import type { ComparedCell, Outcome } from './outcome.ts';
import { type DocumentResult, type Tally, tallyOf } from './tally.ts';

const words = ({ equal, differs, notComputable, suppressed }: Tally): string =>
  `${equal} equal, ${differs} differ, ${notComputable} cannot be computed, ${suppressed} held back in print and possible`;

/** Cells of an outcome, gathered by reason, most first. */
function byReason(cells: readonly ComparedCell[], wanted: Outcome): [reason: string, count: number][] {
  const counts = new Map<string, number>();
  for (const { outcome, reason = '' } of cells)
    if (outcome === wanted) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}

/** The comparison in words: a tally a document, and the reasons of what is not equal. */
export function inWords(results: readonly DocumentResult[]): string {
  const lines = results.flatMap(({ council, title, tally, cells }) => [
    `${council}: ${title}`,
    `  ${words(tally)}`,
    ...byReason(cells, 'differs').map(([reason, count]) => `  ${count} differ: ${reason}`),
    ...byReason(cells, 'notComputable').map(([reason, count]) => `  ${count} cannot be computed: ${reason}`),
    '',
  ]);
  return [...lines, `All: ${words(tallyOf(results.flatMap(({ cells }) => cells)))}`, ''].join('\n');
}

const grouped = (cells: readonly ComparedCell[], outcome: Outcome) =>
  byReason(cells, outcome).map(([reason, count]) => ({ reason, count }));

/** The comparison as data. */
export const asJson = (results: readonly DocumentResult[]): string =>
  JSON.stringify(
    {
      totals: tallyOf(results.flatMap(({ cells }) => cells)),
      documents: results.map(({ council, document, title, tally, cells }) => ({
        council,
        document,
        title,
        ...tally,
        differences: cells.filter(({ outcome }) => outcome === 'differs'),
        reasons: { differs: grouped(cells, 'differs'), notComputable: grouped(cells, 'notComputable') },
      })),
    },
    null,
    2,
  );
