import { hasPower } from '@cic/access';
import { type Context, Hono } from 'hono';
import type { Signed } from '../deployment.ts';
import { jsonObject } from '../http/body.ts';
import { problem, problemRefs } from '../problem.ts';
import { type Subscription, subscribe, subscriptionsOf, unsubscribe } from './subscriptions.ts';

/** Hosts of receivers are the council's to name: nobody makes this server call whatever they like. */
function receiver(c: Context<Signed>, url: unknown): URL | undefined {
  const { webhookHosts = [] } = c.var.deployment;
  if (typeof url !== 'string' || url.length > 500 || !URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  const local = parsed.hostname === '127.0.0.1' && c.var.deployment.store.kind === 'embedded';
  const safe = parsed.protocol === 'https:' || local;
  return safe && webhookHosts.includes(parsed.host) && parsed.username === '' ? parsed : undefined;
}

const shown = ({ id, url, after, failures }: Subscription) => ({ id, url, after, failures });

const denied = (c: Context<Signed>) => {
  const { deployment, session } = c.var;
  return hasPower(deployment.store.policy, session.asker, 'imports')
    ? undefined
    : problem(c, 403, 'Webhooks are for other systems: these roles exchange no records.');
};

/** Webhooks of other systems: each sees and ends its own. */
export const webhookRoutes = () =>
  new Hono<Signed>()
    .get('/webhooks', async (c) => {
      const { deployment, session } = c.var;
      const own = denied(c) ?? (await subscriptionsOf(deployment.store, session.asker.user));
      return own instanceof Response ? own : c.json({ webhooks: own.map(shown) });
    })
    .post('/webhooks', async (c) => {
      const refused = denied(c);
      if (refused) return refused;
      const { url: wanted } = await jsonObject(c);
      const url = receiver(c, wanted);
      if (!url) {
        const hosts = c.var.deployment.webhookHosts?.join(', ') || '(none)';
        return problem(
          c,
          422,
          `url has to be an https address at one of the hosts this deployment names: ${hosts}.`,
        );
      }
      const made = await subscribe(c.var.deployment.store, c.var.session.asker, url.href);
      return c.json({ ...shown(made), secret: made.secret }, 201);
    })
    .delete('/webhooks/:id', async (c) => {
      const { deployment, session } = c.var;
      const refused = denied(c);
      if (refused) return refused;
      return (await unsubscribe(deployment.store, session.asker.user, c.req.param('id')))
        ? c.body(null, 204)
        : problem(c, 404, 'There is no such webhook.');
    });

const fields = {
  id: { type: 'string' },
  url: { type: 'string' },
  after: { type: 'integer', description: 'Number of the last change that was delivered.' },
  failures: { type: 'integer', description: 'Deliveries that failed since the last that did not.' },
};
const json = (description: string, properties: object) => ({
  description,
  content: { 'application/json': { schema: { type: 'object', properties } } },
});
const always = problemRefs(400, 401, 403, 404, 429, 500, 503);
const tags = ['Webhooks'];

/** The same in the OpenAPI document. */
export const webhookPaths = {
  '/webhooks': {
    get: {
      tags,
      summary: 'Webhooks of the system that asks',
      responses: {
        200: json('Webhooks', { webhooks: { type: 'array', items: { type: 'object', properties: fields } } }),
        ...always,
      },
    },
    post: {
      tags,
      summary: 'Be told of changes from now on: ids only, signed, in order, again until they arrive',
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: { type: 'object', required: ['url'], properties: { url: { type: 'string' } } },
          },
        },
      },
      responses: {
        201: json('The webhook, with the secret that signs it, shown this once', {
          ...fields,
          secret: { type: 'string' },
        }),
        ...always,
        ...problemRefs(413, 415, 422),
      },
    },
  },
  '/webhooks/{id}': {
    delete: {
      tags,
      summary: 'End a webhook',
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
      responses: { 204: { description: 'It is no more.' }, ...always },
    },
  },
};
