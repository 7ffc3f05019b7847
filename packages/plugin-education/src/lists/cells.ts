import { type Day, formatIsoDate } from '@cic/core';

/** A day as it is shown in a list, '' where there is none. */
export const dateCell = (day: Day | undefined): string => (day === undefined ? '' : formatIsoDate(day));

/** '92.4%', '' where there is none. */
export const percentCell = (percent: number | undefined): string =>
  percent === undefined ? '' : `${percent.toFixed(1)}%`;
