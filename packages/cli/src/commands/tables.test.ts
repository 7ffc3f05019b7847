import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callIn } from '../testing.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cic-tables-'));
});
afterAll(() => rm(folder, { recursive: true }));

const cic = (...args: readonly string[]) => callIn(folder, args);

const file = (name: string, content: string) => writeFile(join(folder, name), content);

describe('cic tables check', () => {
  it('says what in a table cannot be right, as text and as JSON', async () => {
    await file('districts.csv', 'District,March 2014\nNorth,300\nSouth,328\nTotal,629\n');
    const text = await cic('tables', 'check', 'districts.csv');
    expect(text.code).toBe(1);
    expect(text.out).toContain("The rows of column 'March 2014' add up to 628, but 'Total' prints 629.");
    const json = await cic('tables', 'check', 'districts.csv', '--format', 'json');
    expect(JSON.parse(json.out).findings).toMatchObject([{ check: 'sum', expected: '628' }]);
  });

  it('finds nothing where everything adds up', async () => {
    await file('right.csv', 'District,March 2014\nNorth,300\nSouth,328\nTotal,628\n');
    expect(await cic('tables', 'check', 'right.csv')).toEqual({ code: 0, out: 'Nothing found.\n', err: '' });
  });

  it('says in one sentence why a file cannot be read', async () => {
    await file('short.csv', 'District,March 2013,March 2014\nNorth,300\n');
    await file('broken.json', '{');
    expect(await cic('tables', 'check', 'short.csv')).toMatchObject({
      code: 2,
      err: "cic: 'short.csv': table 'short.csv', row 'North': 1 cells, where 2 columns are headed: write '' for an empty cell\n",
    });
    expect((await cic('tables', 'check', 'broken.json')).err).toContain("cic: 'broken.json' is no JSON");
    expect((await cic('tables', 'check', '.')).err).toBe("cic: '.' is a folder, and a file is needed.\n");
    expect((await cic('report', '--kept', '.')).err).toBe("cic: '.' is a folder, and a file is needed.\n");
    expect((await cic('tables', 'check')).err).toBe('cic: name a file with tables.\n');
  });
});

describe('cic tables read', () => {
  it('brings a printed performance table into records and says what it left out', async () => {
    await file('outturn.csv', 'Definition,2010/11 outturn,2011/12 target\nAdopted,11.6%,12%\nOther,1,2\n');
    await file('mapping.json', '{"Adopted":"share-adopted"}');
    const { code, out, err } = await cic(
      ...['tables', 'read', 'outturn.csv', '--indicators', 'mapping.json', '--document', 'A strategy'],
    );
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      values: [{ indicator: 'share-adopted', value: 11.6 }],
      comparators: [],
      targets: [{ values: [{ value: 12 }] }],
    });
    expect(err).toBe("table 'outturn.csv', row 'Other': is no indicator in 'indicators', and was left out\n");
  });
});
