import { categoriesOf, formatIsoDate, NOT_KNOWN } from '@cic/core';
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { problem, problems } from '../problem.ts';
import type { Source } from '../source/source.ts';

const periodSchema = z
  .object({ kind: z.string(), start: z.iso.date(), end: z.iso.date(), label: z.string() })
  .openapi('Period', { description: 'A stretch of days, both ends included.' });

const councilSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    code: z.string().nullable().openapi({ description: 'GSS code of the authority.' }),
    note: z.string().nullable(),
    plugins: z.array(z.object({ id: z.string(), title: z.string() })),
    districts: z.array(z.object({ id: z.string(), name: z.string(), kind: z.enum(['place', 'team']) })),
    breakdowns: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        categories: z.array(z.object({ id: z.string(), label: z.string() })),
      }),
    ),
    periods: z.array(periodSchema),
    disclosure: z.object({
      suppress: z.object({ from: z.number(), to: z.number() }),
      symbol: z.string(),
      secondary: z.boolean(),
    }),
  })
  .openapi('Council');

const getCouncil = createRoute({
  method: 'get',
  path: '/council',
  summary: 'The council, its plugins, areas, breakdowns and periods',
  tags: ['Council'],
  responses: {
    200: { description: 'The council', content: { 'application/json': { schema: councilSchema } } },
  },
});

const schemaList = z.array(
  z.object({ id: z.string(), title: z.string(), schema: z.string(), path: z.string() }),
);

const getSchemas = createRoute({
  method: 'get',
  path: '/schemas',
  summary: 'The record types of the enabled plugins, with where their schemas are',
  tags: ['Schemas'],
  responses: {
    200: { description: 'Record types', content: { 'application/json': { schema: schemaList } } },
  },
});

const getSchema = createRoute({
  method: 'get',
  path: '/schemas/{area}/{name}/{version}',
  summary: 'A JSON Schema, at the path of its $id',
  tags: ['Schemas'],
  request: { params: z.object({ area: z.string(), name: z.string(), version: z.string() }) },
  responses: {
    200: {
      description: 'JSON Schema 2020-12',
      content: { 'application/schema+json': { schema: z.record(z.string(), z.unknown()) } },
    },
    404: problems[404],
  },
});

const codeSetSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    codes: z.array(z.looseObject({ code: z.string(), label: z.string() })),
  })
  .openapi('CodeSet');

const getCodeSets = createRoute({
  method: 'get',
  path: '/code-sets',
  summary: 'The code sets of the enabled plugins',
  tags: ['Schemas'],
  responses: {
    200: {
      description: 'Code sets without their codes',
      content: { 'application/json': { schema: z.array(z.object({ id: z.string(), title: z.string() })) } },
    },
  },
});

const getCodeSet = createRoute({
  method: 'get',
  path: '/code-sets/{id}',
  summary: 'A code set with its codes, labels, groups and years',
  tags: ['Schemas'],
  request: { params: z.object({ id: z.string().openapi({ example: 'LS' }) }) },
  responses: {
    200: { description: 'The code set', content: { 'application/json': { schema: codeSetSchema } } },
    404: problems[404],
  },
});

const pathOf = (schemaId: string): string => `/schemas${new URL(schemaId).pathname}`;

/** What the council is made of: nothing about any child. */
export function councilRoutes({ council, periods, note }: Pick<Source, 'council' | 'periods' | 'note'>) {
  const schemas = new Map(council.records.map((type) => [pathOf(type.schemaId), type]));
  return new OpenAPIHono()
    .openapi(getCouncil, (c) =>
      c.json(
        {
          id: council.id,
          name: council.name,
          code: council.code ?? null,
          note: note ?? null,
          plugins: council.plugins.map(({ id, title }) => ({ id, title })),
          districts: council.districts.map(({ id, name, kind }) => ({ id, name, kind })),
          breakdowns: council.breakdowns.map((breakdown) => ({
            id: breakdown.id,
            title: breakdown.title,
            categories: [...categoriesOf(breakdown, council), NOT_KNOWN].map(({ id, label }) => ({
              id,
              label,
            })),
          })),
          periods: periods().map(({ kind, start, end, label }) => ({
            kind,
            start: formatIsoDate(start),
            end: formatIsoDate(end),
            label,
          })),
          disclosure: council.disclosure,
        },
        200,
      ),
    )
    .openapi(getSchemas, (c) =>
      c.json(
        council.records.map(({ id, title, schemaId }) => ({
          id,
          title,
          schema: schemaId,
          path: pathOf(schemaId),
        })),
        200,
      ),
    )
    .openapi(getSchema, (c) => {
      const { area, name, version } = c.req.valid('param');
      const type = schemas.get(`/schemas/${area}/${name}/${version}`);
      return type
        ? c.json({ ...type.schema }, 200, { 'content-type': 'application/schema+json' })
        : problem(c, 404, `There is no schema ${area}/${name}/${version}; /schemas lists them.`);
    })
    .openapi(getCodeSets, (c) =>
      c.json(
        council.codeSets.map(({ id, title }) => ({ id, title })),
        200,
      ),
    )
    .openapi(getCodeSet, (c) => {
      const { id } = c.req.valid('param');
      const codeSet = council.codeSets.find((one) => one.id === id);
      return codeSet
        ? c.json({ id, title: codeSet.title, codes: codeSet.codes.map((code) => ({ ...code })) }, 200)
        : problem(c, 404, `There is no code set '${id}'; /code-sets lists them.`);
    });
}
