import { day, financialYear, type GridSection, type ReportDefinition } from '@cic/core';
import { aChild, aCouncil, aHistory } from '@cic/core/testing';
import { describe, expect, it } from 'vitest';
import { buildReport, cellsIn, type ReportInput } from '../src/index.ts';

/** Nineteen teenagers and two little ones in care on 31 March 2022; two fewer teenagers a year before. */
const history = aHistory(
  ...Array.from({ length: 19 }, (_, i) =>
    aChild({ born: '2008-01-01' }).startedOn(i < 17 ? '2020-05-01' : '2021-05-01'),
  ),
  ...Array.from({ length: 2 }, () => aChild({ born: '2019-01-01', sex: 'M' }).startedOn('2020-06-01')),
);

/** With as many of other ages, so that the sum of all gives nobody away. */
const many = aHistory(
  ...Array.from({ length: 40 }, (_, i) =>
    aChild({ born: `${[2003, 2005, 2008, 2014][i % 4]}-01-01` as '2008-01-01' }).startedOn('2020-05-01'),
  ),
  ...Array.from({ length: 2 }, () => aChild({ born: '2019-01-01' }).startedOn('2020-06-01')),
);

const input = (more: Partial<ReportInput> = {}): ReportInput => ({
  council: aCouncil(),
  historyFor: () => history,
  asAt: day('2022-06-30'),
  period: financialYear(2022),
  madeAt: '2022-07-01',
  ...more,
});

const grid: GridSection = {
  kind: 'grid',
  title: 'Children in care by age',
  of: { indicator: 'children-in-care' },
  rows: [
    { label: 'Age' },
    { label: 'Under 10', level: 1, of: { where: { age: ['0-0', '1-4', '5-9'] } } },
    { label: '10 to 15', level: 1, of: { where: { age: '10-15' } } },
    { label: 'All', of: {} },
    { label: 'A note', cells: [{ text: 'as printed' }] },
  ],
  columns: [
    { label: '2020/21', of: { period: '2021' } },
    { label: '2021/22', of: { show: ['value', 'share'] } },
    { label: 'Change', of: { show: 'change' } },
    { label: '2022/23', of: { period: '2022/23' } },
  ],
};
const report = (...sections: ReportDefinition['sections']): ReportDefinition => ({
  id: 'printed',
  title: 'Printed tables',
  audience: 'operator',
  sections,
});

async function printed(definition: ReportDefinition, more: Partial<ReportInput> = {}) {
  const built = await buildReport(definition, input(more));
  const rows: Record<string, string[]> = {};
  for (const { row, cell } of cellsIn(built)) rows[row] = [...(rows[row] ?? []), cell.printed];
  return rows;
}

describe('a grid', () => {
  it('prints any table: a cell is what its section, row and column say together', async () => {
    expect(await printed(report(grid))).toEqual({
      Age: ['', '', '', ''],
      'Under 10': ['2', '2 (9.5%)', '0', '2'],
      '10 to 15': ['17', '19 (90.5%)', '+2', '19'],
      All: ['19', '21 (100.0%)', '+2', '21'],
      'A note': ['as printed', '21 (100.0%)', '+2', '21'],
    });
  });

  it('tells with every figure its definition, period and base', async () => {
    const built = await buildReport(report(grid), input());
    const cell = [...cellsIn(built)].find(
      ({ row, column }) => row === '10 to 15' && column === '2021/22',
    )!.cell;
    expect(cell).toMatchObject({
      state: 'value',
      value: 19,
      second: (19 / 21) * 100,
      period: { label: '2021/22', start: '2021-04-01', end: '2022-03-31' },
      where: { age: ['10-15'] },
      indicator: 'children-in-care',
      base: 19,
    });
    expect(cell.definition).toContain('looked after');
  });
});

describe('what leaves', () => {
  it('hides small counts and those that would give them away, in every cell, sum, share and change [D-SUP-22] [D-SUP-23]', async () => {
    const board = await printed(report(grid), { audience: 'board', historyFor: () => many });
    expect(board['Under 10']).toEqual(['c', 'c', 'c', 'c']);
    expect(board['10 to 15']).toEqual(['c', 'c', 'c', 'c']);
    expect(board.All).toEqual(['42', '42 (100.0%)', '0', '42']);
  });

  it('gives the public no figure of a period that is not over', async () => {
    const built = await buildReport(report(grid), input({ audience: 'public' }));
    const open = [...cellsIn(built)].filter(({ row, column }) => row === 'All' && column === '2022/23');
    expect(open.map(({ cell }) => [cell.state, cell.reason])).toEqual([
      ['not computable', '2022/23 is not over: its figures are not published yet.'],
    ]);
  });
});
