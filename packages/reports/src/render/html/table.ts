import type { Language } from '../../language/language.ts';
import type { BuiltCell, BuiltRow, BuiltTable } from '../../model.ts';
import { chart } from './chart.ts';
import { html, type Markup } from './markup.ts';
import { sparkline } from './sparkline.ts';

const SHAPES = { green: '●', amber: '▲', red: '■' } as const;
const WORDS = new Set(['trend', 'target status', 'rating', 'target', 'band', 'title', 'unit']);

const isWords = ({ state, show }: BuiltCell): boolean =>
  state === 'text' || (show !== undefined && WORDS.has(show));

/** What is under a number: how many it is out of. */
const outOf = ({ state, show, base, printed, second }: BuiltCell, language: Language): Markup | undefined =>
  state === 'value' &&
  show === 'value' &&
  second === undefined &&
  base !== null &&
  base !== undefined &&
  printed.includes('%')
    ? html`<span class="of">${language.say('report.base', { base: language.number(base, 0) })}</span>`
    : undefined;

/** A cell's content. Why there is no figure is said to whoever cannot see the dash, and shown on pointing. */
function content(cell: BuiltCell, language: Language): Markup {
  if (cell.state === 'suppressed')
    return html`<span class="mark" aria-hidden="true">${cell.printed}</span><span class="hidden">${language.say('notShown')}</span>`;
  if (cell.state === 'not computable')
    return html`<span class="none" aria-hidden="true" title="${cell.reason ?? ''}">${cell.printed}</span><span class="hidden">${cell.reason ?? ''}</span>`;
  if (cell.series) return sparkline(cell.series, language);
  if (cell.rating)
    return html`<span class="rating ${cell.rating}"><span aria-hidden="true">${SHAPES[cell.rating]} </span>${cell.printed}</span>`;
  const judged = cell.performance === 'better' || cell.performance === 'worse' ? cell.performance : undefined;
  return html`${judged ? html`<span class="${judged}">${cell.printed}</span>` : cell.printed}${outOf(cell, language)}`;
}

interface Links {
  /** Where the children behind a figure are, for whoever may see them. */
  readonly behind?: (cell: BuiltCell) => string | undefined;
}

function cellOf(cell: BuiltCell, language: Language, current: boolean, { behind }: Links): Markup {
  const kind = cell.series ? 'course' : isWords(cell) ? 'words' : current ? 'now' : '';
  const address = cell.state === 'value' && cell.show === 'value' ? behind?.(cell) : undefined;
  const inside = content(cell, language);
  return html`<td${kind ? html` class="${kind}"` : ''}>${address ? html`<a href="${address}">${inside}</a>` : inside}</td>`;
}

/** Columns that stand on the page: a definition is at the end of the report, behind the name of the measure. */
const onPage = ({ columns }: BuiltTable): number[] =>
  columns.flatMap(({ show }, i) => (show === 'definition' ? [] : [i]));

/** The period of a column, where all its figures are of one and its heading does not say it. */
function periodOf(table: BuiltTable, column: number): string | undefined {
  const labels = new Set(
    table.rows.flatMap(({ cells }) => {
      const { period, show } = cells[column]!;
      return period && show !== 'comparator' && show !== 'series' ? [period.label] : [];
    }),
  );
  const [only] = labels;
  const { label, show } = table.columns[column]!;
  return labels.size === 1 && only !== label && (show === 'value' || show === 'base' || show === 'target')
    ? only
    : undefined;
}

function rowOf(
  row: BuiltRow,
  table: BuiltTable,
  columns: readonly number[],
  language: Language,
  links: Links,
): Markup {
  const heading = row.cells.every(({ state }) => state === 'heading');
  const level = row.level > 0 ? `l${Math.min(row.level, 2)}` : '';
  if (heading)
    return html`<tr class="group"><th scope="colgroup" colspan="${columns.length + 1}"${level ? html` class="${level}"` : ''}>${row.label}</th></tr>`;
  const indicator = row.cells.find((cell) => cell.indicator)?.indicator;
  const linked = table.from === 'scorecard' || table.from === 'duties';
  const name =
    linked && indicator ? html`<a href="#definition-${indicator}">${row.label}</a>` : html`${row.label}`;
  const sum = table.from === 'breakdown' && row.cells.some(({ where }) => where === undefined);
  return html`<tr${sum ? html` class="sum"` : ''}><th scope="row"${level ? html` class="${level}"` : ''}>${name}</th>${columns.map((i) => cellOf(row.cells[i]!, language, linked && isCurrent(table, i), links))}</tr>`;
}

/** The column of the present in a scorecard is the one in bold: the last that shows a value. */
const isCurrent = ({ columns }: BuiltTable, i: number): boolean =>
  columns.findLastIndex(({ show }) => show === 'value') === i;

/** A table as accessible HTML: caption, headings with scope, marks that are read out, notes under it. */
export function tableHtml(table: BuiltTable, language: Language, links: Links): Markup {
  const columns = onPage(table);
  const heads = columns.map((i) => {
    const { label } = table.columns[i]!;
    const when = periodOf(table, i);
    const text = table.rows.some(({ cells }) => isWords(cells[i]!)) ? 'words' : '';
    return html`<th scope="col"${text ? html` class="${text}"` : ''}>${label}${when ? html`<span class="when">${when}</span>` : ''}</th>`;
  });
  const picture = chart(table, language);
  const sparse = table.rows.length > 0 && table.rows.length <= 14;
  return html`<div${sparse ? html` class="short"` : ''}><div class="scroll" tabindex="0" role="region" aria-label="${table.title}"><table><caption>${table.title}</caption><thead><tr><th scope="col" class="words">${table.corner}</th>${heads}</tr></thead><tbody>${table.rows.map((row) => rowOf(row, table, columns, language, links))}</tbody></table></div>${table.notes.map((note) => html`<p class="note">${note}</p>`)}</div>${picture ?? ''}`;
}
