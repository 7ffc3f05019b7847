import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { disclosureCommands } from '../src/cli/index.ts';
import {
  type AuditReport,
  audit,
  type Policy,
  type Protected,
  type Publication,
  protect,
  readPublication,
} from '../src/index.ts';

const file = new URL('fixtures/derbyshire-publication.json', import.meta.url);

/** As printed: a cross stands for 1 to 10, '<10' for 0 to 9. */
let printed: Publication;
let report: AuditReport;

const cellOf = (r: AuditReport, table: string, ...at: string[]) =>
  r.cells.find((cell) => cell.table === table && cell.at.join() === at.join());
const interval = (table: string, ...at: string[]) => {
  const { low, high } = cellOf(report, table, ...at)!;
  return [low, high];
};
const words = (table: string, ...at: string[]) =>
  report.findings.find((finding) => finding.table === table && finding.at.join() === at.join())?.words ?? '';

beforeAll(async () => {
  printed = readPublication(await readFile(file, 'utf8'), 'derbyshire-publication.json');
  report = await audit(printed);
});

/** Counts that follow exactly from a percentage and its base; the last from the county figure less the other districts. */
const impliedCounts: [table: string, at: string[], n: number][] = [
  ['2019-shares', ['three or more placements'], 45],
  ['2019-shares', ['three or more social workers'], 108],
  ['2019-shares', ['outside Derbyshire'], 317],
  ['cic-by-district', ['UASC team', 'March 2017'], 14],
  ['placed-20-miles', ['Disabled Children', 'March 2013'], 10],
  ['placed-20-miles', ['Disabled Children', 'March 2014'], 9],
  ['placed-20-miles', ['Amber Valley', 'March 2014'], 10],
  ['placed-20-miles', ['Disabled Children', 'March 2015'], 7],
  ['placed-20-miles', ['Amber Valley', 'March 2015'], 10],
  ['placed-20-miles', ['Disabled Children', 'March 2016'], 8],
  ['placed-outside-la', ['Disabled Children', 'March 2013'], 8],
  ['placed-outside-la', ['Disabled Children', 'March 2014'], 7],
  ['placed-outside-la', ['Disabled Children', 'March 2015'], 7],
  ['placed-outside-la', ['Disabled Children', 'March 2016'], 7],
  ['three-or-more-placements', ['Disabled Children', 'March 2016'], 2],
  ['three-or-more-placements', ['High Peak & N Dales', 'March 2016'], 10],
  ['three-or-more-placements', ['Chesterfield', 'March 2016'], 6],
  ['three-or-more-placements', ['Amber Valley', 'March 2016'], 7],
  ['three-or-more-placements', ['S Derbyshire & S Dales', 'March 2016'], 3],
  ['three-or-more-placements', ['Disabled Children', 'March 2017'], 1],
  ['three-or-more-placements', ['Chesterfield', 'March 2017'], 3],
  ['three-or-more-placements', ['NE Derbyshire & Bolsover', 'March 2017'], 4],
  ['three-or-more-placements', ['Amber Valley', 'March 2017'], 7],
  ['three-or-more-placements', ['Erewash', 'March 2017'], 9],
  ['three-or-more-placements', ['S Derbyshire & S Dales', 'March 2017'], 4],
  ['three-or-more-placements', ['High Peak & N Dales', 'March 2017'], 7],
];

describe('what two published documents of one county give away', () => {
  it('finds the six behind an asterisk in a list with its total, though the mark says less than five [D-SUP-12]', () => {
    expect(interval('2019-by-placement', 'in other forms of accommodation')).toEqual([6, 6]);
    expect(words('2019-by-placement', 'in other forms of accommodation')).toContain(
      'All children in care 805',
    );
    expect(report.problems.find((problem) => problem.code === 'mark-contradicted')?.message).toContain(
      '1 to 4',
    );
  });

  it('finds two zeros behind <10, because another table prints the total [D-SUP-04] [D-SUP-07]', () => {
    expect(interval('cic-by-placement-type', 'Secure Unit', 'March 2013')).toEqual([0, 0]);
    expect(interval('cic-by-placement-type', 'Other', 'March 2013')).toEqual([0, 0]);
    expect(words('cic-by-placement-type', 'Other', 'March 2013')).toContain('664');
  });

  it('finds both crosses that row subtraction gives back [D-SUP-06]', () => {
    expect(interval('cic-16-17-by-placement-type', 'Residential Placement (Agency)', 'at 16 or 17')).toEqual([
      1, 1,
    ]);
    expect(words('cic-16-17-by-placement-type', 'Residential Placement (Agency)', 'at 16 or 17')).toContain(
      'Total 18 - at 0 to 15 17',
    );
    expect(interval('cic-16-17-by-placement-type', 'Residential Placement (DCC)', 'at 16 or 17')).toEqual([
      6, 6,
    ]);
  });

  it('solves stock and percentages of two tables together: five children, four of them placed outside [D-SUP-10]', () => {
    expect(interval('cic-by-district', 'Preventing Family Breakdown team', 'March 2017')).toEqual([5, 5]);
    expect(interval('placed-outside-la', 'Preventing Family Breakdown team', 'March 2017')).toEqual([4, 4]);
    expect(interval('placed-outside-la', 'UASC team', 'March 2017')).toEqual([6, 6]);
  });

  it.each(impliedCounts)('%s, %j follows from a percentage: %i [D-SUP-09]', (table, at, n) => {
    expect(interval(table, ...at)).toEqual([n, n]);
    expect(words(table, ...at)).toContain(`exactly ${n}`);
  });

  it('reads growth rates in prose: 150% up among counts below ten is 2 to 5 [D-SUP-11]', () => {
    expect(interval('cic-by-ethnicity', 'Any other White background', 'Mar-13')).toEqual([2, 2]);
    expect(interval('cic-by-ethnicity', 'Any other White background', 'Mar-17')).toEqual([5, 5]);
    expect(report.problems.some((problem) => problem.message.includes('a change of 500%'))).toBe(true);
  });

  it('bounds what it cannot decide, as the documents allow', () => {
    expect(interval('cic-by-placement-type', 'Other', 'March 2014')).toEqual([0, 1]);
    expect(interval('adoptions-by-locality', 'Disabled Children', '2012/13')).toEqual([0, 2]);
    expect(interval('cic-at-quarter', 'Q1 2016/17')).toEqual([606, 609]);
    expect(interval('cic-at-quarter', 'Q2 2016/17')).toEqual([610, 613]);
    expect(interval('cic-at-quarter', 'Q3 2016/17')).toEqual([628, 631]);
    expect(interval('cic-16-17-by-placement-type', 'Other', 'at 0 to 15')).toEqual([1, 5]);
    expect(interval('discharges-by-reason', 'Died', '2012/13')).toEqual([0, 3]);
  });

  it('lists small counts printed all the same, and the smallest base of a percentage without one [D-SUP-13] [D-SUP-24]', () => {
    const printedSmall = report.printed.map((cell) => `${cell.table} ${cell.n}`);
    for (const cell of [
      'care-leaver-accommodation 1',
      'care-leaver-accommodation 3',
      'care-leaver-accommodation 8',
      'uasc-placement 2',
      'uasc-children 6',
    ])
      expect(printedSmall).toContain(cell);
    const smallest = (at: string[]) => report.bases.find((base) => base.at.join() === at.join())?.smallest;
    expect(smallest(['Disabled Children', '2013/14'])).toBe(19);
    expect(smallest(['Chesterfield', '2016/17'])).toBe(55);
    expect(smallest(['S Derbyshire & S Dales', '2013/14'])).toBe(9);
  });

  it('says which printed figures no count can give, and reads figures that were cut off as cut off', () => {
    const message = (part: string) => report.problems.find((problem) => problem.message.includes(part));
    expect(message('9.5% of 71')?.code).toBe('impossible-figure');
    expect(message('39.3% of 66')?.code).toBe('truncated-figure');
  });

  it('flags spend printed beside hidden numbers of young people [D-SUP-18]', () => {
    expect(report.findings.filter((finding) => finding.kind === 'beside')).toHaveLength(7);
  });

  it('fails a build: the command ends with 1 and prints the cells as JSON', async () => {
    let out = '';
    const io = {
      readFile: (path: string) => readFile(path, 'utf8'),
      write: (text: string) => {
        out += text;
      },
      error: () => {},
    };
    const command = disclosureCommands.find((c) => c.name === 'audit')!;
    expect(await command.run([file.pathname, '--format', 'json'], io)).toBe(1);
    const { cells, exact, ok } = JSON.parse(out) as AuditReport;
    expect(ok).toBe(false);
    expect(exact).toBeGreaterThanOrEqual(31);
    expect(cells).toContainEqual({
      table: '2019-by-placement',
      at: ['in other forms of accommodation'],
      low: 6,
      high: 6,
    });
  });
});

describe('the same publication, protected', () => {
  const policy: Policy = {
    suppress: { from: 1, to: 10 },
    symbol: 'x',
    marks: { x: [0, null], '<10': [0, 9], '*': [0, null] },
    protect: { width: 3 },
  };
  let safe: Protected;
  beforeAll(async () => {
    safe = await protect(printed, policy);
  });

  it('keeps every protected count uncertain by the width asked, and says so cell by cell [D-PUB-09]', async () => {
    expect(safe.proof).toMatchObject({ ok: true, unprotected: [], method: 'optimal' });
    expect(safe.proof.cells.length).toBeGreaterThan(200);
    for (const cell of safe.proof.cells) expect((cell.high ?? Infinity) - cell.low).toBeGreaterThanOrEqual(3);
    const again = await audit(safe, policy);
    expect(again.ok).toBe(true);
    expect(again.printed).toEqual([]);
  });

  it('hides the percentage of every hidden count, in every table [D-SUP-08]', () => {
    for (const [table, at, n] of impliedCounts) {
      if (n > 10) continue;
      const cell = safe.tables.find((t) => t.id === table)?.cells.find((c) => c.at.join() === at.join());
      expect([table, at, cell?.percent ?? null]).toEqual([table, at, null]);
    }
  });

  it('hides money where the number of children is hidden [D-SUP-17]', () => {
    const spend = safe.tables.find((table) => table.id === 'agency-residential-spend')!;
    for (const cell of spend.cells.slice(0, 7)) expect(cell.n).toBeNull();
  });

  it('gives a cell one status wherever it is printed', () => {
    const total = (table: string, at: string) =>
      safe.tables.find((t) => t.id === table)?.cells.find((c) => c.at.join() === at)?.n;
    for (const year of ['March 2013', 'March 2014', 'March 2015', 'March 2016', 'March 2017'])
      expect(total('cic-by-age', `Total,${year}`)).toBe(total('cic-by-district', `Derbyshire,${year}`));
  });
});
