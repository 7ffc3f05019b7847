import { type Day, formatIsoDate, type IsoDate, parseIsoDate } from '../dates/day.ts';
import type { Action } from '../generated/types.ts';
import { type Trend, trend } from '../indicators/compare.ts';
import type { StrategyBook } from './book.ts';
import { seriesOf, unbroken } from './figures.ts';
import type { StrategyFinding, StrategyQuery } from './finding.ts';
import { dueDays, isOpenOn, stateOn } from './states.ts';

/** What a query is asked with; nothing here asks the clock. */
export interface AskedAt {
  readonly asAt: Day;
}

const about = (
  action: Action,
  query: StrategyQuery,
  message: string,
  more: Partial<StrategyFinding> = {},
): StrategyFinding => ({
  query,
  record: 'action',
  id: action.id,
  strategy: action.strategy,
  message,
  ...(action.priority === undefined ? {} : { priority: action.priority }),
  ...(action.board === undefined ? {} : { board: action.board }),
  ...(action.owners === undefined ? {} : { owners: action.owners.map(({ role }) => role) }),
  ...more,
});

const openActions = (book: StrategyBook, { asAt }: AskedAt): readonly Action[] => {
  const day = formatIsoDate(asAt);
  return book.actions.filter((action) => isOpenOn(action, day));
};

/** Open actions for which nobody answers (STR-10, D-ACT-10). */
export const withoutOwner = (book: StrategyBook, asked: AskedAt): readonly StrategyFinding[] =>
  openActions(book, asked)
    .filter(({ owners = [] }) => owners.length === 0)
    .map((action) => about(action, 'without-owner', 'nobody answers for it'));

/** Open actions that name neither a day nor how often they come round (STR-10). */
export const withoutDate = (book: StrategyBook, asked: AskedAt): readonly StrategyFinding[] =>
  openActions(book, asked)
    .filter((action) => dueDays(action).length === 0 && action.timescale?.recurrence === undefined)
    .map((action) => {
      const printed = action.timescale?.printedAs;
      const subject = printed === undefined ? 'it' : `‘${printed}’`;
      return about(action, 'without-date', `${subject} names no day, nor how often it comes round`);
    });

/** Open actions whose day has passed, the longest overdue first (STR-11, D-ACT-07). Due today is not overdue. */
export function overdue(book: StrategyBook, asked: AskedAt): readonly StrategyFinding[] {
  const today = formatIsoDate(asked.asAt);
  return openActions(book, asked)
    .flatMap((action): StrategyFinding[] => {
      const dueOn = dueDays(action).find((day) => day < today);
      if (dueOn === undefined) return [];
      const daysLate = asked.asAt - parseIsoDate(dueOn);
      return [about(action, 'overdue', `was due ${dueOn}, ${daysLate} days ago`, { dueOn, daysLate })];
    })
    .sort((a, b) => b.daysLate! - a.daysLate!);
}

/** Open actions due in a stretch of time, both days counted, in order of day. */
export function dueBetween(
  book: StrategyBook,
  asked: AskedAt & { readonly from: Day; readonly to: Day },
): readonly { readonly action: Action; readonly dueOn: IsoDate }[] {
  const [from, to] = [formatIsoDate(asked.from), formatIsoDate(asked.to)];
  return openActions(book, asked)
    .flatMap((action) =>
      dueDays(action)
        .filter((day) => day >= from && day <= to)
        .map((dueOn) => ({ action, dueOn })),
    )
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}

/** Actions due before their strategy was first approved (D-ACT-05). */
export const dueBeforeApproval = (book: StrategyBook): readonly StrategyFinding[] =>
  book.actions.flatMap((action) => {
    const approved = (book.strategy.get(action.strategy)?.approvals ?? []).map(({ on }) => on).sort()[0];
    const dueOn = dueDays(action)[0];
    return approved !== undefined && dueOn !== undefined && dueOn < approved
      ? [about(action, 'due-before-approval', `due ${dueOn}, before approval on ${approved}`, { dueOn })]
      : [];
  });

/** Open actions that do not say how anybody could tell whether they worked (D-ACT-06). */
export const withoutImpact = (book: StrategyBook, asked: AskedAt): readonly StrategyFinding[] =>
  openActions(book, asked)
    .filter(({ impact }) => (impact ?? '').trim() === '')
    .map((action) => about(action, 'without-impact', 'it does not say how we can tell that it worked'));

/** Actions that are under way or done, with nothing to show it. */
export function withoutEvidence(book: StrategyBook, { asAt }: AskedAt): readonly StrategyFinding[] {
  const day = formatIsoDate(asAt);
  return book.actions.flatMap((action) => {
    const { status } = stateOn(action, day);
    return (status === 'in-progress' || status === 'done') && (action.evidence ?? []).length === 0
      ? [
          about(
            action,
            'without-evidence',
            `it is ${status === 'done' ? 'done' : 'in progress'}, and nothing shows it`,
          ),
        ]
      : [];
  });
}

/** Indicators that show an action's effect: its own evidence and those of its objectives. */
export const indicatorsOf = (book: StrategyBook, action: Action): readonly string[] => [
  ...new Set([
    ...(action.evidence ?? []).flatMap(({ indicator }) => (indicator === undefined ? [] : [indicator])),
    ...(action.objectives ?? []).flatMap((id) => book.objective(action.strategy, id)?.indicators ?? []),
  ]),
];

/** How an indicator moved at last: its latest actual figure of the council against the one before, by its polarity. */
export function latestTrend(book: StrategyBook, indicator: string, asAt: Day): Trend | undefined {
  const definition = book.indicator.get(indicator);
  const series = unbroken(seriesOf(book, indicator).filter(({ period }) => period.end <= asAt));
  const [previous, current] = series.slice(-2);
  return definition && current ? trend(current, previous, definition.polarity) : undefined;
}

/** Actions rated green while an indicator behind them got worse: someone should look again. */
export function worseWhileGreen(book: StrategyBook, { asAt }: AskedAt): readonly StrategyFinding[] {
  const day = formatIsoDate(asAt);
  const worse = new Map<string, Trend | undefined>();
  const trendOf = (indicator: string): Trend | undefined => {
    if (!worse.has(indicator)) worse.set(indicator, latestTrend(book, indicator, asAt));
    return worse.get(indicator);
  };
  return book.actions
    .filter((action) => stateOn(action, day).rag === 'green')
    .flatMap((action) =>
      indicatorsOf(book, action)
        .filter((indicator) => trendOf(indicator)?.performance === 'worse')
        .map((indicator) => {
          const title = book.indicator.get(indicator)?.title ?? indicator;
          const change = Number(trendOf(indicator)!.change!.toPrecision(6));
          const moved = change > 0 ? `rose by ${change}` : `fell by ${-change}`;
          return about(
            action,
            'worse-while-green',
            `it is green, while ‘${title}’ ${moved}, which is worse`,
            {
              indicator,
            },
          );
        }),
    );
}
