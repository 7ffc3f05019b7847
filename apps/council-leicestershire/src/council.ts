import { defineCouncil } from '@cic/core';
import { education } from '@cic/plugin-education';
import { engagement } from '@cic/plugin-engagement';
import { health } from '@cic/plugin-health';
import { leavingCare } from '@cic/plugin-leaving-care';
import { safeguarding } from '@cic/plugin-safeguarding';
import { records } from './strategy/index.ts';

/** Leicestershire in 2008: no adoption plugin, since the report has nothing on adoption. */
export const leicestershire = defineCouncil({
  id: 'leicestershire',
  name: 'Leicestershire County Council',
  code: 'E10000018',
  plugins: [education(), health(), safeguarding(), leavingCare(), engagement()],
  // The report names no district; these are the seven of the county, known by the names in use.
  districts: [
    { id: 'blaby', name: 'Blaby' },
    { id: 'charnwood', name: 'Charnwood' },
    { id: 'harborough', name: 'Harborough' },
    { id: 'hinckley-and-bosworth', name: 'Hinckley & Bosworth' },
    { id: 'melton', name: 'Melton' },
    { id: 'north-west-leicestershire', name: 'North West Leicestershire', aliases: ['NW Leicestershire'] },
    { id: 'oadby-and-wigston', name: 'Oadby & Wigston' },
  ],
  // The report speaks of ages 9 to 11, 10 to 17, 13 to 16, 16 and over.
  ageBands: [0, 5, 10, 13, 16],
  parameters: [{ id: 'days-missed-limit', value: 25 }],
  // The report prints every count, however small, and states no rule: the toolkit's is kept for what leaves from here.
  disclosure: { suppress: { from: 1, to: 5 }, symbol: 'c', secondary: true },
  strategies: [...(records.strategies ?? [])],
  boards: [...(records.boards ?? [])],
  targets: [...(records.targets ?? [])],
  comparators: [...(records.comparators ?? [])],
});
