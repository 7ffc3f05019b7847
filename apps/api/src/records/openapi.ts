import { MASKED } from '@cic/access';
import type { Council, RecordType } from '@cic/core';
import { z } from '@hono/zod-openapi';
import { problemRefs } from '../problem.ts';
import { questionSchema } from './question.ts';

type Json = Record<string, unknown>;

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: Json) => ({ 'application/json': { schema } });
const parameter = (name: string, where: 'query' | 'header' | 'path', schema: Json, description: string) => ({
  name,
  in: where,
  required: where === 'path',
  schema,
  description,
});

const day = { type: 'string', format: 'date' };
const time = [
  parameter('as-at', 'query', day, 'The day that is looked at.'),
  parameter(
    'known-on',
    'query',
    { type: 'string' },
    'By whose end it was known: a day, or a moment with its zone.',
  ),
];
const id = parameter('id', 'path', { type: 'string' }, 'Id of the record.');
const purpose = [
  parameter(
    'CIC-Purpose',
    'header',
    { type: 'string' },
    'What it is looked at for; a role’s first purpose if left out.',
  ),
  parameter('CIC-Reason', 'header', { type: 'string' }, 'Why, in the person’s own words; kept in the audit.'),
];
const ifMatch = {
  ...parameter('If-Match', 'header', { type: 'string' }, 'The ETag of the version this is meant for.'),
  required: true,
};
const etag = {
  ETag: { schema: { type: 'string' }, description: 'The version, for If-Match and If-None-Match.' },
};

/** Every route of records may be answered so. */
const always = problemRefs(400, 401, 403, 404, 429, 500, 503);

/** A record's schema as a component: without what would make it a document of its own. */
function component({ schema }: RecordType<object>): Json {
  const { $id: _id, $schema: _schema, ...rest } = schema;
  return rest;
}

/** A record as somebody sees it: whatever they do not see is left out, so nothing is required. */
const seen = ({ id: type, title, schema }: RecordType<object>): Json => ({
  type: 'object',
  title: `${title}, as whoever asks sees it`,
  required: ['type', 'id', 'version', 'record', 'recordedAt', 'recordedBy'],
  properties: {
    type: { const: type },
    id: { type: 'string' },
    version: { type: 'integer', minimum: 1 },
    record: {
      type: 'object',
      description: 'Fields that are hidden are left out; of those that are masked only a mark is shown.',
      properties: Object.fromEntries(
        // Written out, not referred to: generators lose their way into schemas that have an anyOf at their root.
        Object.entries(schema.properties ?? {}).map(([field, property]) => [
          field,
          { anyOf: [property, { const: MASKED }] },
        ]),
      ),
    },
    recordedAt: { type: 'string', format: 'date-time' },
    recordedBy: { type: 'string' },
    supersededAt: { type: 'string', format: 'date-time' },
    deleted: { const: true },
  },
});

const page = (type: string) => ({
  type: 'object',
  required: ['records', 'next'],
  properties: { records: { type: 'array', items: ref(`${type}.seen`) }, next: { type: ['string', 'null'] } },
});

function pathsOf({ id: type, title }: RecordType<object>): Json {
  const words = title.toLowerCase();
  const one = { description: title, headers: etag, content: json(ref(`${type}.seen`)) };
  const list = {
    description: 'As JSON a page; as CSV or NDJSON all of them, in a stream.',
    content: {
      ...json(page(type)),
      'text/csv': { schema: { type: 'string' } },
      'application/x-ndjson': { schema: { type: 'string' } },
    },
  };
  const body = { required: true, content: json(ref(type)) };
  const route = (verb: string, name: string, summary: string, more: Json) => ({
    tags: ['Records'],
    operationId: `${name}-${type}`,
    summary: `${verb} ${summary}`,
    ...more,
  });
  const write = problemRefs(409, 412, 413, 415, 422, 428);
  return {
    [`/records/${type}`]: {
      get: route('List', 'list', `records: ${words}`, {
        parameters: [
          parameter(
            'where',
            'query',
            { type: 'array', items: { type: 'string' } },
            'field.comparison.value, as start.at-least.2025-04-01; again for each filter.',
          ),
          parameter(
            'order',
            'query',
            { type: 'string' },
            'Fields with a comma between, with - before one for the other way round.',
          ),
          parameter('limit', 'query', { type: 'integer', minimum: 1, maximum: 1000 }, 'Records of a page.'),
          parameter('cursor', 'query', { type: 'string' }, '`next` of the page before.'),
          ...time,
          ...purpose,
        ],
        responses: { 200: list, ...always, ...problemRefs(406, 422) },
      }),
      post: route('Create', 'create', `a record: ${words}`, {
        parameters: [
          parameter(
            'Idempotency-Key',
            'header',
            { type: 'string' },
            'The same key a second time creates nothing.',
          ),
          ...purpose,
        ],
        requestBody: body,
        responses: { 201: one, ...always, ...write },
      }),
    },
    [`/records/${type}/query`]: {
      post: route('Ask for', 'query', `records in a body: ${words}`, {
        parameters: purpose,
        requestBody: { required: true, content: json(ref('RecordQuestion')) },
        responses: { 200: list, ...always, ...problemRefs(406, 413, 415, 422) },
      }),
    },
    [`/records/${type}/{id}`]: {
      get: route('Read', 'read', `a record: ${words}`, {
        parameters: [
          id,
          ...time,
          parameter('If-None-Match', 'header', { type: 'string' }, 'A version the caller has.'),
          ...purpose,
        ],
        responses: { 200: one, 304: { description: 'The version named is the current one.' }, ...always },
      }),
      put: route('Replace', 'replace', `a record: ${words}`, {
        parameters: [id, ifMatch, ...purpose],
        requestBody: body,
        responses: { 200: one, ...always, ...write },
      }),
      patch: route('Change', 'change', `fields of a record: ${words}`, {
        parameters: [id, ifMatch, ...purpose],
        requestBody: {
          required: true,
          content: {
            'application/merge-patch+json': { schema: { type: 'object' } },
            ...json({ type: 'object' }),
          },
        },
        responses: { 200: one, ...always, ...write },
      }),
      delete: route('Mark as deleted', 'delete', `a record: ${words}`, {
        parameters: [id, ifMatch, ...purpose],
        responses: {
          204: { description: 'It is no longer there; its history is.' },
          ...always,
          ...problemRefs(409, 412, 428),
        },
      }),
    },
    [`/records/${type}/{id}/history`]: {
      get: route('Read', 'history', `every version of a record: ${words}`, {
        parameters: [id, ...purpose],
        responses: {
          200: {
            description: 'The first first; marked deletions too.',
            content: json({
              type: 'object',
              required: ['versions'],
              properties: { versions: { type: 'array', items: ref(`${type}.seen`) } },
            }),
          },
          ...always,
        },
      }),
    },
  };
}

/** The routes of every record type of a council, from their schemas. */
export const recordPaths = ({ records }: Council): Json => Object.assign({}, ...records.map(pathsOf));

export const recordSchemas = ({ records }: Council): Json => ({
  RecordQuestion: z.toJSONSchema(questionSchema, { target: 'draft-2020-12', io: 'input' }),
  ...Object.fromEntries(
    records.flatMap((type) => [
      [type.id, component(type)],
      [`${type.id}.seen`, seen(type)],
    ]),
  ),
});
