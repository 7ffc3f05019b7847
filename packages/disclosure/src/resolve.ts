import type { Model, Relation } from './model.ts';
import type { CompletePolicy } from './policy.ts';
import type { Problem } from './publication.ts';
import { loadSolver, program } from './solve/highs.ts';
import { type Intervals, intervals } from './solve/intervals.ts';
import { type Propagated, propagate } from './solve/propagate.ts';
import { activity, type Row, type System } from './solve/system.ts';

/** What a reader can reason with: bounds on every count and the printed relations that can all be true at once. */
export interface Reading {
  readonly system: System;
  /** The model's relation behind each row of the system. */
  readonly relationOf: readonly number[];
  readonly problems: readonly Problem[];
}

export const rowOf = (relation: Relation): Row => ({
  variables: relation.terms.map((term) => term.unknown),
  coefficients: relation.terms.map((term) => term.times),
  low: relation.low,
  high: relation.high,
});

/** Bounds on every count: the printed value, or what its mark says; at least 1 for a reader who knows zeros are shown. */
export function bounds(
  model: Model,
  policy: CompletePolicy,
  knowsRule: boolean,
): { low: number[]; high: number[] } {
  const floor = knowsRule && policy.zeros === 'shown' ? 1 : 0;
  const hidden = (i: number): boolean => model.unknowns[i]!.cells.some((cell) => cell.shown !== undefined);
  return {
    low: model.unknowns.map((u, i) => u.n ?? Math.max(u.low, hidden(i) ? floor : 0)),
    high: model.unknowns.map((u) => u.n ?? u.high),
  };
}

/**
 * Sets aside what cannot be true together, saying what and by how much, until the rest has a solution:
 * first relations whose printed numbers do not add up, then marks their own table contradicts, then figures that agree
 * with no whole number, and last the fewest relations whose removal lets the others stand.
 */
export async function reading(
  model: Model,
  policy: CompletePolicy,
  wanted: readonly number[],
  knowsRule = false,
): Promise<Reading & { readonly answers: Intervals; readonly propagated: Propagated }> {
  const problems: Problem[] = [];
  const { low, high } = bounds(model, policy, knowsRule);
  const dropped = new Set<number>();
  const drop = (index: number): void => {
    const { figure } = model.relations[index]!;
    dropped.add(index);
    if (figure !== undefined)
      model.relations.forEach((relation, i) => {
        if (relation.figure === figure) dropped.add(i);
      });
  };
  const rows = model.relations.map(rowOf);
  const known = model.unknowns.map((u) => u.n ?? Number.NaN);
  rows.forEach((row, r) => {
    if (dropped.has(r) || row.variables.some((v) => Number.isNaN(known[v]!))) return;
    const sum = activity(row, known);
    if (sum < row.low || sum > row.high) {
      problems.push(doesNotAddUp(model, r, low, high));
      drop(r);
    }
  });

  for (;;) {
    const relationOf = rows.map((_, r) => r).filter((r) => !dropped.has(r));
    const system: System = { low: [...low], high: [...high], rows: relationOf.map((r) => rows[r]!) };
    const propagated = propagate(system);
    if (propagated.conflict !== undefined) {
      settle(relationOf[propagated.conflict]!, propagated, relationOf);
      continue;
    }
    const answers = await intervals(system, wanted);
    if (answers.feasible) return { system, relationOf, problems, answers, propagated };
    for (const r of await fewestToDrop(system, answers.conflict ?? [])) {
      problems.push({
        code: 'conflict',
        message: `${model.relations[relationOf[r]!]!.name}: agrees with nothing else printed; set aside.`,
      });
      drop(relationOf[r]!);
    }
  }

  function settle(index: number, propagated: Propagated, relationOf: readonly number[]): void {
    const row = rows[index]!;
    if (fits(row, low, high)) {
      const blamed = weakest(model, [index, ...propagated.steps.map((step) => relationOf[step.row]!)], index);
      problems.push({
        code: 'conflict',
        message: `${model.relations[blamed]!.name}: does not agree with what else is printed; set aside.`,
      });
      drop(blamed);
      return;
    }
    const marked = row.variables.filter((v) => {
      const u = model.unknowns[v]!;
      return u.n === undefined && (u.low > 0 || u.high < Number.POSITIVE_INFINITY || low[v]! > 0);
    });
    const looseLow = low.map((value, v) => (marked.includes(v) ? 0 : value));
    const looseHigh = high.map((value, v) => (marked.includes(v) ? Number.POSITIVE_INFINITY : value));
    if (marked.length > 0 && fits(row, looseLow, looseHigh)) {
      for (const v of marked) {
        const said = high[v] === Number.POSITIVE_INFINITY ? `at least ${low[v]}` : `${low[v]} to ${high[v]}`;
        problems.push({
          code: 'mark-contradicted',
          message: `${model.unknowns[v]!.name}: its mark says ${said}, but ${model.relations[index]!.name} does not allow that; the mark is not believed.`,
        });
        low[v] = 0;
        high[v] = Number.POSITIVE_INFINITY;
      }
      return;
    }
    problems.push(doesNotAddUp(model, index, low, high));
    drop(index);
  }
}

const fits = (row: Row, low: readonly number[], high: readonly number[]): boolean => {
  const [least, most] = span(row, low, high);
  return least <= row.high && most >= row.low;
};

function span(row: Row, low: readonly number[], high: readonly number[]): [number, number] {
  let [least, most] = [0, 0];
  row.variables.forEach((v, i) => {
    const c = row.coefficients[i]!;
    least += c > 0 ? c * low[v]! : c * high[v]!;
    most += c > 0 ? c * high[v]! : c * low[v]!;
  });
  return [least, most];
}

/** Prose gives way before figures, figures before sums. */
function weakest(model: Model, indexes: readonly number[], fallback: number): number {
  const last = (kind: Relation['kind']): number | undefined =>
    indexes.toReversed().find((i) => model.relations[i]!.kind === kind);
  return last('statement') ?? last('figure') ?? fallback;
}

function doesNotAddUp(model: Model, index: number, low: readonly number[], high: readonly number[]): Problem {
  const relation = model.relations[index]!;
  const [least, most] = span(rowOf(relation), low, high);
  const by = least > relation.high ? least - relation.high : most - relation.low;
  if (relation.kind === 'figure' || relation.kind === 'statement')
    return {
      code: 'impossible-figure',
      message: `${relation.name}: no whole number of the counts printed beside it gives it; set aside.`,
    };
  const total = relation.terms.find((term) => term.times === -1);
  const n = total && model.unknowns[total.unknown]!.n;
  const parts =
    n === undefined
      ? ''
      : ` (${n} printed, the parts make ${n + by}${least === most ? '' : by > 0 ? ' or more' : ' or less'})`;
  return {
    code: 'does-not-add-up',
    message: `${relation.name}: off by ${by > 0 ? '+' : ''}${by}${parts}; not relied on.`,
    by,
  };
}

/** Rows to drop so that whole numbers satisfy the others, of the smallest total violation. */
async function fewestToDrop(system: System, conflict: readonly number[]): Promise<number[]> {
  const involved = new Set(conflict);
  const chosen = system.rows
    .map((_, r) => r)
    .filter((r) => system.rows[r]!.variables.some((v) => involved.has(v)));
  const n = system.low.length;
  const infinity = Number.POSITIVE_INFINITY;
  const rows = chosen.map((r, i) => {
    const row = system.rows[r]!;
    return {
      ...row,
      variables: [...row.variables, n + 2 * i, n + 2 * i + 1],
      coefficients: [...row.coefficients, 1, -1],
    };
  });
  const slack = chosen.flatMap(() => [0, 0]);
  const elastic: System = {
    low: [...system.low, ...slack],
    high: [...system.high, ...slack.map(() => infinity)],
    rows,
  };
  const solver = program(await loadSolver(), elastic, { whole: true, nodes: 2000 });
  try {
    const cost = (r: number): number => 1 / Math.max(...system.rows[r]!.coefficients.map(Math.abs));
    const objective = new Map(
      chosen.flatMap((r, i): [number, number][] => [
        [n + 2 * i, cost(r)],
        [n + 2 * i + 1, cost(r)],
      ]),
    );
    const { point } = solver.optimise('min', objective);
    const broken = chosen.filter((_, i) => (point[n + 2 * i] ?? 0) + (point[n + 2 * i + 1] ?? 0) > 0.5);
    return broken.length > 0 ? broken : chosen.slice(-1);
  } finally {
    solver.dispose();
  }
}
