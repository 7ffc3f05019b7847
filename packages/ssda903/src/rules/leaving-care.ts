import { birthday } from '@cic/core/dates';
import { ADOPTED, FOSTER_PLACEMENTS } from '../codes.ts';
import type { CheckContext } from '../engine/context.ts';
import { rule } from '../engine/define.ts';
import { blank } from '../engine/details.ts';
import { eachRow } from '../engine/each.ts';
import { join } from '../engine/join.ts';
import type { Row } from '../tables.ts';

/** Whether a child is shown to be of an age when an episode ends: unknown dates and a child not in Header show nothing. */
function isShownToBe(age: number, { DEC, CHILD }: Row<'Episodes'>, context: CheckContext): boolean {
  const headers = context.child(CHILD)?.now.Header ?? [];
  return headers.length > 0 && headers.every(({ DOB }) => birthday(DOB, age) <= DEC);
}

const rule359 = rule({
  code: '359',
  title: 'Still in care after the 18th birthday',
  severity: 'error',
  years: [2023],
  tables: ['Header', 'Episodes'],
  fields: { Episodes: ['DEC', 'LS', 'PLACE'] },
  means:
    "An episode is open although the young person turned 18 before 31 March of the year. Only a voluntary stay in a children's home (V2 with K2) may go on.",
  fix: 'End the episode on or before the 18th birthday, or correct the date of birth.',
  check: (context, flag) => {
    for (const [episode, header] of join(context, 'Episodes', 'Header')) {
      const mayGoOn = episode.LS === 'V2' && episode.PLACE === 'K2';
      if (blank(episode.DEC_TEXT) && !mayGoOn && birthday(header.DOB, 18) < context.end) flag(episode);
    }
  },
  fails: { Episodes: [{ CHILD: '1', LS: 'V2', PLACE: 'U4' }], Header: [{ CHILD: '1', DOB: '30/03/2008' }] },
  passes: { Episodes: [{ CHILD: '1', LS: 'V2', PLACE: 'U4' }], Header: [{ CHILD: '1', DOB: '31/03/2008' }] },
});

const rule386 = rule({
  code: '386',
  title: 'Adopted at 18 or over',
  severity: 'error',
  years: [2023],
  tables: ['Header', 'Episodes'],
  fields: { Episodes: ['REC'] },
  means: 'An adoption (E11, E12) ends care before the 18th birthday.',
  fix: 'Correct the reason the episode ended, its end date or the date of birth.',
  check: (context, flag) => {
    for (const [episode, header] of join(context, 'Episodes', 'Header')) {
      if (ADOPTED.has(episode.REC) && episode.DEC >= birthday(header.DOB, 18)) flag(episode);
    }
  },
  fails: {
    Episodes: [{ CHILD: '1', REC: 'E11', DEC: '01/06/2025' }],
    Header: [{ CHILD: '1', DOB: '01/06/2007' }],
  },
  passes: {
    Episodes: [{ CHILD: '1', REC: 'E11', DEC: '31/05/2025' }],
    Header: [{ CHILD: '1', DOB: '01/06/2007' }],
  },
});

const rule387 = rule({
  code: '387',
  title: 'Left for independent living before 14',
  severity: 'error',
  years: [2023],
  tables: ['Header', 'Episodes'],
  fields: { Episodes: ['REC'] },
  means:
    'A child cannot leave care for independent living (E5, E6) before 14. A child whose date of birth is unknown counts as too young.',
  fix: 'Correct the reason the episode ended or its end date; fill in the date of birth if it is missing.',
  check: eachRow('Episodes', (episode, context) => {
    const toIndependence = episode.REC === 'E5' || episode.REC === 'E6';
    return toIndependence && !Number.isNaN(episode.DEC) && !isShownToBe(14, episode, context);
  }),
  fails: {
    Episodes: [{ CHILD: '1', REC: 'E5', DEC: '31/05/2025' }],
    Header: [{ CHILD: '1', DOB: '01/06/2011' }],
  },
  passes: {
    Episodes: [{ CHILD: '1', REC: 'E5', DEC: '01/06/2025' }],
    Header: [{ CHILD: '1', DOB: '01/06/2011' }],
  },
});

const rule389 = rule({
  code: '389',
  title: 'Moved on to adult social care before 16',
  severity: 'error',
  years: [2023],
  tables: ['Episodes', 'Header'],
  fields: { Episodes: ['REC'] },
  means:
    'A child cannot move into residential care paid for by adult social care (E7) before 16. Where the end date or the date of birth is unknown, the child counts as too young.',
  fix: 'Correct the reason the episode ended or its end date; fill in the dates that are missing.',
  check: eachRow(
    'Episodes',
    (episode, context) => episode.REC === 'E7' && !isShownToBe(16, episode, context),
  ),
  fails: {
    Episodes: [{ CHILD: '1', REC: 'E7', DEC: '31/05/2025' }],
    Header: [{ CHILD: '1', DOB: '01/06/2009' }],
  },
  passes: {
    Episodes: [{ CHILD: '1', REC: 'E7', DEC: '01/06/2025' }],
    Header: [{ CHILD: '1', DOB: '01/06/2009' }],
  },
});

const SPECIAL_GUARDIANSHIP = new Set(['E45', 'E46', 'E47', 'E48']);

const rule407 = rule({
  code: '407',
  title: 'Special guardianship after the 18th birthday',
  severity: 'error',
  years: [2023],
  tables: ['Episodes', 'Header'],
  fields: { Episodes: ['DEC', 'REC'], Header: ['DOB'] },
  means: 'A special guardianship order (E45 to E48) ends care on the 18th birthday at the latest.',
  fix: 'Correct the reason the episode ended, its end date or the date of birth.',
  check: (context, flag) => {
    for (const [episode, header] of join(context, 'Episodes', 'Header')) {
      if (SPECIAL_GUARDIANSHIP.has(episode.REC) && episode.DEC > birthday(header.DOB, 18)) {
        flag(episode);
        flag(header);
      }
    }
  },
  fails: {
    Episodes: [{ CHILD: '1', REC: 'E45', DEC: '02/06/2025' }],
    Header: [{ CHILD: '1', DOB: '01/06/2007' }],
  },
  passes: {
    Episodes: [{ CHILD: '1', REC: 'E45', DEC: '01/06/2025' }],
    Header: [{ CHILD: '1', DOB: '01/06/2007' }],
  },
});

const rule460 = rule({
  code: '460',
  title: 'Stayed on with the carers before turning 18',
  severity: 'error',
  years: [2023],
  tables: ['Header', 'Episodes'],
  fields: { Episodes: ['DEC', 'REC'] },
  means:
    'E17 says that a young person turned 18 and stayed with the carers, so care ends on the 18th birthday or later.',
  fix: 'Correct the end date, the reason the episode ended or the date of birth.',
  differsFromReference:
    'The existing tool stops when a child with E17 stands twice in Header. Here one row of Header that makes the child under 18 is enough.',
  check: (context, flag) => {
    for (const [episode, header] of join(context, 'Episodes', 'Header')) {
      if (episode.REC === 'E17' && episode.DEC < birthday(header.DOB, 18)) flag(episode);
    }
  },
  fails: {
    Episodes: [{ CHILD: '1', REC: 'E17', DEC: '31/05/2025' }],
    Header: [{ CHILD: '1', DOB: '01/06/2007' }],
  },
  passes: {
    Episodes: [{ CHILD: '1', REC: 'E17', DEC: '01/06/2025' }],
    Header: [{ CHILD: '1', DOB: '01/06/2007' }],
  },
});

const rule516 = rule({
  code: '516',
  title: 'Special guardianship to the foster carer, but not placed in foster care',
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  fields: { Episodes: ['REC', 'PLACE'] },
  means:
    'E45 and E46 say that the former foster carer became special guardian, so the episode was a foster placement (U1 to U6).',
  fix: 'Use E47 or E48 if the guardian was not the foster carer; otherwise correct the placement type.',
  check: eachRow(
    'Episodes',
    ({ REC, PLACE }) => (REC === 'E45' || REC === 'E46') && !FOSTER_PLACEMENTS.has(PLACE),
  ),
  fails: { Episodes: [{ CHILD: '1', REC: 'E45', PLACE: 'P1' }] },
  passes: { Episodes: [{ CHILD: '1', REC: 'E45', PLACE: 'U1' }] },
});

/** Rules about how, and at what age, children leave care. */
export const leavingCareRules = [rule359, rule386, rule387, rule389, rule407, rule460, rule516];
