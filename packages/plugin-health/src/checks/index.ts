import type { Check } from '@cic/core';
import { dateChecks } from './dates.ts';
import { questionnaireChecks } from './questionnaires.ts';
import { recordChecks } from './records.ts';
import { comparisonChecks } from './returned.ts';

/** Data quality across the health records of a child. */
export const checks: readonly Check[] = [
  ...dateChecks,
  ...questionnaireChecks,
  ...recordChecks,
  ...comparisonChecks,
];
