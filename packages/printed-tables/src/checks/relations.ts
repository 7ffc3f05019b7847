import { intervalOf, type PrintedFigure } from '../figure.ts';
import {
  columnOf,
  type PrintedDocument,
  type PrintedTable,
  type Reference,
  type Relation,
  rowOf,
} from '../table.ts';
import { type Finding, inPrint, rangeInPrint } from './finding.ts';
import { addUp, figureAt, type Interval, intervalAt, meet, minus } from './intervals.ts';

interface Place {
  readonly table: PrintedTable;
  readonly reference: Reference;
  readonly printed: string;
  readonly figure: PrintedFigure | undefined;
  readonly interval: Interval | undefined;
}

function placeIn({ tables }: PrintedDocument, reference: Reference): Place {
  const table = tables.find(({ id }) => id === reference.table) ?? tables[0]!;
  const [row, column] = [rowOf(table, reference.row), columnOf(table, reference.column)];
  return {
    table,
    reference,
    printed: table.rows[row]!.cells[column]!,
    figure: figureAt(table, row, column, reference.figure),
    interval: intervalAt(table, row, column, reference.figure),
  };
}

const named = ({ table, reference: { row, column } }: Place): string =>
  `'${row}', '${column}' of table '${table.id}'`;

const finding = (check: Finding['check'], place: Place, expected: string, message: string): Finding => ({
  check,
  table: place.table.id,
  row: place.reference.row,
  column: place.reference.column,
  printed: place.printed,
  expected,
  message,
});

const known = (places: readonly Place[]): readonly Interval[] | undefined => {
  const intervals = places.map(({ interval }) => interval);
  return intervals.every((one) => one !== undefined) ? intervals : undefined;
};

function sumHolds(document: PrintedDocument, relation: Extract<Relation, { kind: 'sum' }>): Finding[] {
  const total = placeIn(document, relation.total);
  const add = known(relation.add.map((one) => placeIn(document, one)));
  const subtract = known(relation.subtract.map((one) => placeIn(document, one)));
  if (!total.interval || !add || !subtract) return [];
  const sum = minus(addUp(add), addUp(subtract));
  if (meet(sum, total.interval)) return [];
  const expected = rangeInPrint(sum, 2);
  return [
    finding('sum', total, expected, `${named(total)} prints ${total.printed}; its parts make ${expected}.`),
  ];
}

function percentHolds(
  document: PrintedDocument,
  relation: Extract<Relation, { kind: 'percent' }>,
): Finding[] {
  const [percent, part, whole] = [relation.percent, relation.part, relation.whole].map((one) =>
    placeIn(document, one),
  );
  if (!percent?.interval || !part?.interval || !whole?.interval || whole.interval[0] <= 0) return [];
  const right: Interval = [
    (part.interval[0] / whole.interval[1]) * 100,
    (part.interval[1] / whole.interval[0]) * 100,
  ];
  if (meet(right, percent.interval)) return [];
  const decimals = percent.figure?.decimals ?? 0;
  const expected =
    right[0] === right[1] ? `${inPrint(right[0], decimals)}%` : `${rangeInPrint(right, decimals)}%`;
  const unit = 10 ** -decimals;
  const cutOff =
    percent.figure?.value !== undefined && meet(right, [percent.figure.value, percent.figure.value + unit]);
  return [
    finding(
      'percent',
      percent,
      expected,
      `${named(percent)} prints ${percent.printed}; ${part.printed} of ${whole.printed} is ${expected}${cutOff ? ': it was cut off, not rounded' : ''}.`,
    ),
  ];
}

function possibleHolds(
  document: PrintedDocument,
  relation: Extract<Relation, { kind: 'possible' }>,
): Finding[] {
  const [percent, whole] = [placeIn(document, relation.percent), placeIn(document, relation.whole)];
  const base = whole.figure?.value;
  if (!percent.interval || !base || whole.interval?.[0] !== whole.interval?.[1]) return [];
  const nearest = Math.round(((percent.interval[0] + percent.interval[1]) / 200) * base);
  const possible = (count: number): number => (count / base) * 100;
  if (meet([possible(nearest), possible(nearest)], percent.interval)) return [];
  const decimals = Math.max(percent.figure?.decimals ?? 0, 1);
  const around = [...new Set([nearest - 1, nearest, nearest + 1])]
    .filter((count) => count >= 0 && count <= base)
    .map((count) => `${inPrint(possible(count), decimals)}%`)
    .join(', ');
  return [
    finding(
      'possible',
      percent,
      around,
      `${named(percent)} prints ${percent.printed}, which no whole number of ${whole.printed} is; the nearest are ${around}.`,
    ),
  ];
}

function averageHolds(
  document: PrintedDocument,
  relation: Extract<Relation, { kind: 'average' }>,
): Finding[] {
  const average = placeIn(document, relation.average);
  const values = known(relation.of.map(({ value }) => placeIn(document, value)));
  const weights = relation.of.map(({ weight }) => placeIn(document, weight).figure?.value);
  const weight = weights.reduce<number>((sum, one) => sum + (one ?? Number.NaN), 0);
  if (!average.interval || !values || !(weight > 0)) return [];
  const mean = (end: 0 | 1): number =>
    values.reduce((sum, value, i) => sum + value[end] * weights[i]!, 0) / weight;
  const right: Interval = [mean(0), mean(1)];
  if (meet(right, average.interval)) return [];
  const expected = rangeInPrint(right, (average.figure?.decimals ?? 0) + 1);
  return [
    finding(
      'average',
      average,
      expected,
      `${named(average)} prints ${average.printed}; its parts, by their weights, make ${expected}.`,
    ),
  ];
}

/** A row whose percentages are not all of one base: somewhere in the series the base was changed. */
function baseHolds(document: PrintedDocument, relation: Extract<Relation, { kind: 'base' }>): Finding[] {
  const table = document.tables.find(({ id }) => id === relation.table) ?? document.tables[0]!;
  const row = rowOf(table, relation.row);
  const fits = table.columns.slice(1).flatMap((column, at) => {
    const [part, share] = [figureAt(table, row, at), figureAt(table, row, at, 1)];
    const range = share && intervalOf(share);
    if (part?.value === undefined || !range || part.value === 0) return [];
    const bases = relation.wholes.filter((whole) => {
      const base = figureAt(table, rowOf(table, whole), at)?.value;
      const right = base ? (part.value! / base) * 100 : Number.NaN;
      return meet([right, right], range);
    });
    return [{ column, bases, printed: table.rows[row]!.cells[at]! }];
  });
  const most = relation.wholes
    .map((whole) => ({ whole, columns: fits.filter(({ bases }) => bases.includes(whole)).length }))
    .sort((a, b) => b.columns - a.columns)[0]!;
  return fits
    .filter(({ bases }) => !bases.includes(most.whole))
    .map(({ column, bases, printed }) => ({
      check: 'base',
      table: table.id,
      row: relation.row,
      column,
      printed,
      message:
        bases.length > 0
          ? `'${relation.row}' prints ${printed} in column '${column}' of '${bases[0]}', elsewhere of '${most.whole}'.`
          : `'${relation.row}' prints ${printed} in column '${column}', which is of none of ${relation.wholes.map((whole) => `'${whole}'`).join(', ')}.`,
    }));
}

function equalHolds(document: PrintedDocument, relation: Extract<Relation, { kind: 'equal' }>): Finding[] {
  const [one, other] = [placeIn(document, relation.one), placeIn(document, relation.other)];
  if (!one.interval || !other.interval || meet(one.interval, other.interval)) return [];
  return [
    finding(
      'equal',
      one,
      other.printed,
      `${named(one)} prints ${one.printed}, ${named(other)} prints ${other.printed} for the same thing.`,
    ),
  ];
}

function partHolds(document: PrintedDocument, relation: Extract<Relation, { kind: 'part' }>): Finding[] {
  const [part, whole] = [placeIn(document, relation.part), placeIn(document, relation.whole)];
  if (!part.interval || !whole.interval || part.interval[0] <= whole.interval[1]) return [];
  return [
    finding(
      'part',
      part,
      `at most ${whole.printed}`,
      `${named(part)} prints ${part.printed}, more than the whole, ${whole.printed} in ${named(whole)}.`,
    ),
  ];
}

function holds(document: PrintedDocument, relation: Relation): Finding[] {
  switch (relation.kind) {
    case 'sum':
      return sumHolds(document, relation);
    case 'percent':
      return percentHolds(document, relation);
    case 'possible':
      return possibleHolds(document, relation);
    case 'average':
      return averageHolds(document, relation);
    case 'base':
      return baseHolds(document, relation);
    case 'equal':
      return equalHolds(document, relation);
    case 'part':
      return partHolds(document, relation);
  }
}

/** What was said to hold within a table or between tables, and does not. Cells that print no number are left out. */
export const checkRelations = (document: PrintedDocument): Finding[] =>
  document.relations.flatMap((relation) => holds(document, relation));
