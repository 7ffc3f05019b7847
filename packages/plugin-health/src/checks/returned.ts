import { type Check, type Child, defineCheck, type Inside } from '@cic/core';
import { type StatutoryOutcomes, statutoryOutcomes } from '@cic/core/records';
import { sdqResult } from '../facts/sdq.ts';
import { comparableFacts } from '../facts/yearly.ts';
import {
  healthOrganisation,
  healthServiceCapacity,
  healthTraining,
  responsibleCommissioner,
} from '../generated/records.ts';
import { written } from './shared.ts';

type Outcomes = Inside<StatutoryOutcomes>;

/** What the return says of each fact the health records hold too. */
const RETURNED: Readonly<Record<string, (outcomes: Outcomes) => boolean | undefined>> = {
  'health-assessment': ({ healthAssessment }) => healthAssessment,
  'dental-check': ({ dentalCheck }) => dentalCheck,
  immunisations: ({ immunisations }) => immunisations,
  development: ({ developmentAssessments }) => developmentAssessments,
};

const word = (so: boolean): string => (so ? 'yes' : 'no');

function* differences(child: Child, outcomes: Outcomes): Generator<string> {
  for (const [id, { title, fact }] of Object.entries(comparableFacts)) {
    const returned = RETURNED[id]!(outcomes);
    const known = fact(child, outcomes.asAt);
    if (returned === undefined || known?.source !== 'health-records' || known.so === returned) continue;
    yield `${title} in the year to ${written(outcomes.asAt)}: the return says ${word(returned)}, the health records ${word(known.so)}`;
  }
  const result = sdqResult(child, outcomes.asAt);
  const score = outcomes.strengthsAndDifficultiesScore;
  if (
    score !== undefined &&
    result?.source === 'health-records' &&
    result.score !== undefined &&
    result.score !== score
  )
    yield `Questionnaire in the year to ${written(outcomes.asAt)}: the return has the score ${score}, the health records ${result.score} of ${written(result.on)}`;
}

const returnDiffers = defineCheck({
  id: 'health-differs-from-return',
  title: 'Health records and statutory return differ',
  record: statutoryOutcomes.id,
  fix: 'Correct whichever is wrong before the next return; until then the figures go by the health records.',
  *find(child, { asAt }) {
    for (const outcomes of child.records(statutoryOutcomes))
      if (outcomes.asAt <= asAt) yield* differences(child, outcomes);
  },
});

const commissionerUnknown = defineCheck({
  id: 'responsible-commissioner-organisation',
  title: 'Responsible commissioner that did not exist',
  record: responsibleCommissioner.id,
  fix: 'Name the organisation that took its place from that day on, or add it to the organisations.',
  requirements: ['HLT-27'],
  *find(child, { history, asAt }) {
    const organisations = history.otherRecords(healthOrganisation);
    if (organisations.length === 0) return;
    for (const { organisation, start, end } of child.records(responsibleCommissioner)) {
      const known = organisations.find(({ id }) => id === organisation);
      if (!known) {
        yield `The commissioner '${organisation}' from ${written(start)} is no organisation on record`;
        continue;
      }
      if (known.start !== undefined && start < known.start)
        yield `The commissioner '${organisation}' is named from ${written(start)}, but exists from ${written(known.start)}`;
      if (known.end !== undefined && (end ?? asAt) > known.end)
        yield `The commissioner '${organisation}' ended on ${written(known.end)} and is still named on ${written(end ?? asAt)}${known.successor ? `; '${known.successor}' took its place` : ''}`;
    }
  },
});

const organisations = defineCheck({
  id: 'health-organisation-years',
  title: 'Years or successor of a health organisation that cannot be',
  record: healthOrganisation.id,
  fix: 'Correct the years, or add the organisation that took its place.',
  requirements: ['HLT-27'],
  *findOthers({ history }) {
    const all = history.otherRecords(healthOrganisation);
    const known = new Set(all.map(({ id }) => id));
    for (const { id, start, end, successor } of all) {
      if (start !== undefined && end !== undefined && end < start)
        yield {
          about: id,
          message: `'${id}' ends on ${written(end)}, before it starts on ${written(start)}`,
        };
      if (successor !== undefined && !known.has(successor))
        yield { about: id, message: `'${id}' names '${successor}' as its successor, which is not on record` };
    }
  },
});

const numbers = defineCheck({
  id: 'health-numbers-implausible',
  title: 'More came than were invited, or more posts filled than there are',
  record: healthTraining.id,
  fix: 'Correct the number that is wrong.',
  requirements: ['HLT-21', 'HLT-25'],
  *findOthers({ history }) {
    for (const { id, invited, attended } of history.otherRecords(healthTraining)) {
      if (invited !== undefined && attended > invited)
        yield { about: id, message: `${attended} attended training '${id}', but ${invited} were invited` };
    }
    for (const { id, posts, postsFilled, asAt } of history.otherRecords(healthServiceCapacity)) {
      if (posts !== undefined && postsFilled !== undefined && postsFilled > posts)
        yield {
          about: id,
          message: `Capacity '${id}' of ${written(asAt)}: ${postsFilled} posts are filled, but ${posts} funded`,
        };
    }
  },
});

/** The statutory return beside the health records, and organisations and numbers that are about no child. */
export const comparisonChecks: readonly Check[] = [
  returnDiffers,
  commissionerUnknown,
  organisations,
  numbers,
];
