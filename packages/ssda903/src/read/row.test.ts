import { day } from '@cic/core/dates';
import { describe, expect, it } from 'vitest';
import { TABLE_NAMES, TABLES } from '../tables.ts';
import { createRow, readDate } from './row.ts';

describe('a row', () => {
  it.each(TABLE_NAMES)('of %s has every column, dates as days beside what is written', (table) => {
    const columns = Object.entries(TABLES[table]);
    const cells = columns.map(([column, kind]) => (kind === 'date' ? '03/04/2025' : `${column}!`));
    const expected = Object.fromEntries(
      columns.flatMap(([column, kind]): (readonly [string, string | number])[] =>
        kind === 'date'
          ? [
              [column, day('2025-04-03')],
              [`${column}_TEXT`, '03/04/2025'],
            ]
          : [[column, `${column}!`]],
      ),
    );
    expect(createRow(table, 7, cells)).toMatchObject({ table, row: 7, ...expected });
  });
});

describe('a date', () => {
  it.each([
    ['01/04/2025', day('2025-04-01')],
    ['1/4/2025', day('2025-04-01')],
    ['29/02/2024', day('2024-02-29')],
    ['01/01/1678', day('1678-01-01')],
    ['31/12/2261', day('2261-12-31')],
  ])('%s is read', (text, expected) => {
    expect(readDate(text)).toBe(expected);
  });

  it.each([
    '',
    ' ',
    '31/02/2025',
    '29/02/2025',
    '1/4/25',
    '2025-04-01',
    '01/04/2025 ',
    '31/12/1677',
    '01/01/2262',
    '00/01/2025',
  ])("'%s' is not", (text) => {
    expect(readDate(text)).toBeNaN();
  });
});
