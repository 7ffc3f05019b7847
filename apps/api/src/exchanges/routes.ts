import type { ReturnFile } from '@cic/ssda903';
import { isRefusal } from '@cic/store';
import { type Context, Hono } from 'hono';
import type { Signed } from '../deployment.ts';
import { mediaType } from '../http/body.ts';
import { refused } from '../http/refusal.ts';
import { problem, problemRefs } from '../problem.ts';
import { checkReturn, findingsOf, importOf, mayNotImport } from './ssda903.ts';

type Exchange = Context<Signed, '/exchanges/ssda903/:year/:step'>;

/** The files of a request: those of a form, or the body itself as one. */
async function filesOf(c: Exchange): Promise<ReturnFile[] | undefined> {
  const type = mediaType(c);
  if (type === 'multipart/form-data') {
    const form = await c.req.raw.formData().catch(() => undefined);
    if (!form) return undefined;
    const files = [...form.values()].filter((value) => typeof value !== 'string');
    return Promise.all(
      files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
    );
  }
  const names: Readonly<Record<string, string>> = {
    'text/csv': 'return.csv',
    'application/xml': 'return.xml',
    'text/xml': 'return.xml',
    'application/zip': 'return.zip',
  };
  const name = Object.hasOwn(names, type) ? names[type]! : undefined;
  return name === undefined ? undefined : [{ name, bytes: new Uint8Array(await c.req.arrayBuffer()) }];
}

/** The return of a request, checked; or the answer that says why not. */
async function returnOf(c: Exchange) {
  const { deployment, session } = c.var;
  const denied = mayNotImport(deployment.store.policy, session);
  if (denied) return refused(c, denied);
  const year = Number(c.req.param('year'));
  if (!Number.isInteger(year) || year < 2000 || year > 2100) {
    return problem(c, 400, 'year: the collection year, as 2026 for the year to 31 March 2026');
  }
  const files = await filesOf(c);
  if (!files)
    return problem(
      c,
      415,
      'Send CSV files or one XML file as a form, or a zip archive, CSV or XML as the body.',
    );
  const checked = checkReturn(files, year, deployment.council.code);
  return isRefusal(checked) ? refused(c, checked) : checked;
}

/**
 * Bringing in a return. Nothing that is uploaded is kept on the way: the file is sent for its findings, again for the
 * preview, and again with the preview's digest to be brought in, which then does exactly what was shown, or nothing.
 */
export const exchangeRoutes = () =>
  new Hono<Signed>()
    .post('/exchanges/ssda903/:year/findings', async (c) => {
      const checked = await returnOf(c);
      return checked instanceof Response ? checked : c.json(findingsOf(checked));
    })
    .post('/exchanges/ssda903/:year/preview', async (c) => {
      const checked = await returnOf(c);
      if (checked instanceof Response) return checked;
      const preview = await c.var.session.previewImport(importOf(checked.given));
      return isRefusal(preview) ? refused(c, preview) : c.json(preview);
    })
    .post('/exchanges/ssda903/:year/commit', async (c) => {
      const digest = c.req.query('digest');
      if (digest === undefined || !/^[0-9a-f]{64}$/.test(digest)) {
        return problem(c, 428, 'Name the digest of the preview that was agreed to: ?digest=…');
      }
      const checked = await returnOf(c);
      if (checked instanceof Response) return checked;
      const done = await c.var.session.commitImport(importOf(checked.given), digest);
      return isRefusal(done) ? refused(c, done) : c.json(done);
    })
    .post('/exchanges/acts/:act/undo', async (c) => {
      const act = Number(c.req.param('act'));
      if (!Number.isSafeInteger(act) || act < 1) return problem(c, 400, 'act: the number a commit answered');
      const done = await c.var.session.undoImport(act);
      return isRefusal(done) ? refused(c, done) : c.json(done);
    });

const json = (description: string, properties: object) => ({
  description,
  content: { 'application/json': { schema: { type: 'object', properties } } },
});
const count = { type: 'integer' };
const list = { type: 'array', items: { type: 'object' } };
const planned = {
  digest: { type: 'string' },
  added: list,
  changed: list,
  unchanged: count,
  removed: list,
  rejected: list,
};
const always = problemRefs(400, 401, 403, 404, 429, 500, 503);
const year = {
  name: 'year',
  in: 'path',
  required: true,
  schema: { type: 'string' },
  description: 'Collection year: 2026 is the year to 31 March 2026.',
};
const binary = { schema: { type: 'string', contentMediaType: 'application/octet-stream' } };
const upload = {
  required: true,
  content: {
    'multipart/form-data': { schema: { type: 'object', additionalProperties: binary.schema } },
    'text/csv': binary,
    'application/xml': binary,
    'application/zip': binary,
  },
};

const step = (summary: string, answer: object, more: readonly object[] = []) => ({
  post: {
    tags: ['Exchanges'],
    summary,
    parameters: [year, ...more],
    requestBody: upload,
    responses: { 200: answer, ...always, ...problemRefs(409, 413, 415, 422, 428) },
  },
});

/** The exchanges in the OpenAPI document. */
export const exchangePaths = {
  '/exchanges/ssda903/{year}/findings': step(
    'Check a return by the rules of its year',
    json('Findings', {
      year: count,
      findings: count,
      tables: { type: 'object' },
      rules: { type: 'object' },
      reading: list,
      explained: list,
    }),
  ),
  '/exchanges/ssda903/{year}/preview': step('What bringing in a return would do', json('The plan', planned)),
  '/exchanges/ssda903/{year}/commit': step(
    'Bring in a return exactly as it was previewed',
    json('What was done; `act` undoes it', { ...planned, act: count }),
    [
      {
        name: 'digest',
        in: 'query',
        required: true,
        schema: { type: 'string' },
        description: 'Of the preview.',
      },
    ],
  ),
  '/exchanges/acts/{act}/undo': {
    post: {
      tags: ['Exchanges'],
      summary: 'Undo what a file brought, as one act',
      parameters: [
        {
          name: 'act',
          in: 'path',
          required: true,
          schema: { type: 'string' },
          description: 'As a commit answered.',
        },
      ],
      responses: {
        200: json('The act that undid it', { act: count, records: count }),
        ...always,
        ...problemRefs(409, 422),
      },
    },
  },
};
