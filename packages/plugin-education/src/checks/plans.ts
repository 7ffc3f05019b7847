import { defineCheck, longDate } from '@cic/core';
import { personalEducationPlan } from '../generated/records.ts';
import { endsBeforeStart, impossibleDay, twice } from './shared.ts';

const record = personalEducationPlan.id;

const dates = defineCheck({
  id: 'pep-dates',
  title: 'Dates of a personal education plan that cannot be',
  record,
  fix: 'Correct the day on which the plan was begun, completed or replaced.',
  requirements: ['EDU-02'],
  *find(child, { asAt }) {
    for (const plan of child.records(personalEducationPlan)) {
      yield* impossibleDay(child, 'a personal education plan', plan.start, asAt);
      yield* endsBeforeStart('a personal education plan', plan.start, plan.end);
      if (plan.completed !== undefined && plan.completed < plan.start) {
        yield `a personal education plan was completed on ${longDate(plan.completed)}, before it was begun on ${longDate(plan.start)}`;
      }
    }
  },
});

const twoOnOneDay = defineCheck({
  id: 'pep-twice',
  title: 'Two personal education plans on one day',
  record,
  fix: 'Remove the one that was entered twice, or correct its date.',
  requirements: ['EDU-02'],
  *find(child) {
    const completed = child
      .records(personalEducationPlan)
      .flatMap(({ completed: on }) => (on === undefined ? [] : [on]));
    for (const [on] of twice(completed, String)) {
      yield `two personal education plans were completed on ${longDate(on!)}`;
    }
  },
});

const outsideCare = defineCheck({
  id: 'pep-outside-care',
  title: 'Personal education plan while not in care',
  record,
  fix: 'Correct the day of the plan, or the episodes of care.',
  *find(child) {
    for (const { completed } of child.records(personalEducationPlan)) {
      if (completed !== undefined && !child.isLookedAfter(completed) && !child.isLookedAfter(completed - 1)) {
        yield `a personal education plan was completed on ${longDate(completed)}, when the child was not in care`;
      }
    }
  },
});

const qualityOfDraft = defineCheck({
  id: 'pep-draft-judged',
  title: 'Quality judged of a plan that is not completed',
  record,
  fix: 'Enter the day on which the plan was completed, or remove the judgement.',
  *find(child) {
    for (const { start, completed, quality } of child.records(personalEducationPlan)) {
      if (completed === undefined && quality !== undefined) {
        yield `the plan begun on ${longDate(start)} is judged ${quality} but not completed`;
      }
    }
  },
});

const viewsWithoutChild = defineCheck({
  id: 'pep-views-contradict',
  title: 'Views written down, and said not to have been given',
  record,
  fix: 'Say that the child’s views were given, or remove them.',
  requirements: ['EDU-06'],
  *find(child) {
    for (const { start, views, viewsGiven } of child.records(personalEducationPlan)) {
      if (viewsGiven === false && views !== undefined)
        yield `the plan begun on ${longDate(start)} holds views of the child and says that none were given`;
    }
  },
});

/** What cannot be right in personal education plans. */
export const planChecks = [dates, twoOnOneDay, outsideCare, qualityOfDraft, viewsWithoutChild];
