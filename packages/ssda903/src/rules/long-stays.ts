import { rule } from '../engine/define.ts';
import { join } from '../engine/join.ts';
import type { Rule } from '../engine/rule.ts';

/** Flags ended episodes in a placement that took more days than it may, of children whose date of birth Header holds. */
const longerThan =
  (days: number, place: string): Rule['check'] =>
  (context, flag) => {
    for (const [episode, header] of join(context, 'Episodes', 'Header')) {
      if (Number.isNaN(header.DOB)) continue;
      if (episode.PLACE === place && episode.DEC > episode.DECOM + days) flag(episode);
    }
  };

const rule375 = rule({
  code: '375',
  title: 'Temporary placement in hospital for over six weeks',
  severity: 'error',
  years: [2023],
  tables: ['Episodes', 'Header'],
  fields: { Episodes: ['DECOM', 'PLACE'] },
  means:
    'A stay in hospital counts as temporary (T1) for six weeks, 42 days, at most. Episodes that have ended are checked.',
  fix: 'Record a longer stay as a placement of its own (R2), or correct the dates.',
  check: longerThan(42, 'T1'),
  fails: {
    Episodes: [{ CHILD: '1', PLACE: 'T1', DECOM: '01/06/2025', DEC: '14/07/2025' }],
    Header: [{ CHILD: '1', DOB: '01/01/2012' }],
  },
  passes: {
    Episodes: [{ CHILD: '1', PLACE: 'T1', DECOM: '01/06/2025', DEC: '13/07/2025' }],
    Header: [{ CHILD: '1', DOB: '01/01/2012' }],
  },
});

const rule376 = rule({
  code: '376',
  title: "Temporary placement during a carer's holiday for over three weeks",
  severity: 'error',
  years: [2023],
  tables: ['Episodes', 'Header'],
  fields: { Episodes: ['DECOM', 'PLACE'] },
  means:
    'A stay elsewhere while the foster carer is on holiday counts as temporary (T3) for three weeks, 21 days, at most. Episodes that have ended are checked.',
  fix: 'Record a longer stay as a placement of its own, or correct the dates.',
  check: longerThan(21, 'T3'),
  fails: {
    Episodes: [{ CHILD: '1', PLACE: 'T3', DECOM: '01/06/2025', DEC: '23/06/2025' }],
    Header: [{ CHILD: '1', DOB: '01/01/2012' }],
  },
  passes: {
    Episodes: [{ CHILD: '1', PLACE: 'T3', DECOM: '01/06/2025', DEC: '22/06/2025' }],
    Header: [{ CHILD: '1', DOB: '01/01/2012' }],
  },
});

const rule379 = rule({
  code: '379',
  title: 'Temporary placement for another reason for over seven days',
  severity: 'error',
  years: [2023],
  tables: ['Episodes', 'Header'],
  fields: { Episodes: ['DECOM', 'PLACE'] },
  means:
    'A temporary placement for any other reason (T4) lasts seven days at most. Episodes that have ended are checked.',
  fix: 'Record a longer stay as a placement of its own, or correct the dates.',
  check: longerThan(7, 'T4'),
  fails: {
    Episodes: [{ CHILD: '1', PLACE: 'T4', DECOM: '01/06/2025', DEC: '09/06/2025' }],
    Header: [{ CHILD: '1', DOB: '01/01/2012' }],
  },
  passes: {
    Episodes: [{ CHILD: '1', PLACE: 'T4', DECOM: '01/06/2025', DEC: '08/06/2025' }],
    Header: [{ CHILD: '1', DOB: '01/01/2012' }],
  },
});

/** Rules about temporary placements that go on for too long. */
export const longStayRules = [rule375, rule376, rule379];
