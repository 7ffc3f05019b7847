import { describe, expect, it } from 'vitest';
import { audit, type Policy, type Publication, protect, readCsv, readPublication } from './index.ts';

const policy: Policy = { suppress: { from: 1, to: 4 } };
const list = (cells: Publication['tables'][number]['cells']): Publication => ({
  tables: [{ id: 't', dims: ['district'], totals: { district: 'Total' }, cells }],
});

describe('bad input', () => {
  it('says which total does not add up and by how much, and protects what is printed [D-PUB-03]', async () => {
    const off = list([
      { at: ['A'], n: 2 },
      { at: ['B'], n: 30 },
      { at: ['C'], n: 40 },
      { at: ['D'], n: 40 },
      { at: ['Total'], n: 103 },
    ]);
    const report = await audit(off, policy);
    expect(report.problems).toEqual([
      {
        code: 'does-not-add-up',
        message:
          't, Total is the sum over district: off by +9 (103 printed, the parts make 112); not relied on.',
        by: 9,
      },
    ]);
    const out = await protect(off, policy);
    expect(out.proof.ok).toBe(true);
    expect(out.tables[0]!.cells.filter((cell) => cell.n === null)).toHaveLength(3);
  });

  it('says when linked cells or the same cell twice are printed differently [D-PUB-04] [D-PUB-05]', async () => {
    const table = (id: string, n: number) => ({ id, dims: ['y'], cells: [{ at: ['2017'], n }] });
    const linked = await audit({
      tables: [table('a', 44), table('b', 43)],
      links: [
        [
          { table: 'a', at: ['2017'] },
          { table: 'b', at: ['2017'] },
        ],
      ],
    });
    expect(linked.problems[0]).toMatchObject({ code: 'linked-cells-differ', by: 1 });
    const twice = await audit({ tables: [table('a', 44), table('a', 43)] });
    expect(twice.problems[0]?.message).toBe('a, 2017 is printed as 44 and as 43: the first is used.');
  });

  it('reads a link as a list, as two places, or beside the place it is about', async () => {
    const [a, b] = [
      { table: 'a', at: ['1'] },
      { table: 'b', at: ['1'] },
    ];
    const tables = [
      { id: 'a', dims: ['y'], cells: [{ at: ['1'], n: null, shown: 'x' }] },
      { id: 'b', dims: ['y'], cells: [{ at: ['1'], n: 7 }] },
    ];
    for (const links of [[[a, b]], [{ cells: [a, b] }], [{ from: a, to: b }], [{ ...a, to: b }]])
      expect((await audit({ tables, links })).cells).toEqual([{ ...a, low: 7, high: 7 }]);
  });

  it('takes a missing cell as not printed, and says so', async () => {
    const report = await audit({
      tables: [
        {
          id: 't',
          dims: ['d', 'y'],
          totals: { d: 'Total' },
          cells: [
            { at: ['A', '1'], n: 5 },
            { at: ['B', '1'], n: 6 },
            { at: ['Total', '1'], n: 11 },
            { at: ['A', '2'], n: 5 },
            { at: ['Total', '2'], n: 11 },
          ],
        },
      ],
    });
    expect(report.problems[0]).toMatchObject({ code: 'missing-cell', by: 1 });
    expect(report.problems[0]?.message).toContain('B / 2');
  });

  it('refuses negative and broken counts, wrong places and unknown references, naming the cell', async () => {
    await expect(audit(list([{ at: ['A'], n: -3 }]))).rejects.toThrow('Table \'t\', cell ["A"]: n is -3');
    await expect(audit(list([{ at: ['A', 'B'], n: 3 }]))).rejects.toThrow('expected 1 categories (district)');
    await expect(
      audit({ tables: [{ id: 't', dims: ['d'], cells: [{ at: ['A'], percent: 5, of: { at: ['B'] } }] }] }),
    ).rejects.toThrow('t, B, which is not in the publication');
    await expect(
      audit({
        ...list([
          { at: ['A'], n: 3 },
          { at: ['Total'], n: 3 },
        ]),
        links: [
          [
            { table: 't', at: ['A'] },
            { table: 'u', at: ['A'] },
          ],
        ],
      }),
    ).rejects.toThrow('links: u, A is not in the publication');
  });

  it('names file, row, column and value in CSV, and place in JSON', () => {
    expect(() => readCsv('district,n\nA,1.5\n', 'x.csv')).toThrow(
      "x.csv, row 2, column n: '1.5' is not a whole number",
    );
    expect(() => readCsv('district,count\nA,1\n', 'x.csv')).toThrow("x.csv: the first row has no column 'n'");
    expect(() => readCsv('district,n\nA\n', 'x.csv')).toThrow('x.csv, row 2: 1 values, expected 2');
    expect(() => readPublication('{"tables":[{"id":"t","dims":"d","cells":[]}]}', 'x.json')).toThrow(
      "x.json, tables[0] ('t'): 'dims' is \"d\"",
    );
    expect(() => readPublication('{"tables":', 'x.json')).toThrow('x.json: not valid JSON');
  });

  it('refuses a mark that would be untrue of a cell it stands for', async () => {
    const table = list([
      { at: ['A'], n: 2 },
      { at: ['B'], n: 30 },
      { at: ['C'], n: 31 },
      { at: ['D'], n: 40 },
      { at: ['Total'], n: 103 },
    ]);
    await expect(protect(table, { ...policy, marks: { x: [1, 4] } })).rejects.toThrow(
      "policy.marks['x'] says 1 to 4",
    );
  });
});
