import { ageCell, type Child, columns, type ListDefinition, type Period } from '@cic/core';
import { codeSets } from '../generated/codeSets.ts';
import { attainment, learningProgramme } from '../generated/records.ts';
import type { Assessment } from '../pupils/results.ts';
import { schoolYearOf, yearGroupLabel, yearGroupOn } from '../pupils/yearGroups.ts';

/** What an assessment shows, in few words: its grade, else its score, else whether the standard was met. */
export const shown = ({ grade, score, metStandard }: Assessment): string =>
  grade ??
  (score === undefined ? (metStandard === undefined ? '' : metStandard ? 'met' : 'not met') : String(score));

/** One subject of one child: where it started, every judgement of the year, and the last word on progress. */
export interface SubjectProgress {
  readonly subject: string;
  readonly start?: Assessment;
  readonly points: readonly Assessment[];
  readonly progress?: Assessment['progress'];
}

/** A child's progress from its starting points, subject by subject, with the judgements of a stretch of days. */
export function progressIn(child: Child, { start, end }: Period): SubjectProgress[] {
  const subjects = new Map<string, { start?: Assessment; points: Assessment[] }>();
  for (const one of child.records(attainment)) {
    if (one.taken > end) break;
    const subject = subjects.get(one.subject) ?? { points: [] };
    if (one.status === 'starting-point') subject.start = one;
    else if ((one.status === 'progress' || one.status === 'result') && one.taken >= start)
      subject.points.push(one);
    else continue;
    subjects.set(one.subject, subject);
  }
  return [...subjects].map(([subject, { start: from, points }]) => {
    const progress = points.findLast((point) => point.progress !== undefined)?.progress;
    return {
      subject,
      points,
      ...(from && { start: from }),
      ...(progress && { progress }),
    };
  });
}

const progress: ListDefinition = {
  id: 'progress-from-starting-points',
  title: 'Progress from starting points',
  columns: columns({
    yearGroup: 'Year',
    subjects: 'Start, then each judgement of the school year',
    judgements: 'Judgements in the year',
    flags: 'Why to look',
  }),
  requirements: ['EDU-16'],
  row: (child, { period }) => {
    if (!child.isLookedAfter(period.end)) return undefined;
    const subjects = progressIn(child, {
      ...schoolYearOf(period),
      end: period.end,
    });
    if (subjects.length === 0) return undefined;
    return {
      yearGroup: yearGroupLabel(yearGroupOn(child, period.end)),
      subjects: subjects.map(
        ({ subject, start, points }) =>
          `${subject}: ${[start, ...points].map((one) => (one ? shown(one) || '?' : '–')).join(' → ')}`,
      ),
      judgements: subjects.reduce((sum, { points }) => sum + points.length, 0),
      flags: subjects.flatMap(({ subject, progress: how, points, start }) => [
        ...(how === 'less-than-expected'
          ? [`${subject}: ${codeSets.LEARNING_PROGRESS.label(how).toLowerCase()}`]
          : []),
        ...(start === undefined && points.length > 0 ? [`${subject}: no starting point`] : []),
      ]),
    };
  },
};

const predictions: ListDefinition = {
  id: 'predictions-beside-results',
  title: 'Predictions beside results',
  columns: columns({
    yearGroup: 'Year',
    subjects: 'Subject: predicted, result',
    predictedBy: 'Predicted by',
  }),
  requirements: ['EDU-15'],
  row: (child, { period }) => {
    const year = schoolYearOf(period);
    const group = yearGroupOn(child, year.end);
    const stage = group === 11 ? 'KS4' : group === 6 ? 'KS2' : undefined;
    if (stage === undefined || !child.isLookedAfter(Math.min(period.end, year.end))) return undefined;
    const own = child.records(attainment).filter((one) => one.stage === stage && one.taken <= year.end);
    const predicted = new Map(
      own.filter(({ status }) => status === 'prediction').map((one) => [one.subject, one]),
    );
    if (predicted.size === 0) return undefined;
    const result = (subject: string) =>
      own.findLast((one) => one.subject === subject && one.status === 'result' && one.taken >= year.start);
    return {
      yearGroup: yearGroupLabel(group),
      subjects: [...predicted].map(([subject, one]) => {
        const got = result(subject);
        return `${subject}: ${shown(one)} predicted, ${got ? shown(got) : 'no result yet'}`;
      }),
      predictedBy: [...new Set([...predicted.values()].flatMap(({ predictedBy }) => predictedBy ?? []))],
    };
  },
};

const programmes: ListDefinition = {
  id: 'learning-programmes',
  title: 'Mentoring, reading and other schemes, and what came of them',
  columns: columns({
    age: 'Age',
    programmes: 'Schemes',
    schools: 'What the school says',
    carers: 'What the carers say',
    outcomes: 'Outcome',
  }),
  requirements: ['EDU-28'],
  row: (child, { period: { start, end } }) => {
    const own = child
      .records(learningProgramme)
      .filter((one) => one.start <= end && (one.end === undefined || one.end > start));
    if (own.length === 0 || !child.lookedAfterDuring(start, end)) return undefined;
    return {
      age: ageCell(child.ageOn(end)),
      programmes: own.map(({ kind }) => codeSets.LEARNING_PROGRAMME.label(kind)),
      schools: own.flatMap(({ schoolReport }) => schoolReport ?? []),
      carers: own.flatMap(({ carerReport }) => carerReport ?? []),
      outcomes: own.map(({ outcome }) => codeSets.PROGRAMME_OUTCOME.label(outcome ?? 'not-known')),
    };
  },
};

/** How pupils get on. */
export const progressLists = [progress, predictions, programmes];
