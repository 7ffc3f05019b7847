import { type Child, formatIsoDate, OPEN, parseIsoDate, type Stretch, timelineOf } from '@cic/core';
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { problem, problems } from '../problem.ts';
import type { Source } from '../source/source.ts';

const stretchSchema = z.object({ start: z.iso.date(), end: z.iso.date().nullable() });

const episodeSchema = stretchSchema.extend({
  legalStatus: z.string(),
  categoryOfNeed: z.string(),
  placementType: z.string(),
  placementProvider: z.string(),
  reasonNewEpisode: z.string(),
  reasonEpisodeCeased: z.string(),
});

const summarySchema = z
  .object({
    id: z.string(),
    dateOfBirth: z.iso.date().nullable(),
    sex: z.string(),
    district: z.string(),
    lookedAfter: z.boolean().openapi({ description: 'On the day asked for.' }),
  })
  .openapi('ChildSummary');

const childSchema = summarySchema
  .extend({
    ethnicity: z.string(),
    periodsOfCare: z.array(stretchSchema),
    placements: z.array(stretchSchema.extend({ placementType: z.string() })),
    legalStatuses: z.array(stretchSchema.extend({ legalStatus: z.string() })),
    episodes: z.array(episodeSchema),
  })
  .openapi('ChildHistory');

const day = z.iso.date().optional().openapi({ example: '2022-03-31' });

const listChildren = createRoute({
  method: 'get',
  path: '/children',
  summary: 'Children known to the council',
  tags: ['Children'],
  request: {
    query: z.object({
      'as-at': day,
      'looked-after': z
        .enum(['true', 'false'])
        .optional()
        .openapi({ description: 'Only those who are, or are not.' }),
      limit: z.coerce.number().int().min(1).max(1000).default(100),
      after: z.string().optional().openapi({ description: 'The last id of the page before.' }),
    }),
  },
  responses: {
    200: {
      description: 'A page of children, by id',
      content: {
        'application/json': {
          schema: z.object({ children: z.array(summarySchema), next: z.string().nullable() }),
        },
      },
    },
    400: problems[400],
    403: problems[403],
  },
});

const getChild = createRoute({
  method: 'get',
  path: '/children/{id}',
  summary: "A child's care history",
  tags: ['Children'],
  request: { params: z.object({ id: z.string() }), query: z.object({ 'as-at': day }) },
  responses: {
    200: { description: 'The history', content: { 'application/json': { schema: childSchema } } },
    400: problems[400],
    403: problems[403],
    404: problems[404],
  },
});

const timelineSchema = z
  .object({
    record: z.string().openapi({ description: 'Id of the record type.' }),
    title: z.string(),
    summary: z.string(),
    on: z.iso.date(),
    until: z.iso
      .date()
      .nullable()
      .openapi({ description: 'The day it ended; null while it lasts or where it is one day.' }),
  })
  .openapi('TimelineEntry');

const getTimeline = createRoute({
  method: 'get',
  path: '/children/{id}/timeline',
  summary: "Everything dated in a child's life, in order of time",
  tags: ['Children'],
  request: { params: z.object({ id: z.string() }), query: z.object({ from: day, to: day }) },
  responses: {
    200: {
      description: 'The timeline',
      content: { 'application/json': { schema: z.array(timelineSchema) } },
    },
    400: problems[400],
    403: problems[403],
    404: problems[404],
  },
});

const written = ({ start, end }: Pick<Stretch, 'start' | 'end'>) => ({
  start: formatIsoDate(start),
  end: end === OPEN ? null : formatIsoDate(end),
});

/** The record types a child's summary is made of. */
const SUMMARISED = ['child', 'episode', 'responsible-area'];

const summary = (child: Child, asAt: number) => ({
  id: child.id,
  dateOfBirth: Number.isNaN(child.born) ? null : formatIsoDate(child.born),
  sex: child.sex,
  district: child.district,
  lookedAfter: child.isLookedAfter(asAt),
});

const whole = (child: Child, asAt: number) => ({
  ...summary(child, asAt),
  ethnicity: child.ethnicity,
  periodsOfCare: child.periodsOfCare.map(written),
  placements: child.placements.map((placement) => ({
    ...written(placement),
    placementType: placement.lastEpisode.placementType,
  })),
  legalStatuses: child.legalStatuses.map((status) => ({
    ...written(status),
    legalStatus: status.firstEpisode.legalStatus,
  })),
  episodes: child.episodes.map((episode) => ({
    ...written(episode),
    legalStatus: episode.legalStatus,
    categoryOfNeed: episode.categoryOfNeed,
    placementType: episode.placementType,
    placementProvider: episode.placementProvider,
    reasonNewEpisode: episode.reasonNewEpisode,
    reasonEpisodeCeased: episode.reasonEpisodeCeased,
  })),
});

/** Children and their histories, of what is in sight of whoever asks. */
export function childrenRoutes(source: Source) {
  const { council } = source;
  const dayAsked = (text: string | undefined) => (text === undefined ? source.asAt() : parseIsoDate(text));
  return new OpenAPIHono()
    .openapi(listChildren, async (c) => {
      const { 'as-at': text, 'looked-after': lookedAfter, limit, after } = c.req.valid('query');
      const asAt = dayAsked(text);
      const history = await source.inSight(c, { asAt, action: 'list children', only: SUMMARISED });
      const matching = history.children
        .filter((child) => after === undefined || child.id > after)
        .filter((child) => lookedAfter === undefined || String(child.isLookedAfter(asAt)) === lookedAfter)
        .sort((a, b) => (a.id < b.id ? -1 : 1));
      const page = matching.slice(0, limit);
      return c.json(
        {
          children: page.map((child) => summary(child, asAt)),
          next: matching.length > limit ? page.at(-1)!.id : null,
        },
        200,
      );
    })
    .openapi(getChild, async (c) => {
      const { id } = c.req.valid('param');
      const asAt = dayAsked(c.req.valid('query')['as-at']);
      const child = (await source.inSight(c, { asAt, action: 'read child', child: id })).child(id);
      return child ? c.json(whole(child, asAt), 200) : problem(c, 404, 'There is no such child.');
    })
    .openapi(getTimeline, async (c) => {
      const { id } = c.req.valid('param');
      const { from, to } = c.req.valid('query');
      const history = await source.inSight(c, { asAt: source.asAt(), action: 'timeline', child: id });
      const child = history.child(id);
      if (!child) return problem(c, 404, 'There is no such child.');
      const entries = timelineOf(child, council, {
        ...(from === undefined ? {} : { from: parseIsoDate(from) }),
        ...(to === undefined ? {} : { to: parseIsoDate(to) }),
      });
      return c.json(
        entries.map(({ record, title, summary: said, on, until }) => ({
          record,
          title,
          summary: said,
          on: formatIsoDate(on),
          until: until === undefined || until === OPEN ? null : formatIsoDate(until),
        })),
        200,
      );
    });
}
