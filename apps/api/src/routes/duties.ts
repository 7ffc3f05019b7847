import {
  type Child,
  type Council,
  type Day,
  type DueItem,
  dutiesOf,
  formatIsoDate,
  OPEN,
  parseIsoDate,
} from '@cic/core';
import { socialWorkerEpisode } from '@cic/core/records';
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { CALENDAR, calendarOf } from '../http/calendar.ts';
import { problem, problems } from '../problem.ts';
import type { Source } from '../source/source.ts';

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

const day = z.iso.date().optional().openapi({ example: '2022-03-31' });

const query = z.object({
  'as-at': day,
  child: z.string().optional(),
  duty: z.string().optional(),
  worker: z.string().optional().openapi({ description: 'Reference of the social worker on the day.' }),
  team: z.string().optional().openapi({ description: 'Reference of the social worker’s team on the day.' }),
  'due-from': day,
  'due-to': day,
  status: z.enum(STATUSES).optional().openapi({ description: 'Due and overdue ones, if not given.' }),
});

type DutyQuestion = z.output<typeof query>;

const listDuties = createRoute({
  method: 'get',
  path: '/duties',
  summary: 'What is due and overdue as at a date',
  tags: ['Duties'],
  request: { query },
  responses: {
    200: {
      description: 'Duties in order of due date',
      content: { 'application/json': { schema: z.array(dueSchema) } },
    },
    400: problems[400],
    403: problems[403],
    404: problems[404],
  },
});

const getCalendar = createRoute({
  method: 'get',
  path: '/duties.ics',
  summary: 'What is due and overdue, as a calendar to subscribe to',
  description: 'Titles of duties and references of children; no names.',
  tags: ['Duties'],
  request: { query },
  responses: {
    200: { description: 'iCalendar', content: { 'text/calendar': { schema: z.string() } } },
    400: problems[400],
    403: problems[403],
    404: problems[404],
  },
});

/** Whether a social worker of that reference, or of that team, works with a child on a day. */
const worksWith = (child: Child, asAt: Day, { worker, team }: DutyQuestion): boolean =>
  (worker === undefined && team === undefined) ||
  child
    .records(socialWorkerEpisode)
    .some(
      (one) =>
        one.start <= asAt &&
        (one.end ?? OPEN) > asAt &&
        (worker === undefined || one.socialWorker === worker) &&
        (team === undefined || one.team === team),
    );

const titled = (council: Council, id: string): string => council.duties.find((duty) => duty.id === id)!.title;

/** What is due as a calendar. */
function dueCalendar(council: Council, items: readonly DueItem[], asAt: Day): string {
  return calendarOf(
    `${council.name}: what is due`,
    'Duties',
    formatIsoDate(asAt),
    items.map(({ duty, child, dueOn, startedOn, status }) => ({
      id: `${duty}.${child}.${formatIsoDate(startedOn)}@${council.id}.cic`,
      on: formatIsoDate(dueOn),
      summary: `${status === 'overdue' ? 'Overdue: ' : ''}${titled(council, duty)} (${child})`,
    })),
  );
}

/** What is due, for the children in sight of whoever asks. */
export function dutyRoutes(source: Source) {
  const { council } = source;

  async function due(c: Context, asked: DutyQuestion) {
    const asAt = asked['as-at'] === undefined ? source.asAt() : parseIsoDate(asked['as-at']);
    const duties = council.duties.filter(({ id }) => asked.duty === undefined || id === asked.duty);
    if (duties.length === 0 && asked.duty !== undefined) {
      const known = council.duties.map(({ id }) => id).join(', ');
      return problem(c, 400, `There is no duty '${asked.duty}'; there are: ${known}.`);
    }
    const { child: id, status } = asked;
    const options = { asAt, action: 'list duties', ...(id === undefined ? {} : { child: id }) };
    const history = await source.inSight(c, options);
    const child = id === undefined ? undefined : history.child(id);
    if (id !== undefined && !child) return problem(c, 404, 'There is no such child.');
    const from = asked['due-from'] === undefined ? Number.NEGATIVE_INFINITY : parseIsoDate(asked['due-from']);
    const to = asked['due-to'] === undefined ? OPEN : parseIsoDate(asked['due-to']);
    const items = (child ? [child] : history.children)
      .filter((one) => worksWith(one, asAt, asked))
      .flatMap((one) => dutiesOf(one, duties, council, asAt))
      .filter((item) => item.dueOn >= from && item.dueOn <= to)
      .filter((item) =>
        status === undefined ? item.status === 'due' || item.status === 'overdue' : item.status === status,
      )
      .sort((a, b) => a.dueOn - b.dueOn);
    return { items, asAt };
  }

  const item = (one: DueItem) => ({
    duty: one.duty,
    title: titled(council, one.duty),
    child: one.child,
    startedOn: formatIsoDate(one.startedOn),
    dueOn: formatIsoDate(one.dueOn),
    metOn: one.metOn === undefined ? null : formatIsoDate(one.metOn),
    status: one.status,
    daysLeft: one.daysLeft,
  });

  return new OpenAPIHono()
    .openapi(listDuties, async (c) => {
      const found = await due(c, c.req.valid('query'));
      return 'items' in found ? c.json(found.items.map(item), 200) : found;
    })
    .openapi(getCalendar, async (c) => {
      const found = await due(c, c.req.valid('query'));
      if (!('items' in found)) return found;
      return c.text(dueCalendar(council, found.items, found.asAt), 200, CALENDAR);
    });
}
