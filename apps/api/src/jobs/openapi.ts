import { z } from 'zod';
import { problemRefs } from '../problem.ts';
import type { Jobs } from './jobs.ts';

const text = { type: 'string' };
const whole = { type: 'integer', minimum: 0 };
const moment = { type: 'string', format: 'date-time' };
const job = {
  type: 'object',
  properties: {
    id: text,
    kind: text,
    parameters: { type: 'object' },
    state: { type: 'string', enum: ['waiting', 'running', 'completed', 'failed', 'cancelled'] },
    steps: {
      type: 'object',
      properties: { done: whole, all: { ...whole, description: '0 until it is known.' } },
    },
    createdAt: moment,
    startedAt: moment,
    endedAt: moment,
    result: { type: 'string', description: 'Where the result is, when it completed.' },
    problem: { $ref: '#/components/schemas/Problem' },
  },
};
const json = (description: string, schema: object) => ({
  description,
  content: { 'application/json': { schema } },
});
const always = problemRefs(400, 401, 403, 404, 429, 500, 503);
const tags = ['Jobs'];
const id = { name: 'id', in: 'path', required: true, schema: text };
const header = (name: string, description: string) => ({ name, in: 'header', schema: text, description });

/** The kinds of jobs with their parameters, as one of several schemas. */
const asked = ({ kinds }: Jobs) => ({
  oneOf: [...kinds.values()].map((kind) => {
    const { $schema: _, ...parameters } = z.toJSONSchema(kind.parameters, { io: 'input' });
    return {
      type: 'object',
      title: kind.summary,
      required: ['kind', 'parameters'],
      properties: { kind: { type: 'string', const: kind.id }, parameters },
    };
  }),
});

/** Background work in the OpenAPI document. */
export const jobPaths = (jobs: Jobs) => ({
  '/jobs': {
    get: {
      tags,
      summary: 'Your own jobs, the last first; they are kept for a day after their end',
      responses: {
        200: json('Jobs', { type: 'object', properties: { jobs: { type: 'array', items: job } } }),
        ...always,
      },
    },
    post: {
      tags,
      summary: 'Ask for something to be done in the background',
      parameters: [
        header('Idempotency-Key', 'The same key a second time makes no second job, and answers the first.'),
      ],
      requestBody: {
        required: true,
        content: {
          'application/json': { schema: asked(jobs) },
          'multipart/form-data': {
            schema: {
              type: 'object',
              required: ['job'],
              properties: { job: asked(jobs) },
              additionalProperties: { type: 'string', contentMediaType: 'application/octet-stream' },
            },
          },
        },
      },
      responses: {
        202: {
          ...json('The job; Location says where it is', job),
          headers: { Location: { schema: text } },
        },
        ...always,
        ...problemRefs(409, 413, 415, 422),
      },
    },
  },
  '/jobs/{id}': {
    get: {
      tags,
      summary: 'How far a job is',
      parameters: [id],
      responses: { 200: json('The job', job), ...always },
    },
    delete: {
      tags,
      summary: 'Cancel a job: nothing of it is left half done',
      parameters: [id],
      responses: { 204: { description: 'It is cancelled.' }, ...always, ...problemRefs(409) },
    },
  },
  '/jobs/{id}/result': {
    get: {
      tags,
      summary: 'What a job came to, or the problem for which it failed',
      parameters: [id],
      responses: {
        200: json('The result, as the kind of job has it', { type: 'object' }),
        ...always,
        ...problemRefs(409, 412, 422),
      },
    },
  },
  '/jobs/{id}/events': {
    get: {
      tags,
      summary: 'How a job goes on, as server-sent events, until its end',
      description:
        'Each event has a number, the name of the state, and the whole job as data. Come back with Last-Event-ID when the line breaks.',
      parameters: [id, header('Last-Event-ID', 'The number of the last event that arrived.')],
      responses: {
        200: { description: 'Events', content: { 'text/event-stream': { schema: text } } },
        204: { description: 'There are no more events: the job has ended, and its last event arrived.' },
        ...always,
      },
    },
  },
});
