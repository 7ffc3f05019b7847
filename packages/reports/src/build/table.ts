import { type Indicator, NOT_KNOWN } from '@cic/core';
import type { FigureBook } from '../figures/book.ts';
import type { Needs } from '../figures/needs.ts';
import type { BuiltCell, BuiltHeading, BuiltTable, BuiltText } from '../model.ts';
import type { Planned, PlannedText } from '../sections/section.ts';
import type { Building } from './asked.ts';
import { type Bound, boundBy } from './binding.ts';
import { cellOf, noteNeeds } from './cell.ts';
import { ruleOf } from './rule.ts';

/** The bindings of a table, row by row; those of a heading say nothing. */
const boundsOf = ({ of, rows, columns }: Planned): Bound[][] =>
  rows.map((row) =>
    columns.map((column, i) =>
      row.of || row.cells ? boundBy(of, row.of, column.of, row.cells?.[i]) : boundBy(),
    ),
  );

/** A council that also knows the indicators made for a table. */
function knowing(building: Building, extra: readonly Indicator[] = []): Building {
  if (extra.length === 0) return building;
  const { council } = building;
  const made = new Map(extra.map((indicator) => [indicator.id, indicator]));
  return {
    ...building,
    council: { ...council, indicator: (id) => made.get(id) ?? council.indicator(id) },
  };
}

export function noteTable(plan: Planned, building: Building, needs: Needs): void {
  const known = knowing(building, plan.indicators);
  for (const row of boundsOf(plan)) for (const bound of row) noteNeeds(bound, known, needs);
}

/** What all cells of a column show, where it is one thing. */
function columnShow(cells: readonly BuiltCell[]): Pick<BuiltHeading, 'show'> {
  const shows = new Set(cells.flatMap(({ show }) => (show ? [show] : [])));
  const [only] = shows;
  return only && shows.size === 1 ? { show: only } : {};
}

/** A row for what nobody has left unknown is left out. */
const isEmpty = (cells: readonly BuiltCell[]): boolean =>
  cells.every(
    ({ where, state, value, base }) =>
      Object.values(where ?? {}).some((categories) => categories.includes(NOT_KNOWN.id)) &&
      (state === 'not computable' || (state === 'value' && value === 0 && (base ?? 0) === 0)),
  );

export function buildTable(plan: Planned, building: Building, book: FigureBook): BuiltTable {
  const known = knowing(building, plan.indicators);
  const bounds = boundsOf(plan);
  const built = plan.rows.map((axis, i) => ({
    axis,
    cells: bounds[i]!.map((bound) => cellOf(bound, known, book)),
  }));
  const kept = plan.from === 'breakdown' ? built.filter(({ cells }) => !isEmpty(cells)) : built;
  const rows = kept.map(({ cells }) => cells);
  return {
    kind: 'table',
    from: plan.from,
    title: plan.title,
    corner: plan.corner,
    columns: plan.columns.map(({ label, level = 0 }, i) => ({
      label,
      level,
      ...columnShow(rows.map((row) => row[i]!)),
    })),
    rows: kept.map(({ axis: { label, level = 0 }, cells }) => ({ label, level, cells })),
    ...(plan.chart ? { chart: plan.chart } : {}),
    notes: [...plan.notes, ...notesOn(rows.flat(), building)],
  };
}

/** A percentage of fewer than so many is said to move with single children: each is more than five points. */
const SMALL = 20;

const isSmallGroup = ({ state, printed, base, second }: BuiltCell): boolean =>
  state === 'value' &&
  second === undefined &&
  printed.includes('%') &&
  typeof base === 'number' &&
  base > 0 &&
  base < SMALL;

/** What stands under a table: what a mark means, periods that are not over, percentages of small groups. */
function notesOn(cells: readonly BuiltCell[], building: Building): string[] {
  const { say } = building.language;
  const open = new Set(cells.flatMap(({ period }) => (period?.partYear ? [period.label] : [])));
  return [
    ...(cells.some(({ state }) => state === 'suppressed') ? [ruleOf(building)] : []),
    ...[...open].map((period) => say('note.partYear', { period })),
    ...(cells.some(isSmallGroup) ? [say('note.smallBase', { base: SMALL, points: 100 / SMALL })] : []),
  ];
}

const textBounds = ({ figures }: PlannedText): [string, Bound][] =>
  Object.entries(figures).map(([name, binding]) => [name, boundBy(binding)]);

export function noteText(plan: PlannedText, building: Building, needs: Needs): void {
  for (const [, bound] of textBounds(plan)) noteNeeds(bound, building, needs);
}

const SENTENCES = /(?<=[.!?])\s+/;
const GAP = /\{([\w-]+)\}/g;

/** Words with their figures. A hidden figure is said to be so; a sentence whose figure is not known is left out. */
export function buildText(plan: PlannedText, building: Building, book: FigureBook): BuiltText {
  const figures = Object.fromEntries(
    textBounds(plan).map(([name, bound]) => [name, cellOf(bound, building, book)]),
  );
  const figureIn = (name: string): BuiltCell => {
    const cell = figures[name];
    if (!cell) throw new RangeError(`section '${plan.title}': {${name}} stands for no figure`);
    return cell;
  };
  const isKnown = (sentence: string) =>
    [...sentence.matchAll(GAP)].every(([, name]) => figureIn(name!).state !== 'not computable');
  const said = (cell: BuiltCell): string =>
    cell.state === 'suppressed' ? building.language.say('aNumberNotShown') : cell.printed;
  const paragraphs = plan.text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim().split(SENTENCES).filter(isKnown).join(' '))
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => paragraph.replace(GAP, (_, name: string) => said(figureIn(name))));
  return { kind: 'text', title: plan.title, paragraphs, figures };
}
