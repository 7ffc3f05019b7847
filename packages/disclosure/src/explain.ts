import type { Model, Relation } from './model.ts';
import type { Reading } from './resolve.ts';
import { loadSolver, program } from './solve/highs.ts';
import type { Propagated, Step } from './solve/propagate.ts';
import { components, restrict } from './solve/system.ts';

/** Told in words: how a reader gets from what is printed to the smallest and largest value of one count. */
export type Explain = (unknown: number, low: number, high: number) => Promise<string>;

const longList = 4;

/** An explainer for one reading of a publication. */
export function explainer(model: Model, read: Reading, propagated: Propagated): Explain {
  const last = lastSteps(propagated.steps);
  const relation = (row: number): Relation => model.relations[read.relationOf[row]!]!;

  const known = (unknown: number): number | undefined =>
    model.unknowns[unknown]!.n ??
    (propagated.low[unknown] === propagated.high[unknown] ? propagated.low[unknown] : undefined);

  function arithmetic(unknown: number, row: number): string {
    const { kind, name, terms } = relation(row);
    if (kind === 'figure' || kind === 'statement') return `${name}${basis(row)}`;
    const own = terms.find((term) => term.unknown === unknown)!;
    const others = terms.filter((term) => term.unknown !== unknown);
    const side = (sign: 1 | -1): string => {
      const list = others.filter((term) => Math.sign(term.times * own.times) === -sign);
      const numbers = list.filter((term) => known(term.unknown) !== undefined);
      const open = list.filter((term) => known(term.unknown) === undefined);
      const sum = numbers.reduce((total, term) => total + Math.abs(term.times) * known(term.unknown)!, 0);
      const words =
        numbers.length === 0
          ? []
          : numbers.length <= longList
            ? numbers.map((term) => `${short(term.unknown, unknown)} ${known(term.unknown)}`)
            : [`${numbers.length} others that are known, together ${sum}`];
      for (const term of open)
        words.push(`${short(term.unknown, unknown)} (at least ${propagated.low[term.unknown]})`);
      return words.join(sign > 0 ? ' + ' : ' - ');
    };
    return `${side(1)}${side(-1) ? ` - ${side(-1)}` : ''} (${name})`;
  }

  function basis(row: number): string {
    const figure = model.figures[relation(row).figure!]!;
    const counts = figure.base.map((unknown) => known(unknown));
    if (counts.some((n) => n === undefined)) return '';
    const base = counts.reduce<number>((sum, n) => sum + n!, 0);
    const { per, value, dp, kind, band } = figure.ratio;
    const shift = kind === 'change' ? 100 : 0;
    const half = figure.truncated ? 10 ** -dp : 0.5 * 10 ** -dp;
    const [from, to] = band ?? [figure.truncated ? value : value - half, value + half];
    const count = (v: number): string => (((v + shift) * base) / per).toFixed(2);
    return ` of ${base} is ${count(from!)} to ${count(to!)}`;
  }

  const short = (unknown: number, beside: number): string => {
    const place = model.unknowns[unknown]!.places[0]!;
    const other = model.unknowns[beside]!.places.find((p) => p.table === place.table);
    if (!other) return model.unknowns[unknown]!.name;
    const different = place.at.filter((category, i) => category !== other.at[i]);
    return different.length > 0 ? different.join(' / ') : model.unknowns[unknown]!.name;
  };

  /** What the row rests on that is itself not printed: told first. */
  function because(unknown: number, side: Step['side'], told: Set<string>, depth: number): string[] {
    const step = last.get(`${unknown} ${side}`);
    const key = step && `${step.row} ${unknown}`;
    if (!step || !key || told.has(key) || depth > 3) return [];
    told.add(key);
    const lines: string[] = [];
    for (const term of relation(step.row).terms)
      if (
        term.unknown !== unknown &&
        model.unknowns[term.unknown]!.n === undefined &&
        known(term.unknown) !== undefined
      )
        lines.push(
          ...because(term.unknown, 'high', told, depth + 1),
          ...because(term.unknown, 'low', told, depth + 1),
        );
    const { figure } = relation(step.row);
    const own = figure !== undefined && model.figures[figure]!.part.includes(unknown);
    lines.push(
      figure === undefined
        ? `${model.unknowns[unknown]!.name} = ${arithmetic(unknown, step.row)}`
        : own && model.figures[figure]!.place
          ? arithmetic(unknown, step.row)
          : `${model.unknowns[unknown]!.name} follows from ${arithmetic(unknown, step.row)}`,
    );
    return lines;
  }

  async function combined(unknown: number, low: number, high: number): Promise<string> {
    const free = (v: number): boolean => propagated.low[v]! < propagated.high[v]!;
    const bounded = { ...read.system, low: propagated.low, high: propagated.high };
    const part = components(bounded, free).find(({ variables }) => variables.includes(unknown));
    if (!part) return '';
    const target = part.variables.indexOf(unknown);
    const solver = program(await loadSolver(), restrict(bounded, part.variables, part.rows, propagated.low), {
      whole: false,
    });
    try {
      const used = new Set<number>();
      const decides = (['max', 'min'] as const).every((sense) => {
        const found = solver.optimise(sense, new Map([[target, 1]]));
        found.duals.forEach((dual, i) => {
          if (Math.abs(dual) > 1e-7) used.add(part.rows[i]!);
        });
        return sense === 'max'
          ? Math.floor(found.value + 1e-6) === high
          : Math.ceil(found.value - 1e-6) === low;
      });
      const rows = decides && used.size > 0 ? [...used] : part.rows;
      const names = [...new Set(rows.map((row) => `${relation(row).name}${figureBasis(row)}`))];
      const list = `${names.slice(0, 8).join('; ')}${names.length > 8 ? `; and ${names.length - 8} more` : ''}`;
      return decides
        ? `adding and subtracting these, what else is hidden cancels out or cannot be below nothing: ${list}`
        : `whole numbers that satisfy all of these at once leave no other value: ${list}`;
    } finally {
      solver.dispose();
    }
  }

  const figureBasis = (row: number): string => (relation(row).figure === undefined ? '' : basis(row));

  return async (unknown, low, high) => {
    const name = model.unknowns[unknown]!.name;
    const outcome = low === high ? `exactly ${low}` : `${low} to ${high}`;
    const printed = model.unknowns[unknown]!.n;
    if (printed !== undefined) return `${name}: ${outcome}, because it is printed elsewhere.`;
    if (propagated.low[unknown] === low && propagated.high[unknown] === high) {
      const told = new Set<string>();
      const lines = [...because(unknown, 'high', told, 0), ...because(unknown, 'low', told, 0)];
      const unique = [...new Set(lines)];
      return `${name}: ${outcome}. ${unique.length > 0 ? `${unique.join('; ')}.` : 'Its mark says so.'}`;
    }
    return `${name}: ${outcome}; ${await combined(unknown, low, high)}.`;
  };
}

/** The step that set each bound to its final value. */
function lastSteps(steps: readonly Step[]): Map<string, Step> {
  const last = new Map<string, Step>();
  for (const step of steps) last.set(`${step.variable} ${step.side}`, step);
  return last;
}
