import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Source } from './source/source.ts';

/** The OpenAPI 3.1 document, from the same definitions that the routes validate with. */
export const openApiDocument = (
  app: OpenAPIHono,
  { council, note }: Pick<Source, 'council' | 'note'>,
  version: string,
) =>
  app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: `Corporate parenting: ${council.name}`,
      version,
      description:
        'Children in care, their indicators and what is due for them, for the plugins this council has enabled.' +
        (note ? ` ${note}` : ''),
      license: { name: 'MIT' },
    },
    tags: [
      { name: 'Indicators', description: 'Figures with their definitions, breakdowns and series' },
      { name: 'Children', description: 'Children and their care histories' },
      { name: 'Duties', description: 'What is due, for whom, by when' },
      { name: 'Council', description: 'What this deployment is made of' },
      { name: 'Schemas', description: 'Record types and code sets' },
    ],
  });
