import { audit } from '../audit.ts';
import { ratioRows } from '../figures.ts';
import { type Model, modelOf } from '../model.ts';
import { type Attacker, type CompletePolicy, completePolicy, type Policy } from '../policy.ts';
import { onSmallBase, type Target, targetsOf, withComplements } from '../primary.ts';
import type { CellRef, Problem, Publication } from '../publication.ts';
import { placeKey, placeName } from '../publication.ts';
import { reading, rowOf } from '../resolve.ts';
import { somePoint } from '../solve/intervals.ts';
import { componentsOf, type Plan } from './plan.ts';
import { render, withDependants } from './render.ts';
import { chooseHidden, type Effort, type Insiders } from './search.ts';

/** The interval an outsider is left with around one protected cell, with the width asked for and why it is protected. */
export interface ProvedCell extends CellRef {
  readonly low: number;
  readonly high: number | null;
  readonly width: number;
  readonly reason: string;
  readonly ok: boolean;
}

export interface Proof {
  /** Every protected cell keeps its width against every attacker of the policy, `limits` aside. */
  readonly ok: boolean;
  /** `optimal`: no fewer cells (or no less loss) would do. `heuristic`: safe, at most `gap` from the least possible. */
  readonly method: 'optimal' | 'heuristic' | 'nothing to hide';
  readonly attackers: readonly Attacker[];
  readonly primary: number;
  readonly secondary: number;
  /** What is lost beyond the primary cells, and the least that any safe choice loses; in the policy's objective. */
  readonly loss: number;
  readonly lowerBound: number;
  /** (loss - lowerBound) / loss. */
  readonly gap: number;
  readonly seconds: number;
  readonly cells: readonly ProvedCell[];
  /** What cannot be protected whatever is hidden, in words. */
  readonly unprotected: readonly string[];
  /** What particular insiders can tell whatever is hidden (two parts of a total of three, to someone who knows it). */
  readonly limits: readonly string[];
  readonly problems: readonly Problem[];
}

/** A publication that may leave the house, with the proof that it may. */
export interface Protected extends Publication {
  readonly policy: Policy;
  readonly proof: Proof;
}

export interface ProtectOptions {
  readonly effort?: Partial<Effort>;
  /** Cells that are out already and cannot be called back (the ledger). */
  readonly published?: readonly CellRef[];
}

/**
 * Hides what the policy calls small, and as little else as keeps every protected count uncertain to every attacker the
 * policy names. Nothing published is changed; the same publication gives the same answer every time.
 *
 * @throws an Error with one sentence naming table and cell when the publication cannot be read.
 */
export async function protect(
  publication: Publication,
  policy: Policy = publication.policy ?? {},
  options: ProtectOptions = {},
): Promise<Protected> {
  const started = performance.now();
  const complete = completePolicy(policy);
  const printed = modelOf(publication, complete);
  const unprinted = printed.unknowns.map((_, i) => i).filter((i) => printed.unknowns[i]!.n === undefined);
  const read = await reading(printed, complete, unprinted);
  const { model, targets: complements } = withComplements(printed, complete);
  const targets = [...targetsOf(printed, complete, read.answers.of), ...complements];
  const point = (await somePoint(read.system)) ?? [];
  const truth = model.unknowns.map((unknown, i) => unknown.n ?? point[i] ?? 0);
  for (const { terms } of model.relations.slice(printed.relations.length)) {
    const [rest, part, base] = [terms[0]!, terms[1]!, terms[2]!];
    truth[rest.unknown] = truth[base.unknown]! - truth[part.unknown]!;
  }

  const held = new Set(read.relationOf);
  const plan: Plan = {
    model,
    policy: complete,
    targets,
    truth,
    published: publishedRanges(printed, model, truth, complete.rounding),
    rows: model.relations
      .filter(
        ({ kind, terms }, r) =>
          (kind === 'total' || kind === 'relation') &&
          (held.has(r) ||
            r >= printed.relations.length ||
            terms.every((t) => model.unknowns[t.unknown]!.n !== undefined)),
      )
      .map(rowOf),
    withheld: withheldCells(publication, model, complete.withhold),
    kept: keptCells(model, options.published ?? []),
  };

  const chosen = await chooseAll(plan, options.effort);
  const primary = new Set(targets.map((target) => target.unknown).filter((i) => !plan.kept.has(i)));
  const hidden = withDependants(model, new Set([...chosen.hidden, ...plan.withheld]));
  refuseFalseMarks(model, complete, primary, hidden);
  const hiddenFigures = new Set([
    ...onSmallBase(model, complete),
    ...model.figures
      .map((_, i) => i)
      .filter((i) => model.figures[i]!.base.some((b) => model.unknowns[b]!.n === undefined)),
  ]);
  const out = render(publication, model, complete, primary, hidden, hiddenFigures);

  const report = await audit(out, policy);
  const intervals = new Map(report.cells.map((cell) => [placeKey(cell.table, cell.at), cell]));
  const cells = targets
    .filter((target) => !plan.kept.has(target.unknown))
    .flatMap((target) => proved(target, model, intervals));
  const keptTargets = targets.map((target) => target.unknown).filter((i) => plan.kept.has(i));
  const already = new Set((options.published ?? []).map((ref) => model.at.get(placeKey(ref.table, ref.at))));
  const isOut = (i: number): boolean => already.has(i);
  const unprotected = [
    ...chosen.unprotected,
    ...cells
      .filter((cell) => !cell.ok)
      .map((cell) => `${placeName(cell)} can be narrowed to ${cell.low} to ${cell.high}.`),
    ...keptTargets
      .filter((i) => !isOut(i))
      .map((i) => `${model.unknowns[i]!.name} is small, but marked to be kept.`),
  ];
  const limits = keptTargets
    .filter(isOut)
    .map((i) => `${model.unknowns[i]!.name} is small, but published already.`);
  const count = (status: 'primary' | 'secondary'): number =>
    [...hidden].filter(
      (i) => (status === 'primary') === primary.has(i) && model.unknowns[i]!.places.length > 0,
    ).length;
  const round = (value: number): number =>
    complete.objective === 'cells' ? Math.round(value) : Math.round(value * 1e6) / 1e6;
  const loss = round(chosen.loss);
  const lowerBound = Math.min(
    loss,
    complete.objective === 'cells' ? Math.ceil(chosen.bound - 0.5) : round(chosen.bound),
  );
  return {
    ...out,
    policy,
    proof: {
      ok: unprotected.length === 0,
      method: chosen.method,
      attackers: complete.attackers,
      primary: count('primary'),
      secondary: count('secondary'),
      loss,
      lowerBound,
      gap: loss === 0 ? 0 : (loss - lowerBound) / loss,
      seconds: (performance.now() - started) / 1000,
      cells,
      unprotected: [...new Set(unprotected)],
      limits: [...chosen.limits, ...limits],
      problems: [...printed.problems, ...read.problems],
    },
  };
}

/** A mark must not say what is untrue of a cell it stands for. */
function refuseFalseMarks(
  model: Model,
  policy: CompletePolicy,
  primary: ReadonlySet<number>,
  hidden: ReadonlySet<number>,
): void {
  for (const i of hidden) {
    const { n, name } = model.unknowns[i]!;
    const mark = primary.has(i) ? policy.primaryMark : policy.secondaryMark;
    const range = policy.marks[mark];
    if (n === undefined || !range || (n >= range[0] && n <= (range[1] ?? n))) continue;
    throw new Error(
      `policy.marks['${mark}'] says ${range[0]} to ${range[1] ?? 'any'}, but '${mark}' also has to stand for ${name}: widen the mark, or give secondary cells one of their own (symbol: {"primary": …, "secondary": …}).`,
    );
  }
}

interface Chosen {
  readonly hidden: readonly number[];
  readonly method: Proof['method'];
  readonly loss: number;
  readonly bound: number;
  readonly unprotected: readonly string[];
  readonly limits: readonly string[];
}

async function chooseAll(plan: Plan, effort: Partial<Effort> = {}): Promise<Chosen> {
  const { attackers } = plan.policy;
  const insiders: Insiders = attackers.includes('insider')
    ? 'any'
    : attackers.includes('insider-of-one')
      ? 'ones'
      : 'none';
  const hidden = plan.targets.map((target) => target.unknown).filter((i) => !plan.kept.has(i));
  const widths = new Map(plan.targets.map((target) => [target.unknown, target.width]));
  const unprotected: string[] = [];
  const limits: string[] = [];
  let [loss, bound, optimal] = [0, 0, true];
  for (const component of componentsOf(
    plan,
    attackers.some((attacker) => attacker !== 'outsider'),
  )) {
    const { unknowns, system } = component;
    const forced = Uint8Array.from(unknowns, (i) =>
      (widths.has(i) && !plan.kept.has(i)) || plan.withheld.has(i) ? 1 : 0,
    );
    const local = unknowns.flatMap((i, cell) => {
      const width = widths.get(i);
      if (width === undefined || plan.kept.has(i)) return [];
      return [{ cell, width: Math.min(width, system.high[cell]! - system.low[cell]!) }];
    });
    const choice = await chooseHidden(component, local, forced, insiders, {
      rounds: effort.rounds ?? 8,
      nodes: effort.nodes ?? 200,
    });
    loss += choice.cost;
    bound += choice.bound;
    optimal &&= choice.method === 'optimal';
    choice.hidden.forEach((is, cell) => {
      if (is && !forced[cell]) hidden.push(unknowns[cell]!);
    });
    for (const { cell, knows } of choice.unprotected) {
      const name = plan.model.unknowns[unknowns[cell]!]!.name;
      if (knows === undefined) unprotected.push(`${name} cannot be protected whatever is hidden.`);
      else
        limits.push(
          `${name} cannot be protected from someone who knows ${plan.model.unknowns[unknowns[knows]!]!.name}, whatever is hidden.`,
        );
    }
  }
  const method = hidden.length === 0 ? 'nothing to hide' : optimal ? 'optimal' : 'heuristic';
  return { hidden, method, loss, bound, unprotected, limits };
}

/** What each printed cell leaves open: nothing for a count, the whole numbers its percentage allows otherwise. */
function publishedRanges(
  printed: Model,
  model: Model,
  truth: readonly number[],
  rounding: 'half-up' | 'half-even',
): Plan['published'] {
  const ranges = model.unknowns.map((unknown, i) =>
    unknown.n === undefined ? { low: unknown.low, high: unknown.high } : { low: truth[i]!, high: truth[i]! },
  );
  const usable = new Set(printed.relations.map((relation) => relation.figure));
  model.figures.forEach((figure, index) => {
    const base = figure.base.length === 1 ? model.unknowns[figure.base[0]!]!.n : undefined;
    if (!figure.place || base === undefined || !usable.has(index)) return;
    const range = ranges[figure.part[0]!]!;
    for (const row of ratioRows(figure.ratio, figure.truncated ? 'truncated' : rounding)) {
      range.low = Math.max(range.low, Math.ceil((row.low - row.base * base) / row.count));
      range.high = Math.min(range.high, Math.floor((row.high - row.base * base) / row.count));
    }
  });
  return ranges.map((range, i) => ({
    low: Math.min(range.low, truth[i]!),
    high: Math.max(range.high, truth[i]!),
  }));
}

const withheldCells = (publication: Publication, model: Model, tables: readonly string[]): Set<number> =>
  new Set(
    publication.tables
      .filter((table) => tables.includes(table.id))
      .flatMap((table) => table.cells.map((cell) => model.at.get(placeKey(table.id, cell.at))!)),
  );

function keptCells(model: Model, published: readonly CellRef[]): Set<number> {
  const kept = new Set(
    published.map((ref) => model.at.get(placeKey(ref.table, ref.at))).filter((i) => i !== undefined),
  );
  model.unknowns.forEach((unknown, i) => {
    if (unknown.cells.some((cell) => cell.keep)) kept.add(i);
  });
  return kept;
}

/** The proof for one target, at every place it is printed. */
function proved(
  target: Target,
  model: Model,
  intervals: ReadonlyMap<string, { readonly low: number; readonly high: number | null }>,
): ProvedCell[] {
  return model.unknowns[target.unknown]!.places.flatMap((place) => {
    const interval = intervals.get(placeKey(place.table, place.at));
    if (!interval) return [];
    const { low, high } = interval;
    return [
      {
        ...place,
        low,
        high,
        width: target.width,
        reason: target.reason,
        ok: high === null || high - low >= target.width,
      },
    ];
  });
}
