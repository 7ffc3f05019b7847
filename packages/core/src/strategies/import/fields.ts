import { codeSets } from '../../generated/codeSets.ts';
import type { Action } from '../../generated/types.ts';
import { type RoleDirectory, readOwners } from './owners.ts';
import type { PlanField, PlanRow } from './planTable.ts';
import { printField } from './printed.ts';
import { readTimescale, type TimescaleOptions } from './timescale.ts';

/** Why a row is not taken, or what the reader of a preview should know of it. */
export interface RowMessage {
  readonly row: number;
  readonly field: PlanField;
  readonly value: string;
  /** One sentence: what is wrong or was assumed, and what to do. */
  readonly message: string;
}

/** What a cell comes to: properties of the action (undefined takes one away), and what there is to say of it. */
export interface ReadCell {
  readonly set: Readonly<Partial<Record<keyof Action, unknown>>>;
  readonly rejected?: string;
  readonly note?: string;
}

export interface ReadOptions extends TimescaleOptions {
  readonly directory: RoleDirectory;
  readonly boards: ReadonlyMap<string, { readonly id: string }>;
}

const text =
  (property: keyof Action) =>
  (cell: string): ReadCell => ({
    set: { [property]: cell === '' ? undefined : cell },
  });

const STATUSES: readonly (readonly [RegExp, NonNullable<Action['status']>])[] = [
  [/^not ?(yet )?started$/, 'not-started'],
  [/^(in ?progress|on track|under ?way|started|current)$/, 'in-progress'],
  [/^(done|completed?|achieved|closed)$/, 'done'],
  [/^(stopped|abandoned|cancelled)$/, 'stopped'],
  [/^(replaced|superseded)$/, 'replaced'],
];

function status(cell: string): ReadCell {
  if (cell === '') return { set: { status: undefined } };
  const found = STATUSES.find(([pattern]) => pattern.test(cell.toLowerCase().replaceAll('-', ' ')));
  return found
    ? { set: { status: found[1] } }
    : { set: {}, rejected: `is no status: write ${codeSets.ACTION_STATUS.values.join(', ')}` };
}

function rag(cell: string): ReadCell {
  if (cell === '') return { set: { rag: undefined } };
  const found = codeSets.RAG.values.find(
    (code) => code === cell.toLowerCase() || code[0] === cell.toLowerCase(),
  );
  return found ? { set: { rag: found } } : { set: {}, rejected: 'is no rating: write red, amber or green' };
}

function owners(cell: string, { directory }: ReadOptions, { ownerInherited }: PlanRow): ReadCell {
  const read = readOwners(cell, directory);
  const all = ownerInherited ? read.owners.map((owner) => ({ ...owner, inherited: true })) : read.owners;
  return {
    set: { owners: all.length === 0 ? undefined : all },
    ...(read.nameLeftOut ? { note: 'a person’s name was left out: plans name roles' } : {}),
  };
}

function timescale(cell: string, options: ReadOptions): ReadCell {
  const { timescale: read, furtherDays, assumed, understood } = readTimescale(cell, options);
  const note = understood ? assumed : 'no day or rhythm was found in it: it is kept as printed';
  return { set: { timescale: read, furtherDays }, ...(note === undefined ? {} : { note }) };
}

function board(cell: string, { boards }: ReadOptions): ReadCell {
  if (cell === '') return { set: { board: undefined } };
  const found = boards.get(cell.toLowerCase());
  return found
    ? { set: { board: found.id } }
    : { set: {}, rejected: 'is no board of the council: add the board, or correct the name' };
}

type Reads = (cell: string, options: ReadOptions, row: PlanRow) => ReadCell;

/** Fields that a cell gives by itself; id, priority and objectives are found among the strategy's records. */
const READ: Readonly<Partial<Record<PlanField, Reads>>> = {
  number: text('number'),
  text: text('text'),
  owners,
  timescale,
  impact: text('impact'),
  status,
  rag,
  board,
};

const ID = /^[A-Za-z0-9._:/-]{1,128}$/;

/** A row's own cells as properties of an action, with everything that is wrong with them. */
export function readFields(
  row: PlanRow,
  options: ReadOptions,
): { readonly set: ReadCell['set']; readonly rejected: RowMessage[]; readonly notes: RowMessage[] } {
  const rejected: RowMessage[] = [];
  const notes: RowMessage[] = [];
  let set: ReadCell['set'] = {};
  for (const [field, read] of Object.entries(READ) as [PlanField, Reads][]) {
    const cell = row.cells[field];
    if (cell === undefined) continue;
    const found = read(cell, options, row);
    const value = found.note?.includes('name was left out') ? '' : cell;
    set = { ...set, ...found.set };
    if (found.rejected !== undefined)
      rejected.push({ row: row.row, field, value, message: `‘${cell}’ ${found.rejected}` });
    if (found.note !== undefined) notes.push({ row: row.row, field, value, message: found.note });
  }
  const id = row.cells.id ?? '';
  if (id !== '' && !ID.test(id))
    rejected.push({
      row: row.row,
      field: 'id',
      value: id,
      message: `‘${id}’ is no id: use letters, digits and . _ : / - only, or leave it blank`,
    });
  return { set, rejected, notes };
}

const OWNED: Readonly<Partial<Record<PlanField, readonly (keyof Action)[]>>> = {
  timescale: ['timescale', 'furtherDays'],
};

const ordered = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(ordered)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .sort()
            .map(([name, inner]) => [name, ordered(inner)]),
        )
      : value;

const same = (a: unknown, b: unknown): boolean => JSON.stringify(ordered(a)) === JSON.stringify(ordered(b));
const spaced = (cell: string): string => cell.replace(/\s+/g, ' ').trim();

/**
 * An action as a row would have it, and which fields that changes. A cell that says what the plan's own export would
 * say changes nothing, so what only the records hold (a printed spelling, an inherited owner) stays.
 */
export function mergeRow(
  before: Action,
  row: PlanRow,
  set: ReadCell['set'],
): { readonly after: Action; readonly fields: readonly PlanField[] } {
  const after: Record<string, unknown> = { ...before };
  const fields: PlanField[] = [];
  for (const [field, cell] of Object.entries(row.cells) as [PlanField, string][]) {
    if (field === 'id' || spaced(cell) === spaced(printField(field, before))) continue;
    const properties = OWNED[field] ?? [field];
    if (
      properties.every(
        (property) =>
          !(property in set) || same(before[property as keyof Action], set[property as keyof Action]),
      )
    )
      continue;
    fields.push(field);
    for (const property of properties) {
      const value = set[property as keyof Action];
      if (value === undefined) delete after[property];
      else after[property] = value;
    }
  }
  return { after: after as unknown as Action, fields };
}
