import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { demonstrationDeployment } from '@cic/api/demonstration';
import { type Council, computeIndicators, financialYear } from '@cic/core';
import { allRecords, coreParts, synthesise } from '@cic/synth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));
let folder: string;
let council: Council;
let changes: { from: string; to: string }[];

/** The changes the guide tells, a line each. */
async function changesInGuide(): Promise<{ from: string; to: string }[]> {
  const guide = await readFile(join(root, 'docs/neighbouring-council.md'), 'utf8');
  const lines = /```diff\n([\s\S]*?)```/.exec(guide)![1]!.trimEnd().split('\n');
  const of = (sign: string) => lines.filter((line) => line.startsWith(sign)).map((line) => line.slice(1));
  const to = of('+');
  return of('-').map((from, i) => ({ from, to: to[i]! }));
}

beforeAll(async () => {
  changes = await changesInGuide();
  const copied = (await readFile(join(root, 'apps/council-derbyshire/src/council.ts'), 'utf8')).split('\n');
  const made = copied.map((line) => changes.find(({ from }) => from === line)?.to ?? line);
  expect(made.filter((line, i) => line !== copied[i])).toHaveLength(changes.length);
  folder = await mkdtemp(join(root, 'apps/council-derbyshire/test/neighbour-'));
  await writeFile(join(folder, 'council.ts'), made.join('\n'));
  council = ((await import(join(folder, 'council.ts'))) as { council: Council }).council;
});
afterAll(() => rm(folder, { recursive: true }));

const children = () =>
  synthesise({
    seed: 1,
    children: 30,
    years: [2017, 2017],
    council: {
      id: council.id,
      name: council.name,
      code: council.code!,
      districts: council.districts.map(({ id, name }) => ({ id, name, share: 1 })),
    },
    parts: coreParts,
  });

describe("a neighbouring council made from Derbyshire's", () => {
  it('takes one file and ten lines', () => {
    expect(changes).toHaveLength(10);
  });

  it('has its own districts, bands and rules, and nothing of Derbyshire', () => {
    expect(council.area('northern area')).toBe('north');
    expect(council.area('Erewash')).toBeUndefined();
    expect(council.ageBands.edges).toEqual([0, 5, 10, 13, 16]);
    expect(council.disclosure).toEqual({ suppress: { from: 1, to: 5 }, symbol: 'c', secondary: true });
    expect([council.strategies, council.targets, council.boards]).toEqual([[], [], []]);
  });

  it('counts its children by its own districts', () => {
    const { history } = children();
    const [inCare] = computeIndicators({
      council,
      historyFor: () => history,
      indicators: [council.indicator('children-in-care')],
      periods: [financialYear(2017)],
      by: [['district']],
    });
    const rows = inCare!.breakdowns.get('district')!;
    expect(rows.map(({ categories: [id] }) => id)).toEqual(expect.arrayContaining(['north', 'south']));
    expect(rows.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(inCare!.value);
  });

  it('starts, and answers', async () => {
    const deployment = await demonstrationDeployment(
      { council, records: allRecords(children()), asAt: financialYear(2017).end },
      { environment: 'test' },
    );
    try {
      const asked = deployment.store.as({ user: 'an.analyst', roles: ['analyst'] });
      expect(await asked.count('child')).toBeGreaterThan(20);
    } finally {
      await deployment.store.close();
    }
  }, 120_000);
});
