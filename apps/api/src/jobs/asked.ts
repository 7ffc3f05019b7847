import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Signed } from '../deployment.ts';
import { jsonObject, mediaType, objectIn } from '../http/body.ts';
import { refusalProblem } from '../http/refusal.ts';
import { type Problem, problemOf } from '../problem.ts';
import type { JobFile } from './job.ts';
import type { NewJob } from './keep.ts';
import type { JobKind } from './kind.ts';

type Sent = { readonly said: Readonly<Record<string, unknown>>; readonly files: readonly JobFile[] };

/** A job as it was sent: as JSON, or as a form with the same JSON in its field `job`, and files. */
async function sentIn(c: Context): Promise<Sent> {
  if (mediaType(c) !== 'multipart/form-data') return { said: await jsonObject(c), files: [] };
  const form = await c.req.raw.formData().catch(() => {
    throw new HTTPException(400, { message: 'The form cannot be read.' });
  });
  const job = form.get('job');
  if (typeof job !== 'string') {
    throw new HTTPException(400, { message: 'The form needs a field job, with what is asked for as JSON.' });
  }
  const files = [...form.values()].filter((value) => typeof value !== 'string');
  return {
    said: objectIn(job, 'The field job'),
    files: await Promise.all(
      files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
    ),
  };
}

const NAME = /^[^\0\p{Surrogate}]{1,200}$/u;

/** Why files do not go with a kind of job; undefined where they do. */
function wrongFiles({ id, takesFiles = false }: JobKind, files: readonly JobFile[]): string | undefined {
  if (takesFiles && files.length === 0) {
    return `Jobs of kind '${id}' take files: send a form with a field job, and the files.`;
  }
  if (!takesFiles && files.length > 0) return `Jobs of kind '${id}' take no files.`;
  const odd = files.find(({ name }) => !NAME.test(name));
  return odd && 'The name of a file has 1 to 200 characters.';
}

/** The job that a request asks for; why it is not to be had otherwise. */
export async function jobAsked(
  c: Context<Signed>,
  kinds: ReadonlyMap<string, JobKind>,
): Promise<NewJob | Problem> {
  const key = c.req.header('idempotency-key');
  if (key !== undefined && !/^[\x21-\x7e]{1,200}$/.test(key)) {
    return problemOf(400, 'An Idempotency-Key is 1 to 200 characters without spaces.');
  }
  const { said, files } = await sentIn(c);
  const { kind: wanted, parameters: given = {}, ...more } = said;
  const kind = typeof wanted === 'string' ? kinds.get(wanted) : undefined;
  if (!kind) return problemOf(422, `kind: one of ${[...kinds.keys()].join(', ')}`);
  const [unknown] = Object.keys(more);
  if (unknown !== undefined) return problemOf(422, `${unknown}: a job has a kind and parameters.`);
  const refused = kind.refuses(c.var);
  if (refused) return refusalProblem(refused);
  const parameters = kind.parameters.safeParse(given);
  if (!parameters.success) {
    const errors = parameters.error.issues.map(({ path, message }) => ({
      path: ['parameters', ...path].join('.'),
      message,
    }));
    return problemOf(422, errors.map(({ path, message }) => `${path}: ${message}`).join('; '), errors);
  }
  const wrong = wrongFiles(kind, files);
  if (wrong !== undefined) return problemOf(422, wrong);
  return { kind: kind.id, parameters: parameters.data, files, key };
}
