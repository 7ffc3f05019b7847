import {
  type AskedAt,
  dueBeforeApproval,
  overdue,
  withoutDate,
  withoutEvidence,
  withoutImpact,
  withoutOwner,
  worseWhileGreen,
} from './actionQueries.ts';
import { aimsMissed } from './aims.ts';
import type { StrategyBook } from './book.ts';
import { carriedOnInACircle } from './carryOn.ts';
import { claimsInDoubt } from './claims.ts';
import type { StrategyFinding } from './finding.ts';
import { emptySeats, protocolsToReview, reportsOverdue } from './governance.ts';
import { objectivesWithoutAction, plannedWithoutAction, reviewsOfStrategies } from './planQueries.ts';
import { unknownReferences } from './references.ts';
import { targetConflicts, targetsAboveBaseline, targetsMissed } from './targets.ts';

const QUERIES: readonly ((book: StrategyBook, asked: AskedAt) => readonly StrategyFinding[])[] = [
  unknownReferences,
  carriedOnInACircle,
  overdue,
  withoutOwner,
  withoutDate,
  dueBeforeApproval,
  withoutImpact,
  withoutEvidence,
  objectivesWithoutAction,
  plannedWithoutAction,
  worseWhileGreen,
  reviewsOfStrategies,
  claimsInDoubt,
  targetsMissed,
  aimsMissed,
  targetConflicts,
  targetsAboveBaseline,
  emptySeats,
  reportsOverdue,
  protocolsToReview,
];

/** Everything the queries find in a council's strategies as at a day. */
export const checkStrategies = (book: StrategyBook, asked: AskedAt): readonly StrategyFinding[] =>
  QUERIES.flatMap((query) => query(book, asked));
