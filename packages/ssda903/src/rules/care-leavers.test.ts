import { describe, expect, it } from 'vitest';
import type { ExampleReturn } from '../engine/rule.ts';
import { check, runExample } from '../engine/testing.ts';
import { careLeaverRules } from './care-leavers.ts';

const rule = (code: string) => careLeaverRules.find((each) => each.code === code)!;
const checking = (code: string, example: ExampleReturn, year = 2026) => check(rule(code), example, { year });

const ACCOMMODATION =
  'B1 B2 C1 C2 D1 D2 E1 E2 G1 G2 H1 H2 K1 K2 R1 R2 S2 T1 T2 U1 U2 V1 V2 W1 W2 X2 Y1 Y2 Z1 Z2 0';

describe('131, 132 and 133: code lists', () => {
  it.each([
    ['131', 'IN_TOUCH', 'YES NO DIED REFU NREQ RHOM yes', ['', 'Y', 'YES ', '0']],
    ['132', 'ACTIV', 'F1 P1 F2 P2 F4 P4 F5 P5 G4 G5 G6 0', ['', 'F3', 'P3', 'G1', '00', 'F1 ']],
    ['133', 'ACCOM', ACCOMMODATION, ['', 'S1', 'X1', 'T', 'A1', 'B3', '00', ' B1']],
  ])('%s wants a listed code of %s', (code, column, listed, refused) => {
    const accepted = listed.split(' ');
    const rows = [...accepted, ...refused].map((value) => ({ [column]: value }));
    expect(checking(code, { OC3: rows })).toEqual({ OC3: refused.map((_, i) => accepted.length + i) });
  });
});

/** The rows flagged, each given as contact, activity and accommodation. */
const flagged = (code: string, rows: readonly (readonly [string, string, string])[]) =>
  checking(code, { OC3: rows.map(([IN_TOUCH, ACTIV, ACCOM]) => ({ IN_TOUCH, ACTIV, ACCOM })) }).OC3 ?? [];

describe('153 details of a care leaver', () => {
  it('are complete or blank, whatever they say', () => {
    expect(
      flagged('153', [
        ['YES', 'F1', 'B1'],
        ['', '', ''],
        ['?', '?', '?'],
        ['YES', '', ''],
        ['', 'F1', ''],
        ['', '', 'B1'],
        ['YES', 'F1', ''],
        ['YES', '', '0'],
        ['', 'F1', 'B1'],
      ]),
    ).toEqual([3, 4, 5, 6, 7, 8]);
  });
});

describe('344 died or went home', () => {
  it.each(['DIED', 'RHOM'])('%s goes with 0 for activity and accommodation', (contact) => {
    expect(
      flagged('344', [
        [contact, '0', '0'],
        [contact, '', '0'],
        [contact, '0', ''],
        [contact, 'F1', '0'],
        [contact, '0', 'B1'],
        [contact, '0', '00'],
      ]),
    ).toEqual([1, 2, 3, 4, 5]);
  });
  it('says nothing about others', () => {
    expect(
      flagged('344', [
        ['YES', 'F1', 'B1'],
        ['', 'F1', 'B1'],
        ['NO', '', ''],
      ]),
    ).toEqual([]);
  });
});

describe('345 in touch', () => {
  it('means knowing activity and accommodation', () => {
    expect(
      flagged('345', [
        ['YES', '0', 'B1'],
        ['YES', 'F1', '0'],
        ['yes', '0', '0'],
        ['YES', 'F1', 'B1'],
        ['YES', '', ''],
        ['YES', '00', 'B1'],
        ['NO', '0', '0'],
        ['', '0', '0'],
      ]),
    ).toEqual([0, 1, 2]);
  });
});

describe('347 foyers', () => {
  it.each([
    ['02/04/2007', 2026, true],
    ['01/04/2007', 2026, false],
    ['31/03/2007', 2026, false],
    ['02/04/2006', 2025, true],
    ['01/04/2006', 2025, false],
    ['01/04/2005', 2024, false],
    ['', 2026, false],
    ['02/04/07', 2026, false],
  ])('born %j, year %i: flagged %s', (DOB, year, wrong) => {
    const rows = ['T', 'T1', 'T2', 'S2', ''].map((ACCOM) => ({ DOB, ACCOM }));
    expect(checking('347', { OC3: rows }, year)).toEqual(wrong ? { OC3: [0] } : {});
  });
  it('is not stopped by an unreadable date of birth', () => {
    const rows = ['x', '02/04/2007'].map((DOB) => ({ DOB, ACCOM: 'T' }));
    expect(checking('347', { OC3: rows })).toEqual({ OC3: [1] });
  });
});

describe('348 died last year', () => {
  it.each([
    ['DIED', 'YES', true],
    ['DIED', '', true],
    ['DIED', 'DIED', false],
    ['YES', 'DIED', false],
    ['', 'YES', false],
  ])('%j last year, %j this year: flagged %s', (last, now, wrong) => {
    expect(
      checking('348', {
        OC3: [
          { CHILD: '2', IN_TOUCH: now },
          { CHILD: '1', IN_TOUCH: now },
          { CHILD: '', IN_TOUCH: now },
        ],
        'last OC3': [
          { CHILD: '1', IN_TOUCH: '' },
          { CHILD: '1', IN_TOUCH: last },
          { CHILD: '', IN_TOUCH: last },
        ],
      }),
    ).toEqual(wrong ? { OC3: [1] } : {});
  });
  it('is skipped without last year’s care leavers', () => {
    expect(runExample(rule('348'), { OC3: [{ CHILD: '1' }] }).status).toBe('skipped');
  });
});

describe('391 care leavers under 17', () => {
  it.each([
    ['01/04/2009', 2026, true],
    ['31/03/2009', 2026, false],
    ['30/03/2009', 2026, false],
    ['31/03/2009', 2025, true],
    ['', 2026, false],
    ['x', 2026, false],
  ])('born %j, year %i: flagged %s', (DOB, year, wrong) => {
    const rows = [{ DOB, IN_TOUCH: '?' }, { DOB, ACTIV: '0' }, { DOB, ACCOM: '0' }, { DOB }];
    expect(checking('391', { OC3: rows }, year)).toEqual(wrong ? { OC3: [0, 1, 2] } : {});
  });
});
