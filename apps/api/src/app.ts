import { OpenAPIHono } from '@hono/zod-openapi';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';
import type { Deployment } from './deployment.ts';
import { openApiDocument } from './openapi.ts';
import { pages } from './pages.ts';
import { problem } from './problem.ts';
import { childrenRoutes } from './routes/children.ts';
import { councilRoutes } from './routes/council.ts';
import { indicatorRoutes } from './routes/indicators.ts';

const VERSION = '0.1.0';

/** Every parameter that is wrong, by name. */
const invalid: ConstructorParameters<typeof OpenAPIHono>[0] = {
  defaultHook: (result, c) => {
    if (result.success) return undefined;
    const errors = result.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
    return problem(c, 400, errors.map(({ path, message }) => `${path}: ${message}`).join('; '), errors);
  },
};

function routes(deployment: Deployment) {
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
  return app
    .route('/', councilRoutes(deployment))
    .route('/', indicatorRoutes(deployment))
    .route('/', childrenRoutes(deployment));
}

/** The type of the routes, for the typed client. */
export type Api = ReturnType<typeof routes>;

/**
 * The HTTP API of a council: a Hono app that composes what core and the council's plugins bring. Nothing of a plugin that
 * is not enabled exists in it. Errors are problem+json (RFC 9457); the OpenAPI document is at /openapi.json.
 *
 * @param deployment the council with its care histories in memory
 */
export function createApi(deployment: Deployment) {
  const app = routes(deployment);
  const document = openApiDocument(app, deployment, VERSION);
  app.get('/openapi.json', (c) => c.json(document));
  app.get('/health', (c) => c.json({ status: 'ok' }));
  app.route('/', pages(deployment));
  app.notFound((c) =>
    problem(c, 404, 'There is nothing at this address; /openapi.json lists what there is.'),
  );
  app.onError((error, c) => {
    if (error instanceof HTTPException && error.status < 500)
      return problem(c, 400, error.message || 'The request cannot be read.');
    // What went wrong inside may hold a child's data: it is told to nobody.
    return problem(c, 500, 'Something went wrong here; it is not your request.');
  });
  return app;
}
