import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { syntheticReturn } from '../benchmarks/synthetic-return.ts';
import { ssda903Commands } from '../src/cli/index.ts';
import { readReturn } from '../src/read/read-return.ts';
import { cellsOfReturn } from '../src/write/write-csv.ts';

const EPISODES =
  'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n';
const SHORT_BREAK = 'A1,01/05/2025,S,V3,N1,U4,PR1,,,,,,\n';
const LOOKED_AFTER = 'A1,01/05/2025,S,C2,N1,U4,PR1,,,,,,\n';

let cwd = '';
const put = (path: string, content: string | Uint8Array): void => {
  const full = join(cwd, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, content);
};
const text = (path: string): string => readFileSync(join(cwd, path), 'utf8');

async function cic(line: string, isTerminal = false) {
  const command = ssda903Commands.find(({ name }) => line === name || line.startsWith(`${name} `))!;
  const args = line.slice(command.name.length).trim();
  let out = '';
  let err = '';
  const code = await command.run(args === '' ? [] : args.split(' '), {
    out: (written) => {
      out += written;
    },
    err: (written) => {
      err += written;
    },
    cwd,
    isTerminal,
  });
  return { code, out, err };
}

beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'cic-ssda903-'));
  put('old/episodes.csv', EPISODES + SHORT_BREAK);
  put('new/episodes.csv', `${EPISODES}${LOOKED_AFTER}A2,01/06/2025,S,V4,N1,U1,PR1,,,,,,\n`);
  put('return.zip', zipSync({ 'episodes.csv': new TextEncoder().encode(EPISODES + SHORT_BREAK) }));
  put('slips/uasc.csv', 'CHILD,SEX,DOB,DUC\nA1,M,1-2-2010,\nA2 ,F,01/02/2011,2028-02-01\n');
});

afterAll(() => rmSync(cwd, { recursive: true }));

describe('cic ssda903 validate', () => {
  const one = {
    year: 2026,
    tables: { Episodes: { rows: 1 } },
    rules: { 384: { status: 'checked', rows: { Episodes: [0] } } },
    findings: 1,
  };

  it.each(['old', 'return.zip', 'old/episodes.csv'])('prints JSON for %s and exits with 1', async (path) => {
    const { code, out, err } = await cic(
      `ssda903 validate ${path} --year 2026 --rules 384 --authority E10000007`,
    );
    expect(JSON.parse(out)).toEqual(one);
    expect({ code, err }).toEqual({ code: 1, err: '' });
  });

  it('exits with 0 when nothing is found', async () => {
    expect(await cic('ssda903 validate new/episodes.csv --year 2026 --rules 101,503A')).toMatchObject({
      code: 0,
    });
  });

  it('takes last year, and files after --previous', async () => {
    const { out } = await cic('ssda903 validate new --previous old/episodes.csv --year 2026 --rules 503B');
    expect(JSON.parse(out).rules['503B']).toEqual({ status: 'checked', rows: { Episodes: [0] } });
  });

  it('writes every form of report', async () => {
    put('teams.csv', 'child,team\na1,North\n');
    expect((await cic('ssda903 validate old --year 2026 --rules 384', true)).out).toContain('1  384  error');
    await cic('ssda903 validate old --year 2026 --rules 384 --format html --out report.html');
    expect(text('report.html')).toContain('data-child="A1"');
    await cic('ssda903 validate old --year 2026 --rules 384 --format csv --out report.csv --teams teams.csv');
    expect(text('report.csv')).toContain('384,error,Episodes,0,old/episodes.csv,2,A1,North');
    await cic('ssda903 validate old --year 2026 --rules 384 --format xlsx --out report.xlsx');
    expect(text('report.xlsx').slice(0, 2)).toBe('PK');
  });

  it.each([
    ['validate old', '--year is missing: the collection year, 2026 for the year to 31 March 2026.'],
    [
      'validate old --year soon',
      '--year soon is not a collection year such as 2026, the year to 31 March 2026.',
    ],
    [
      'validate old --year 2019',
      'There are no rules for collection year 2019; those known here begin with 2023.',
    ],
    [
      'validate old --year 2026 --out old/episodes.csv/x',
      'old/episodes.csv/x cannot be written: a file stands where a folder is needed.',
    ],
    ['validate old --year 2026 --out old', 'old cannot be written: it is a folder.'],
    ['validate --year 2026', 'No return was named: give a folder, a zip archive or files.'],
    ['validate nowhere --year 2026', 'nowhere cannot be read: there is no such file or folder.'],
    ['validate old --year 2026 --rules 384,7', "There is no rule 7; 'cic ssda903 rules' lists them."],
    [
      'validate old --year 2026 --format pdf',
      '--format pdf is not known; it is one of table, json, csv, xlsx, html.',
    ],
    ['validate old --year 2026 --format xlsx', '--format xlsx needs --out FILE.'],
    [
      'validate old --year 2026 --authority Derby',
      '--authority DERBY is not the GSS code of an English authority, such as E10000007.',
    ],
    ['validate old --year 2026 --nonsense', 'There is no option --nonsense; --help lists those there are.'],
    ['validate old --year', '--year needs a value; --help shows which.'],
    [
      'validate old --year 2026 --postcodes old/episodes.csv',
      "old/episodes.csv is not a postcode index; 'cic reference postcodes' makes one from the ONS directory.",
    ],
    [
      'validate old new/episodes.csv --year 2026',
      "Two files for one table: old/episodes.csv and new/episodes.csv both hold Episodes. Give one of them; for last year's return use the place for it.",
    ],
    [
      'validate old --year 2026 --teams old/episodes.csv',
      'old/episodes.csv is no list of teams: it needs the columns CHILD and TEAM.',
    ],
  ])('says in one sentence why it could not run: %s', async (line, message) => {
    expect(await cic(`ssda903 ${line}`)).toEqual({ code: 2, out: '', err: `${message}\n` });
  });

  it('says which files it could not use', async () => {
    put('mixed/episodes.csv', EPISODES + SHORT_BREAK);
    put('mixed/notes.txt', 'Remember the milk\n');
    const { code, err } = await cic('ssda903 validate mixed --year 2026 --rules 384');
    expect(code).toBe(1);
    expect(err).toBe(
      "mixed/notes.txt, line 1: these headings are not those of a table of the return: 'REMEMBER THE MILK'.\n",
    );
  });
});

describe('a folder of returns', () => {
  it('is checked by workers, one report each', async () => {
    for (const name of ['E10000007', 'E06000015', 'Somewhere']) {
      for (const file of syntheticReturn(20, 2026, name.length))
        put(`england/${name}/${file.name}`, file.bytes);
      for (const file of syntheticReturn(20, 2025, name.length))
        put(`england-last/${name}/${file.name}`, file.bytes);
    }
    const { code, out, err } = await cic(
      'ssda903 validate england --previous england-last --year 2026 --out reports --workers 2',
    );
    const summary = JSON.parse(out);
    expect(code).toBe(1);
    expect(summary.returns.map(({ name }: { name: string }) => name)).toEqual([
      'E06000015',
      'E10000007',
      'Somewhere',
    ]);
    expect(summary.rows).toBe(
      summary.returns.reduce((sum: number, { rows }: { rows: number }) => sum + rows, 0),
    );
    expect(err).toMatch(/^[\d,]+ rows in [\d.]+ s: [\d,]+ rows a second\.\n$/);
    expect(readdirSync(join(cwd, 'reports'))).toEqual(['E06000015.json', 'E10000007.json', 'Somewhere.json']);
    const alone = await cic(
      'ssda903 validate england/Somewhere --previous england-last/Somewhere --year 2026',
    );
    expect(JSON.parse(text('reports/Somewhere.json'))).toEqual(JSON.parse(alone.out));
  });

  it('names the return that could not be checked, and checks the others', async () => {
    put('pair/good/episodes.csv', EPISODES + SHORT_BREAK);
    put('pair/bad/other.csv', 'NAME\nx\n');
    const { code, out, err } = await cic('ssda903 validate pair --year 2026 --rules 384', true);
    expect(code).toBe(2);
    expect(out).toContain('could not be checked');
    expect(err).toContain('bad: No table of the return was found.');
    expect(err).toContain('2/2 returns');
  });
});

describe('cic ssda903 rule and rules', () => {
  it('explain one rule', async () => {
    const { code, out } = await cic('ssda903 rule 503a');
    expect(code).toBe(0);
    expect(out).toContain('503A  ');
    expect(out).toContain('Is flagged (in 2026):');
    expect(JSON.parse((await cic('ssda903 rule 384 --json')).out)).toMatchObject({
      code: '384',
      years: [2023],
    });
    expect(await cic('ssda903 rule 7')).toMatchObject({
      code: 2,
      err: "There is no rule 7; 'cic ssda903 rules' lists them.\n",
    });
    expect(await cic('ssda903 rule')).toMatchObject({ code: 2 });
  });

  it('list them', async () => {
    const codes = (out: string) => JSON.parse(out).map(({ code }: { code: string }) => code);
    expect(codes((await cic('ssda903 rules --year 2026 --json')).out)).toContain('384');
    expect((await cic('ssda903 rules')).out).toContain('384');
    expect((await cic('ssda903 rules --differs')).code).toBe(0);
  });
});

describe('cic ssda903 diff', () => {
  it('tells what changed', async () => {
    const { code, out } = await cic('ssda903 diff old new --year 2026 --authority E10000007');
    expect(code).toBe(1);
    expect(JSON.parse(out).episodes.changed).toEqual([
      { child: 'A1', decom: '01/05/2025', copy: 0, changes: { LS: { from: 'V3', to: 'C2' } } },
    ]);
    expect((await cic('ssda903 diff old new --year 2026', true)).out).toContain(
      'child A1, begun 01/05/2025: LS V3 to C2',
    );
    expect(await cic('ssda903 diff old return.zip --year 2026', true)).toMatchObject({
      code: 0,
      out: 'No difference.\n',
    });
    expect(await cic('ssda903 diff old --year 2026')).toMatchObject({ code: 2 });
  });
});

describe('cic ssda903 repair', () => {
  it('lists repairs, and applies those that are left in the list', async () => {
    const listed = await cic('ssda903 repair slips');
    expect(listed.code).toBe(1);
    put('patch.json', JSON.stringify(JSON.parse(listed.out).slice(0, 2)));
    expect(await cic('ssda903 repair slips --apply patch.json --out repaired')).toMatchObject({
      code: 0,
      out: '',
    });
    expect(text('repaired/uasc.csv')).toBe(
      'CHILD,SEX,DOB,DUC\r\nA1,M,1/2/2010,\r\nA2,F,01/02/2011,2028-02-01\r\n',
    );
    expect(await cic('ssda903 repair repaired --apply patch.json --out again')).toMatchObject({ code: 1 });
    expect((await cic('ssda903 repair slips', true)).out).toContain("DOB '1-2-2010' becomes '1/2/2010'");
  });

  it.each([
    ['slips --apply patch.json', '--apply needs --out FOLDER for the repaired return.'],
    [
      'slips --apply slips/uasc.csv --out x',
      'slips/uasc.csv is not JSON; save the list of repairs with --format json.',
    ],
    [
      'slips --apply list.json --out x',
      'list.json is not a list of repairs with table, row, column, from and to.',
    ],
  ])('says why it could not run: %s', async (args, message) => {
    put('list.json', '[{"table":"Nothing"}]');
    expect(await cic(`ssda903 repair ${args}`)).toEqual({ code: 2, out: '', err: `${message}\n` });
  });
});

describe('cic ssda903 write', () => {
  it('goes from CSV to XML and back', async () => {
    put('whole/header.csv', 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\nA1,F,01/02/2010,WBRI,UN1,0,\n');
    put('whole/episodes.csv', EPISODES + SHORT_BREAK);
    expect(await cic('ssda903 write whole --to xml --out xml')).toMatchObject({ code: 0 });
    expect(await cic('ssda903 write xml --to csv --out back')).toMatchObject({ code: 0 });
    const cells = (folder: string) =>
      cellsOfReturn(
        readReturn(
          readdirSync(join(cwd, folder)).map((name) => ({
            name,
            bytes: readFileSync(join(cwd, folder, name)),
          })),
        ).return,
      );
    expect(cells('back')).toMatchObject(cells('whole'));
  });

  it('says what has no place', async () => {
    expect(await cic('ssda903 write old --to xml --out xml2')).toMatchObject({
      code: 1,
      err: expect.stringContaining('Left out: Episodes: 1 rows'),
    });
    expect(await cic('ssda903 write old --to xml')).toMatchObject({ code: 2 });
  });
});

describe('cic reference postcodes', () => {
  it('makes the index that validate takes', async () => {
    put(
      'onspd.csv',
      'pcds,oslaua,oseast1m,osnrth1m\nDE1 2AB,E06000015,435250,336300\nDE4 3AA,E07000035,430000,360000\n',
    );
    expect(await cic('reference postcodes onspd.csv --out places.idx')).toMatchObject({ code: 0 });
    put(
      'placed/episodes.csv',
      `${EPISODES}A1,01/05/2025,S,C2,N1,U4,PR1,,,,DE1 2AB,DE4 3AA,\nA2,01/05/2025,S,C2,N1,U4,PR1,,,,DE1 2AB,XX1 1XX,\n`,
    );
    const { out } = await cic(
      'ssda903 validate placed --postcodes places.idx --year 2026 --rules 169 --authority E10000007',
    );
    expect(JSON.parse(out).rules['169']).toEqual({ status: 'checked', rows: { Episodes: [1] } });
  });

  it('says why it could not run', async () => {
    expect(await cic('reference postcodes nowhere.csv --out x')).toMatchObject({
      code: 2,
      err: 'nowhere.csv cannot be read: there is no such file or folder.\n',
    });
    expect(await cic('reference postcodes old/episodes.csv --out x')).toMatchObject({ code: 2 });
    expect(await cic('reference postcodes')).toMatchObject({ code: 2 });
  });
});

describe('every command', () => {
  it.each(ssda903Commands.map(({ name }) => name))('%s has --help', async (name) => {
    const { code, out } = await cic(`${name} --help`);
    expect(code).toBe(0);
    expect(out).toContain(`cic ${name} `);
  });
});
