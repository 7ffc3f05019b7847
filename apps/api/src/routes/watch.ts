import type { AuditQuestion } from '@cic/store';
import { isRefusal } from '@cic/store';
import { z } from '@hono/zod-openapi';
import { Hono } from 'hono';
import type { Signed } from '../deployment.ts';
import { jsonObject } from '../http/body.ts';
import { refused } from '../http/refusal.ts';
import { problem, problemRefs } from '../problem.ts';
import { knownOn } from '../records/question.ts';

const text = z.string().min(1).max(200);

const auditQuestion = z.strictObject({
  child: text.optional(),
  by: text.optional(),
  action: text.optional(),
  record: text.optional(),
  from: knownOn.optional(),
  until: knownOn.optional(),
  limit: z.number().int().min(1).max(1000).optional(),
  skip: z.number().int().min(0).max(1_000_000).optional(),
});

const feed = z.strictObject({
  after: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
  limit: z.coerce.number().int().min(1).max(1000).default(1000),
});

const said = (error: z.ZodError): string =>
  error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');

/** What happened: the change feed, and the audit for those who answer for it. */
export const watchRoutes = () =>
  new Hono<Signed>()
    .get('/changes', async (c) => {
      const asked = feed.safeParse(c.req.query());
      if (!asked.success) return problem(c, 400, said(asked.error));
      const changes = await c.var.session.changes(asked.data.after, asked.data.limit);
      return c.json({ changes, after: changes.at(-1)?.seq ?? asked.data.after });
    })
    .post('/audit/query', async (c) => {
      const asked = auditQuestion.safeParse(await jsonObject(c));
      if (!asked.success) return problem(c, 400, said(asked.error));
      const question = Object.fromEntries(
        Object.entries(asked.data).filter(([, value]) => value !== undefined),
      ) as AuditQuestion;
      const entries = await c.var.session.searchAudit(question);
      return isRefusal(entries) ? refused(c, entries) : c.json({ entries });
    });

const json = (description: string, properties: object) => ({
  description,
  content: { 'application/json': { schema: { type: 'object', properties } } },
});
const whole = { type: 'integer', minimum: 0 };
const always = problemRefs(400, 401, 403, 404, 429, 500, 503);

/** The same in the OpenAPI document. */
export const watchPaths = {
  '/ready': {
    get: {
      tags: ['Council'],
      summary: 'Whether the database answers',
      security: [],
      responses: { 200: json('It does', { status: { const: 'ready' } }), ...problemRefs(400, 503) },
    },
  },
  '/changes': {
    get: {
      tags: ['Records'],
      summary: 'What changed after a line of the feed, of what whoever asks may read: ids only',
      parameters: [
        { name: 'after', in: 'query', schema: whole, description: 'The last number read.' },
        { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 1000 } },
      ],
      responses: {
        200: json('In order of commits', {
          changes: {
            type: 'array',
            items: {
              type: 'object',
              required: ['seq', 'kind', 'type', 'id', 'version', 'at'],
              properties: {
                seq: whole,
                kind: { enum: ['added', 'changed', 'removed', 'erased'] },
                type: { type: 'string' },
                id: { type: 'string' },
                version: whole,
                child: { type: 'string' },
                at: { type: 'string', format: 'date-time' },
              },
            },
          },
          after: whole,
        }),
        ...always,
      },
    },
  },
  '/audit/query': {
    post: {
      tags: ['Council'],
      summary: 'Entries of the audit, the newest first; asking is an entry too',
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: z.toJSONSchema(auditQuestion, { target: 'draft-2020-12', io: 'input' }),
          },
        },
      },
      responses: {
        200: json('Entries', { entries: { type: 'array', items: { type: 'object' } } }),
        ...always,
        ...problemRefs(413, 415, 422),
      },
    },
  },
};
