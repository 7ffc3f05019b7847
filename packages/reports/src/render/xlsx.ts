import { unzipSync, zipSync } from 'fflate';
import writeExcelFile, { type SheetData } from 'write-excel-file/universal';
import { english, type Language } from '../language/language.ts';
import type { BuiltCell, BuiltReport, BuiltSection, BuiltTable } from '../model.ts';

type Row = SheetData[number];

const bold = (value: string) => ({ value, fontWeight: 'bold' as const, wrap: true });

/** A number stays a number, set as it is printed; whatever has no number is words. */
function cellOf(cell: BuiltCell): Row[number] {
  if (cell.state === 'heading') return null;
  const plain =
    cell.second === undefined && cell.show !== 'trend' && cell.show !== 'series' && cell.show !== 'target';
  if (cell.state !== 'value' || cell.value === null || !plain) return { value: cell.printed, wrap: true };
  const places = /[.,](\d+)\D*$/.exec(cell.printed)?.[1]?.length ?? 0;
  const decimals =
    places > 0 && !/^\D*\d{1,3}(,\d{3})+\D*$/.test(cell.printed) ? `.${'0'.repeat(places)}` : '';
  const percent = cell.printed.includes('%');
  return { value: percent ? cell.value / 100 : cell.value, format: `#,##0${decimals}${percent ? '%' : ''}` };
}

const tableRows = (table: BuiltTable): Row[] => [
  [bold(table.corner), ...table.columns.map(({ label }) => bold(label))],
  ...table.rows.map(({ label, level, cells }): Row => {
    const heading = cells.every(({ state }) => state === 'heading');
    return [heading ? bold(label) : { value: label, wrap: true, indent: level }, ...cells.map(cellOf)];
  }),
  ...table.notes.map((note): Row => [{ value: note }]),
];

/** Names of sheets: short, told apart, without the signs that spreadsheets refuse. */
function sheetNames(sections: readonly BuiltSection[]): string[] {
  return sections.map(({ title }, i) =>
    `${i + 1} ${title.replace(/[\\/?*[\]:']/g, ' ')}`.slice(0, 31).trim(),
  );
}

function rowsOf(section: BuiltSection): Row[] {
  switch (section.kind) {
    case 'table':
      return tableRows(section);
    case 'text':
      return [[bold(section.title)], ...section.paragraphs.map((one): Row => [{ value: one, wrap: true }])];
    case 'list':
      return [
        section.columns.map(({ title }) => bold(title)),
        ...section.rows.map(
          ({ cells }): Row =>
            section.columns.map(({ id }) => {
              const value = cells[id];
              return value === undefined
                ? null
                : { value: typeof value === 'object' ? value.join('; ') : String(value) };
            }),
        ),
      ];
    case 'left out':
      return [[bold(section.title)], [{ value: section.reason }]];
  }
}

function about(report: BuiltReport, { say, day }: Language): Row[] {
  return [
    [bold(report.title)],
    [{ value: report.council.name }],
    [{ value: report.period.label }],
    [{ value: say('report.asAt', { day: day(report.asAt) }) }],
    [{ value: say('report.made', { day: report.madeAt }) }],
    [{ value: say(`report.audience.${report.audience}`) }],
    ...(report.protection ? [[{ value: report.protection.rule }] as Row] : []),
    [null],
    [bold(say('report.definitions'))],
    ...report.definitions.map(
      ({ title, definition, population, source }): Row => [
        { value: title, wrap: true },
        { value: definition, wrap: true },
        { value: population, wrap: true },
        { value: source, wrap: true },
      ],
    ),
  ];
}

/**
 * A workbook: a sheet that says what the report is and what its figures mean, and one for each section, with headings that
 * stay in sight. The same report gives the same bytes.
 */
export async function renderXlsx(report: BuiltReport, language: Language = english): Promise<Uint8Array> {
  const names = sheetNames(report.sections);
  const rightToLeft = language.direction === 'rtl';
  const sheets = [
    {
      data: about(report, language),
      sheet: report.title.replace(/[\\/?*[\]:']/g, ' ').slice(0, 31),
      columns: [{ width: 44 }, { width: 70 }, { width: 40 }, { width: 40 }],
      rightToLeft,
    },
    ...report.sections.map((section, i) => ({
      data: rowsOf(section),
      sheet: names[i]!,
      columns: [{ width: 46 }, ...Array.from({ length: 24 }, () => ({ width: 18 }))],
      rightToLeft,
      ...(section.kind === 'table'
        ? { stickyRowsCount: 1, stickyColumnsCount: 1 }
        : section.kind === 'list'
          ? { stickyRowsCount: 1 }
          : {}),
    })),
  ];
  const blob = await writeExcelFile(sheets).toBlob();
  const files = unzipSync(new Uint8Array(await blob.arrayBuffer()));
  // The archive's own dates would be those of the clock.
  return zipSync(files, { mtime: new Date(1980, 0, 1) });
}
