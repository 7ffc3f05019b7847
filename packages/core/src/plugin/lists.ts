import { addYears, formatIsoDate } from '../dates/day.ts';
import {
  hasTransitionPlan,
  reviewingOfficerCaseloads,
  transitionToPlan,
} from '../indicators/core/journeys.ts';
import { columns } from './cells.ts';
import type { ListDefinition } from './plugin.ts';

/** Lists of core: who has how much to do, and what is late. */
export const coreLists: readonly ListDefinition[] = [
  {
    id: 'reviewing-officer-caseloads',
    title: 'Children in care by independent reviewing officer',
    columns: columns({ officer: 'Reviewing officer', children: 'Children in care' }),
    requirements: ['REV-15', 'D-PLN-04'],
    rows: ({ history, period }) =>
      [...reviewingOfficerCaseloads(history, period.end)]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([officer, children]) => ({ officer, children })),
  },
  {
    id: 'transition-plans-late',
    title: 'Disabled young people of 16 or over without a transition plan',
    columns: columns({ due: 'Due by' }),
    requirements: ['D-PLN-09'],
    row: (child, { period }) =>
      transitionToPlan(child, period.end) && !hasTransitionPlan(child, period.end)
        ? { due: formatIsoDate(addYears(child.born, 16)) }
        : undefined,
  },
];
