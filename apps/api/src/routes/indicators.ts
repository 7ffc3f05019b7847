import {
  breakdownKey,
  type ComparedValue,
  type Council,
  drillDown,
  financialYear,
  formatIsoDate,
  type Indicator,
  isDerived,
  parsePeriod,
  previousPeriod,
  printValue,
  round,
  trend,
} from '@cic/core';
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { problem, problems } from '../problem.ts';
import { type Figures, type GivenFigure, isWithheld, type Source } from '../source/source.ts';

const definitionSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    definition: z.string(),
    population: z.string(),
    unit: z.string(),
    polarity: z.enum(['higher', 'lower', 'neutral']),
    kind: z.enum(['stock', 'flow']),
    source: z.string(),
    certainty: z.enum(['published', 'from memory', 'proposed']),
    codes: z.array(z.object({ scheme: z.string(), code: z.string() })),
    derivedFrom: z.array(z.string()),
  })
  .openapi('Indicator');

const figure = {
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
};

const valueSchema = z
  .object({
    indicator: z.string(),
    title: z.string(),
    period: z.string().openapi({ example: '2021/22' }),
    start: z.iso.date(),
    end: z.iso.date(),
    definition: z.string(),
    unit: z.string(),
    ...figure,
    printed: z.string().openapi({ example: '18.2%' }),
    released: z.boolean().openapi({
      description:
        'Whether it came through disclosure control: a hidden number is null, and printed as the symbol.',
    }),
    trend: z.object({
      direction: z.enum(['up', 'down', 'same', 'not available']),
      performance: z.enum(['better', 'worse', 'same', 'no judgement', 'not available']),
      change: z.number().nullable(),
    }),
    by: z.array(z.string()),
    breakdown: z.array(
      z.object({
        categories: z.array(z.string()),
        labels: z.array(z.string()),
        ...figure,
        share: z.number().nullable(),
      }),
    ),
  })
  .openapi('IndicatorValue');

const id = z.string().openapi({ example: 'children-in-care' });
const by = z
  .string()
  .optional()
  .openapi({ description: 'A breakdown, or two with a comma between them for a table.', example: 'age' });

const listIndicators = createRoute({
  method: 'get',
  path: '/indicators',
  summary: 'The indicators of core and of the enabled plugins, with their definitions',
  tags: ['Indicators'],
  responses: {
    200: {
      description: 'Definitions',
      content: { 'application/json': { schema: z.array(definitionSchema) } },
    },
  },
});

const getIndicator = createRoute({
  method: 'get',
  path: '/indicators/{id}',
  summary: 'The definition of an indicator',
  tags: ['Indicators'],
  request: { params: z.object({ id }) },
  responses: {
    200: { description: 'Definition', content: { 'application/json': { schema: definitionSchema } } },
    404: problems[404],
  },
});

const getValue = createRoute({
  method: 'get',
  path: '/indicators/{id}/value',
  summary: 'The value of an indicator in a period, with trend and breakdown',
  description:
    'Nothing is suppressed for whoever may see the children of the whole council; everybody else is given what was released.',
  tags: ['Indicators'],
  request: {
    params: z.object({ id }),
    query: z.object({
      period: z.string().optional().openapi({
        description:
          'A financial year by its end (2022) or both (2021/22), a quarter (Q3 2021/22), a month or a day.',
        example: '2022',
      }),
      by,
    }),
  },
  responses: {
    200: { description: 'The value', content: { 'application/json': { schema: valueSchema } } },
    400: problems[400],
    403: problems[403],
    404: problems[404],
  },
});

const year = z.coerce.number().int().min(1991).max(2100);

const getSeries = createRoute({
  method: 'get',
  path: '/indicators/{id}/series',
  summary: 'The values of an indicator over financial years',
  tags: ['Indicators'],
  request: {
    params: z.object({ id }),
    query: z.object({
      from: year.optional().openapi({ description: 'First financial year, by its end.', example: 2018 }),
      to: year.optional().openapi({ description: 'Last financial year, by its end.', example: 2022 }),
      by,
    }),
  },
  responses: {
    200: {
      description: 'One value a year',
      content: { 'application/json': { schema: z.array(valueSchema) } },
    },
    400: problems[400],
    403: problems[403],
    404: problems[404],
  },
});

const definition = (indicator: Indicator) => ({
  id: indicator.id,
  title: indicator.title,
  definition: indicator.definition,
  population: indicator.population,
  unit: indicator.unit,
  polarity: indicator.polarity,
  kind: indicator.kind,
  source: indicator.source,
  certainty: indicator.certainty,
  codes: (indicator.codes ?? []).map(({ scheme, code }) => ({ scheme, code })),
  derivedFrom: isDerived(indicator) ? [...indicator.derivedFrom] : [],
});

const exact = (value: number | null): number | null => (value === null ? null : round(value, 6));

const compared = ({ value, period }: GivenFigure): ComparedValue => ({ value, period });

function shown(
  result: GivenFigure,
  previous: GivenFigure | undefined,
  categories: readonly string[],
  released: boolean,
) {
  const { direction, performance, change } = trend(
    compared(result),
    previous && compared(previous),
    result.indicator.polarity,
  );
  return {
    indicator: result.indicator.id,
    title: result.indicator.title,
    period: result.period.label,
    start: formatIsoDate(result.period.start),
    end: formatIsoDate(result.period.end),
    definition: result.definition,
    unit: result.indicator.unit,
    value: exact(result.value),
    numerator: result.numerator,
    denominator: result.denominator,
    printed: result.mark ?? printValue(result.indicator, result.value),
    released,
    trend: { direction, performance, change: exact(change) },
    by: [...categories],
    breakdown: (result.breakdowns.get(breakdownKey(categories)) ?? []).map((row) => ({
      categories: [...row.categories],
      labels: [...row.labels],
      value: exact(row.value),
      numerator: row.numerator,
      denominator: row.denominator,
      share: exact(row.share),
    })),
  };
}

/** Figures in the order of their years, each beside the one before. */
export const shownSeries = ({ figures, released }: Figures, categories: readonly string[]) =>
  figures.map((result, i) => shown(result, figures[i - 1], categories, released));

/** The breakdowns asked for, or the first one nobody has. */
function breakdowns(council: Council, text: string | undefined): string[] | { unknown: string } {
  const ids = text ? text.split(',').map((one) => one.trim()) : [];
  const unknown = ids.find((one) => !council.breakdowns.some((breakdown) => breakdown.id === one));
  return unknown === undefined ? ids : { unknown };
}

const drillDownSchema = z
  .object({
    child: z.string(),
    numerator: z.number(),
    denominator: z.number(),
  })
  .openapi('ChildBehindFigure');

const getChildren = createRoute({
  method: 'get',
  path: '/indicators/{id}/children',
  summary: 'The children behind a figure, of those in sight of whoever asks',
  tags: ['Indicators'],
  request: {
    params: z.object({ id }),
    query: z.object({ period: z.string().optional().openapi({ example: '2022' }) }),
  },
  responses: {
    200: {
      description: 'Children with what they count for',
      content: { 'application/json': { schema: z.array(drillDownSchema) } },
    },
    400: problems[400],
    403: problems[403],
    404: problems[404],
  },
});

/** Definitions, values, breakdowns, series, and the children behind them. */
export function indicatorRoutes(source: Source) {
  const { council } = source;
  const find = (wanted: string) => council.indicators.find((indicator) => indicator.id === wanted);
  const noSuch = (wanted: string) => `There is no indicator '${wanted}'; /indicators lists them.`;
  const noBreakdown = (wanted: string) =>
    `There is no breakdown '${wanted}'; there are: ${council.breakdowns.map((breakdown) => breakdown.id).join(', ')}.`;
  const noPeriod = (text: string) =>
    `'${text}' is no period: write 2022, 2021/22, Q3 2021/22, 2022-03 or 2022-03-31.`;
  const periodIn = (text: string | undefined) =>
    text === undefined ? source.periods().at(-1)! : parsePeriod(text);
  return new OpenAPIHono()
    .openapi(listIndicators, (c) => c.json(council.indicators.map(definition), 200))
    .openapi(getIndicator, (c) => {
      const wanted = c.req.valid('param').id;
      const indicator = find(wanted);
      return indicator ? c.json(definition(indicator), 200) : problem(c, 404, noSuch(wanted));
    })
    .openapi(getValue, async (c) => {
      const wanted = c.req.valid('param').id;
      const { period: text, by: asked } = c.req.valid('query');
      const indicator = find(wanted);
      if (!indicator) return problem(c, 404, noSuch(wanted));
      const categories = breakdowns(council, asked);
      if ('unknown' in categories) return problem(c, 400, noBreakdown(categories.unknown));
      const period = periodIn(text);
      if (!period) return problem(c, 400, noPeriod(text!));
      const answer = await source.figures(c, {
        indicator,
        periods: [previousPeriod(period), period],
        by: categories,
      });
      if (isWithheld(answer)) return problem(c, answer.status, answer.withheld);
      const [previous, result] = answer.figures;
      // Outside the years of its definition an indicator has no result at all.
      const current = [previous, result].find((one) => one?.period.end === period.end);
      return current
        ? c.json(
            shown(current, current === previous ? undefined : previous, categories, answer.released),
            200,
          )
        : problem(c, 404, `'${wanted}' has no definition for ${period.label}.`);
    })
    .openapi(getSeries, async (c) => {
      const wanted = c.req.valid('param').id;
      const { from, to, by: asked } = c.req.valid('query');
      const indicator = find(wanted);
      if (!indicator) return problem(c, 404, noSuch(wanted));
      const categories = breakdowns(council, asked);
      if ('unknown' in categories) return problem(c, 400, noBreakdown(categories.unknown));
      const first = from === undefined ? undefined : financialYear(from).start;
      const last = to === undefined ? undefined : financialYear(to).end;
      const over = source
        .periods()
        .filter(({ start, end }) => start >= (first ?? start) && end <= (last ?? end));
      const answer = await source.figures(c, { indicator, periods: over, by: categories });
      if (isWithheld(answer)) return problem(c, answer.status, answer.withheld);
      return c.json(shownSeries(answer, categories), 200);
    })
    .openapi(getChildren, async (c) => {
      const wanted = c.req.valid('param').id;
      const { period: text } = c.req.valid('query');
      const indicator = find(wanted);
      if (!indicator) return problem(c, 404, noSuch(wanted));
      const period = periodIn(text);
      if (!period) return problem(c, 400, noPeriod(text!));
      const history = await source.inSight(c, { asAt: period.end, action: `children behind ${wanted}` });
      return c.json(drillDown(indicator, { council, historyFor: () => history, period }), 200);
    });
}
