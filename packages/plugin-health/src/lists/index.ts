import type { ListDefinition } from '@cic/core';
import { healthIssues, leavingCareHealth, outOfAreaHealth } from './access.ts';
import { healthTracker, overdueAssessments, questionnairesNotReturned } from './assess.ts';
import { nurseCaseloads, serviceCapacity, standardsEvidence } from './services.ts';

/** Lists with flags that say why. */
export const lists: readonly ListDefinition[] = [
  healthTracker,
  overdueAssessments,
  questionnairesNotReturned,
  outOfAreaHealth,
  leavingCareHealth,
  healthIssues,
  nurseCaseloads,
  serviceCapacity,
  standardsEvidence,
];
