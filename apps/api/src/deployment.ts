import type { Council, Day, HistoryFor, Period } from '@cic/core';

/** What the API serves: a council and what is known of its children, in memory. */
export interface Deployment {
  readonly council: Council;
  readonly historyFor: HistoryFor;
  /** Periods for which there is data, in order of time; the last one is the default. */
  readonly periods: readonly Period[];
  /** The last day that is known; duties are asked as at this day unless told otherwise. */
  readonly asAt: Day;
  /** Said on the start page and in the API's description: 'synthetic children'. */
  readonly note?: string;
}
