import type { Day } from '@cic/core';
import type { CareerYears, Timing } from './timing.ts';

/** A career as far as the tables about numbers, ages, reasons and time in care settle it. */
export interface Career extends CareerYears {
  readonly born: Day;
  readonly startDay: Day;
  readonly endDay?: Day;
  readonly ageAtStart: number;
  /** Category of the reason to cease; undefined where none was asked for. */
  readonly reason?: string;
}

/** A cell of a table, for telling what was missed. */
export interface Cell {
  readonly year: number;
  readonly table: string;
  /** '' for a total. */
  readonly category: string;
}

/** Careers of one kind, as variables of the program. */
export interface Column extends CareerYears {
  readonly timing: Timing;
  /** How many a council of the size usually has. */
  readonly usual: number;
  readonly variables: readonly number[];
}

/** A count over all its columns, as variables. */
export const variablesOf = (columns: readonly Column[]): number[] =>
  columns.flatMap(({ variables }) => variables);
