import { codeSets } from '../../generated/codeSets.ts';
import type { Action } from '../../generated/types.ts';
import type { StrategyRecords } from '../records.ts';
import { dueDays } from '../states.ts';
import type { PlanField } from './planTable.ts';

/** Columns of an exported action plan, in order. */
export const PLAN_COLUMNS: readonly (readonly [PlanField, heading: string])[] = [
  ['id', 'Id'],
  ['number', 'Number'],
  ['priority', 'Priority'],
  ['objectives', 'Objectives'],
  ['text', 'Action'],
  ['owners', 'Owners'],
  ['timescale', 'By when'],
  ['impact', 'Impact'],
  ['status', 'Status'],
  ['rag', 'RAG'],
  ['board', 'Board'],
];

/** A timescale as a plan prints it: as it was printed, or else its days, or its rhythm. */
export function printTimescale(action: Action): string {
  const { timescale } = action;
  const days = dueDays(action);
  if (timescale?.printedAs !== undefined) return timescale.printedAs;
  if (days.length > 0) return days.join(' then ');
  return timescale?.recurrence === undefined ? '' : codeSets.RECURRENCE.label(timescale.recurrence);
}

const PRINT: Readonly<Record<PlanField, (action: Action) => string>> = {
  id: ({ id }) => id,
  number: ({ number }) => number ?? '',
  priority: ({ priority }) => priority ?? '',
  objectives: ({ objectives = [] }) => objectives.join('; '),
  text: ({ text }) => text,
  owners: ({ owners = [] }) => owners.map(({ role }) => role).join('; '),
  timescale: printTimescale,
  impact: ({ impact }) => impact ?? '',
  status: ({ status }) => status ?? '',
  rag: ({ rag }) => rag ?? '',
  board: ({ board }) => board ?? '',
};

/** What the cell of a field says of an action. */
export const printField = (field: PlanField, action: Action): string => PRINT[field](action);

/** A strategy's action plan as a table with its heading (STR-23, D-ACT-12); importing it again changes nothing. */
export const exportPlan = (records: StrategyRecords, strategy: string): readonly (readonly string[])[] => [
  PLAN_COLUMNS.map(([, heading]) => heading),
  ...(records.actions ?? [])
    .filter((action) => action.strategy === strategy)
    .map((action) => PLAN_COLUMNS.map(([field]) => printField(field, action))),
];
