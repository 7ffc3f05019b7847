import {
  isRefusal,
  type ListOptions,
  type Page,
  type Refusal,
  type Session,
  type StoredRecord,
} from '@cic/store';
import { type Context, Hono } from 'hono';
import type { Signed } from '../deployment.ts';
import { jsonObject } from '../http/body.ts';
import { FORMS, formWanted, written } from '../http/forms.ts';
import { refused } from '../http/refusal.ts';
import { etagOf, hasVersion, versionWanted } from '../http/versions.ts';
import { problem } from '../problem.ts';
import { type Asked, questionFrom, questionFromBody, timeFrom } from './question.ts';

type Records = Context<Signed, '/records/:type'>;

const typeIn = (c: Records) => c.var.deployment.store.policy.records.get(c.req.param('type'));

/** Every page of a list after the first. */
async function* following(session: Session, type: string, question: ListOptions, first: Page) {
  let page: Page | Refusal = first;
  for (;;) {
    yield page.records;
    if (page.next === undefined) return;
    page = await session.list(type, { ...question, cursor: page.next });
    if (isRefusal(page)) throw new Error(`the list broke off: ${page.refused}`);
  }
}

const oneRecord = (c: Context, record: StoredRecord, status: 200 | 201 = 200) =>
  c.json(record, status, { etag: etagOf(record.version) });

async function list(c: Records, question: Asked) {
  if ('errors' in question) {
    return problem(
      c,
      400,
      question.errors.map(({ path, message }) => `${path}: ${message}`).join('; '),
      question.errors,
    );
  }
  const form = formWanted(c);
  if (!form) return problem(c, 406, `A list is given as ${FORMS.join(', ')}.`);
  const id = c.req.param('type');
  const { session } = c.var;
  const whole = form === 'application/json' ? question : { ...question, limit: 1000 };
  const page = await session.list(id, whole);
  if (isRefusal(page)) return refused(c, page);
  if (form === 'application/json') return c.json({ records: page.records, next: page.next ?? null });
  const text = written(form, typeIn(c)!, following(session, id, whole, page));
  return c.body(ReadableStream.from(text).pipeThrough(new TextEncoderStream()), 200, {
    'content-type': form === 'text/csv' ? 'text/csv; charset=utf-8; header=present' : form,
    'content-disposition': `attachment; filename="${id}.${form === 'text/csv' ? 'csv' : 'ndjson'}"`,
  });
}

/**
 * Records of every type the council has, as the person sees them: all decided by their session. Ids and versions stand
 * in the address and the ETag; what is personal stands in bodies only.
 */
export const recordRoutes = () =>
  new Hono<Signed>()
    .get('/records/:type', (c) => list(c, questionFrom(typeIn(c), c.req.queries())))
    .post('/records/:type/query', async (c) => list(c, questionFromBody(await jsonObject(c))))
    .post('/records/:type', async (c) => {
      const type = c.req.param('type');
      const key = c.req.header('idempotency-key');
      if (key !== undefined && !/^[\x21-\x7e]{1,200}$/.test(key)) {
        return problem(c, 400, 'An Idempotency-Key is 1 to 200 characters without spaces.');
      }
      const made = await c.var.session.create(type, await jsonObject(c), key === undefined ? {} : { key });
      if (isRefusal(made)) return refused(c, made);
      c.header('location', `/records/${type}/${encodeURIComponent(made.id)}`);
      return oneRecord(c, made, 201);
    })
    .get('/records/:type/:id', async (c) => {
      const time = timeFrom(c.req.queries());
      if ('errors' in time) return problem(c, 400, time.errors[0]!.message, time.errors);
      const record = await c.var.session.get(c.req.param('type'), c.req.param('id'), time);
      if (isRefusal(record)) return refused(c, record);
      if (hasVersion(c, record.version)) return c.body(null, 304, { etag: etagOf(record.version) });
      return oneRecord(c, record);
    })
    .get('/records/:type/:id/history', async (c) => {
      const versions = await c.var.session.history(c.req.param('type'), c.req.param('id'));
      return isRefusal(versions) ? refused(c, versions) : c.json({ versions });
    })
    .put('/records/:type/:id', async (c) => {
      const version = versionWanted(c);
      const { type, id } = c.req.param();
      const record = await c.var.session.replace(type, id, await jsonObject(c), version);
      return isRefusal(record) ? refused(c, record) : oneRecord(c, record);
    })
    .patch('/records/:type/:id', async (c) => {
      const version = versionWanted(c);
      const { type, id } = c.req.param();
      const record = await c.var.session.patch(type, id, await jsonObject(c), version);
      return isRefusal(record) ? refused(c, record) : oneRecord(c, record);
    })
    .delete('/records/:type/:id', async (c) => {
      const version = versionWanted(c);
      const { type, id } = c.req.param();
      const record = await c.var.session.remove(type, id, version);
      return isRefusal(record) ? refused(c, record) : c.body(null, 204);
    });
