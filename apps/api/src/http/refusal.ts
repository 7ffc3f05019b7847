import type { Refusal, StoreFault } from '@cic/store';
import type { Context } from 'hono';
import { type Problem, type ProblemStatus, problem, problemOf } from '../problem.ts';

const STATUS: Readonly<Record<Refusal['refused'], ProblemStatus>> = {
  'not-found': 404,
  'unknown-record-type': 404,
  denied: 403,
  invalid: 422,
  'unknown-field': 422,
  conflict: 409,
};

/** A refusal of the store as a problem. A conflict that knows the present version answers a precondition. */
export const refusalProblem = ({ refused: why, message, problems, version }: Refusal): Problem =>
  problemOf(
    version === undefined ? STATUS[why] : 412,
    message,
    problems?.map(({ path, message: said }) => ({ path, message: said })),
  );

/** The same as the answer to a request. */
export function refused(c: Context, refusal: Refusal) {
  const { status, detail, errors } = refusalProblem(refusal);
  return problem(c, status as ProblemStatus, detail, errors);
}

/** What the database could not do, as a problem: in words for the caller, and when to come again. */
export function faulted(c: Context, fault: StoreFault) {
  if (fault.retry) c.header('retry-after', '5');
  return problem(c, 503, fault.message);
}
