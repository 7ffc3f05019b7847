import { checkDocument, printedDocument, readDocument, TableError } from '@cic/printed-tables';
import { Hono } from 'hono';
import { z } from 'zod';
import type { Signed } from '../deployment.ts';
import { jsonObject } from '../http/body.ts';
import { problem, problemRefs } from '../problem.ts';

/** Tables somebody is about to print, or has been sent: nothing of them is kept. */
export const tableRoutes = () =>
  new Hono<Signed>().post('/tables/check', async (c) => {
    const body = await jsonObject(c);
    try {
      return c.json({ findings: checkDocument(readDocument(body)) });
    } catch (error) {
      if (!(error instanceof TableError)) throw error;
      const errors = error.problems.map((message) => ({ path: '', message }));
      return problem(c, 422, 'These tables cannot be read; `errors` says why.', errors);
    }
  });

const text = { type: 'string' };

/** The same in the OpenAPI document. */
export const tablePaths = {
  '/tables/check': {
    post: {
      tags: ['Tables'],
      summary: 'What in printed tables cannot be right: totals, shares, relations, titles; nothing is kept',
      requestBody: {
        required: true,
        content: { 'application/json': { schema: z.toJSONSchema(printedDocument, { io: 'input' }) } },
      },
      responses: {
        200: {
          description: 'Findings; an empty list where there is nothing to find',
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['findings'],
                properties: {
                  findings: {
                    type: 'array',
                    items: {
                      type: 'object',
                      required: ['check', 'table', 'message'],
                      properties: {
                        check: text,
                        table: text,
                        row: text,
                        column: text,
                        printed: text,
                        expected: text,
                        message: text,
                      },
                    },
                  },
                },
              },
            },
          },
        },
        ...problemRefs(400, 401, 403, 404, 413, 415, 422, 429, 500, 503),
      },
    },
  },
};
