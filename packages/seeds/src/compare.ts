import {
  type Axis,
  type Binding,
  financialYear,
  financialYearOf,
  formatIsoDate,
  type GridRow,
  type GridSection,
} from '@cic/core';
import { readCell } from '@cic/printed-tables';
import { type BuiltTable, buildReport } from '@cic/reports';
import { type ComparedCell, figuresOf, outcomeOf } from './outcome.ts';
import type { Bindings, Bound, Seed, SeedChildren, SeedDocument, SeedTable } from './seed.ts';

const bindingOf = (bound: Bound): Binding => (typeof bound === 'string' ? {} : bound);

/** A table of a document as the section of a report: laid out as printed, every cell bound to what it shows. */
export function gridOf({ table }: Pick<SeedTable, 'table'>, made: Bindings): GridSection {
  const [corner, ...headings] = table.columns;
  const columns = headings.map((label, i): Axis => ({ label, of: bindingOf(made.columns[i]!) }));
  const rows = table.rows.map(({ label }, row): GridRow => {
    const bound = made.rows[row]!;
    const cells = headings.map((_, column): Binding | undefined => {
      const own = made.cells?.find((cell) => cell.row === row && cell.column === column)?.of;
      const reason = [own, bound, made.columns[column]!].find((one) => typeof one === 'string');
      if (own !== undefined && typeof own !== 'string') return own;
      return reason === undefined ? undefined : { text: reason };
    });
    return { label, of: bindingOf(bound), cells };
  });
  return {
    kind: 'grid',
    title: table.title,
    corner: corner!,
    rows,
    columns,
    ...(made.of ? { of: made.of } : {}),
  };
}

const isMade = (table: SeedTable): table is SeedTable & { readonly made: Bindings } =>
  typeof table.made !== 'string';

/** Refuses bindings that do not fit their table, so that no cell is left out unseen. */
function checkBindings({ table, made }: SeedTable & { readonly made: Bindings }): void {
  const wanted = { rows: table.rows.length, columns: table.columns.length - 1 };
  for (const axis of ['rows', 'columns'] as const) {
    if (made[axis].length !== wanted[axis])
      throw new RangeError(
        `table '${table.id}' prints ${wanted[axis]} ${axis}, and ${made[axis].length} are bound: bind every one, or say why it cannot be`,
      );
  }
}

const knownDifference = ({ differences = [] }: SeedTable, row: string, column: string): string | undefined =>
  differences.find(
    ({ rows, columns }) => (rows?.includes(row) ?? true) && (columns?.includes(column) ?? true),
  )?.reason;

function comparedTable(seedTable: SeedTable, built: BuiltTable | undefined): ComparedCell[] {
  const { table, made } = seedTable;
  const [, ...headings] = table.columns;
  return table.rows.flatMap(({ label, cells }, row) =>
    cells.flatMap((printed, i): ComparedCell[] => {
      const figures = figuresOf(readCell(printed));
      if (figures.length === 0) return [];
      const column = headings[i]!;
      const place = { table: table.id, row: label, column, printed };
      if (typeof made === 'string') return [{ ...place, made: '', outcome: 'notComputable', reason: made }];
      const cell = built!.rows[row]!.cells[i]!;
      if (cell.state === 'text')
        return [{ ...place, made: '', outcome: 'notComputable', reason: cell.printed }];
      const compared = outcomeOf(figures, cell, made.decimals);
      const reason =
        compared.outcome === 'differs'
          ? (knownDifference(seedTable, label, column) ?? 'The synthetic children were not fitted to it.')
          : compared.reason;
      return [{ ...place, made: cell.printed, outcome: compared.outcome, ...(reason ? { reason } : {}) }];
    }),
  );
}

/**
 * Makes the tables of a document again, as a report for operators, and compares them with print. Cells without a figure
 * (words, blanks, 'n/a') are not compared.
 * @throws RangeError for bindings that leave a row or a column of a table out
 */
export async function compareDocument(
  { council }: Pick<Seed, 'council'>,
  { id, title, tables }: SeedDocument,
  { history, asAt }: SeedChildren,
): Promise<readonly ComparedCell[]> {
  const bound = tables.filter(isMade);
  bound.forEach(checkBindings);
  const report = await buildReport(
    { id, title, audience: 'operator', sections: bound.map((one) => gridOf(one, one.made)) },
    {
      council,
      historyFor: () => history,
      asAt,
      period: financialYear(financialYearOf(asAt)),
      madeAt: formatIsoDate(asAt),
    },
  );
  const built = new Map(bound.map((one, i) => [one, report.sections[i] as BuiltTable]));
  return tables.flatMap((one) =>
    comparedTable(one, built.get(one as SeedTable & { readonly made: Bindings })),
  );
}
