import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CATALOGUE, catalogue } from '../scripts/rule-catalogue.ts';
import { rulesOf } from '../src/engine/catalogue.ts';
import { rules } from '../src/rules/index.ts';

describe('the catalogue of rules', () => {
  it('is up to date: node --conditions=@cic/source packages/ssda903/scripts/rule-catalogue.ts', () => {
    expect(readFileSync(CATALOGUE, 'utf8')).toBe(catalogue());
  });

  it('is whole: 325 rules, 312 of 2026, 323 of 2027', () => {
    expect([rules.length, rulesOf(2026).length, rulesOf(2027).length]).toEqual([325, 312, 323]);
  });

  it('speaks of every rule in words of its own', () => {
    for (const rule of rules) {
      for (const text of [rule.title, rule.means, rule.fix])
        expect(text.trim().length, rule.code).toBeGreaterThan(8);
      expect(rule.means, rule.code).toMatch(/[.?!]$/);
      expect(rule.fix, rule.code).toMatch(/[.?!]$/);
      expect(Object.keys(rule.fields).length, rule.code).toBeGreaterThan(0);
    }
    const titles = rules.map(({ title }) => title);
    expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([]);
  });
});
