import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';

/** A problem as RFC 9457 has it: what went wrong, in a form that programs and people can read. */
export const problemSchema = z
  .object({
    type: z.string().openapi({ example: 'https://schemas.cic-toolkit.org/problems/not-found' }),
    title: z.string().openapi({ example: 'Not found' }),
    status: z.number().int(),
    detail: z.string().openapi({ example: "There is no indicator 'childern-in-care'." }),
    errors: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .optional()
      .openapi({ description: 'One entry for each parameter that is wrong.' }),
  })
  .openapi('Problem');

export type Problem = z.infer<typeof problemSchema>;

const TITLES = {
  400: ['bad-request', 'Bad request'],
  404: ['not-found', 'Not found'],
  500: ['internal-error', 'Internal error'],
} as const;

export function problem<Status extends keyof typeof TITLES>(
  c: Context,
  status: Status,
  detail: string,
  errors?: readonly { path: string; message: string }[],
) {
  const [type, title] = TITLES[status];
  const body: Problem = {
    type: `https://schemas.cic-toolkit.org/problems/${type}`,
    title,
    status,
    detail,
    ...(errors ? { errors: [...errors] } : {}),
  };
  return c.json(body, status, { 'content-type': 'application/problem+json' });
}

const response = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problemSchema } },
});

/** What every route may answer besides its result. */
export const problems = {
  400: response('A parameter is wrong; the answer names it.'),
  404: response('There is no such thing.'),
} as const;
