import { type SchemaType, validate } from '@cic/core';
import * as types from '@cic/core/records';
import { describe, expect, it } from 'vitest';
import { council } from '../src/council.ts';
import { records } from '../src/records.ts';

const TYPES: Readonly<Record<keyof typeof records, SchemaType>> = {
  strategies: types.strategy,
  boards: types.board,
  priorities: types.priority,
  objectives: types.objective,
  actions: types.action,
  targets: types.target,
  comparators: types.comparatorValue,
  indicatorValues: types.indicatorValue,
};

describe("Derbyshire's strategies as records", () => {
  it.each(Object.entries(TYPES))('have %s that fit their schema', (kind, type) => {
    const own = records[kind as keyof typeof records];
    expect(own.length).toBeGreaterThan(0);
    expect(own.flatMap((record) => validate(type, record))).toEqual([]);
  });

  it('name priorities and strategies that exist', () => {
    const strategies = new Set(records.strategies.map(({ id }) => id));
    const priorities = new Set(records.priorities.map(({ id, strategy }) => `${strategy} ${id}`));
    for (const { id, strategy, priority } of [...records.actions, ...records.objectives]) {
      expect(strategies, id).toContain(strategy);
      expect(priorities, id).toContain(`${strategy} ${priority}`);
    }
  });

  it("speak of areas in the council's register, and of the county", () => {
    const areas = new Set(['derbyshire', ...council.districts.map(({ id }) => id)]);
    for (const { area } of [...records.targets, ...records.indicatorValues]) expect(areas).toContain(area);
  });
});
