import type { CareHistory, Council, Day, Indicator, IndicatorResult, Period } from '@cic/core';
import type { Context } from 'hono';

/** A figure as it is given: everything of it, or what was released of it. */
export interface GivenFigure extends IndicatorResult {
  /** Instead of a value that is hidden: the council's symbol. Absent where nothing had to be hidden. */
  readonly mark?: string;
}

export interface Figures {
  /** In the order of the periods asked for; none for a period in which the indicator has no definition. */
  readonly figures: readonly GivenFigure[];
  /** Whether they came through disclosure control. */
  readonly released: boolean;
}

export interface FigureQuestion {
  readonly indicator: Indicator;
  readonly periods: readonly Period[];
  /** None, one or two breakdowns. */
  readonly by: readonly string[];
}

/** Why somebody is not given something. */
export interface Withheld {
  readonly withheld: string;
  readonly status: 403 | 404;
}

export const isWithheld = (value: object): value is Withheld => 'withheld' in value;

export interface SightOptions {
  readonly asAt: Day;
  /** For the audit: 'list duties'. */
  readonly action: string;
  /** Record types that are enough. */
  readonly only?: readonly string[];
  readonly child?: string;
}

/**
 * Where routes have children and figures from. Whatever a route works out for somebody (a timeline, what is due, the
 * children behind a figure) it works out from the history in their sight, so it cannot know more than they do.
 */
export interface Source {
  readonly council: Council;
  readonly note?: string;
  readonly periods: () => readonly Period[];
  readonly asAt: () => Day;
  readonly inSight: (c: Context, options: SightOptions) => Promise<CareHistory>;
  readonly figures: (c: Context, question: FigureQuestion) => Promise<Figures | Withheld>;
  /** Every indicator at once, for whoever sees the children of the whole council. */
  readonly allFigures: (c: Context, periods: readonly Period[]) => Promise<Figures | Withheld>;
}
