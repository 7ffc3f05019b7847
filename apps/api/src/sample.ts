import { type Council, defineCouncil, financialYear, formatIsoDate } from '@cic/core';
import { synthesise } from '@cic/synth';
import type { Deployment } from './deployment.ts';

/**
 * The sample council: synthetic children over five years, made anew from its seed at every start.
 * @param lastYear collection year up to whose 31 March the data reach
 */
export function sampleDeployment(lastYear: number): Deployment {
  const synthetic = synthesise({ seed: 'sample', children: 400, years: [lastYear - 4, lastYear] });
  const { council: shape, history } = synthetic;
  const council: Council = defineCouncil({
    id: 'sample',
    name: 'Sample Council',
    districts: shape.districts.map(({ id, name }) => ({ id, name })),
    populations: [],
  });
  const periods = Array.from({ length: 5 }, (_, i) => financialYear(lastYear - 4 + i));
  const asAt = periods.at(-1)!.end;
  return {
    council,
    historyFor: () => history,
    periods,
    asAt,
    note: `Every child here is synthetic. The data end on ${formatIsoDate(asAt)}.`,
  };
}
