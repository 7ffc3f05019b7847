import { type Day, formatIsoDate } from '@cic/core';

/** A day as it is shown in a list, '' where there is none. */
export const dateCell = (day: Day | undefined): string => (day === undefined ? '' : formatIsoDate(day));

/** An age in years, '' where the date of birth is not known. */
export const ageCell = (age: number): number | string => (Number.isNaN(age) ? '' : age);

export const columns = (titles: Readonly<Record<string, string>>) =>
  Object.entries(titles).map(([id, title]) => ({ id, title }));
