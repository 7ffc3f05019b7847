import { day } from '@cic/core/dates';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readReturn } from './read-return.ts';
import { textFile } from './testing.ts';

const UASC = 'CHILD,SEX,DOB,DUC\n';
const OC3 = 'CHILD,DOB,IN_TOUCH,ACTIV,ACCOM\nA1,01/02/2007,yes,f2,b1\n';

const messages = (result: ReturnType<typeof readReturn>) => result.findings.map(({ message }) => message);
const utf16 = (text: string, littleEndian: boolean): Uint8Array => {
  const bytes = new Uint8Array(2 * text.length);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), littleEndian);
  return bytes;
};

describe('a table in CSV', () => {
  it('is recognised by its heading, whatever the file is called', () => {
    const { return: read, findings } = readReturn([
      textFile('whatever.txt', `${UASC}a1,m,01/02/2010,\nA2,F,,31/02/2030\n`),
    ]);
    expect(read.tables.UASC?.rows).toEqual([
      {
        table: 'UASC',
        row: 0,
        CHILD: 'A1',
        SEX: 'M',
        DOB: day('2010-02-01'),
        DOB_TEXT: '01/02/2010',
        DUC: Number.NaN,
        DUC_TEXT: '',
      },
      {
        table: 'UASC',
        row: 1,
        CHILD: 'A2',
        SEX: 'F',
        DOB: Number.NaN,
        DOB_TEXT: '',
        DUC: Number.NaN,
        DUC_TEXT: '31/02/2030',
      },
    ]);
    expect(findings).toMatchObject([
      {
        severity: 'warning',
        file: 'whatever.txt',
        line: 3,
        table: 'UASC',
        row: 1,
        column: 'DUC',
        value: '31/02/2030',
      },
    ]);
  });

  const expected = readReturn([textFile('u.csv', `${UASC}A1,M,01/02/2010,03/04/2028\nA2,F,02/03/2011,\n`)])
    .return.tables.UASC!.rows;
  it.each([
    [
      'headings in lower case and another order',
      textFile('u', 'duc,Dob,child,sex\n03/04/2028,01/02/2010,A1,M\n,02/03/2011,A2,F\n'),
    ],
    ['a byte-order mark', textFile('u', `\ufeff${UASC}A1,M,01/02/2010,03/04/2028\nA2,F,02/03/2011,\n`)],
    [
      'Excel quoting',
      textFile(
        'u',
        '"CHILD","SEX","DOB","DUC"\r\n"A1","M","01/02/2010","03/04/2028"\r\n"A2","F","02/03/2011",""\r\n',
      ),
    ],
    [
      'a sep= line',
      textFile('u', 'sep=;\nCHILD;SEX;DOB;DUC\nA1;M;01/02/2010;03/04/2028\nA2;F;02/03/2011;\n'),
    ],
    ['semicolons', textFile('u', 'CHILD;SEX;DOB;DUC\nA1;M;01/02/2010;03/04/2028\nA2;F;02/03/2011;\n')],
    ['blank lines', textFile('u', `\n\n${UASC}\nA1,M,01/02/2010,03/04/2028\n   \nA2,F,02/03/2011,\n\n`)],
    [
      'empty columns at the end',
      textFile('u', 'CHILD,SEX,DOB,DUC,,\nA1,M,01/02/2010,03/04/2028,,\nA2,F,02/03/2011,,,\n'),
    ],
    [
      'carriage returns alone',
      textFile('u', `${UASC}A1,M,01/02/2010,03/04/2028\nA2,F,02/03/2011,\n`.replaceAll('\n', '\r')),
    ],
    [
      'UTF-16, low byte first',
      { name: 'u', bytes: utf16(`\ufeff${UASC}A1,M,01/02/2010,03/04/2028\nA2,F,02/03/2011,\n`, true) },
    ],
    [
      'UTF-16, high byte first',
      { name: 'u', bytes: utf16(`\ufeff${UASC}A1,M,01/02/2010,03/04/2028\nA2,F,02/03/2011,\n`, false) },
    ],
    [
      'UTF-16 without a mark',
      { name: 'u', bytes: utf16(`${UASC}A1,M,01/02/2010,03/04/2028\nA2,F,02/03/2011,\n`, true) },
    ],
  ])('may have %s', (_what, file) => {
    const result = readReturn([file]);
    expect(result.return.tables.UASC?.rows).toEqual(expected);
    expect(result.findings).toEqual([]);
  });

  it('may be in Windows-1252', () => {
    const bytes = new Uint8Array([...strToU8(UASC), 0x41, 0xe9, ...strToU8(',M,,\n')]);
    expect(readReturn([{ name: 'u', bytes }]).return.tables.UASC?.rows[0]?.CHILD).toBe('AÉ');
  });

  it('keeps the spaces in a value, for the rules to judge', () => {
    expect(readReturn([textFile('u', `${UASC} A1,M ,,\n`)]).return.tables.UASC?.rows[0]).toMatchObject({
      CHILD: ' A1',
      SEX: 'M ',
    });
  });

  it('knows the line of every row, past blank lines and line breaks in values', () => {
    const { return: read } = readReturn([textFile('u', `${UASC}\nA1,M,,\n"A\n2",F,,\nA3,F,,\n`)]);
    expect(read.tables.UASC?.sources).toEqual([{ file: 'u', firstRow: 0, lines: Uint32Array.of(3, 4, 6) }]);
  });

  it('is given, even with headings only', () => {
    const { return: read, findings } = readReturn([textFile('u', UASC)]);
    expect(read.tables.UASC?.rows).toEqual([]);
    expect(findings).toEqual([]);
  });
});

describe('what is wrong with a file', () => {
  it.each([
    ['an empty file', [textFile('e.csv', '')], 'e.csv is empty.'],
    [
      'a table of something else',
      [textFile('x.csv', 'NAME,AGE\nsomebody,3\n')],
      "x.csv, line 1: these headings are not those of a table of the return: 'NAME' and 'AGE'.",
    ],
    [
      'a missing column',
      [textFile('u.csv', 'CHILD,SEX,DUC\nA1,M,\n')],
      'u.csv, line 1: the table UASC lacks DOB; read as blank.',
    ],
    [
      'an unknown column',
      [textFile('u.csv', 'CHILD,SEX,DOB,DUC,NOTES\nA1,M,,,x\n')],
      "u.csv, line 1: the table UASC has no column 'NOTES'; left out.",
    ],
    [
      'a repeated column',
      [textFile('u.csv', 'CHILD,SEX,DOB,DUC,SEX\nA1,M,,,F\n')],
      'u.csv, line 1: SEX stands more than once; only the first was read.',
    ],
    [
      'a short row',
      [textFile('u.csv', `${UASC}A1,M\n`)],
      'u.csv, line 2: 2 values under 4 headings; the missing ones are read as blank.',
    ],
    [
      'a long row',
      [textFile('u.csv', `${UASC}A1,M,,,x\n`)],
      'u.csv, line 2: 5 values under 4 headings; the values after the last column were left out.',
    ],
    [
      'rows of separators only',
      [textFile('u.csv', `${UASC}A1,M,,\n,,,\n`)],
      'u.csv: 1 row holds nothing but separators; they count as rows.',
    ],
    [
      'an open quotation mark',
      [textFile('u.csv', `${UASC}A1,M,,\n"A2,F,,\nA3,F,,\n`)],
      'u.csv, line 3: a quotation mark is not closed or stands in the middle of a value.',
    ],
    [
      'UTF-16 that is cut off',
      [{ name: 'u.csv', bytes: utf16(`\ufeff${UASC}A1,M,,\n`, true).subarray(0, -1) }],
      'u.csv ends in the middle of a character: the file is cut off.',
    ],
    ['no file at all', [], 'No files were given.'],
    [
      'two files for one table',
      [textFile('a.csv', UASC), textFile('b.csv', UASC)],
      'Two files for one table: a.csv and b.csv both hold UASC.',
    ],
    [
      'CSV and XML together',
      [textFile('a.csv', UASC), textFile('b.xml', '<EXPSSDA903/>')],
      'CSV and XML cannot be mixed in one return: b.xml is XML and a.csv is not.',
    ],
    [
      'two XML files',
      [textFile('a.xml', '<EXPSSDA903/>'), textFile('b.xml', '<EXPSSDA903/>')],
      'A return is one XML file, and 2 were given: a.xml and b.xml.',
    ],
  ])('is said in one sentence: %s', (_what, files, message) => {
    expect(messages(readReturn(files))[0]).toBe(message);
  });

  it('refuses the whole return only where nothing sure can be read', () => {
    const refused = readReturn([textFile('a.csv', UASC), textFile('b.csv', UASC)]);
    expect(refused.return.tables).toEqual({});
    const forgiven = readReturn([textFile('x.csv', 'NAME\nx\n'), textFile('o.csv', OC3)]);
    expect(forgiven.return.tables.OC3?.rows).toHaveLength(1);
  });
});

describe('a large file', () => {
  const line = (i: number): string =>
    i % 100 === 7
      ? `"A,${i}",M,,`
      : i % 1000 === 5
        ? `"A\n${i}",F,,`
        : `A${'0'.repeat(i % 40)}${i},M,01/02/2010,`;
  const lines = Array.from({ length: 30_000 }, (_, i) => line(i));

  it('has no row lost or broken where it is cut into pieces', () => {
    const { return: read, findings } = readReturn([textFile('u.csv', `${UASC}${lines.join('\r\n')}`)]);
    const rows = read.tables.UASC?.rows ?? [];
    expect(findings).toEqual([]);
    expect(rows.map(({ CHILD }) => CHILD)).toEqual(
      lines.map((text) =>
        text.startsWith('"') ? text.slice(1, text.lastIndexOf('"')) : text.slice(0, text.indexOf(',')),
      ),
    );
    expect(read.tables.UASC?.sources[0]?.lines?.at(-1)).toBe(30_001 + 30);
  });

  it('is not swallowed by a quotation mark that is never closed', () => {
    const { return: read, findings } = readReturn([
      textFile('u.csv', `${UASC}"A1,M,,\n${'A2,F,,\n'.repeat(30_000)}`),
    ]);
    expect(read.tables.UASC?.rows).toHaveLength(30_001);
    expect(findings).toMatchObject([
      {
        line: 2,
        message: 'u.csv, line 2: a quotation mark is not closed or stands in the middle of a value.',
      },
    ]);
  });

  it('is not swallowed by a quotation that runs from one end to the other', () => {
    const { return: read, findings } = readReturn([
      textFile('u.csv', `${UASC}"A1,M,,\n${'A2,F,,\n'.repeat(30)}A3,M,,"\n`),
    ]);
    expect(read.tables.UASC?.rows).toHaveLength(32);
    expect(findings.map(({ line }) => line)).toEqual([2, 33]);
  });

  it('that lost its line breaks is left out', () => {
    const { return: read, findings } = readReturn([
      textFile('u.csv', `${UASC.trim()},${'A2,F,,'.repeat(30_000)}`),
    ]);
    expect(read.tables).toEqual({});
    expect(findings.map(({ message }) => message)).toEqual([
      'u.csv, line 1 is far longer than a row of the return can be; the file was left out.',
    ]);
  });
});

describe('a zip archive', () => {
  it('is read as the files in it', () => {
    const bytes = zipSync({
      'return/uasc.csv': strToU8(`${UASC}A1,M,,\n`),
      '__MACOSX/return/._uasc.csv': strToU8('x'),
      'return/oc3.csv': strToU8(OC3),
    });
    const { return: read, findings } = readReturn([{ name: 'r.zip', bytes }]);
    expect(findings).toEqual([]);
    expect(read.tables.UASC?.rows).toHaveLength(1);
    expect(read.tables.OC3?.sources[0]?.file).toBe('r.zip/return/oc3.csv');
  });

  const bomb = zipSync({ 'zeros.csv': new Uint8Array(64 * 1024 * 1024) }, { level: 9 });
  it.each([
    [
      'a path out of it',
      zipSync({ '../uasc.csv': strToU8(UASC) }),
      'r.zip is refused: it holds "../uasc.csv", a path that leads out of the archive.',
    ],
    [
      'an absolute path',
      zipSync({ '/etc/uasc.csv': strToU8(UASC) }),
      'r.zip is refused: it holds "/etc/uasc.csv", an absolute path.',
    ],
    [
      'a drive',
      zipSync({ 'C:\\uasc.csv': strToU8(UASC) }),
      'r.zip is refused: it holds "C:\\\\uasc.csv", an absolute path.',
    ],
    ['a bomb', bomb, 'r.zip is refused: it unpacks to far more than a return can be (a zip bomb).'],
    [
      'an archive in it',
      zipSync({ 'inner.zip': zipSync({ a: strToU8('b') }) }),
      'r.zip/inner.zip is an archive or a workbook inside an archive.',
    ],
    [
      'a cut end',
      zipSync({ 'uasc.csv': strToU8(`${UASC}A1,M,,\n`.repeat(400)) }).subarray(0, 90),
      'r.zip cannot be unpacked: it is damaged or cut off.',
    ],
  ])('with %s is refused', (_what, bytes, message) => {
    const result = readReturn([{ name: 'r.zip', bytes }]);
    expect(messages(result)).toEqual([message]);
    expect(result.return.tables).toEqual({});
  });

  it('is told apart from an Excel workbook', () => {
    const bytes = zipSync({
      '[Content_Types].xml': strToU8('<Types/>'),
      'xl/workbook.xml': strToU8('<workbook/>'),
    });
    expect(messages(readReturn([{ name: 'r.xlsx', bytes }]))).toEqual([
      'r.xlsx is an Excel workbook, not CSV.',
    ]);
  });
});
