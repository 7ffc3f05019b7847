import { type Check, defineCheck, longDate } from '@cic/core';
import { adviserAllocation, leavingCareAssessment, pathwayPlan } from '../generated/records.ts';
import { statusChanges } from '../status/status.ts';
import { overlaps, spanWords } from './shared.ts';

const twoPlans = defineCheck({
  id: 'two-open-pathway-plans',
  title: 'Two pathway plans open at once',
  record: pathwayPlan.id,
  fix: 'End the plan that was replaced on the day the new one began.',
  requirements: ['LVC-05', 'D-LEA-16'],
  *find(child) {
    const plans = child.records(pathwayPlan).filter(({ status }) => status !== 'draft');
    for (const [earlier, later] of overlaps(plans)) {
      yield `the pathway plan ${spanWords(earlier)} is still open when the next begins on ${longDate(later.start)}`;
    }
  },
});

const noStatus = defineCheck({
  id: 'pathway-plan-without-status',
  title: 'Pathway plan for somebody without a leaving care status',
  record: pathwayPlan.id,
  fix: 'Check the episodes of care and the date of birth, or remove the plan.',
  *find(child, { asAt }) {
    const first = statusChanges(child)[0]?.on;
    for (const { start } of child.records(pathwayPlan)) {
      if (start > asAt || (first !== undefined && first <= asAt)) continue;
      if (child.ageOn(asAt) < 16) continue;
      yield `a pathway plan was made on ${longDate(start)}, but the care history gives no leaving care status by ${longDate(asAt)}`;
    }
  },
});

const goals = defineCheck({
  id: 'pathway-plan-items-before-start',
  title: 'Goals achieved before they were set',
  record: pathwayPlan.id,
  fix: 'Correct the day the goal was set or achieved.',
  *find(child) {
    for (const { start, goals: all = [] } of child.records(pathwayPlan)) {
      for (const { set = start, achieved, due } of all) {
        if (achieved !== undefined && achieved < set)
          yield `in the pathway plan of ${longDate(start)} a goal set on ${longDate(set)} was achieved on ${longDate(achieved)}, before it was set`;
        if (due !== undefined && due < set)
          yield `in the pathway plan of ${longDate(start)} a goal set on ${longDate(set)} was due on ${longDate(due)}, before it was set`;
      }
    }
  },
});

const assessment = defineCheck({
  id: 'needs-assessment-completed-before-started',
  title: 'Needs assessment completed before it began',
  record: leavingCareAssessment.id,
  fix: 'Correct the day it began or the day it was completed.',
  *find(child) {
    for (const { started, completed } of child.records(leavingCareAssessment)) {
      if (completed !== undefined && completed < started)
        yield `the needs assessment begun on ${longDate(started)} was completed on ${longDate(completed)}, before it began`;
    }
  },
});

const twoAdvisers = defineCheck({
  id: 'two-personal-advisers',
  title: 'Two personal advisers at once',
  record: adviserAllocation.id,
  fix: 'End the earlier allocation on the day the new adviser took over.',
  requirements: ['LVC-02', 'D-LEA-18'],
  *find(child) {
    const advisers = child.records(adviserAllocation).filter(({ role }) => role === 'personal-adviser');
    for (const [earlier, later] of overlaps(advisers)) {
      yield `personal adviser ${earlier.adviser} is still allocated when ${later.adviser} begins on ${longDate(later.start)}`;
    }
  },
});

/** Plans, assessments and advisers. */
export const planChecks: readonly Check[] = [twoPlans, noStatus, goals, assessment, twoAdvisers];
