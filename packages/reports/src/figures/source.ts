import {
  type Council,
  computeIndicators,
  type HistoryFor,
  type Indicator,
  type IndicatorResult,
  type Period,
} from '@cic/core';

export interface FigureRequest {
  readonly indicators: readonly Indicator[];
  readonly periods: readonly Period[];
  /** Breakdowns, and tables of two or more, each by ids. */
  readonly by: readonly (readonly string[])[];
}

/** Where a report's figures come from: unprotected, as only the report's own disclosure control sees them. */
export type FigureSource = (request: FigureRequest) => readonly IndicatorResult[];

/** Figures computed from a care history. */
export const computedFigures =
  (council: Council, historyFor: HistoryFor): FigureSource =>
  (request) =>
    computeIndicators({ council, historyFor, ...request });
