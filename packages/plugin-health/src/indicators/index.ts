import type { Indicator } from '@cic/core';
import { accessIndicators } from './access.ts';
import { assessmentIndicators } from './assessments.ts';
import { checkIndicators } from './checks.ts';
import { leavingCareIndicators } from './leavingCare.ts';
import { livingIndicators } from './living.ts';
import { needIndicators } from './needs.ts';
import { sdqIndicators } from './sdq.ts';
import { substanceIndicators } from './substance.ts';

/** Every indicator of health; the timeliness of each duty comes besides. */
export const indicators: readonly Indicator[] = [
  ...assessmentIndicators,
  ...checkIndicators,
  ...sdqIndicators,
  ...substanceIndicators,
  ...needIndicators,
  ...accessIndicators,
  ...leavingCareIndicators,
  ...livingIndicators,
];
