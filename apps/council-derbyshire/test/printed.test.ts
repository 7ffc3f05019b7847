import { readFileSync } from 'node:fs';
import { checkSeed, lostCells, tallyOf } from '@cic/seeds';
import { expect, it } from 'vitest';
import { seed } from '../src/seed.ts';

it("gives Derbyshire's printed figures from synthetic children, and loses none that it once gave", async () => {
  const results = await checkSeed(seed);
  const expected = JSON.parse(readFileSync(seed.expected, 'utf8')) as Record<string, string[]>;
  expect(lostCells(expected, results)).toEqual([]);
  expect(tallyOf(results.flatMap(({ cells }) => cells)).equal).toBeGreaterThan(500);
}, 120_000);
