import { z } from 'zod';
import { act, idOf, listed } from './act.ts';
import { field } from './fields.ts';

const tag = 'Persons';

/** Persons recorded twice: found, made one, and taken apart again. */
export const personActs = [
  act({
    method: 'post',
    path: '/persons/candidates',
    tag,
    summary: 'Pairs of persons who may be one, the likeliest first, each with what speaks for it',
    body: z.strictObject({ atLeast: z.number().min(0.5).max(1).optional() }),
    answers: 'Pairs, with a score from 0 to 1 and its reasons',
    status: 200,
    run: async (session, { body }) => listed('pairs', await session.possibleDuplicates(body.atLeast)),
  }),
  act({
    method: 'post',
    path: '/persons/merges',
    tag,
    summary:
      'Make two records of one person one: everything recorded of the second is from now on of the first',
    body: z.strictObject({ kept: field.child, merged: field.child }),
    answers: 'The number of the act, by which the two are split again',
    status: 201,
    run: (session, { body }) => session.mergePersons(body.kept, body.merged),
  }),
  act({
    method: 'post',
    path: '/persons/merges/{act}/split',
    tag,
    summary: 'Take two merged persons apart: everything goes back exactly',
    answers: 'What went back, and what was recorded since and stays',
    status: 200,
    run: (session, { params }) => session.splitPersons(idOf(params, 'act')),
  }),
];
