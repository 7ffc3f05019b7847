import {
  type ActionColumn,
  type Axis,
  type Binding,
  codeSets,
  formatIsoDate,
  type GridRow,
  type ReportSection,
} from '@cic/core';
import type { Action, Objective, Priority } from '@cic/core/records';
import { dueDays, isOpenOn, stateOn } from '@cic/core/strategies';
import type { Building } from '../build/asked.ts';
import type { LeftOut } from '../model.ts';
import type { Planned } from './section.ts';

type Actions = Extract<ReportSection, { readonly kind: 'actions' }>;

/** The records of strategies that a plan is printed from. */
export interface StrategyRecords {
  readonly priorities: readonly Priority[];
  readonly objectives: readonly Objective[];
  readonly actions: readonly Action[];
}

const USUAL: readonly ActionColumn[] = ['action', 'owner', 'timescale', 'impact', 'status'];

const labelOf = (set: keyof typeof codeSets, code: string | undefined): string =>
  codeSets[set].codes.find((one) => one.code === code)?.label ?? code ?? '';

type Timescale = NonNullable<Action['timescale']>;

function whenIn(timescale: Timescale | undefined, { language }: Building): string | undefined {
  if (!timescale) return undefined;
  if (timescale.printedAs !== undefined) return timescale.printedAs;
  if (timescale.due !== undefined) return language.day(timescale.due);
  return timescale.recurrence && labelOf('RECURRENCE', timescale.recurrence);
}

/** Status as at the day of the report: what was written down later is not known yet. */
function statusOf(action: Action, { asAt, language }: Building): string {
  const day = formatIsoDate(asAt);
  const due = dueDays(action).find((one) => one < day);
  const overdue = due !== undefined && isOpenOn(action, day);
  const status = labelOf('ACTION_STATUS', stateOn(action, day).status);
  return overdue ? `${status}, ${language.say('action.overdue', { day: language.day(due) })}` : status;
}

const ownersOf = (owners: Action['owners']): string =>
  (owners ?? [])
    .map(({ role, organisation }) => (organisation ? `${role} (${organisation})` : role))
    .join('; ');

function textOf(column: ActionColumn, action: Action, records: StrategyRecords, building: Building): string {
  const { say } = building.language;
  switch (column) {
    case 'number':
      return action.section ?? '';
    case 'objective':
      return records.objectives
        .filter(({ id }) => action.objectives?.includes(id))
        .map(({ text }) => text)
        .join('; ');
    case 'action':
      return action.text;
    case 'steps':
      return (action.steps ?? []).map(({ text }) => text).join('; ');
    case 'owner':
      return ownersOf(action.owners) || say('action.noOwner');
    case 'timescale':
      return whenIn(action.timescale, building) ?? say('action.noTimescale');
    case 'impact':
      return action.impact ?? '';
    case 'status':
      return statusOf(action, building);
    case 'progress':
      return progressOf(action, building);
    case 'figures':
      return '';
  }
}

function progressOf({ history }: Action, { asAt }: Building): string {
  const noted = (history ?? []).filter(({ on, note }) => note !== undefined && on <= formatIsoDate(asAt));
  return noted.at(-1)?.note ?? '';
}

/** Indicators that show what an action brought, of those the council has: its evidence, then its objectives'. */
function indicatorsOf(action: Action, { objectives }: StrategyRecords, { council }: Building): string[] {
  const named = [
    ...(action.evidence ?? []).flatMap(({ indicator }) => (indicator ? [indicator] : [])),
    ...objectives
      .filter(({ id }) => action.objectives?.includes(id))
      .flatMap(({ indicators }) => indicators ?? []),
  ];
  const known = new Set(council.indicators.map(({ id }) => id));
  return [...new Set(named)].filter((id) => known.has(id));
}

/** A row for the action, and under it one for each of its indicators, with its course. */
function rowsOf(
  action: Action,
  [first, ...rest]: readonly ActionColumn[],
  records: StrategyRecords,
  building: Building,
): GridRow[] {
  const say = (column: ActionColumn): Binding => ({ text: textOf(column, action, records, building) });
  const row: GridRow = {
    label: textOf(first!, action, records, building),
    level: 1,
    cells: rest.map(say),
  };
  if (!rest.includes('figures')) return [row];
  const course = indicatorsOf(action, records, building).map(
    (indicator): GridRow => ({
      label: building.council.indicator(indicator).title,
      level: 2,
      cells: rest.map((column) => (column === 'figures' ? { indicator, show: 'series' } : { text: '' })),
    }),
  );
  return [row, ...course];
}

/** The improvement plan as a document prints it: priority by priority, an action a row. */
export function planActions(section: Actions, building: Building): Planned | LeftOut {
  const { language, records } = building;
  const { title, columns = USUAL, strategy, priorities: asked } = section;
  const of = <T extends { readonly strategy: string }>(list: readonly T[]) =>
    list.filter((one) => strategy === undefined || one.strategy === strategy);
  const priorities = of(records.priorities).filter(({ id }) => asked?.includes(id) ?? true);
  const actions = of(records.actions);
  const ofPriority = (id: string | undefined) => actions.filter(({ priority }) => priority === id);
  const groups: [Axis | undefined, Action[]][] = [
    ...priorities.map(({ id, name }): [Axis, Action[]] => [{ label: name }, ofPriority(id)]),
    [undefined, asked ? [] : ofPriority(undefined)],
  ];
  const rows = groups.flatMap(([heading, list]) =>
    list.length === 0
      ? []
      : [
          ...(heading ? [heading] : []),
          ...list.flatMap((action) => rowsOf(action, columns, records, building)),
        ],
  );
  if (rows.length === 0) return { kind: 'left out', title, reason: language.say('leftOut.noPlan') };
  const [first, ...rest] = columns;
  return {
    kind: 'planned',
    from: 'actions',
    title,
    corner: language.say(`column.${first!}`),
    rows,
    columns: rest.map((column) => ({ label: language.say(`column.${column}`) })),
    notes: [],
  };
}
