import { day, financialYear, type ReportDefinition } from '@cic/core';
import type { ComparatorValue } from '@cic/core/records';
import { aChild, aCouncil, aHistory } from '@cic/core/testing';
import { audit, type Table } from '@cic/disclosure';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import {
  type BuiltCell,
  type BuiltReport,
  boardPack,
  buildReport,
  cellsIn,
  languageOf,
  languages,
  makeReport,
  policyOf,
  type ReportInput,
  renderCsv,
  renderHtml,
  returnSummary,
  strategyProgress,
} from '../src/index.ts';
import { aWholeCouncil } from './council.ts';

const whole = aWholeCouncil(150);

const history = aHistory(
  ...Array.from({ length: 12 }, (_, i) =>
    aChild({ born: i < 6 ? '2008-01-01' : '2016-01-01' }).startedOn('2017-05-01', {
      placementLocation: i < 7 ? 'IN' : 'OUT',
    }),
  ),
);
const england: ComparatorValue = {
  indicator: 'placed-out-of-area',
  comparator: 'england',
  period: { kind: 'financial-year', start: '2021-04-01', end: '2022-03-31' },
  value: 42,
};
const input = (more: Partial<ReportInput> = {}): ReportInput => ({
  council: aCouncil({
    comparators: [england],
    districts: [
      { id: 'north', name: 'North' },
      { id: 'south', name: 'South' },
    ],
  }),
  historyFor: () => history,
  asAt: day('2022-03-31'),
  period: financialYear(2022),
  madeAt: '2022-06-01',
  ...more,
});
const definition = (...sections: ReportDefinition['sections']): ReportDefinition => ({
  id: 'report',
  title: 'Report',
  audience: 'operator',
  sections,
});
const rowsOf = (report: BuiltReport): Record<string, string[]> => {
  const rows: Record<string, string[]> = {};
  for (const { row, cell } of cellsIn(report)) rows[row] = [...(rows[row] ?? []), cell.printed];
  return rows;
};

describe('printed tables as grids', () => {
  const years = [2021, 2022].map((year) => ({
    label: `${year - 1}/${year % 100}`,
    of: { period: String(year) },
  }));

  it('sets districts over the years with England as the last row [D-IND-22]', async () => {
    const report = await buildReport(
      definition({
        kind: 'grid',
        title: 'Placed outside the area',
        of: { indicator: 'placed-out-of-area' },
        rows: [
          ...['north', 'south', 'not-known'].map((district) => ({
            label: district,
            of: { where: { district } },
          })),
          { label: 'County', of: {} },
          { label: 'England', of: { show: 'comparator', comparator: { body: 'england' } } },
        ],
        columns: years,
      }),
      input(),
    );
    expect(rowsOf(report)).toEqual({
      north: ['–', '–'],
      south: ['–', '–'],
      'not-known': ['41.7%', '41.7%'],
      County: ['41.7%', '41.7%'],
      England: ['–', '42.0%'],
    });
  });

  it('sets indicators over the years with count, percent and band in one table [IND-36]', async () => {
    const bands = [
      {
        scheme: 'PAF D78',
        bands: [
          { label: 'Band 1', from: 0 },
          { label: 'Top band', from: 90 },
        ],
      },
    ];
    const report = await buildReport(
      definition({
        kind: 'grid',
        title: 'Appendix',
        rows: [
          { label: 'Outside the area', of: { indicator: 'placed-out-of-area' } },
          { label: 'Stability', of: { indicator: 'long-term-stability' } },
          {
            label: 'Stability: band',
            of: { indicator: 'long-term-stability' },
            cells: [{ show: 'band' }, { show: 'band' }],
          },
        ],
        columns: years.map((column) => ({ ...column, of: { ...column.of, show: ['count', 'value'] } })),
      }),
      input({ bands }),
    );
    expect(rowsOf(report)).toEqual({
      'Outside the area': ['5 (41.7%)', '5 (41.7%)'],
      Stability: ['12 (100.0%)', '12 (100.0%)'],
      'Stability: band': ['Top band', 'Top band'],
    });
  });

  it('lists an indicator without a value as such, with the reason [D-IND-20]', async () => {
    const report = await buildReport(
      definition({ kind: 'scorecard', title: 'Reviews', indicators: ['reviews-on-time'] }),
      input(),
    );
    const current = [...cellsIn(report)].find(({ column }) => column === 'Current')!.cell;
    expect([current.state, current.printed, current.reason]).toEqual([
      'not computable',
      '–',
      'There is nothing to compute it from in 2021/22.',
    ]);
  });

  it('warns beside percentages of small groups [D-IND-17]', async () => {
    const report = await buildReport(
      definition({ kind: 'scorecard', title: 'Where', indicators: ['placed-out-of-area'] }),
      input(),
    );
    expect(renderHtml(report)).toContain('one child moves a percentage of fewer than 20 by more than 5');
  });

  it.each([
    [{ indicator: 'frob' }, /there is no indicator 'frob'/],
    [{ indicator: 'children-in-care', where: { frob: 'x' } }, /there is no breakdown 'frob'/],
    [
      { indicator: 'children-in-care', where: { sex: 'x' } },
      /there is no category 'x' of 'sex'; there are: F, M/,
    ],
    [{ indicator: 'children-in-care', period: 'soon' }, /'soon' is no period/],
  ])('names what there is instead of %j', async (of, said) => {
    const grid = definition({
      kind: 'grid',
      title: 'Wrong',
      rows: [{ label: 'a', of }],
      columns: [{ label: 'b' }],
    });
    await expect(buildReport(grid, input())).rejects.toThrow(said);
  });
});

describe('disclosure control of a whole report', () => {
  it.each([boardPack(whole), returnSummary(whole)])(
    'gives nothing away: an audit of everything released by $id finds no hidden count [D-PUB-09] [D-GOV-04]',
    async (one) => {
      const { report, released } = await makeReport(one, { ...whole, audience: 'public' });
      expect(report.protection!.primary).toBeGreaterThan(0);
      const tables: Table[] = released.flatMap(({ publication }) => publication.tables);
      const links = released.flatMap(({ publication }) => publication.links ?? []);
      const found = await audit({ tables, links }, policyOf(whole.council));
      expect(found.findings.filter(({ leak }) => leak)).toEqual([]);
      expect(found.printed).toEqual([]);
    },
  );

  it('prints the rule under every table with a mark, and under no other [D-SUP-21]', async () => {
    const report = await buildReport(returnSummary(whole), { ...whole, audience: 'public' });
    const seen = new Set<boolean>();
    for (const section of report.sections) {
      if (section.kind !== 'table') continue;
      const marked = section.rows.some(({ cells }) => cells.some(({ state }) => state === 'suppressed'));
      seen.add(marked);
      expect(section.notes.includes(report.protection!.rule)).toBe(marked);
    }
    expect(seen).toEqual(new Set([true, false]));
  });

  it('holds a report against what went out before, which stays as it was', async () => {
    const first = await makeReport(boardPack(whole), whole);
    const again = await makeReport(boardPack(whole), { ...whole, ledger: async () => first.released });
    expect(again.released).toEqual([]);
    expect(again.report.sections).toEqual(first.report.sections);
  });
});

describe('figures that add up over time', () => {
  it('hides more than one of a year and its quarters, so that none is what is left', async () => {
    const starts = [
      ...Array(14).fill('2021-05-01'),
      ...Array(13).fill('2021-08-01'),
      ...Array(12).fill('2021-11-01'),
      ...Array(2).fill('2022-02-01'),
    ];
    const report = await buildReport(
      definition({
        kind: 'grid',
        title: 'Started',
        of: { indicator: 'started-in-year' },
        rows: [{ label: 'Started', of: {} }],
        columns: ['Q1', 'Q2', 'Q3', 'Q4']
          .map((q) => ({ label: q, of: { period: `${q} 2021/22` } }))
          .concat({ label: 'Year', of: { period: '2022' } }),
      }),
      input({ audience: 'board', historyFor: () => aHistory(...starts.map((on) => aChild().startedOn(on))) }),
    );
    const [cells] = Object.values(rowsOf(report));
    expect(cells!.filter((printed) => printed === 'c').length).toBeGreaterThan(1);
    expect(cells![3]).toBe('c');
    expect(cells!.some((printed) => printed !== 'c')).toBe(true);
  });
});

describe('exports', () => {
  it('CSV has a line for every cell with its definition, period and base, and reads back [D-PUB-08]', async () => {
    const report = await buildReport(boardPack(whole), whole);
    const { data } = Papa.parse<Record<string, string>>(renderCsv(report).trimEnd(), { header: true });
    const cells = [...cellsIn(report)].filter(({ cell }) => cell.state !== 'heading');
    expect(data).toHaveLength(cells.length);
    const suppressed = data.filter(({ state }) => state === 'suppressed');
    expect(suppressed.length).toBeGreaterThan(0);
    expect(suppressed.every(({ value, base }) => value === '' && base === '')).toBe(true);
    const figure = data.find(({ column, row }) => column === 'Current' && row === 'Children in care')!;
    expect(figure).toMatchObject({ period: '2025/26', period_end: '2026-03-31', as_at: '2026-03-31' });
    expect(figure.definition).not.toBe('');
  });

  it('escapes whatever stands in a report', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), async (text) => {
        const hostile = `<script>${text}</script>"'&`;
        const page = renderHtml(
          await buildReport(
            definition(
              { kind: 'text', title: hostile, text: hostile.replaceAll(/[{}]/g, '') },
              {
                kind: 'grid',
                title: hostile,
                rows: [{ label: hostile, cells: [{ text: hostile }] }],
                columns: [{ label: hostile }],
              },
            ),
            input(),
          ),
        );
        expect(page).not.toContain('<script');
        expect(page).not.toMatch(/="[^"]*<script/);
      }),
      { numRuns: 40 },
    );
  });

  it('leads from a figure to the children behind it, for whoever may see them, and from a hidden one nowhere', async () => {
    const report = await buildReport(boardPack(whole), whole);
    const behind = ({ indicator, period }: BuiltCell) =>
      `/indicators/${indicator}/children?period=${period!.end}`;
    const links = [...renderHtml(report, { behind }).matchAll(/<a href="(\/indicators[^"]*)">(.*?)<\/a>/g)];
    expect(links.length).toBeGreaterThan(20);
    expect(links.filter(([, , text]) => text!.includes('class="mark"'))).toEqual([]);
    expect(renderHtml(report)).not.toContain('/indicators/');
  });

  it('keeps formulas out of CSV', async () => {
    const report = await buildReport(
      definition({
        kind: 'grid',
        title: 'T',
        rows: [{ label: '=1+1', cells: [{ text: '@x' }] }],
        columns: [{ label: 'c' }],
      }),
      input(),
    );
    expect(renderCsv(report)).toContain("T,'=1+1,c,");
  });
});

describe('languages', () => {
  it('has each message of a language in English too, with the same gaps [STR-22]', () => {
    const gaps = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
    const [english, welsh] = languages;
    for (const key of ['trend.upWith', 'report.asAt', 'report.base'] as const)
      expect(gaps(welsh!.say(key))).toEqual(gaps(english!.say(key)));
    expect(welsh!.say('column.occasions')).toBe('Occasions');
    expect(welsh!.day('2026-03-31')).toBe('31 Mawrth 2026');
  });

  it('sets a language that is written from right to left the other way round', async () => {
    const urdu = languageOf('ur', { 'report.contents': 'فہرست' });
    const report = await buildReport(boardPack(whole), { ...whole, language: urdu });
    expect(renderHtml(report, { language: urdu })).toContain('<html lang="ur" dir="rtl">');
  });
});

describe('the progress report of a strategy', () => {
  it('says that there is none, where no strategy is known', async () => {
    const report = await buildReport(strategyProgress({ council: whole.council }), {
      ...whole,
      strategies: {},
    });
    expect(report.sections).toMatchObject([
      { kind: 'left out', reason: 'No strategy with actions is known.' },
    ]);
  });

  it('has for each priority the figures of its objectives with their trend, and its actions [STR-15] [D-GOV-12]', async () => {
    const report = await buildReport(strategyProgress(whole), whole);
    expect(report.sections.map(({ title }) => title)).toEqual([
      'Homes that last: figures',
      'Homes that last: actions',
      'A voice that is heard: figures',
      'A voice that is heard: actions',
    ]);
    const trends = [...cellsIn(report)].filter(({ cell }) => cell.show === 'trend');
    expect(trends.some(({ cell }) => /better|worse/.test(cell.printed))).toBe(true);
  });
});
