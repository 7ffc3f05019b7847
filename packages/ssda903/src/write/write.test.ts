import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReturn } from '../read/read-return.ts';
import { XML_TABLES } from '../read/xml.ts';
import { TABLE_NAMES, TABLES, type TableName } from '../tables.ts';
import type { Cells, TableCells } from './cells.ts';
import { returnFromCells } from './cells.ts';
import { cellsOfReturn, writeCsv } from './write-csv.ts';
import { writeXml } from './write-xml.ts';

const text = fc
  .string({ unit: 'grapheme', maxLength: 12 })
  .map((value) => value.toUpperCase().replaceAll(/[\r\n\p{Cc}\p{Cs}\ufffe\uffff]/gu, ''));
const cellsFor = (table: TableName): fc.Arbitrary<Cells> =>
  fc.record(Object.fromEntries(Object.keys(TABLES[table]).map((column) => [column, text])));
const anyTables: fc.Arbitrary<TableCells> = fc.record(
  Object.fromEntries(TABLE_NAMES.map((table) => [table, fc.array(cellsFor(table), { maxLength: 4 })])),
  { requiredKeys: [] },
);

/** A return that the XML form can hold whole: child by child, details taken from Header, the telling leaves filled. */
const xmlTables: fc.Arbitrary<TableCells> = fc
  .array(
    fc.record(
      Object.fromEntries(
        XML_TABLES.map((table) => [
          table,
          fc.array(cellsFor(table), { maxLength: ['UASC', 'OC3', 'AD1'].includes(table) ? 1 : 3 }),
        ]),
      ) as Record<TableName, fc.Arbitrary<Cells[]>>,
    ),
    { maxLength: 4 },
  )
  .map((children) => {
    const tables: Record<string, Cells[]> = Object.fromEntries(XML_TABLES.map((table) => [table, []]));
    for (const [index, child] of children.entries()) {
      const own = { CHILD: `C${index}`, DOB: '01/02/2010', SEX: 'F' };
      for (const table of XML_TABLES) {
        const rows =
          table === 'Header'
            ? [{ ...child.Header[0], UASC: child.UASC.length > 0 ? '1' : '' }]
            : child[table];
        for (const cells of rows) {
          const inTable = Object.fromEntries(
            Object.entries(own).filter(([column]) => column in TABLES[table]),
          );
          tables[table]!.push({ IN_TOUCH: 'YES', DATE_INT: '01/05/2025', ...cells, ...inTable });
        }
      }
    }
    for (const cells of tables['OC3']!) Object.assign(cells, { IN_TOUCH: cells['IN_TOUCH'] || 'NO' });
    for (const cells of tables['AD1']!) Object.assign(cells, { DATE_INT: cells['DATE_INT'] || '01/05/2025' });
    for (const [table, rows] of Object.entries(tables)) {
      const known = [...Object.keys(TABLES[table as TableName]), ...(table === 'Header' ? ['UASC'] : [])];
      tables[table] = rows.map((cells) =>
        Object.fromEntries(known.map((column) => [column, cells[column] ?? ''])),
      );
    }
    return tables;
  });

describe('a return that is written', () => {
  it('as CSV reads as the same rows', () => {
    fc.assert(
      fc.property(anyTables, (tables) => {
        const expected = returnFromCells(tables);
        const { return: read } = readReturn(writeCsv(tables));
        for (const table of TABLE_NAMES)
          expect(read.tables[table]?.rows).toEqual(expected.tables[table]?.rows);
        expect(cellsOfReturn(read)).toEqual(cellsOfReturn(expected));
      }),
      { numRuns: 60 },
    );
  });

  it('as XML reads as the same rows', () => {
    fc.assert(
      fc.property(xmlTables, (tables) => {
        const { file, leftOut } = writeXml(tables);
        expect(leftOut).toEqual([]);
        const { return: read, findings } = readReturn([file]);
        expect(findings.filter(({ severity }) => severity !== 'warning')).toEqual([]);
        expect(cellsOfReturn(read)).toEqual(tables);
      }),
      { numRuns: 60 },
    );
  });

  it('as XML names what that form has no place for', () => {
    const { file, leftOut } = writeXml({
      Header: [{ CHILD: 'A' }, { CHILD: 'A' }],
      Episodes: [{ CHILD: 'B' }],
      OC3: [{ CHILD: 'A' }],
      DoLo: [{ CHILD: 'A' }],
    });
    expect(leftOut).toEqual([
      "OC3: child 'A' has no IN_TOUCH; the XML form has no place for it.",
      "Header: child 'A' stands there more than once; only the first is written.",
      'Episodes: 1 rows belong to no child in Header.',
      'DoLo: the XML form has no elements for its 1 rows.',
    ]);
    expect(readReturn([file]).return.tables.Header?.rows).toHaveLength(1);
  });

  it('as XML may say that a child is not seeking asylum, as rule 105 wants it', () => {
    const written = writeXml({ Header: [{ CHILD: 'A' }] }, { notSeekingAsylum: '0' });
    expect(new TextDecoder().decode(written.file.bytes)).toContain('<UASC>0</UASC>');
  });

  it('has columns that the table knows', () => {
    expect(() => returnFromCells({ Header: [{ SHOE: '3' }] })).toThrow('Header has no column SHOE');
  });
});
