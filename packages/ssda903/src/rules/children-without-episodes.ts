import { rowsOf } from '../engine/blank-child.ts';
import { rule } from '../engine/define.ts';
import type { TableName } from '../tables.ts';

const WITH_EPISODES = [
  'PlacedAdoption',
  'Missing',
  'Reviews',
  'AD1',
  'PrevPerm',
  'OC2',
] as const satisfies readonly TableName[];

const rule1012 = rule({
  code: '1012',
  title: 'Child without episodes in a table about children in care',
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  skipWhen: ({ given }) =>
    WITH_EPISODES.some((table) => given.has(table)) ? undefined : `Needs one of ${WITH_EPISODES.join(', ')}.`,
  fields: {
    PlacedAdoption: ['CHILD'],
    Missing: ['CHILD'],
    Reviews: ['CHILD'],
    AD1: ['CHILD'],
    PrevPerm: ['CHILD'],
    OC2: ['CHILD'],
  },
  means:
    'Reviews, missing periods, adoption, permanence and health belong to children with an episode this year. Others, such as care leavers, have none of them.',
  fix: 'Add the missing episode, correct CHILD, or remove the row.',
  check: (context, flag) => {
    const episodesOf = rowsOf(context, 'Episodes');
    for (const table of WITH_EPISODES) {
      for (const row of context[table]) if (episodesOf(row.CHILD).length === 0) flag(row);
    }
  },
  fails: { Episodes: [{ CHILD: '1' }], Reviews: [{ CHILD: '2' }] },
  passes: { Episodes: [{ CHILD: '1' }], Reviews: [{ CHILD: '1' }] },
});

const ruleEPI = rule({
  code: 'EPI',
  title: 'Child with neither episodes nor care-leaver details',
  severity: 'error',
  years: [2023],
  tables: ['Header'],
  fields: { Header: ['CHILD'] },
  means: 'Everybody in Header is a child in care, with episodes, or a care leaver, with a row in OC3.',
  fix: 'Add the episodes or the OC3 row, correct CHILD, or remove the child.',
  check: (context, flag) => {
    const episodesOf = rowsOf(context, 'Episodes');
    const leaverDetailsOf = rowsOf(context, 'OC3');
    for (const header of context.Header) {
      const { CHILD } = header;
      if (episodesOf(CHILD).length === 0 && leaverDetailsOf(CHILD).length === 0) flag(header);
    }
  },
  fails: { Header: [{ CHILD: '1' }] },
  passes: { Header: [{ CHILD: '1' }], OC3: [{ CHILD: '1' }] },
});

/** Rules about children who are in the return without an episode. */
export const childrenWithoutEpisodesRules = [rule1012, ruleEPI];
