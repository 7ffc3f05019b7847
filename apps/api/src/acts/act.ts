import { isRefusal, type Refusal, type Session } from '@cic/store';
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { Signed } from '../deployment.ts';
import { jsonObject } from '../http/body.ts';
import { refused } from '../http/refusal.ts';
import { problem, problemRefs } from '../problem.ts';

/** Something that is done to or asked of the store as a whole act: decided, audited and carried out by the session. */
export interface Act {
  readonly method: 'get' | 'post' | 'delete';
  /** With its parameters: `/restrictions/{id}`. Nothing personal stands in it. */
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly body?: z.ZodType;
  /** What is answered, in words. */
  readonly answers: string;
  readonly status: 200 | 201;
  readonly run: (session: Session, asked: Asked) => Promise<object | Refusal>;
  /** Another form of the answer, for people to read. */
  readonly page?: (answer: object, c: Context<Signed>) => string;
}

export interface Asked {
  readonly params: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** An act whose body has the type of its schema. */
export const act = <Body extends z.ZodType>(
  literal: Omit<Act, 'body' | 'run'> & {
    readonly body?: Body;
    readonly run: (
      session: Session,
      asked: Omit<Asked, 'body'> & { readonly body: z.output<Body> },
    ) => Promise<object | Refusal>;
  },
): Act => literal as Act;

const LARGEST = 2_147_483_647;

/** A number from an address, as the database counts; undefined for anything else. */
const numberIn = (text: string): number | undefined =>
  /^[1-9]\d{0,9}$/.test(text) && Number(text) <= LARGEST ? Number(text) : undefined;

/** The same as a number that no act ever has, so that what is no number is not found. */
export const idOf = (params: Readonly<Record<string, string>>, name = 'id'): number =>
  numberIn(params[name] ?? '') ?? 0;

/** A list under a name, so that there is room beside it; a refusal stays one. */
export const listed = (name: string, answer: readonly object[] | Refusal): object | Refusal =>
  Array.isArray(answer) ? { [name]: answer } : answer;

/** Nothing undefined is left, as the store's options want it. */
const given = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined))
    : value;

async function carryOut(c: Context<Signed>, { body: schema, run, status, page }: Act): Promise<Response> {
  const parsed = schema?.safeParse(await jsonObject(c));
  if (parsed && !parsed.success) {
    const errors = parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
    return problem(c, 422, errors.map(({ path, message }) => `${path}: ${message}`).join('; '), errors);
  }
  const answer = await run(c.var.session, { params: c.req.param(), body: given(parsed?.data) });
  if (isRefusal(answer)) return refused(c, answer);
  const wantsPage = page && /\btext\/html\b/.test(c.req.header('accept') ?? '');
  return wantsPage ? c.html(page(answer, c)) : c.json(answer, status);
}

/** The routes of acts. */
export function actRoutes(acts: readonly Act[]): Hono<Signed> {
  const app = new Hono<Signed>();
  for (const one of acts) {
    app.on(one.method, one.path.replaceAll(/\{(\w+)\}/g, ':$1'), (c) => carryOut(c, one));
  }
  return app;
}

type Json = Record<string, unknown>;

const reason = {
  name: 'CIC-Reason',
  in: 'header',
  schema: { type: 'string', maxLength: 500 },
  description: 'Why, in words: most of these need ten characters at least. It is kept in the audit.',
};

function operationOf({ tag, summary, path, body, answers, status, page }: Act): Json {
  const params = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  return {
    tags: [tag],
    summary,
    parameters: [...params, reason],
    ...(body
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: z.toJSONSchema(body, { io: 'input' }) } },
          },
        }
      : {}),
    responses: {
      [status]: {
        description: answers,
        content: {
          'application/json': { schema: { type: 'object' } },
          ...(page ? { 'text/html': { schema: { type: 'string' } } } : {}),
        },
      },
      ...problemRefs(
        400,
        401,
        403,
        404,
        429,
        500,
        503,
        ...(body ? ([409, 413, 415, 422] as const) : ([422] as const)),
      ),
    },
  };
}

/** The same in the OpenAPI document. */
export function actPaths(acts: readonly Act[]): Json {
  const paths: Record<string, Json> = {};
  for (const one of acts) paths[one.path] = { ...paths[one.path], [one.method]: operationOf(one) };
  return paths;
}
