import { type SubjectAccess, subjectAccessPage } from '@cic/store';
import { z } from 'zod';
import { act } from './act.ts';
import { field } from './fields.ts';

const tag = 'Keeping records';

/** What is given to the person a record is about, and what goes for good: always reported before it goes. */
export const keepingActs = [
  act({
    method: 'post',
    path: '/subject-access',
    tag,
    summary:
      'Everything held on one person, and who looked at it when and why: JSON, or a page they can read',
    body: z.strictObject({ child: field.child }),
    answers: 'Every record with its earlier versions, and every look',
    status: 200,
    run: (session, { body }) => session.subjectAccess(body.child),
    page: (answer, { var: { deployment } }) =>
      subjectAccessPage(answer as SubjectAccess, {
        types: deployment.store.policy.records,
        codeSets: deployment.council.codeSets,
      }),
  }),
  act({
    method: 'post',
    path: '/retention/report',
    tag,
    summary: 'What is past keeping on a day: nothing goes',
    body: z.strictObject({ on: field.day }),
    answers: 'Children and records that would go, what is left that names them, and the digest of it',
    status: 200,
    run: (session, { body }) => session.reportRetention(body.on),
  }),
  act({
    method: 'post',
    path: '/retention/carry-out',
    tag,
    summary: 'Erase for good exactly what a report of the day named, or nothing',
    body: z.strictObject({ on: field.day, digest: field.digest }),
    answers: 'What went',
    status: 200,
    run: (session, { body }) => session.carryOutRetention(body.on, body.digest),
  }),
  act({
    method: 'post',
    path: '/erasures/report',
    tag,
    summary: 'What erasing a child would erase: nothing goes',
    body: z.strictObject({ child: field.child }),
    answers: 'Records that would go, what is left that names the child, and the digest of it',
    status: 200,
    run: (session, { body }) => session.reportErasure(body.child),
  }),
  act({
    method: 'post',
    path: '/erasures',
    tag,
    summary: 'Erase a child for good, exactly as a report named it, or nothing',
    body: z.strictObject({ child: field.child, digest: field.digest }),
    answers: 'What went',
    status: 200,
    run: (session, { body }) => session.eraseChild(body.child, body.digest),
  }),
];
