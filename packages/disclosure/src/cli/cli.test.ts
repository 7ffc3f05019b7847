import { describe, expect, it } from 'vitest';
import { disclosureCommands } from './index.ts';

const csv = 'district,n\r\nA,2\r\nB,30\r\nC,25\r\nD,41\r\nTotal,98\r\n';

async function run(name: 'protect' | 'audit', args: string[], files: Record<string, string> = {}) {
  const seen = { out: '', error: '', written: {} as Record<string, string> };
  const code = await disclosureCommands
    .find((command) => command.name === name)!
    .run(args, {
      readFile: async (path) => {
        const text = files[path];
        if (text === undefined) throw Object.assign(new Error('gone'), { code: 'ENOENT' });
        return text;
      },
      write: (text) => {
        seen.out += text;
      },
      error: (text) => {
        seen.error += text;
      },
      writeFile: async (path, text) => {
        seen.written[path] = text;
      },
    });
  return { code, ...seen };
}

describe('cic disclosure', () => {
  it('protects CSV into CSV, JSON and a table with its note [D-PUB-08] [D-SUP-21]', async () => {
    const files = { 'x.csv': csv };
    const asCsv = await run('protect', ['x.csv', '--format', 'csv'], files);
    expect(asCsv.code).toBe(0);
    expect(asCsv.out.split('\r\n')[1]).toBe('table,A,,x,,primary');
    const json = JSON.parse((await run('protect', ['x.csv'], files)).out);
    expect(json.proof).toMatchObject({ ok: true, primary: 1, secondary: 2 });
    expect(json.tables[0].cells[0]).toEqual({ at: ['A'], n: null, shown: 'x', status: 'primary' });
    const table = await run('protect', ['x.csv', '--format=table'], files);
    expect(table.out).toContain(
      'Numbers from 1 to 4, and some larger numbers that would give them away, are replaced by x',
    );
  });

  it('audits several files together, from standard input too', async () => {
    const leak = '{"tables":[{"id":"table","dims":["district"],"cells":[{"at":["A"],"n":2}]}]}';
    const hidden = csv.replace('A,2', 'A,x').replace('B,30', 'B,x');
    expect((await run('audit', ['-'], { '-': hidden })).code).toBe(0);
    const both = await run('audit', ['-', 'other.json', '--format', 'json'], {
      '-': hidden,
      'other.json': leak,
    });
    expect(both.code).toBe(1);
    expect(JSON.parse(both.out)).toMatchObject({ exact: 2, ok: false });
  });

  it('ends with 2 and one sentence when it cannot run', async () => {
    expect(await run('audit', ['gone.json'])).toMatchObject({
      code: 2,
      error: 'gone.json: could not be read (no such file).\n',
    });
    expect(await run('audit', ['x.csv', '--format', 'pdf'])).toMatchObject({
      code: 2,
      error: "--format: 'pdf' is not one of table, json.\n",
    });
    expect(await run('protect', [])).toMatchObject({ code: 2 });
    expect(
      await run('protect', ['x.csv', '--policy', 'p.json'], {
        'x.csv': csv,
        'p.json': '{"protect":{"width":0}}',
      }),
    ).toMatchObject({
      code: 2,
      error: 'policy.protect.width: expected a whole number of at least 1, got 0.\n',
    });
  });

  it('writes where it is told, and helps', async () => {
    const { written, out } = await run('protect', ['x.csv', '--out', 'y.json'], { 'x.csv': csv });
    expect(out).toBe('');
    expect(JSON.parse(written['y.json']!).proof.ok).toBe(true);
    expect((await run('audit', ['--help'])).out).toContain('cic disclosure audit FILES…');
  });
});
