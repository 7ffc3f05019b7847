import { rowsOf } from '../engine/blank-child.ts';
import { rule } from '../engine/define.ts';
import {
  againstLastYear,
  againstPrevious,
  distanceChanged,
  firstEpisode,
  latestEpisodeLastYear,
} from '../engine/episodes.ts';

const NO_READABLE_START =
  'The existing tool stops when a child has no episode with a readable start. Here that child is passed over.';

const HOME = { postcode: 'DE1 1AA', easting: 435_000, northing: 336_000, authority: 'E10000007' };
const NEAR = { postcode: 'DE4 3AA', easting: 430_000, northing: 360_000, authority: 'E10000007' };
const AWAY = { postcode: 'LE1 1AA', easting: 458_000, northing: 304_000, authority: 'E06000016' };

const rule503G = rule({
  code: '503G',
  title: "Distance from home is not that of last year's open episode",
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  needs: ['last Episodes', 'postcodes'],
  fields: { Episodes: ['PL_DISTANCE'] },
  means:
    "The last episode of last year's return was still open, yet the first of this year lies 0.2 miles or more nearer or farther from home, or its distance was not known then.",
  fix: 'Correct HOME_POST or PL_POST; if the child moved, end the episode and begin another.',
  differsFromReference: NO_READABLE_START,
  check: againstLastYear(
    (episode, lastYear) => Number.isNaN(lastYear.DEC) && distanceChanged(episode, lastYear),
  ),
  fails: {
    Episodes: [{ CHILD: '1', DECOM: '01/02/2025', HOME_POST: 'DE1 1AA', PL_POST: 'LE1 1AA' }],
    'last Episodes': [{ CHILD: '1', DECOM: '01/02/2025', HOME_POST: 'DE1 1AA', PL_POST: 'DE4 3AA' }],
    postcodes: [HOME, NEAR, AWAY],
  },
  passes: {
    Episodes: [{ CHILD: '1', DECOM: '01/02/2025', HOME_POST: 'DE1 1AA', PL_POST: 'DE4 3AA' }],
    'last Episodes': [{ CHILD: '1', DECOM: '01/02/2025', HOME_POST: 'DE1 1AA', PL_POST: 'DE4 3AA' }],
    postcodes: [HOME, NEAR, AWAY],
  },
});

const rule503H = rule({
  code: '503H',
  title: "Placement authority is not that of last year's open episode",
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  needs: ['last Episodes', 'postcodes'],
  fields: { Episodes: ['PL_LA'] },
  means:
    "The last episode of last year's return was still open, yet the first of this year is in the area of another authority.",
  fix: 'Correct PL_POST; if the child moved, end the episode and begin another.',
  differsFromReference: NO_READABLE_START,
  check: againstLastYear(
    (episode, lastYear) => Number.isNaN(lastYear.DEC) && episode.PL_LA !== lastYear.PL_LA,
  ),
  fails: {
    Episodes: [{ CHILD: '1', DECOM: '01/02/2025', PL_POST: 'LE1 1AA' }],
    'last Episodes': [{ CHILD: '1', DECOM: '01/02/2025', PL_POST: 'DE4 3AA' }],
    postcodes: [HOME, NEAR, AWAY],
  },
  passes: {
    Episodes: [{ CHILD: '1', DECOM: '01/02/2025', PL_POST: 'DE1 1AA' }],
    'last Episodes': [{ CHILD: '1', DECOM: '01/02/2025', PL_POST: 'DE4 3AA' }],
    postcodes: [HOME, NEAR, AWAY],
  },
});

const rule503J = rule({
  code: '503J',
  title: "Inside or outside the authority: not as in last year's open episode",
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  needs: ['last Episodes', 'postcodes', 'authority'],
  fields: { Episodes: ['PL_LOCATION'] },
  means:
    "The last episode of last year's return was still open, yet the first of this year has moved into or out of the authority.",
  fix: 'Correct PL_POST; if the child moved, end the episode and begin another.',
  differsFromReference: NO_READABLE_START,
  check: againstLastYear(
    (episode, lastYear) => Number.isNaN(lastYear.DEC) && episode.PL_LOCATION !== lastYear.PL_LOCATION,
  ),
  fails: {
    Episodes: [{ CHILD: '1', DECOM: '01/02/2025', PL_POST: 'LE1 1AA' }],
    'last Episodes': [{ CHILD: '1', DECOM: '01/02/2025', PL_POST: 'DE4 3AA' }],
    postcodes: [HOME, NEAR, AWAY],
  },
  passes: {
    Episodes: [{ CHILD: '1', DECOM: '01/02/2025', PL_POST: 'DE1 1AA' }],
    'last Episodes': [{ CHILD: '1', DECOM: '01/02/2025', PL_POST: 'DE4 3AA' }],
    postcodes: [HOME, NEAR, AWAY],
  },
});

const rule504 = rule({
  code: '504',
  title: 'Category of need changed within a period of care',
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  fields: { Episodes: ['CIN'] },
  means:
    'The category of need says why the child came into care and stays the same until care ends. A blank one counts as a change.',
  fix: 'Give all episodes of the period of care the category of its first.',
  check: againstPrevious(
    (episode, previous) =>
      previous.REC === 'X1' &&
      previous.DEC === episode.DECOM &&
      (episode.CIN === '' || episode.CIN !== previous.CIN),
  ),
  fails: {
    Episodes: [
      { CHILD: '1', DECOM: '01/05/2025', DEC: '01/06/2025', REC: 'X1', CIN: 'N1' },
      { CHILD: '1', DECOM: '01/06/2025', CIN: 'N2' },
    ],
  },
  passes: {
    Episodes: [
      { CHILD: '1', DECOM: '01/05/2025', DEC: '01/06/2025', REC: 'X1', CIN: 'N1' },
      { CHILD: '1', DECOM: '01/06/2025', CIN: 'N1' },
    ],
  },
});

const rule562 = rule({
  code: '562',
  title: "Episode from before the year is not the last one of last year's return",
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  needs: ['last Episodes'],
  fields: { Episodes: ['DECOM'] },
  means:
    "An episode that began before 1 April of the year stands in last year's return as well, as the child's latest and with the same start.",
  fix: "Correct the start date, or have last year's return amended.",
  differsFromReference:
    'The existing tool stops when a child has no episode with a readable start last year. Here that child counts as not returned last year.',
  check: ({ children, start }, flag) => {
    for (const child of children) {
      const first = firstEpisode(child);
      if (first && first.DECOM < start && first.DECOM !== latestEpisodeLastYear(child)?.DECOM) flag(first);
    }
  },
  fails: {
    Episodes: [{ CHILD: '1', DECOM: '02/02/2025' }],
    'last Episodes': [{ CHILD: '1', DECOM: '01/02/2025' }],
  },
  passes: {
    Episodes: [{ CHILD: '1', DECOM: '01/02/2025' }],
    'last Episodes': [{ CHILD: '1', DECOM: '01/02/2025' }],
  },
});

const ruleNoE = rule({
  code: 'NoE',
  title: "Episode from before the year, but the child had none in last year's return",
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  needs: ['last Episodes'],
  fields: { Episodes: ['DECOM'] },
  means:
    'A child whose episode began before 1 April of the year was in care last year too and stands in that return.',
  fix: "Check that CHILD is the same in both returns; correct the start date, or have last year's return amended.",
  check: (context, flag) => {
    const lastYearsEpisodes = rowsOf(context, 'Episodes', 'last');
    for (const episode of context.Episodes) {
      if (episode.DECOM < context.start && lastYearsEpisodes(episode.CHILD).length === 0) flag(episode);
    }
  },
  fails: {
    Episodes: [{ CHILD: '1', DECOM: '31/03/2025' }],
    'last Episodes': [{ CHILD: '2', DECOM: '31/03/2025' }],
  },
  passes: {
    Episodes: [{ CHILD: '1', DECOM: '01/04/2025' }],
    'last Episodes': [{ CHILD: '2', DECOM: '31/03/2025' }],
  },
});

/** Rules about episodes that carry on from the one before, of this year or last. */
export const continuingEpisodeRules = [rule503G, rule503H, rule503J, rule504, rule562, ruleNoE];
