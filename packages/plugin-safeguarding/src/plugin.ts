import { definePlugin, type Plugin, recordTypesIn } from '@cic/core';
import { access } from './access.ts';
import { breakdowns } from './breakdowns.ts';
import { concernChecks } from './checks/concerns.ts';
import { missingChecks } from './checks/missing.ts';
import { offendingChecks } from './checks/offending.ts';
import { orderChecks } from './checks/order.ts';
import { disputeIndicators } from './disputes/indicators.ts';
import { concernDuties } from './duties/concerns.ts';
import { missingDuties } from './duties/missing.ts';
import { placementDuties } from './duties/placements.ts';
import { exploitationIndicators } from './exploitation/indicators.ts';
import { codeSets } from './generated/codeSets.ts';
import * as records from './generated/records.ts';
import { homeIndicators } from './homes/indicators.ts';
import { childLists } from './lists/children.ts';
import { homeLists } from './lists/homes.ts';
import { beforeMissingIndicators } from './missing/beforeIndicators.ts';
import { missingIndicators } from './missing/indicators.ts';
import { interviewIndicators } from './missing/interviewIndicators.ts';
import { offendingIndicators } from './offending/indicators.ts';
import { outOfAreaIndicators } from './outOfArea/indicators.ts';
import { parameters } from './parameters.ts';
import { protectionIndicators } from './protection/indicators.ts';
import { reports } from './reports.ts';
import { secureIndicators } from './secure/indicators.ts';

/**
 * Safeguarding: missing and away, exploitation, offending, secure places and liberty, placements out of the area, disputes
 * of reviewing officers, allegations, complaints, incidents and child protection.
 */
export const safeguarding = (): Plugin =>
  definePlugin({
    id: 'safeguarding',
    title: 'Safeguarding',
    records: recordTypesIn(records),
    codeSets: Object.values(codeSets),
    parameters,
    breakdowns,
    indicators: [
      ...missingIndicators,
      ...interviewIndicators,
      ...beforeMissingIndicators,
      ...exploitationIndicators,
      ...offendingIndicators,
      ...secureIndicators,
      ...outOfAreaIndicators,
      ...disputeIndicators,
      ...protectionIndicators,
      ...homeIndicators,
    ],
    duties: [...missingDuties, ...placementDuties, ...concernDuties],
    checks: [...missingChecks, ...offendingChecks, ...concernChecks, ...orderChecks],
    lists: [...childLists, ...homeLists],
    reports,
    access,
    meets: {
      'SAF-02': 'met',
      'SAF-03': 'met',
      'SAF-15': 'met',
      'SAF-16': 'met',
      'SAF-19': 'met',
      'SAF-21': 'met',
      'REV-07': 'met',
      'D-SAF-05': 'met',
      // That each service says how to complain is engagement's.
      'D-SAF-10': 'partly',
    },
  });
