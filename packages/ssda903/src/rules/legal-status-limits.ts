import type { Day } from '@cic/core/dates';
import { rule } from '../engine/define.ts';
import type { Rule } from '../engine/rule.ts';
import type { Row } from '../tables.ts';

type Episode = Row<'Episodes'>;

/**
 * Flags spells under one legal status that last longer than so many days, first start to last end; an open episode
 * lasts until 31 March. A spell goes on with the child's next episode under that status, if whatever episode came
 * directly after began on the day this one ended.
 */
const spellsLongerThan =
  (days: number, legalStatus: string): Rule['check'] =>
  ({ children, end }, flag) => {
    for (const { episodes } of children) {
      let spell: Episode[] = [];
      let goesOn = false;
      const closeSpell = (): void => {
        if (spanOf(spell, end) > days) spell.forEach(flag);
        spell = [];
      };
      episodes.forEach((episode, i) => {
        if (episode.LS !== legalStatus) return;
        if (!goesOn) closeSpell();
        spell.push(episode);
        goesOn = episodes[i + 1]?.DECOM === endOf(episode, end);
      });
      closeSpell();
    }
  };

const endOf = ({ DEC }: Episode, yearEnd: Day): Day => (Number.isNaN(DEC) ? yearEnd : DEC);

const spanOf = (spell: readonly Episode[], yearEnd: Day): number =>
  Math.max(...spell.map((episode) => endOf(episode, yearEnd))) -
  Math.min(...spell.flatMap(({ DECOM }) => (Number.isNaN(DECOM) ? [] : [DECOM])));

/**
 * Flags runs of episodes under one legal status whose days add up to more than so many; a blank end is 31 March. The
 * order is that of the file: a run ends where the child changes or a start is later than the end before it.
 */
const runsLongerThan =
  (days: number, legalStatus: string): Rule['check'] =>
  ({ Episodes, end }, flag) => {
    let run: Episode[] = [];
    const closeRun = (): void => {
      if (run.reduce((sum, episode) => sum + lengthOf(episode, end), 0) > days) run.forEach(flag);
      run = [];
    };
    for (const episode of Episodes) {
      if (episode.LS !== legalStatus || Number.isNaN(episode.DECOM)) continue;
      const before = run.at(-1);
      const sameChild = before && before.CHILD !== '' && before.CHILD === episode.CHILD;
      if (!sameChild || episode.DECOM > writtenEndOf(before, end)) closeRun();
      run.push(episode);
    }
    closeRun();
  };

/** Unlike {@link endOf}, an unreadable end stays unknown. */
const writtenEndOf = ({ DEC, DEC_TEXT }: Episode, yearEnd: Day): Day => (DEC_TEXT === '' ? yearEnd : DEC);

const lengthOf = (episode: Episode, yearEnd: Day): number =>
  writtenEndOf(episode, yearEnd) - episode.DECOM || 0;

const rule361 = rule({
  code: '361',
  title: 'Police protection for longer than 72 hours',
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  fields: { Episodes: ['DECOM', 'LS', 'DEC'] },
  means:
    'The police may keep a child in protection (L1) for 72 hours at most, over all episodes that follow each other.',
  fix: 'Add the episode under the order or agreement that followed, or correct the dates or the legal status.',
  check: spellsLongerThan(3, 'L1'),
  fails: { Episodes: [{ CHILD: '1', LS: 'L1', DECOM: '01/06/2025', DEC: '05/06/2025' }] },
  passes: { Episodes: [{ CHILD: '1', LS: 'L1', DECOM: '01/06/2025', DEC: '04/06/2025' }] },
});

const rule362 = rule({
  code: '362',
  title: 'Emergency protection order for longer than 21 days',
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  fields: { Episodes: ['DECOM', 'LS', 'DEC'] },
  means: 'An emergency protection order (L2) lasts 21 days at most, extension included.',
  fix: 'Add the episode under the order or agreement that followed, or correct the dates or the legal status.',
  check: spellsLongerThan(21, 'L2'),
  fails: { Episodes: [{ CHILD: '1', LS: 'L2', DECOM: '01/06/2025', DEC: '23/06/2025' }] },
  passes: { Episodes: [{ CHILD: '1', LS: 'L2', DECOM: '01/06/2025', DEC: '22/06/2025' }] },
});

const rule363 = rule({
  code: '363',
  title: 'Child assessment order for longer than seven days',
  severity: 'error',
  years: [2023],
  tables: ['Episodes'],
  fields: { Episodes: ['LS', 'DECOM', 'DEC'] },
  acrossChildren: true,
  means:
    'A child assessment order (L3) lasts seven days at most. Episodes that meet or overlap are added up.',
  fix: 'Add the episode under the order or agreement that followed, or correct the dates or the legal status.',
  check: runsLongerThan(7, 'L3'),
  fails: { Episodes: [{ CHILD: '1', LS: 'L3', DECOM: '01/06/2025', DEC: '09/06/2025' }] },
  passes: { Episodes: [{ CHILD: '1', LS: 'L3', DECOM: '01/06/2025', DEC: '08/06/2025' }] },
});

const rule364 = rule({
  code: '364',
  title: 'Held under the Police and Criminal Evidence Act for longer than 21 days',
  severity: 'query',
  years: [2023],
  tables: ['Episodes'],
  fields: { Episodes: ['LS', 'DECOM', 'DEC'] },
  acrossChildren: true,
  means:
    'Detention in local authority accommodation under this Act (J2) is a matter of days; more than 21 look wrong.',
  fix: 'Check the dates and add the episode under the order or remand that followed.',
  check: runsLongerThan(21, 'J2'),
  fails: { Episodes: [{ CHILD: '1', LS: 'J2', DECOM: '01/06/2025', DEC: '23/06/2025' }] },
  passes: { Episodes: [{ CHILD: '1', LS: 'J2', DECOM: '01/06/2025', DEC: '22/06/2025' }] },
});

/** Rules about how long a child may be under a legal status. */
export const legalStatusLimitRules = [rule361, rule362, rule363, rule364];
