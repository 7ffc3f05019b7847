import type { SeedDocument } from '@cic/seeds';
import { strategyTables } from './printed.ts';
import { strategyText } from './text.ts';

const PLACEMENTS = [
  'own-foster',
  'agency-foster',
  'adoption',
  'own-residential',
  'agency-residential',
  'parents',
  'independent',
];

/** Figures of the strategy for children in care and care leavers 2019 to 2021. */
export const strategy: SeedDocument = {
  id: 'strategy-2019',
  title: 'Strategy for children in care and care leavers 2019 to 2021',
  tables: [
    {
      table: strategyTables.get('cic-by-placement')!,
      made: {
        of: { indicator: 'children-in-care', period: '2019' },
        rows: [
          {},
          ...PLACEMENTS.map((mix) => ({ where: { 'placement-mix': mix } })),
          { where: { 'placement-mix': ['secure', 'other'] } },
        ],
        columns: [{}],
      },
    },
    strategyText,
  ],
};
