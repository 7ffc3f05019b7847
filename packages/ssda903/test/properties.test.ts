import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReturnToCheck } from '../src/engine/build.ts';
import { ruleByCode, rulesOf } from '../src/engine/catalogue.ts';
import { validateReturn } from '../src/engine/run.ts';
import { type Provider, providersByUrn } from '../src/reference/providers.ts';
import { CODE_LISTS } from '../src/repair/code-lists.ts';
import { TABLE_NAMES, TABLES, type TableName } from '../src/tables.ts';
import { type Cells, returnFromCells, type TableCells } from '../src/write/cells.ts';

const YEARS = [2026, 2027];
const CHILDREN = ['A', 'B', 'C', ''];
const UNRELATED = 'SOMEBODY ELSE';

const pad = (value: number): string => String(value).padStart(2, '0');
/** Days around the collection year and around the birthdays that matter in it. */
const date = fc
  .tuple(
    fc.constantFrom(1, 15, 28, 29, 30, 31),
    fc.constantFrom(1, 2, 3, 4, 9, 12),
    fc.constantFrom(1999, 2004, 2007, 2008, 2009, 2015, 2021, 2024, 2025, 2026, 2027),
  )
  .map(([day, month, year]) => `${pad(day)}/${pad(month)}/${year}`);
const anything = fc.oneof(
  { weight: 1, arbitrary: fc.string() },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '',
      ' ',
      '0',
      '1',
      '-1',
      '1E400',
      'NULL',
      'NAN',
      '1/1/1',
      '31/02/2025',
      '999',
      '__PROTO__',
      'CONSTRUCTOR',
    ),
  },
);

function cell(column: string, kind: 'text' | 'date'): fc.Arbitrary<string> {
  if (column === 'CHILD') return fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...CHILDREN) }, anything);
  const codes = CODE_LISTS.get(column);
  if (kind === 'date')
    return fc.oneof({ weight: 6, arbitrary: date }, { weight: 2, arbitrary: fc.constant('') }, anything);
  if (codes) return fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...codes, '') }, anything);
  return fc.oneof(
    fc.constantFrom(
      '',
      'UN1',
      'UN4',
      'A12345678901B',
      'SC000001',
      '1234567',
      'DE1 2AB',
      'LE1 1AA',
      '7',
      '40',
      '41',
    ),
    anything,
  );
}

const rowOf = (table: TableName): fc.Arbitrary<Cells> =>
  fc.record(
    Object.fromEntries(Object.entries(TABLES[table]).map(([column, kind]) => [column, cell(column, kind)])),
  );

const garbage: fc.Arbitrary<TableCells> = fc.record(
  Object.fromEntries(
    TABLE_NAMES.map((table) => [table, fc.array(rowOf(table), { maxLength: table === 'Episodes' ? 9 : 4 })]),
  ),
  { requiredKeys: [] },
);

const providers = providersByUrn([
  {
    urn: 'SC000001',
    placementCodes: ['K2'],
    providerCodes: ['PR1'],
    postcode: 'DE12AB',
    registrationEnd: Number.NaN,
    authority: 'E06000015',
  },
  {
    urn: 'SC000001',
    placementCodes: [],
    providerCodes: [],
    postcode: '',
    registrationEnd: 20_300,
    authority: '',
  },
] satisfies readonly Provider[]);

const postcodes = {
  find: (postcode: string) =>
    postcode === 'DE12AB' ? { easting: 435_250, northing: 336_300, authority: 'E06000015' } : undefined,
};

const input = (year: number, now: TableCells, last: TableCells, format: 'csv' | 'xml'): ReturnToCheck => ({
  year,
  authority: 'E06000015',
  now: returnFromCells(now, format),
  last: returnFromCells(last, format),
  providers,
  postcodes,
});

describe.each(YEARS)('on any tables whatever, in %i', (year) => {
  it('every rule gives sorted, distinct rows that exist, and none fails', () => {
    fc.assert(
      fc.property(garbage, garbage, fc.constantFrom('csv', 'xml'), (now, last, format) => {
        const { rules, tables, findings } = validateReturn(input(year, now, last, format));
        expect(Object.keys(rules)).toHaveLength(rulesOf(year).length);
        let count = 0;
        for (const [code, result] of Object.entries(rules)) {
          if (result.status === 'skipped') {
            expect(`${code}: ${result.reason}`).not.toContain('The check itself failed');
            continue;
          }
          for (const [table, rows] of Object.entries(result.rows)) {
            const length = tables[table as TableName]?.rows ?? 0;
            expect(rows.length, code).toBeGreaterThan(0);
            expect([...new Set(rows)].sort((a, b) => a - b)).toEqual(rows);
            expect(
              rows.every((row) => Number.isInteger(row) && row >= 0 && row < length),
              code,
            ).toBe(true);
            count += rows.length;
          }
        }
        expect(findings).toBe(count);
      }),
      { numRuns: 150 },
    );
  });

  it("a child's findings do not depend on children who have nothing to do with it", () => {
    const somebody = fc.record(
      Object.fromEntries(TABLE_NAMES.map((table) => [table, fc.array(rowOf(table), { maxLength: 2 })])),
    ) as fc.Arbitrary<Record<TableName, Cells[]>>;
    fc.assert(
      fc.property(garbage, garbage, somebody, somebody, (now, last, other, otherLast) => {
        const before = validateReturn(input(year, now, last, 'csv'));
        const after = validateReturn(input(year, withChild(now, other), withChild(last, otherLast), 'csv'));
        for (const [code, result] of Object.entries(before.rules)) {
          if (ruleByCode.get(code)?.acrossChildren) continue;
          const again = after.rules[code];
          expect(again?.status, code).toBe(result.status);
          if (result.status === 'skipped' || again?.status !== 'checked') continue;
          for (const table of TABLE_NAMES) {
            const ownRows = (again.rows[table] ?? []).filter((row) => row < (now[table]?.length ?? 0));
            expect(ownRows, `${code} ${table}`).toEqual(result.rows[table] ?? []);
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});

/** The tables with another child's rows at their ends; a table that is missing stays missing. */
function withChild(tables: TableCells, other: Readonly<Record<TableName, readonly Cells[]>>): TableCells {
  return Object.fromEntries(
    Object.entries(tables).map(([table, rows]) => [
      table,
      [...rows, ...other[table as TableName].map((cells) => ({ ...cells, CHILD: UNRELATED }))],
    ]),
  );
}
