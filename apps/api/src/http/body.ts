import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ProblemStatus } from '../problem.ts';

/** Levels of objects and lists a body may have: no record type has more than six. */
const DEEPEST = 32;

/** Why a value cannot be a record's; undefined where it can. */
function unfit(value: unknown, depth = 0): string | undefined {
  if (typeof value === 'string') {
    return /[\0\p{Surrogate}]/u.test(value)
      ? 'The body has a text with characters that are none (U+0000, half of a surrogate pair).'
      : undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth === DEEPEST) return `The body is nested more than ${DEEPEST} levels deep.`;
  for (const [key, item] of Object.entries(value)) {
    const reason = unfit(key) ?? unfit(item, depth + 1);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

/** What a body says it is: 'application/json'. */
export const mediaType = (c: Context): string =>
  c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';

const stop = (status: ProblemStatus, message: string): never => {
  throw new HTTPException(status, { message });
};

/**
 * A text that came with a request, as a JSON object.
 * @throws HTTPException 400 for what is none
 */
export function objectIn(text: string, what = 'The body'): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return stop(400, `${what} is not JSON.`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return stop(400, `${what} has to be a JSON object.`);
  }
  const reason = unfit(value);
  return reason === undefined ? (value as Readonly<Record<string, unknown>>) : stop(400, reason);
}

/**
 * The body of a request as a JSON object.
 * @throws HTTPException 415 for another media type, 400 for what is no JSON object
 */
export async function jsonObject(c: Context): Promise<Readonly<Record<string, unknown>>> {
  const type = mediaType(c);
  if (type !== 'application/json' && type !== 'application/merge-patch+json') {
    return stop(415, 'Send the body as application/json.');
  }
  return objectIn(await c.req.text());
}
