import {
  type Child,
  type DueItem,
  dutiesOf,
  formatIsoDate,
  OPEN,
  parseIsoDate,
  type Stretch,
} from '@cic/core';
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { Deployment } from '../deployment.ts';
import { problem, problems } from '../problem.ts';

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
    404: problems[404],
  },
});

const STATUSES = ['met in time', 'met late', 'due', 'overdue', 'missed', 'fell away'] as const;

const dueSchema = z
  .object({
    duty: z.string(),
    title: z.string(),
    child: z.string(),
    startedOn: z.iso.date(),
    dueOn: z.iso.date(),
    metOn: z.iso.date().nullable(),
    status: z.enum(STATUSES),
    daysLeft: z.number().int(),
  })
  .openapi('DueItem');

const listDuties = createRoute({
  method: 'get',
  path: '/duties',
  summary: 'What is due and overdue as at a date',
  tags: ['Duties'],
  request: {
    query: z.object({
      'as-at': day,
      child: z.string().optional(),
      duty: z.string().optional(),
      status: z.enum(STATUSES).optional().openapi({ description: 'Due and overdue ones, if not given.' }),
    }),
  },
  responses: {
    200: {
      description: 'Duties in order of due date',
      content: { 'application/json': { schema: z.array(dueSchema) } },
    },
    400: problems[400],
    404: problems[404],
  },
});

const written = ({ start, end }: Pick<Stretch, 'start' | 'end'>) => ({
  start: formatIsoDate(start),
  end: end === OPEN ? null : formatIsoDate(end),
});

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

/** Children, their histories, and what is due for them. */
export function childrenRoutes({ council, historyFor, asAt: today }: Deployment) {
  const dayAsked = (text: string | undefined) => (text === undefined ? today : parseIsoDate(text));
  const titles = new Map(council.duties.map(({ id, title }) => [id, title]));
  const item = (due: DueItem) => ({
    duty: due.duty,
    title: titles.get(due.duty)!,
    child: due.child,
    startedOn: formatIsoDate(due.startedOn),
    dueOn: formatIsoDate(due.dueOn),
    metOn: due.metOn === undefined ? null : formatIsoDate(due.metOn),
    status: due.status,
    daysLeft: due.daysLeft,
  });
  return new OpenAPIHono()
    .openapi(listChildren, (c) => {
      const { 'as-at': text, 'looked-after': lookedAfter, limit, after } = c.req.valid('query');
      const asAt = dayAsked(text);
      const matching = historyFor(asAt)
        .children.filter((child) => after === undefined || child.id > after)
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
    .openapi(getChild, (c) => {
      const { id } = c.req.valid('param');
      const asAt = dayAsked(c.req.valid('query')['as-at']);
      const child = historyFor(asAt).child(id);
      return child ? c.json(whole(child, asAt), 200) : problem(c, 404, 'There is no such child.');
    })
    .openapi(listDuties, (c) => {
      const { 'as-at': text, child: id, duty: wanted, status } = c.req.valid('query');
      const asAt = dayAsked(text);
      if (wanted !== undefined && !titles.has(wanted)) {
        return problem(c, 400, `There is no duty '${wanted}'; there are: ${[...titles.keys()].join(', ')}.`);
      }
      const history = historyFor(asAt);
      const child = id === undefined ? undefined : history.child(id);
      if (id !== undefined && !child) return problem(c, 404, 'There is no such child.');
      const duties = council.duties.filter(({ id: duty }) => wanted === undefined || duty === wanted);
      const items = (child ? [child] : history.children).flatMap((one) =>
        dutiesOf(one, duties, council, asAt),
      );
      const asked = items.filter((due) =>
        status === undefined ? due.status === 'due' || due.status === 'overdue' : due.status === status,
      );
      return c.json(asked.sort((a, b) => a.dueOn - b.dueOn).map(item), 200);
    });
}
