import { defineCouncil } from '@cic/core';
import { adoption } from '@cic/plugin-adoption';
import { education } from '@cic/plugin-education';
import { engagement } from '@cic/plugin-engagement';
import { health } from '@cic/plugin-health';
import { leavingCare } from '@cic/plugin-leaving-care';
import { safeguarding } from '@cic/plugin-safeguarding';
import { records } from './records.ts';

/** Derbyshire County Council in the years of its two strategies. */
export const council = defineCouncil({
  id: 'derbyshire',
  name: 'Derbyshire County Council',
  code: 'E10000007',
  // Districts, and teams that hold children of their own, with every name the documents use for them.
  districts: [
    {
      id: 'disabled-team',
      name: 'Disabled Children',
      kind: 'team',
      aliases: ['Disabled', "Disabled Children's Team", 'Disability'],
    },
    { id: 'high-peak', name: 'High Peak & North Dales', aliases: ['High Peak & N Dales', 'High Peak'] },
    { id: 'chesterfield', name: 'Chesterfield' },
    {
      id: 'north-east-bolsover',
      name: 'North East & Bolsover',
      aliases: ['NE Derbyshire & Bolsover', 'NE & Bolsover', 'NED and Bolsover'],
    },
    { id: 'amber-valley', name: 'Amber Valley' },
    { id: 'erewash', name: 'Erewash' },
    { id: 'south-derbyshire', name: 'South Derbyshire', aliases: ['S Derbyshire & S Dales'] },
    { id: 'asylum-team', name: 'UASC', kind: 'team', aliases: ['Asylum Seeker Children'] },
    {
      id: 'prevention-team',
      name: 'Prevent Family Breakdown',
      kind: 'team',
      aliases: ['Preventing Family Breakdown Team'],
    },
  ],
  ageBands: [0, 1, 5, 10, 16],
  // The sufficiency strategy hides one to ten; the strategy of 2019 says fewer than five, and its '*' stands for six.
  disclosure: { suppress: { from: 1, to: 10 }, symbol: 'x', secondary: true },
  populations: [{ area: 'derbyshire', year: 2015, children: 153_377 }],
  strategies: records.strategies,
  targets: records.targets,
  comparators: records.comparators,
  boards: records.boards,
  plugins: [education(), health(), safeguarding(), adoption(), leavingCare(), engagement()],
});
