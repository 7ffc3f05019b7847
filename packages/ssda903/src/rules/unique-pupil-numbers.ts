import { birthday, dayOf } from '@cic/core/dates';
import { SHORT_BREAKS } from '../codes.ts';
import { rule } from '../engine/define.ts';
import { filled } from '../engine/details.ts';
import { eachRow } from '../engine/each.ts';
import { join } from '../engine/join.ts';
import type { Row } from '../tables.ts';

/** Codes that say why the UPN is not known. */
const UNKNOWN = new Set(['UN1', 'UN2', 'UN3', 'UN4', 'UN5']);

/** A letter other than I, O and S, eleven digits, and a digit or letter. */
const UPN = /^[A-HJ-NP-RT-Z][0-9]{11}[0-9A-Z]$/;

const rule168 = rule({
  code: '168',
  title: 'UPN is not in the right form',
  severity: 'error',
  years: [2023],
  tables: ['Header'],
  fields: { Header: ['UPN'] },
  means:
    'A unique pupil number is a letter (not I, O or S), eleven digits and a digit or letter. UN1 to UN5 stand for an unknown one.',
  fix: 'Copy the number from the school or the virtual school, or enter the UN code that says why there is none.',
  check: eachRow('Header', ({ UPN: upn }) => filled(upn) && !UPN.test(upn) && !UNKNOWN.has(upn)),
  fails: { Header: [{ CHILD: '1', UPN: 'S12345678901A' }] },
  passes: { Header: [{ CHILD: '1', UPN: 'A12345678901A' }] },
});

/** Whether a UPN may take the place of last year's: a reason becomes clearer, or a number is found. */
function mayFollow(lastYear: string, upn: string): boolean {
  const noneLastYear = lastYear === '' || UNKNOWN.has(lastYear);
  const numberFound = filled(upn) && !UNKNOWN.has(upn);
  const reasonFound = (lastYear === '' || lastYear === 'UN1') && UNKNOWN.has(upn) && upn !== 'UN1';
  return upn === lastYear || (noneLastYear && numberFound) || reasonFound;
}

const rule208 = rule({
  code: '208',
  title: 'UPN is not what it was last year',
  severity: 'error',
  years: [2023],
  tables: ['Header'],
  needs: ['last Header'],
  fields: { Header: ['UPN'] },
  means:
    'A unique pupil number stays with a child. Only an unknown one may become known, and UN1 or a blank may become UN2 to UN5.',
  fix: "Check both numbers with the school; correct this year's, or have last year's amended.",
  differsFromReference:
    "The existing tool stops when a child stands twice in last year's Header. Here every one of last year's rows is compared and one that differs is enough, as in rule 202.",
  check: (context, flag) => {
    for (const [header, lastYear] of join(context, 'Header', 'last Header')) {
      if (!mayFollow(lastYear.UPN, header.UPN)) flag(header);
    }
  },
  fails: {
    Header: [{ CHILD: '1', UPN: 'A12345678901B' }],
    'last Header': [{ CHILD: '1', UPN: 'A12345678901A' }],
  },
  passes: { Header: [{ CHILD: '1', UPN: 'A12345678901B' }], 'last Header': [{ CHILD: '1', UPN: 'UN4' }] },
});

const rule209 = rule({
  code: '209',
  title: 'UN1 for a child of school age',
  severity: 'error',
  years: [2023],
  tables: ['Header'],
  fields: { Header: ['UPN', 'DOB'] },
  means:
    'UN1 says that a child is too young for a UPN. A child who was four by 31 August before last has started school by the time the year begins.',
  fix: "Enter the child's UPN, or the UN code that says why it is not known.",
  check: eachRow(
    'Header',
    (header, { year }) => header.UPN === 'UN1' && birthday(header.DOB, 4) <= dayOf(year - 2, 8, 31),
  ),
  fails: { Header: [{ CHILD: '1', UPN: 'UN1', DOB: '31/08/2020' }] },
  passes: { Header: [{ CHILD: '1', UPN: 'UN1', DOB: '01/09/2020' }] },
});

const rule210 = rule({
  code: '210',
  title: 'UN4 for a child who came into care over a week before the year ended',
  severity: 'error',
  years: [2023],
  tables: ['Header', 'Episodes'],
  fields: { Header: ['UPN'], Episodes: ['DECOM'] },
  means:
    'UN4 says that the child is new in care and the UPN still has to be found. That holds for those who came in the last week, from 24 March.',
  fix: 'Ask the school for the UPN and enter it, or use the UN code that fits.',
  differsFromReference:
    'The existing tool flags episodes that begin on or after 24 March, the opposite of what its message says. Here those that began before that day are flagged.',
  check: (context, flag) => {
    const lastWeek = dayOf(context.year, 3, 24);
    for (const [header, episode] of join(context, 'Header', 'Episodes')) {
      if (header.UPN === 'UN4' && episode.DECOM < lastWeek) {
        flag(header);
        flag(episode);
      }
    }
  },
  fails: { Header: [{ CHILD: '1', UPN: 'UN4' }], Episodes: [{ CHILD: '1', DECOM: '23/03/2026' }] },
  passes: { Header: [{ CHILD: '1', UPN: 'UN4' }], Episodes: [{ CHILD: '1', DECOM: '24/03/2026' }] },
});

const rule442 = rule({
  code: '442',
  title: 'UPN blank for a child in care',
  severity: 'error',
  years: [2023],
  tables: ['Episodes', 'Header'],
  fields: { Header: ['UPN'] },
  means:
    'Every child in care, other than those on short breaks only (V3, V4), has a UPN or a code that says why not.',
  fix: 'Enter the UPN, or one of UN1 to UN5.',
  check: (context, flag) => {
    for (const [header, episode] of join(context, 'Header', 'Episodes')) {
      if (header.UPN === '' && !SHORT_BREAKS.has(episode.LS)) flag(header);
    }
  },
  fails: { Header: [{ CHILD: '1', UPN: '' }], Episodes: [{ CHILD: '1', LS: 'C2' }] },
  passes: { Header: [{ CHILD: '1', UPN: '' }], Episodes: [{ CHILD: '1', LS: 'V3' }] },
});

const rule444 = rule({
  code: '444',
  title: 'Same UPN on several rows',
  severity: 'error',
  years: [2026],
  tables: ['Header'],
  fields: { Header: ['UPN'] },
  acrossChildren: true,
  means: 'A unique pupil number belongs to one child. Only the codes UN1 to UN5 may repeat.',
  fix: 'Find out whose number it is and correct the other rows.',
  check: ({ Header }, flag) => {
    const firstWith = new Map<string, Row<'Header'>>();
    for (const header of Header) {
      if (header.UPN === '' || UNKNOWN.has(header.UPN)) continue;
      const first = firstWith.get(header.UPN);
      if (first) {
        flag(first);
        flag(header);
      } else firstWith.set(header.UPN, header);
    }
  },
  fails: {
    Header: [
      { CHILD: '1', UPN: 'A12345678901A' },
      { CHILD: '2', UPN: 'A12345678901A' },
    ],
  },
  passes: {
    Header: [
      { CHILD: '1', UPN: 'A12345678901A' },
      { CHILD: '2', UPN: 'A12345678901B' },
    ],
  },
});

/** Rules about the unique pupil number. */
export const uniquePupilNumberRules = [rule168, rule208, rule209, rule210, rule442, rule444];
