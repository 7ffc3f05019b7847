import { defineCouncil } from '@cic/core';
import { adoption } from '@cic/plugin-adoption';
import { education } from '@cic/plugin-education';
import { engagement } from '@cic/plugin-engagement';
import { health } from '@cic/plugin-health';
import { leavingCare } from '@cic/plugin-leaving-care';
import { safeguarding } from '@cic/plugin-safeguarding';
import { records } from './strategy/index.ts';

/** Derby in 2012, with every plugin its strategy touches. */
export const derby = defineCouncil({
  id: 'derby',
  name: 'Derby City Council',
  code: 'E06000015',
  plugins: [education(), health(), safeguarding(), adoption(), leavingCare(), engagement()],
  // The strategy names no locality: in the city or out of it is all it tells.
  districts: [{ id: 'derby', name: 'Derby', aliases: ['Derby City', 'in the city'] }],
  // As its table has them; the last is printed as 15 to 18, though care ends at 18.
  ageBands: [0, 1, 5, 10, 15],
  parameters: [{ id: 'adoption-placement-months', value: 12 }],
  // The strategy prints every count, however small, and states no rule: the toolkit's is kept for what leaves from here.
  disclosure: { suppress: { from: 1, to: 5 }, symbol: 'c', secondary: true },
  strategies: [...(records.strategies ?? [])],
  boards: [...(records.boards ?? [])],
  targets: [...(records.targets ?? [])],
  comparators: [...(records.comparators ?? [])],
});
