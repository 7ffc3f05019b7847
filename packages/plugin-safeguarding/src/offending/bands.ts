import type { PerformanceBands } from '@cic/core';

/**
 * Bands of the offending ratio (PAF C18): the lower, the better. The documents print bands and no thresholds: the limit of
 * the top band is proposed between the printed 2.8 (top) and 3.3 (band 2), and that of band 2 is the highest value printed
 * in it. Source: Leicestershire 2008, appendix 1.
 */
export const offendingRatioBands: readonly PerformanceBands[] = [
  {
    scheme: 'PAF C18',
    to: 2009,
    bands: [
      { label: 'Band 2', from: 5.2 },
      { label: 'Top band', from: 3 },
    ],
  },
];
