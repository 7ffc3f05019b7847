import { type Day, formatIsoDate } from '@cic/core';

/** A day as it is shown in a list, '' where there is none. */
export const dateCell = (day: Day | undefined): string => (day === undefined ? '' : formatIsoDate(day));

/** An age in years, '' where the date of birth is not known. */
export const ageCell = (age: number): number | string => (Number.isNaN(age) ? '' : age);

/** '92.4%', '' where there is none. */
export const percentCell = (numerator: number, denominator: number): string =>
  denominator === 0 ? '' : `${((numerator / denominator) * 100).toFixed(1)}%`;

/** Pence as pounds: '£1234.50'. */
export const pounds = (pence: number): string => `£${(pence / 100).toFixed(2)}`;
