import { describe, expect, it } from 'vitest';
import { readReturn } from '../read/read-return.ts';
import { textFile } from '../read/testing.ts';
import { mendedValue } from './mend.ts';
import { applyRepairs, suggestRepairs } from './repairs.ts';

describe('a repair is suggested', () => {
  it.each([
    ['CHILD', 'text', 'A1 ', 'A1'],
    ['LS', 'text', ' C2', 'C2'],
    ['IN_TOUCH', 'text', 'N0', 'NO'],
    ['MOTHER', 'text', 'O', '0'],
    ['MOTHER', 'text', 'I', '1'],
    ['PLACE_PROVIDER', 'text', 'PRO', 'PR0'],
    ['REVIEW_CODE', 'text', 'PNO ', 'PN0'],
    ['URN', 'text', 'SCO12345', 'SC012345'],
    ['UPN', 'text', 'A23456789O234', 'A234567890234'],
    ['DOB', 'date', '03-04-2010', '03/04/2010'],
    ['DOB', 'date', '3.4.2010', '3/4/2010'],
    ['DOB', 'date', '2010-04-03', '03/04/2010'],
    ['DOB', 'date', '2010-04-03 00:00:00', '03/04/2010'],
    ['DOB', 'date', ' 03/04/2010', '03/04/2010'],
  ] as const)('for %s (%s) %j: %j', (column, kind, from, to) => {
    expect(mendedValue(column, kind, from)?.to).toBe(to);
  });

  it.each([
    ['CHILD', 'text', 'A1O'],
    ['LS', 'text', 'C2'],
    ['LS', 'text', 'XX'],
    ['LS', 'text', '   '],
    ['UPN', 'text', 'UN1'],
    ['HOME_POST', 'text', 'O1 1AA'],
    ['DOB', 'date', '03/04/2010'],
    ['DOB', 'date', '03/04/10'],
    ['DOB', 'date', '04/13/2010'],
    ['DOB', 'date', '31-02-2010'],
    ['DOB', 'date', 'SOON'],
  ] as const)(
    'for nothing that is right, or may mean more than one thing: %s (%s) %j',
    (column, kind, written) => {
      expect(mendedValue(column, kind, written)).toBeUndefined();
    },
  );
});

describe('repairs of a return', () => {
  const { return: source } = readReturn([
    textFile('u.csv', 'CHILD,SEX,DOB,DUC\nA1,M,1-2-2010,\n\nA2 ,F,01/02/2011,2028-02-01\n'),
  ]);
  const repairs = suggestRepairs(source);

  it('are listed with place, from, to and why', () => {
    expect(repairs).toEqual([
      {
        table: 'UASC',
        row: 0,
        file: 'u.csv',
        line: 2,
        child: 'A1',
        column: 'DOB',
        from: '1-2-2010',
        to: '1/2/2010',
        why: 'a date written with other signs than slashes',
      },
      {
        table: 'UASC',
        row: 1,
        file: 'u.csv',
        line: 4,
        child: 'A2 ',
        column: 'CHILD',
        from: 'A2 ',
        to: 'A2',
        why: 'spaces around it',
      },
      {
        table: 'UASC',
        row: 1,
        file: 'u.csv',
        line: 4,
        child: 'A2 ',
        column: 'DUC',
        from: '2028-02-01',
        to: '01/02/2028',
        why: 'a date written year first',
      },
    ]);
  });

  it('change nothing until they are applied, and then leave nothing to repair', () => {
    expect(source.tables.UASC?.rows[1]?.CHILD).toBe('A2 ');
    const repaired = applyRepairs(source, repairs);
    expect(repaired).toMatchObject({ applied: 3, stale: [] });
    expect(repaired.return.tables.UASC?.rows).toMatchObject([
      { DOB_TEXT: '1/2/2010' },
      { CHILD: 'A2', DUC_TEXT: '01/02/2028' },
    ]);
    expect(suggestRepairs(repaired.return)).toEqual([]);
  });

  it('are not applied where the cell has changed since', () => {
    const [first] = repairs;
    const stale = { ...first!, from: 'something else' };
    expect(applyRepairs(source, [stale, { ...first!, row: 99 }])).toMatchObject({
      applied: 0,
      stale: [stale, { row: 99 }],
    });
  });
});
