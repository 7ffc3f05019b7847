import { describe, expect, it } from 'vitest';
import { readReturn } from '../read/read-return.ts';
import { textFile } from '../read/testing.ts';
import { buildContext } from './build.ts';
import { rule } from './define.ts';
import { explainFindings } from './findings.ts';
import { runRule, validateReturn } from './run.ts';

const EPISODES =
  'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n';
const now = readReturn([
  textFile(
    'e.csv',
    `${EPISODES}A1,01/05/2025,S,C2,N1,U4,PR1,,,,,,\n\nA2,01/05/2025,S,V3,N1,U4,PR1,,,,,,\nA3,01/05/2025,S,V4,N1,U1,PR1,,,,,,\n`,
  ),
]).return;

const probe = rule({
  code: 'X',
  title: 'A rule for this test',
  severity: 'error',
  years: [2023, 2025],
  tables: ['Episodes'],
  fields: { Episodes: ['LS'] },
  means: '',
  fix: '',
  check: ({ Episodes }, flag) => [2, 0, 2, 1].forEach((row) => void flag(Episodes[row]!)),
  fails: {},
  passes: {},
});

describe('checking a return', () => {
  const result = validateReturn({ year: 2026, now, only: ['384'] });

  it('gives the rows of every rule, and how many tables and findings there are', () => {
    expect(JSON.parse(JSON.stringify(result))).toEqual({
      year: 2026,
      tables: { Episodes: { rows: 3 } },
      rules: { 384: { status: 'checked', rows: { Episodes: [1, 2] } } },
      findings: 2,
    });
  });

  it('explains a finding with file, line, child, values and how to mend it', () => {
    expect([...explainFindings({ year: 2026, now }, result)][0]).toMatchObject({
      rule: '384',
      table: 'Episodes',
      row: 1,
      file: 'e.csv',
      line: 4,
      child: 'A2',
      values: { PLACE: 'U4', LS: 'V3' },
      message: expect.stringContaining("PLACE 'U4', LS 'V3'"),
    });
  });

  it('says why a rule was skipped', () => {
    expect(
      validateReturn({ year: 2026, now: { format: 'csv', tables: {} }, only: ['384'] }).rules['384'],
    ).toEqual({
      status: 'skipped',
      reason: 'Needs Episodes, which is not in the return.',
    });
  });
});

describe('one rule', () => {
  const context = buildContext({ year: 2025, now });

  it('has its rows sorted and distinct, however it flags them', () => {
    expect(runRule(probe, context)).toEqual({ status: 'checked', rows: { Episodes: [0, 1, 2] } });
  });

  it.each([
    ['last Header', "Needs last year's Header, which was not given."],
    ['providers', "Needs Ofsted's list of providers, which was not given."],
    ['postcodes', 'Needs a postcode directory, which was not given.'],
    ['xml', 'Applies to returns in XML only.'],
  ] as const)('is skipped without %s', (need, reason) => {
    expect(runRule({ ...probe, needs: [need] }, context)).toEqual({ status: 'skipped', reason });
  });

  it('that fails stops nothing else', () => {
    const broken = {
      ...probe,
      check: () => {
        throw new RangeError('oh');
      },
    };
    expect(runRule(broken, context)).toMatchObject({
      status: 'skipped',
      reason: expect.stringContaining('oh'),
    });
  });
});
