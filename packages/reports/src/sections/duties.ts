import {
  type Axis,
  type Council,
  type Duty,
  defineIndicator,
  dutyContext,
  dutyStatus,
  holdsAny,
  type MeasuredIndicator,
  type ReportSection,
} from '@cic/core';
import type { Building } from '../build/asked.ts';
import type { Planned } from './section.ts';

type Duties = Extract<ReportSection, { readonly kind: 'duties' }>;

const overdueId = (duty: string): string => `${duty}-overdue`;

/** How many occasions of a duty are overdue on the last day of a period. */
const overdueOf = (duty: Duty): MeasuredIndicator =>
  defineIndicator({
    id: overdueId(duty.id),
    title: `${duty.title}: overdue`,
    definition: `Clocks that had run out by the last day of the period and could still be met. ${duty.definition}`,
    population: 'every occasion, for each child',
    unit: 'count',
    polarity: 'lower',
    kind: 'stock',
    source: duty.source,
    certainty: 'proposed',
    ...(duty.startedBy ? { restsOn: duty.startedBy } : {}),
    needs: holdsAny(...duty.evidence),
    measure: (child, { council, period }) => {
      const context = dutyContext(council, period.end);
      let overdue = 0;
      for (const event of duty.events(child, context))
        if (event.startedOn <= period.end && dutyStatus(event, period.end) === 'overdue') overdue++;
      return overdue === 0 ? undefined : { numerator: overdue, denominator: overdue };
    },
  });

const dutyOf = (council: Council, id: string): Duty => {
  const found = council.duties.find((duty) => duty.id === id);
  if (!found)
    throw new RangeError(
      `there is no duty '${id}'; there are: ${council.duties.map((duty) => duty.id).join(', ')}`,
    );
  return found;
};

/** How far each clock was met in time, and how many are overdue now. */
export function planDuties({ title, duties: ids }: Duties, building: Building): Planned {
  const { council, language } = building;
  const { say } = language;
  const duties = ids.map((id) => dutyOf(council, id));
  const columns: Axis[] = [
    { label: say('column.definition'), of: { show: 'definition' } },
    { label: say('column.previous'), of: { period: { back: 1 } } },
    { label: say('column.onTime'), of: { show: 'value' } },
    { label: say('column.occasions'), of: { show: 'base' } },
    { label: say('column.trend'), of: { show: 'trend' } },
  ];
  return {
    kind: 'planned',
    from: 'duties',
    title,
    corner: say('column.measure'),
    rows: duties.map(({ id, title: label }) => ({
      label,
      of: { indicator: `${id}-on-time` },
      cells: [...columns.map(() => undefined), { indicator: overdueId(id) }],
    })),
    columns: [...columns, { label: say('column.overdue'), of: { show: 'value' } }],
    notes: [],
    indicators: duties.map(overdueOf),
  };
}
