import { describe, expect, it } from 'vitest';
import { flaggedBy } from '../engine/testing-episodes.ts';
import { legalStatusLimitRules } from './legal-status-limits.ts';

const flagged = flaggedBy(legalStatusLimitRules);

/** An episode of child 1 in June 2025 under the legal status, from one day of the month to another. */
const inJune = (LS: string, from: number, to: number, CHILD = '1') => ({
  CHILD,
  LS,
  DECOM: `${from}/06/2025`,
  DEC: `${to}/06/2025`,
});

describe.each([
  ['361', 'L1', 3],
  ['362', 'L2', 21],
])('%s a spell under %s', (code, LS, limit) => {
  it('may last as long as the limit, and not a day longer', () => {
    expect(flagged(code, [inJune(LS, 1, limit)])).toEqual([]);
    expect(flagged(code, [inJune(LS, 1, 1 + limit)])).toEqual([]);
    expect(flagged(code, [inJune(LS, 1, 2 + limit)])).toEqual([0]);
    expect(flagged(code, [inJune('C2', 1, 2 + limit)])).toEqual([]);
  });

  it('is counted over episodes that meet, in any order of the file', () => {
    expect(flagged(code, [inJune(LS, 2, 2 + limit), inJune(LS, 1, 2)])).toEqual([0, 1]);
    expect(flagged(code, [inJune(LS, 3, 3 + limit), inJune(LS, 1, 2)])).toEqual([]);
    expect(flagged(code, [inJune(LS, 1, 2, '2'), inJune(LS, 2, 2 + limit)])).toEqual([]);
  });

  it('goes on through any episode that followed at once', () => {
    const later = { CHILD: '1', LS, DECOM: '01/08/2025', DEC: '02/08/2025' };
    expect(flagged(code, [inJune(LS, 1, 2), inJune('C2', 2, 9), later])).toEqual([0, 2]);
    expect(flagged(code, [inJune(LS, 1, 2), inJune('C2', 3, 9), later])).toEqual([]);
  });

  it('lasts until 31 March where the end is blank or unreadable', () => {
    for (const DEC of ['', 'SOON']) {
      const open = (DECOM: string) => [{ CHILD: '1', LS, DECOM, DEC }];
      expect(flagged(code, open(`${31 - limit}/03/2026`))).toEqual([]);
      expect(flagged(code, open(`${30 - limit}/03/2026`))).toEqual([0]);
    }
  });

  it('needs a child, and a start somewhere in the spell', () => {
    expect(flagged(code, [inJune(LS, 1, 29, '')])).toEqual([]);
    expect(flagged(code, [{ CHILD: '1', LS, DECOM: 'SOON', DEC: '01/06/2025' }])).toEqual([]);
  });
});

describe.each([
  ['363', 'L3', 7],
  ['364', 'J2', 21],
])('%s a run under %s', (code, LS, limit) => {
  it('may last as long as the limit, and not a day longer', () => {
    expect(flagged(code, [inJune(LS, 1, limit)])).toEqual([]);
    expect(flagged(code, [inJune(LS, 1, 1 + limit)])).toEqual([]);
    expect(flagged(code, [inJune(LS, 1, 2 + limit)])).toEqual([0]);
    expect(flagged(code, [inJune('C2', 1, 2 + limit)])).toEqual([]);
  });

  it('adds up episodes that meet or overlap, in the order of the file', () => {
    const rest = inJune(LS, 3, 2 + limit);
    expect(flagged(code, [inJune(LS, 1, 3), rest])).toEqual([0, 1]);
    expect(flagged(code, [inJune(LS, 1, 4), rest])).toEqual([0, 1]);
    expect(flagged(code, [inJune(LS, 1, 2), rest])).toEqual([]);
    expect(flagged(code, [inJune(LS, 20, 22), rest])).toEqual([0, 1]);
    expect(flagged(code, [inJune(LS, 1, 3), inJune('C2', 3, 30), rest])).toEqual([0, 2]);
  });

  it('ends where another child stands between, and is found without a child', () => {
    const rest = inJune(LS, 3, 2 + limit);
    expect(flagged(code, [inJune(LS, 1, 3), inJune(LS, 1, 2, '2'), rest])).toEqual([]);
    expect(flagged(code, [inJune(LS, 1, 3, ''), { ...rest, CHILD: '' }])).toEqual([]);
    expect(flagged(code, [inJune(LS, 1, 2 + limit, '')])).toEqual([0]);
  });

  it('takes a blank end for 31 March; an unreadable one adds nothing and does not end the run', () => {
    const open = (DECOM: string) => [{ CHILD: '1', LS, DECOM, DEC: '' }];
    expect(flagged(code, open(`${31 - limit}/03/2026`))).toEqual([]);
    expect(flagged(code, open(`${30 - limit}/03/2026`))).toEqual([0]);
    const unreadable = { CHILD: '1', LS, DECOM: '01/01/2020', DEC: 'SOON' };
    expect(flagged(code, [unreadable])).toEqual([]);
    expect(flagged(code, [unreadable, inJune(LS, 1, 2 + limit)])).toEqual([0, 1]);
  });

  it('lets an end before its start reduce the sum, and leaves out episodes without a start', () => {
    expect(flagged(code, [inJune(LS, 1, 2 + limit), inJune(LS, 2, 1)])).toEqual([]);
    expect(flagged(code, [{ ...inJune(LS, 1, 2), DECOM: '' }, inJune(LS, 1, 2 + limit)])).toEqual([1]);
  });
});
