import type { OpenAPIHono } from '@hono/zod-openapi';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { actPaths, actRoutes } from './acts/act.ts';
import { acts } from './acts/index.ts';
import type { Signed, StoredDeployment } from './deployment.ts';
import { exchangePaths, exchangeRoutes } from './exchanges/routes.ts';
import { type Metrics, metricsPaths, metricsRoutes } from './http/metrics.ts';
import { rateLimit } from './http/rate.ts';
import type { Jobs } from './jobs/jobs.ts';
import { jobPaths } from './jobs/openapi.ts';
import { jobRoutes } from './jobs/routes.ts';
import { problem, problemComponents, problemRefs } from './problem.ts';
import { recordPaths, recordSchemas } from './records/openapi.ts';
import { recordRoutes } from './records/routes.ts';
import { reportPaths, reportRoutes } from './reports/routes.ts';
import { watchPaths, watchRoutes } from './routes/watch.ts';
import { DEVELOPMENT_NOTICE } from './signIn/development.ts';
import { signedIn } from './signIn/middleware.ts';
import { openActionPaths, openActionRoutes } from './strategies/actions.ts';
import { forwardPlanPaths, forwardPlanRoutes } from './strategies/forwardPlan.ts';
import { strategyPaths, strategyRoutes } from './strategies/routes.ts';
import { tablePaths, tableRoutes } from './tables/routes.ts';
import { webhookPaths, webhookRoutes } from './webhooks/routes.ts';

const MB = 1024 * 1024;

/** What stands before every route of a deployment with a store. */
export function guards(app: OpenAPIHono, deployment: StoredDeployment, metrics: Metrics): void {
  const { body = MB, upload = 64 * MB, perMinute = 600 } = deployment.limits ?? {};
  const limited = (maxSize: number) =>
    bodyLimit({ maxSize, onError: (c) => problem(c, 413, `A body may have ${maxSize} bytes here.`) });
  const small = limited(body);
  const large = limited(upload);
  app.use(metrics.measured);
  app.use(compress());
  app.use(async (c, next) => {
    await next();
    // Children's records are kept by no cache, and differ by who asks.
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store');
    c.res.headers.append('vary', 'Authorization, Accept');
    if (deployment.signIn.kind === 'development') c.res.headers.set('cic-sign-in', DEVELOPMENT_NOTICE);
  });
  app.use(async (c, next) => {
    const address = c.req.url.slice(c.req.url.indexOf('/', 8));
    return /%00/.test(address) || address.length > 8000
      ? problem(c, 400, 'The address is too long, or has characters that are none.')
      : next();
  });
  app.use(signedIn(deployment));
  app.use(rateLimit(perMinute));
  app.use((c, next) => (/^\/(exchanges\/|jobs$)/.test(c.req.path) ? large : small)(c, next));
}

/** Routes that only a deployment with a store has. */
export const storedRoutes = (deployment: StoredDeployment, metrics: Metrics, jobs: Jobs) =>
  new Hono<Signed>()
    .get('/ready', async (c) =>
      (await deployment.store.ready())
        ? c.json({ status: 'ready' })
        : problem(c, 503, 'The database does not answer.'),
    )
    .route('/', deployment.pages?.routes ?? new Hono())
    .route('/', recordRoutes())
    .route('/', exchangeRoutes())
    .route('/', watchRoutes())
    .route('/', webhookRoutes())
    .route('/', tableRoutes())
    .route('/', reportRoutes())
    .route('/', strategyRoutes())
    .route('/', forwardPlanRoutes())
    .route('/', openActionRoutes())
    .route('/', actRoutes(acts))
    .route('/', jobRoutes(jobs))
    .route('/', metricsRoutes(metrics));

type Json = Record<string, unknown>;
type Document = Json & { paths?: Json | undefined; components?: Json | undefined };

/** Statuses that the guards and the policy add to every route there is. */
const guarded = problemRefs(400, 401, 403, 404, 429, 500, 503);

/** The OpenAPI document with what a store adds: records, exchanges, the audit, sign-in. */
export function storedDocument(document: object, { council, signIn }: StoredDeployment, jobs: Jobs): object {
  const { paths = {}, components = {}, ...rest } = document as Document;
  const withGuards = Object.fromEntries(
    Object.entries(paths).map(([path, operations]) => [
      path,
      Object.fromEntries(
        Object.entries(operations as Record<string, Json>).map(([method, operation]) => [
          method,
          { ...operation, responses: { ...guarded, ...(operation.responses as Json) } },
        ]),
      ),
    ]),
  );
  return {
    ...rest,
    paths: {
      ...withGuards,
      ...recordPaths(council),
      ...exchangePaths,
      ...watchPaths,
      ...webhookPaths,
      ...jobPaths(jobs),
      ...tablePaths,
      ...reportPaths,
      ...strategyPaths,
      ...forwardPlanPaths,
      ...openActionPaths,
      ...actPaths(acts),
      ...metricsPaths,
    },
    components: {
      ...components,
      schemas: { ...(components.schemas as Json), ...recordSchemas(council) },
      responses: problemComponents,
      securitySchemes: {
        signIn:
          signIn.kind === 'development'
            ? { type: 'apiKey', in: 'header', name: 'Authorization', description: DEVELOPMENT_NOTICE }
            : { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
      },
    },
    security: [{ signIn: [] }],
  };
}
