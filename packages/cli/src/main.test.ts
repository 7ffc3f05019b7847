import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callIn } from './testing.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cic-cli-'));
});
afterAll(() => rm(folder, { recursive: true }));

const cic = (...args: readonly string[]) => callIn(folder, args);

describe('cic', () => {
  it('lists its commands', async () => {
    const { code, out } = await cic('--help');
    expect(code).toBe(0);
    for (const name of ['indicators', 'report', 'validate', 'synth', 'ssda903', 'reference', 'disclosure'])
      expect(out).toContain(`  ${name} `);
  });

  it.each([
    [['frob'], "cic: there is no command 'frob'. 'cic --help' lists the commands.\n"],
    [['ssda903', 'frob'], "cic: 'ssda903' has no command 'frob'. 'cic ssda903 --help' lists them.\n"],
    [['indicators', '--frob'], "cic: Unknown option '--frob'"],
    [['indicators'], 'cic: no return was named: give a folder, a zip archive or files.\n'],
    [['indicators', 'nowhere'], "cic: 'nowhere' does not exist.\n"],
    [['synth'], 'cic: give a folder to write to: --out DIR.\n'],
    [
      ['synth', '--out', 'x', '--years', '2026-2022'],
      "cic: --years is FROM-TO, as in 2022-2026, not '2026-2022'.\n",
    ],
    [['validate', 'review'], 'cic: give a SCHEMA and one FILE; --help shows how.\n'],
    [['validate', 'revue', 'x.csv'], "cic: there is no record type 'revue'; there are: "],
    [
      ['validate', 'review', 'x.txt'],
      "cic: the name of 'x.txt' does not say its format: add --input json, ndjson or csv.\n",
    ],
  ])('says in one sentence why it cannot run %j', async (args, said) => {
    const { code, out, err } = await cic(...args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err.startsWith(said), err).toBe(true);
  });

  it.each(['indicators', 'validate', 'synth'])('explains %s', async (name) => {
    const { code, out } = await cic(name, '--help');
    expect(code).toBe(0);
    expect(out).toContain(`Usage: cic ${name}`);
  });
});

describe('cic synth and cic indicators', () => {
  it('make a synthetic council and compute its figures, as JSON on standard output', async () => {
    expect((await cic('synth', '--out', 'made', '--children', '60', '--years', '2024-2026')).code).toBe(0);
    expect(await readdir(join(folder, 'made'))).toEqual(['2024', '2025', '2026']);
    const years = ['made/2024', 'made/2025', 'made/2026'];
    const { code, out } = await cic(
      'indicators',
      ...years,
      '--council',
      'made',
      '--year',
      '2026',
      '--format',
      'json',
    );
    expect(code).toBe(0);
    const figures = JSON.parse(out);
    expect(figures).toMatchObject({ council: 'made', year: 2026 });
    const inCare = figures.indicators.find(({ id }: { id: string }) => id === 'children-in-care');
    expect(inCare).toMatchObject({ unit: 'count', denominator: null, value: inCare.numerator });
    expect(inCare.value).toBeGreaterThan(40);
    const stability = figures.indicators.find(({ id }: { id: string }) => id === 'long-term-stability');
    expect(stability.value).toBeCloseTo((stability.numerator / stability.denominator) * 100, 4);
  });

  it('break every figure down, and the parts add up', async () => {
    const { out } = await cic(
      'indicators',
      'made/2026',
      '--by',
      'age',
      '--format',
      'csv',
      '--indicator',
      'children-in-care',
    );
    const [heading, all, ...parts] = out
      .trim()
      .split('\n')
      .map((line) => line.split(','));
    expect(heading).toEqual(['year', 'indicator', 'age', 'value', 'numerator', 'denominator', 'unit']);
    expect(all!.slice(0, 3)).toEqual(['2026', 'children-in-care', 'all']);
    expect(parts.reduce((sum, part) => sum + Number(part[3]), 0)).toBe(Number(all![3]));
  });

  it('print a table with a column for each year', async () => {
    const { out, err } = await cic(
      'indicators',
      'made/2025',
      'made/2026',
      '--year',
      '2025',
      '--year',
      '2026',
    );
    expect(out.split('\n')[0]).toMatch(/^Indicator\s+2024\/25 {2}2025\/26$/);
    expect(err).toContain('read the return of 2024/25');
  });

  it('list findings when asked, and then exit with 1', async () => {
    const { code, err } = await cic('indicators', 'made/2025', '2027=made/2026', '--findings');
    expect([0, 1]).toContain(code);
    expect(err).toContain('read the return of 2026/27');
  });

  it('name the years there are', async () => {
    expect((await cic('indicators', 'made/2026', '--year', '2020')).err).toContain(
      'cic: there is no return for --year 2020; there are returns for: 2026.',
    );
  });

  it('refuse to overwrite', async () => {
    expect((await cic('synth', '--out', 'made')).err).toBe(
      "cic: 'made' is not empty: name a new folder, so that nothing is overwritten.\n",
    );
  });
});

describe('cic validate', () => {
  it('names line, field, value and expectation of every error', async () => {
    await writeFile(
      join(folder, 'reviews.ndjson'),
      '{"child":"C1","held":"2026-02-01","participation":"PN1"}\n{"child":"C2","held":"31/02/2026"}\n',
    );
    const { code, out, err } = await cic('validate', 'review', 'reviews.ndjson');
    expect(code).toBe(1);
    expect(out).toMatch(/^line 2: held must be a day in the form YYYY-MM-DD.*"31\/02\/2026"/);
    expect(err).toContain('reviews.ndjson: 2 records, 1 fit the schema of review, 1 problems');
  });

  it('reads CSV, and says the same as JSON', async () => {
    await writeFile(join(folder, 'reviews.csv'), 'child,held\nC1,2026-02-01\nC2,soon\n');
    const { code, out } = await cic('validate', 'review', 'reviews.csv', '--format', 'json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ line: 3, path: '/held', value: 'soon' });
  });

  it('passes a file without errors', async () => {
    await writeFile(join(folder, 'fine.json'), '[{"child":"C1","held":"2026-02-01"}]');
    expect((await cic('validate', 'review', 'fine.json')).code).toBe(0);
  });
});

describe('cic disclosure', () => {
  it('is mounted, and reads files from where it was called', async () => {
    const { code, err } = await cic('disclosure', 'audit', 'nowhere.json');
    expect(code).toBe(2);
    expect(err).toContain('nowhere.json');
  });
});
