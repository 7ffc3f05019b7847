import { addMonths, type Child, type Inside } from '@cic/core';
import { type SchoolMoveRequest, schoolMoveRequest } from '../generated/records.ts';
import type { SchoolMove } from './enrolments.ts';

export type MoveRequest = Inside<SchoolMoveRequest>;

/** How long before a move its request may lie, in months. */
const BEFORE = 6;

/** The request a change of school goes back to: for that school, or for no school named, in the six months before it. */
export const requestFor = (child: Child, { on, to }: SchoolMove): MoveRequest | undefined =>
  child
    .records(schoolMoveRequest)
    .findLast(
      (request) =>
        request.requested <= on &&
        request.requested >= addMonths(on, -BEFORE) &&
        (request.toSchool === undefined || request.toSchool === to.school),
    );

/** Whether senior management agreed in writing on or before the day of a move. */
export function agreedBefore(child: Child, move: SchoolMove): boolean {
  const agreed = requestFor(child, move)?.seniorAgreement;
  return agreed !== undefined && agreed <= move.on;
}
