import { birthday } from '@cic/core/dates';
import { rule } from '../engine/define.ts';
import { firstEpisode } from '../engine/episodes.ts';
import { join } from '../engine/join.ts';
import type { Rule } from '../engine/rule.ts';
import { readLenientDate } from '../engine/written-dates.ts';

const rule234 = rule({
  code: '234',
  title: 'Placement changed because of custody, but the child is under ten',
  severity: 'error',
  years: [2026],
  tables: ['Episodes', 'Header'],
  fields: { Episodes: ['REASON_PLACE_CHANGE'], Header: ['DOB'] },
  means:
    'Children under ten cannot be held in custody, so CUSTOD cannot be the reason in an episode that began before the tenth birthday.',
  fix: 'Correct the reason for the placement change, or the date of birth.',
  check: (context, flag) => {
    for (const [episode, header] of join(context, 'Episodes', 'Header')) {
      if (episode.REASON_PLACE_CHANGE !== 'CUSTOD') continue;
      if (birthday(readLenientDate(header.DOB_TEXT), 10) > readLenientDate(episode.DECOM_TEXT)) {
        flag(episode);
        flag(header);
      }
    }
  },
  fails: {
    Episodes: [{ CHILD: '1', DECOM: '31/05/2025', REASON_PLACE_CHANGE: 'CUSTOD' }],
    Header: [{ CHILD: '1', DOB: '01/06/2015' }],
  },
  passes: {
    Episodes: [{ CHILD: '1', DECOM: '01/06/2025', REASON_PLACE_CHANGE: 'CUSTOD' }],
    Header: [{ CHILD: '1', DOB: '01/06/2015' }],
  },
});

const rule302 = rule({
  code: '302',
  title: 'First episode begins before the child was born',
  severity: 'error',
  years: [2023],
  tables: ['Header', 'Episodes'],
  fields: { Episodes: ['DECOM'], Header: ['DOB'] },
  means: 'A child comes into care on the day of birth at the earliest.',
  fix: 'Correct the date of birth or the start of the first episode.',
  differsFromReference:
    'The existing tool stops when a child has no episode with a readable start. Here that child is passed over.',
  check: ({ children }, flag) => {
    for (const child of children) {
      const first = firstEpisode(child);
      if (!first) continue;
      for (const header of child.now.Header) {
        if (header.DOB > first.DECOM) {
          flag(first);
          flag(header);
        }
      }
    }
  },
  fails: { Header: [{ CHILD: '1', DOB: '02/06/2025' }], Episodes: [{ CHILD: '1', DECOM: '01/06/2025' }] },
  passes: { Header: [{ CHILD: '1', DOB: '01/06/2025' }], Episodes: [{ CHILD: '1', DECOM: '01/06/2025' }] },
});

const rule352 = rule({
  code: '352',
  title: 'Came into care at 18 or over',
  severity: 'error',
  years: [2023],
  tables: ['Header', 'Episodes'],
  fields: { Episodes: ['DECOM', 'RNE'] },
  means: 'A period of care (RNE S) begins before the 18th birthday.',
  fix: 'Correct the date of birth or the start of the episode, or take the young adult out of the return.',
  check: (context, flag) => {
    for (const [episode, header] of join(context, 'Episodes', 'Header')) {
      if (episode.RNE === 'S' && episode.DECOM >= birthday(header.DOB, 18)) flag(episode);
    }
  },
  fails: {
    Episodes: [{ CHILD: '1', RNE: 'S', DECOM: '01/06/2025' }],
    Header: [{ CHILD: '1', DOB: '01/06/2007' }],
  },
  passes: {
    Episodes: [{ CHILD: '1', RNE: 'S', DECOM: '31/05/2025' }],
    Header: [{ CHILD: '1', DOB: '01/06/2007' }],
  },
});

const YOUTH_JUSTICE = new Set(['J1', 'J2', 'J3']);

const rule358 = rule({
  code: '358',
  title: 'Youth justice legal status for a child under ten',
  severity: 'error',
  years: [2023],
  tables: ['Header', 'Episodes'],
  fields: { Episodes: ['DECOM', 'LS'], Header: ['DOB'] },
  means:
    'Children under ten are not criminally responsible, so an episode on remand, detained by the police or under a youth order (J1 to J3) begins after the tenth birthday.',
  fix: 'Correct the legal status, the start of the episode or the date of birth.',
  check: (context, flag) => {
    for (const [episode, header] of join(context, 'Episodes', 'Header')) {
      if (YOUTH_JUSTICE.has(episode.LS) && episode.DECOM <= birthday(header.DOB, 10)) {
        flag(episode);
        flag(header);
      }
    }
  },
  fails: {
    Episodes: [{ CHILD: '1', LS: 'J1', DECOM: '01/06/2025' }],
    Header: [{ CHILD: '1', DOB: '01/06/2015' }],
  },
  passes: {
    Episodes: [{ CHILD: '1', LS: 'J1', DECOM: '02/06/2025' }],
    Header: [{ CHILD: '1', DOB: '01/06/2015' }],
  },
});

/** Flags ended episodes in a placement that began before the birthday from which it is allowed. */
const youngerThan =
  (age: number, place: string): Rule['check'] =>
  (context, flag) => {
    for (const [episode, header] of join(context, 'Episodes', 'Header')) {
      const ended = !Number.isNaN(episode.DEC);
      if (episode.PLACE === place && ended && episode.DECOM < birthday(header.DOB, age)) flag(episode);
    }
  };

const rule371 = rule({
  code: '371',
  title: 'Supported accommodation under 16',
  severity: 'error',
  years: [2025],
  tables: ['Episodes', 'Header'],
  fields: { Episodes: ['DECOM', 'PLACE'] },
  means:
    'Supported accommodation (K3) is for young people of 16 and over. Episodes that have ended are checked.',
  fix: 'Correct the placement type, the dates of the episode or the date of birth.',
  check: youngerThan(16, 'K3'),
  fails: {
    Episodes: [{ CHILD: '1', PLACE: 'K3', DECOM: '31/05/2025', DEC: '01/12/2025' }],
    Header: [{ CHILD: '1', DOB: '01/06/2009' }],
  },
  passes: {
    Episodes: [{ CHILD: '1', PLACE: 'K3', DECOM: '01/06/2025', DEC: '01/12/2025' }],
    Header: [{ CHILD: '1', DOB: '01/06/2009' }],
  },
});

const rule372 = rule({
  code: '372',
  title: 'Young offender institution under ten',
  severity: 'error',
  years: [2023],
  tables: ['Episodes', 'Header'],
  fields: { Episodes: ['DECOM', 'PLACE'] },
  means:
    'Children under ten are not criminally responsible and cannot be in youth custody (R5). Episodes that have ended are checked.',
  fix: 'Correct the placement type, the dates of the episode or the date of birth.',
  check: youngerThan(10, 'R5'),
  fails: {
    Episodes: [{ CHILD: '1', PLACE: 'R5', DECOM: '31/05/2025', DEC: '01/12/2025' }],
    Header: [{ CHILD: '1', DOB: '01/06/2015' }],
  },
  passes: {
    Episodes: [{ CHILD: '1', PLACE: 'R5', DECOM: '01/06/2025', DEC: '01/12/2025' }],
    Header: [{ CHILD: '1', DOB: '01/06/2015' }],
  },
});

const rule373 = rule({
  code: '373',
  title: 'Residential school under four',
  severity: 'error',
  years: [2023],
  tables: ['Episodes', 'Header'],
  fields: { Episodes: ['DECOM', 'PLACE'] },
  means:
    'A child under four is not of school age and cannot live in a residential school (S1). Episodes that have ended are checked.',
  fix: 'Correct the placement type, the dates of the episode or the date of birth.',
  check: youngerThan(4, 'S1'),
  fails: {
    Episodes: [{ CHILD: '1', PLACE: 'S1', DECOM: '31/05/2025', DEC: '01/12/2025' }],
    Header: [{ CHILD: '1', DOB: '01/06/2021' }],
  },
  passes: {
    Episodes: [{ CHILD: '1', PLACE: 'S1', DECOM: '01/06/2025', DEC: '01/12/2025' }],
    Header: [{ CHILD: '1', DOB: '01/06/2021' }],
  },
});

const rule374 = rule({
  code: '374',
  title: 'Residential employment under 14',
  severity: 'error',
  years: [2023],
  tables: ['Episodes', 'Header'],
  fields: { Episodes: ['DECOM', 'PLACE'] },
  means: 'A child under 14 cannot live where they are employed (P3). Episodes that have ended are checked.',
  fix: 'Correct the placement type, the dates of the episode or the date of birth.',
  check: youngerThan(14, 'P3'),
  fails: {
    Episodes: [{ CHILD: '1', PLACE: 'P3', DECOM: '31/05/2025', DEC: '01/12/2025' }],
    Header: [{ CHILD: '1', DOB: '01/06/2011' }],
  },
  passes: {
    Episodes: [{ CHILD: '1', PLACE: 'P3', DECOM: '01/06/2025', DEC: '01/12/2025' }],
    Header: [{ CHILD: '1', DOB: '01/06/2011' }],
  },
});

/** Rules about the age of a child when an episode begins. */
export const ageAtStartRules = [rule234, rule302, rule352, rule358, rule371, rule372, rule373, rule374];
