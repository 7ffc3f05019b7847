import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { routePath } from 'hono/route';
import type { Signed } from '../deployment.ts';
import { type JobCount, jobCounts } from '../jobs/keep.ts';
import { problem, problemRefs } from '../problem.ts';

/** Upper ends of the histogram, in seconds. */
const BUCKETS = [0.01, 0.05, 0.1, 0.5, 1, 5, Number.POSITIVE_INFINITY];

interface Series {
  readonly labels: string;
  readonly buckets: number[];
  sum: number;
}

/** How often each route was asked, how it answered, how long it took. Labels are patterns of routes: no id is in them. */
export function createMetrics(now: () => number = () => performance.now()) {
  const all = new Map<string, Series>();
  const note = (labels: string, seconds: number): void => {
    const series = all.get(labels) ?? { labels, buckets: BUCKETS.map(() => 0), sum: 0 };
    all.set(labels, series);
    series.sum += seconds;
    BUCKETS.forEach((end, i) => {
      if (seconds <= end) series.buckets[i]!++;
    });
  };
  const measured = createMiddleware(async (c, next) => {
    const start = now();
    await next();
    const pattern = c.res.status === 404 && routePath(c, -1).includes('*') ? 'none' : routePath(c, -1);
    const method = /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$/.test(c.req.method) ? c.req.method : 'OTHER';
    note(`method="${method}",route="${pattern}",status="${c.res.status}"`, (now() - start) / 1000);
  });
  const text = (): string =>
    [
      '# HELP cic_http_request_duration_seconds How long requests took.',
      '# TYPE cic_http_request_duration_seconds histogram',
      ...[...all.values()].flatMap(({ labels, buckets, sum }) => [
        ...BUCKETS.map((end, i) => {
          const le = end === Number.POSITIVE_INFINITY ? '+Inf' : end;
          return `cic_http_request_duration_seconds_bucket{${labels},le="${le}"} ${buckets[i]}`;
        }),
        `cic_http_request_duration_seconds_sum{${labels}} ${sum}`,
        `cic_http_request_duration_seconds_count{${labels}} ${buckets.at(-1)}`,
      ]),
      '',
    ].join('\n');
  return { measured, text };
}

export type Metrics = ReturnType<typeof createMetrics>;

/** How many jobs there are of each kind: nothing of whose they are or what they are about. */
const jobLines = (counts: readonly JobCount[]): string =>
  [
    '# HELP cic_jobs Background work of the last day.',
    '# TYPE cic_jobs gauge',
    ...counts.map(({ kind, state, jobs }) => `cic_jobs{kind="${kind}",state="${state}"} ${jobs}`),
    '',
  ].join('\n');

/** The metrics, for the administrator of the deployment, in the text format of Prometheus. */
export const metricsRoutes = ({ text }: Metrics) =>
  new Hono<Signed>().get('/metrics', async (c) => {
    const { deployment, session } = c.var;
    if (!session.asker.roles.includes('administrator'))
      return problem(c, 403, 'Metrics are for the administrator of the deployment.');
    const jobs = jobLines(await jobCounts(deployment.store));
    return c.text(text() + jobs, 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' });
  });

export const metricsPaths = {
  '/metrics': {
    get: {
      tags: ['Council'],
      summary:
        'How often each route was asked, how long it took, and how many jobs there are, for Prometheus',
      responses: {
        200: { description: 'Metrics', content: { 'text/plain': { schema: { type: 'string' } } } },
        ...problemRefs(400, 401, 403, 404, 429, 500, 503),
      },
    },
  },
};
