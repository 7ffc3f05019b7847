import { columns, type ListDefinition, longDate, within } from '@cic/core';
import { codeSets } from '../generated/codeSets.ts';
import { schoolMoveRequest } from '../generated/records.ts';
import { schoolMovesIn } from '../pupils/enrolments.ts';
import { agreedBefore, requestFor } from '../pupils/moveRequests.ts';
import { yearGroupLabel } from '../pupils/yearGroups.ts';

const turbulence: ListDefinition = {
  id: 'turbulence',
  title: 'Changes of school',
  columns: columns({
    moves: 'Changes in the period',
    when: 'When',
    schools: 'From and to',
    reasons: 'Why',
    outcomes: 'How it went',
    flags: 'Why to look',
  }),
  requirements: ['EDU-21', 'D-EDU-12'],
  row: (child, { period }) => {
    const moves = schoolMovesIn(child, period);
    if (moves.length === 0) return undefined;
    const label = (set: { label: (code: string) => string }, code: string) =>
      code === 'not-known' ? 'Not known' : set.label(code);
    return {
      moves: moves.length,
      when: moves.map(({ on, yearGroup }) => `${longDate(on)}, ${yearGroupLabel(yearGroup)}`),
      schools: moves.map(({ from, to }) => `${from.school} to ${to.school}`),
      reasons: moves.map(({ reason }) => label(codeSets.REASON_FOR_SCHOOL_MOVE, reason)),
      outcomes: moves.map(({ outcome }) => label(codeSets.OUTCOME_OF_SCHOOL_MOVE, outcome)),
      flags: moves.flatMap((move) => [
        ...(move.yearGroup === 10 || move.yearGroup === 11
          ? [
              agreedBefore(child, move)
                ? `moved in ${yearGroupLabel(move.yearGroup)}, agreed by senior management`
                : `moved in ${yearGroupLabel(move.yearGroup)} without agreement of senior management`,
            ]
          : []),
        ...(requestFor(child, move) === undefined ? ['no request on record'] : []),
      ]),
    };
  },
};

const requests: ListDefinition = {
  id: 'school-move-requests',
  title: 'School move requests',
  columns: columns({
    requested: 'Requested',
    reasons: 'Why',
    scrutiny: 'Looked at by',
    challenges: 'Challenged',
    decisions: 'Decision',
    flags: 'Why to look',
  }),
  requirements: ['EDU-22'],
  row: (child, { period }) => {
    const found = child.records(schoolMoveRequest).filter(({ requested }) => within(requested, period));
    if (found.length === 0) return undefined;
    return {
      requested: found.map(({ requested }) => longDate(requested)),
      reasons: found.map(({ reason }) => codeSets.REASON_FOR_SCHOOL_MOVE.label(reason ?? 'other')),
      scrutiny: found.map(({ scrutinisedBy }) => scrutinisedBy ?? 'nobody yet'),
      challenges: found.map(({ challenged, challenge }) => challenge ?? (challenged ? 'yes' : 'no')),
      decisions: found.map(({ decision }) => codeSets.REQUEST_DECISION.label(decision ?? 'pending')),
      flags: found.flatMap(({ decision, moved, decided, scrutinisedBy }) => [
        ...(scrutinisedBy === undefined ? ['not scrutinised'] : []),
        ...(moved !== undefined && decision !== 'approved' ? ['moved without approval'] : []),
        ...(moved !== undefined && decided !== undefined && moved < decided
          ? ['moved before it was decided']
          : []),
      ]),
    };
  },
};

/** Changes of school, and requests for them. */
export const moveLists = [turbulence, requests];
