import { day } from '@cic/core';
import { aChild, aCouncil, aHistory } from '@cic/core/testing';
import { describe, expect, it } from 'vitest';
import { type Bindings, compareDocument, lostCells, type SeedTable, tallyOf } from '../src/index.ts';

/** Twelve children in care at the end of March 2017, three of them under ten; eleven a year before. */
const history = aHistory(
  ...Array.from({ length: 12 }, (_, i) =>
    aChild({ born: i < 3 ? '2014-01-01' : '2004-01-01' }).startedOn(i === 11 ? '2016-09-01' : '2015-05-01'),
  ),
);
const children = { history, asAt: day('2017-03-31') };

const printed: SeedTable = {
  table: {
    id: 'by-age',
    title: 'Children in care by age',
    columns: ['Age', 'March 2016', 'March 2017', 'Note'],
    rows: [
      { label: 'Under 10', cells: ['<10', '3 (25%)', 'n/a'] },
      { label: '10 and over', cells: ['8', '10 (75%)', 'fell'] },
      { label: 'All', cells: ['11', '12', ''] },
      { label: 'Fostering income', cells: ['£10', '£12', ''] },
    ],
    footnotes: [],
    marks: {},
    corrections: [],
  },
  made: {
    of: { indicator: 'children-in-care' },
    rows: [
      { where: { age: ['0-0', '1-4', '5-9'] } },
      { where: { age: ['10-15', '16+'] } },
      {},
      'Money is in no record of children.',
    ],
    columns: [{ period: '2016' }, { period: '2017', show: ['count', 'share'] }, 'Words.'],
  },
  differences: [{ rows: ['10 and over'], columns: ['March 2017'], reason: '3 and 10 are not 12.' }],
};

const compared = () =>
  compareDocument({ council: aCouncil() }, { id: 'one', title: 'One', tables: [printed] }, children);

describe('printed tables made again', () => {
  it('are compared cell by cell, with the reason of whatever is not equal', async () => {
    const cells = await compared();
    expect(cells.map(({ row, column, outcome, reason }) => [row, column, outcome, reason])).toEqual([
      ['Under 10', 'March 2016', 'suppressed', undefined],
      ['Under 10', 'March 2017', 'equal', undefined],
      ['10 and over', 'March 2016', 'equal', undefined],
      ['10 and over', 'March 2017', 'differs', '3 and 10 are not 12.'],
      ['All', 'March 2016', 'equal', undefined],
      ['All', 'March 2017', 'equal', undefined],
      ['Fostering income', 'March 2016', 'notComputable', 'Money is in no record of children.'],
      ['Fostering income', 'March 2017', 'notComputable', 'Money is in no record of children.'],
    ]);
    expect(tallyOf(cells)).toEqual({ equal: 4, differs: 1, notComputable: 2, suppressed: 1 });
  });

  it('tell which cells were equal and are not any more', async () => {
    const cells = await compared();
    const results = [{ council: 'c', document: 'one', title: 'One', tally: tallyOf(cells), cells }];
    expect(
      lostCells({ one: ['by-age | All | March 2016', 'by-age | 10 and over | March 2017'] }, results),
    ).toEqual(['one: by-age | 10 and over | March 2017']);
  });

  it('leave no row or column out unseen', async () => {
    const bindings = printed.made as Bindings;
    const short = { ...printed, made: { ...bindings, rows: bindings.rows.slice(1) } };
    await expect(
      compareDocument({ council: aCouncil() }, { id: 'one', title: 'One', tables: [short] }, children),
    ).rejects.toThrow("table 'by-age' prints 4 rows, and 3 are bound");
  });
});
