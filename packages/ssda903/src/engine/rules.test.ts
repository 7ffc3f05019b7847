import { describe, expect, it } from 'vitest';
import { rules } from '../rules/index.ts';
import { runExample } from './testing.ts';

describe.each(rules.map((rule) => [rule.code, rule] as const))('%s', (_code, rule) => {
  it('flags its own failing example', () => {
    const result = runExample(rule, rule.fails);
    expect(result).toMatchObject({ status: 'checked' });
    expect(result.status === 'checked' && Object.keys(result.rows)).not.toEqual([]);
  });

  it('lets its own passing example pass', () => {
    expect(runExample(rule, rule.passes)).toEqual({ status: 'checked', rows: {} });
  });
});

describe('the rules together', () => {
  it('have each code once', () => {
    expect(new Set(rules.map(({ code }) => code)).size).toBe(rules.length);
  });
});
