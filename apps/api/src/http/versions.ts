import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';

/** The entity tag of a version of a record. */
export const etagOf = (version: number): string => `"${version}"`;

/**
 * The version an If-Match names.
 * @throws HTTPException 428 where there is none, 412 for a tag that no version ever has
 */
export function versionWanted(c: Context): number {
  const tag = c.req.header('if-match')?.trim();
  if (tag === undefined || tag === '*') {
    throw new HTTPException(428, {
      message: 'Name the version this is meant for in If-Match, as the ETag of the record gave it.',
    });
  }
  const [, version] = /^"(\d{1,9})"$/.exec(tag) ?? [];
  if (version === undefined) {
    throw new HTTPException(412, { message: 'If-Match names no version of this record.' });
  }
  return Number(version);
}

/** Whether the caller has this version already. */
export const hasVersion = (c: Context, version: number): boolean =>
  (c.req.header('if-none-match') ?? '')
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''))
    .some((tag) => tag === '*' || tag === etagOf(version));
