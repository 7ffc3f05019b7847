import { figureOf, type PrintedRatio, type RatioRow, ratioName, ratioRows } from './figures.ts';
import { joinLink, linkList, Places } from './places.ts';
import type { CompletePolicy } from './policy.ts';
import {
  type Cell,
  type CellRef,
  inTable,
  type Problem,
  type Publication,
  placeKey,
  placeName,
  type Table,
} from './publication.ts';
import { isGrandTotal, sumsOf } from './totals.ts';

/** One count, wherever it is printed. */
export interface Unknown {
  readonly name: string;
  readonly places: readonly CellRef[];
  readonly cells: readonly Cell[];
  /** The count, where it was given. */
  readonly n: number | undefined;
  /** What marks, bands and rounding say about it; 0 and Infinity when they say nothing. */
  readonly low: number;
  readonly high: number;
  /** The sum of everything in its table: hidden only when forced. */
  readonly grandTotal: boolean;
}

export interface Term {
  readonly unknown: number;
  readonly times: number;
}

/** low <= sum of times * count <= high. */
export interface Relation {
  readonly kind: 'total' | 'relation' | 'figure' | 'statement';
  readonly name: string;
  readonly terms: readonly Term[];
  readonly low: number;
  readonly high: number;
  /** Relations made from one printed figure share its number. */
  readonly figure?: number;
}

/** A printed percentage, rate, average or growth rate and the counts behind it. */
export interface Figure {
  readonly name: string;
  readonly ratio: PrintedRatio;
  readonly part: readonly number[];
  readonly base: readonly number[];
  /** The cell it is printed in; without one it is a statement in prose. */
  readonly place?: CellRef;
  readonly statement?: number;
  readonly truncated: boolean;
}

export interface Model {
  readonly unknowns: readonly Unknown[];
  readonly relations: readonly Relation[];
  readonly figures: readonly Figure[];
  readonly problems: readonly Problem[];
  /** The unknown at a place. */
  readonly at: ReadonlyMap<string, number>;
}

/**
 * A publication as unknowns and linear relations.
 *
 * Places joined by a link, or with the same table id and categories, are one unknown.
 * @throws an Error naming table and cell when a reference leads nowhere or a value is no count.
 */
export function modelOf(publication: Publication, policy: CompletePolicy): Model {
  const problems: Problem[] = [];
  const places = new Places();
  for (const table of publication.tables) addCells(table, places, problems);
  for (const table of publication.tables) addMissing(table, places, problems);
  for (const table of publication.tables)
    for (const link of linkList(table.links ?? [], table.id)) joinLink(link, table.id, places, problems);
  for (const link of linkList(publication.links ?? [], undefined))
    joinLink(link, undefined, places, problems);

  const { unknowns, at } = places.unknowns(policy);
  const find = (ref: CellRef, from: string): number => {
    const found = at.get(placeKey(ref.table, ref.at));
    if (found === undefined)
      throw new Error(`${from} refers to ${placeName(ref)}, which is not in the publication.`);
    return found;
  };
  const relations: Relation[] = [];
  for (const table of publication.tables) relations.push(...totalRelations(table, at));
  for (const relation of publication.relations ?? []) {
    const terms = relation.terms.map((term) => ({
      unknown: find(term, `Relation '${relation.name}'`),
      times: term.times ?? 1,
    }));
    const equals = relation.equals ?? 0;
    relations.push({
      kind: 'relation',
      name: relation.name,
      terms: merged(terms),
      low: equals,
      high: equals,
    });
  }
  const figures = figuresOf(publication, find);
  figures.forEach((figure, index) => {
    const readable = readFigure(figure, unknowns, policy);
    if (readable.problem) problems.push(readable.problem);
    figures[index] = { ...figure, truncated: readable.rounding === 'truncated' };
    if (readable.rounding) relations.push(...figureRelations(figure, index, readable.rounding));
  });
  return { unknowns, relations, figures, problems, at };
}

function addCells(table: Table, places: Places, problems: Problem[]): void {
  for (const cell of table.cells) {
    const where = `Table '${table.id}', cell ${JSON.stringify(cell.at)}`;
    if (!Array.isArray(cell.at) || cell.at.length !== table.dims.length)
      throw new Error(`${where}: expected ${table.dims.length} categories (${table.dims.join(', ')}).`);
    if (cell.status === 'not-applicable') continue;
    const n = cell.n ?? undefined;
    if (n !== undefined && (!Number.isSafeInteger(n) || n < 0))
      throw new Error(`${where}: n is ${String(n)}, expected a whole number of 0 or more.`);
    const problem = places.add({ table: table.id, at: cell.at }, cell, isGrandTotal(table, cell.at));
    if (problem) problems.push(problem);
  }
}

/** Parts of a printed total that have no cell of their own become counts that nobody printed. */
function addMissing(table: Table, places: Places, problems: Problem[]): void {
  const missing: string[] = [];
  for (const sum of sumsOf(table))
    for (const at of sum.parts)
      if (!places.has({ table: table.id, at })) {
        places.add({ table: table.id, at }, { at }, false);
        missing.push(at.join(' / '));
      }
  if (missing.length > 0)
    problems.push({
      code: 'missing-cell',
      message: `Table '${table.id}' has totals but no cell for ${missing.slice(0, 5).join('; ')}${missing.length > 5 ? ` and ${missing.length - 5} more` : ''}: taken as not printed, not as zero.`,
      by: missing.length,
    });
}

function totalRelations(table: Table, at: ReadonlyMap<string, number>): Relation[] {
  return sumsOf(table).map((sum) => ({
    kind: 'total',
    name: `${table.id}, ${sum.total.join(' / ')} is the sum over ${sum.dim}`,
    terms: merged([
      { unknown: at.get(placeKey(table.id, sum.total))!, times: -1 },
      ...sum.parts.map((part) => ({ unknown: at.get(placeKey(table.id, part))!, times: 1 })),
    ]),
    low: 0,
    high: 0,
  }));
}

function figuresOf(publication: Publication, find: (ref: CellRef, from: string) => number): Figure[] {
  const figures: Figure[] = [];
  for (const table of publication.tables)
    for (const cell of table.cells) {
      const figure = figureOf(cell);
      if (!figure) continue;
      const place = { table: table.id, at: cell.at };
      const base = find(
        inTable(figure.base, table.id),
        `Table '${table.id}', cell ${JSON.stringify(cell.at)}`,
      );
      const name = `${placeName(place)}: ${ratioName(figure.ratio)}`;
      figures.push({
        name,
        ratio: figure.ratio,
        part: [find(place, name)],
        base: [base],
        place,
        truncated: false,
      });
    }
  publication.statements?.forEach((statement, index) => {
    const kind = statement.change !== undefined ? 'change' : 'percent';
    const value = statement[kind];
    if (value === undefined || value === null) return;
    const from = `Statement '${statement.name}'`;
    const ratio: PrintedRatio = { kind, value, dp: statement.dp ?? 0, per: 100 };
    figures.push({
      name: `"${statement.name}": ${ratioName(ratio)}`,
      ratio,
      part: statement.part.map((ref) => find(ref, from)),
      base: statement.of.map((ref) => find(ref, from)),
      statement: index,
      truncated: false,
    });
  });
  return figures;
}

/** How a figure has to be read so that whole numbers can give it: rounded, else truncated, else not at all. */
function readFigure(
  figure: Figure,
  unknowns: readonly Unknown[],
  policy: CompletePolicy,
): { rounding?: 'half-up' | 'half-even' | 'truncated'; problem?: Problem } {
  const sum = (indexes: readonly number[]): number | undefined => {
    const counts = indexes.map((index) => unknowns[index]!.n);
    return counts.some((n) => n === undefined) ? undefined : counts.reduce<number>((a, n) => a + n!, 0);
  };
  const base = sum(figure.base);
  const part = sum(figure.part);
  if (base === undefined || figure.ratio.band) return { rounding: policy.rounding };
  const possible = (rounding: 'half-up' | 'half-even' | 'truncated'): boolean => {
    const rows = ratioRows(figure.ratio, rounding);
    const low = Math.ceil(Math.max(...rows.map((row) => (row.low - row.base * base) / row.count)));
    const high = Math.floor(Math.min(...rows.map((row) => (row.high - row.base * base) / row.count)));
    return base > 0 && (part === undefined ? Math.max(low, 0) <= high : low <= part && part <= high);
  };
  if (possible(policy.rounding)) return { rounding: policy.rounding };
  const printed = `${figure.name} of ${base}`;
  if (possible('truncated'))
    return {
      rounding: 'truncated',
      problem: {
        code: 'truncated-figure',
        message: `${printed} can only be a figure cut off, not rounded: read as cut off.`,
      },
    };
  const nearest =
    ((figure.ratio.value + (figure.ratio.kind === 'change' ? 100 : 0)) * base) / figure.ratio.per;
  return {
    problem: {
      code: 'impossible-figure',
      message:
        part === undefined
          ? `${printed}: no whole number gives it (it would take ${nearest.toFixed(2)}); set aside.`
          : `${printed}: the printed count ${part} does not give it (it would take ${nearest.toFixed(2)}); set aside.`,
      by: part === undefined ? Math.abs(nearest - Math.round(nearest)) : Math.abs(nearest - part),
    },
  };
}

function figureRelations(
  figure: Figure,
  index: number,
  rounding: 'half-up' | 'half-even' | 'truncated',
): Relation[] {
  const terms = (row: RatioRow): Term[] =>
    merged([
      ...figure.part.map((unknown) => ({ unknown, times: row.count })),
      ...figure.base.map((unknown) => ({ unknown, times: row.base })),
    ]);
  const kind = figure.place ? 'figure' : 'statement';
  const shared = { kind, name: figure.name, figure: index } as const;
  const relations: Relation[] = ratioRows(figure.ratio, rounding).map((row) => ({
    ...shared,
    terms: terms(row),
    low: row.low,
    high: row.high,
  }));
  const infinity = Number.POSITIVE_INFINITY;
  relations.push({
    ...shared,
    terms: merged(figure.base.map((unknown) => ({ unknown, times: 1 }))),
    low: 1,
    high: infinity,
  });
  if (figure.ratio.kind === 'percent' && figure.ratio.value <= 100)
    relations.push({
      ...shared,
      terms: terms({ count: 1, base: -1, low: 0, high: 0 }),
      low: -infinity,
      high: 0,
    });
  return relations.filter((relation) => relation.terms.length > 0);
}

function merged(terms: readonly Term[]): Term[] {
  const times = new Map<number, number>();
  for (const term of terms) times.set(term.unknown, (times.get(term.unknown) ?? 0) + term.times);
  return [...times].filter(([, t]) => t !== 0).map(([unknown, t]) => ({ unknown, times: t }));
}
