import { definePlugin, type IsoDate, type Plugin, recordTypesIn } from '@cic/core';
import { access } from './access.ts';
import { breakdowns } from './breakdowns.ts';
import { attendanceChecks } from './checks/attendance.ts';
import { moneyChecks } from './checks/money.ts';
import { planChecks } from './checks/plans.ts';
import { resultChecks } from './checks/results.ts';
import { schoolChecks } from './checks/schools.ts';
import { dutiesWith } from './duties.ts';
import { codeSets } from './generated/codeSets.ts';
import * as records from './generated/records.ts';
import { attendanceIndicators } from './indicators/attendance.ts';
import { exclusionIndicators } from './indicators/exclusions.ts';
import { gcseIndicators } from './indicators/gcse.ts';
import { moneyIndicators } from './indicators/money.ts';
import { needsIndicators } from './indicators/needs.ts';
import { planIndicators } from './indicators/plans.ts';
import { primaryIndicators } from './indicators/primary.ts';
import { supportIndicators } from './indicators/support.ts';
import { turbulenceIndicators } from './indicators/turbulence.ts';
import { attendanceLists } from './lists/attendance.ts';
import { moneyLists } from './lists/money.ts';
import { moveLists } from './lists/moves.ts';
import { panelLists } from './lists/panels.ts';
import { planLists } from './lists/plans.ts';
import { progressLists } from './lists/progress.ts';
import { rollLists } from './lists/roll.ts';
import { schoolLists } from './lists/schools.ts';
import { tracker } from './lists/tracker.ts';
import { parameters } from './parameters.ts';
import { schoolCalendar } from './pupils/terms.ts';
import { reports } from './reports.ts';
import { requirements } from './requirements.ts';

export { codeSets } from './generated/codeSets.ts';
export { flagsOf } from './lists/tracker.ts';
export {
  type AllowanceDecision,
  type AllowanceRequest,
  allocateAllowance,
} from './money/allowance.ts';
export {
  type BudgetPosition,
  budgetPositions,
  type PurposeSpending,
  pupilPremiumByPurpose,
} from './money/spending.ts';
export { attainment8, type Qualification } from './pupils/attainment8.ts';
export {
  attendanceIn,
  attendancePercent,
  daysMissed,
  type Sessions,
  sessionsOf,
  sessionsOfCodes,
} from './pupils/attendance.ts';
export {
  type Place,
  placeOn,
  type SchoolMove,
  schoolMoves,
} from './pupils/enrolments.ts';
export {
  gcsePoints,
  isPass,
  isStandardPass,
  isStrongPass,
  levelOf,
} from './pupils/grades.ts';
export {
  type SchoolCalendar,
  schoolCalendar,
  type Term,
} from './pupils/terms.ts';
export {
  cohortDay,
  type KeyStage,
  keyStageOf,
  ofSchoolAge,
  schoolYearOf,
  yearGroupLabel,
  yearGroupOn,
} from './pupils/yearGroups.ts';
export { schoolsWithoutDesignatedTeacher } from './schools/designatedTeachers.ts';

export interface EducationOptions {
  /** Terms of the council's schools; a school year of which none is given has the usual ones. Both days included. */
  readonly terms?: readonly {
    readonly start: IsoDate;
    readonly end: IsoDate;
  }[];
}

/**
 * The virtual school as a plugin: records of education, indicators, duties, checks, lists and reports.
 *
 * @example
 * defineCouncil({ id: 'sample', name: 'Sample Council', plugins: [education()] });
 *
 * @throws RangeError for a term that is no pair of days in order
 */
export const education = ({ terms }: EducationOptions = {}): Plugin =>
  definePlugin({
    id: 'education',
    title: 'Education (virtual school)',
    records: recordTypesIn(records),
    codeSets: Object.values(codeSets),
    parameters,
    breakdowns,
    indicators: [
      ...attendanceIndicators,
      ...planIndicators,
      ...exclusionIndicators,
      ...primaryIndicators,
      ...gcseIndicators,
      ...turbulenceIndicators,
      ...needsIndicators,
      ...supportIndicators,
      ...moneyIndicators,
    ],
    duties: dutiesWith(schoolCalendar(terms)),
    checks: [...planChecks, ...attendanceChecks, ...schoolChecks, ...resultChecks, ...moneyChecks],
    lists: [
      tracker,
      ...rollLists,
      ...planLists,
      ...attendanceLists,
      ...moveLists,
      ...progressLists,
      ...schoolLists,
      ...panelLists,
      ...moneyLists,
    ],
    reports,
    access,
    meets: requirements,
  });
