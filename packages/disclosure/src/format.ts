import type { AuditReport } from './audit.ts';
import { completePolicy, type Policy } from './policy.ts';
import type { Proof } from './protect/protect.ts';
import type { Cell, Publication, Table } from './publication.ts';

/** What is printed in a cell: its count, its figure, its mark, or 'n/a'. */
export function printedCell(cell: Cell | undefined): string {
  if (!cell) return '';
  if (cell.status === 'not-applicable') return 'n/a';
  const parts: string[] = [];
  if (cell.n !== undefined && cell.n !== null) parts.push(String(cell.n));
  else if (cell.shown !== undefined) parts.push(cell.shown);
  if (cell.percent !== undefined && cell.percent !== null) {
    const percent = `${cell.percent.toFixed(cell.dp ?? 0)}%`;
    parts.push(parts.length > 0 ? `(${percent})` : percent);
  }
  if (cell.band) parts.push(`${cell.band[0]} to ${cell.band[1]}%`);
  return parts.join(' ');
}

/** The note under a table that holds a mark, in plain English. Source: requirement D-SUP-21. */
export function noteOf(table: Table, policy: Policy): string | undefined {
  const complete = completePolicy(policy);
  const marks = [
    ...new Set(
      table.cells
        .filter((c) => c.status === 'primary' || c.status === 'secondary')
        .map((c) => c.shown ?? 'x'),
    ),
  ];
  if (marks.length === 0) return undefined;
  if (complete.note) return complete.note;
  const { from, to } = complete.small;
  const range = from === to ? `of ${from}` : `from ${from} to ${to}`;
  const others = table.cells.some((cell) => cell.status === 'secondary')
    ? ', and some larger numbers that would give them away,'
    : '';
  const zeros = complete.zeros === 'shown' ? ' Zeros are always shown.' : '';
  return `Numbers ${range}${others} are replaced by ${marks.join(' or ')} so that no child can be identified.${zeros}`;
}

/** A table as text: the last dimension across, the others down. */
export function asText(table: Table, policy: Policy = {}): string {
  const { rows, columns, at } = grid(table);
  const lines = [
    [table.dims.slice(0, -1).join(' / '), ...columns],
    ...rows.map((row) => [row.join(' / '), ...columns.map((column) => printedCell(at(row, column)))]),
  ];
  const widths = lines[0]!.map((_, i) => Math.max(...lines.map((line) => line[i]!.length)));
  const text = lines.map((line) =>
    line
      .map((value, i) => (i === 0 ? value.padEnd(widths[i]!) : value.padStart(widths[i]!)))
      .join('  ')
      .trimEnd(),
  );
  const note = noteOf(table, policy);
  return [table.title ?? table.id, ...text, ...(note ? [note] : [])].join('\n');
}

/** A table as accessible HTML: caption, headings with scope, and marks that say in words what they stand for. */
export function asHtml(table: Table, policy: Policy = {}): string {
  const { rows, columns, at } = grid(table);
  const cell = (row: readonly string[], column: string): string => {
    const found = at(row, column);
    const hidden = found?.status === 'primary' || found?.status === 'secondary';
    const text = escaped(printedCell(found));
    return hidden
      ? `<td><span aria-hidden="true">${text}</span><span class="govuk-visually-hidden">not shown</span></td>`
      : `<td>${text}</td>`;
  };
  const note = noteOf(table, policy);
  return [
    `<table><caption>${escaped(table.title ?? table.id)}</caption>`,
    `<thead><tr><th scope="col">${escaped(table.dims.slice(0, -1).join(' / '))}</th>${columns.map((c) => `<th scope="col">${escaped(c)}</th>`).join('')}</tr></thead>`,
    `<tbody>${rows.map((row) => `<tr><th scope="row">${escaped(row.join(' / '))}</th>${columns.map((column) => cell(row, column)).join('')}</tr>`).join('')}</tbody></table>`,
    ...(note ? [`<p>${escaped(note)}</p>`] : []),
  ].join('\n');
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function grid(table: Table) {
  const one = table.dims.length === 1;
  const rowOf = (cell: Cell): readonly string[] => (one ? cell.at : cell.at.slice(0, -1));
  const columnOf = (cell: Cell): string => (one ? 'n' : cell.at.at(-1)!);
  const rows = [...new Map(table.cells.map((cell) => [JSON.stringify(rowOf(cell)), rowOf(cell)])).values()];
  const columns = [...new Set(table.cells.map(columnOf))];
  const cells = new Map(table.cells.map((cell) => [JSON.stringify([rowOf(cell), columnOf(cell)]), cell]));
  return {
    rows,
    columns,
    at: (row: readonly string[], column: string) => cells.get(JSON.stringify([row, column])),
  };
}

/** An audit in words: what can be worked out, how, and what is wrong in print. */
export function auditText(report: AuditReport): string {
  const leaks = report.findings.filter((finding) => finding.leak);
  const others = report.findings.filter((finding) => !finding.leak);
  const list = (title: string, lines: readonly string[]): string[] =>
    lines.length > 0 ? ['', `${title} (${lines.length})`, ...lines.map((line) => `- ${line}`)] : [];
  const place = (p: { table: string; at: readonly string[] }): string => `${p.table}, ${p.at.join(' / ')}`;
  return [
    report.ok ? 'No hidden count can be worked out.' : `${leaks.length} counts are given away.`,
    `${report.cells.length} cells without a count; ${report.exact} can be computed exactly.`,
    ...list(
      'Given away',
      leaks.map((finding) => finding.words),
    ),
    ...list(
      'Also computable, not small',
      others.map((finding) => finding.words),
    ),
    ...list(
      'Small counts printed all the same',
      report.printed.map((p) => `${place(p)}: ${p.n}`),
    ),
    ...list(
      'Percentages with no base stated',
      report.bases.map((b) => `${place(b)}: needs a base of at least ${b.smallest}`),
    ),
    ...list(
      'Printed numbers that do not agree',
      report.problems.map((problem) => problem.message),
    ),
  ].join('\n');
}

/** A proof in words. */
export function proofText(proof: Proof): string {
  const widths = proof.cells.map((cell) =>
    cell.high === null ? Number.POSITIVE_INFINITY : cell.high - cell.low,
  );
  return [
    `${proof.primary} small counts hidden, ${proof.secondary} other cells with them (${proof.method}; no choice does with less than ${proof.lowerBound}, this one loses ${proof.loss}).`,
    proof.cells.length > 0
      ? `Every protected count keeps an interval of at least ${Math.min(...widths)} against: ${proof.attackers.join(', ')}.`
      : 'Nothing had to be hidden.',
    ...proof.unprotected.map((line) => `Not protected: ${line}`),
    ...proof.limits.map((line) => `Limit: ${line}`),
    ...proof.problems.map((problem) => `In print: ${problem.message}`),
  ].join('\n');
}

/** All tables of a publication as text. */
export const publicationText = (publication: Publication, policy: Policy): string =>
  publication.tables.map((table) => asText(table, policy)).join('\n\n');
