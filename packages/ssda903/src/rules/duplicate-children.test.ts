import { describe, expect, it } from 'vitest';
import type { Rule } from '../engine/rule.ts';
import { check } from '../engine/testing.ts';
import { duplicateChildrenRules } from './duplicate-children.ts';

describe.each(
  duplicateChildrenRules.map((rule): [string, string, Rule] => [rule.code, rule.tables[0]!, rule]),
)('%s children more than once in %s', (_, table, rule) => {
  it.each<[string, string[], number[]]>([
    ['flags every row of the child', ['101', '102', '101', '101'], [0, 2, 3]],
    ['lets single rows pass', ['101', '102', '1010'], []],
    ['does not count rows without CHILD', ['', '', '101'], []],
  ])('%s', (_, ids, rows) => {
    const found = check(rule, { [table]: ids.map((CHILD) => ({ CHILD })) });
    expect(found).toEqual(rows.length > 0 ? { [table]: rows } : {});
  });
});
