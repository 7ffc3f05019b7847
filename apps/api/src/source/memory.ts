import { computeIndicators } from '@cic/core';
import type { Deployment } from '../deployment.ts';
import type { Source } from './source.ts';

/** Children in memory, for everybody who reaches the address. */
export function memorySource({ council, historyFor, periods, asAt, note }: Deployment): Source {
  return {
    council,
    ...(note === undefined ? {} : { note }),
    periods: () => periods,
    asAt: () => asAt,
    inSight: async (_, options) => historyFor(options.asAt),
    figures: async (_, { indicator, periods: over, by }) => ({
      figures: computeIndicators({
        council,
        historyFor,
        indicators: [indicator],
        periods: over,
        ...(by.length > 0 ? { by: [by] } : {}),
      }),
      released: false,
    }),
    allFigures: async (_, over) => ({
      figures: computeIndicators({ council, historyFor, indicators: council.indicators, periods: over }),
      released: false,
    }),
  };
}
