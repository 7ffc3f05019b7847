import { describe, expect, it } from 'vitest';
import { CARE_CEASED } from '../codes.ts';
import { flaggedBy } from '../engine/testing-episodes.ts';
import { episodeSequenceRules } from './episode-sequence.ts';

const flagged = flaggedBy(episodeSequenceRules);

type Cells = Record<string, string>;

/** Episodes of one child. */
const child = (...episodes: readonly Cells[]): Cells[] =>
  episodes.map((episode) => ({ CHILD: '1', ...episode }));

describe('142 an earlier episode still open', () => {
  const later = { DECOM: '01/06/2025' };

  it.each([
    ['', '', [0]],
    ['01/06/2025', '', [0]],
    ['', 'X1', [0]],
    ['SOON', 'X1', [0]],
    ['01/06/2025', 'X1', []],
    ['01/06/2025', 'E99', []],
  ])('DEC %j, REC %j', (DEC, REC, rows) =>
    expect(flagged('142', child({ DECOM: '01/05/2025', DEC, REC }, later))).toEqual(rows),
  );

  it('exempts the row that is last by start date, not by place in the file; on a tie the lower one', () => {
    expect(flagged('142', child(later, { DECOM: '01/05/2025' }))).toEqual([1]);
    expect(flagged('142', child(later, later))).toEqual([0]);
  });

  it('puts a row without a start last, and flags only rows with one', () => {
    expect(flagged('142', child({ DECOM: '' }, later))).toEqual([1]);
    expect(flagged('142', child({ DECOM: 'SOON' }, { DECOM: '' }))).toEqual([]);
  });

  it('looks at each child alone, and never at rows without one', () => {
    expect(
      flagged('142', [
        { CHILD: '1', ...later },
        { CHILD: '2', DECOM: '01/05/2025' },
      ]),
    ).toEqual([]);
    expect(flagged('142', [{ DECOM: '01/05/2025' }, later])).toEqual([]);
  });
});

describe('199 an episode after adoption', () => {
  const adopted = { DECOM: '01/05/2025', DEC: '01/06/2025', REC: 'E11' };

  it('flags every later episode, and a second adoption, but not the first', () => {
    const later = [{ DECOM: '01/06/2025', REC: 'E12' }, { DECOM: '01/07/2025' }];
    expect(flagged('199', child({ DECOM: '01/04/2025' }, adopted, ...later))).toEqual([2, 3]);
  });

  it('counts in the order of the start dates; rows without one do not count', () => {
    expect(flagged('199', child(adopted, { DECOM: '30/04/2025' }))).toEqual([]);
    expect(flagged('199', child(adopted, { DECOM: '01/05/2025' }))).toEqual([1]);
    expect(flagged('199', child({ DECOM: '01/05/2025' }, adopted))).toEqual([]);
    expect(flagged('199', child({ ...adopted, DECOM: '' }, { DECOM: '01/06/2025' }))).toEqual([]);
    expect(flagged('199', child(adopted, { DECOM: 'SOON' }))).toEqual([]);
  });

  it('sees an adoption of last year, and takes this year’s copy of the same episode for the first', () => {
    const lastYear = { 'last Episodes': child({ ...adopted, DECOM: '01/02/2025' }) };
    expect(flagged('199', child({ DECOM: '01/05/2025' }, adopted), lastYear)).toEqual([0, 1]);
    expect(flagged('199', child(adopted), { 'last Episodes': child(adopted) })).toEqual([]);
  });

  it('never joins rows without a child', () => {
    expect(flagged('199', [adopted, { DECOM: '01/06/2025' }])).toEqual([]);
    expect(
      flagged('199', [
        { CHILD: '1', ...adopted },
        { CHILD: '2', DECOM: '01/06/2025' },
      ]),
    ).toEqual([]);
  });
});

describe('357 the first episode starts care', () => {
  it.each([
    ['31/03/2025', 'P', []],
    ['01/04/2025', 'P', [0]],
    ['02/04/2025', '', [0]],
    ['02/04/2025', 'S', []],
    ['', 'P', []],
    ['2025-04-02', 'P', []],
  ])('DECOM %j, RNE %j', (DECOM, RNE, rows) => expect(flagged('357', child({ DECOM, RNE }))).toEqual(rows));

  it('looks at the earliest only, on a tie at the one higher in the file, and passes over undated ones', () => {
    const [may, june] = [{ DECOM: '01/05/2025' }, { DECOM: '01/06/2025' }];
    expect(flagged('357', child({ ...june, RNE: 'P' }, { ...may, RNE: 'S' }))).toEqual([]);
    expect(flagged('357', child({ ...may, RNE: 'P' }, { ...may, RNE: 'S' }))).toEqual([0]);
    expect(flagged('357', child({ DECOM: '', RNE: 'S' }, { ...may, RNE: 'P' }))).toEqual([1]);
    expect(flagged('357', [{ ...may, RNE: 'P' }])).toEqual([]);
  });
});

describe('388 the end of an episode and the next one', () => {
  it.each([
    ['01/06/2025', 'X1', '01/06/2025', []],
    ['31/05/2025', 'X1', '01/06/2025', [0]],
    ['02/06/2025', 'X1', '01/06/2025', [0]],
    ['01/06/2025', 'E4A', '01/06/2025', [0]],
    ['01/06/2025', 'ANY', '01/06/2025', [0]],
    ['31/05/2025', 'E4A', '01/06/2025', []],
    ['01/06/2025', '', '01/06/2025', []],
    ['31/05/2025', '', '01/06/2025', []],
    ['', 'X1', '01/06/2025', []],
    ['SOON', 'X1', '01/06/2025', []],
  ])('DEC %j, REC %j, next DECOM %j', (DEC, REC, DECOM, rows) =>
    expect(flagged('388', child({ DECOM: '01/05/2025', DEC, REC }, { DECOM }))).toEqual(rows),
  );

  it('flags X1 with an end date on the last episode, and no other code there', () => {
    expect(flagged('388', child({ DECOM: '01/05/2025', DEC: '01/06/2025', REC: 'X1' }))).toEqual([0]);
    expect(flagged('388', child({ DECOM: '01/05/2025', REC: 'X1' }))).toEqual([]);
    expect(flagged('388', child({ DECOM: '01/05/2025', DEC: '01/06/2025', REC: 'E4A' }))).toEqual([]);
  });

  it('puts episodes without a start first, as if they had begun on 1 January 1901', () => {
    const undated = { DECOM: 'SOON', DEC: '01/06/2025', REC: 'X1' };
    expect(flagged('388', child({ DECOM: '01/06/2025' }, undated))).toEqual([]);
    expect(flagged('388', child(undated, undated, { DECOM: '01/06/2025' }))).toEqual([0]);
    expect(flagged('388', child({ DECOM: '', DEC: '01/01/1901', REC: 'E3' }, { DECOM: '' }))).toEqual([0]);
    expect(flagged('388', child({ DECOM: '', DEC: '01/01/1901', REC: 'X1' }, { DECOM: '' }))).toEqual([]);
    expect(flagged('388', child(undated, { DECOM: '31/12/1900', DEC: '01/01/1901', REC: 'E3' }))).toEqual([
      0, 1,
    ]);
  });

  it('never looks at rows without a child, nor across children', () => {
    expect(flagged('388', [{ DECOM: '01/05/2025', DEC: '01/06/2025', REC: 'X1' }])).toEqual([]);
    const ended = { CHILD: '1', DECOM: '01/05/2025', DEC: '01/06/2025', REC: 'E4A' };
    expect(flagged('388', [ended, { CHILD: '2', DECOM: '01/06/2025' }])).toEqual([]);
  });
});

describe('431 care starts again', () => {
  it.each([
    ['31/05/2025', 'S', [1]],
    ['01/06/2025', 'S', [1]],
    ['02/06/2025', 'S', []],
    ['01/06/2025', 'P', []],
    ['01/06/2025', '', []],
    ['', 'S', []],
  ])('DECOM %j, RNE %j, after an end on 01/06/2025', (DECOM, RNE, rows) =>
    expect(flagged('431', child({ DECOM: '01/05/2025', DEC: '01/06/2025' }, { DECOM, RNE }))).toEqual(rows),
  );

  it('passes after an episode without a readable end, and across children', () => {
    const again = { CHILD: '1', DECOM: '01/06/2025', RNE: 'S' };
    expect(flagged('431', [{ CHILD: '1', DECOM: '01/05/2025', DEC: 'SOON' }, again])).toEqual([]);
    expect(flagged('431', [{ CHILD: '2', DECOM: '01/05/2025', DEC: '01/06/2025' }, again])).toEqual([]);
    expect(
      flagged('431', [
        { DECOM: '01/05/2025', DEC: '01/06/2025' },
        { ...again, CHILD: '' },
      ]),
    ).toEqual([]);
  });
});

describe('432 an episode after care ended', () => {
  const next = (REC: string, RNE: string) =>
    flagged('432', child({ DECOM: '01/05/2025', REC }, { DECOM: '01/07/2025', RNE }));

  it.each([...CARE_CEASED])('after %s only S is right', (REC) => {
    expect(next(REC, 'P')).toEqual([1]);
    expect(next(REC, '')).toEqual([1]);
    expect(next(REC, 'S')).toEqual([]);
  });

  it.each(['X1', '', 'E4', 'E18'])('after %j anything goes', (REC) => expect(next(REC, 'P')).toEqual([]));

  it('takes an undated episode for the last', () => {
    expect(flagged('432', child({ DECOM: '', RNE: 'P' }, { DECOM: '01/05/2025', REC: 'E3' }))).toEqual([0]);
  });
});

describe('433 a continuation begins when the episode before ended', () => {
  const next = (DEC: string, DECOM: string, RNE = 'P') =>
    flagged('433', child({ DECOM: '01/05/2025', DEC }, { DECOM, RNE }));

  it.each([
    ['01/06/2025', '01/06/2025', []],
    ['31/05/2025', '01/06/2025', [1]],
    ['02/06/2025', '01/06/2025', [1]],
    ['1/06/2025', '01/06/2025', [1]],
    ['', '01/06/2025', [1]],
    ['01/06/2025', '', [1]],
    ['', '', [1]],
    ['SOON', 'SOON', []],
  ])('DEC %j, then DECOM %j', (DEC, DECOM, rows) => expect(next(DEC, DECOM)).toEqual(rows));

  it.each(['P', 'L', 'T', 'U', 'B'])('holds for %s', (RNE) =>
    expect(next('', '01/06/2025', RNE)).toEqual([1]),
  );
  it.each(['S', '', 'X'])('does not hold for %j', (RNE) => expect(next('', '01/06/2025', RNE)).toEqual([]));

  it('sorts episodes of one start by their ends, open ones last', () => {
    const start = { DECOM: '01/05/2025' };
    const rows = child(start, { ...start, DEC: '03/05/2025' }, { ...start, DEC: '02/05/2025' });
    const next = { CHILD: '1', DECOM: '03/05/2025', RNE: 'P' };
    expect(flagged('433', [...rows, next])).toEqual([3]);
    expect(flagged('433', [...rows.slice(1), next])).toEqual([]);
  });

  it('never flags a first row', () => {
    expect(
      flagged('433', [
        { CHILD: '1', DECOM: '01/05/2025', RNE: 'P' },
        { DECOM: '01/05/2025', RNE: 'P' },
      ]),
    ).toEqual([]);
  });
});

describe('437 an episode after death or adulthood', () => {
  it.each([
    ['E2', [0]],
    ['E15', [0]],
    ['E3', []],
    ['X1', []],
    ['', []],
  ])('REC %j', (REC, rows) =>
    expect(flagged('437', child({ DECOM: '01/05/2025', REC }, { DECOM: '01/06/2025' }))).toEqual(rows),
  );

  it('an undated episode counts as later but is never flagged', () => {
    expect(flagged('437', child({ DECOM: '', REC: 'E2' }, { DECOM: '01/05/2025', REC: 'E2' }))).toEqual([1]);
    expect(flagged('437', child({ DECOM: '', REC: 'E2' }, { DECOM: '' }))).toEqual([]);
    expect(
      flagged('437', [
        { CHILD: '1', DECOM: '01/05/2025', REC: 'E2' },
        { CHILD: '2', DECOM: '01/06/2025' },
      ]),
    ).toEqual([]);
  });
});

describe('501 overlapping episodes', () => {
  it.each([
    ['31/05/2025', [1]],
    ['01/06/2025', []],
    ['02/06/2025', []],
    ['', []],
  ])('begun %j, after an end on 01/06/2025', (DECOM, rows) =>
    expect(flagged('501', child({ DECOM: '01/05/2025', DEC: '01/06/2025' }, { DECOM }))).toEqual(rows),
  );

  it('looks at the episode directly before only, which may be open', () => {
    const long = { DECOM: '01/04/2025', DEC: '01/12/2025' };
    const short = { DECOM: '01/05/2025', DEC: '01/06/2025' };
    expect(flagged('501', child(long, short, { DECOM: '01/07/2025' }))).toEqual([1]);
    expect(flagged('501', child({ DECOM: '01/05/2025' }, { DECOM: '02/05/2025' }))).toEqual([]);
  });
});
