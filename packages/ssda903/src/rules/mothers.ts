import { birthday } from '@cic/core/dates';
import { SHORT_BREAKS } from '../codes.ts';
import { rule } from '../engine/define.ts';
import { blank, filled } from '../engine/details.ts';
import { eachRow } from '../engine/each.ts';
import { join } from '../engine/join.ts';
import { latest } from '../engine/latest.ts';
import { numberIn } from '../engine/numbers.ts';

const rule171 = rule({
  code: '171',
  title: "Date of birth of the young person's own child is unreadable",
  severity: 'error',
  years: [2023],
  tables: ['Header'],
  fields: { Header: ['MC_DOB'] },
  means: 'Where MC_DOB is filled in, it is a date that exists, written as DD/MM/YYYY.',
  fix: 'Write the date of birth of the first child as DD/MM/YYYY, or leave it blank if there is none.',
  check: eachRow('Header', (header) => filled(header.MC_DOB_TEXT) && Number.isNaN(header.MC_DOB)),
  fails: { Header: [{ CHILD: '1', MC_DOB: '2025-06-01' }] },
  passes: { Header: [{ CHILD: '1', MC_DOB: '01/06/2025' }] },
});

const rule174 = rule({
  code: '174',
  title: 'Date of birth of an own child given for a boy',
  severity: 'error',
  years: [2025],
  tables: ['Header'],
  fields: { Header: ['SEX', 'MC_DOB'] },
  means: 'The return asks about mothers only, so MC_DOB stays blank for boys, also when they are fathers.',
  fix: 'Clear MC_DOB, or correct the sex.',
  check: eachRow('Header', (header) => header.SEX === 'M' && filled(header.MC_DOB_TEXT)),
  fails: { Header: [{ CHILD: '1', SEX: 'M', MC_DOB: '01/06/2025' }] },
  passes: { Header: [{ CHILD: '1', SEX: 'F', MC_DOB: '01/06/2025' }] },
});

const rule207 = rule({
  code: '207',
  title: 'Mother last year, but not this year',
  severity: 'error',
  years: [2023],
  tables: ['Episodes', 'Header'],
  needs: ['last Header'],
  fields: { Header: ['MOTHER'] },
  means: 'A young woman once returned as a mother stays one, whether or not her child lives with her.',
  fix: "Enter 1 for MOTHER, or have last year's return amended.",
  check: (context, flag) => {
    for (const [header, lastYear] of join(context, 'Header', 'last Header')) {
      const inCare = context.child(header.CHILD)!.now.Episodes.length > 0;
      if (inCare && lastYear.MOTHER === '1' && header.MOTHER !== '1') flag(header);
    }
  },
  fails: {
    Header: [{ CHILD: '1', MOTHER: '0' }],
    Episodes: [{ CHILD: '1' }],
    'last Header': [{ CHILD: '1', MOTHER: '1' }],
  },
  passes: {
    Header: [{ CHILD: '1', MOTHER: '1' }],
    Episodes: [{ CHILD: '1' }],
    'last Header': [{ CHILD: '1', MOTHER: '1' }],
  },
});

const rule393 = rule({
  code: '393',
  title: 'Girl in care without an entry for mother',
  severity: 'error',
  years: [2025],
  tables: ['Header', 'Episodes'],
  fields: { Header: ['MOTHER'] },
  means:
    'For every girl in care, other than on short breaks only (V3, V4), the return says whether she is a mother.',
  fix: 'Enter 1 if she has a child, 0 if not.',
  check: (context, flag) => {
    for (const [header, episode] of join(context, 'Header', 'Episodes')) {
      if (header.SEX === 'F' && header.MOTHER === '' && !SHORT_BREAKS.has(episode.LS)) flag(header);
    }
  },
  fails: { Header: [{ CHILD: '1', SEX: 'F' }], Episodes: [{ CHILD: '1', LS: 'C2' }] },
  passes: { Header: [{ CHILD: '1', SEX: 'F', MOTHER: '0' }], Episodes: [{ CHILD: '1', LS: 'C2' }] },
});

const rule607 = rule({
  code: '607',
  title: 'Girl left care without an entry for mother',
  severity: 'error',
  years: [2025],
  tables: ['Episodes', 'Header'],
  fields: { Episodes: ['DEC', 'REC', 'LS'], Header: ['MOTHER', 'SEX'] },
  means:
    'For a girl who left care in the year, other than from short breaks, the return says whether she is a mother.',
  fix: 'Enter 1 if she has a child, 0 if not.',
  check: (context, flag) => {
    for (const [episode, header] of join(context, 'Episodes', 'Header')) {
      const endedInYear = episode.DEC >= context.start && episode.DEC <= context.end;
      const leftCare = endedInYear && filled(episode.REC) && episode.REC !== 'X1';
      if (leftCare && !SHORT_BREAKS.has(episode.LS) && header.SEX === 'F' && header.MOTHER === '') {
        flag(episode);
        flag(header);
      }
    }
  },
  fails: {
    Episodes: [{ CHILD: '1', LS: 'C2', DEC: '31/03/2026', REC: 'E4A' }],
    Header: [{ CHILD: '1', SEX: 'F' }],
  },
  passes: {
    Episodes: [{ CHILD: '1', LS: 'C2', DEC: '31/03/2026', REC: 'E4A' }],
    Header: [{ CHILD: '1', SEX: 'F', MOTHER: '0' }],
  },
});

const rule611 = rule({
  code: '611',
  title: 'Mother without the date of birth of her child',
  severity: 'error',
  years: [2023],
  tables: ['Header'],
  fields: { Header: ['MOTHER', 'MC_DOB'] },
  means: 'A young woman returned as a mother has the date of birth of her first child beside it.',
  fix: "Enter the first child's date of birth in MC_DOB, or correct MOTHER.",
  check: eachRow('Header', (header) => header.MOTHER === '1' && blank(header.MC_DOB_TEXT)),
  fails: { Header: [{ CHILD: '1', MOTHER: '1' }] },
  passes: { Header: [{ CHILD: '1', MOTHER: '1', MC_DOB: '01/06/2025' }] },
});

const rule612 = rule({
  code: '612',
  title: 'Date of birth of a child given for a girl who is no mother',
  severity: 'error',
  years: [2025],
  tables: ['Header'],
  fields: { Header: ['SEX', 'MOTHER', 'MC_DOB'] },
  means: 'MC_DOB is filled in for mothers only, yet MOTHER is 0 or blank.',
  fix: 'Enter 1 for MOTHER, or clear MC_DOB.',
  check: eachRow(
    'Header',
    ({ SEX, MOTHER, MC_DOB_TEXT }) => SEX === 'F' && (MOTHER === '' || MOTHER === '0') && filled(MC_DOB_TEXT),
  ),
  fails: { Header: [{ CHILD: '1', SEX: 'F', MOTHER: '0', MC_DOB: '01/06/2025' }] },
  passes: { Header: [{ CHILD: '1', SEX: 'F', MOTHER: '1', MC_DOB: '01/06/2025' }] },
});

const rule620 = rule({
  code: '620',
  title: 'Mother younger than 11 when the year began',
  severity: 'query',
  years: [2023],
  tables: ['Header'],
  fields: { Header: ['DOB', 'MOTHER'] },
  means: 'A mother who had not turned 11 by 1 April of the year is very unlikely.',
  fix: 'Check her date of birth and whether she is a mother.',
  check: eachRow('Header', (header, { start }) => header.MOTHER === '1' && birthday(header.DOB, 11) > start),
  fails: { Header: [{ CHILD: '1', MOTHER: '1', DOB: '02/04/2014' }] },
  passes: { Header: [{ CHILD: '1', MOTHER: '1', DOB: '01/04/2014' }] },
});

const rule621 = rule({
  code: '621',
  title: 'Mother not older than her child',
  severity: 'error',
  years: [2023],
  tables: ['Header'],
  fields: { Header: ['DOB', 'MC_DOB'] },
  means: "The child's date of birth is the mother's own or an earlier one, or her own cannot be read.",
  fix: "Check both dates of birth; often the mother's was entered twice.",
  check: eachRow('Header', ({ DOB, MC_DOB }) => !Number.isNaN(MC_DOB) && !(MC_DOB > DOB)),
  fails: { Header: [{ CHILD: '1', DOB: '01/06/2009', MC_DOB: '01/06/2009' }] },
  passes: { Header: [{ CHILD: '1', DOB: '01/06/2009', MC_DOB: '01/06/2025' }] },
});

const rule624 = rule({
  code: '624',
  title: 'Date of birth of the first child is not what it was last year',
  severity: 'error',
  years: [2023],
  tables: ['Header'],
  needs: ['last Header'],
  fields: { Header: ['MC_DOB'] },
  means:
    "Once returned, the first child's date of birth is written the same way every year, so that 1/6/2025 after 01/06/2025 counts as a change.",
  fix: "Write the date as last year, or have last year's return amended if it was wrong.",
  check: (context, flag) => {
    for (const [header, lastYear] of join(context, 'Header', 'last Header')) {
      if (filled(lastYear.MC_DOB_TEXT) && header.MC_DOB_TEXT !== lastYear.MC_DOB_TEXT) flag(header);
    }
  },
  fails: { Header: [{ CHILD: '1', MC_DOB: '' }], 'last Header': [{ CHILD: '1', MC_DOB: '01/06/2024' }] },
  passes: {
    Header: [{ CHILD: '1', MC_DOB: '01/06/2024' }],
    'last Header': [{ CHILD: '1', MC_DOB: '01/06/2024' }],
  },
});

const rule625 = rule({
  code: '625',
  title: 'First child born after the mother left care or after the year',
  severity: 'error',
  years: [2023],
  tables: ['Episodes', 'Header'],
  fields: { Header: ['MC_DOB'], Episodes: ['DEC'] },
  means:
    "The first child's date of birth is later than the last of the mother's episode ends, or than 31 March of the year.",
  fix: "Check the child's date of birth; a birth after she left care or after the year is not returned.",
  check: ({ children, end }, flag) => {
    for (const { now } of children) {
      const lastToEnd = latest(now.Episodes, ({ DEC }) => DEC);
      if (!lastToEnd) continue;
      for (const header of now.Header) {
        if (header.MC_DOB > end || header.MC_DOB > lastToEnd.DEC) {
          flag(lastToEnd);
          flag(header);
        }
      }
    }
  },
  fails: { Episodes: [{ CHILD: '1', DEC: '01/06/2025' }], Header: [{ CHILD: '1', MC_DOB: '02/06/2025' }] },
  passes: { Episodes: [{ CHILD: '1', DEC: '01/06/2025' }], Header: [{ CHILD: '1', MC_DOB: '01/06/2025' }] },
});

const rule626 = rule({
  code: '626',
  title: 'New mother, but her child was born before the year',
  severity: 'error',
  years: [2023],
  tables: ['Header'],
  needs: ['last Header'],
  fields: { Header: ['MOTHER', 'MC_DOB'] },
  means:
    "She was no mother in last year's return and is one now, yet the child was born before 1 April of this year.",
  fix: "Check the child's date of birth; if it is right, have last year's return amended.",
  check: (context, flag) => {
    for (const [header, lastYear] of join(context, 'Header', 'last Header')) {
      const newMother = numberIn(header.MOTHER) === 1 && numberIn(lastYear.MOTHER) === 0;
      if (newMother && header.MC_DOB < context.start) flag(header);
    }
  },
  fails: {
    Header: [{ CHILD: '1', MOTHER: '1', MC_DOB: '31/03/2025' }],
    'last Header': [{ CHILD: '1', MOTHER: '0' }],
  },
  passes: {
    Header: [{ CHILD: '1', MOTHER: '1', MC_DOB: '01/04/2025' }],
    'last Header': [{ CHILD: '1', MOTHER: '0' }],
  },
});

/** Rules about young women in care who are mothers, and the date of birth of their first child. */
export const motherRules = [
  rule171,
  rule174,
  rule207,
  rule393,
  rule607,
  rule611,
  rule612,
  rule620,
  rule621,
  rule624,
  rule625,
  rule626,
];
