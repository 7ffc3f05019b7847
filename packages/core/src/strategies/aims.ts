import { type Day, formatIsoDate } from '../dates/day.ts';
import type { Target } from '../generated/types.ts';
import type { AskedAt } from './actionQueries.ts';
import type { StrategyBook } from './book.ts';
import { seriesOf, unbroken } from './figures.ts';
import type { StrategyFinding } from './finding.ts';

/** How a target without a figure stands, with the reason in words. */
export interface AimStatus {
  readonly status: 'met' | 'missed' | 'not yet due' | 'no data';
  readonly reason: string;
}

function milestoneOn({ due, reached }: NonNullable<Target['milestone']>, asAt: Day): AimStatus {
  const today = formatIsoDate(asAt);
  const was = reached !== undefined && reached <= today ? reached : undefined;
  if (was !== undefined && (due === undefined || was <= due))
    return { status: 'met', reason: `reached on ${was}` };
  if (due === undefined || due >= today)
    return { status: 'not yet due', reason: `due ${due ?? 'on no day'}` };
  return {
    status: 'missed',
    reason: was === undefined ? `was due ${due}` : `was due ${due}, reached on ${was}`,
  };
}

/**
 * A milestone by its day (D-TGT-14), 'each year more than the year before' by the last two actual figures (D-TGT-06), and
 * a mere direction ('reduce') by the same (D-TGT-12). Undefined for a target that states a figure or none of these.
 */
export function aimWithoutFigure(book: StrategyBook, target: Target, asAt: Day): AimStatus | undefined {
  const { direction, milestone, values = [] } = target;
  if (milestone) return milestoneOn(milestone, asAt);
  const up = direction === 'increase' || direction === 'each-year-more';
  const states = values.some(({ value, change }) => value !== undefined || change !== undefined);
  if (states || (!up && direction !== 'decrease')) return undefined;
  const figures = unbroken(
    seriesOf(book, target.indicator, { area: target.area }).filter(({ period }) => period.end <= asAt),
  );
  const [before, now] = figures.slice(-2);
  if (!before || !now) return { status: 'no data', reason: 'there are not two figures to compare' };
  const moved = up ? now.value > before.value : now.value < before.value;
  return {
    status: moved ? 'met' : 'missed',
    reason: `${before.period.label}: ${before.value}; ${now.period.label}: ${now.value}`,
  };
}

/** Milestones that have passed, and directions that figures did not take. */
export const aimsMissed = (book: StrategyBook, { asAt }: AskedAt): readonly StrategyFinding[] =>
  book.targets.flatMap((target) => {
    const aim = aimWithoutFigure(book, target, asAt);
    if (aim?.status !== 'missed') return [];
    const wanted = target.milestone?.text ?? target.statement ?? target.direction;
    return [
      {
        query: 'target-missed' as const,
        record: 'target' as const,
        id: target.id,
        ...(target.strategy === undefined ? {} : { strategy: target.strategy }),
        indicator: target.indicator,
        message: `‘${wanted}’: ${aim.reason}`,
      },
    ];
  });
