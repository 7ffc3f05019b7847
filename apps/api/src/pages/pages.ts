import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Hono } from 'hono';
import { html } from 'hono/html';
import type { Source } from '../source/source.ts';
import { type PageContext, startPage } from './start.ts';

const swaggerFolder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
const SWAGGER_FILES: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
};

/** Pages for people: the start page, and the API to browse. Everything they need comes from this server. */
export function pages(source: Source, context: PageContext) {
  return new Hono()
    .get('/', async (c) => c.html(await startPage(c, source, context)))
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
              ${context.notices.map((notice) => html`<p>${notice}</p>`)}
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
