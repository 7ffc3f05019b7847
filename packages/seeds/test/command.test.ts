import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';

const here = fileURLToPath(new URL('.', import.meta.url));
const command = join(here, '../src/command.ts');

/** A council of eleven children in care, of whom its document prints eleven in one table and ten in another. */
const SEED = `
import { day } from '@cic/core';
import { aChild, aCouncil, aHistory } from '@cic/core/testing';

const children = Array.from({ length: 11 }, () => aChild({ born: '2010-01-01' }).startedOn('2015-05-01'));
const table = (id: string, cell: string) => ({
  table: { id, title: id, columns: ['', '2017'], rows: [{ label: 'All', cells: [cell] }], footnotes: [], marks: {}, corrections: [] },
  made: { of: { indicator: 'children-in-care' }, rows: [{}], columns: [{ period: '2017' }] },
});
export const seed = {
  id: 'small',
  council: aCouncil(),
  documents: [{ id: 'one', title: 'One', tables: [table('right', '11'), table('wrong', '10')] }],
  expected: new URL('./expected.json', import.meta.url),
  children: async () => ({ history: aHistory(...children), asAt: day('2017-03-31') }),
};
`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(here, 'seed-'));
  await writeFile(join(folder, 'seed.ts'), SEED);
});
afterAll(() => rm(folder, { recursive: true }));

const check = (...more: string[]) =>
  new Promise<{ code: number; out: string; told: string }>((done) => {
    const file = join(folder, 'seed.ts');
    execFile(process.execPath, ['--conditions=@cic/source', command, file, ...more], (error, out, told) =>
      done({ code: error ? Number(error.code) : 0, out, told }),
    );
  });

it('says what is missing, keeps what is equal, and fails when that is lost', async () => {
  const first = await check();
  expect(first.code).toBe(1);
  expect(first.told).toContain('expected.json. Write the cells that have to stay equal with --update.');

  expect((await check('--update')).code).toBe(0);
  const expected = join(folder, 'expected.json');
  expect(JSON.parse(await readFile(expected, 'utf8'))).toEqual({ one: ['right | All | 2017'] });

  const kept = await check('--json');
  expect(kept.code).toBe(0);
  expect(JSON.parse(kept.out)).toMatchObject({
    totals: { equal: 1, differs: 1, notComputable: 0, suppressed: 0 },
    documents: [{ document: 'one', differences: [{ table: 'wrong', printed: '10', made: '11' }] }],
  });

  await writeFile(expected, JSON.stringify({ one: ['wrong | All | 2017'] }));
  const lost = await check();
  expect(lost.code).toBe(1);
  expect(lost.told).toContain('one: wrong | All | 2017');
  expect(lost.out).toContain('1 equal, 1 differ');
}, 120_000);
