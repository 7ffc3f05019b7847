import { defineCouncil } from '@cic/core';
import { adoption } from '@cic/plugin-adoption';
import { education } from '@cic/plugin-education';
import { engagement } from '@cic/plugin-engagement';
import { health } from '@cic/plugin-health';
import { leavingCare } from '@cic/plugin-leaving-care';
import { safeguarding } from '@cic/plugin-safeguarding';
import * as local from './local.ts';
import { records } from './records.ts';

/** Derbyshire County Council in the years of its two strategies. */
export const council = defineCouncil({
  id: 'derbyshire',
  name: 'Derbyshire County Council',
  code: 'E10000007',
  districts: local.districts,
  ageBands: [0, 1, 5, 10, 16],
  // The sufficiency strategy hides one to ten; the strategy of 2019 says fewer than five, and its '*' stands for six.
  disclosure: { suppress: { from: 1, to: 10 }, symbol: 'x', secondary: true },
  populations: [{ area: 'derbyshire', year: 2015, children: 153_377 }],
  parameters: local.parameters,
  strategies: records.strategies,
  targets: records.targets,
  comparators: records.comparators,
  boards: records.boards,
  plugins: [education(), health(), safeguarding(), adoption(), leavingCare(), engagement()],
});
