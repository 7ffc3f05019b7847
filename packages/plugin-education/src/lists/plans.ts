import { columns, dateCell, type ListDefinition, longDate } from '@cic/core';
import { codeSets } from '../generated/codeSets.ts';
import { leavingSchool, planDue, routeOn } from '../indicators/plans.ts';
import { placeOn } from '../pupils/enrolments.ts';
import { currentPlan, lastPlanBegun, latestPlan } from '../pupils/plans.ts';
import { yearGroupLabel, yearGroupOn } from '../pupils/yearGroups.ts';

const withoutCurrent: ListDefinition = {
  id: 'pupils-without-current-pep',
  title: 'Pupils without a current personal education plan',
  columns: columns({
    yearGroup: 'Year',
    school: 'School',
    lastCompleted: 'Last plan completed',
    draftSince: 'Draft since',
    flags: 'Why',
  }),
  requirements: ['EDU-04'],
  row: (child, context) => {
    const { end } = context.period;
    const months = context.parameter('current-pep-months');
    if (!planDue(child, context) || currentPlan(child, end, months) !== undefined) return undefined;
    const last = latestPlan(child, end);
    const begun = lastPlanBegun(child, end);
    return {
      yearGroup: yearGroupLabel(yearGroupOn(child, end)),
      school: placeOn(child, end)?.school ?? '',
      lastCompleted: dateCell(last?.completed),
      draftSince: begun !== undefined && begun.completed === undefined ? dateCell(begun.start) : '',
      flags: [
        last === undefined
          ? 'no plan was ever completed'
          : `last completed on ${longDate(last.completed)}, more than ${months} months ago`,
      ],
    };
  },
};

const leavers: ListDefinition = {
  id: 'school-leavers-without-route',
  title: 'School leavers with no route after Year 11',
  columns: columns({ school: 'School', route: 'Route in the last plan', flags: 'Why' }),
  requirements: ['EDU-05'],
  row: (child, context) => {
    const { end } = context.period;
    if (!leavingSchool(child, context) || routeOn(child, end) !== undefined) return undefined;
    const plan = lastPlanBegun(child, end);
    const route = plan?.progressionRoute;
    return {
      school: placeOn(child, end)?.school ?? '',
      route: route === undefined ? '' : codeSets.POST16_ROUTE.label(route),
      flags: [
        plan === undefined
          ? 'no personal education plan'
          : route === undefined
            ? `plan of ${longDate(plan.start)} says nothing of a route`
            : `plan of ${longDate(plan.start)}: ${codeSets.POST16_ROUTE.label(route).toLowerCase()}`,
      ],
    };
  },
};

/** Plans that are missing, or miss something. */
export const planLists = [withoutCurrent, leavers];
