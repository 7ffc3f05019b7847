import {
  computeIndicators,
  contextFor,
  defineCouncil,
  financialYear,
  insideOf,
  listRows,
  quarter,
  runChecks,
  toOutside,
  validate,
} from '@cic/core';
import { health, scoreSdq } from '@cic/plugin-health';
import { describe, expect, it } from 'vitest';
import { councilConfig } from '../../council/records.ts';
import { synthesise } from '../../council/synthesise.ts';
import { Random } from '../../random/random.ts';
import { coreParts } from '../index.ts';
import { healthParts } from './index.ts';
import { answersFor } from './questionnaires.ts';

const made = synthesise({
  seed: 4,
  children: 300,
  years: [2023, 2026],
  parts: [...coreParts, ...healthParts],
});
const { history } = made;
const council = defineCouncil({ ...councilConfig(made), plugins: [health()] });
const plugin = health();
const year = financialYear(2026);

describe('the health of a synthetic council', () => {
  it('has nothing the checks of the plugin find', () => {
    expect(runChecks(plugin.checks!, { history, council, asAt: year.end })).toEqual([]);
  });

  it('has a value for every indicator', () => {
    const own = council.indicators.filter(
      ({ id }) => !defineCouncil({ id: 'x', name: 'X' }).indicators.some((core) => core.id === id),
    );
    const results = computeIndicators({
      council,
      historyFor: () => history,
      indicators: own,
      periods: [year],
    });
    expect(results.filter(({ value }) => value === null).map(({ indicator }) => indicator.id)).toEqual([]);
    const value = (id: string) => results.find(({ indicator }) => indicator.id === id)!.value!;
    expect(value('initial-health-assessment-on-time')).toBeGreaterThan(60);
    expect(value('sdq-average-score')).toBeGreaterThan(11);
    expect(value('dental-check-12-months')).toBeGreaterThan(65);
  });

  it('has records that fit their schemas', () => {
    for (const input of made.records) {
      const { type } = input;
      if (!plugin.records!.some(({ id }) => id === type.id)) continue;
      const records = insideOf(input).map((record) => toOutside(type, record));
      expect(records.length, type.id).toBeGreaterThan(0);
      for (const record of records) expect(validate(type, record)).toEqual([]);
    }
    for (const { id } of plugin.records!)
      expect(
        made.records.some(({ type }) => type.id === id),
        id,
      ).toBe(true);
  });

  it('fills every list', () => {
    for (const list of plugin.lists!)
      expect(
        listRows(
          list,
          contextFor(council, () => history, quarter(2026, 3)),
        ).length,
        list.id,
      ).toBeGreaterThan(0);
  });

  it('leaves the records of core as they are without it', () => {
    const options = { seed: 4, children: 40, years: [2025, 2026] } as const;
    const plain = synthesise(options);
    const healthy = synthesise({ ...options, parts: [...coreParts, ...healthParts] });
    const ofCore = new Set(plain.records.map(({ type }) => type.id));
    const text = ({ records }: typeof plain) =>
      JSON.stringify(records.filter(({ type }) => ofCore.has(type.id)).map(insideOf));
    expect(text(healthy)).toBe(text(plain));
  });
});

it('answers make the score they are asked for', () => {
  const random = Random.of('answers');
  for (let total = 0; total <= 40; total++)
    expect(scoreSdq(answersFor(total, random)).totalDifficulties).toBe(total);
});
