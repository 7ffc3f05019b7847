import type {
  Council,
  Day,
  Indicator,
  MeasureContext,
  PerformanceBands,
  Period,
  ReportAudience,
} from '@cic/core';
import type { Looked, Where } from '../figures/book.ts';
import type { Language } from '../language/language.ts';
import type { BuiltCell } from '../model.ts';
import type { StrategyRecords } from '../sections/actions.ts';
import type { Bound } from './binding.ts';

/** What a report is built with, besides its figures. */
export interface Building {
  readonly council: Council;
  readonly language: Language;
  readonly audience: ReportAudience;
  /** Whom the report was made for by whoever defined it. */
  readonly madeFor: ReportAudience;
  /** The period of the report. */
  readonly own: Period;
  /** The last day that is known. */
  readonly asAt: Day;
  readonly bands: readonly PerformanceBands[];
  /** How many periods a course shows, with the one it ends in. */
  readonly course: number;
  /** The strategies' own records. */
  readonly records: StrategyRecords;
  /** Children and records as at the end of the period, for lists. */
  readonly context: () => MeasureContext;
}

/** A cell that asks for a figure. */
export interface Asked {
  readonly indicator: Indicator;
  /** The whole period named. */
  readonly whole: Period;
  /** The part of it that is known. */
  readonly period: Period;
  readonly bound: Bound;
  readonly building: Building;
}

export interface Lookup {
  readonly indicator: Indicator;
  readonly period: Period;
  readonly where: Where;
}

/** What a way of showing makes of the figures it looked up: the parts of a cell that are its own. */
export type Shown = Pick<BuiltCell, 'state' | 'value' | 'printed'> & Partial<BuiltCell>;

/** One way of showing a figure: what it looks up, always all of it, and what it makes of that. */
export interface ShowRule {
  readonly lookups?: (asked: Asked) => readonly Lookup[];
  readonly shown: (asked: Asked, looked: readonly Looked[]) => Shown;
}
