import { computeIndicators, financialYear } from '@cic/core';
import { aChild, aCouncil, aHistory, type ChildStory } from '@cic/core/testing';
import { expect, it } from 'vitest';
import { healthCheck } from '../src/generated/records.ts';
import { health } from '../src/index.ts';

const NAMES = ['leicester', 'leicestershire', 'rutland'] as const;

it('one plugin serves a joint group of councils: each its own figures and limits, and all together [CFG-06]', () => {
  const shared = health();
  const board = {
    id: 'health-of-children-in-care',
    name: 'Health of looked after children strategy group',
    kind: 'group' as const,
    councils: [...NAMES],
  };
  const councils = NAMES.map((id, i) =>
    aCouncil({
      id,
      name: id,
      plugins: [shared],
      boards: [board],
      parameters: [{ id: 'dental-check-months', value: 6 + i * 3 }],
    }),
  );
  const children = NAMES.map((area, i): ChildStory[] =>
    Array.from({ length: i + 2 }, (_, n) => {
      const child = aChild({ id: `${area}-${n}`, district: area }).startedOn('2024-01-08');
      return n === 0
        ? child.with(healthCheck, { kind: 'dental', held: '2025-09-01', status: 'completed' })
        : child.with(healthCheck, { kind: 'dental', held: '2025-09-01', status: 'refused' });
    }),
  );
  const dental = (council: (typeof councils)[number], told: ChildStory[], by: string[][] = []) =>
    computeIndicators({
      council,
      historyFor: () => aHistory(...told),
      indicators: [council.indicator('dental-check-12-months')],
      periods: [financialYear(2026)],
      by,
    })[0]!;
  expect(councils.map((council, i) => dental(council, children[i]!).numerator)).toEqual([1, 1, 1]);
  expect(councils.map((council) => council.parameter('dental-check-months', 20_000))).toEqual([6, 9, 12]);
  const joint = aCouncil({
    id: 'joint-health',
    name: 'Joint health group',
    plugins: [shared],
    boards: [board],
    districts: NAMES.map((id) => ({ id, name: id })),
  });
  const together = dental(joint, children.flat(), [['district']]);
  expect([together.numerator, together.denominator]).toEqual([3, 9]);
  expect(
    together.breakdowns.get('district')!.map(({ numerator, denominator }) => [numerator, denominator]),
  ).toEqual([
    [1, 2],
    [1, 3],
    [1, 4],
  ]);
});
