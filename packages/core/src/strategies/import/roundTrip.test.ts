import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day, formatIsoDate } from '../../dates/day.ts';
import { codeSets } from '../../generated/codeSets.ts';
import type { Action } from '../../generated/types.ts';
import type { StrategyRecords } from '../records.ts';
import { applyImport, previewImport } from './importPlan.ts';
import { exportPlan } from './printed.ts';

const base: StrategyRecords = {
  strategies: [{ id: 's', title: 'Plan', councils: ['c'], start: '2019-04-01' }],
  priorities: ['p1', 'p2'].map((id) => ({ id, strategy: 's', name: `Priority ${id}` })),
  objectives: ['o1', 'o2', 'o3'].map((id) => ({
    id,
    strategy: 's',
    priority: 'p1',
    text: `Objective ${id}.`,
  })),
  posts: ['Virtual school head', 'Designated nurse'].map((role) => ({
    id: role.toLowerCase().replaceAll(' ', '-'),
    role,
  })),
  boards: [{ id: 'board', name: 'Board', councils: ['c'] }],
};
const options = { strategy: 's', asAt: day('2019-06-01') };

const words = fc.stringMatching(/^[A-Z][a-z]{1,8}( [a-z=+"',;/-]{1,9}){0,4}\.$/);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const isoDay = fc.integer({ min: day('2015-01-01'), max: day('2025-01-01') }).map(formatIsoDate);
const codes = <T extends string>(set: { readonly values: readonly T[] }) =>
  maybe(fc.constantFrom(...set.values));

const anAction: fc.Arbitrary<Omit<Action, 'id' | 'strategy'>> = fc
  .record({
    text: words,
    priority: maybe(fc.constantFrom('p1', 'p2')),
    objectives: maybe(fc.uniqueArray(fc.constantFrom('o1', 'o2', 'o3'), { minLength: 1 })),
    number: maybe(fc.constantFrom('1', '2', '3.')),
    owners: maybe(
      fc
        .uniqueArray(fc.constantFrom('Virtual school head', 'Designated nurse', 'Board'), { minLength: 1 })
        .map((roles) => roles.map((role) => ({ role }))),
    ),
    due: maybe(isoDay),
    impact: maybe(words),
    status: codes(codeSets.ACTION_STATUS),
    rag: codes(codeSets.RAG),
    board: maybe(fc.constant('board')),
  })
  .map(({ due, ...rest }) => {
    const action = { ...rest, ...(due === undefined ? {} : { timescale: { due } }) };
    return Object.fromEntries(Object.entries(action).filter(([, value]) => value !== undefined)) as never;
  });

const plans = fc.array(anAction, { minLength: 1, maxLength: 12 }).map(
  (actions): StrategyRecords => ({
    ...base,
    actions: actions.map((action, i) => ({ id: `a${i}`, strategy: 's', ...action })),
  }),
);

describe('an action plan sent out and taken in again', () => {
  it('is the plan it was', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const preview = previewImport(base, exportPlan(plan, 's'), options);
        expect(preview.rejected).toEqual([]);
        const placed = (plan.actions ?? []).map((action) => ({
          ...action,
          ...(action.objectives && !action.priority ? { priority: 'p1' } : {}),
        }));
        expect(applyImport(base, preview).actions).toEqual(placed);
      }),
    );
  });

  it('changes nothing in the plan it came from, whatever else the records hold', () => {
    fc.assert(
      fc.property(
        plans,
        fc.array(fc.constantFrom('Ongoing', 'Q3 2012', 'When it is ready'), { minLength: 12, maxLength: 12 }),
        (plan, printed) => {
          const rich: StrategyRecords = {
            ...plan,
            actions: (plan.actions ?? []).map((action, i) => ({
              ...action,
              timescale: { ...action.timescale, printedAs: printed[i]! },
              owners: (action.owners ?? [{ role: 'Whoever, and / or nobody' }]).map((owner) => ({
                ...owner,
                printedAs: 'As printed',
              })),
              evidence: [{ text: 'Shown.' }],
            })),
          };
          const preview = previewImport(rich, exportPlan(rich, 's'), options);
          expect(preview).toMatchObject({
            added: [],
            changed: [],
            objectivesAdded: [],
            notInFile: [],
            rejected: [],
          });
          expect(applyImport(rich, preview)).toEqual(rich);
        },
      ),
    );
  });
});
