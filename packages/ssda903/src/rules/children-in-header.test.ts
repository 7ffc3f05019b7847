import { describe, expect, it } from 'vitest';
import type { Rule } from '../engine/rule.ts';
import { check } from '../engine/testing.ts';
import { childrenInHeaderRules } from './children-in-header.ts';

const named = (...ids: string[]) => ids.map((CHILD) => ({ CHILD }));

describe.each(
  childrenInHeaderRules.map((rule): [string, string, Rule] => [rule.code, rule.tables[1]!, rule]),
)('%s children of %s who are not in Header', (_, table, rule) => {
  it.each<[string, string[], string[], number[]]>([
    ['one is not', ['101', '102'], ['102', '103', '101', '103'], [1, 3]],
    ['all are', ['102', '101', '103'], ['101', '102'], []],
    ['nobody is in Header', [], ['101'], [0]],
    ['a blank child is not', ['101'], ['', '101'], [0]],
    ['a blank child is as well', ['', '101'], ['101', ''], []],
    ['identifiers are compared exactly', ['101', '0101'], ['101 ', '0101'], [0]],
  ])('%s', (_, header, ids, rows) => {
    const found = check(rule, { Header: named(...header), [table]: named(...ids) });
    expect(found).toEqual(rows.length > 0 ? { [table]: rows } : {});
  });

  it('cannot be checked without Header', () => {
    expect(check(rule, { [table]: named('101') })).toEqual({});
  });
});
