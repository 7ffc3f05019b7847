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
      .openapi({ description: 'One entry for each parameter or field that is wrong.' }),
  })
  .openapi('Problem');

export type Problem = z.infer<typeof problemSchema>;

/** Every status a problem may have: its stable type, its title, and what it means on any route. */
const KINDS = {
  400: ['bad-request', 'Bad request', 'A parameter is wrong; the answer names it.'],
  401: ['not-signed-in', 'Not signed in', 'No token, or one that does not hold; the answer says why.'],
  403: ['denied', 'Denied', 'The roles of whoever asks do not allow it.'],
  404: ['not-found', 'Not found', 'There is no such thing, or none for whoever asks.'],
  406: ['not-acceptable', 'Not acceptable', 'None of the forms asked for is offered.'],
  409: ['conflict', 'Conflict', 'It contradicts what is stored.'],
  412: ['changed-meanwhile', 'Changed meanwhile', 'The version named is no longer the current one.'],
  413: ['too-large', 'Too large', 'The body is larger than this route takes.'],
  415: [
    'unsupported-media-type',
    'Unsupported media type',
    'The body is in a form this route does not read.',
  ],
  422: ['invalid', 'Invalid', 'The record or question is wrong; `errors` says where.'],
  428: ['version-needed', 'Version needed', 'The request has to name the version it is meant for.'],
  429: ['too-many-requests', 'Too many requests', 'Wait as long as Retry-After says.'],
  500: ['internal-error', 'Internal error', 'Something went wrong here.'],
  503: ['unavailable', 'Unavailable', 'The database cannot do it now; nothing was half done.'],
} as const;

export type ProblemStatus = keyof typeof KINDS;

/** A problem as a value: kept with a job that failed, answered to a request. */
export function problemOf(
  status: ProblemStatus,
  detail: string,
  errors?: readonly { path: string; message: string }[],
): Problem {
  const [type, title] = KINDS[status];
  return {
    type: `https://schemas.cic-toolkit.org/problems/${type}`,
    title,
    status,
    detail,
    ...(errors ? { errors: [...errors] } : {}),
  };
}

/** A problem as the answer to a request. */
export const problem = <Status extends ProblemStatus>(
  c: Context,
  status: Status,
  detail: string,
  errors?: readonly { path: string; message: string }[],
) => c.json(problemOf(status, detail, errors), status, { 'content-type': 'application/problem+json' });

const response = (status: ProblemStatus) => ({
  description: KINDS[status][2],
  content: { 'application/problem+json': { schema: problemSchema } },
});

/** What routes may answer besides their result, for routes that are described by zod. */
export const problems = { 400: response(400), 403: response(403), 404: response(404) } as const;

/** The same for documents: `{ 404: { $ref: … } }`, of components that {@link problemComponents} brings. */
export const problemRefs = (...statuses: readonly ProblemStatus[]) =>
  Object.fromEntries(
    statuses.map((status) => [status, { $ref: `#/components/responses/${KINDS[status][0]}` }]),
  );

export const problemComponents = Object.fromEntries(
  Object.values(KINDS).map(([type, , description]) => [
    type,
    {
      description,
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  ]),
);
