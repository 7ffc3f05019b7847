import { defineCouncil, financialYear } from '@cic/core';
import type { ComparatorValue, Target } from '@cic/core/records';
import { adoption } from '@cic/plugin-adoption';
import { education } from '@cic/plugin-education';
import { engagement } from '@cic/plugin-engagement';
import { health } from '@cic/plugin-health';
import { leavingCare } from '@cic/plugin-leaving-care';
import { safeguarding } from '@cic/plugin-safeguarding';
import { councilConfig, everyPart, SYNTHETIC_COUNCIL, synthesise } from '@cic/synth';
import type { ReportInput, StrategyRecords } from '../src/index.ts';

const YEAR = 2026;

const year = (end: number) => ({
  kind: 'financial-year' as const,
  start: `${end - 1}-04-01` as const,
  end: `${end}-03-31` as const,
});

const compared = (
  indicator: string,
  comparator: ComparatorValue['comparator'],
  value: number,
  end = YEAR,
): ComparatorValue => ({ indicator, comparator, period: year(end), value });

const comparators: readonly ComparatorValue[] = [
  compared('children-in-care-rate', 'statistical-neighbours', 72),
  compared('children-in-care-rate', 'england', 70),
  compared('in-foster-care', 'statistical-neighbours', 68),
  compared('in-foster-care', 'england', 67, YEAR - 1),
  compared('placed-out-of-area', 'statistical-neighbours', 44),
  compared('placed-over-20-miles', 'england', 17),
  compared('three-or-more-placements', 'statistical-neighbours', 10.4),
  compared('three-or-more-placements', 'england', 10.1),
  compared('long-term-stability', 'england', 68, YEAR - 1),
  { ...compared('long-term-stability', 'statistical-neighbours', 70), bound: 'over' },
];

const target = (indicator: string, value: number): Target => ({
  id: `${indicator}-${YEAR}`,
  indicator,
  values: [{ period: year(YEAR), value }],
});

const targets: readonly Target[] = [
  target('in-foster-care', 72),
  target('placed-out-of-area', 40),
  target('placed-over-20-miles', 20),
  target('three-or-more-placements', 9),
  target('long-term-stability', 72),
];

/** A strategy with two priorities, as a council would hold it. */
export const strategies: StrategyRecords = {
  priorities: [
    { id: 'homes', strategy: 'our-promise', name: 'Homes that last' },
    { id: 'voice', strategy: 'our-promise', name: 'A voice that is heard' },
  ],
  objectives: [
    {
      id: 'homes-1',
      strategy: 'our-promise',
      priority: 'homes',
      text: 'Fewer moves, and homes nearer to family and friends',
      indicators: ['three-or-more-placements', 'long-term-stability', 'placed-over-20-miles'],
    },
    {
      id: 'voice-1',
      strategy: 'our-promise',
      priority: 'voice',
      text: 'Every child takes part in their review',
      indicators: ['participation-in-reviews', 'participation-in-all-reviews'],
    },
  ],
  actions: [
    {
      id: 'homes-1-a',
      strategy: 'our-promise',
      priority: 'homes',
      objectives: ['homes-1'],
      text: 'Find forty more foster families within the county',
      owners: [{ role: 'Head of fostering' }],
      timescale: { due: '2026-02-28' },
      impact: 'More children live near home',
      status: 'in-progress',
    },
    {
      id: 'voice-1-a',
      strategy: 'our-promise',
      priority: 'voice',
      objectives: ['voice-1'],
      text: 'Offer an advocate before every review',
      timescale: { recurrence: 'ongoing' },
    },
  ],
};

/** A synthetic council with every plugin. */
export function aWholeCouncil(
  children: number,
): Pick<ReportInput, 'council' | 'historyFor' | 'asAt' | 'period' | 'madeAt' | 'strategies'> {
  const synthetic = synthesise({
    seed: 'board pack',
    children,
    years: [YEAR - 4, YEAR],
    council: { ...SYNTHETIC_COUNCIL, id: 'northshire', name: 'Northshire Council' },
    parts: everyPart,
  });
  const council = defineCouncil({
    ...councilConfig(synthetic),
    plugins: [education(), health(), safeguarding(), adoption(), leavingCare(), engagement()],
    comparators,
    targets,
  });
  return {
    council,
    historyFor: () => synthetic.history,
    asAt: financialYear(YEAR).end,
    period: financialYear(YEAR),
    madeAt: '2026-06-01',
    strategies,
  };
}
