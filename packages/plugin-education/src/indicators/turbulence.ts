import { type Child, countOf, defineIndicator, holdsAny, type Period, type Share, within } from '@cic/core';
import { enrolment, schoolMoveRequest, termTimeAbsenceRequest } from '../generated/records.ts';
import { type SchoolMove, schoolMovesIn } from '../pupils/enrolments.ts';
import { agreedBefore } from '../pupils/moveRequests.ts';
import { pupilDuring } from '../pupils/yearGroups.ts';
import { IN_PERIOD } from './shared.ts';

const PUPILS = 'children of school age in the school year who were in care at any time in the period';
const DERBY = 'Derby 2012, 6.1.3e and annex 6.1g';
const withEnrolments = holdsAny(enrolment);

/** A count of moves, each with the day of the latest, so that breakdowns show its reason, outcome and key stage. */
const countMoves = (moves: readonly SchoolMove[]): Share | undefined =>
  countOf(moves.length, moves.at(-1)?.on);

const moves = defineIndicator({
  id: 'school-moves',
  title: 'Changes of school',
  definition:
    'Number of changes of school in the period of children in care; moving on with the year group is none. Where a child ' +
    'changed twice, breakdowns by reason and outcome show the latest.',
  population: PUPILS,
  unit: 'count',
  polarity: 'lower',
  kind: 'flow',
  source: DERBY,
  certainty: 'proposed',
  requirements: ['EDU-21'],
  needs: withEnrolments,
  among: IN_PERIOD,
  measure: (child, { period }) =>
    pupilDuring(child, period) ? countMoves(schoolMovesIn(child, period)) : undefined,
});

const moved = defineIndicator({
  id: 'pupils-who-moved-school',
  title: 'Pupils who changed school',
  definition:
    'Share of pupils with one or more changes of school in the period; moving on with the year group is none.',
  population: PUPILS,
  unit: 'percent',
  polarity: 'lower',
  kind: 'flow',
  source: DERBY,
  certainty: 'proposed',
  requirements: ['EDU-21'],
  needs: withEnrolments,
  among: IN_PERIOD,
  measure: (child, { period }) =>
    pupilDuring(child, period) ? schoolMovesIn(child, period).length > 0 : undefined,
});

/** Changes of school in Year 10 or Year 11. */
export const keyStage4Moves = (child: Child, period: Period): SchoolMove[] =>
  schoolMovesIn(child, period).filter(({ yearGroup }) => yearGroup === 10 || yearGroup === 11);

const movedInKeyStage4 = defineIndicator({
  id: 'key-stage-4-school-moves',
  title: 'Changes of school in Key Stage 4',
  definition: 'Number of changes of school in the period of children in care in Year 10 or Year 11.',
  population: PUPILS,
  unit: 'count',
  polarity: 'lower',
  kind: 'flow',
  source: 'children in care strategy 2019-21, priority 4',
  certainty: 'proposed',
  requirements: ['EDU-21', 'D-EDU-12'],
  needs: withEnrolments,
  among: IN_PERIOD,
  measure: (child, { period }) =>
    pupilDuring(child, period) ? countMoves(keyStage4Moves(child, period)) : undefined,
});

const withoutAgreement = defineIndicator({
  id: 'key-stage-4-moves-without-agreement',
  title: 'Changes of school in Key Stage 4 without agreement of senior management',
  definition:
    'Number of changes of school in Year 10 or Year 11 in the period without written agreement of senior management on or ' +
    'before the day of the move.',
  population: PUPILS,
  unit: 'count',
  polarity: 'lower',
  kind: 'flow',
  source: 'children in care strategy 2019-21, priority 4',
  certainty: 'published',
  requirements: ['D-EDU-12'],
  needs: withEnrolments,
  among: IN_PERIOD,
  measure: (child, { period }) =>
    pupilDuring(child, period)
      ? countMoves(keyStage4Moves(child, period).filter((move) => !agreedBefore(child, move)))
      : undefined,
});

const requestsIn = (child: Child, { start, end }: Period) =>
  child.records(schoolMoveRequest).filter(({ requested }) => requested >= start && requested <= end);

const challenged = defineIndicator({
  id: 'school-move-requests-challenged',
  title: 'School move requests that were challenged',
  definition: 'Of requests to change school made in the period, the share that was challenged.',
  population: 'requests to change school made in the period',
  unit: 'percent',
  polarity: 'neutral',
  kind: 'flow',
  source: DERBY,
  certainty: 'proposed',
  requirements: ['EDU-22'],
  restsOn: [schoolMoveRequest],
  measure: (child, { period }) => {
    const requests = requestsIn(child, period);
    return requests.length === 0
      ? undefined
      : {
          numerator: requests.filter((one) => one.challenged === true).length,
          denominator: requests.length,
        };
  },
});

const awayWithoutApproval = defineIndicator({
  id: 'term-time-absence-without-approval',
  title: 'Taken out of school in term time without written approval',
  definition:
    'Number of absences in term time that began in the period, were taken (or are not said to have been left out), and have ' +
    'no written approval from on or before their first day.',
  population: 'requests for absence in term time that began in the period',
  unit: 'count',
  polarity: 'lower',
  kind: 'flow',
  source: 'children in care strategy 2019-21, priority 4',
  certainty: 'published',
  requirements: ['D-EDU-11'],
  restsOn: [termTimeAbsenceRequest],
  measure: (child, { period }) => {
    const begun = child.records(termTimeAbsenceRequest).filter(({ start }) => within(start, period));
    return begun.length === 0 ? undefined : begun.filter((request) => !approved(request)).length;
  },
});

/** Whether an absence was approved in writing before it began, or not taken at all. */
export const approved = (request: {
  readonly start: number;
  readonly taken?: boolean;
  readonly decision?: string;
  readonly approvedInWriting?: number;
}): boolean =>
  request.taken === false ||
  (request.decision !== 'refused' &&
    request.approvedInWriting !== undefined &&
    request.approvedInWriting <= request.start);

/** How much children in care change school, and whether that was looked at first. */
export const turbulenceIndicators = [
  moves,
  moved,
  movedInKeyStage4,
  withoutAgreement,
  challenged,
  awayWithoutApproval,
];
