import { definePlugin, type Plugin, recordTypesIn } from '@cic/core';
import { access } from './access.ts';
import { breakdowns } from './breakdowns.ts';
import { checks } from './checks/index.ts';
import { duties } from './duties/index.ts';
import { codeSets } from './generated/codeSets.ts';
import * as records from './generated/records.ts';
import { indicators } from './indicators/index.ts';
import { lists } from './lists/index.ts';
import { parameters } from './parameters.ts';
import { reports } from './reports.ts';
import { requirements } from './requirements.ts';

/**
 * The health of children in care and care leavers: records, indicators, clocks, checks, worklists and reports. It needs
 * nothing but core; where a council keeps no health records yet, the figures come from the statutory return.
 */
export const health = (): Plugin =>
  definePlugin({
    id: 'health',
    title: 'Health',
    records: recordTypesIn(records),
    codeSets: Object.values(codeSets),
    parameters,
    breakdowns,
    indicators,
    duties,
    checks,
    lists,
    reports,
    access,
    meets: requirements,
  });

export { codeSets } from './generated/codeSets.ts';
export {
  type DueDose,
  type GivenDose,
  immunisationSchedule,
  outstandingImmunisations,
} from './immunisations/schedule.ts';
export { bmiBandOf } from './indicators/living.ts';
export { type SdqBand, type SdqFourBand, type SdqVersion, sdqBand, sdqFourBand } from './sdq/bands.ts';
export {
  type SdqAnswer,
  type SdqImpactAnswer,
  type SdqScale,
  type SdqScore,
  scoreImpact,
  scoreSdq,
  sdqScales,
} from './sdq/score.ts';
export { type HealthStandard, healthStandards } from './standards.ts';
