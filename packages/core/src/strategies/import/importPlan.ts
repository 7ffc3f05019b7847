import { type Day, formatIsoDate, parseIsoDate } from '../../dates/day.ts';
import { action as actionType } from '../../generated/records.ts';
import type { Action, Objective, Priority, Strategy } from '../../generated/types.ts';
import { validate } from '../../validation/validate.ts';
import { grouped } from '../grouped.ts';
import type { StrategyRecords } from '../records.ts';
import { mergeRow, type ReadOptions, type RowMessage, readFields } from './fields.ts';
import { roleDirectory } from './owners.ts';
import { placesOf } from './places.ts';
import { type PlanField, type PlanRow, readPlanTable } from './planTable.ts';
import type { TermEnds } from './timescale.ts';

export interface ImportOptions {
  /** The strategy whose plan it is. */
  readonly strategy: string;
  /** The day on which a new status or rating counts from. */
  readonly asAt: Day;
  /** The priority of rows that name none. */
  readonly priority?: string;
  readonly termEnds?: TermEnds;
}

export interface ChangedAction {
  readonly row: number;
  readonly before: Action;
  readonly after: Action;
  readonly fields: readonly PlanField[];
}

/** What an import would do. Nothing has been done yet. */
export interface ImportPreview {
  readonly strategy: string;
  readonly added: readonly { readonly row: number; readonly action: Action }[];
  readonly objectivesAdded: readonly Objective[];
  readonly changed: readonly ChangedAction[];
  readonly unchanged: readonly { readonly row: number; readonly action: Action }[];
  /** Actions of the strategy that no row speaks of; they stay as they are. */
  readonly notInFile: readonly Action[];
  /** Rows that cannot be taken: as long as there is one, nothing is. */
  readonly rejected: readonly RowMessage[];
  /** What was assumed, kept as printed or left out. */
  readonly notes: readonly RowMessage[];
}

const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

const wordsKey = (text: string, priority: string | undefined): string => `${priority ?? ''}\n${bare(text)}`;
const numberKey = (number: string, priority: string | undefined): string => `${priority ?? ''}\n${number}`;

/** Finds the action that a row speaks of, each action once: by id, by its words, by a number that is there only once. */
class Finder {
  readonly #free: Set<Action>;
  readonly #byId: ReadonlyMap<string, Action>;
  readonly #byWords: ReadonlyMap<string, readonly Action[]>;
  readonly #byNumber: ReadonlyMap<string, readonly Action[]>;

  constructor(actions: readonly Action[]) {
    this.#free = new Set(actions);
    this.#byId = new Map(actions.map((action) => [action.id, action]));
    this.#byWords = grouped(actions, ({ text, priority }) => wordsKey(text, priority));
    this.#byNumber = grouped(actions, ({ number = '', priority }) => numberKey(number, priority));
  }

  get left(): readonly Action[] {
    return [...this.#free];
  }

  #take(action: Action | undefined): Action | undefined {
    return action && this.#free.delete(action) ? action : undefined;
  }

  #freeOf(actions: readonly Action[] = []): readonly Action[] {
    return actions.filter((action) => this.#free.has(action));
  }

  byId(id: string): Action | undefined {
    return this.#take(this.#byId.get(id));
  }

  byWords(text: string, priority: string | undefined, objectives: readonly string[]): Action | undefined {
    const alike = this.#freeOf(this.#byWords.get(wordsKey(text, priority)));
    const exact = alike.find((one) => (one.objectives ?? []).join() === objectives.join());
    return this.#take(exact ?? alike[0]);
  }

  byNumber(number: string, priority: string | undefined): Action | undefined {
    const alike = this.#freeOf(this.#byNumber.get(numberKey(number, priority)));
    return alike.length === 1 ? this.#take(alike[0]) : undefined;
  }
}

/** Ids for new actions: the priority's and the next number nobody has. */
function idsAfter(given: readonly string[]): (priority: string | undefined) => string {
  const taken = new Set(given);
  const next = new Map<string, number>();
  return (priority = 'plan') => {
    for (let n = next.get(priority) ?? 1; ; n++) {
      const id = `${priority}-r${String(n).padStart(2, '0')}`;
      next.set(priority, n + 1);
      if (!taken.has(id)) {
        taken.add(id);
        return id;
      }
    }
  };
}

/** A new status or rating joins the history with the day from which it counts. */
function remembered({ before, after, fields, ...rest }: ChangedAction, asAt: Day): ChangedAction {
  if (!fields.includes('status') && !fields.includes('rag')) return { before, after, fields, ...rest };
  const { status, rag } = after;
  const state = { ...(status === undefined ? {} : { status }), ...(rag === undefined ? {} : { rag }) };
  const history = [...(before.history ?? []), { on: formatIsoDate(asAt), ...state }];
  return { before, after: { ...after, history }, fields, ...rest };
}

/** What cells are read with: the roles and boards that are known, and the day from which a bare month is the next one. */
function readingFor(
  { posts = [], boards = [] }: StrategyRecords,
  strategy: Strategy | undefined,
  termEnds: TermEnds | undefined,
): ReadOptions {
  const from = strategy?.start ?? strategy?.approvals?.[0]?.on;
  return {
    directory: roleDirectory(posts, boards),
    boards: new Map(boards.flatMap((one) => [one.id, one.name.toLowerCase()].map((name) => [name, one]))),
    from: from === undefined ? undefined : parseIsoDate(from),
    termEnds,
  };
}

const putTogether = ({ row, cells: { text = '' }, goesOnIn }: PlanRow): RowMessage[] =>
  goesOnIn.map((rest) => ({
    row: rest,
    field: 'text',
    value: text,
    message: `is taken as the rest of row ${row}`,
  }));

interface ReadRow {
  readonly row: PlanRow;
  readonly priority: string | undefined;
  readonly objectives: readonly string[];
  readonly set: ReturnType<typeof readFields>['set'];
}

/**
 * What importing an action plan would add, change and leave, and which rows cannot be taken and why (DQ-03). The same
 * file twice changes nothing. Timescales and owners are brought into one form, and what was printed is kept.
 */
export function previewImport(
  records: StrategyRecords,
  table: readonly (readonly string[])[],
  options: ImportOptions,
): ImportPreview {
  const { strategy, asAt } = options;
  const mine = <T extends { readonly strategy: string }>(all: readonly T[] = []): T[] =>
    all.filter((one) => one.strategy === strategy);
  const actions = mine(records.actions);
  const plan = readPlanTable(table);
  const rejected: RowMessage[] = [];
  const notes: RowMessage[] = [];
  if (plan.problem !== undefined) rejected.push({ row: 1, field: 'text', value: '', message: plan.problem });
  const ofStrategy = records.strategies?.find(({ id }) => id === strategy);
  if (!ofStrategy)
    rejected.push({
      row: 1,
      field: 'priority',
      value: strategy,
      message: `there is no strategy ‘${strategy}’`,
    });
  const places = placesOf({
    strategy,
    priorities: mine<Priority>(records.priorities),
    objectives: mine<Objective>(records.objectives),
    otherwise: options.priority,
  });
  const reading = readingFor(records, ofStrategy, options.termEnds);
  for (const { row, text, heading } of plan.objectivesAlone)
    rejected.push(...places.objectiveAlone(row, text, heading));
  const rows = plan.rows.map((row): ReadRow => {
    const fields = readFields(row, reading);
    const place = places.of(row);
    rejected.push(...fields.rejected, ...place.rejected);
    notes.push(...putTogether(row), ...fields.notes);
    return {
      row,
      priority: place.priority,
      objectives: place.objectives,
      set: { ...fields.set, ...place.set },
    };
  });
  rejected.push(...idsUsedTwice(plan.rows));
  const found = matched(actions, rows, strategy, asAt);
  rejected.push(...notValid(found));
  return { strategy, ...found, objectivesAdded: places.added(), rejected, notes };
}

/** Rows whose action the schema would not take: without words, or with too many. */
const notValid = ({ added, changed }: Pick<ImportPreview, 'added' | 'changed'>): RowMessage[] =>
  [...added, ...changed.map(({ row, after }) => ({ row, action: after }))].flatMap(({ row, action }) =>
    validate(actionType, action)
      .filter(({ path }) => path !== '/id')
      .map(({ path, value, message }) => ({
        row,
        field: FIELD_OF[path.split('/')[1] ?? ''] ?? 'text',
        value: String(value),
        message,
      })),
  );

const FIELD_OF: Readonly<Record<string, PlanField>> = {
  number: 'number',
  owners: 'owners',
  timescale: 'timescale',
  impact: 'impact',
};

function idsUsedTwice(rows: readonly PlanRow[]): RowMessage[] {
  const first = new Map<string, number>();
  return rows.flatMap(({ row, cells: { id = '' } }): RowMessage[] => {
    const earlier = first.get(id);
    if (id !== '' && earlier === undefined) first.set(id, row);
    return id === '' || earlier === undefined
      ? []
      : [
          {
            row,
            field: 'id',
            value: id,
            message: `row ${earlier} has the id ‘${id}’ already: give each its own`,
          },
        ];
  });
}

function matched(
  actions: readonly Action[],
  rows: readonly ReadRow[],
  strategy: string,
  asAt: Day,
): Pick<ImportPreview, 'added' | 'changed' | 'unchanged' | 'notInFile'> {
  const finder = new Finder(actions);
  const before = new Map<ReadRow, Action>();
  const find = (by: (one: ReadRow) => Action | undefined): void => {
    for (const one of rows) {
      if (before.has(one)) continue;
      const found = by(one);
      if (found) before.set(one, found);
    }
  };
  find(({ row }) => finder.byId(row.cells.id ?? ''));
  const without = (one: ReadRow): boolean => (one.row.cells.id ?? '') === '';
  find((one) =>
    without(one) ? finder.byWords(one.row.cells.text ?? '', one.priority, one.objectives) : undefined,
  );
  const withNumber = grouped(rows, ({ row, priority }) => numberKey(row.cells.number ?? '', priority));
  const once = ({ row: { cells }, priority }: ReadRow): boolean =>
    (cells.number ?? '') !== '' && withNumber.get(numberKey(cells.number!, priority))?.length === 1;
  find((one) =>
    without(one) && once(one) ? finder.byNumber(one.row.cells.number!, one.priority) : undefined,
  );
  const newId = idsAfter([...actions.map(({ id }) => id), ...rows.map(({ row }) => row.cells.id ?? '')]);
  const added: { row: number; action: Action }[] = [];
  const changed: ChangedAction[] = [];
  const unchanged: { row: number; action: Action }[] = [];
  for (const one of rows) {
    const old = before.get(one);
    const { row, set, priority } = one;
    if (!old) {
      const id = row.cells.id || newId(priority);
      added.push({ row: row.row, action: compact({ id, strategy, ...set }) });
      continue;
    }
    const { after, fields } = mergeRow(old, row, set);
    if (fields.length === 0) unchanged.push({ row: row.row, action: old });
    else changed.push(remembered({ row: row.row, before: old, after, fields }, asAt));
  }
  return { added, changed, unchanged, notInFile: finder.left };
}

const compact = (record: Record<string, unknown>): Action =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as unknown as Action;

/**
 * The records with an import done. Throws where rows are rejected: an import is done whole, or not at all.
 */
export function applyImport(records: StrategyRecords, preview: ImportPreview): StrategyRecords {
  if (preview.rejected.length > 0)
    throw new Error(`${preview.rejected.length} rows cannot be taken, so none is`);
  const after = new Map(preview.changed.map(({ before, after: changed }) => [before.id, changed]));
  const actions = (records.actions ?? []).map((action) =>
    action.strategy === preview.strategy ? (after.get(action.id) ?? action) : action,
  );
  const objectives = [...(records.objectives ?? []), ...preview.objectivesAdded];
  return {
    ...records,
    ...(objectives.length === 0 ? {} : { objectives }),
    actions: [...actions, ...preview.added.map(({ action }) => action)],
  };
}
