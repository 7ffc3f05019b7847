import {
  type Council,
  type Day,
  formatIsoDate,
  type Indicator,
  type IndicatorResult,
  isDerived,
  type Period,
  periodKey,
} from '@cic/core';
import { type LedgerEntry, type Released, release } from '@cic/disclosure';
import { addsUp, policyOf, tableId } from '@cic/reports';
import type { FigureQuestion, Figures, GivenFigure, Withheld } from '../source/source.ts';
import type { Ledger } from './ledger.ts';
import { figureOf, publicationOf } from './publication.ts';

interface Releasing extends FigureQuestion {
  readonly council: Council;
  readonly ledger: Ledger;
  readonly asAt: Day;
  readonly compute: (
    indicator: Indicator,
    periods: readonly Period[],
    by?: readonly string[],
  ) => readonly IndicatorResult[];
}

/** One release after the other: each is held against all that went before. */
let turn: Promise<unknown> = Promise.resolve();
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = turn.then(work, work);
  turn = mine.catch(() => undefined);
  return mine;
}

const find = (entries: readonly LedgerEntry[], id: string): LedgerEntry | undefined =>
  entries.find(({ publication }) => publication.tables.some((table) => table.id === id));

/** The publication with a result: the one that is out already, or a new one; the reason where it may not go out. */
async function released(
  { council, ledger, asAt, by }: Releasing,
  result: IndicatorResult,
): Promise<Released | LedgerEntry | Withheld> {
  const about = `${result.indicator.id} ${periodKey(result.period)}`;
  const id = tableId(result, by);
  for (;;) {
    const entries = await ledger.entries(about);
    const out = find(entries, id);
    if (out) return out;
    const answer = await release(
      publicationOf(
        result,
        by,
        entries.flatMap(({ publication }) => publication.tables),
      ),
      policyOf(council),
      entries,
      { id, at: formatIsoDate(asAt), to: 'readers of released figures' },
    );
    if (!answer.ok) {
      return {
        withheld: `This figure cannot be released beside what is out: ${answer.reasons.join('; ')}.`,
        status: 403,
      };
    }
    if (await ledger.add(about, entries.length, answer.entry)) return answer.publication;
  }
}

/** An indicator made of others, from what was released of those. */
async function derived(asked: Releasing, period: Period): Promise<GivenFigure | Withheld | undefined> {
  const { indicator, council } = asked;
  const [result] = asked.compute(indicator, [period], []);
  if (!result || !isDerived(indicator)) return undefined;
  const values: number[] = [];
  for (const part of indicator.derivedFrom) {
    const answer = await releasedFigures({
      ...asked,
      indicator: council.indicator(part),
      periods: [period],
      by: [],
    });
    const value = 'withheld' in answer ? null : (answer.figures[0]?.value ?? null);
    if (value === null) return { ...bare(result), mark: council.disclosure.symbol };
    values.push(value);
  }
  return { ...bare(result), value: indicator.combine(values, period) };
}

const bare = ({ indicator, period, definition }: IndicatorResult): GivenFigure => ({
  indicator,
  period,
  definition,
  value: null,
  numerator: null,
  denominator: null,
  breakdowns: new Map(),
});

/**
 * Figures for whoever may not see children of the whole council: only what has passed through `release` is in them. A
 * figure is released once, when it is first asked for, and stays as it was.
 * Source: requirements D-SUP-22, CFG-09, D-API-05.
 */
export async function releasedFigures(asked: Releasing): Promise<Figures | Withheld> {
  const { council, indicator, periods, by, asAt } = asked;
  const unfinished = periods.find(({ end }) => end > asAt);
  if (unfinished) {
    return { withheld: `${unfinished.label} is not over: its figures are not released yet.`, status: 403 };
  }
  if (by.length > 2) return { withheld: 'Figures are released by two breakdowns at the most.', status: 403 };
  const figures: GivenFigure[] = [];
  for (const period of periods) {
    if (isDerived(indicator)) {
      const figure = await derived(asked, period);
      if (figure && 'withheld' in figure) return figure;
      if (figure) figures.push(figure);
      continue;
    }
    const [result] = asked.compute(indicator, [period], by);
    if (!result) continue;
    if (!addsUp(result, by)) {
      return {
        withheld: `'${indicator.id}' is not released by ${by.join(' and ')}: its parts do not add up to the whole.`,
        status: 403,
      };
    }
    const answer = await inTurn(() => released(asked, result));
    if ('withheld' in answer) return answer;
    const publication = 'publication' in answer ? (answer.publication as Released) : answer;
    figures.push(figureOf(result, by, publication, council.disclosure.symbol));
  }
  return { figures, released: true };
}
