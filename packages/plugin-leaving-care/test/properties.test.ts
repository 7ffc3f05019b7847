import { academicYear, financialYear } from '@cic/core';
import { careLeaverContact } from '@cic/core/records';
import { holdsOnAnything } from '../../tooling/src/pluginTests.ts';
import { leavingCare } from '../src/index.ts';

holdsOnAnything({
  plugin: leavingCare(),
  periods: [academicYear(2012), financialYear(2019), academicYear(2024), academicYear(2018)],
  by: [
    ['leaving-care-status'],
    ['care-leaver-accommodation', 'care-leaver-age'],
    ['age'],
    ['homeless-outcome'],
  ],
  reads: [careLeaverContact],
});
