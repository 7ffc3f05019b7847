import { type Asker, policyOf } from '@cic/access';
import { day } from '@cic/core';
import { aCouncil } from '@cic/core/testing';
import { startEmbedded } from '@cic/store';
import { askers, enterChild, KEY, openTestStore, testClock } from '@cic/store/testing';
import { createApi } from '../app.ts';
import type { StoredDeployment } from '../deployment.ts';
import { migrations } from '../migrations.ts';
import { developmentSignIn } from '../signIn/development.ts';

export const people: Readonly<Record<string, Asker>> = {
  ...askers,
  participation: { user: 'rights-1', roles: ['participation'] },
  designatedTeacher: { user: 'teacher-1', roles: ['designated-teacher'], establishments: ['100001'] },
};

/** A council on an embedded database of its own, with an API in front that lets in whoever is named. */
export async function aServedCouncil(more: Partial<StoredDeployment> = {}) {
  const council = aCouncil({ disclosure: { suppress: { from: 1, to: 4 }, symbol: 'x' } });
  const pglite = await startEmbedded();
  const clock = testClock();
  const store = await openTestStore(pglite, { clock, policy: policyOf(council), migrations });
  const signIn = developmentSignIn({ people, database: store.kind, environment: undefined });
  const api = createApi({ council, store, signIn, asAt: () => day('2026-03-31'), ...more });

  /** A request as somebody; the body of an answer is read whatever it is. */
  async function ask(who: string, path: string, init: RequestInit & { json?: unknown } = {}) {
    const { json, ...rest } = init;
    const headers = new Headers(rest.headers);
    if (!headers.has('authorization')) headers.set('authorization', `Development ${who}`);
    if (json !== undefined && !headers.has('content-type')) headers.set('content-type', 'application/json');
    const answer = await api.request(path, {
      ...rest,
      headers,
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    });
    const text = await answer.text();
    const isJson = /json$/.test(answer.headers.get('content-type')?.split(';')[0] ?? '') && text !== '';
    return {
      status: answer.status,
      headers: answer.headers,
      text,
      // biome-ignore lint/suspicious/noExplicitAny: what an answer holds is what the test is about
      body: (isJson && !text.includes('\n{') ? JSON.parse(text) : undefined) as any,
    };
  }

  return { council, store, api, ask, clock, enterChild, key: KEY, close: () => pglite.close() };
}

export type ServedCouncil = Awaited<ReturnType<typeof aServedCouncil>>;
