import { definePlugin, type Plugin, recordTypesIn } from '@cic/core';
import { access } from './access.ts';
import { breakdowns } from './breakdowns.ts';
import { agreementChecks } from './checks/agreement.ts';
import { dateChecks } from './checks/dates.ts';
import { surveyChecks } from './checks/surveys.ts';
import { duties } from './duties.ts';
import { codeSets } from './generated/codeSets.ts';
import * as records from './generated/records.ts';
import { activityIndicators } from './indicators/activities.ts';
import { awardIndicators } from './indicators/awards.ts';
import { influenceIndicators } from './indicators/influence.ts';
import { leisureIndicators } from './indicators/leisure.ts';
import { memberIndicators } from './indicators/members.ts';
import { promiseIndicators } from './indicators/promises.ts';
import { rightsIndicators } from './indicators/rights.ts';
import { CONSULTATION_2018, type StandingQuestion, surveyIndicators } from './indicators/surveys.ts';
import { voiceIndicators } from './indicators/voice.ts';
import { childLists } from './lists/children.ts';
import { serviceLists } from './lists/service.ts';
import { surveyResults, surveyRounds } from './lists/surveys.ts';
import { parameters } from './parameters.ts';
import { reportsWith } from './reports.ts';
import { requirements } from './requirements.ts';

export { calendarOf, type Owed } from './facts/calendar.ts';
export { shownOf, smallestGroup } from './facts/surveys.ts';
export { askedOf, notSmart, type Repeat, repeatedConsultations } from './facts/views.ts';
export { codeSets } from './generated/codeSets.ts';
export { CONSULTATION_2018, type StandingQuestion } from './indicators/surveys.ts';
export { type Answered, type AskedQuestion, protectAnswers, type ShownGroup } from './surveys/protect.ts';

export interface EngagementOptions {
  /** Questions whose headline share is an indicator; those of the care leaver consultation of 2018 if left out. */
  readonly questions?: readonly StandingQuestion[];
  /** What results of surveys are cut by, the most wanted first; by age if left out. */
  readonly cuts?: readonly (readonly string[])[];
}

/**
 * Engagement: the children in care council, activities, consultations and surveys, what came of what was said, the
 * pledge, advocacy, independent visitors, leisure and culture, and what teams and services tell children.
 *
 * @example
 * defineCouncil({ id: 'sample', name: 'Sample Council', plugins: [engagement({ cuts: [['age'], ['placement']] })] });
 */
export function engagement({
  questions = CONSULTATION_2018,
  cuts = [['age']],
}: EngagementOptions = {}): Plugin {
  const lists = [...childLists, ...serviceLists, surveyRounds, surveyResults(cuts)];
  return definePlugin({
    id: 'engagement',
    title: 'Engagement',
    records: recordTypesIn(records),
    codeSets: Object.values(codeSets),
    parameters,
    breakdowns,
    indicators: [
      ...memberIndicators,
      ...activityIndicators,
      ...influenceIndicators,
      ...awardIndicators,
      ...voiceIndicators,
      ...surveyIndicators(questions),
      ...promiseIndicators,
      ...rightsIndicators,
      ...leisureIndicators,
    ],
    duties,
    checks: [...dateChecks, ...surveyChecks, ...agreementChecks],
    lists,
    reports: reportsWith(lists, questions),
    access,
    meets: requirements,
  });
}
