import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { child } from '../generated/records.ts';
import { recordsToCsv } from './csvRecord.ts';
import { type FileFormat, formatOf, type LineProblem, type StreamOptions, validateStream } from './stream.ts';

type Chunks = Parameters<typeof validateStream>[1];

async function check(chunks: Chunks, options: StreamOptions) {
  const validation = validateStream(child, chunks, options);
  const problems: LineProblem[] = [];
  for await (const problem of validation) problems.push(problem);
  return { problems, progress: validation.progress, stopped: validation.stopped };
}

const told = async (text: string, format: FileFormat) =>
  (await check([text], { format })).problems.map(({ line, message }) => `${line}: ${message}`);

const ascii = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

const good = '{"id":"C1","dateOfBirth":"2012-05-17"}';
const bad = '{"id":"C2","dateOfBirth":"31/02/2026"}';
const complaint = 'dateOfBirth must be a day in the form YYYY-MM-DD, but is "31/02/2026"';

describe('validateStream: NDJSON', () => {
  it('names the line of each problem and counts records', async () => {
    const { problems, progress } = await check([`${good}\n\n${bad}\r\n${good}`], { format: 'ndjson' });
    expect(problems).toEqual([
      {
        line: 3,
        path: '/dateOfBirth',
        value: '31/02/2026',
        expected: 'a day in the form YYYY-MM-DD',
        message: complaint,
      },
    ]);
    expect(progress).toEqual({ bytes: 118, records: 3, valid: 2, problems: 1 });
  });

  it('goes on after a line that is no JSON', async () => {
    expect(await told(`${good}\n{"id":\n${bad}\n`, 'ndjson')).toEqual([
      '2: the record is not JSON: Unexpected end of JSON input',
      `3: ${complaint}`,
    ]);
  });

  it('leaves out a line too long for the memory, and goes on', async () => {
    const long = `"${'x'.repeat(1 << 20)}`;
    const chunks = [`${good}\n`, ...Array.from({ length: 40 }, () => long), `\n${bad}\n`];
    const { problems, progress } = await check(chunks, { format: 'ndjson' });
    expect(problems.map(({ line }) => line)).toEqual([2, 3]);
    expect(problems[0]?.message).toContain('longer than');
    expect(progress.records).toBe(2);
  });

  it('stops after as many problems as asked for', async () => {
    const { problems, stopped } = await check([`${bad}\n`.repeat(10)], { format: 'ndjson', stopAfter: 3 });
    expect([problems.length, stopped]).toEqual([3, true]);
  });
});

describe('validateStream: JSON', () => {
  it('reads a list, one record, or records one after the other', async () => {
    for (const text of [`[${good},\n${bad}]`, `${good}\n${bad}`, ` [ ${good} \n , ${bad} ] \n`])
      expect(await told(text, 'json')).toEqual([`2: ${complaint}`]);
    expect(await told(good, 'json')).toEqual([]);
    expect(await told('[]', 'json')).toEqual([]);
  });

  it('is not misled by brackets, quotes and commas in texts', async () => {
    const tricky = JSON.stringify({ id: 'C1', dateOfBirth: '2012-05-17', source: '],[{"\\"\n}' });
    const { progress } = await check([`[${tricky},${tricky}]`], { format: 'json' });
    expect(progress).toMatchObject({ records: 2, valid: 2, problems: 0 });
  });

  it('says where a file is cut off or goes on too long', async () => {
    expect(await told(`[${good},{"id":"C`, 'json')).toEqual([
      '1: the file ends inside a record',
      '1: the file ends before the list of records does',
    ]);
    expect(await told(`[${good}`, 'json')).toEqual(['1: the file ends before the list of records does']);
    expect(await told(`[${good}]\nrest`, 'json')).toEqual(['2: there is text after the list of records']);
    expect(await told(`[${good},]`, 'json')).toEqual([
      '1: the record is not JSON: Unexpected end of JSON input',
    ]);
  });
});

describe('validateStream: CSV', () => {
  it('reads headings in any case and order, typed cells, lists and parts of objects', async () => {
    const text =
      'Date of birth;ID;mother;name.given;unaccompanied_asylum_seeking\r\n2012-05-17;C1;yes;"A;B ""C""";0\r\n';
    const { problems, progress } = await check([text], { format: 'csv' });
    expect(problems).toEqual([]);
    expect(progress.valid).toBe(1);
  });

  it('names line, field and value of a wrong cell', async () => {
    expect(await told('id,dateOfBirth\nC1,2012-05-17\n\n"C\n2",x\n', 'csv')).toEqual([
      '4: id must be a valid child identifier, such as C0001, but is "C\\n2"',
      '4: dateOfBirth must be a day in the form YYYY-MM-DD, but is "x"',
    ]);
  });

  it('names unknown and repeated headings once, and rows with too many cells', async () => {
    expect(await told('id,date of brith,dateOfBirth,id\nC1,2,2012-05-17,C1,9\n', 'csv')).toEqual([
      '1: the heading "date of brith" is no property of Child, and its column was left out; did you mean dateOfBirth?',
      '1: the heading id is there twice: one of the two columns has to go',
      '2: the row has 5 cells, but the heading has 4: is a comma or a quote missing or too many?',
    ]);
  });

  it('reads back what is written', async () => {
    const record = {
      id: 'C1',
      dateOfBirth: '2012-05-17',
      mother: false,
      name: { given: 'A "B", C', family: ' D' },
      disabilities: [{ disability: 'AUT', recorded: '2020-01-01' }],
    } as const;
    const text = recordsToCsv(child, [{ ...record, disabilities: [...record.disabilities] }]);
    expect(text).toBe(
      'id,name.given,name.family,dateOfBirth,disabilities,mother\r\nC1,"A ""B"", C"," D",2012-05-17,"[{""disability"":""AUT"",""recorded"":""2020-01-01""}]",false\r\n',
    );
    expect(await told(text, 'csv')).toEqual([]);
  });

  it('keeps a spreadsheet from running a text as a formula', () => {
    expect(recordsToCsv(child, [{ id: 'C1', dateOfBirth: '2012-05-17', source: '=1+1' }])).toContain("'=1+1");
  });
});

describe('validateStream: any file', () => {
  it('reads bytes in UTF-8 and UTF-16 alike, and says so when they are neither', async () => {
    const text = `\ufeff${good}\n${bad}\n`;
    const utf16 = new Uint8Array(Uint16Array.from(text, (letter) => letter.charCodeAt(0)).buffer);
    for (const bytes of [Uint8Array.of(0xef, 0xbb, 0xbf, ...ascii(text.slice(1))), utf16]) {
      const { problems, progress } = await check([bytes.slice(0, 33), bytes.slice(33)], { format: 'ndjson' });
      expect([problems.length, progress.records, progress.bytes]).toEqual([1, 2, bytes.length]);
    }
    const { problems } = await check([ascii(`${good}\n`), Uint8Array.of(0xc3, 0x28)], { format: 'ndjson' });
    expect(problems.map(({ line, message }) => `${line}: ${message}`)).toEqual([
      '2: the file is not UTF-8 text from line 2 on: save it as UTF-8',
    ]);
  });

  it('finds nothing in an empty file', async () => {
    for (const format of ['json', 'ndjson', 'csv'] as const) expect(await told('', format)).toEqual([]);
  });

  it('finds the same however the file is cut into pieces', async () => {
    const files: readonly [FileFormat, string][] = [
      ['ndjson', `${good}\n${bad}\r\n{"x\n${good}`],
      ['json', `[${good}, {"id":"\\\\","dateOfBirth":"\\""},\n${bad},1,"],"]`],
      ['csv', 'id,dateOfBirth\r\n"C\r\n1",x\r\rC2,"2012-05-17"\nC3,1,2'],
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files),
        fc.array(fc.nat({ max: 90 })),
        async ([format, text], cuts) => {
          const at = [0, ...cuts.sort((a, b) => a - b), text.length];
          const pieces = at.slice(1).map((end, i) => text.slice(at[i], end));
          expect((await check(pieces, { format })).problems).toEqual(
            (await check([text], { format })).problems,
          );
        },
      ),
    );
  });

  it('never throws on garbage', async () => {
    const garbage = fc.string({ unit: fc.constantFrom(...'{}[]",:;\\\n\r\t a1'), maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(garbage, fc.constantFrom('json', 'ndjson', 'csv'), async (text, format) => {
        const { progress, problems } = await check([text], { format });
        expect(progress.problems).toBe(problems.length);
      }),
    );
  });

  it('knows a file’s format by its name', () => {
    expect(['a.json', 'b.NDJSON', 'c.jsonl', 'd.csv', 'e.xlsx', 'f'].map(formatOf)).toEqual([
      'json',
      'ndjson',
      'ndjson',
      'csv',
      undefined,
      undefined,
    ]);
  });
});
