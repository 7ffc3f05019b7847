import { z } from 'zod';
import { act, idOf, listed } from './act.ts';
import { field } from './fields.ts';

const tag = 'Protection';

/** Keeping a child's record from those who must not see it, and opening it in an emergency. */
export const protectionActs = [
  act({
    method: 'get',
    path: '/restrictions',
    tag,
    summary: 'Restrictions in force of children who exist for whoever asks',
    answers: 'Restrictions',
    status: 200,
    run: async (session) => listed('restrictions', await session.restrictions()),
  }),
  act({
    method: 'post',
    path: '/restrictions',
    tag,
    summary: 'Let a child, or where the child lives, exist only for those named',
    body: z.strictObject({
      child: field.child,
      kind: z.enum(['restricted', 'protected-address']),
      openToUsers: field.texts.optional(),
      openToRoles: field.texts.optional(),
    }),
    answers: 'The restriction',
    status: 201,
    run: (session, { body }) => session.restrict(body as Parameters<typeof session.restrict>[0]),
  }),
  act({
    method: 'delete',
    path: '/restrictions/{id}',
    tag,
    summary: 'End a restriction',
    answers: 'Its number',
    status: 200,
    run: (session, { params }) => session.endRestriction(idOf(params)),
  }),
  act({
    method: 'post',
    path: '/seals',
    tag,
    summary:
      'Seal the earlier identity of an adopted child: from then on it exists for the adoption role only',
    body: z.strictObject({ earlier: field.child, present: field.child.optional(), adoptedOn: field.day }),
    answers: 'What was sealed',
    status: 201,
    run: (session, { body }) => session.sealAdoption(body as Parameters<typeof session.sealAdoption>[0]),
  }),
  act({
    method: 'post',
    path: '/seals/open',
    tag,
    summary: 'Open the link between an adopted child’s earlier and present identity',
    body: z.strictObject({ child: field.child }),
    answers: 'The link',
    status: 200,
    run: (session, { body }) => session.openSealedLink(body.child),
  }),
  act({
    method: 'post',
    path: '/broken-glass',
    tag,
    summary:
      'Open a child’s record for an hour in an emergency; answered alike whether or not there is such a child',
    body: z.strictObject({ child: field.child }),
    answers: 'Until when it is open',
    status: 201,
    run: (session, { body }) => session.breakGlass(body.child),
  }),
  act({
    method: 'get',
    path: '/broken-glass',
    tag,
    summary: 'Records opened in an emergency that nobody has reviewed yet',
    answers: 'What is to be reviewed, the oldest first',
    status: 200,
    run: async (session) => listed('toReview', await session.glassToReview()),
  }),
  act({
    method: 'post',
    path: '/broken-glass/{id}/review',
    tag,
    summary: 'Review an emergency; nobody reviews their own',
    body: z.strictObject({ outcome: field.text }),
    answers: 'The reviewed emergency',
    status: 200,
    run: (session, { params, body }) => session.reviewGlass(idOf(params), body.outcome),
  }),
];
