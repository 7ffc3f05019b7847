import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callIn } from '../testing.ts';

let folder: string;

const cic = (...args: readonly string[]) => callIn(folder, args);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cic-report-'));
  const made = await cic('synth', '--out', 'returns', '--children', '120', '--years', '2024-2026');
  expect(made.code, made.err).toBe(0);
});
afterAll(() => rm(folder, { recursive: true }));

const RETURNS = ['returns/2024', 'returns/2025', 'returns/2026'];

describe('cic report', () => {
  it('lists the reports there are', async () => {
    const { code, out } = await cic('report', '--list');
    expect(code).toBe(0);
    for (const id of ['corporate-parenting-board-pack', 'improvement-plan', 'about-us'])
      expect(out).toContain(id);
  });

  it('makes a board pack from returns, in each format, and sets a kept one again byte for byte', async () => {
    const pack = ['report', 'corporate-parenting-board-pack', ...RETURNS, '--made', '2026-06-01'];
    const page = await cic(...pack);
    expect(page.err).not.toContain('cic:');
    expect(page.code).toBe(0);
    expect(page.out).toContain('<h1>Corporate parenting board pack</h1>');
    expect(page.out).toContain('As at 31 March 2026');
    const csv = await cic(...pack, '--format', 'csv', '--year', '2025');
    expect(csv.out).toMatch(/^report,council,audience,as_at,made_at,table,row,column/);
    expect(csv.out).toContain(',2024/25,');
    await cic(...pack, '--format', 'json', '--out', 'kept.json');
    expect((await cic('report', '--kept', 'kept.json')).out).toBe(page.out);
    await cic(...pack, '--format', 'xlsx', '--out', 'pack.xlsx');
    await cic('report', '--kept', 'kept.json', '--format', 'xlsx', '--out', 'again.xlsx');
    const [first, again] = await Promise.all(
      ['pack.xlsx', 'again.xlsx'].map((name) => readFile(join(folder, name))),
    );
    expect(first!.subarray(0, 2).toString()).toBe('PK');
    expect(again!.equals(first!)).toBe(true);
  });

  it('sets a report in Welsh where there are words for it', async () => {
    const { out } = await cic('report', 'corporate-parenting-board-pack', ...RETURNS, '--language', 'cy');
    expect(out).toContain('<html lang="cy" dir="ltr">');
    expect(out).toContain('Plant mewn gofal');
  });

  it.each([
    [
      ['report', 'frob', 'returns'],
      "cic: there is no report 'frob'; there are: corporate-parenting-board-pack",
    ],
    [['report'], 'cic: name a report: corporate-parenting-board-pack'],
    [['report', 'about-us'], 'cic: no return was named'],
    [['report', 'about-us', 'returns', '--format', 'pdf'], 'cic: --format is one of html, csv, xlsx, json'],
    [['report', 'about-us', 'returns', '--audience', 'all'], 'cic: --audience is one of board, partner'],
    [['report', 'about-us', 'returns', '--as-at', 'soon'], "cic: --as-at is a day, YYYY-MM-DD, not 'soon'."],
    [['report', 'about-us', 'returns', '--language', 'fr'], "cic: --language is one of en-GB, cy, not 'fr'."],
    [['report', 'about-us', ...RETURNS, '--format', 'xlsx'], 'cic: a workbook is written to a file'],
    [['report', '--kept', 'other.json'], "cic: 'other.json': this is no kept report"],
  ])('says in one sentence why it cannot run %j', async (args, said) => {
    await writeFile(join(folder, 'other.json'), '{}');
    const { code, out, err } = await cic(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(said);
  });
});
