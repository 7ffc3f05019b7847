import type { Council } from '../council/council.ts';
import type { Day } from '../dates/day.ts';
import type { Period } from '../dates/period.ts';
import type { CareHistory } from '../history/careHistory.ts';
import type { Child } from '../history/child.ts';
import type { RecordType } from '../records/recordType.ts';

/**
 * What a value is counted in, which also says how it is made of the children's verdicts: `count` adds numerators,
 * `percent` divides numerators by denominators times 100, `rate per 10,000` divides by the population of the area, and
 * every other unit is a mean (numerators by denominators).
 */
export type Unit =
  | 'count'
  | 'percent'
  | 'rate per 10,000'
  | 'percentage points'
  | 'ratio'
  | 'days'
  | 'weeks'
  | 'months'
  | 'years'
  | 'miles'
  | 'score'
  | 'pounds';

/** Which way is better; `neutral` where more is neither better nor worse. */
export type Polarity = 'higher' | 'lower' | 'neutral';

/** What one child adds to an indicator. */
export interface Share {
  readonly numerator: number;
  readonly denominator: number;
  /** The day on which the child's age, placement and so on are taken for breakdowns; the last day of the period if absent. */
  readonly on?: Day;
}

/**
 * The verdict on one child: undefined when not in the population; true or false for in or out of the numerator; a number
 * for a score or a length of time; a {@link Share} where one child counts more than once (reviews, incidents) or its
 * facts are those of another day than the end of the period.
 */
export type Verdict = undefined | boolean | number | Share;

export interface MeasureContext {
  readonly period: Period;
  readonly history: CareHistory;
  readonly council: Council;
  /** Value of a rule's parameter for this council, at the end of the period. */
  readonly parameter: (id: string) => number;
}

/** Pure: looks at one child and says how the child counts. */
export type Measure = (child: Child, context: MeasureContext) => Verdict;

/** Something that is no child and counts: a household of adopters, a foster carer, a panel, a request. */
export interface Case extends Share {
  /** What it is about, as its record names it. */
  readonly about: string;
  /** Its category by id of breakdown; not known in any other. */
  readonly categories?: Readonly<Record<string, string | undefined>>;
}

/** A code under which others know the indicator: NI 62, PAF C19, a scorecard's A1. */
export interface SchemeCode {
  readonly scheme: string;
  readonly code: string;
}

/** How sure the definition is: seen in a source, from memory of the published one, or our proposal where none was found. */
export type Certainty = 'published' | 'from memory' | 'proposed';

interface IndicatorBase {
  /** Unique over core and all plugins, in kebab case. */
  readonly id: string;
  readonly title: string;
  /** The exact definition, in words that could be printed beside the figure. */
  readonly definition: string;
  readonly population: string;
  readonly unit: Unit;
  readonly polarity: Polarity;
  /** A stock is taken on the last day of a period, a flow over all of it. */
  readonly kind: 'stock' | 'flow';
  readonly source: string;
  readonly certainty: Certainty;
  readonly codes?: readonly SchemeCode[];
  /** True for a sum in the unit (pounds spent): numerators are added as for a count. */
  readonly total?: true;
  /** Decimals in print, half rounded up; 1 if absent for anything but counts. */
  readonly decimals?: number;
  /** Financial years (named by their end) for which this definition holds; outside them there is no value. */
  readonly from?: number;
  readonly to?: number;
  /**
   * Whether the history holds what the indicator rests on at all. Where it does not (nobody has a visit on record), there
   * is no value, which is another thing than nought.
   */
  readonly needs?: (history: CareHistory) => boolean;
  readonly requirements?: readonly string[];
  /** Requirements met in part. */
  readonly partly?: readonly string[];
}

/** A definition that held in other years than the current one, or holds beside it. */
export interface IndicatorVersion {
  readonly from?: number;
  readonly to?: number;
  readonly definition: string;
  readonly measure: Measure;
}

export interface MeasuredIndicator extends IndicatorBase {
  /**
   * The children the measure can say anything of, where that is not everybody ever known: those in care on the last day
   * of the period, or looked after at any time in it. Nobody else is asked about, which saves most of the work.
   */
  readonly among?: 'in care at the end' | 'looked after in the period';
  /**
   * The years of age, first and last, that somebody has to be of on some day of the period for the measure to say anything.
   * Nobody else is asked about, and nobody whose date of birth is not known.
   */
  readonly ages?: readonly [first: number, last: number];
  /**
   * Record types of which a child needs at least one record for the measure to say anything: nobody else is asked. Where
   * the history has none at all there is no value, unless `needs` says otherwise.
   */
  readonly restsOn?: readonly RecordType<object>[];
  /**
   * How many days before and after those records they can still count: a child is asked about in a period that lies within
   * so many days of the time from the first day in the child's records of a type to the last (a record without its `until`
   * has not ended). 0 for what counts on a day in the record; absent for what counts for ever.
   */
  readonly reach?: number;
  readonly measure: Measure;
  /** Pure: what counts besides the children, or (where `measure` counts none) instead of them. */
  readonly cases?: (context: MeasureContext) => Iterable<Case>;
  /** Definitions of other years. A trend stops where the definition changed. */
  readonly versions?: readonly IndicatorVersion[];
}

/** An indicator made of others: an average of two, a ratio, a gap. */
export interface DerivedIndicator extends IndicatorBase {
  readonly derivedFrom: readonly string[];
  /** Values in the order of `derivedFrom`, all known; the result is null where it cannot be computed. */
  readonly combine: (values: readonly number[], period: Period) => number | null;
}

export type Indicator = MeasuredIndicator | DerivedIndicator;

/** Gives an indicator's literal its type. */
export const defineIndicator = <const I extends Indicator>(indicator: I): I => indicator;

/** The measure of an indicator that counts cases only. */
export const noChild: Measure = () => undefined;

/** Whether the value is a sum of numerators, with nothing to divide by. */
export const isSum = ({ unit, total }: Pick<Indicator, 'unit' | 'total'>): boolean =>
  unit === 'count' || total === true;

export const isDerived = (indicator: Indicator): indicator is DerivedIndicator => 'derivedFrom' in indicator;

export const decimalsOf = (indicator: Pick<Indicator, 'unit' | 'decimals'>): number =>
  indicator.decimals ?? (indicator.unit === 'count' ? 0 : 1);
