import { type Day, formatIsoDate, parseIsoDate } from '@cic/core';
import { dueDays, isOpenOn, type StrategyBook, workOf } from '@cic/core/strategies';
import { isRefusal } from '@cic/store';
import { Hono } from 'hono';
import { z } from 'zod';
import type { Signed } from '../deployment.ts';
import { refused } from '../http/refusal.ts';
import { problemRefs } from '../problem.ts';
import { asAtOf } from '../source/stored.ts';
import { bookFor } from './book.ts';
import { parameter, questionOf, text } from './question.ts';

const question = z.strictObject({
  'as-at': z.iso.date().optional(),
  strategy: text.optional(),
  board: text.optional(),
  owner: text.optional(),
  'due-before': z.iso.date().optional(),
});

type Question = z.output<typeof question>;

/** Open actions that answer a question in order of their first day, those without a day last. */
function actionsFor(book: StrategyBook, asked: Question, asAt: Day) {
  const { strategy, board, owner, 'due-before': before } = asked;
  const today = formatIsoDate(asAt);
  const actions = board === undefined ? book.actions : workOf(book, board).actions;
  return actions
    .filter(
      (action) =>
        isOpenOn(action, today) &&
        (strategy === undefined || action.strategy === strategy) &&
        (owner === undefined || action.owners?.some(({ role }) => role === owner) === true),
    )
    .map((action) => ({ action, dueOn: dueDays(action)[0] }))
    .filter(({ dueOn }) => before === undefined || (dueOn !== undefined && dueOn < before))
    .sort((a, b) => (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9'))
    .map(({ action, dueOn }) => ({ action, ...(dueOn === undefined ? {} : { dueOn }) }));
}

/** What is still to be done, by board, owner and day (D-API-09). */
export const openActionRoutes = () =>
  new Hono<Signed>().get('/actions', async (c) => {
    const read = questionOf(c, question);
    if ('wrong' in read) return read.wrong;
    const { deployment, session } = c.var;
    const book = await bookFor(deployment, session);
    if (isRefusal(book)) return refused(c, book);
    const { 'as-at': day } = read.asked;
    const asAt = day === undefined ? asAtOf(deployment) : parseIsoDate(day);
    return c.json({ asAt: formatIsoDate(asAt), actions: actionsFor(book, read.asked, asAt) });
  });

const day = { type: 'string', format: 'date' };

/** The same in the OpenAPI document. */
export const openActionPaths = {
  '/actions': {
    get: {
      tags: ['Strategies'],
      summary: 'Open actions of the strategies of the council, by board, owner and the day they are due',
      parameters: [
        parameter('as-at', 'The day on which they are open; today where left out.', day),
        parameter('strategy', 'Actions of one strategy.'),
        parameter('board', 'Actions given to a board, or under a priority that it answers for.'),
        parameter('owner', 'Actions of one role.'),
        parameter('due-before', 'Actions whose first day lies before this one.', day),
      ],
      responses: {
        200: {
          description: 'Actions in order of the first day they are due by, those without a day last',
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['asAt', 'actions'],
                properties: {
                  asAt: day,
                  actions: {
                    type: 'array',
                    items: {
                      type: 'object',
                      required: ['action'],
                      properties: {
                        action: { type: 'object', description: 'The record, as its schema says.' },
                        dueOn: day,
                      },
                    },
                  },
                },
              },
            },
          },
        },
        ...problemRefs(400, 401, 403, 404, 429, 500, 503),
      },
    },
  },
};
