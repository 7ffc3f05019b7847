import { endYear, periodIn, yearsIn } from '../periods.ts';
import type { PrintedTable } from '../table.ts';
import type { Finding } from './finding.ts';
import { cellsOf } from './intervals.ts';

/** A title that promises later years than the table holds, or earlier ones. */
function coverage({ id, title, columns, rows }: PrintedTable): Finding[] {
  const promised = yearsIn(title);
  const held = [...columns, ...rows.map(({ label }) => label)].flatMap((heading) => {
    const period = periodIn(heading);
    return period ? [endYear(period)] : [];
  });
  if (promised.length === 0 || held.length === 0) return [];
  const [wanted, last] = [Math.max(...promised), Math.max(...held)];
  return wanted <= last
    ? []
    : [
        {
          check: 'title',
          table: id,
          printed: title,
          expected: `${last - 1}/${String(last % 100).padStart(2, '0')}`,
          message: `The title promises the year to ${wanted}; the figures end in ${last}.`,
        },
      ];
}

const OPPOSITES: readonly (readonly [RegExp, RegExp, string, string])[] = [
  [/\b(?:within|inside)\b/i, /\boutside\b/i, 'within', 'outside'],
  [/\boutside\b/i, /\b(?:within|inside)\b/i, 'outside', 'within'],
];

/** A title that says one thing over headings that all say its opposite. */
function contradiction({ id, title, columns, rows }: PrintedTable): Finding[] {
  const headings = [...columns, ...rows.map(({ label }) => label)];
  return OPPOSITES.flatMap(([said, meant, word, opposite]): Finding[] => {
    const contradicted =
      said.test(title) &&
      !meant.test(title) &&
      headings.some((heading) => meant.test(heading)) &&
      !headings.some((heading) => said.test(heading));
    return contradicted
      ? [
          {
            check: 'labels',
            table: id,
            printed: title,
            expected: opposite,
            message: `The title says '${word}', the headings say '${opposite}'.`,
          },
        ]
      : [];
  });
}

const LOOKS_LIKE_DATE = /\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b/;

/** A heading that looks like a date and is none: 31/13/20. */
const headings = ({ id, columns }: PrintedTable): Finding[] =>
  columns
    .filter((column) => LOOKS_LIKE_DATE.test(column) && periodIn(column) === undefined)
    .map((column) => ({
      check: 'heading',
      table: id,
      column,
      printed: column,
      message: `The heading '${column}' looks like a date and is none.`,
    }));

/** Figures that were read in spite of how they are printed. */
const printing = (table: PrintedTable): Finding[] =>
  cellsOf(table).flatMap((cells, row) =>
    cells.flatMap(({ printed, figures }, at) =>
      figures.flatMap(({ warnings = [] }) =>
        warnings.map(
          (warning): Finding => ({
            check: 'print',
            table: table.id,
            row: table.rows[row]!.label,
            column: table.columns[at + 1]!,
            printed,
            message: `'${printed}' has ${warning}.`,
          }),
        ),
      ),
    ),
  );

/** What titles, headings and the printing of figures show. */
export const checkWords = (table: PrintedTable): Finding[] => [
  ...coverage(table),
  ...contradiction(table),
  ...headings(table),
  ...printing(table),
];
