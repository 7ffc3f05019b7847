import type { CellObject, Sheet } from 'write-excel-file/universal';
import type { Finding } from '../engine/findings.ts';
import { textOf } from '../engine/findings.ts';
import { type Row, TABLE_NAMES, TABLES, type TableName } from '../tables.ts';
import { type Report, summarise } from './report.ts';

type Cell = CellObject | string | number | null;

const HEADING = { fontWeight: 'bold', backgroundColor: '#1D70B8', color: '#FFFFFF' } as const;
const MARKED = { error: { backgroundColor: '#F6D7D2' }, query: { backgroundColor: '#FFF2CC' } } as const;
const WRAPPED = { wrap: true, alignVertical: 'top' } as const;

/**
 * A workbook for the team that mends the records: a sheet with the rules, and one for each table with the rows that
 * have findings, the cells in question marked, and in words what is wrong and how to mend it.
 */
export async function xlsxReport(report: Report): Promise<Uint8Array> {
  const { default: writeWorkbook } = await import('write-excel-file/universal');
  const sheets = [rulesSheet(report), ...TABLE_NAMES.flatMap((table) => tableSheet(report, table) ?? [])];
  const blob = await writeWorkbook(sheets).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

const heading = (names: readonly string[]): Cell[] =>
  names.map((value) => ({ value, type: String, ...HEADING }));
const textCell = (value: string, style: object = {}): Cell =>
  value === '' && Object.keys(style).length === 0 ? null : { value, type: String, ...style };

function rulesSheet(report: Report): Sheet<Blob> {
  const { byRule, skipped } = summarise(report);
  return {
    sheet: 'Rules',
    stickyRowsCount: 1,
    columns: [10, 10, 10, 40, 70, 70].map((width) => ({ width })),
    data: [
      heading(['Rule', 'Findings', 'Severity', 'What is wrong', 'What it means', 'How to mend it']),
      ...byRule.map(({ rule, findings }) => [
        textCell(rule.code),
        findings,
        rule.severity,
        textCell(rule.title, WRAPPED),
        textCell(rule.means, WRAPPED),
        textCell(rule.fix, WRAPPED),
      ]),
      ...skipped.map(({ rule, reason }) => [
        textCell(rule.code),
        null,
        'skipped',
        textCell(rule.title, WRAPPED),
        textCell(reason, WRAPPED),
        null,
      ]),
    ],
  };
}

function tableSheet({ source, findings, teamOf }: Report, table: TableName): Sheet<Blob> | undefined {
  const byRow = new Map<number, Finding[]>();
  for (const finding of findings) {
    if (finding.table !== table) continue;
    const sameRow = byRow.get(finding.row);
    if (sameRow) sameRow.push(finding);
    else byRow.set(finding.row, [finding]);
  }
  if (byRow.size === 0) return undefined;
  const columns = Object.keys(TABLES[table]);
  const team = teamOf ? ['Team'] : [];
  const rows = source.tables[table]?.rows ?? [];
  return {
    sheet: table,
    stickyRowsCount: 1,
    columns: [
      { width: 8 },
      ...team.map(() => ({ width: 18 })),
      ...columns.map(() => ({ width: 14 })),
      { width: 80 },
      { width: 80 },
    ],
    data: [
      heading(['Line', ...team, ...columns, 'What is wrong', 'How to mend it']),
      ...[...byRow]
        .sort(([a], [b]) => a - b)
        .map(([at, found]) => [
          found[0]?.line ?? at,
          ...team.map(() => textCell(teamOf?.get(found[0]!.child) ?? '')),
          ...columns.map((column) => dataCell(rows[at]!, column, found)),
          textCell(found.map(({ rule, message }) => `${rule}: ${message}`).join('\n'), WRAPPED),
          textCell([...new Set(found.map(({ fix }) => fix))].join('\n'), WRAPPED),
        ]),
    ],
  };
}

function dataCell(row: Row<TableName>, column: string, found: readonly Finding[]): Cell {
  const about = found.filter(({ values }) => column in values);
  if (about.length === 0) return textCell(textOf(row, column));
  const severity = about.some((finding) => finding.severity === 'error') ? 'error' : 'query';
  return textCell(textOf(row, column), MARKED[severity]);
}
