import { SHORT_BREAKS } from '../codes.ts';
import { rowsOf } from '../engine/blank-child.ts';
import { rule } from '../engine/define.ts';
import { eachRow } from '../engine/each.ts';

const rule214 = rule({
  code: '214',
  title: 'Placement postcode or URN given for a short break',
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  fields: { Episodes: ['PL_POST', 'URN'] },
  means: 'Short breaks (V3, V4) are returned without the postcode and the URN of where the child stays.',
  fix: 'Clear both, or correct the legal status if the child really is looked after long term.',
  check: eachRow(
    'Episodes',
    ({ LS, PL_POST, URN }) => SHORT_BREAKS.has(LS) && (PL_POST !== '' || URN !== ''),
  ),
  fails: { Episodes: [{ LS: 'V3', URN: 'SC000001' }] },
  passes: { Episodes: [{ LS: 'V2', URN: 'SC000001' }] },
});

const LONGEST_BREAK = 17;

const rule365 = rule({
  code: '365',
  title: 'Short break longer than 17 days',
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  fields: { Episodes: ['LS', 'DECOM', 'DEC'] },
  means:
    'One break in a series of short breaks (V3) lasts 17 days at most; a break still open is counted to 31 March.',
  fix: 'Correct the dates, or use V2 if the child was accommodated for longer.',
  check: eachRow('Episodes', ({ LS, DECOM, DEC, DEC_TEXT }, { end }) => {
    const ended = DEC_TEXT === '' ? end : DEC;
    return LS === 'V3' && ended > DECOM + LONGEST_BREAK;
  }),
  fails: { Episodes: [{ LS: 'V3', DECOM: '01/06/2025', DEC: '19/06/2025' }] },
  passes: { Episodes: [{ LS: 'V3', DECOM: '01/06/2025', DEC: '18/06/2025' }] },
});

const rule366 = rule({
  code: '366',
  title: 'Short break is not coded as a start of care',
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  fields: { Episodes: ['RNE'] },
  means:
    'Every break in a series (V3) is an episode of its own that starts with reason S: between breaks the child is at home.',
  fix: 'Set the reason for the new episode to S, or correct the legal status.',
  check: eachRow('Episodes', ({ LS, RNE }) => LS === 'V3' && RNE !== 'S'),
  fails: { Episodes: [{ LS: 'V3', RNE: 'P' }] },
  passes: { Episodes: [{ LS: 'V3', RNE: 'S' }] },
});

const MOST_DAYS_IN_A_YEAR = 75;

const rule367 = rule({
  code: '367',
  title: 'More than 75 days of short breaks in the year',
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  fields: { Episodes: ['LS', 'DECOM', 'DEC'] },
  means:
    "A child's breaks in a series (V3) add up to 75 days a year at most; days outside the collection year do not count.",
  fix: 'Correct the dates, or use V2 if the child was in fact looked after for longer.',
  check: ({ children, start, end }, flag) => {
    for (const { now } of children) {
      const breaks = now.Episodes.filter(({ LS }) => LS === 'V3')
        .map((episode) => {
          const { DECOM, DEC, DEC_TEXT } = episode;
          const ended = DEC_TEXT === '' ? end : Math.min(DEC, end);
          return { episode, days: ended - Math.max(DECOM, start) };
        })
        .filter(({ days }) => days > 0);
      const days = breaks.reduce((sum, one) => sum + one.days, 0);
      if (days > MOST_DAYS_IN_A_YEAR) for (const { episode } of breaks) flag(episode);
    }
  },
  fails: {
    Episodes: [
      { CHILD: '1', LS: 'V3', DECOM: '01/06/2025', DEC: '15/08/2025' },
      { CHILD: '1', LS: 'V3', DECOM: '01/09/2025', DEC: '02/09/2025' },
    ],
  },
  passes: { Episodes: [{ CHILD: '1', LS: 'V3', DECOM: '01/06/2025', DEC: '15/08/2025' }] },
});

const rule384 = rule({
  code: '384',
  title: 'Short break with a long-term foster carer',
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  fields: { Episodes: ['PLACE', 'LS'] },
  means:
    'A child on short breaks (V3, V4) lives at home, so a foster placement that is meant to last (U1, U4) cannot be right.',
  fix: 'Correct the placement type, or the legal status if the child really is looked after long term.',
  check: eachRow('Episodes', ({ LS, PLACE }) => SHORT_BREAKS.has(LS) && (PLACE === 'U1' || PLACE === 'U4')),
  fails: { Episodes: [{ LS: 'V3', PLACE: 'U4' }] },
  passes: { Episodes: [{ LS: 'V3', PLACE: 'U6' }] },
});

const rule398 = rule({
  code: '398',
  title: 'Home or placement postcode given for a short break',
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  fields: { Episodes: ['LS', 'HOME_POST', 'PL_POST'] },
  means: 'No distance from home is worked out for short breaks (V3, V4), so neither postcode is returned.',
  fix: 'Clear both postcodes, or correct the legal status if the child really is looked after long term.',
  check: eachRow(
    'Episodes',
    ({ LS, HOME_POST, PL_POST }) => SHORT_BREAKS.has(LS) && (HOME_POST !== '' || PL_POST !== ''),
  ),
  fails: { Episodes: [{ LS: 'V4', HOME_POST: 'DE1 1AA' }] },
  passes: { Episodes: [{ LS: 'V4', HOME_POST: '' }] },
});

const rule420 = rule({
  code: '420',
  title: 'Short break has a placement authority',
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  needs: ['postcodes'],
  fields: { Episodes: ['PL_LA'] },
  means:
    'Short breaks (V3, V4) have no placement authority, but one follows from the placement postcode given here.',
  fix: 'Clear the placement postcode, or correct the legal status if the child really is looked after long term.',
  check: eachRow('Episodes', ({ LS, PL_LA }) => SHORT_BREAKS.has(LS) && PL_LA !== ''),
  fails: {
    Episodes: [{ LS: 'V4', PL_POST: 'DE1 1AA' }],
    postcodes: [{ postcode: 'DE11AA', easting: 435_000, northing: 336_000, authority: 'E06000015' }],
  },
  passes: {
    Episodes: [{ LS: 'V2', PL_POST: 'DE1 1AA' }],
    postcodes: [{ postcode: 'DE11AA', easting: 435_000, northing: 336_000, authority: 'E06000015' }],
  },
});

const rule426 = rule({
  code: '426',
  title: 'Both ways of recording short breaks used for one child',
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  fields: { Episodes: ['LS'] },
  means:
    'An authority returns either each break (V3) or only the agreement (V4); this child has both in one year.',
  fix: 'Choose one of the two for all the short breaks of this child.',
  check: (context, flag) => {
    const episodesOf = rowsOf(context, 'Episodes');
    for (const id of ['', ...context.children.map((child) => child.id)]) {
      const breaks = episodesOf(id).filter(({ LS }) => SHORT_BREAKS.has(LS));
      if (new Set(breaks.map(({ LS }) => LS)).size === SHORT_BREAKS.size) breaks.forEach(flag);
    }
  },
  fails: {
    Episodes: [
      { CHILD: '1', LS: 'V3' },
      { CHILD: '1', LS: 'V4' },
    ],
  },
  passes: {
    Episodes: [
      { CHILD: '1', LS: 'V3' },
      { CHILD: '1', LS: 'V3' },
    ],
  },
});

/** Rules about series of short breaks (legal status V3 and V4). */
export const shortBreakRules = [rule214, rule365, rule366, rule367, rule384, rule398, rule420, rule426];
