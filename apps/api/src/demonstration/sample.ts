import { defineCouncil, financialYear } from '@cic/core';
import { adoption } from '@cic/plugin-adoption';
import { education } from '@cic/plugin-education';
import { engagement } from '@cic/plugin-engagement';
import { health } from '@cic/plugin-health';
import { leavingCare } from '@cic/plugin-leaving-care';
import { safeguarding } from '@cic/plugin-safeguarding';
import { allRecords, councilConfig, everyPart, SYNTHETIC_COUNCIL, synthesise } from '@cic/synth';
import type { Demonstration } from './deployment.ts';

/**
 * The sample council with every plugin, and its synthetic children: always the same for a year.
 * @param lastYear collection year up to whose 31 March the data reach
 */
export function sampleCouncil(lastYear: number): Demonstration {
  const synthetic = synthesise({
    seed: 'sample',
    children: 200,
    years: [lastYear - 4, lastYear],
    council: { ...SYNTHETIC_COUNCIL, id: 'sample', name: 'Sample Council' },
    parts: everyPart,
  });
  const plugins = [education(), health(), safeguarding(), adoption(), leavingCare(), engagement()];
  return {
    council: defineCouncil({ ...councilConfig(synthetic), plugins }),
    records: allRecords(synthetic),
    asAt: financialYear(lastYear).end,
  };
}
