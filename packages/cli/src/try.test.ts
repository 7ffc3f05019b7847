import { readdirSync, readFileSync } from 'node:fs';
import { computeIndicators, defineCouncil, financialYear } from '@cic/core';
import { readReturn, toCareHistories } from '@cic/ssda903';
import { it } from 'vitest';

it('x', () => {
  const dir = '/work/shared/data/returns/sample/';
  const returns = [2017, 2018, 2019, 2020, 2021].map((y) => {
    const files = readdirSync(dir)
      .filter((f) => f.startsWith(`${y}-`))
      .map((name) => ({ name, bytes: readFileSync(dir + name) }));
    const r = readReturn(files);
    if (r.findings.length) console.log(y, r.findings.slice(0, 5));
    return { year: y + 1, return: r.return };
  });
  const t0 = performance.now();
  const h = toCareHistories(returns);
  const council = defineCouncil({ id: 's', name: 'S' });
  const t1 = performance.now();
  const res = computeIndicators({
    council,
    historyFor: h.historyFor,
    indicators: council.indicators,
    periods: h.years.map(financialYear),
    by: council.breakdowns.map((b) => [b.id]),
  });
  const t2 = performance.now();
  console.log(t1 - t0, t2 - t1, h.findings.length);
  const m = new Map<string, string[]>();
  for (const r of res) {
    const l = m.get(r.indicator.id) ?? [];
    l.push(`${r.value === null ? '-' : r.value.toFixed(1)} (${r.numerator}/${r.denominator})`);
    m.set(r.indicator.id, l);
  }
  for (const [k, v] of m) console.log(k.padEnd(34), v.join('  '));
});
