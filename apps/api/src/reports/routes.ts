import { type Council, parsePeriod, type ReportAudience, type ReportDefinition, toOutside } from '@cic/core';
import { action, objective, priority } from '@cic/core/records';
import type { LedgerEntry } from '@cic/disclosure';
import {
  english,
  languages,
  makeReport,
  type ReportInput,
  readyReports,
  renderCsv,
  renderHtml,
  renderJson,
  renderXlsx,
  type StrategyRecords,
} from '@cic/reports';
import { Hono } from 'hono';
import type { Signed, WorkingDeployment } from '../deployment.ts';
import { problem, problemRefs } from '../problem.ts';
import { inTurn } from '../released/figures.ts';
import { type Ledger, ledgerOf } from '../released/ledger.ts';
import { asAtOf, mayHaveFigures, periodsOf } from '../source/stored.ts';

const AUDIENCES: readonly ReportAudience[] = ['board', 'partner', 'public'];

const TYPES = {
  html: 'text/html; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
type Format = keyof typeof TYPES;

const NO_FIGURES = 'These roles are given no figures about children.';

type Known = Pick<ReportInput, 'historyFor'> & { readonly strategies: StrategyRecords };

async function knownOf({ store }: WorkingDeployment): Promise<Known> {
  const history = await store.history.current({ without: new Set() });
  return {
    historyFor: () => history,
    strategies: {
      priorities: history.otherRecords(priority).map((one) => toOutside(priority, one)),
      objectives: history.otherRecords(objective).map((one) => toOutside(objective, one)),
      actions: history.otherRecords(action).map((one) => toOutside(action, one)),
    },
  };
}

/** The reports for those who are given figures as they are released: none that is for operators. */
const givenReports = (council: Council, strategies?: StrategyRecords): ReportDefinition[] =>
  readyReports({ council, ...(strategies ? { strategies } : {}) }).filter(({ audience }) =>
    AUDIENCES.includes(audience),
  );

/** Writes down what a report has released; a subject somebody else was faster with is out already, as they have it. */
async function write(ledger: Ledger, released: readonly LedgerEntry[]): Promise<boolean> {
  for (const entry of released) {
    const before = await ledger.entries(entry.id);
    if (!(await ledger.add(entry.id, before.length, entry))) return false;
  }
  return true;
}

/** Makes a report whose figures are out, or are released with it, once and for good. */
async function released(
  deployment: WorkingDeployment,
  definition: ReportDefinition,
  known: Known,
  more: Pick<ReportInput, 'asAt' | 'period' | 'audience' | 'madeAt' | 'language'>,
) {
  const ledger = ledgerOf(deployment.store);
  const read = async (subjects: readonly string[]) =>
    (await Promise.all(subjects.map((subject) => ledger.entries(subject)))).flat();
  return inTurn(async () => {
    for (;;) {
      const made = await makeReport(definition, {
        council: deployment.council,
        ...known,
        ...more,
        ledger: read,
      });
      if (await write(ledger, made.released)) return made.report;
    }
  });
}

const now = (): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' }).format(new Date());

/** Ready reports, protected as a whole and held against every figure that is out. */
export const reportRoutes = () =>
  new Hono<Signed>()
    .get('/reports', (c) => {
      const { deployment, session } = c.var;
      if (!mayHaveFigures(deployment.store, session)) return problem(c, 403, NO_FIGURES);
      const reports = givenReports(deployment.council);
      return c.json(reports.map(({ id, title, audience }) => ({ id, title, audience })));
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
      if (!(format in TYPES))
        return problem(c, 400, `format is one of ${Object.keys(TYPES).join(', ')}, not '${format}'.`);
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
      const headers = { 'content-type': TYPES[format as Format] };
      if (format === 'xlsx') {
        const name = `${id}-${report.period.end}.xlsx`;
        const bytes = await renderXlsx(report, language);
        return c.body(new Uint8Array(bytes).buffer, 200, {
          ...headers,
          'content-disposition': `attachment; filename="${name}"`,
        });
      }
      if (format === 'csv') return c.body(renderCsv(report), 200, headers);
      if (format === 'json') return c.body(renderJson(report), 200, headers);
      return c.body(renderHtml(report, { language }), 200, headers);
    });

const text = { type: 'string' };
const parameter = (name: string, description: string, values?: readonly string[]) => ({
  name,
  in: 'query',
  description,
  schema: values ? { type: 'string', enum: values } : text,
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
        200: {
          description: 'The report',
          content: Object.fromEntries(
            Object.values(TYPES).map((type) => [type.split(';')[0], { schema: text }]),
          ),
        },
        ...always,
      },
    },
  },
};
