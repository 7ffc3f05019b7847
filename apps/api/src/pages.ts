import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { printValue } from '@cic/core';
import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { type GivenFigure, isWithheld, type Source } from './source/source.ts';

const swaggerFolder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
const SWAGGER_FILES: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
};

const style = `
  body { font-family: system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #0b0c0c; line-height: 1.5 }
  h1 { margin-bottom: 0 } .note { background: #f3f2f1; border-left: 0.4rem solid #1d70b8; padding: 0.6rem 1rem }
  table { border-collapse: collapse; width: 100% } th, td { text-align: left; padding: 0.35rem 0.5rem; border-bottom: 1px solid #b1b4b6 }
  td.number, th.number { text-align: right; font-variant-numeric: tabular-nums } a { color: #1d70b8 }
  code { background: #f3f2f1; padding: 0 0.2rem }
`;

/** A page that shows a newcomer what there is: the council's figures over the years, and where to go from here. */
async function startPage(c: Context, source: Source, notices: readonly string[]) {
  const { council } = source;
  const over = source.periods().slice(-5);
  const results = await source.allFigures(c, over);
  const figures = isWithheld(results) ? [] : results.figures;
  const rows = council.indicators
    .map((indicator) => ({
      indicator,
      values: over.map(({ end }) =>
        figures.find((result) => result.indicator === indicator && result.period.end === end),
      ),
    }))
    .filter(({ values }) => values.some((result) => result?.value != null));
  const cell = (result: GivenFigure | undefined) =>
    html`<td class="number">${result ? printValue(result.indicator, result.value) : '–'}</td>`;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${council.name}: children in care</title>
        <style>
          ${style}
        </style>
      </head>
      <body>
        <h1>${council.name}</h1>
        <p>${council.plugins.map(({ title }) => title).join(', ')}</p>
        ${notices.map((notice) => html`<p class="note">${notice}</p>`)}
        <p>
          <a href="/docs">Browse the API</a> · <a href="/openapi.json">OpenAPI document</a> ·
          <a href="/indicators">Definitions</a> · <a href="/duties">What is due</a> · <a href="/children">Children</a>
        </p>
        <table>
          <caption>
            ${isWithheld(results) ? results.withheld : 'Figures of the whole council, not suppressed'}
          </caption>
          <thead>
            <tr>
              <th scope="col">Indicator</th>
              ${over.map(({ label }) => html`<th scope="col" class="number">${label}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${rows.map(
              ({ indicator, values }) => html`<tr>
                <th scope="row"><a href="/indicators/${indicator.id}/series?by=age">${indicator.title}</a></th>
                ${values.map(cell)}
              </tr>`,
            )}
          </tbody>
        </table>
      </body>
    </html>`;
}

/** Pages for people: the start page, and the API to browse. Everything they need comes from this server. */
export function pages(source: Source, notices: readonly string[]) {
  return new Hono()
    .get('/', async (c) => c.html(await startPage(c, source, notices)))
    .get('/docs', (c) =>
      c.html(
        html`<!doctype html>
          <html lang="en">
            <head>
              <meta charset="utf-8" />
              <meta name="viewport" content="width=device-width, initial-scale=1" />
              <title>${source.council.name}: API</title>
              <link rel="stylesheet" href="/docs/swagger-ui.css" />
            </head>
            <body>
              ${notices.map((notice) => html`<p>${notice}</p>`)}
              <div id="api"></div>
              <script src="/docs/swagger-ui-bundle.js"></script>
              <script src="/docs/start.js"></script>
            </body>
          </html>`,
      ),
    )
    .get('/docs/start.js', (c) =>
      c.body(`SwaggerUIBundle({ url: '/openapi.json', dom_id: '#api' });\n`, 200, {
        'content-type': 'text/javascript; charset=utf-8',
      }),
    )
    .get('/docs/:file', async (c) => {
      const file = c.req.param('file');
      const type = SWAGGER_FILES[file];
      if (!type) return c.notFound();
      return c.body(await readFile(join(swaggerFolder, file)), 200, {
        'content-type': type,
        'cache-control': 'public, max-age=86400',
      });
    });
}
