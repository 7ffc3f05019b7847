import { isSum } from '@cic/core';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  aboutUs,
  type BuiltReport,
  type BuiltTable,
  boardPack,
  buildReport,
  cellsIn,
  improvementPlan,
  readReport,
  readyReports,
  renderCsv,
  renderHtml,
  renderJson,
  renderXlsx,
  strategyProgress,
} from '../src/index.ts';
import { aWholeCouncil } from './council.ts';

const whole = aWholeCouncil(200);
const { council } = whole;
let pack: BuiltReport;
beforeAll(async () => {
  pack = await buildReport(boardPack(whole), whole);
});

const table = (report: BuiltReport, title: string): BuiltTable => {
  const found = report.sections.find((section) => section.title === title);
  if (found?.kind !== 'table') throw new Error(`no table '${title}'`);
  return found;
};

describe('the board pack', () => {
  it('has a scorecard for each priority: definition, previous, neighbours, England, target, current, trend, course, rating [IND-35] [GOV-06] [D-API-10]', () => {
    const { columns, rows } = table(pack, 'Homes that last');
    expect(columns.map(({ label }) => label)).toEqual([
      'Definition',
      'Previous outturn',
      'Statistical neighbours',
      'England',
      'Target',
      'Current',
      'Trend',
      'Over the years',
      'Rating',
    ]);
    expect(rows).toHaveLength(3);
    const stability = rows.find(({ label }) => label === 'Long-term stability of placements')!;
    expect(stability.cells[2]!.printed).toBe('over 70.0%');
    expect(stability.cells[3]!.printed).toBe('68.0% (2024/25)');
    expect(stability.cells[4]!.printed).toBe('at least 72.0%');
  });

  it('rates by the target and the year before, and says so in words', () => {
    for (const { cell } of cellsIn(pack)) {
      if (cell.show !== 'rating' || cell.state !== 'text') continue;
      expect({ red: 'Red', amber: 'Amber', green: 'Green' }[cell.rating!]).toBe(cell.printed);
    }
  });

  it('carries with every figure its definition, its period and what it is out of', () => {
    const figures = [...cellsIn(pack)].filter(({ cell }) => cell.state === 'value' && cell.show === 'value');
    expect(figures.length).toBeGreaterThan(60);
    for (const { cell } of figures) {
      expect(cell.definition).not.toBe('');
      expect(cell.period?.start).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      const { unit } = council.indicator(cell.indicator!.replace(/-overdue$/, '-on-time'));
      if (unit === 'percent' || unit === 'count') expect(cell.base).not.toBeUndefined();
    }
    expect(pack.definitions.map(({ id }) => id)).toContain('long-term-stability');
  });

  it('prints the improvement plan of the strategy: who, by when, overdue as at the day [STR-23] [D-ACT-12]', async () => {
    const plan = table(await buildReport(improvementPlan(whole), whole), 'Improvement plan');
    expect([plan.corner, ...plan.columns.map(({ label }) => label)]).toEqual([
      'Objective',
      'Key action',
      'Who',
      'By when',
      'What it is to change',
      'Status',
    ]);
    const [homes, first, , second] = plan.rows;
    expect([homes!.label, homes!.cells[0]!.state]).toEqual(['Homes that last', 'heading']);
    expect([first!.label, ...first!.cells.map(({ printed }) => printed)]).toEqual([
      'Fewer moves, and homes nearer to family and friends',
      'Find forty more foster families within the county',
      'Head of fostering',
      '28 February 2026',
      'More children live near home',
      'In progress, overdue since 28 February 2026',
    ]);
    expect(second!.cells[1]!.printed).toBe('nobody named');
  });

  it('shows beside an action the course of the figures it is to move [D-ACT-08]', async () => {
    const progress = await buildReport(strategyProgress(whole), whole);
    const { rows } = table(progress, 'Homes that last: actions');
    const course = rows.find(({ label }) => label === 'Long-term stability of placements')!;
    expect(course.cells.at(-1)!.series).toHaveLength(5);
  });
});

describe('every ready report', () => {
  it.each(readyReports(whole).map((one) => [one.id, one] as const))(
    '%s leaves no small number for the public [D-SUP-22]',
    async (_, definition) => {
      const report = await buildReport(definition, { ...whole, audience: 'public' });
      const { from, to } = council.disclosure.suppress;
      for (const { cell, table, row } of cellsIn(report)) {
        expect(cell.printed).not.toContain('SYN');
        if (cell.state !== 'value' || cell.show !== 'value' || !cell.indicator) continue;
        const known = council.indicators.find(({ id }) => id === cell.indicator);
        if (known && isSum(known)) {
          const small = cell.value !== null && cell.value >= from && cell.value <= to;
          expect([table.title, row, small]).toEqual([table.title, row, false]);
        }
      }
      for (const section of report.sections)
        if (section.kind === 'list')
          expect(section.rows.every(({ child }) => child === undefined)).toBe(true);
    },
  );
});

describe('a page for children', () => {
  it('says in plain words how we are doing, without a name, a code or a table', async () => {
    const page = renderHtml(await buildReport(aboutUs(whole), whole));
    expect(page).toContain('Northshire Council');
    expect(page).toMatch(/\d+ children and young people were in our care/);
    expect(page).not.toContain('<table');
  });
});

describe('a workbook', () => {
  it('has a sheet for each section, headings that stay in sight, and numbers as numbers', async () => {
    const files = unzipSync(await renderXlsx(pack));
    const sheets = Object.keys(files).filter((name) => name.startsWith('xl/worksheets/sheet'));
    expect(sheets).toHaveLength(pack.sections.length + 1);
    const [first] = table(pack, 'Children in care').rows;
    const current = first!.cells.findLast(({ show }) => show === 'value')!;
    const texts = sheets.map((name) => new TextDecoder().decode(files[name]));
    expect(texts.filter((text) => text.includes('state="frozen"')).length).toBeGreaterThan(5);
    expect(texts.some((text) => text.includes(`<v>${current.value}</v>`))).toBe(true);
  });
});

describe('kept reports', () => {
  it('are set again byte for byte in every format from what was kept', async () => {
    const kept = readReport(renderJson(pack));
    expect(renderHtml(kept)).toBe(renderHtml(pack));
    expect(renderCsv(kept)).toBe(renderCsv(pack));
    expect(Buffer.from(await renderXlsx(kept)).equals(Buffer.from(await renderXlsx(pack)))).toBe(true);
  });

  it('are made again byte for byte from the same records', async () => {
    const again = await buildReport(boardPack(whole), whole);
    expect(renderJson(again)).toBe(renderJson(pack));
  });

  it('are told from anything else', () => {
    expect(() => readReport('{"format":"other"}')).toThrow('this is no kept report');
  });
});
