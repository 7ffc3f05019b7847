import {
  academicYearOf,
  type Child,
  defineIndicator,
  holdsAny,
  type Indicator,
  type MeasureContext,
  type Unit,
} from '@cic/core';
import { attainment } from '../generated/records.ts';
import { allPupils } from '../pupils/comparators.ts';
import { type Assessment, anyAssessments, assessmentsFor, type Stage } from '../pupils/results.ts';
import { inCohort, schoolYearOf, yearGroupIn, yearGroupLabel } from '../pupils/yearGroups.ts';
import { IN_PERIOD } from './shared.ts';

/** A standard of the national assessments: what a pupil's results have to show. */
export interface Standard {
  readonly id: string;
  readonly title: string;
  /** 'reached …', for a sentence about the share of pupils who did; for a score, what it is. */
  readonly reached: string;
  readonly stage: Stage;
  readonly yearGroup: number;
  /** First and last school year (named by its end) in which it was measured so. */
  readonly from?: number;
  readonly to?: number;
  /** A score where there is one; undefined leaves the pupil out of the population. */
  readonly achieved: (results: readonly Assessment[]) => boolean | number | undefined;
  readonly unit?: Extract<Unit, 'percent' | 'score'>;
  readonly decimals?: number;
  readonly source: string;
  readonly certainty: 'published' | 'from memory';
  readonly requirements?: readonly string[];
  /** Also as a prediction for the coming cohort. */
  readonly predicted?: readonly string[];
  /** Also as a gap to all pupils of the area, in percentage points. */
  readonly gap?: readonly string[];
}

type Status = 'result' | 'prediction';

/**
 * What a pupil of the cohort shows of a standard; undefined outside the cohort, and for everybody while nobody has a
 * result of that stage and school year yet. A single pupil without results has not reached it.
 */
const achievement =
  ({ stage, yearGroup, from, to, achieved }: Standard, status: Status) =>
  (child: Child, { period, history }: MeasureContext): boolean | number | undefined => {
    if (yearGroupIn(child, period) !== yearGroup) return undefined;
    const year = schoolYearOf(period);
    const endYear = academicYearOf(year.end);
    if ((from ?? endYear) > endYear || (to ?? endYear) < endYear) return undefined;
    if (!inCohort(child, period) || !anyAssessments(history, stage, endYear, status)) return undefined;
    return achieved(assessmentsFor(child, stage, year, status) ?? []);
  };

/** Financial years whose periods can hold the school years of a standard. */
const years = ({ from, to }: Standard): { from?: number; to?: number } => ({
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to: to + 1 }),
});

const population = ({ yearGroup }: Standard): string =>
  `pupils of ${yearGroupLabel(yearGroup)} in care in the period and looked after for twelve months at 31 March of the school year (30 September for a period that ends then)`;

const yearsInWords = ({ from, to }: Standard): string => {
  const span = (end: number) => `${end - 1}/${String(end % 100).padStart(2, '0')}`;
  if (from !== undefined && to !== undefined) return ` School years ${span(from)} to ${span(to)}.`;
  if (from !== undefined) return ` School years from ${span(from)} on.`;
  return to === undefined ? '' : ` School years until ${span(to)}.`;
};

/** The indicators of a standard: the result and, where asked for, the prediction and the gap to all pupils. */
export function indicatorsOf(standard: Standard): Indicator[] {
  const { id, title, reached, unit = 'percent', decimals, source, certainty, requirements } = standard;
  const sentence =
    unit === 'percent'
      ? `Share of ${population(standard)} who ${reached}.`
      : `Mean ${reached}, over ${population(standard)}.`;
  const common = {
    population: population(standard),
    polarity: 'higher' as const,
    kind: 'flow' as const,
    source,
    certainty,
    needs: holdsAny(attainment),
    among: IN_PERIOD,
    ...years(standard),
    ...(decimals === undefined ? {} : { decimals }),
  };
  const result = defineIndicator({
    ...common,
    id,
    title,
    unit,
    definition: `${sentence}${yearsInWords(standard)}${unit === 'percent' ? ' A pupil without results has not reached it.' : ''}`,
    ...(requirements === undefined ? {} : { requirements }),
    measure: achievement(standard, 'result'),
  });
  const prediction =
    standard.predicted &&
    defineIndicator({
      ...common,
      id: `${id}-predicted`,
      title: `${title}: predicted`,
      unit,
      definition: `${sentence} Predicted: by the last prediction of each subject made by the end of the school year, for the cohort that is to sit it.`,
      requirements: standard.predicted,
      measure: achievement(standard, 'prediction'),
    });
  const gap =
    standard.gap &&
    defineIndicator({
      ...common,
      id: `${id}-gap`,
      title: `${title}: children in care less all pupils`,
      unit: 'percentage points',
      definition: `${sentence} Less the share of all pupils of the area, in percentage points; below nought where fewer children in care reach it.`,
      requirements: standard.gap,
      measure: (child, context) => {
        const all = allPupils(context.council, id, context.period);
        const reachedIt = all === undefined ? undefined : achievement(standard, 'result')(child, context);
        return reachedIt === undefined ? undefined : Number(reachedIt) * 100 - all!;
      },
    });
  return [result, ...(prediction ? [prediction] : []), ...(gap ? [gap] : [])];
}
