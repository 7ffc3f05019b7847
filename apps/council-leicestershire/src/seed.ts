import type { Seed } from '@cic/seeds';
import { leicestershireChildren } from './children/index.ts';
import { leicestershire } from './council.ts';
import { appendix } from './tables/appendix.ts';
import { textTables } from './tables/text.ts';

/** Leicestershire’s report of 2008 and children fitted to it, for `pnpm seeds:check`. */
export const seed: Seed = {
  id: 'leicestershire',
  council: leicestershire,
  documents: [
    {
      id: 'leicestershire-2008',
      title: 'Corporate parenting: improving outcomes for children in care (October 2008)',
      tables: [appendix, ...textTables],
    },
  ],
  expected: new URL('../expected.json', import.meta.url),
  children: async () => leicestershireChildren(),
};
