import { day } from '@cic/core';
import { missingEpisode, review, statutoryOutcomes } from '@cic/core/records';
import { describe, expect, it } from 'vitest';
import { readReturn } from '../read/read-return.ts';
import { toCareHistories } from './care-histories.ts';
import type { YearReturn } from './records.ts';

const EPISODES =
  'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN';
const episode = (child: string, start: string, rne: string, end = '', rec = '') =>
  `${child},${start},${rne},C2,N1,U6,PR1,${end},${rec},,AB1 1AA,AB1 2AA,SC000001`;

function returnOf(year: number, tables: Readonly<Record<string, readonly string[]>>): YearReturn {
  const files = Object.entries(tables).map(([name, lines]) => ({
    name: `${name}.csv`,
    bytes: new TextEncoder().encode(lines.join('\n')),
  }));
  return { year, return: readReturn(files).return };
}

const header = (...children: readonly string[]) => [
  'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB',
  ...children.map((child) => `${child},1,15/06/2010,WBRI,UN4,,`),
];

const inCare = (histories: ReturnType<typeof toCareHistories>, on: `${number}-${number}-${number}`) =>
  histories
    .historyFor(day(on))
    .children.filter((child) => child.isLookedAfter(day(on)))
    .map(({ id }) => id);

describe('returns of several years', () => {
  const first = returnOf(2024, {
    header: header('A', 'B'),
    episodes: [EPISODES, episode('A', '01/06/2020', 'S'), episode('B', '01/07/2023', 'S')],
  });
  const second = returnOf(2025, {
    header: header('A', 'C'),
    episodes: [
      EPISODES,
      episode('A', '01/06/2020', 'S', '01/10/2024', 'X1'),
      episode('A', '01/10/2024', 'P'),
      episode('C', '01/01/2024', 'S'),
    ],
  });

  it('are each the authority for their own year', () => {
    const histories = toCareHistories([second, first]);
    expect(histories.years).toEqual([2024, 2025]);
    expect(inCare(histories, '2024-03-31')).toEqual(['A', 'B']);
    expect(inCare(histories, '2025-03-31')).toEqual(['A', 'C']);
  });

  it('tell of an episode that was open and is gone, and of one that comes late', () => {
    const { findings } = toCareHistories([first, second]);
    expect(findings.map(({ year, child, row, message }) => [year, child, row, message])).toEqual([
      [
        2025,
        'B',
        1,
        'Child B: the episode begun 01/07/2023 was open at the end of 2024 and is not in the return of 2025, so the ' +
          'child is not counted in it.',
      ],
      [
        2025,
        'C',
        2,
        'Child C: the episode begun 01/01/2024 is in the return of 2025, but was not in that of 2024, so the child is ' +
          'not counted in it.',
      ],
    ]);
  });

  it('keep what had ended before a year began, so that long stays are known', () => {
    const third = returnOf(2026, {
      header: header('A'),
      episodes: [EPISODES, episode('A', '01/10/2024', 'P')],
    });
    const child = toCareHistories([first, second, third]).latest.child('A')!;
    expect(child.periodsOfCare.map(({ start }) => start)).toEqual([day('2020-06-01')]);
    expect(child.placements.map(({ start }) => start)).toEqual([day('2020-06-01'), day('2024-10-01')]);
  });

  it('carry reviews, missing episodes and outcomes along, the last return deciding', () => {
    const rows = returnOf(2025, {
      header: header('A'),
      episodes: [EPISODES, episode('A', '01/06/2020', 'S')],
      reviews: ['CHILD,DOB,REVIEW,REVIEW_CODE', 'A,15/06/2010,01/09/2024,PN1', 'A,15/06/2010,31/02/2025,PN1'],
      missing: ['CHILD,DOB,MISSING,MIS_START,MIS_END', 'A,15/06/2010,M,02/09/2024,03/09/2024'],
      oc2: [
        'CHILD,DOB,SDQ_SCORE,SDQ_REASON,CONVICTED,HEALTH_CHECK,IMMUNISATIONS,TEETH_CHECK,HEALTH_ASSESSMENT,' +
          'SUBSTANCE_MISUSE,INTERVENTION_RECEIVED,INTERVENTION_OFFERED',
        'A,15/06/2010,12,,0,,1,1,0,0,,',
      ],
    });
    const child = toCareHistories([rows]).latest.child('A')!;
    expect(child.records(review)).toEqual([
      { child: 'A', held: day('2024-09-01'), participation: 'PN1', source: 'SSDA903' },
    ]);
    expect(child.records(missingEpisode)).toEqual([
      { child: 'A', kind: 'M', start: day('2024-09-02'), end: day('2024-09-03'), source: 'SSDA903' },
    ]);
    expect(child.records(statutoryOutcomes)).toEqual([
      {
        child: 'A',
        asAt: day('2025-03-31'),
        strengthsAndDifficultiesScore: 12,
        convicted: false,
        immunisations: true,
        dentalCheck: true,
        healthAssessment: false,
        substanceMisuse: false,
        source: 'SSDA903',
      },
    ]);
  });

  it('know who is an unaccompanied asylum-seeking child, and until when [CORE-01]', () => {
    const histories = toCareHistories([
      returnOf(2025, {
        header: header('A', 'B'),
        episodes: [EPISODES, episode('A', '01/06/2020', 'S'), episode('B', '01/06/2020', 'S')],
        uasc: ['CHILD,SEX,DOB,DUC', 'A,1,15/06/2010,01/02/2025'],
      }),
    ]);
    const { latest } = histories;
    expect(latest.child('A')!.unaccompaniedOn(day('2025-01-31'))).toBe(true);
    expect(latest.child('A')!.unaccompaniedOn(day('2025-02-01'))).toBe(false);
    expect(latest.child('B')!.unaccompaniedOn(day('2025-01-31'))).toBe(false);
  });

  it('are refused twice for one year, and without any', () => {
    expect(() => toCareHistories([first, first])).toThrow('two returns were given for 2024');
    expect(() => toCareHistories([])).toThrow('no return was given');
  });

  it('compute what can be computed from headings only and broken rows', () => {
    const broken = returnOf(2025, {
      header: header(),
      episodes: [
        EPISODES,
        episode('A', '31/02/2024', 'S'),
        episode('B', '01/05/2024', 'S', '01/04/2024', 'E8'),
      ],
    });
    const histories = toCareHistories([broken]);
    expect(histories.latest.children).toEqual([]);
    expect(histories.findings.map(({ child }) => child)).toEqual(['A', 'B']);
  });
});
