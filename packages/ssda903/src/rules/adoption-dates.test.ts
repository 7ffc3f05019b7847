import { describe, expect, it } from 'vitest';
import type { ExampleReturn } from '../engine/rule.ts';
import { check } from '../engine/testing.ts';
import { adoptionDateRules } from './adoption-dates.ts';

const checking = (code: string, example: ExampleReturn) =>
  check(adoptionDateRules.find((each) => each.code === code)!, example);

const both = { Episodes: [0], AD1: [0] };

describe('112 and 113: unreadable dates', () => {
  it.each([
    ['112', 'DATE_INT'],
    ['113', 'DATE_MATCH'],
  ])('%s flags what is written in %s but is no date', (code, column) => {
    const dates = ['01/06/2025', '1/6/2025', '', '01/06/25', '2025-06-01', '31/06/2025', '01/06/1677', ' '];
    expect(checking(code, { AD1: dates.map((date) => ({ [column]: date })) })).toEqual({
      AD1: [3, 4, 5, 6, 7],
    });
  });
});

describe('151 adoption details', () => {
  const complete = {
    DATE_INT: '01/06/2025',
    DATE_MATCH: '01/09/2025',
    FOSTER_CARE: '0',
    NB_ADOPTR: '2',
    SEX_ADOPTR: 'MF',
    LS_ADOPTR: 'L11',
  };

  it('are complete, or blank throughout', () => {
    expect(checking('151', { AD1: [complete, {}, { CHILD: '1', DOB: '01/01/2020' }] })).toEqual({});
  });
  it.each(Object.keys(complete))('are incomplete without %s, or with it alone', (column) => {
    expect(checking('151', { AD1: [{ ...complete, [column]: '' }, { [column]: 'x' }] })).toEqual({
      AD1: [0, 1],
    });
  });
  it('count invalid values as filled in', () => {
    expect(checking('151', { AD1: [{ ...complete, DATE_INT: 'soon', SEX_ADOPTR: '?' }] })).toEqual({});
  });
});

describe('331 match and adoptive placement', () => {
  const compare = (DATE_MATCH: string, DECOM: string, REC = 'E11') =>
    checking('331', { Episodes: [{ CHILD: '1', DECOM, REC }], AD1: [{ CHILD: '1', DATE_MATCH }] });

  it.each([
    ['02/06/2025', '01/06/2025', 'E11', both],
    ['02/06/2025', '01/06/2025', 'E12', both],
    ['01/06/2025', '01/06/2025', 'E11', {}],
    ['31/05/2025', '01/06/2025', 'E11', {}],
    ['02/06/2025', '01/06/2025', 'X1', {}],
    ['02/06/2025', '01/06/2025', '', {}],
    ['', '01/06/2025', 'E11', {}],
    ['99/06/2025', '01/06/2025', 'E11', {}],
    ['02/06/2025', '', 'E11', {}],
    ['02/06/2025', 'unknown', 'E11', {}],
  ])('matched %j, placed %j, %j: %j', (matched, placed, rec, expected) => {
    expect(compare(matched, placed, rec)).toEqual(expected);
  });

  it('compares all adoption episodes of the child, each once', () => {
    expect(
      checking('331', {
        Episodes: [
          { CHILD: '2', DECOM: '01/05/2025', REC: 'E11' },
          { CHILD: '1', DECOM: '01/05/2025', REC: 'E11' },
          { CHILD: '1', DECOM: '01/07/2025', REC: 'E12' },
          { CHILD: '', DECOM: '01/05/2025', REC: 'E12' },
        ],
        AD1: [
          { CHILD: '', DATE_MATCH: '01/06/2025' },
          { CHILD: '1', DATE_MATCH: '01/06/2025' },
          { CHILD: '1', DATE_MATCH: '01/04/2025' },
          { CHILD: '1', DATE_MATCH: '02/05/2025' },
        ],
      }),
    ).toEqual({ Episodes: [1], AD1: [1, 3] });
  });
});

describe('333 decision and match', () => {
  it.each([
    ['02/06/2025', '01/06/2025', true],
    ['01/06/2025', '01/06/2025', false],
    ['31/05/2025', '01/06/2025', false],
    ['', '01/06/2025', true],
    ['soon', '01/06/2025', true],
    ['01/06/2025', '', false],
    ['01/06/2025', 'soon', false],
    ['', '', false],
  ])('decided %j, matched %j: flagged %s', (DATE_INT, DATE_MATCH, wrong) => {
    expect(checking('333', { AD1: [{ DATE_INT, DATE_MATCH }] })).toEqual(wrong ? { AD1: [0] } : {});
  });
});

describe('334 decision and start of care', () => {
  const compare = (DATE_INT: string, DECOM: string, RNE = 'S') =>
    checking('334', { Episodes: [{ CHILD: '1', DECOM, RNE }], AD1: [{ CHILD: '1', DATE_INT }] });

  it.each([
    ['31/05/2025', '01/06/2025', 'S', both],
    ['01/06/2025', '01/06/2025', 'S', {}],
    ['02/06/2025', '01/06/2025', 'S', {}],
    ['31/05/2025', '01/06/2025', 'P', {}],
    ['31/05/2025', '01/06/2025', '', {}],
    ['', '01/06/2025', 'S', {}],
    ['never', '01/06/2025', 'S', {}],
    ['31/05/2025', '', 'S', {}],
  ])('decided %j, started %j, RNE %j: %j', (decided, started, rne, expected) => {
    expect(compare(decided, started, rne)).toEqual(expected);
  });

  it('takes the latest start of care, the first of two on one day, and passes over unreadable ones', () => {
    expect(
      checking('334', {
        Episodes: [
          { CHILD: '1', DECOM: '01/05/2025', RNE: 'S' },
          { CHILD: '1', DECOM: '01/07/2025', RNE: 'S' },
          { CHILD: '1', DECOM: '01/07/2025', RNE: 'S' },
          { CHILD: '1', DECOM: '01/09/2025', RNE: 'P' },
          { CHILD: '1', DECOM: '32/12/2025', RNE: 'S' },
          { CHILD: '2', DECOM: 'x', RNE: 'S' },
          { CHILD: '', DECOM: '01/07/2025', RNE: 'S' },
        ],
        AD1: [
          { CHILD: '2', DATE_INT: '01/01/2020' },
          { CHILD: '1', DATE_INT: '30/06/2025' },
          { CHILD: '', DATE_INT: '30/06/2025' },
          { CHILD: '1', DATE_INT: '01/08/2025' },
        ],
      }),
    ).toEqual({ Episodes: [1], AD1: [1] });
  });
});

describe('521 decision and adoptive placement', () => {
  it.each([
    ['A3', '02/06/2025', '01/06/2025', both],
    ['A4', '02/06/2025', '01/06/2025', both],
    ['A5', '02/06/2025', '01/06/2025', both],
    ['A6', '02/06/2025', '01/06/2025', both],
    ['A2', '02/06/2025', '01/06/2025', {}],
    ['', '02/06/2025', '01/06/2025', {}],
    ['A3', '01/06/2025', '01/06/2025', {}],
    ['A3', '', '01/06/2025', {}],
    ['A3', '02/06/2025', '', {}],
    ['A3', '02/06/2025', '01/06/25', {}],
  ])('%s: decided %j, placed %j: %j', (PLACE, DATE_INT, DECOM, expected) => {
    const example = { Episodes: [{ CHILD: '1', PLACE, DECOM }], AD1: [{ CHILD: '1', DATE_INT }] };
    expect(checking('521', example)).toEqual(expected);
  });

  it('pairs rows of the same child only', () => {
    expect(
      checking('521', {
        Episodes: [
          { CHILD: '2', PLACE: 'A3', DECOM: '01/06/2025' },
          { CHILD: '', PLACE: 'A3', DECOM: '01/06/2025' },
        ],
        AD1: [
          { CHILD: '1', DATE_INT: '02/06/2025' },
          { CHILD: '', DATE_INT: '02/06/2025' },
        ],
      }),
    ).toEqual({});
  });
});

describe('582 adoption on the day of the match', () => {
  it.each([
    ['E11', '01/12/2025', '01/12/2025', { Episodes: [0] }],
    ['E12', '01/12/2025', '01/12/2025', { Episodes: [0] }],
    ['E12', 'soon', 'soon', { Episodes: [0] }],
    ['E4A', '01/12/2025', '01/12/2025', {}],
    ['E11', '02/12/2025', '01/12/2025', {}],
    ['E11', '1/12/2025', '01/12/2025', {}],
    ['E11', '', '', {}],
  ])('%s: adopted %j, matched %j: %j', (REC, DEC, DATE_MATCH, expected) => {
    const example = { Episodes: [{ CHILD: '1', REC, DEC }], AD1: [{ CHILD: '1', DATE_MATCH }] };
    expect(checking('582', example)).toEqual(expected);
  });

  it('is satisfied with any of several AD1 rows, of the same child', () => {
    expect(
      checking('582', {
        Episodes: [
          { CHILD: '1', REC: 'E11', DEC: '01/12/2025' },
          { CHILD: '2', REC: 'E11', DEC: '01/12/2025' },
          { CHILD: '', REC: 'E11', DEC: '01/12/2025' },
        ],
        AD1: [
          { CHILD: '1', DATE_MATCH: '01/11/2025' },
          { CHILD: '1', DATE_MATCH: '01/12/2025' },
          { CHILD: '', DATE_MATCH: '01/12/2025' },
        ],
      }),
    ).toEqual({ Episodes: [0] });
  });
});
