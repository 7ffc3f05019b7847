import { type Report, type Summary, summarise } from './report.ts';

const MOST_CHILDREN = 10;

/** A report as plain text for a terminal: findings by rule, table, child and team, and what was skipped. */
export function textReport(report: Report): string {
  const summary = summarise(report);
  const { validation, year, authority } = report;
  const checked = Object.values(validation.rules).filter(({ status }) => status === 'checked').length;
  const head = `SSDA903 ${year}${authority === '' ? '' : `, ${authority}`}: ${count(validation.findings, 'finding')} from ${count(checked, 'rule')}`;
  return `${[
    head,
    ...report.notices.map((notice) => `! ${notice}`),
    ...sections(summary).flatMap(({ title, rows }) => (rows.length > 0 ? ['', title, ...aligned(rows)] : [])),
  ].join('\n')}\n`;
}

function sections(
  summary: Summary,
): readonly { readonly title: string; readonly rows: readonly (readonly string[])[] }[] {
  const pairs = (counts: readonly { of: string; findings: number }[]) =>
    counts.map(({ of, findings }) => [String(findings), of === '' ? '(blank)' : of]);
  const { byRule, byTable, byChild, byTeam, skipped } = summary;
  const reasons = groupCodes(skipped);
  return [
    {
      title: 'By rule',
      rows: byRule.map(({ rule, findings }) => [String(findings), rule.code, rule.severity, rule.title]),
    },
    {
      title: 'By table',
      rows: byTable.map(({ of, rows, findings }) => [String(findings), of, `${rows} rows`]),
    },
    {
      title:
        byChild.length > MOST_CHILDREN
          ? `By child (first ${MOST_CHILDREN} of ${byChild.length})`
          : 'By child',
      rows: pairs(byChild.slice(0, MOST_CHILDREN)),
    },
    { title: 'By team', rows: pairs(byTeam) },
    { title: 'Not checked', rows: [...reasons].map(([reason, codes]) => [reason, codes.join(' ')]) },
  ];
}

function groupCodes(skipped: Summary['skipped']): ReadonlyMap<string, readonly string[]> {
  const byReason = new Map<string, string[]>();
  for (const { rule, reason } of skipped) byReason.set(reason, [...(byReason.get(reason) ?? []), rule.code]);
  return byReason;
}

const count = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`;

/** Columns of equal width; numbers to the right, the last column as long as it is. */
export function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => {
        if (column === row.length - 1) return cell;
        return /^\d+$/.test(cell) && column === 0
          ? cell.padStart(widths[column]!)
          : cell.padEnd(widths[column]!);
      })
      .join('  '),
  );
}
