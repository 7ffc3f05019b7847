import { readFile } from 'node:fs/promises';
import { checkSeed, lostCells } from '@cic/seeds';
import { describe, expect, it } from 'vitest';
import { seed } from '../src/seed.ts';

describe('Derby’s strategy, made again from its children', () => {
  it('has no cell that was equal and is not any more', async () => {
    const results = await checkSeed(seed);
    const expected = JSON.parse(await readFile(seed.expected, 'utf8')) as Record<string, string[]>;
    expect(lostCells(expected, results)).toEqual([]);
    expect(results[0]!.tally).toEqual({ equal: 65, differs: 3, notComputable: 15, suppressed: 0 });
  });

  it('differs where the source is wrong, and in one share that no number of these children gives', async () => {
    const [document] = await checkSeed(seed);
    const differing = document!.cells.filter(({ outcome }) => outcome === 'differs');
    expect(differing.map(({ row, column, made }) => `${row}, ${column}: ${made}`)).toEqual([
      'Five GCSEs at A* to C with English and maths, 2010/11: 17.1%',
      'Development assessments, 2010/11: 54.7%',
      'Questionnaires completed, 2011/12: 37.2%',
    ]);
  });
});
