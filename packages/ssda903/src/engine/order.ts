import type { Day } from '@cic/core/dates';

/** Sorts days upwards, blank and unreadable ones last. */
export const earliestFirst = (a: Day, b: Day): number =>
  Number.isNaN(a) || Number.isNaN(b) ? Number(Number.isNaN(a)) - Number(Number.isNaN(b)) : a - b;

/** Sorts days downwards, blank and unreadable ones still last. */
export const latestFirst = (a: Day, b: Day): number =>
  Number.isNaN(a) || Number.isNaN(b) ? Number(Number.isNaN(a)) - Number(Number.isNaN(b)) : b - a;
