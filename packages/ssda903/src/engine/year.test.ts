import { describe, expect, it } from 'vitest';
import { readReturn } from '../read/read-return.ts';
import { textFile } from '../read/testing.ts';
import { otherYearOf, yearNotices } from './year.ts';

const episodesEnding = (...dates: readonly string[]) =>
  readReturn([
    textFile(
      'episodes.csv',
      `CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN\n${dates
        .map((date, index) => `${index},01/01/2020,S,C2,N1,U4,PR1,${date},X1,,,,\n`)
        .join('')}`,
    ),
  ]).return;

const in2026 = episodesEnding('01/04/2025', '31/03/2026', '05/06/2025', '');
const in2025 = episodesEnding('01/04/2024', '31/03/2025', '05/06/2024', '31/02/2024');

describe('the collection year', () => {
  it('is not questioned where episodes end in it', () => {
    expect(yearNotices(2026, in2026, in2025)).toEqual([]);
  });

  it('is not guessed from too few dates or an even mix', () => {
    expect(otherYearOf(episodesEnding('01/04/2020', '02/04/2020'), 2026)).toBeUndefined();
    expect(
      otherYearOf(episodesEnding('01/04/2020', '02/04/2020', '01/04/2025', '02/04/2025'), 2026),
    ).toBeUndefined();
  });

  it('is questioned where nearly all episodes end in another', () => {
    expect(yearNotices(2027, in2026)).toEqual([
      "This year's return was given as that of 2027, but most of its episodes end in the year to 31 March 2026: check the year.",
    ]);
    expect(yearNotices(2026, in2026, in2026)).toEqual([
      "Last year's return was given as that of 2025, but most of its episodes end in the year to 31 March 2026: check the year.",
    ]);
  });

  it('is told when the two returns are swapped', () => {
    expect(yearNotices(2026, in2025, in2026)).toEqual([
      "This year's and last year's returns are swapped: the one given for 2026 ends its episodes in 2025, and the other way round.",
    ]);
  });
});
