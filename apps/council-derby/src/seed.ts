import type { Seed } from '@cic/seeds';
import { derbyChildren } from './children/index.ts';
import { derby } from './council.ts';
import { tables } from './tables/tables.ts';

/** Derby’s strategy of 2012 and children fitted to it, for `pnpm seeds:check`. */
export const seed: Seed = {
  id: 'derby',
  council: derby,
  documents: [
    {
      id: 'derby-2012',
      title: 'Looked After and Adopted Children and Young People Strategy 2012 - 2015',
      tables,
    },
  ],
  expected: new URL('../expected.json', import.meta.url),
  children: async () => derbyChildren(),
};
