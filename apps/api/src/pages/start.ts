import { type Council, type Indicator, type Period, printValue, timelinessOf } from '@cic/core';
import type { Context } from 'hono';
import { html } from 'hono/html';
import { groupBy } from '../groupBy.ts';
import { type GivenFigure, isWithheld, type Source } from '../source/source.ts';
import { page } from './layout.ts';
import { trend } from './trend.ts';

interface Row {
  readonly indicator: Indicator;
  /** A figure for each year shown. */
  readonly figures: readonly (GivenFigure | undefined)[];
}

interface Field {
  readonly id: string;
  readonly title: string;
  /** What is measured, then how often each duty is met in time. */
  readonly rows: readonly Row[];
  readonly onTime: readonly Row[];
}

function fieldsOf(council: Council, over: readonly Period[], figures: readonly GivenFigure[]): Field[] {
  const byIndicator = groupBy(figures, ({ indicator }) => indicator.id);
  const rows = (indicators: readonly Indicator[]): Row[] =>
    indicators
      .map((indicator) => ({
        indicator,
        figures: over.map(({ end }) =>
          byIndicator.get(indicator.id)?.find(({ period }) => period.end === end),
        ),
      }))
      .filter((row) => row.figures.some((figure) => figure?.value != null));
  return council.plugins.map(({ id, title, indicators = [], duties = [] }) => {
    const timeliness = new Set(duties.map((duty) => timelinessOf(duty).id));
    return {
      id,
      title,
      rows: rows(indicators.filter((indicator) => !timeliness.has(indicator.id))),
      onTime: rows([...timeliness].map((indicator) => council.indicator(indicator))),
    };
  });
}

/** Units that the figures themselves do not show. */
const unitOf = ({ unit }: Indicator): string => (unit === 'count' || unit === 'percent' ? '' : unit);

const cell = (figure: GivenFigure | undefined) =>
  html`<td class="number">${figure ? printValue(figure.indicator, figure.value) : '–'}</td>`;

const table = (caption: string, over: readonly Period[], rows: readonly Row[]) =>
  rows.length === 0
    ? ''
    : html`<table>
        <caption>
          ${caption}
        </caption>
        <thead>
          <tr>
            <th scope="col">Indicator</th>
            ${over.map(({ label }) => html`<th scope="col" class="number">${label}</th>`)}
            <th scope="col"><span aria-hidden="true">Trend</span></th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ({ indicator, figures }) => html`<tr>
              <th scope="row">
                <a href="/indicators/${indicator.id}/series?by=age" title="${indicator.definition}">${indicator.title}</a>
                <span class="soft">${unitOf(indicator)}</span>
              </th>
              ${figures.map(cell)}
              <td>${trend(figures.map((figure) => figure?.value ?? null))}</td>
            </tr>`,
          )}
        </tbody>
      </table>`;

const section = (over: readonly Period[], { id, title, rows, onTime }: Field, open: boolean) =>
  html`<details id="${id}" ${open ? 'open' : ''}>
    <summary>
      <h2>${title}</h2>
      <span class="soft">${rows.length} indicators${onTime.length > 0 ? `, ${onTime.length} on time` : ''}</span>
    </summary>
    ${table('Figures of the whole council, not suppressed', over, rows)}
    ${table('Done in time, of what was due', over, onTime)}
  </details>`;

/** What pages show besides what they are about. */
export interface PageContext {
  readonly notices: readonly string[];
  /** Whether whoever looks is signed in by their browser. */
  readonly canSignOut: boolean;
}

/** A page that shows a newcomer what there is: the council's figures over the years by field, and where to go from here. */
export async function startPage(c: Context, source: Source, { notices, canSignOut }: PageContext) {
  const { council } = source;
  const over = source.periods().slice(-5);
  const results = await source.allFigures(c, over);
  const fields = isWithheld(results)
    ? []
    : fieldsOf(council, over, results.figures).filter(({ rows, onTime }) => rows.length + onTime.length > 0);
  return page({
    title: `${council.name}: children in care`,
    notices,
    body: html`<h1>${council.name}</h1>
      <nav aria-label="This service">
        <ul>
          <li><a href="/docs">Browse the API</a></li>
          <li><a href="/openapi.json">OpenAPI document</a></li>
          <li><a href="/indicators">Definitions</a></li>
          <li><a href="/duties">What is due</a></li>
          <li><a href="/children">Children</a></li>
          ${canSignOut ? html`<li><form method="post" action="/sign-out"><button>Sign out</button></form></li>` : ''}
        </ul>
      </nav>
      ${isWithheld(results) ? html`<p>${results.withheld}</p>` : ''}
      ${fields.map((field, i) => section(over, field, i === 0))}
      ${fields.length === 0 && !isWithheld(results) ? html`<p>No figures yet: bring in a return, or records.</p>` : ''}`,
  });
}
