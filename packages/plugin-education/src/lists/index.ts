import type { ListDefinition } from '@cic/core';
import { attendanceLists } from './attendance.ts';
import { moneyLists } from './money.ts';
import { moveLists } from './moves.ts';
import { panelLists } from './panels.ts';
import { planLists } from './plans.ts';
import { progressLists } from './progress.ts';
import { rollLists } from './roll.ts';
import { schoolLists } from './schools.ts';
import { tracker } from './tracker.ts';

/** Every list of the virtual school. */
export const lists: readonly ListDefinition[] = [
  tracker,
  ...rollLists,
  ...planLists,
  ...attendanceLists,
  ...moveLists,
  ...progressLists,
  ...schoolLists,
  ...panelLists,
  ...moneyLists,
];
