import { StoreFault } from '@cic/store';
import { OpenAPIHono } from '@hono/zod-openapi';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';
import { type Deployment, isStored, type StoredDeployment } from './deployment.ts';
import { createMetrics, type Metrics } from './http/metrics.ts';
import { faulted } from './http/refusal.ts';
import { jobsHere } from './jobs/jobs.ts';
import { openApiDocument } from './openapi.ts';
import { pages } from './pages/pages.ts';
import { type ProblemStatus, problem } from './problem.ts';
import { childrenRoutes } from './routes/children.ts';
import { councilRoutes } from './routes/council.ts';
import { dutyRoutes } from './routes/duties.ts';
import { indicatorRoutes } from './routes/indicators.ts';
import { DEVELOPMENT_NOTICE } from './signIn/development.ts';
import { memorySource } from './source/memory.ts';
import type { Source } from './source/source.ts';
import { storedSource } from './source/stored.ts';
import { guards, storedDocument, storedRoutes } from './stored.ts';

const VERSION = '0.1.0';

/** Every parameter that is wrong, by name. */
const invalid: ConstructorParameters<typeof OpenAPIHono>[0] = {
  defaultHook: (result, c) => {
    if (result.success) return undefined;
    const errors = result.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
    return problem(c, 400, errors.map(({ path, message }) => `${path}: ${message}`).join('; '), errors);
  },
};

function routes(source: Source, stored: StoredDeployment | undefined, metrics: Metrics) {
  const app = new OpenAPIHono(invalid);
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
      },
    }),
  );
  if (stored) guards(app, stored, metrics);
  return app
    .route('/', councilRoutes(source))
    .route('/', indicatorRoutes(source))
    .route('/', childrenRoutes(source))
    .route('/', dutyRoutes(source));
}

/** The type of the routes, for the typed client. */
export type Api = ReturnType<typeof routes>;

/**
 * The HTTP API of a council: a Hono app that composes what core and the council's plugins bring. Nothing of a plugin that
 * is not enabled exists in it. Errors are problem+json (RFC 9457); the OpenAPI document is at /openapi.json.
 *
 * @param deployment the council with its care histories in memory, for everybody who reaches it; or with a store, a
 *   sign-in and the policy of its store, by which everything is decided
 */
export function createApi(deployment: Deployment | StoredDeployment) {
  const stored = isStored(deployment) ? deployment : undefined;
  const source = isStored(deployment) ? storedSource(deployment) : memorySource(deployment);
  const metrics = createMetrics();
  const app = routes(source, stored, metrics);
  const document = openApiDocument(app, source, VERSION);
  const jobs = stored && (stored.jobs ?? jobsHere(stored));
  if (jobs) app.route('/', storedRoutes(stored, metrics, jobs));
  const described = jobs ? storedDocument(document, stored, jobs) : document;
  app.get('/openapi.json', (c) => c.json(described));
  app.get('/health', (c) => c.json({ status: 'ok' }));
  const notices = [
    ...(source.note ? [source.note] : []),
    ...(stored?.signIn.kind === 'development' ? [DEVELOPMENT_NOTICE] : []),
  ];
  app.route('/', pages(source, { notices, canSignOut: stored?.pages !== undefined }));
  app.notFound((c) =>
    problem(c, 404, 'There is nothing at this address; /openapi.json lists what there is.'),
  );
  app.onError((error, c) => {
    if (error instanceof HTTPException && error.status < 500)
      return problem(c, error.status as ProblemStatus, error.message || 'The request cannot be read.');
    if (error instanceof StoreFault) return faulted(c, error);
    // What went wrong inside may hold a child's data: it is told to nobody.
    return problem(c, 500, 'Something went wrong here; it is not your request.');
  });
  return app;
}
