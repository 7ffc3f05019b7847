import { financialYear, quarter } from '@cic/core';
import { health, scoreSdq } from '@cic/plugin-health';
import { describe, expect, it } from 'vitest';
import {
  changedTypes,
  emptyLists,
  found,
  misfits,
  silent,
  synthesisedFor,
  valueIn,
} from '../../../test/plugin.ts';
import { Random } from '../../random/random.ts';
import { healthParts } from './index.ts';
import { answersFor } from './questionnaires.ts';

const options = { seed: 4, children: 300, years: [2023, 2026] as const };
const years = [financialYear(2026)];
const last = years.at(-1)!;
const synthesised = synthesisedFor(health(), healthParts, options);

describe('the health of a synthetic council', () => {
  it('has nothing the checks of the plugin find', () => {
    expect(found(synthesised, last)).toEqual([]);
  });

  it('has records of every type of the plugin, which fit their schemas', () => {
    expect(misfits(synthesised)).toEqual([]);
  });

  it('has a value for every indicator but one whose definition held until 2001', () => {
    expect(silent(synthesised, years)).toEqual(['paf-c19-with-immunisations']);
    const value = (id: string) => valueIn(synthesised, id, last);
    expect(value('initial-health-assessment-on-time')).toBeGreaterThan(60);
    expect(value('sdq-average-score')).toBeGreaterThan(11);
    expect(value('dental-check-12-months')).toBeGreaterThan(65);
  });

  it('has lists with something on them', () => {
    expect(emptyLists(synthesised, quarter(2026, 3))).toEqual([]);
  });

  it('changes no record of core', () => {
    expect(changedTypes(healthParts, options)).toEqual([]);
  });
});

it('answers make the score they are asked for', () => {
  const random = Random.of('answers');
  for (let total = 0; total <= 40; total++)
    expect(scoreSdq(answersFor(total, random)).totalDifficulties).toBe(total);
});
