import type { Claim } from '../generated/types.ts';
import { type ComparedValue, compareWith } from '../indicators/compare.ts';
import type { StrategyBook } from './book.ts';
import { comparedValue, type DatedFigure, seriesOf, unbroken } from './figures.ts';
import type { StrategyFinding } from './finding.ts';
import { targetSteps } from './targets.ts';

/** A figure that a claim was tested against. */
export interface TestedFigure {
  readonly label: string;
  readonly value: number;
}

/**
 * What became of a claim: it holds, holds in part (a fall that rose on the way), is contradicted, or there are not the
 * figures to tell; always with the figures and a sentence.
 */
export interface ClaimVerdict {
  readonly claim: Claim;
  readonly verdict: 'holds' | 'in part' | 'contradicted' | 'cannot be told';
  readonly figures: readonly TestedFigure[];
  readonly reason: string;
}

type Told = Omit<ClaimVerdict, 'claim'>;

const tidy = (value: number): number => Number(value.toPrecision(10));
const unknown = (reason: string): Told => ({ verdict: 'cannot be told', figures: [], reason });

const labelled = (figures: readonly DatedFigure[]): TestedFigure[] =>
  figures.map(({ period, value }) => ({ label: period.label, value }));

const told = (verdict: Told['verdict'], figures: readonly TestedFigure[]): Told => ({
  verdict,
  figures,
  reason: figures.map(({ label, value }) => `${label}: ${tidy(value)}`).join('; '),
});

const samePeriod = (figure: DatedFigure, period: NonNullable<Claim['period']>): boolean =>
  figure.record.period.end === period.end && figure.record.period.start === period.start;

function currentOf(series: readonly DatedFigure[], claim: Claim): DatedFigure | undefined {
  const { period } = claim;
  return period ? series.find((one) => samePeriod(one, period)) : series.at(-1);
}

/** The figure of the comparator or target that a claim names: in the claim's period, or else the latest before it. */
function otherOf(
  book: StrategyBook,
  claim: Claim,
  own: DatedFigure,
): { readonly label: string; readonly figure: ComparedValue } | undefined {
  const latest = <T extends { readonly period: { readonly end: string } }>(
    all: readonly T[],
  ): T | undefined =>
    all
      .filter(({ period }) => period.end <= own.record.period.end)
      .sort((a, b) => (a.period.end < b.period.end ? -1 : 1))
      .at(-1);
  if (claim.target !== undefined) {
    const target = book.target.get(claim.target);
    const step = target && targetSteps(target).findLast(({ period }) => period.end <= own.period.end);
    return (
      step && {
        label: `target ${step.period.label}`,
        figure: { value: step.test.value, period: step.period },
      }
    );
  }
  const found = latest(
    (book.comparators.get(claim.indicator) ?? []).filter(
      ({ comparator, group }) =>
        comparator === claim.comparator &&
        (claim.comparatorGroup === undefined || group === claim.comparatorGroup),
    ),
  );
  if (!found) return undefined;
  const figure = comparedValue(found);
  return { label: `${found.group ?? found.comparator.replaceAll('-', ' ')} ${figure.period.label}`, figure };
}

/** Above, below, the same, better, worse: against a comparator, a target, or the period before. */
function comparison(book: StrategyBook, claim: Claim, series: readonly DatedFigure[]): Told {
  const own = currentOf(series, claim);
  if (!own) return unknown('there is no figure for the period');
  const previous = series[series.indexOf(own) - 1];
  const against = claim.comparator !== undefined || claim.target !== undefined;
  const other = against
    ? otherOf(book, claim, own)
    : previous && { label: previous.period.label, figure: previous };
  if (!other) return unknown('there is nothing to compare with');
  const polarity = book.indicator.get(claim.indicator)?.polarity ?? 'neutral';
  const judged = claim.kind === 'better' || claim.kind === 'worse';
  if (judged && polarity === 'neutral') return unknown('nothing says whether higher or lower is better');
  const { performance, difference, reason } = compareWith(own, other.figure, judged ? polarity : 'higher');
  if (performance === 'not available') return unknown(reason ?? 'the two cannot be compared');
  const position = { better: 'above', worse: 'below', same: 'same', 'no judgement': 'same' }[performance];
  const near = difference !== null && Math.abs(difference) <= (claim.tolerance ?? 0);
  const holds = claim.kind === (judged ? performance : position) || (near && claim.tolerance !== undefined);
  const value = other.figure.value;
  return told(holds ? 'holds' : 'contradicted', [
    ...labelled([own]),
    ...(value === null
      ? (other.figure.range ?? []).map((end) => ({ label: other.label, value: end }))
      : [{ label: other.label, value }]),
  ]);
}

/** The figures of a course over time: from the first period named, or the one before the last. */
function courseOf(series: readonly DatedFigure[], claim: Claim): readonly DatedFigure[] {
  const last = currentOf(series, claim);
  if (!last) return [];
  const upTo = series.slice(0, series.indexOf(last) + 1);
  const { since } = claim;
  if (!since) return upTo.slice(-2);
  const first = upTo.findIndex((one) => samePeriod(one, since));
  return first < 0 ? [] : upTo.slice(first);
}

const STABLE_SHARE = 0.05;

/** Whether no period is missing between two figures; school holidays between terms are shorter than one. */
const follows = ({ period }: DatedFigure, { period: before }: DatedFigure): boolean =>
  period.kind === 'date' || period.start - before.end <= 1 + (period.end - period.start) / 2;

function course(book: StrategyBook, claim: Claim, series: readonly DatedFigure[]): Told {
  const figures = courseOf(series, claim);
  if (figures.length < 2) return unknown('there are not the figures of its first and last period');
  const polarity = book.indicator.get(claim.indicator)?.polarity;
  const values = figures.map(({ value }) => value);
  const [first, last] = [values[0]!, values.at(-1)!];
  const steps = values.slice(1).map((value, i) => tidy(value - values[i]!));
  const change = tidy(last - first);
  const result = (verdict: Told['verdict']): Told => told(verdict, labelled(figures));
  const moves = (sign: 1 | -1): Told => {
    if (Math.sign(change) !== sign) return result('contradicted');
    return result(steps.some((step) => Math.sign(step) === -sign) ? 'in part' : 'holds');
  };
  const eachTime = (sign: 1 | -1): Told => {
    if (steps.some((step) => Math.sign(step) !== sign)) return result('contradicted');
    if (steps.length < 2) return unknown('one step does not show each time: say since which period');
    return figures.slice(1).every((one, i) => follows(one, figures[i]!))
      ? result('holds')
      : unknown('the figure of a period in between is missing');
  };
  switch (claim.kind) {
    case 'rising':
      return moves(1);
    case 'falling':
      return moves(-1);
    case 'rising-each-time':
      return eachTime(1);
    case 'falling-each-time':
      return eachTime(-1);
    case 'stable': {
      const limit = claim.tolerance ?? Math.abs(first) * STABLE_SHARE;
      return result(values.every((value) => Math.abs(value - first) <= limit) ? 'holds' : 'contradicted');
    }
    default:
      if (polarity === undefined || polarity === 'neutral')
        return unknown('nothing says whether higher or lower is better');
      return moves((polarity === 'higher') === (claim.kind === 'improving') ? 1 : -1);
  }
}

/** A stated figure or change against the one that the records give; half a unit of its last digit may be rounding. */
function stated(claim: Claim, series: readonly DatedFigure[]): Told {
  const { value } = claim;
  if (value === undefined) return unknown('it states no figure');
  const decimals = /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0;
  const within = claim.tolerance ?? 0.5 * 10 ** -decimals;
  const against = (actual: number, figures: readonly TestedFigure[]): Told =>
    told(Math.abs(actual - value) <= within + 1e-9 ? 'holds' : 'contradicted', [
      { label: 'stated', value },
      { label: 'from the records', value: tidy(actual) },
      ...figures,
    ]);
  if (claim.kind === 'stated-value') {
    const own = currentOf(series, claim);
    if (!own) return unknown('there is no figure for the period');
    const { numerator, denominator } = own.record;
    const recomputed = numerator !== undefined && denominator ? (100 * numerator) / denominator : own.value;
    return against(recomputed, labelled([own]));
  }
  const figures = courseOf(series, claim);
  if (figures.length < 2) return unknown('there are not the figures of its first and last period');
  const [first, last] = [figures[0]!, figures.at(-1)!];
  const change = last.value - first.value;
  if (claim.kind === 'changed-by') return against(change, labelled([first, last]));
  return first.value === 0
    ? unknown('a change from nothing has no percentage')
    : against((100 * change) / first.value, labelled([first, last]));
}

const COMPARISONS: readonly string[] = ['above', 'below', 'same', 'better', 'worse'];
const STATED: readonly string[] = ['stated-value', 'changed-by', 'changed-by-percent'];

/** Figures up to the period spoken of, of its kind: what came after it changes nothing. */
function figuresFor(book: StrategyBook, { indicator, area, period }: Claim): readonly DatedFigure[] {
  const all = seriesOf(book, indicator, { area });
  return unbroken(
    period
      ? all.filter(({ record }) => record.period.kind === period.kind && record.period.end <= period.end)
      : all,
  );
}

/**
 * Tests what a document says in words against the council's actual figures (IND-32, D-IND-16). A comparison takes the
 * comparator's figure of the same period, or the latest before it, and names both periods.
 */
export function testClaim(book: StrategyBook, claim: Claim): ClaimVerdict {
  const series = figuresFor(book, claim);
  const result = COMPARISONS.includes(claim.kind)
    ? comparison(book, claim, series)
    : STATED.includes(claim.kind)
      ? stated(claim, series)
      : course(book, claim, series);
  return { claim, ...result };
}

/** Claims that their own figures contradict, and those that hold in part only. */
export const claimsInDoubt = (book: StrategyBook): readonly StrategyFinding[] =>
  book.claims.flatMap((claim) => {
    const { verdict, reason } = testClaim(book, claim);
    if (verdict !== 'contradicted' && verdict !== 'in part') return [];
    return [
      {
        query: verdict === 'contradicted' ? ('claim-contradicted' as const) : ('claim-in-part' as const),
        record: 'claim' as const,
        id: claim.id,
        ...(claim.strategy === undefined ? {} : { strategy: claim.strategy }),
        indicator: claim.indicator,
        message: `‘${claim.text}’ ${verdict === 'contradicted' ? 'is not what the figures say' : 'holds in part only'}: ${reason}`,
      },
    ];
  });
