import { defineCouncil, financialYear, longDate } from '@cic/core';
import { councilConfig, SYNTHETIC_COUNCIL, synthesise } from '@cic/synth';
import type { Deployment } from './deployment.ts';

/**
 * The sample council: synthetic children over five years, made anew from its seed at every start.
 * @param lastYear collection year up to whose 31 March the data reach
 */
export function sampleDeployment(lastYear: number): Deployment {
  const synthetic = synthesise({
    seed: 'sample',
    children: 400,
    years: [lastYear - 4, lastYear],
    council: { ...SYNTHETIC_COUNCIL, id: 'sample', name: 'Sample Council' },
  });
  const periods = Array.from({ length: 5 }, (_, i) => financialYear(lastYear - 4 + i));
  const asAt = periods.at(-1)!.end;
  return {
    council: defineCouncil(councilConfig(synthetic)),
    historyFor: () => synthetic.history,
    periods,
    asAt,
    note: `Every child here is synthetic. The data end on ${longDate(asAt)}.`,
  };
}
