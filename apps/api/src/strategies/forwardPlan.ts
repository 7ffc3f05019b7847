import { addYears, formatIsoDate, parseIsoDate } from '@cic/core';
import { type ForwardEntry, forwardPlan } from '@cic/core/strategies';
import { isRefusal } from '@cic/store';
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { Signed } from '../deployment.ts';
import { CALENDAR, calendarOf } from '../http/calendar.ts';
import { refused } from '../http/refusal.ts';
import { problem, problemRefs } from '../problem.ts';
import { asAtOf } from '../source/stored.ts';
import { bookFor } from './book.ts';
import { parameter, questionOf, text } from './question.ts';

const question = z.strictObject({
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  board: text.optional(),
  actions: z.enum(['true', 'false']).optional(),
});

/** Days a plan may look ahead. */
const MOST = 3660;

interface Plan {
  readonly from: string;
  readonly entries: readonly ForwardEntry[];
}

/** The plan that is asked for, or the answer that says why not. */
async function planFor(c: Context<Signed>): Promise<Plan | Response> {
  const read = questionOf(c, question);
  if ('wrong' in read) return read.wrong;
  const { deployment, session } = c.var;
  const { from: first, to: last, board, actions } = read.asked;
  const from = first === undefined ? asAtOf(deployment) : parseIsoDate(first);
  const to = last === undefined ? addYears(from, 1) : parseIsoDate(last);
  if (to < from || to - from > MOST) return problem(c, 400, 'to: a day after from, ten years on at most');
  const book = await bookFor(deployment, session);
  if (isRefusal(book)) return refused(c, book);
  const entries = forwardPlan(book, {
    from,
    to,
    actions: actions === 'true',
    ...(board === undefined ? {} : { board }),
  });
  return { from: formatIsoDate(from), entries };
}

/** Which board looks at which priority when, which reports and reviews are due: as data and as a calendar. */
export const forwardPlanRoutes = () =>
  new Hono<Signed>()
    .get('/strategies/forward-plan', async (c) => {
      const plan = await planFor(c);
      return plan instanceof Response ? plan : c.json(plan);
    })
    .get('/strategies/forward-plan.ics', async (c) => {
      const plan = await planFor(c);
      if (plan instanceof Response) return plan;
      const { council } = c.var.deployment;
      const events = plan.entries.map(({ id, on, kind, title, priorities, topics }) => ({
        id: `${id}@${council.id}.cic`,
        on,
        summary: kind === 'meeting' ? title : `${title}: ${kind}`,
        description: [...priorities, ...topics].join('\n'),
      }));
      return c.body(
        calendarOf(`${council.name}: forward plan`, 'Forward plan', plan.from, events),
        200,
        CALENDAR,
      );
    });

const day = { type: 'string', format: 'date' };
const parameters = [
  parameter('from', 'The first day; today where left out.', day),
  parameter('to', 'The last day; a year on where left out.', day),
  parameter('board', 'What is ahead for one board.'),
  parameter('actions', 'Whether actions that are due stand in it too.', {
    type: 'string',
    enum: ['true', 'false'],
  }),
];
const always = problemRefs(400, 401, 403, 404, 429, 500, 503);
const tags = ['Strategies'];

/** The same in the OpenAPI document. */
export const forwardPlanPaths = {
  '/strategies/forward-plan': {
    get: {
      tags,
      summary: 'Which board looks at which priority when, and which reports and reviews are due',
      parameters,
      responses: {
        200: {
          description: 'In order of days',
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['from', 'entries'],
                properties: { from: day, entries: { type: 'array', items: { type: 'object' } } },
              },
            },
          },
        },
        ...always,
      },
    },
  },
  '/strategies/forward-plan.ics': {
    get: {
      tags,
      summary: 'The forward plan as a calendar to subscribe to',
      parameters,
      responses: {
        200: { description: 'A calendar', content: { 'text/calendar': { schema: { type: 'string' } } } },
        ...always,
      },
    },
  },
};
