import { rule } from '../engine/define.ts';

const SHORT_BREAKS = new Set(['V3', 'V4']);

const rule384 = rule({
  code: '384',
  title: 'Short break with a long-term foster carer',
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  fields: { Episodes: ['PLACE', 'LS'] },
  means: 'A child on short breaks (V3, V4) lives at home, so a foster placement that is meant to last (U1, U4) cannot be right.',
  fix: 'Correct the placement type, or the legal status if the child really is looked after long term.',
  check: ({ Episodes }, flag) => {
    for (const episode of Episodes) {
      const longTerm = episode.PLACE === 'U1' || episode.PLACE === 'U4';
      if (longTerm && SHORT_BREAKS.has(episode.LS)) flag(episode);
    }
  },
  fails: { Episodes: [{ LS: 'V3', PLACE: 'U4' }] },
  passes: { Episodes: [{ LS: 'V3', PLACE: 'U6' }] },
});

/** Rules about series of short breaks (legal status V3 and V4). */
export const shortBreakRules = [rule384];
