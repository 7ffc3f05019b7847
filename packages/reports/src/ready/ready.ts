import type { ReportDefinition } from '@cic/core';
import { aboutUs } from './aboutUs.ts';
import { boardPack, type ReadyOptions } from './boardPack.ts';
import { returnSummary } from './statutoryReturn.ts';
import { improvementPlan, strategyProgress } from './strategy.ts';

/** Every report that is ready for a council: those of core, then those of its plugins. */
export const readyReports = (options: ReadyOptions): readonly ReportDefinition[] => [
  boardPack(options),
  strategyProgress(options),
  improvementPlan(options),
  returnSummary(options),
  aboutUs(options),
  ...options.council.reports,
];
