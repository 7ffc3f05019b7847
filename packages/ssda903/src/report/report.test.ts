import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { validateReturn } from '../engine/run.ts';
import { readReturn } from '../read/read-return.ts';
import { textFile } from '../read/testing.ts';
import { csvReport } from './csv.ts';
import { htmlReport } from './html.ts';
import { createReport, summarise } from './report.ts';
import { textReport } from './text.ts';
import { xlsxReport } from './xlsx.ts';

const EPISODES =
  'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n';
const read = readReturn([
  textFile(
    'e.csv',
    `${EPISODES}=A1,01/05/2025,S,V3,N1,U4,PR1,,,,,,\n<b>A2</b>,01/05/2025,S,V4,N1,U1,PR1,,,,,,\nA3,31/02/2025,S,C2,N1,U1,PR1,,,,,,\n`,
  ),
]);
const input = { year: 2026, authority: 'E10000007', now: read.return };
const report = createReport(input, validateReturn({ ...input, only: ['384', '101'] }), {
  readFindings: read.findings,
  teamOf: new Map([['=A1', 'North']]),
});

describe('a report', () => {
  it('counts by rule, table, child and team, and says what was skipped', () => {
    const summary = summarise(report);
    expect(summary.byRule.map(({ rule, findings }) => [rule.code, findings])).toEqual([['384', 2]]);
    expect(summary.byTable).toEqual([{ of: 'Episodes', rows: 3, findings: 2 }]);
    expect(summary.byChild).toEqual([
      { of: '=A1', findings: 1 },
      { of: '<B>A2</B>', findings: 1 },
    ]);
    expect(summary.byTeam).toEqual([
      { of: 'North', findings: 1 },
      { of: 'no team', findings: 1 },
    ]);
    expect(summary.skipped.map(({ rule, reason }) => [rule.code, reason])).toEqual([
      ['101', 'Needs Header, which is not in the return.'],
    ]);
  });

  it('is a table for a terminal', () => {
    expect(textReport(report).split('\n')).toEqual([
      'SSDA903 2026, Derbyshire: 2 findings from 1 rule',
      "! Dates that cannot be read: e.csv, line 4: DECOM '31/02/2025' is not a date that exists, written DD/MM/YYYY; read as blank.",
      '',
      'By rule',
      '2  384  error  Short break with a long-term foster carer',
      '',
      'By table',
      '2  Episodes  3 rows',
      '',
      'By child',
      '1  =A1',
      '1  <B>A2</B>',
      '',
      'By team',
      '1  North',
      '1  no team',
      '',
      'Not checked',
      'Needs Header, which is not in the return.  101',
      '',
    ]);
  });

  it('is CSV that a spreadsheet takes for no formula', () => {
    const [heading, first] = csvReport(report).split('\r\n');
    expect(heading).toBe('rule,severity,table,row,file,line,child,team,fields,message,fix');
    expect(first).toMatch(/^384,error,Episodes,0,e\.csv,2,"'=A1",North,PLACE LS,/);
  });

  it('is a workbook with the rules and a sheet for each table, its cells marked', async () => {
    const parts = unzipSync(await xlsxReport(report));
    const content = (name: string) => strFromU8(parts[name]!);
    expect(content('xl/workbook.xml')).toMatch(/name="Rules".*name="Episodes"/s);
    expect(content('xl/styles.xml')).toContain('F6D7D2');
    expect(content('xl/sharedStrings.xml')).toContain('Correct the placement type');
  });

  it('is one page that needs no network and runs nothing that stands in the data', () => {
    const page = htmlReport(report);
    expect(page).not.toMatch(/(src|href)="(?!#)/);
    expect(page).toContain('data-child="&lt;B&gt;A2&lt;/B&gt;"');
    expect(page).not.toContain('<B>A2');
    expect(page).toContain('<option value="384">');
    expect(page).toContain('Not checked');
  });
});
