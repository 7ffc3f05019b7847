import type { Day } from '@cic/core/dates';
import { type AnyRow, type Row, TABLE_NAMES, type TableName } from '../tables.ts';
import type { ChildRows, ChildTables, Tables } from './context.ts';

const NONE: readonly never[] = [];
const NO_ROWS = Object.fromEntries(TABLE_NAMES.map((table) => [table, NONE])) as unknown as ChildTables;

class Child implements ChildRows {
  now = NO_ROWS;
  last = NO_ROWS;
  readonly id: string;
  readonly #start: Day;
  readonly #end: Day;
  #episodes: readonly Row<'Episodes'>[] | undefined;
  #lastEpisodes: readonly Row<'Episodes'>[] | undefined;
  #continuously: boolean | undefined;

  constructor(id: string, start: Day, end: Day) {
    this.id = id;
    this.#start = start;
    this.#end = end;
  }

  get episodes(): readonly Row<'Episodes'>[] {
    this.#episodes ??= inOrder(this.now.Episodes);
    return this.#episodes;
  }

  get lastEpisodes(): readonly Row<'Episodes'>[] {
    this.#lastEpisodes ??= inOrder(this.last.Episodes);
    return this.#lastEpisodes;
  }

  get born(): Day {
    return this.now.Header.find(({ DOB }) => !Number.isNaN(DOB))?.DOB ?? Number.NaN;
  }

  get continuouslyLookedAfter(): boolean {
    this.#continuously ??= isContinuouslyLookedAfter(this.now.Episodes, this.#start, this.#end);
    return this.#continuously;
  }
}

/** By DECOM, then by row; episodes whose DECOM cannot be read come last. */
function inOrder(episodes: readonly Row<'Episodes'>[]): readonly Row<'Episodes'>[] {
  const key = ({ DECOM }: Row<'Episodes'>): number => (Number.isNaN(DECOM) ? Number.MAX_SAFE_INTEGER : DECOM);
  return episodes.length < 2 ? episodes : episodes.toSorted((a, b) => key(a) - key(b) || a.row - b.row);
}

/**
 * Looked after throughout the year as the validation rules see it (rule 185): some episode in the year, and none that
 * begins a period of care after 1 April, ends one before 31 March, or is a short break.
 */
function isContinuouslyLookedAfter(episodes: readonly Row<'Episodes'>[], start: Day, end: Day): boolean {
  let inCare = false;
  for (const { DECOM, DEC, RNE, REC, LS } of episodes) {
    const inYear = DECOM <= end && (DEC >= start || Number.isNaN(DEC));
    if (RNE === 'S' && DECOM > start && DECOM <= end) return false;
    if (REC !== 'X1' && DEC >= start && DEC < end) return false;
    if (inYear && (LS === 'V3' || LS === 'V4')) return false;
    inCare ||= inYear;
  }
  return inCare;
}

/** Every child's rows of both years, gathered in one pass; `children` holds those of this year only. */
export function gatherChildren(
  now: Tables,
  last: Tables,
  start: Day,
  end: Day,
): { children: readonly ChildRows[]; byId: ReadonlyMap<string, ChildRows> } {
  const byId = new Map<string, Child>();
  const gather = (tables: Tables, year: 'now' | 'last'): void => {
    for (const table of TABLE_NAMES) {
      for (const row of tables[table]) {
        if (row.CHILD === '') continue;
        let child = byId.get(row.CHILD);
        if (!child) {
          child = new Child(row.CHILD, start, end);
          byId.set(row.CHILD, child);
        }
        if (child[year] === NO_ROWS) child[year] = { ...NO_ROWS };
        const gathered = child[year] as unknown as Record<TableName, AnyRow[] | typeof NONE>;
        const rows = gathered[table];
        if (rows === NONE) gathered[table] = [row];
        else (rows as AnyRow[]).push(row);
      }
    }
  };
  gather(now, 'now');
  const children = [...byId.values()];
  gather(last, 'last');
  return { children, byId };
}
