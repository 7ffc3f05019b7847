import { readFile } from 'node:fs/promises';
import { checkSeed, lostCells, tallyOf } from '@cic/seeds';
import { describe, expect, it } from 'vitest';
import { seed } from '../src/seed.ts';

describe('Leicestershire’s report, made again from its children', () => {
  it('has no cell that was equal and is not any more', async () => {
    const results = await checkSeed(seed);
    const expected = JSON.parse(await readFile(seed.expected, 'utf8')) as Record<string, string[]>;
    expect(lostCells(expected, results)).toEqual([]);
    expect(results[0]!.tally).toEqual({ equal: 149, differs: 1, notComputable: 18, suppressed: 0 });
  });

  it('differs only where the source is wrong', async () => {
    const [document] = await checkSeed(seed);
    const differing = document!.cells.filter(({ outcome }) => outcome === 'differs');
    expect(differing.map(({ row, column }) => `${row}, ${column}`)).toEqual([
      'One GCSE or more at A to G, last year',
    ]);
    expect(tallyOf(differing).differs).toBe(1);
  });
});
