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
import { REPORTED } from '../src/children/careers.ts';
import { leicestershireChildren, leicestershireRecords } from '../src/children/index.ts';
import { leicestershire } from '../src/council.ts';
import { records, strategyParts } from '../src/strategy/index.ts';

const book = strategyBook({
  ...records,
  indicators: leicestershire.indicators.map(
    ({ id, title, definition, polarity }) =>
      ({ id, title, definition, polarity, unit: 'count' }) satisfies IndicatorDefinition,
  ),
});

describe('Leicestershire as a configuration', () => {
  it('stands, with a policy of access, and leaves nothing of adoption behind [CFG-01] [CFG-03]', () => {
    expect(leicestershire.plugins.map(({ id }) => id)).toEqual([
      'core',
      'education',
      'health',
      'safeguarding',
      'leaving-care',
      'engagement',
    ]);
    expect(() => leicestershire.indicator('adoption-a1')).toThrow('there is no indicator');
    expect(policyOf(leicestershire).rules.size).toBeGreaterThan(20);
  });

  it('knows its districts by the names in use', () => {
    expect(leicestershire.area('NW Leicestershire')).toBe('north-west-leicestershire');
    expect(leicestershire.area('Rutland')).toBeUndefined();
  });

  it('counts 25 days missed, as its report does', () => {
    expect(leicestershire.parameter('days-missed-limit', day('2008-09-30'))).toBe(25);
  });
});

describe('the report as records', () => {
  it('is valid by the schemas, and names nothing that is not there', () => {
    expect(readStrategyRecords(records).problems).toEqual([]);
    expect(unknownReferences(book).map(({ id, message }) => `${id} ${message}`)).toEqual([]);
    expect(
      [...records.objectives!, ...records.actions!].flatMap(
        ({
          indicators = [],
          evidence = [],
        }: {
          readonly indicators?: readonly string[];
          readonly evidence?: readonly { readonly indicator?: string }[];
        }) => [...indicators, ...evidence.flatMap(({ indicator }) => indicator ?? [])],
      ),
    ).toSatisfy((ids: string[]) => ids.every((id) => leicestershire.indicator(id).id === id));
  });

  it('has its 17 objectives and 45 actions; ten actions name no owner', () => {
    expect([records.objectives!.length, records.actions!.length]).toEqual([17, 45]);
    expect(records.actions!.filter(({ owners = [] }) => owners.length === 0)).toHaveLength(10);
    expect(withoutOwner(book, { asAt: day('2008-10-31') }).length).toBeGreaterThan(0);
    expect(objectivesWithoutAction(book).map(({ id }) => id)).toEqual([]);
  });

  it('keeps every printed value, with its band as printed', () => {
    const c19 = records.values!.filter(
      ({ indicator, band }) => indicator === 'paf-c19' && band !== undefined,
    );
    expect(c19.map(({ band }) => band)).toContain('Band 3');
    expect(records.values!.filter(({ provenance }) => provenance?.section === 'App 1')).toHaveLength(120);
  });
});

describe('what the report says of its figures', () => {
  it.each([
    ['gcse-last-year', 'contradicted'],
    ['gcse-5-last-year', 'holds'],
    ['attendance-below-target', 'contradicted'],
    ['attendance-improving', 'holds'],
    ['offending-stable', 'contradicted'],
    ['sen-above-neighbours', 'holds'],
    ['rate-half-of-england', 'holds'],
    ['stability-improving', 'holds'],
  ])('%s: %s [IND-32]', (id, verdict) => {
    const claim = records.claims!.find((one) => one.id === id)!;
    expect(testClaim(book, claim)).toMatchObject({ verdict });
  });

  it('is flagged where its own figures contradict it', () => {
    expect(claimsInDoubt(book).map(({ id }) => id)).toEqual([
      'gcse-last-year',
      'attendance-below-target',
      'offending-stable',
    ]);
  });
});

describe('its synthetic children', () => {
  const parts = [...leicestershireRecords(), ...strategyParts];

  it('are lawful careers and valid records, the same every time', () => {
    expect(leicestershireChildren().history.findings).toEqual([]);
    const problems = parts.flatMap(({ type, records: of }) =>
      of.flatMap((record) => validate(type, record).map(({ message }) => `${type.id}: ${message}`)),
    );
    expect([...new Set(problems)]).toEqual([]);
    expect(leicestershireRecords()).toEqual(leicestershireRecords());
  });

  it('are served by the real server: figures, and the strategy to whoever may read it', async () => {
    const deployment = await demonstrationDeployment(
      { council: leicestershire, records: parts, asAt: REPORTED },
      {},
    );
    try {
      const api = createApi(deployment);
      const answer = await api.request('/indicators/children-in-care/value?period=2008-10-31');
      expect(answer.status).toBe(200);
      expect(JSON.stringify(await answer.json())).toContain('308');
    } finally {
      await deployment.store.close();
    }
  }, 120_000);
});
