import { type Day, formatIsoDate } from '../dates/day.ts';
import type { ListDefinition } from './plugin.ts';

/**
 * The columns of a list, titles by id.
 *
 * @example
 * columns({ age: 'Age', lastVisit: 'Last visit', flags: 'Why' })
 */
export const columns = (titles: Readonly<Record<string, string>>): ListDefinition['columns'] =>
  Object.entries(titles).map(([id, title]) => ({ id, title }));

/** A day as a list shows it, '' where there is none. */
export const dateCell = (day: Day | undefined): string => (day === undefined ? '' : formatIsoDate(day));

/** An age in years, '' where the date of birth is not known. */
export const ageCell = (age: number): number | '' => (Number.isNaN(age) ? '' : age);

/** '92.4%', '' of nothing. */
export const percentCell = (numerator: number, denominator: number): string =>
  denominator === 0 ? '' : `${((numerator / denominator) * 100).toFixed(1)}%`;

/** Pence as pounds: '£1234.50', '-£50.00'. */
export const pounds = (pence: number): string =>
  `${pence < 0 ? '-' : ''}£${(Math.abs(pence) / 100).toFixed(2)}`;
