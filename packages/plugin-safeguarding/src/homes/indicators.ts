import { defineIndicator, holdsAny, type MeasureContext, noChild } from '@cic/core';
import { codeSets } from '../generated/codeSets.ts';
import { type SafeguardingTraining, safeguardingTraining } from '../generated/records.ts';
import { trainingCoverage } from './training.ts';

type Topic = SafeguardingTraining['topic'];

/** The latest state of a training in each home, as cases: people trained of people in post. */
function* coverageOf(topics: readonly Topic[], { history, period }: MeasureContext) {
  for (const { provider, topic, trained, inPost } of trainingCoverage(
    history.otherRecords(safeguardingTraining),
    period.end,
  )) {
    if (topics.includes(topic))
      yield {
        about: provider,
        numerator: trained,
        denominator: inPost,
        categories: { 'training-topic': topic },
      };
  }
}

const trainedIn = (
  id: string,
  title: string,
  words: string,
  topics: readonly Topic[],
  requirements: string[],
) =>
  defineIndicator({
    id,
    title,
    definition:
      `Of the people in post in homes and teams that recorded the training, the share who have had training ${words}: the ` +
      'latest record of each home by the last day of the period.',
    population: 'people in post in homes and teams that recorded the training',
    unit: 'percent',
    polarity: 'higher',
    kind: 'stock',
    source: 'Derby strategy 2012-15, section 6.3; Leicestershire 2008, section 8',
    certainty: 'proposed',
    requirements,
    needs: holdsAny(safeguardingTraining),
    measure: noChild,
    cases: (context) => coverageOf(topics, context),
  });

/** Staff of homes and teams who have had safeguarding training; the people are counted once for each topic. */
export const homeIndicators = [
  trainedIn(
    'staff-trained-restorative-justice',
    'Staff trained in restorative justice',
    'in restorative justice',
    ['restorative-justice'],
    ['SAF-13'],
  ),
  trainedIn(
    'staff-trained-exploitation-and-e-safety',
    'Staff trained on sexual exploitation and safety online',
    'on sexual exploitation and on safety online (counted once for each)',
    ['sexual-exploitation', 'e-safety'],
    ['SAF-08'],
  ),
  trainedIn(
    'staff-trained',
    'Staff trained, all topics',
    'on each topic of safeguarding (counted once for each)',
    codeSets.TRAINING_TOPIC.values,
    ['SAF-08'],
  ),
];
