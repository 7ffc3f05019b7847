import { financialYear } from '@cic/core';
import { CONSULTATION_2018, engagement } from '@cic/plugin-engagement';
import { expect, it } from 'vitest';
import { found, makesUpFor, synthesisedFor } from '../../../test/plugin.ts';
import { engagementParts } from './index.ts';

const plugin = engagement();
const options = { seed: 4, children: 300, years: [2022, 2026] as const };

makesUpFor(plugin, engagementParts, options, {
  years: [2023, 2024, 2025, 2026].map(financialYear),
  // Questions that the survey made up does not ask.
  silent: CONSULTATION_2018.filter(({ id }) => !['settled', 'safe', 'mental-health'].includes(id)).map(
    ({ id }) => `survey-${id}`,
  ),
  // Nobody is asked too often.
  emptyLists: ['children-asked-often'],
  addsTo: ['meeting', 'view'],
});

it.each([5, 6])('the checks find nothing with seed %i either', (seed) => {
  expect(found(synthesisedFor(plugin, engagementParts, { ...options, seed }), financialYear(2026))).toEqual(
    [],
  );
});
