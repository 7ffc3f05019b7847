import { formatIsoDate, parseIsoDate } from '@cic/core';
import { checkStrategies, type StrategyFinding, strategyQueries } from '@cic/core/strategies';
import { isRefusal } from '@cic/store';
import { Hono } from 'hono';
import { z } from 'zod';
import type { Signed } from '../deployment.ts';
import { refused } from '../http/refusal.ts';
import { problemRefs } from '../problem.ts';
import { asAtOf } from '../source/stored.ts';
import { bookFor } from './book.ts';
import { parameter, questionOf, text } from './question.ts';

/** What may be asked: the query may be given several times, everything else once. */
const question = z.strictObject({
  query: z.array(z.enum(strategyQueries)).optional(),
  'as-at': z.iso.date().optional(),
  strategy: text.optional(),
  board: text.optional(),
  owner: text.optional(),
});

type Question = z.output<typeof question>;

const wanted =
  ({ query, strategy, board, owner }: Question) =>
  (finding: StrategyFinding): boolean =>
    (query === undefined || query.includes(finding.query)) &&
    (strategy === undefined || finding.strategy === strategy) &&
    (board === undefined || finding.board === board) &&
    (owner === undefined || finding.owners?.includes(owner) === true);

/** What the queries find in the strategies a council keeps. */
export const strategyRoutes = () =>
  new Hono<Signed>().get('/strategies/findings', async (c) => {
    const read = questionOf(c, question, ['query']);
    if ('wrong' in read) return read.wrong;
    const { deployment, session } = c.var;
    const book = await bookFor(deployment, session);
    if (isRefusal(book)) return refused(c, book);
    const { 'as-at': day } = read.asked;
    const asAt = day === undefined ? asAtOf(deployment) : parseIsoDate(day);
    const findings = checkStrategies(book, { asAt }).filter(wanted(read.asked));
    return c.json({ asAt: formatIsoDate(asAt), findings });
  });

const string = { type: 'string' };
const day = { type: 'string', format: 'date' };

const finding = {
  type: 'object',
  required: ['query', 'record', 'id', 'message'],
  properties: {
    query: { type: 'string', enum: strategyQueries },
    record: { ...string, description: 'The type of record it is about; ‘statement’ is one of its strategy.' },
    id: string,
    strategy: string,
    priority: string,
    board: string,
    owners: { type: 'array', items: string, description: 'Roles, not persons.' },
    indicator: string,
    message: { ...string, description: 'What was found, in words.' },
    dueOn: day,
    daysLate: { type: 'integer', description: 'Days between the day asked about and the day due.' },
  },
};

/** The same in the OpenAPI document. */
export const strategyPaths = {
  '/strategies/findings': {
    get: {
      tags: ['Strategies'],
      summary:
        'What is overdue, missing, contradicted or in conflict in the strategies and actions of the council',
      parameters: [
        {
          ...parameter('query', 'One query; may be given again. All of them where left out.', {
            type: 'array',
            items: { type: 'string', enum: strategyQueries },
          }),
          explode: true,
        },
        parameter('as-at', 'The day asked about; today where left out.', day),
        parameter('strategy', 'What is found in one strategy.'),
        parameter('board', 'What is found for one board.'),
        parameter('owner', 'What is found in the actions of one role.'),
      ],
      responses: {
        200: {
          description: 'Findings in the order of the queries; an empty list where there is nothing to find',
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['asAt', 'findings'],
                properties: { asAt: day, findings: { type: 'array', items: finding } },
              },
            },
          },
        },
        ...problemRefs(400, 401, 403, 404, 429, 500, 503),
      },
    },
  },
};
