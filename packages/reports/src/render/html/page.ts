import { english, type Language } from '../../language/language.ts';
import type { BuiltCell, BuiltDefinition, BuiltList, BuiltReport, BuiltSection } from '../../model.ts';
import { html, type Markup } from './markup.ts';
import { STYLE } from './style.ts';
import { tableHtml } from './table.ts';

export interface HtmlOptions {
  /** The language the report was made in; its words around the figures are taken from it. */
  readonly language?: Language;
  /** Where the children behind a figure are, for whoever may see them. */
  readonly behind?: (cell: BuiltCell) => string | undefined;
}

const listed = (value: BuiltList['rows'][number]['cells'][string] | undefined): string =>
  value === undefined ? '' : typeof value === 'object' ? value.join('; ') : String(value);

function listHtml({ title, columns, rows }: BuiltList): Markup {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${title}"><table><caption>${title}</caption><thead><tr>${columns.map((column) => html`<th scope="col" class="words">${column.title}</th>`)}</tr></thead><tbody>${rows.map(
    ({ cells }) =>
      html`<tr>${columns.map(({ id }) => html`<td class="words">${listed(cells[id])}</td>`)}</tr>`,
  )}</tbody></table></div>`;
}

function inside(section: BuiltSection, language: Language, options: HtmlOptions): Markup {
  switch (section.kind) {
    case 'table':
      return tableHtml(section, language, options);
    case 'list':
      return listHtml(section);
    case 'text':
      return html`<h2>${section.title}</h2>${section.paragraphs.map((one) => html`<p>${one}</p>`)}`;
    case 'left out':
      return html`<h2>${section.title}</h2><p class="note">${section.reason}</p>`;
  }
}

const CERTAINTY = {
  published: undefined,
  proposed: 'report.definition.proposed',
  'from memory': 'report.definition.remembered',
} as const;

function definitionHtml(one: BuiltDefinition, { say }: Language): Markup {
  const certainty = CERTAINTY[one.certainty];
  const source = [one.source, ...one.codes, ...(certainty ? [say(certainty)] : [])].join('; ');
  return html`<dt id="definition-${one.id}">${one.title}</dt><dd>${one.definition}<span>${say('report.definition.population')}: ${one.population}. ${say('report.definition.source')}: ${source}.</span></dd>`;
}

/**
 * A report as one HTML file: it needs no script and nothing from elsewhere, prints on A4, and is the same, byte for byte,
 * whenever it is made from the same report.
 */
export function renderHtml(report: BuiltReport, options: HtmlOptions = {}): string {
  const language = options.language ?? english;
  const { say } = language;
  const made = /^\d{4}-\d{2}-\d{2}/.test(report.madeAt)
    ? language.day(report.madeAt.slice(0, 10))
    : report.madeAt;
  const many = report.sections.length > 4;
  const page = html`<!doctype html>
<html lang="${language.tag}" dir="${language.direction}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${report.title}, ${report.period.label}: ${report.council.name}</title><style>${{ html: STYLE }}</style></head><body>
<header class="masthead"><p class="council">${report.council.name}</p><h1>${report.title}</h1><ul class="facts"><li>${report.period.label}</li><li>${say('report.asAt', { day: language.day(report.asAt) })}</li><li>${say('report.made', { day: made })}</li><li class="audience">${say(`report.audience.${report.audience}`)}</li></ul></header>
${many ? html`<nav aria-label="${say('report.contents')}"><h2>${say('report.contents')}</h2><ol>${report.sections.map(({ title }, i) => html`<li><a href="#section-${i + 1}">${title}</a></li>`)}</ol></nav>` : ''}<main>
${report.sections.map((section, i) => html`<section id="section-${i + 1}"${section.kind === 'text' && i === 0 ? html` class="lead"` : ''}>${inside(section, language, options)}</section>\n`)}${
  report.definitions.length > 0
    ? html`<section class="definitions"><h2>${say('report.definitions')}</h2><dl>${report.definitions.map((one) => definitionHtml(one, language))}</dl></section>`
    : ''
}</main></body></html>
`;
  return page.html;
}
