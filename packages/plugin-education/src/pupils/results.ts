import {
  academicYearOf,
  type CareHistory,
  type Child,
  type Inside,
  oncePerHistory,
  type Period,
} from '@cic/core';
import { type Attainment, attainment } from '../generated/records.ts';

export type Assessment = Inside<Attainment>;
export type Stage = Attainment['stage'];

/**
 * The results of a stage in a school year; for predictions, the last one of each subject made by its end. Undefined where
 * there are none.
 */
export function assessmentsFor(
  child: Child,
  stage: Stage,
  year: Period,
  status: 'result' | 'prediction',
): readonly Assessment[] | undefined {
  const all = child.records(attainment);
  if (all.length === 0) return undefined;
  const found = all.filter(
    (one) =>
      one.stage === stage &&
      one.status === status &&
      one.taken <= year.end &&
      (status === 'prediction' || one.taken >= year.start),
  );
  if (found.length === 0) return undefined;
  if (status === 'result') return found;
  return [...new Map(found.map((one) => [one.subject, one])).values()];
}

const held = oncePerHistory(
  (history): ReadonlySet<string> =>
    new Set(
      [...(history.recordsOf(attainment.id)?.values() ?? [])]
        .flatMap((records) => records as readonly Assessment[])
        .map((one) => `${one.stage} ${one.status} ${academicYearOf(one.taken)}`),
    ),
);

/** Whether anybody has a result (or a prediction made in it) of a stage in a school year, named by its end. */
export const anyAssessments = (
  history: CareHistory,
  stage: Stage,
  endYear: number,
  status: string,
): boolean => held(history).has(`${stage} ${status} ${endYear}`);

/** English in whatever form: english, english-language, english-literature. */
export const isEnglish = ({ subject }: Assessment): boolean => /^english(-|$)/.test(subject);

export const isMaths = ({ subject }: Assessment): boolean => subject === 'maths';

/** How many GCSEs a list of qualifications counts for, each as many as it says. */
export const gcseCount = (results: readonly Assessment[], passes: (grade?: string) => boolean): number =>
  results.filter(({ grade }) => passes(grade)).reduce((sum, { counts = 1 }) => sum + counts, 0);
