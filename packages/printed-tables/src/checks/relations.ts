import type { PrintedFigure } from '../figure.ts';
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
  return [
    finding(
      'percent',
      percent,
      expected,
      `${named(percent)} prints ${percent.printed}; ${part.printed} of ${whole.printed} is ${expected}.`,
    ),
  ];
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
    case 'equal':
      return equalHolds(document, relation);
    case 'part':
      return partHolds(document, relation);
  }
}

/** What was said to hold within a table or between tables, and does not. Cells that print no number are left out. */
export const checkRelations = (document: PrintedDocument): Finding[] =>
  document.relations.flatMap((relation) => holds(document, relation));
