import type { Context } from 'hono';
import { z } from 'zod';
import type { Signed } from '../deployment.ts';
import { problem } from '../problem.ts';

/** An id or a role, as an address asks for it. */
export const text = z.string().min(1).max(500);

/**
 * What an address asks, or the answer that names each parameter that is wrong. A parameter that is given twice where it
 * may be given once stays a list, which its schema refuses.
 */
export function questionOf<Schema extends z.ZodType>(
  c: Context<Signed>,
  schema: Schema,
  several: readonly string[] = [],
): { readonly asked: z.output<Schema> } | { readonly wrong: Response } {
  const given = Object.entries(c.req.queries()).map(([name, values]) => [
    name,
    several.includes(name) || values.length > 1 ? values : values[0],
  ]);
  const { success, data, error } = schema.safeParse(Object.fromEntries(given));
  if (success) return { asked: data };
  const errors = error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
  return {
    wrong: problem(c, 400, errors.map(({ path, message }) => `${path}: ${message}`).join('; '), errors),
  };
}

/** A parameter in the OpenAPI document. */
export const parameter = (name: string, description: string, schema: object = { type: 'string' }) => ({
  name,
  in: 'query',
  description,
  schema,
});
