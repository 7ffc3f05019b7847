import { type AuditReport, audit } from '../audit.ts';
import { figureKinds } from '../figures.ts';
import { modelOf } from '../model.ts';
import { completePolicy, type Policy } from '../policy.ts';
import { type Cell, type Publication, placeKey } from '../publication.ts';
import { loadSolver, program } from '../solve/highs.ts';
import { components, type System } from '../solve/system.ts';

/** A publication changed by a method other than hiding, with what a reader can still work out. */
export interface Treated {
  readonly publication: Publication;
  readonly report: AuditReport;
}

/**
 * Controlled rounding: every count becomes a neighbouring multiple of the base, as near as can be, such that the rounded
 * numbers still add up to the rounded totals. A count that is a multiple already stays. Where no such rounding exists
 * (three dimensions and more) counts may move one multiple further. Figures on rounded counts are not printed.
 *
 * The reader is told the base, so a printed 10 to base 5 stands for 6 to 14.
 */
export async function roundCounts(
  publication: Publication,
  base: 5 | 10,
  policy: Policy = publication.policy ?? {},
): Promise<Treated> {
  const complete = completePolicy(policy);
  const model = modelOf(publication, complete);
  const counts = model.unknowns.map((unknown) => unknown.n);
  const missing = counts.indexOf(undefined);
  if (missing >= 0) throw new Error(`${model.unknowns[missing]!.name} has no count to round.`);
  const quotient = counts.map((n) => Math.floor(n! / base));
  const rest = counts.map((n) => n! % base);
  const sums = model.relations
    .filter((relation) => relation.kind === 'total' || relation.kind === 'relation')
    .map(({ terms }) => ({ variables: terms.map((t) => t.unknown), coefficients: terms.map((t) => t.times) }))
    .filter(
      ({ variables, coefficients }) =>
        variables.reduce((sum, v, i) => sum + coefficients[i]! * counts[v]!, 0) === 0,
    );
  const near = await solve(1);
  const values = near ?? (await solve(2));
  const reach = near ? 1 : 2;
  if (!values) throw new Error(`No rounding to base ${base} keeps the totals.`);

  const tables = publication.tables.map((table) => ({
    ...table,
    cells: table.cells.map((cell): Cell => {
      if (cell.status === 'not-applicable') return cell;
      const value = base * values[model.at.get(placeKey(table.id, cell.at))!]!;
      const margin = reach * base - 1;
      const figures = Object.fromEntries(
        figureKinds.filter((kind) => cell[kind] !== undefined).map((kind) => [kind, null]),
      );
      return {
        at: cell.at,
        ...(cell.of ? { of: cell.of } : {}),
        ...figures,
        n: null,
        shown: String(value),
        range: [Math.max(0, value - margin), value + margin],
        status: 'rounded',
      };
    }),
  }));
  const out = { ...publication, tables };
  return { publication: out, report: await audit(out, policy) };

  async function solve(steps: 1 | 2): Promise<number[] | undefined> {
    const low = quotient.map((q, i) => (steps === 1 || rest[i] === 0 ? q : Math.max(0, q - 1)));
    const high = quotient.map((q, i) => (rest[i] === 0 && steps === 1 ? q : q + steps));
    const system: System = { low, high, rows: sums.map((sum) => ({ ...sum, low: 0, high: 0 })) };
    const result = [...low];
    for (const { variables, rows } of components(system, () => true)) {
      const at = new Map(variables.map((v, i) => [v, i]));
      const solver = program(
        await loadSolver(),
        {
          low: variables.map((v) => low[v]!),
          high: variables.map((v) => high[v]!),
          rows: rows.map((r) => ({
            ...system.rows[r]!,
            variables: system.rows[r]!.variables.map((v) => at.get(v)!),
          })),
        },
        { whole: true, nodes: 5000, absoluteGap: 0.5 },
      );
      try {
        // Between two neighbours the distance to the count is linear.
        const found = solver.optimise('min', new Map(variables.map((v, i) => [i, base - 2 * rest[v]!])));
        if (found.status !== 'optimal') return undefined;
        variables.forEach((v, i) => {
          result[v] = Math.round(found.point[i]!);
        });
      } finally {
        solver.dispose();
      }
    }
    return result;
  }
}
