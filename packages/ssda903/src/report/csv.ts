import Papa from 'papaparse';
import type { Report } from './report.ts';

/**
 * The findings of a report as CSV, one a line. Values that a spreadsheet would take for a formula are quoted, as the
 * file is meant to be opened in one.
 */
export function csvReport({ findings, teamOf }: Report): string {
  const rows = findings.map((finding) => ({
    rule: finding.rule,
    severity: finding.severity,
    table: finding.table,
    row: finding.row,
    file: finding.file ?? '',
    line: finding.line ?? '',
    child: finding.child,
    ...(teamOf && { team: teamOf.get(finding.child) ?? '' }),
    fields: Object.keys(finding.values).join(' '),
    message: finding.message,
    fix: finding.fix,
  }));
  const team = teamOf ? ['team'] : [];
  const fields = [
    'rule',
    'severity',
    'table',
    'row',
    'file',
    'line',
    'child',
    ...team,
    'fields',
    'message',
    'fix',
  ];
  const data = rows.map((row) => fields.map((field) => row[field as keyof typeof row]));
  return `${Papa.unparse({ fields, data }, { escapeFormulae: true })}\r\n`;
}
