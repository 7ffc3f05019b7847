import { parseIsoDate, parsePeriod } from '@cic/core';
import { type BuiltReport, english, languages } from '@cic/reports';
import { type Context, Hono } from 'hono';
import type { Signed } from '../deployment.ts';
import { problem, problemRefs } from '../problem.ts';
import { asAtOf, mayHaveFigures, periodsOf } from '../source/stored.ts';
import { dueReports } from './due.ts';
import { keptReport, keptReports } from './kept.ts';
import {
  AUDIENCES,
  type Format,
  givenReports,
  knownOf,
  NO_FIGURES,
  now,
  released,
  rendered,
  TYPES,
} from './make.ts';

const isFormat = (text: string): text is Format => Object.hasOwn(TYPES, text);
const noFormat = (text: string): string =>
  `format is one of ${Object.keys(TYPES).join(', ')}, not '${text}'.`;

/** A day of the address; NaN for what is none. */
const dayIn = (c: Context, name: string): number | undefined => {
  const text = c.req.query(name);
  return text === undefined ? undefined : parseIsoDate(text);
};

/** A report as the answer to a request. */
async function printed(c: Context, report: BuiltReport, format: Format): Promise<Response> {
  return c.body(await rendered(report, format), 200, {
    'content-type': TYPES[format],
    ...(format === 'xlsx'
      ? { 'content-disposition': `attachment; filename="${report.id}-${report.period.end}.xlsx"` }
      : {}),
  });
}

/** Ready reports, protected as a whole and held against every figure that is out. */
export const reportRoutes = () =>
  new Hono<Signed>()
    .get('/reports', (c) => {
      const { deployment, session } = c.var;
      if (!mayHaveFigures(deployment.store, session)) return problem(c, 403, NO_FIGURES);
      const reports = givenReports(deployment.council);
      return c.json(reports.map(({ id, title, audience }) => ({ id, title, audience })));
    })
    .get('/reports/kept', async (c) => {
      const { deployment, session } = c.var;
      if (!mayHaveFigures(deployment.store, session)) return problem(c, 403, NO_FIGURES);
      return c.json({ kept: await keptReports(deployment.store) });
    })
    .get('/reports/kept/:id', async (c) => {
      const { deployment, session } = c.var;
      if (!mayHaveFigures(deployment.store, session)) return problem(c, 403, NO_FIGURES);
      const format = c.req.query('format') ?? 'html';
      if (!isFormat(format)) return problem(c, 400, noFormat(format));
      const report = await keptReport(deployment.store, c.req.param('id'));
      if (!report) return problem(c, 404, 'There is no such kept report; /reports/kept lists them.');
      await session.noteFigures({ kept: c.req.param('id'), report: report.id, released: true });
      return printed(c, report, format);
    })
    .get('/reports/due', async (c) => {
      const { deployment, session } = c.var;
      if (!mayHaveFigures(deployment.store, session)) return problem(c, 403, NO_FIGURES);
      const today = asAtOf(deployment);
      const from = dayIn(c, 'from') ?? today;
      const to = dayIn(c, 'to') ?? from + 92;
      if (Number.isNaN(from) || Number.isNaN(to) || to < from || to - from > 1100)
        return problem(
          c,
          400,
          'from and to are days, YYYY-MM-DD, in this order and three years apart at most.',
        );
      return c.json({ due: await dueReports(deployment, { from, to }) });
    })
    .get('/reports/:id', async (c) => {
      const { deployment, session } = c.var;
      if (!mayHaveFigures(deployment.store, session)) return problem(c, 403, NO_FIGURES);
      const id = c.req.param('id');
      const known = await knownOf(deployment);
      const definition = givenReports(deployment.council, known.strategies).find((one) => one.id === id);
      if (!definition) return problem(c, 404, `There is no report '${id}'; /reports lists them.`);
      const {
        period: text,
        audience: to = definition.audience,
        format = 'html',
        language: tag = 'en-GB',
      } = c.req.query();
      const period = text === undefined ? periodsOf(deployment).at(-1)! : parsePeriod(text);
      if (!period)
        return problem(c, 400, `'${text}' is no period: write 2022, 2021/22, Q3 2021/22 or 2022-03.`);
      const asAt = asAtOf(deployment);
      if (period.end > asAt)
        return problem(c, 403, `${period.label} is not over: its figures are not released yet.`);
      const audience = AUDIENCES.find((one) => one === to);
      if (!audience) return problem(c, 400, `audience is one of ${AUDIENCES.join(', ')}, not '${to}'.`);
      if (!isFormat(format)) return problem(c, 400, noFormat(format));
      const language = languages.find((one) => one.tag === tag);
      if (!language)
        return problem(
          c,
          400,
          `language is one of ${languages.map((one) => one.tag).join(', ')}, not '${tag}'.`,
        );
      await session.noteFigures({ report: id, period: period.label, audience, released: true });
      const report = await released(deployment, definition, known, {
        asAt: period.end,
        period,
        audience,
        language,
        madeAt: now(),
      });
      return printed(c, report, format);
    });

const text = { type: 'string' };
const parameter = (name: string, description: string, values?: readonly string[]) => ({
  name,
  in: 'query',
  description,
  schema: values ? { type: 'string', enum: values } : text,
});

const theReport = {
  description: 'The report',
  content: Object.fromEntries(Object.values(TYPES).map((type) => [type.split(';')[0], { schema: text }])),
};
const listOf = (name: string, description: string) => ({
  description,
  content: {
    'application/json': {
      schema: { type: 'object', properties: { [name]: { type: 'array', items: { type: 'object' } } } },
    },
  },
});
const always = problemRefs(400, 401, 403, 404, 429, 500, 503);

/** The same in the OpenAPI document. */
export const reportPaths = {
  '/reports': {
    get: {
      tags: ['Reports'],
      summary: 'The reports that are ready',
      responses: {
        200: {
          description: 'Reports',
          content: {
            'application/json': {
              schema: {
                type: 'array',
                items: { type: 'object', properties: { id: text, title: text, audience: text } },
              },
            },
          },
        },
        ...always,
      },
    },
  },
  '/reports/kept': {
    get: {
      tags: ['Reports'],
      summary: 'Reports that were made and are kept with their data, the latest first',
      responses: { 200: listOf('kept', 'Kept reports'), ...always },
    },
  },
  '/reports/kept/{id}': {
    get: {
      tags: ['Reports'],
      summary: 'A kept report, byte for byte as it was',
      parameters: [
        { name: 'id', in: 'path', required: true, schema: text },
        parameter('format', 'html where left out.', Object.keys(TYPES)),
      ],
      responses: { 200: theReport, ...always },
    },
  },
  '/reports/due': {
    get: {
      tags: ['Reports'],
      summary: 'What is due for which board, by its meetings or its cycle, and when it was last given each',
      parameters: [
        parameter('from', 'YYYY-MM-DD; today where left out.'),
        parameter('to', 'YYYY-MM-DD; three months on where left out.'),
      ],
      responses: { 200: listOf('due', 'What is due, the earliest first'), ...always },
    },
  },
  '/reports/{id}': {
    get: {
      tags: ['Reports'],
      summary: 'A report, its figures released once and for good',
      parameters: [
        { name: 'id', in: 'path', required: true, schema: text },
        parameter(
          'period',
          'A period that is over: 2022, 2021/22, Q3 2021/22, 2022-03; the last year where left out.',
        ),
        parameter('audience', 'Whom it is for; the report’s own where left out.', AUDIENCES),
        parameter('format', 'html where left out.', Object.keys(TYPES)),
        parameter(
          'language',
          `${english.tag} where left out.`,
          languages.map(({ tag }) => tag),
        ),
      ],
      responses: {
        200: theReport,
        ...always,
      },
    },
  },
};
