import { categoriesOf, NOT_KNOWN, type Period, type Show } from '@cic/core';
import type { FigureBook, Looked } from '../figures/book.ts';
import { inOrder, type Needs } from '../figures/needs.ts';
import { periodLabel } from '../language/print.ts';
import type { BuiltCell } from '../model.ts';
import type { Asked, Building, Lookup, Shown, ShowRule } from './asked.ts';
import { type Bound, saysNothing } from './binding.ts';
import { changeShows } from './changes.ts';
import { comparisonShows } from './comparisons.ts';
import { figureShows } from './figures.ts';
import { notComputable, words } from './outcomes.ts';
import { builtPeriod, knownPart, periodOf } from './periods.ts';
import { targetShows } from './targets.ts';

const RULES: Readonly<Record<Show, ShowRule>> = {
  ...figureShows,
  ...changeShows,
  ...comparisonShows,
  ...targetShows,
};

/** What is known of others or aimed for needs no period that has been. */
const AHEAD: ReadonlySet<Show> = new Set<Show>(['comparator', 'target', 'title', 'unit', 'definition']);

const HEADING: BuiltCell = { state: 'heading', value: null, printed: '' };

/** The categories of a cell, or an error that names what there is. */
function checkWhere(bound: Bound, { council }: Building): void {
  for (const [id, categories] of Object.entries(bound.where)) {
    const known = [...categoriesOf(council.breakdown(id), council), NOT_KNOWN].map((one) => one.id);
    for (const category of categories)
      if (!known.includes(category))
        throw new RangeError(`there is no category '${category}' of '${id}'; there are: ${known.join(', ')}`);
  }
}

/** The question a cell asks; the period it cannot ask about where that is not to be. */
function askedBy(bound: Bound, building: Building): Asked | { readonly whole: Period; readonly not: Shown } {
  const { own, asAt, audience, language, council } = building;
  const whole = periodOf(bound.period, own);
  const ahead = bound.show.every((show) => AHEAD.has(show));
  const period = knownPart(whole, asAt) ?? (ahead ? whole : undefined);
  const label = { period: periodLabel(whole, language) };
  if (!period) return { whole, not: notComputable(language, 'reason.notBegun', label) };
  if (audience === 'public' && period.partYear && !ahead)
    return { whole, not: notComputable(language, 'reason.notOver', label) };
  return { indicator: council.indicator(bound.indicator!), whole, period, bound, building };
}

/** A lookup about what is known, and given to this audience. */
function allowed({ building }: Asked, lookup: Lookup): Lookup | undefined {
  const period = knownPart(lookup.period, building.asAt);
  if (!period || (period.partYear && building.audience === 'public')) return undefined;
  return { ...lookup, period };
}

/** Writes down what a cell needs to have computed. */
export function noteNeeds(bound: Bound, building: Building, needs: Needs): void {
  if (bound.text !== undefined || saysNothing(bound)) return;
  checkWhere(bound, building);
  const asked = askedBy(bound, building);
  if ('not' in asked) return;
  for (const show of bound.show) {
    for (const one of RULES[show].lookups?.(asked) ?? []) {
      const lookup = allowed(asked, one);
      if (lookup) needs.add(lookup.indicator, lookup.period, inOrder(Object.keys(lookup.where)));
    }
  }
}

const NOTHING: Looked = { state: 'not computable', why: 'nothing recorded' };

function shownBy(show: Show, asked: Asked, book: FigureBook): Shown {
  const rule = RULES[show];
  const looked = (rule.lookups?.(asked) ?? []).map((one) => {
    const lookup = allowed(asked, one);
    return lookup ? book(lookup.indicator, lookup.period, lookup.where) : NOTHING;
  });
  return rule.shown(asked, looked);
}

/** What a figure is out of: the children or occasions counted. */
function baseOf({ indicator, period, bound }: Asked, book: FigureBook): number | null {
  const own = book(indicator, period, bound.where);
  if (own.state !== 'value') return null;
  return indicator.unit === 'count' ? own.numerator : own.denominator;
}

/** Two figures of one cell: '242 (38%)'. */
function together(first: Shown, second: Shown | undefined): Shown {
  if (!second) return first;
  if (first.state !== 'value' && first.printed === second.printed) return first;
  return { ...first, printed: `${first.printed} (${second.printed})`, second: second.value };
}

/** A cell of a report. */
export function cellOf(bound: Bound, building: Building, book: FigureBook): BuiltCell {
  if (bound.text !== undefined) return words(bound.text);
  if (saysNothing(bound)) return HEADING;
  const asked = askedBy(bound, building);
  const about = {
    show: bound.show[0]!,
    indicator: bound.indicator!,
    ...(Object.keys(bound.where).length > 0 ? { where: bound.where } : {}),
  };
  if ('not' in asked) return { ...about, period: builtPeriod(asked.whole, building.language), ...asked.not };
  const [first, second] = bound.show.map((show) => shownBy(show, asked, book));
  const own = book(asked.indicator, asked.period, bound.where);
  return {
    ...about,
    definition: own.state === 'not computable' ? asked.indicator.definition : own.definition,
    period: builtPeriod(asked.period, building.language),
    base: baseOf(asked, book),
    ...together(first!, second),
  };
}
