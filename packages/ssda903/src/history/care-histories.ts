import {
  buildCareHistory,
  type CareHistory,
  type ChildInput,
  type Day,
  type EpisodeInput,
  financialYearOf,
  formatReturnDate,
  type HistoryFor,
  OPEN,
} from '@cic/core';
import { collectionDates } from '../engine/context.ts';
import type { ReadFinding } from '../read/finding.ts';
import type { Return, Row, TableName } from '../tables.ts';
import { recordsOf, type YearReturn } from './records.ts';

/**
 * Care histories from several years' returns. Each return is the authority for its own year: the history of a year holds
 * the episodes of that year's return and, from the returns before it, those that had ended before the year began.
 */
export interface CareHistories {
  /** Collection years given, in order. */
  readonly years: readonly number[];
  /**
   * The history known by the return of the year a day falls in; of the latest return before it where that year has none.
   */
  readonly historyFor: HistoryFor;
  /** The history known by the latest return. */
  readonly latest: CareHistory;
  /** Where two years' returns contradict each other, and what could not be used of one. */
  readonly findings: readonly YearFinding[];
}

/** A finding about one year's return in its place among the others. */
export interface YearFinding extends ReadFinding {
  readonly year: number;
  readonly child: string;
}

type Told = { readonly file: string; readonly table: TableName; readonly row: number };

interface ToldEpisode {
  readonly episode: EpisodeInput;
  readonly told: Told;
}

const SEX: Readonly<Record<string, string>> = { '1': 'M', '2': 'F' };

const fileOf = (from: Return, table: TableName): string => from.tables[table]?.sources[0]?.file ?? table;

function childrenOf({ tables }: Return, into: Map<string, ChildInput>): void {
  const unaccompanied = new Map<string, Day>();
  for (const { CHILD, DUC } of tables.UASC?.rows ?? [])
    unaccompanied.set(CHILD, Number.isNaN(DUC) ? OPEN : DUC);
  for (const { CHILD, UASC } of tables.Header?.rows ?? []) {
    if (UASC === '1' && !unaccompanied.has(CHILD)) unaccompanied.set(CHILD, OPEN);
  }
  const seen = new Set<string>();
  for (const { CHILD: id, DOB: born, SEX: sex, ETHNIC: ethnicity } of tables.Header?.rows ?? []) {
    if (id === '' || seen.has(id)) continue;
    seen.add(id);
    const until = unaccompanied.get(id) ?? into.get(id)?.unaccompaniedUntil;
    into.set(id, {
      id,
      born,
      sex: SEX[sex] ?? sex,
      ethnicity,
      ...(until === undefined ? {} : { unaccompaniedUntil: until }),
    });
  }
}

const keyOf = ({ child, start }: EpisodeInput): string => `${child}|${start}`;

/** A blank and an unreadable end both leave the episode open, as the rules take them. */
function episodeOf(row: Row<'Episodes'>): EpisodeInput {
  return {
    child: row.CHILD,
    start: row.DECOM,
    end: Number.isNaN(row.DEC) ? OPEN : row.DEC,
    legalStatus: row.LS,
    categoryOfNeed: row.CIN,
    placementType: row.PLACE,
    placementProvider: row.PLACE_PROVIDER,
    reasonNewEpisode: row.RNE,
    reasonEpisodeCeased: row.REC,
    reasonPlacementChange: row.REASON_PLACE_CHANGE,
    homePostcode: row.HOME_POST,
    placementPostcode: row.PL_POST,
    urn: row.URN,
    placementLocation: row.PL_LOCATION,
    placementDistance: row.PL_DISTANCE,
  };
}

/** What one return says against the one before it. */
function contradictions(
  year: number,
  now: ReadonlyMap<string, ToldEpisode>,
  before: ReadonlyMap<string, ToldEpisode>,
): YearFinding[] {
  const findings: YearFinding[] = [];
  const { start } = collectionDates(year);
  const tell = (of: ToldEpisode, yearOf: number, message: string, fix: string) =>
    findings.push({ severity: 'warning', year: yearOf, child: of.episode.child, ...of.told, message, fix });
  for (const [key, one] of before) {
    if (one.episode.end !== OPEN || now.has(key)) continue;
    const begun = formatReturnDate(one.episode.start);
    tell(
      one,
      year,
      `Child ${one.episode.child}: the episode begun ${begun} was open at the end of ${year - 1} and is not in the ` +
        `return of ${year}, so the child is not counted in it.`,
      `Add the episode to the return of ${year}, or its end to that of ${year - 1}.`,
    );
  }
  for (const [key, one] of now) {
    if (one.episode.start >= start || before.has(key)) continue;
    const begun = formatReturnDate(one.episode.start);
    tell(
      one,
      year,
      `Child ${one.episode.child}: the episode begun ${begun} is in the return of ${year}, but was not in that of ` +
        `${year - 1}, so the child is not counted in it.`,
      `Check whether the return of ${year - 1} missed it.`,
    );
  }
  return findings;
}

/**
 * Puts several years' returns together. Years may be given in any order; a year given twice is refused.
 * @throws RangeError when no return is given, or two for one year
 */
export function toCareHistories(returns: readonly YearReturn[]): CareHistories {
  if (returns.length === 0) throw new RangeError('no return was given');
  const inOrder = [...returns].sort((a, b) => a.year - b.year);
  inOrder.forEach(({ year }, i) => {
    if (inOrder[i - 1]?.year === year) throw new RangeError(`two returns were given for ${year}`);
  });
  const findings: YearFinding[] = [];
  const histories = new Map<number, CareHistory>();
  const ended = new Map<string, EpisodeInput>();
  const children = new Map<string, ChildInput>();
  let before: { readonly year: number; readonly episodes: ReadonlyMap<string, ToldEpisode> } | undefined;
  inOrder.forEach((one, i) => {
    const { year } = one;
    const { start } = collectionDates(year);
    childrenOf(one.return, children);
    const file = fileOf(one.return, 'Episodes');
    const rows = (one.return.tables.Episodes?.rows ?? []).map((row) => ({
      episode: episodeOf(row),
      told: { file, table: 'Episodes', row: row.row } as const,
    }));
    const now = new Map(rows.map((told) => [keyOf(told.episode), told]));
    if (before?.year === year - 1) findings.push(...contradictions(year, now, before.episodes));
    const earlier = [...ended.values()].filter((episode) => episode.end < start && !now.has(keyOf(episode)));
    const history = buildCareHistory({
      children: [...children.values()],
      episodes: [...earlier, ...rows.map(({ episode }) => episode)],
      records: recordsOf(inOrder.slice(0, i + 1)),
    });
    for (const { child, message } of history.careFindings) {
      findings.push({
        severity: 'warning',
        year,
        child,
        file,
        message: `Return of ${year}, child ${child}: ${message}.`,
        fix: 'Run the checks of the return: they name the rows and how to mend them.',
      });
    }
    histories.set(year, history);
    for (const { episode } of rows) if (episode.end !== OPEN) ended.set(keyOf(episode), episode);
    before = { year, episodes: now };
  });
  const years = inOrder.map(({ year }) => year);
  return {
    years,
    historyFor: (on) => histories.get(years.findLast((year) => year <= financialYearOf(on)) ?? years[0]!)!,
    latest: histories.get(years.at(-1)!)!,
    findings,
  };
}
