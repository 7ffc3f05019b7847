import { runChecks } from '../checks/check.ts';
import type { Council } from '../council/council.ts';
import type { Period } from '../dates/period.ts';
import { type Duty, type DutyEvent, dutyContext } from '../duties/duty.ts';
import type { CareHistory } from '../history/careHistory.ts';
import type { Child } from '../history/child.ts';
import { asked } from '../indicators/asked.ts';
import {
  type ComputeOptions,
  computeIndicators,
  contextFor,
  type IndicatorResult,
  versionFor,
} from '../indicators/compute.ts';
import { type Indicator, isDerived, isSum } from '../indicators/indicator.ts';
import { listRows, type Plugin } from '../plugin/plugin.ts';

/** A plugin on trial: in a council that enables it, for some periods. */
export interface Trial {
  readonly plugin: Plugin;
  readonly council: Council;
  readonly periods: readonly Period[];
  readonly by?: NonNullable<ComputeOptions['by']>;
}

/** Runs something that must not throw; where it does, that is the problem. */
export function tried(where: string, run: () => readonly string[]): readonly string[] {
  try {
    return run();
  } catch (error) {
    return [`${where} throws: ${error instanceof Error ? error.message : String(error)}`];
  }
}

const once = (problems: readonly string[]): string[] => [...new Set(problems)];

/** A plugin's indicators, with the timeliness of its duties. */
const indicatorsOf = ({ plugin, council }: Trial): Indicator[] => {
  const ids = new Set([
    ...(plugin.indicators ?? []).map(({ id }) => id),
    ...(plugin.duties ?? []).map(({ id }) => `${id}-on-time`),
  ]);
  return council.indicators.filter(({ id }) => ids.has(id));
};

function* wrongIn({ indicator, period, numerator, denominator, value, breakdowns }: IndicatorResult) {
  const where = `indicator '${indicator.id}' in ${period.label}`;
  if (value !== null && !Number.isFinite(value)) yield `${where} is ${value}`;
  if (isDerived(indicator)) return;
  if (indicator.unit === 'percent' && numerator !== null && denominator !== null && numerator > denominator)
    yield `${where}: the numerator ${numerator} is above the population ${denominator}`;
  const parts = isSum(indicator) ? { numerator } : { numerator, denominator };
  for (const [by, rows] of breakdowns)
    for (const [part, total] of Object.entries(parts)) {
      const sum = rows.reduce((added, row) => added + (row[part as keyof typeof parts] ?? 0), 0);
      if (Math.abs(sum - (total ?? 0)) > 1e-6 * Math.max(1, Math.abs(sum)))
        yield `${where}: by ${by} the ${part}s add up to ${sum}, not ${total}`;
    }
}

/**
 * What no figure may be, whatever the records: a numerator above its population, a value that is no number, rows that do
 * not add up to their total.
 *
 * @returns each breach in plain words; [] where everything holds
 */
export function wrongFigures(history: CareHistory, trial: Trial): string[] {
  const { council, periods, by = [] } = trial;
  const wrong = (indicators: readonly Indicator[]): string[] =>
    computeIndicators({ council, historyFor: () => history, indicators, periods, by }).flatMap((result) => [
      ...wrongIn(result),
    ]);
  const indicators = indicatorsOf(trial);
  try {
    return wrong(indicators);
  } catch {
    // One by one, to name those that throw.
    return indicators.flatMap((one) => tried(`indicator '${one.id}'`, () => wrong([one])));
  }
}

/**
 * How often a clock can have run: once from one day to another, as what is met on the day it starts may start again on it;
 * where records start it, once a record, two on one day too.
 */
const runsOf = (child: Child, { startedBy = [] }: Duty, events: readonly DutyEvent[]): number =>
  Math.max(
    new Set(events.map(({ startedOn, dueOn }) => `${startedOn} ${dueOn}`)).size,
    startedBy.reduce((sum, type) => sum + child.records(type).length, 0),
  );

/**
 * What no clock may do, whatever the records: be due or met before it starts, or run twice for one trigger.
 *
 * @returns each breach in plain words; [] where everything holds
 */
export function wrongClocks(history: CareHistory, { plugin, council, periods }: Trial): string[] {
  const problems = (plugin.duties ?? []).flatMap((duty) => {
    const where = `duty '${duty.id}'`;
    return tried(where, () =>
      periods.flatMap(({ end }) =>
        history.children.flatMap((child) => {
          const events = [...duty.events(child, dutyContext(council, end))];
          const wrong = events.flatMap(({ startedOn, dueOn, metOn = startedOn }) => [
            ...(dueOn >= startedOn ? [] : [`${where} is due before it starts`]),
            ...(metOn >= startedOn ? [] : [`${where} is met before it starts`]),
          ]);
          return events.length <= runsOf(child, duty, events)
            ? wrong
            : [...wrong, `${where} has two events for one trigger`];
        }),
      ),
    );
  });
  return once(problems);
}

/**
 * Indicators that count a child whom nobody asks them about, by what they say of whom they can count (`among`, `ages`,
 * `restsOn`, `reach`): none may.
 *
 * @returns each breach in plain words; [] where everything holds
 */
export function unaskedAnswers(history: CareHistory, { plugin, council, periods }: Trial): string[] {
  return (plugin.indicators ?? []).flatMap((indicator) => {
    if (isDerived(indicator)) return [];
    const where = `indicator '${indicator.id}'`;
    const speaksUnasked = (period: Period): boolean => {
      const measure = versionFor(indicator, period.end)?.measure;
      const measuresOf = asked(history, [indicator], [measure], period);
      const context = contextFor(council, () => history, period);
      return history.children.some(
        (child) => measuresOf(child).length === 0 && measure?.(child, context) !== undefined,
      );
    };
    return tried(where, () =>
      periods
        .filter(speaksUnasked)
        .map(({ label }) => `${where} in ${label} counts somebody it says it cannot count`),
    );
  });
}

const UNSAID = /undefined|NaN/;

/**
 * What no check and no list may do, whatever the records: throw, find something without saying what, show a value that is
 * none, or fill a column that is not there.
 *
 * @returns each breach in plain words; [] where everything holds
 */
export function wrongFindings(history: CareHistory, { plugin, council, periods }: Trial): string[] {
  const checks = (plugin.checks ?? []).flatMap((check) => {
    const where = `check '${check.id}'`;
    return periods.flatMap(({ end: asAt }) =>
      tried(where, () =>
        runChecks([check], { history, council, asAt }).flatMap(({ message }) => [
          ...(message.trim() === '' ? [`${where} finds something and does not say what`] : []),
          ...(UNSAID.test(message) ? [`${where} says '${message}'`] : []),
        ]),
      ),
    );
  });
  const lists = (plugin.lists ?? []).flatMap((list) => {
    const where = `list '${list.id}'`;
    const columns = new Set(list.columns.map(({ id }) => id));
    return periods.flatMap((period) =>
      tried(where, () =>
        listRows(
          list,
          contextFor(council, () => history, period),
        ).flatMap(({ cells }) => {
          const unknown = Object.keys(cells).filter((id) => !columns.has(id));
          const shown = Object.values(cells).flat().map(String);
          return [
            ...(unknown.length === 0
              ? []
              : [`${where} fills columns it does not have: ${unknown.join(', ')}`]),
            ...shown.filter((cell) => UNSAID.test(cell)).map((cell) => `${where} shows '${cell}'`),
          ];
        }),
      ),
    );
  });
  return once([...checks, ...lists]);
}

/**
 * Figures of core and of other plugins that change when the plugin is enabled: none may.
 *
 * @param without the same council without the plugin
 * @returns an id and period each; [] where the plugin keeps to itself
 */
export function changedFigures(
  history: CareHistory,
  { council, periods, by = [] }: Trial,
  without: Council,
): string[] {
  const cuts = by.filter((of) => of.every((id) => without.breakdowns.some((one) => one.id === id)));
  const figures = (of: Council): Map<string, string> =>
    new Map(
      computeIndicators({
        council: of,
        historyFor: () => history,
        indicators: without.indicators.map(({ id }) => of.indicator(id)),
        periods,
        by: cuts,
      }).map(({ indicator, period, value, numerator, breakdowns }) => [
        `${indicator.id} in ${period.label}`,
        JSON.stringify([value, numerator, [...breakdowns]]),
      ]),
    );
  const alone = figures(without);
  return [...figures(council)].flatMap(([where, figure]) => (alone.get(where) === figure ? [] : [where]));
}

/**
 * Indicators of a plugin that have no value, and checks that find nothing, in any of some histories: what these say of the
 * others, they do not say of them.
 */
export function unreached(histories: Iterable<CareHistory>, trial: Trial): string[] {
  const { plugin, council, periods } = trial;
  const indicators = indicatorsOf(trial);
  const checks = plugin.checks ?? [];
  const reached = new Set<string>();
  for (const history of histories) {
    for (const { indicator, value } of computeIndicators({
      council,
      historyFor: () => history,
      indicators,
      periods,
    }))
      if (value !== null) reached.add(indicator.id);
    for (const { end: asAt } of periods)
      for (const { check } of runChecks(checks, { history, council, asAt })) reached.add(check);
  }
  return [...indicators, ...checks].map(({ id }) => id).filter((id) => !reached.has(id));
}
