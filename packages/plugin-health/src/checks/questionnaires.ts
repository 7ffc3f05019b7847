import { type Check, defineCheck } from '@cic/core';
import { yearTo } from '../facts/remember.ts';
import { computedTotal, type Questionnaire, sdqRequired } from '../facts/sdq.ts';
import { strengthsAndDifficulties } from '../generated/records.ts';
import { DIFFICULTIES, type SdqScale, scoreSdq } from '../sdq/score.ts';
import { written } from './shared.ts';

const of = ({ informant, completed, sent }: Questionnaire): string =>
  `Questionnaire of the ${informant.replace('-', ' ')} of ${written(completed ?? sent)}`;

const totals = defineCheck({
  id: 'sdq-total-differs',
  title: 'Total score does not follow from answers or scales',
  record: strengthsAndDifficulties.id,
  fix: 'Score the 25 answers again; the total is emotional, conduct, hyperactivity and peer problems together.',
  *find(child) {
    for (const one of child.records(strengthsAndDifficulties)) {
      const computed = computedTotal(one);
      if (computed !== null && one.totalDifficulties !== undefined && computed !== one.totalDifficulties)
        yield `${of(one)}: the total is given as ${one.totalDifficulties}, ${one.items ? 'the answers' : 'the scales'} make ${computed}`;
      if (!one.items) continue;
      const score = scoreSdq(one.items);
      for (const scale of [...DIFFICULTIES, 'prosocial'] satisfies SdqScale[]) {
        const [given, right] = [one[scale], score[scale]];
        if (given !== undefined && right !== null && given !== right)
          yield `${of(one)}: ${scale} is given as ${given}, the answers make ${right}`;
      }
    }
  },
});

const incomplete = defineCheck({
  id: 'sdq-no-score',
  title: 'Completed questionnaire without a score',
  record: strengthsAndDifficulties.id,
  fix: 'Enter the answers or the total, or the reason why there is no score.',
  *find(child) {
    for (const one of child.records(strengthsAndDifficulties)) {
      if (one.completed === undefined || one.reasonNoScore !== undefined) continue;
      if (computedTotal(one) === null && one.totalDifficulties === undefined)
        yield `${of(one)} has neither a score nor a reason why there is none`;
    }
  },
});

const both = defineCheck({
  id: 'sdq-score-and-reason',
  title: 'Questionnaire with a score and a reason for none',
  record: strengthsAndDifficulties.id,
  fix: 'Take out the reason where there is a score; the return accepts one of the two.',
  *find(child) {
    for (const one of child.records(strengthsAndDifficulties)) {
      const total = computedTotal(one) ?? one.totalDifficulties;
      if (total !== undefined && total !== null && one.reasonNoScore !== undefined)
        yield `${of(one)} has the score ${total} and the reason ${one.reasonNoScore} why there is none`;
    }
  },
});

/** Ages for which the forms are made; the young person's own from 11. */
const AGES: Readonly<Record<string, readonly [number, number]>> = {
  carer: [2, 17],
  teacher: [2, 17],
  child: [11, 17],
  'social-worker': [11, 17],
};

const wrongAge = defineCheck({
  id: 'sdq-wrong-age',
  title: 'Questionnaire at an age it is not made for',
  record: strengthsAndDifficulties.id,
  fix: 'Check the day and the date of birth; the young person’s own form is for 11 and over, the others for 2 to 17.',
  *find(child) {
    for (const one of child.records(strengthsAndDifficulties)) {
      const range = AGES[one.informant];
      if (one.completed === undefined || !range || one.reasonNoScore !== undefined) continue;
      const age = child.ageOn(one.completed);
      if (age < range[0] || age > range[1])
        yield `${of(one)} was completed at ${age}, the form is for ${range[0]} to ${range[1]}`;
    }
  },
});

const notRequired = defineCheck({
  id: 'sdq-reason-not-required',
  title: 'Reason for no score for a child of whom none is required',
  record: strengthsAndDifficulties.id,
  fix: 'Take the reason out, unless the birthday falls into the year.',
  *find(child, { asAt }) {
    if (sdqRequired(child, asAt)) return;
    const from = yearTo(asAt);
    const age = child.ageOn(asAt);
    // A fourth or a seventeenth birthday in the year: the return wants a score or a reason then too (rule 197B).
    if (Number.isNaN(age) || (age >= 4 && age <= 17) || !child.isLookedAfter(asAt)) return;
    for (const { completed, reasonNoScore } of child.records(strengthsAndDifficulties)) {
      if (reasonNoScore !== undefined && completed !== undefined && completed >= from && completed <= asAt)
        yield `The reason ${reasonNoScore} is given on ${written(completed)} for a child of ${age}`;
    }
  },
});

/** The strengths and difficulties questionnaire. */
export const questionnaireChecks: readonly Check[] = [totals, incomplete, both, wrongAge, notRequired];
