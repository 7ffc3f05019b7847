import { describe, expect, it } from 'vitest';
import type { Rule } from '../engine/rule.ts';
import { check } from '../engine/testing.ts';
import { differencesFromHeaderRules } from './differences-from-header.ts';

const birthDateRules = differencesFromHeaderRules.filter(({ code }) => code !== 'INT21');
const ruleINT21 = differencesFromHeaderRules.find(({ code }) => code === 'INT21')!;

describe.each(birthDateRules.map((rule): [string, string, Rule] => [rule.code, rule.tables[1]!, rule]))(
  '%s date of birth of %s',
  (_, table, rule) => {
    const born = (...dates: string[]) => dates.map((DOB) => ({ CHILD: '101', DOB }));

    it.each<[string, string[], string[], number[]]>([
      ['the day before', ['02/05/2010'], ['01/05/2010'], [0]],
      ['the same day', ['02/05/2010'], ['02/05/2010'], []],
      ['the same day written otherwise', ['02/05/2010'], ['2/5/2010'], []],
      ['blank in Header', [''], ['02/05/2010'], []],
      ['unreadable in Header', ['02/05/10'], ['01/05/2010'], []],
      ['unreadable or blank here', ['02/05/2010'], ['01/05/10', ''], []],
      ['nobody in Header', [], ['01/05/2010'], []],
      ['differs from one of two rows', ['02/05/2010', '01/05/2010'], ['02/05/2010'], [0]],
      ['several rows', ['02/05/2010'], ['02/05/2010', '01/05/2010', '03/05/2010'], [1, 2]],
    ])('%s', (_, header, dates, rows) => {
      const found = check(rule, { Header: born(...header), [table]: born(...dates) });
      expect(found).toEqual(rows.length > 0 ? { [table]: rows } : {});
    });

    it('compares rows of the same child only', () => {
      const Header = [{ CHILD: '102', DOB: '02/05/2010' }];
      expect(check(rule, { Header, [table]: born('01/05/2010') })).toEqual({});
    });
  },
);

describe('INT21 sex in UASC', () => {
  it.each([
    ['M', 'F', true],
    ['1', 'M', true],
    ['M', 'M', false],
    ['', 'M', false],
    ['M', '', false],
  ])('Header %j, UASC %j: %s', (header, uasc, expected) => {
    const found = check(ruleINT21, {
      Header: [{ CHILD: '101', SEX: header }],
      UASC: [{ CHILD: '101', SEX: uasc }],
    });
    expect(found).toEqual(expected ? { UASC: [0] } : {});
  });

  it('compares rows of the same child only', () => {
    const Header = [{ CHILD: '102', SEX: 'F' }];
    expect(check(ruleINT21, { Header, UASC: [{ CHILD: '101', SEX: 'M' }] })).toEqual({});
  });
});
