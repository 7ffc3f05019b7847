import { purposes } from '@cic/access';
import { z } from 'zod';
import { act, idOf, listed } from './act.ts';
import { field } from './fields.ts';

const tag = 'Sharing';

const purpose = z.enum(Object.keys(purposes) as [keyof typeof purposes, ...(keyof typeof purposes)[]]);

const agreement = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be small letters, digits and hyphens'),
  agency: field.text,
  purpose,
  basis: field.text,
  records: z
    .array(z.strictObject({ record: field.text, fields: field.texts }))
    .min(1)
    .max(200),
  children: z.array(field.child).max(5000).optional(),
  needsConsent: z.boolean(),
  from: field.day,
  until: field.day,
});

const consent = z.strictObject({
  child: field.child,
  purpose,
  agency: field.text.optional(),
  given: z.boolean(),
  givenBy: field.text,
  from: field.day,
  until: field.day.optional(),
});

/** What another agency may see: for whom, until when, on what basis; and what children and parents agreed to. */
export const sharingActs = [
  act({
    method: 'get',
    path: '/agreements',
    tag,
    summary: 'Sharing agreements that have not been ended',
    answers: 'Agreements',
    status: 200,
    run: async (session) => listed('agreements', await session.agreements()),
  }),
  act({
    method: 'post',
    path: '/agreements',
    tag,
    summary: 'Put a sharing agreement into force',
    body: agreement,
    answers: 'The agreement',
    status: 201,
    run: (session, { body }) => session.signAgreement(body as Parameters<typeof session.signAgreement>[0]),
  }),
  act({
    method: 'delete',
    path: '/agreements/{id}',
    tag,
    summary: 'End a sharing agreement at once',
    answers: 'Its id',
    status: 200,
    run: (session, { params }) => session.endAgreement(params.id ?? ''),
  }),
  act({
    method: 'post',
    path: '/consents/query',
    tag,
    summary: 'Everything that was said about sharing for a child',
    body: z.strictObject({ child: field.child }),
    answers: 'Consents, given, refused and withdrawn',
    status: 200,
    run: async (session, { body }) => listed('consents', await session.consentOf(body.child)),
  }),
  act({
    method: 'post',
    path: '/consents',
    tag,
    summary: 'Record that consent was given or refused, for one child and purpose',
    body: consent,
    answers: 'The consent',
    status: 201,
    run: (session, { body }) => session.recordConsent(body as Parameters<typeof session.recordConsent>[0]),
  }),
  act({
    method: 'post',
    path: '/consents/{id}/withdraw',
    tag,
    summary: 'Withdraw a consent at once',
    body: z.strictObject({ child: field.child }),
    answers: 'The withdrawn consent',
    status: 200,
    run: (session, { params, body }) => session.withdrawConsent(body.child, idOf(params)),
  }),
];
