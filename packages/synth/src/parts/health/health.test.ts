import { financialYear, quarter } from '@cic/core';
import { health, scoreSdq } from '@cic/plugin-health';
import { expect, it } from 'vitest';
import { makesUpFor, valueIn } from '../../../test/plugin.ts';
import { Random } from '../../random/random.ts';
import { healthParts } from './index.ts';
import { answersFor } from './questionnaires.ts';

const synthesised = makesUpFor(
  health(),
  healthParts,
  { seed: 4, children: 300, years: [2023, 2026] },
  {
    years: [financialYear(2026)],
    // Its definition held until 2001.
    silent: ['paf-c19-with-immunisations'],
    // Later in the year every questionnaire has come back.
    listed: quarter(2026, 3),
  },
);

it('is credible', () => {
  const value = (id: string) => valueIn(synthesised, id, financialYear(2026));
  expect(value('initial-health-assessment-on-time')).toBeGreaterThan(60);
  expect(value('sdq-average-score')).toBeGreaterThan(11);
  expect(value('dental-check-12-months')).toBeGreaterThan(65);
});

it('answers make the score they are asked for', () => {
  const random = Random.of('answers');
  for (let total = 0; total <= 40; total++)
    expect(scoreSdq(answersFor(total, random)).totalDifficulties).toBe(total);
});
