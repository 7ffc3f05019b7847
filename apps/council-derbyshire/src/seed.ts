import { financialYear } from '@cic/core';
import type { Seed } from '@cic/seeds';
import { council } from './council.ts';
import { strategy } from './strategy.ts';
import { sufficiency } from './sufficiency.ts';
import { synthetic } from './synthetic.ts';

/** Derbyshire's documents and the children they are compared with. */
export const seed: Seed = {
  id: 'derbyshire',
  council,
  documents: [sufficiency, strategy],
  expected: new URL('../expected.json', import.meta.url),
  async children() {
    const { history } = await synthetic();
    return { history, asAt: financialYear(2019).end };
  },
};
