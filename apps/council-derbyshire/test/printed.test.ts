import { readFileSync } from 'node:fs';
import { computeIndicators, financialYear } from '@cic/core';
import { checkSeed, lostCells, tallyOf } from '@cic/seeds';
import { expect, it } from 'vitest';
import { seed } from '../src/seed.ts';

const made = seed.children();
const once = { ...seed, children: () => made };

it("gives Derbyshire's printed figures from synthetic children, and loses none that it once gave", async () => {
  const results = await checkSeed(once);
  const expected = JSON.parse(readFileSync(seed.expected, 'utf8')) as Record<string, string[]>;
  expect(lostCells(expected, results)).toEqual([]);
  expect(tallyOf(results.flatMap(({ cells }) => cells)).equal).toBeGreaterThan(500);
}, 120_000);

it('has the numbers behind the percentages placed 20 miles or more from home in 2016/17 [D-LOC-06]', async () => {
  const { history } = await made;
  const [far] = computeIndicators({
    council: seed.council,
    historyFor: () => history,
    indicators: [seed.council.indicator('placed-20-miles-or-more')],
    periods: [financialYear(2017)],
    by: [['district']],
  });
  const rows = far!.breakdowns.get('district')!;
  const parts = Object.fromEntries(
    rows.map(({ categories: [district], numerator, denominator }) => [
      district,
      `${numerator}/${denominator}`,
    ]),
  );
  expect(parts).toMatchObject({
    'disabled-team': '12/49',
    'high-peak': '22/71',
    chesterfield: '17/101',
    'north-east-bolsover': '18/109',
    'amber-valley': '19/86',
    erewash: '13/105',
    'south-derbyshire': '32/90',
  });
}, 120_000);
