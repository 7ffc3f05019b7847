import { aCouncil } from '@cic/core/testing';
import { KEY } from '@cic/store/testing';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import pg from 'pg';
import { createServer } from '../src/server.ts';

/** One of the two servers that are compared, in a process of its own: `served.ts api|bare DATABASE_URL ISSUER`. */
const [, , which, url, issuer] = process.argv as [string, string, 'api' | 'bare', string, string];

async function bare(): Promise<string> {
  const pool = new pg.Pool({ connectionString: url, max: 10, options: '-c cic.council=sample' });
  const app = new Hono()
    .get('/records/:type/:id', async (c) => {
      const { type, id } = c.req.param();
      const { rows } = await pool.query({
        name: 'one',
        text: `select id, version, data, recorded_at from cic.record
          where council = 'sample' and type = $1 and id = $2 and superseded_at is null and not deleted`,
        values: [type, id],
      });
      return c.json(rows[0]);
    })
    .get('/records/:type', async (c) => {
      const { rows } = await pool.query({
        name: 'list',
        text: `select id, version, data, recorded_at from cic.record
          where council = 'sample' and type = $1 and data ->> 'child' = $2 and superseded_at is null and not deleted
          order by id limit 100`,
        values: [c.req.param('type'), c.req.query('where')!.split('.')[2]],
      });
      return c.json({ records: rows });
    })
    .post('/records/:type', async (c) => {
      const { rows } = await pool.query({
        name: 'write',
        text: 'insert into cic.bare (data) values ($1) returning id',
        values: [await c.req.json()],
      });
      return c.json(rows[0], 201);
    });
  return new Promise((done) => {
    serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      done(`http://127.0.0.1:${port}`),
    );
  });
}

const api = async () =>
  (
    await createServer({
      council: aCouncil(),
      database: url,
      pseudonymKey: KEY,
      oidc: { issuer, audience: 'cic' },
      port: 0,
      limits: { perMinute: 1_000_000 },
    })
  ).url;

process.send?.(await (which === 'api' ? api() : bare()));
