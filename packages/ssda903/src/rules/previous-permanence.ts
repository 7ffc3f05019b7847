import { rowsOf } from '../engine/blank-child.ts';
import { rule } from '../engine/define.ts';
import { blank, filled } from '../engine/details.ts';
import { eachRow } from '../engine/each.ts';
import { firstEpisode } from '../engine/episodes.ts';
import { latest } from '../engine/latest.ts';
import { resolvePartlyKnownDate } from '../engine/written-dates.ts';
import type { Row } from '../tables.ts';

/** PREV_PERM of a child who never left care to adoption, a guardian, or a residence or arrangements order. */
const NO_PREVIOUS_PERMANENCE = 'Z1';

const PREVIOUS_PERMANENCE: ReadonlySet<string> = new Set(['P1', 'P2', 'P3', 'P4', NO_PREVIOUS_PERMANENCE]);

/** Three-digit codes of the English authorities past and present, and what stands for places outside England. */
const PERMANENCE_AUTHORITIES: ReadonlySet<string> = new Set(
  `201 202 203 204 205 206 207 208 209 210 211 212 213 301 302 303 304 305 306 307 308 309 310 311 312 313
  314 315 316 317 318 319 320 330 331 332 333 334 335 336 340 341 342 343 344 350 351 352 353 354 355 356
  357 358 359 370 371 372 373 380 381 382 383 384 390 391 392 393 394 420 800 801 802 803 805 806 807 808
  810 811 812 813 815 816 821 822 823 825 826 830 831 835 836 837 840 841 845 846 850 851 852 855 856 857
  860 861 865 866 867 868 869 870 871 872 873 874 876 877 878 879 880 881 882 883 884 885 886 887 888 889
  890 891 892 893 894 895 896 908 909 916 919 921 925 926 928 929 931 933 935 936 937 938 999 NIR NUK SCO
  WAL`.split(/\s+/),
);

const isIncomplete = ({ PREV_PERM, LA_PERM, DATE_PERM_TEXT }: Row<'PrevPerm'>): boolean =>
  blank(PREV_PERM) || (PREV_PERM !== NO_PREVIOUS_PERMANENCE && (blank(LA_PERM) || blank(DATE_PERM_TEXT)));

const rule630 = rule({
  code: '630',
  title: 'Care started this year without a complete record of previous permanence',
  severity: 'error',
  years: [2023],
  tables: ['Episodes', 'PrevPerm'],
  fields: { Episodes: ['RNE'] },
  means:
    'For every child who starts to be looked after the return asks whether they had left care to a permanent home before; where they had, also when and through which authority.',
  fix: 'Add or complete the previous permanence record: Z1 if there was none, else the code, the date of the order and the authority.',
  check: (context, flag) => {
    const previousPermanence = rowsOf(context, 'PrevPerm');
    for (const episode of context.Episodes) {
      if (episode.RNE !== 'S' || !(episode.DECOM >= context.start)) continue;
      const records = previousPermanence(episode.CHILD);
      if (records.length === 0 || records.some(isIncomplete)) flag(episode);
    }
  },
  fails: {
    Episodes: [{ CHILD: '101', DECOM: '01/04/2025', RNE: 'S' }],
    PrevPerm: [{ CHILD: '101', PREV_PERM: 'P1', DATE_PERM: '02/05/2019' }],
  },
  passes: {
    Episodes: [{ CHILD: '101', DECOM: '01/04/2025', RNE: 'S' }],
    PrevPerm: [{ CHILD: '101', PREV_PERM: 'P1', DATE_PERM: '02/05/2019', LA_PERM: '830' }],
  },
});

const rule631 = rule({
  code: '631',
  title: 'Previous permanence code not in the list',
  severity: 'error',
  years: [2023],
  tables: ['PrevPerm'],
  fields: { PrevPerm: ['PREV_PERM'] },
  means: 'Previous permanence is P1 to P4, or Z1 for a child who has none.',
  fix: 'Use one of P1, P2, P3, P4, Z1.',
  check: eachRow('PrevPerm', (row) => filled(row.PREV_PERM) && !PREVIOUS_PERMANENCE.has(row.PREV_PERM)),
  fails: { PrevPerm: [{ PREV_PERM: 'P5' }] },
  passes: { PrevPerm: [{ PREV_PERM: 'P4' }] },
});

const rule632 = rule({
  code: '632',
  title: 'Date of the previous order not a date, or not before care began',
  severity: 'error',
  years: [2023],
  tables: ['Episodes', 'PrevPerm'],
  fields: { Episodes: ['DECOM'], PrevPerm: ['DATE_PERM'] },
  means:
    'The order that gave the child a permanent home was made before the first episode in this return. Unknown parts may be written ZZ (day, month) and ZZZZ (year, then taken as 2000).',
  fix: 'Correct the date of the order; write it DD/MM/YYYY, with ZZ or ZZZZ for what is not known.',
  check: ({ PrevPerm, child }, flag) => {
    for (const record of PrevPerm) {
      const found = child(record.CHILD);
      const first = found && firstEpisode(found);
      if (!first || blank(record.DATE_PERM_TEXT)) continue;
      const ordered = resolvePartlyKnownDate(record.DATE_PERM_TEXT);
      if (ordered < first.DECOM) continue;
      flag(first);
      flag(record);
    }
  },
  fails: {
    Episodes: [{ CHILD: '101', DECOM: '31/05/2021' }],
    PrevPerm: [{ CHILD: '101', DATE_PERM: 'ZZ/05/2021' }],
  },
  passes: {
    Episodes: [{ CHILD: '101', DECOM: '01/06/2021' }],
    PrevPerm: [{ CHILD: '101', DATE_PERM: 'ZZ/05/2021' }],
  },
});

const rule633 = rule({
  code: '633',
  title: 'Authority of the previous order not in the list',
  severity: 'error',
  years: [2023],
  tables: ['PrevPerm'],
  fields: { PrevPerm: ['LA_PERM'] },
  means:
    'The authority is a three-digit code of an English authority, or WAL, SCO, NIR or NUK for a place elsewhere, or 999.',
  fix: 'Use the three-digit code of the authority in which the order was made.',
  check: eachRow('PrevPerm', (row) => filled(row.LA_PERM) && !PERMANENCE_AUTHORITIES.has(row.LA_PERM)),
  fails: { PrevPerm: [{ LA_PERM: '929A' }] },
  passes: { PrevPerm: [{ LA_PERM: '929' }] },
});

const rule634 = rule({
  code: '634',
  title: 'Previous permanence given, but no episode started this year',
  severity: 'error',
  years: [2023],
  tables: ['Episodes', 'PrevPerm'],
  fields: { Episodes: ['DECOM'], PrevPerm: ['LA_PERM', 'PREV_PERM', 'DATE_PERM'] },
  means:
    'Previous permanence is asked for children who start to be looked after; all of this child’s episodes began before 1 April.',
  fix: 'Remove the previous permanence record, or correct the start of the episode.',
  check: ({ PrevPerm, child, start }, flag) => {
    for (const record of PrevPerm) {
      const { PREV_PERM, DATE_PERM_TEXT, LA_PERM } = record;
      if (![PREV_PERM, DATE_PERM_TEXT, LA_PERM].some(filled)) continue;
      const episodes = child(record.CHILD)?.now.Episodes ?? [];
      const newest = latest(episodes, ({ DECOM }) => DECOM);
      if (!newest || newest.DECOM >= start) continue;
      flag(record);
      episodes.forEach(flag);
    }
  },
  fails: {
    Episodes: [{ CHILD: '101', DECOM: '31/03/2025' }],
    PrevPerm: [{ CHILD: '101', PREV_PERM: 'Z1' }],
  },
  passes: {
    Episodes: [{ CHILD: '101', DECOM: '01/04/2025' }],
    PrevPerm: [{ CHILD: '101', PREV_PERM: 'Z1' }],
  },
});

const rule635 = rule({
  code: '635',
  title: 'Date or authority of a previous order without its permanence code',
  severity: 'error',
  years: [2023],
  tables: ['PrevPerm'],
  fields: { PrevPerm: ['LA_PERM', 'DATE_PERM', 'PREV_PERM'] },
  means: 'A date or an authority says that there was an order, but not what kind of permanence it gave.',
  fix: 'Enter the previous permanence code, or remove the date and the authority.',
  check: eachRow(
    'PrevPerm',
    (row) => blank(row.PREV_PERM) && (filled(row.LA_PERM) || filled(row.DATE_PERM_TEXT)),
  ),
  fails: { PrevPerm: [{ LA_PERM: '830' }] },
  passes: { PrevPerm: [{ LA_PERM: '830', PREV_PERM: 'P1' }] },
});

/** Rules about permanence a child had before care began this time. */
export const previousPermanenceRules = [rule630, rule631, rule632, rule633, rule634, rule635];
