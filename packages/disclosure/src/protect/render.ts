import { figureKinds, figureOf } from '../figures.ts';
import type { Model } from '../model.ts';
import type { CompletePolicy } from '../policy.ts';
import { followedBy } from '../primary.ts';
import { type Cell, inTable, type Publication, placeKey, type Statement } from '../publication.ts';

/** Adds what goes with hidden counts: figures on a hidden base, and cells that follow a hidden one. */
export function withDependants(model: Model, hidden: ReadonlySet<number>): Set<number> {
  const all = new Set(hidden);
  for (let before = -1; before !== all.size; ) {
    before = all.size;
    model.unknowns.forEach((unknown, index) => {
      unknown.cells.forEach((cell, i) => {
        const followed = followedBy(
          cell,
          unknown.places[Math.min(i, unknown.places.length - 1)]!.table,
          model,
        );
        if (followed !== undefined && all.has(followed)) all.add(index);
      });
    });
    for (const figure of model.figures)
      if (figure.place && figure.base.some((base) => all.has(base)))
        for (const part of figure.part) if (model.unknowns[part]!.n === undefined) all.add(part);
  }
  return all;
}

/** The publication as it may leave the house: hidden cells by their mark, figures on hidden counts gone with them. */
export function render(
  publication: Publication,
  model: Model,
  policy: CompletePolicy,
  primary: ReadonlySet<number>,
  hidden: ReadonlySet<number>,
  hiddenFigures: ReadonlySet<number>,
): Publication {
  const figureHidden = new Set(
    [...hiddenFigures]
      .map((i) => model.figures[i]!.place)
      .filter((place) => place !== undefined)
      .map((place) => placeKey(place.table, place.at)),
  );
  const tables = publication.tables.map((table) => ({
    ...table,
    cells: table.cells.map((cell): Cell => {
      if (cell.status === 'not-applicable') return cell;
      const index = model.at.get(placeKey(table.id, cell.at))!;
      const figure = figureOf(cell);
      const base = figure && model.at.get(placeKey(inTable(figure.base, table.id).table, figure.base.at));
      const baseHidden = base !== undefined && hidden.has(base);
      if (hidden.has(index)) return hiddenCell(cell, primary.has(index), policy);
      if (baseHidden || figureHidden.has(placeKey(table.id, cell.at)))
        return { ...withoutSecrets(cell), ...noFigures(cell), status: 'published' };
      return { ...withoutSecrets(cell), status: cell.status ?? 'published' };
    }),
  }));
  const statements = publication.statements?.map((statement): Statement => {
    const counts = [...statement.part, ...statement.of].map(
      (ref) => model.at.get(placeKey(ref.table, ref.at))!,
    );
    if (!counts.some((i) => hidden.has(i) || model.unknowns[i]!.n === undefined))
      return { ...statement, status: 'published' };
    const gone = {
      ...(statement.percent === undefined ? {} : { percent: null }),
      ...(statement.change === undefined ? {} : { change: null }),
    };
    return { ...statement, ...gone, shown: policy.secondaryMark, status: 'secondary' };
  });
  return { ...publication, tables, ...(statements ? { statements } : {}) };
}

function hiddenCell(cell: Cell, primary: boolean, policy: CompletePolicy): Cell {
  const shown = cell.shown ?? (primary ? policy.primaryMark : policy.secondaryMark);
  const { range: _range, ...rest } = withoutSecrets(cell);
  const range = cell.n === undefined || cell.n === null ? cell.range : undefined;
  return {
    ...rest,
    n: null,
    ...noFigures(cell),
    ...(range ? { range } : {}),
    shown,
    status: primary ? 'primary' : 'secondary',
  };
}

const noFigures = (cell: Cell): Partial<Cell> =>
  Object.fromEntries(figureKinds.filter((kind) => cell[kind] !== undefined).map((kind) => [kind, null]));

/** A cell without what only the house knows: who contributes, how many, and what it would cost to hide. */
function withoutSecrets(cell: Cell): Cell {
  const {
    contributions: _contributions,
    contributors: _contributors,
    weight: _weight,
    keep: _keep,
    ...rest
  } = cell;
  return rest;
}
