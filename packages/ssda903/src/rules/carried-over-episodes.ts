import { rule } from '../engine/define.ts';
import { againstLastYear, distanceChanged, firstEpisode } from '../engine/episodes.ts';
import type { Row } from '../tables.ts';

type Episode = Row<'Episodes'>;

const CHECKS_EVERY_CHILD =
  'The existing tool fails, and reports nothing, as soon as one child has no readable start date; this checks everybody else.';

const isOpen = ({ DEC }: Episode): boolean => Number.isNaN(DEC);

/** Flags the first episode when last year's latest is open and a column is not the same in both. */
const changed = (column: 'RNE' | 'LS' | 'CIN' | 'PLACE_PROVIDER' | 'URN') =>
  againstLastYear((episode, lastYear) => isOpen(lastYear) && episode[column] !== lastYear[column]);

const DERBY = { postcode: 'DE11AA', easting: 435_000, northing: 336_000, authority: 'E06000015' };
const MATLOCK = { postcode: 'DE43AA', easting: 430_000, northing: 360_000, authority: 'E10000007' };

const rule452 = rule({
  code: '452',
  title: 'Placement authority changed within an episode',
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  needs: ['last Episodes', 'postcodes'],
  fields: { Episodes: ['PL_LA'] },
  means:
    'The episode was open at the end of last year and is the same one now, but its placement lies in another authority.',
  fix: 'Correct the placement postcode, or add the episode that began when the child moved.',
  differsFromReference: CHECKS_EVERY_CHILD,
  check: againstLastYear(
    (episode, lastYear) =>
      lastYear.DEC_TEXT === '' &&
      episode.RNE !== '' &&
      episode.RNE === lastYear.RNE &&
      episode.PL_LA !== lastYear.PL_LA,
  ),
  fails: {
    'last Episodes': [{ CHILD: '1', DECOM: '01/02/2025', RNE: 'S', PL_POST: 'DE1 1AA' }],
    Episodes: [{ CHILD: '1', DECOM: '01/02/2025', RNE: 'S', PL_POST: 'DE4 3AA' }],
    postcodes: [DERBY, MATLOCK],
  },
  passes: {
    'last Episodes': [{ CHILD: '1', DECOM: '01/02/2025', RNE: 'S', PL_POST: 'DE1 1AA' }],
    Episodes: [{ CHILD: '1', DECOM: '01/02/2025', RNE: 'S', PL_POST: 'DE1 1AA' }],
    postcodes: [DERBY, MATLOCK],
  },
});

const rule453 = rule({
  code: '453',
  title: 'Distance from home changed within an episode',
  severity: 'query',
  years: [2023],
  tables: ['Episodes'],
  needs: ['last Episodes', 'postcodes'],
  fields: { Episodes: ['PL_DISTANCE'] },
  means:
    'The episode was open at the end of last year and is the same one now, but the distance differs by 0.2 miles or more, or was not known then.',
  fix: 'Check the home and the placement postcode of both years.',
  differsFromReference: CHECKS_EVERY_CHILD,
  check: againstLastYear(
    (episode, lastYear) =>
      isOpen(lastYear) &&
      episode.RNE !== '' &&
      episode.RNE === lastYear.RNE &&
      distanceChanged(episode, lastYear),
  ),
  fails: {
    'last Episodes': [
      { CHILD: '1', DECOM: '01/02/2025', RNE: 'S', HOME_POST: 'DE1 1AA', PL_POST: 'DE1 1AA' },
    ],
    Episodes: [{ CHILD: '1', DECOM: '01/02/2025', RNE: 'S', HOME_POST: 'DE1 1AA', PL_POST: 'DE4 3AA' }],
    postcodes: [DERBY, MATLOCK],
  },
  passes: {
    'last Episodes': [
      { CHILD: '1', DECOM: '01/02/2025', RNE: 'S', HOME_POST: 'DE1 1AA', PL_POST: 'DE4 3AA' },
    ],
    Episodes: [{ CHILD: '1', DECOM: '01/02/2025', RNE: 'S', HOME_POST: 'DE1 1AA', PL_POST: 'DE4 3AA' }],
    postcodes: [DERBY, MATLOCK],
  },
});

const rule502 = rule({
  code: '502',
  title: "Start of the first episode is not that of last year's open episode",
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  needs: ['last Episodes'],
  fields: { Episodes: ['DECOM'] },
  means:
    'An episode still open at the end of last year comes back as the first of this year, with the same start date.',
  fix: 'Correct the start date, or add the episode that was open last year.',
  differsFromReference: CHECKS_EVERY_CHILD,
  check: ({ children }, flag) => {
    for (const child of children) {
      const first = firstEpisode(child);
      const isNotFirst = ({ DEC_TEXT, DECOM }: Episode): boolean => DEC_TEXT === '' && DECOM !== first?.DECOM;
      if (first && child.last.Episodes.some(isNotFirst)) flag(first);
    }
  },
  fails: {
    'last Episodes': [{ CHILD: '1', DECOM: '01/02/2025' }],
    Episodes: [{ CHILD: '1', DECOM: '02/02/2025' }],
  },
  passes: {
    'last Episodes': [{ CHILD: '1', DECOM: '01/02/2025' }],
    Episodes: [{ CHILD: '1', DECOM: '01/02/2025' }],
  },
});

const rule503A = rule({
  code: '503A',
  title: "Reason for new episode is not that of last year's open episode",
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  needs: ['last Episodes'],
  fields: { Episodes: ['RNE'] },
  means:
    'An episode still open at the end of last year comes back as the first of this year, with the same reason it began.',
  fix: 'Correct the reason for the new episode, or add the episode that was open last year.',
  differsFromReference: CHECKS_EVERY_CHILD,
  check: changed('RNE'),
  fails: {
    'last Episodes': [{ CHILD: '1', DECOM: '01/02/2025', RNE: 'S' }],
    Episodes: [{ CHILD: '1', DECOM: '01/02/2025', RNE: 'P' }],
  },
  passes: {
    'last Episodes': [{ CHILD: '1', DECOM: '01/02/2025', RNE: 'S' }],
    Episodes: [{ CHILD: '1', DECOM: '01/02/2025', RNE: 'S' }],
  },
});

const rule503B = rule({
  code: '503B',
  title: "Legal status is not that of last year's open episode",
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  needs: ['last Episodes'],
  fields: { Episodes: ['LS'] },
  means:
    'A new legal status begins a new episode, so the one that was open last year cannot have another now.',
  fix: 'Correct the legal status, or add the episode that began when it changed.',
  differsFromReference: CHECKS_EVERY_CHILD,
  check: changed('LS'),
  fails: {
    'last Episodes': [{ CHILD: '1', DECOM: '01/02/2025', LS: 'C1' }],
    Episodes: [{ CHILD: '1', DECOM: '01/02/2025', LS: 'C2' }],
  },
  passes: {
    'last Episodes': [{ CHILD: '1', DECOM: '01/02/2025', LS: 'C1' }],
    Episodes: [{ CHILD: '1', DECOM: '01/02/2025', LS: 'C1' }],
  },
});

const rule503C = rule({
  code: '503C',
  title: "Category of need is not that of last year's open episode",
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  needs: ['last Episodes'],
  fields: { Episodes: ['CIN'] },
  means:
    'The category of need is decided when care starts and stays the same, also from one return to the next.',
  fix: 'Give the category that was returned last year.',
  differsFromReference: CHECKS_EVERY_CHILD,
  check: changed('CIN'),
  fails: {
    'last Episodes': [{ CHILD: '1', DECOM: '01/02/2025', CIN: 'N1' }],
    Episodes: [{ CHILD: '1', DECOM: '01/02/2025', CIN: 'N2' }],
  },
  passes: {
    'last Episodes': [{ CHILD: '1', DECOM: '01/02/2025', CIN: 'N1' }],
    Episodes: [{ CHILD: '1', DECOM: '01/02/2025', CIN: 'N1' }],
  },
});

/** In 2026 the code Z1 was split into four. */
const splitOfZ1 = (now: string, lastYear: string, year: number): boolean =>
  year === 2026 && lastYear === 'Z1' && ['Z11', 'Z12', 'Z13', 'Z14'].includes(now);

const rule503D = rule({
  code: '503D',
  title: "Placement type is not that of last year's open episode",
  severity: 'error',
  years: [2026],
  tables: ['Episodes'],
  needs: ['last Episodes'],
  fields: { Episodes: ['PLACE'] },
  means:
    'A new placement begins a new episode, so the one that was open last year keeps its type; Z1 becomes Z11 to Z14 in 2026.',
  fix: 'Correct the placement type, or add the episode that began when the child moved.',
  differsFromReference: CHECKS_EVERY_CHILD,
  check: againstLastYear(
    (episode, lastYear, { year }) =>
      isOpen(lastYear) && episode.PLACE !== lastYear.PLACE && !splitOfZ1(episode.PLACE, lastYear.PLACE, year),
  ),
  fails: {
    'last Episodes': [{ CHILD: '1', DECOM: '01/02/2025', PLACE: 'U6' }],
    Episodes: [{ CHILD: '1', DECOM: '01/02/2025', PLACE: 'U4' }],
  },
  passes: {
    'last Episodes': [{ CHILD: '1', DECOM: '01/02/2025', PLACE: 'U4' }],
    Episodes: [{ CHILD: '1', DECOM: '01/02/2025', PLACE: 'U4' }],
  },
});

const rule503E = rule({
  code: '503E',
  title: "Placement provider is not that of last year's open episode",
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  needs: ['last Episodes'],
  fields: { Episodes: ['PLACE_PROVIDER'] },
  means: 'A new provider begins a new episode, so the one that was open last year cannot have another now.',
  fix: 'Correct the placement provider, or add the episode that began when it changed.',
  differsFromReference: CHECKS_EVERY_CHILD,
  check: changed('PLACE_PROVIDER'),
  fails: {
    'last Episodes': [{ CHILD: '1', DECOM: '01/02/2025', PLACE_PROVIDER: 'PR1' }],
    Episodes: [{ CHILD: '1', DECOM: '01/02/2025', PLACE_PROVIDER: 'PR4' }],
  },
  passes: {
    'last Episodes': [{ CHILD: '1', DECOM: '01/02/2025', PLACE_PROVIDER: 'PR1' }],
    Episodes: [{ CHILD: '1', DECOM: '01/02/2025', PLACE_PROVIDER: 'PR1' }],
  },
});

const rule503F = rule({
  code: '503F',
  title: "URN is not that of last year's open episode",
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  needs: ['last Episodes'],
  fields: { Episodes: ['URN'] },
  means: 'A new URN begins a new episode, so the one that was open last year cannot have another now.',
  fix: 'Correct the URN, or add the episode that began when it changed.',
  differsFromReference: CHECKS_EVERY_CHILD,
  check: changed('URN'),
  fails: {
    'last Episodes': [{ CHILD: '1', DECOM: '01/02/2025', URN: 'SC000001' }],
    Episodes: [{ CHILD: '1', DECOM: '01/02/2025', URN: 'SC000002' }],
  },
  passes: {
    'last Episodes': [{ CHILD: '1', DECOM: '01/02/2025', URN: 'SC000001' }],
    Episodes: [{ CHILD: '1', DECOM: '01/02/2025', URN: 'SC000001' }],
  },
});

/** Rules about episodes that were open at the end of last year. */
export const carriedOverEpisodeRules = [
  rule452,
  rule453,
  rule502,
  rule503A,
  rule503B,
  rule503C,
  rule503D,
  rule503E,
  rule503F,
];
