import { policyOf } from '@cic/access';
import { createApi } from '@cic/api';
import { demonstrationDeployment } from '@cic/api/demonstration';
import { day, validate } from '@cic/core';
import type { IndicatorDefinition } from '@cic/core/records';
import {
  claimsInDoubt,
  objectivesWithoutAction,
  readStrategyRecords,
  strategyBook,
  testClaim,
  unknownReferences,
  withoutOwner,
} from '@cic/core/strategies';
import { describe, expect, it } from 'vitest';
import { JUNE_2012 } from '../src/children/careers.ts';
import { derbyChildren, derbyRecords } from '../src/children/index.ts';
import { derby } from '../src/council.ts';
import { records, strategyParts } from '../src/strategy/index.ts';

const book = strategyBook({
  ...records,
  indicators: derby.indicators.map(
    ({ id, title, definition, polarity }) =>
      ({ id, title, definition, polarity, unit: 'count' }) satisfies IndicatorDefinition,
  ),
});

describe('Derby as a configuration', () => {
  it('stands, with a policy of access and the plugins its strategy touches [CFG-01] [CFG-02]', () => {
    expect(derby.plugins.map(({ id }) => id)).toEqual([
      'core',
      'education',
      'health',
      'safeguarding',
      'adoption',
      'leaving-care',
      'engagement',
    ]);
    expect(policyOf(derby).rules.size).toBeGreaterThan(20);
  });

  it('has the age bands of its table, and places for adoption within twelve months', () => {
    expect(derby.ageBands.categories.map(({ id }) => id)).toEqual(['0-0', '1-4', '5-9', '10-14', '15+']);
    expect(derby.parameter('adoption-placement-months', day('2012-03-31'))).toBe(12);
  });
});

describe('the strategy as records', () => {
  it('is valid by the schemas, and names nothing that is not there', () => {
    expect(readStrategyRecords(records).problems).toEqual([]);
    expect(unknownReferences(book).map(({ id, message }) => `${id} ${message}`)).toEqual([]);
    const ids = [
      ...records.objectives!.flatMap(({ indicators = [] }) => indicators),
      ...records.values!.map(({ indicator }) => indicator),
      ...records.claims!.map(({ indicator }) => indicator),
    ];
    for (const id of ids) expect(derby.indicator(id).id).toBe(id);
  });

  it('has its 57 objectives, five of them in the annex only, and 70 actions [STR-04] [STR-05]', () => {
    expect([records.objectives!.length, records.actions!.length]).toEqual([57, 70]);
    expect(records.objectives!.filter(({ origin }) => origin === 'annex')).toHaveLength(5);
    expect(records.objectives!.find(({ id }) => id === '6.1.4b')!.annexText).toBeDefined();
  });

  it('has one action without an owner, and 62 without a timescale', () => {
    expect(withoutOwner(book, { asAt: JUNE_2012 }).map(({ id }) => id)).toEqual(['plan-6.4-r01']);
    expect(records.actions!.filter(({ timescale }) => timescale === undefined)).toHaveLength(62);
  });

  it('leaves objective 7.3.4c without an action; others have theirs under another objective [STR-06] [STR-07]', () => {
    expect(objectivesWithoutAction(book).map(({ id }) => id)).toEqual(['7.3.4c']);
  });

  it('names one post for the spellings of the plan, and keeps what is printed [STR-12]', () => {
    const owners = records.actions!.flatMap(({ owners: all = [] }) => all);
    const spelt = owners.filter(({ role }) => role === 'Head of youth offending service');
    expect(new Set(spelt.map(({ printedAs }) => printedAs))).toEqual(
      new Set(['Hos YOS', 'HosYOS', 'HoS YOS']),
    );
  });
});

describe('what the strategy says of its figures', () => {
  it.each([
    ['sdq-38', 'contradicted'],
    ['eet-below-neighbours', 'contradicted'],
    ['gcse-improving', 'contradicted'],
    ['stability-improving', 'contradicted'],
    ['long-stability-improving', 'contradicted'],
    ['attendance-above-all', 'holds'],
    ['gcse-above-england', 'holds'],
    ['offending-above', 'holds'],
  ])('%s: %s [IND-32]', (id, verdict) => {
    const claim = records.claims!.find((one) => one.id === id)!;
    expect(testClaim(book, claim)).toMatchObject({ verdict });
  });

  it('is flagged where its own figures contradict it', () => {
    expect(claimsInDoubt(book).map(({ id }) => id)).toEqual([
      'sdq-38',
      'eet-below-neighbours',
      'gcse-improving',
      'stability-improving',
      'long-stability-improving',
    ]);
  });
});

describe('its synthetic children', () => {
  const parts = [...derbyRecords(), ...strategyParts];

  it('are lawful careers and valid records, the same every time', () => {
    expect(derbyChildren().history.findings).toEqual([]);
    const problems = parts.flatMap(({ type, records: of }) =>
      of.flatMap((record) => validate(type, record).map(({ message }) => `${type.id}: ${message}`)),
    );
    expect([...new Set(problems)]).toEqual([]);
    expect(derbyRecords()).toEqual(derbyRecords());
  });

  it('are served by the real server: figures, and the strategy to whoever may read it', async () => {
    const deployment = await demonstrationDeployment({ council: derby, records: parts, asAt: JUNE_2012 }, {});
    try {
      const api = createApi(deployment);
      const answer = await api.request('/indicators/children-in-care/value?period=2012-06-30');
      expect(answer.status).toBe(200);
      expect(JSON.stringify(await answer.json())).toContain('476');
    } finally {
      await deployment.store.close();
    }
  }, 120_000);
});
