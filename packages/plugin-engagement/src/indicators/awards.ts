import {
  aCase,
  type Child,
  countOf,
  holdsAny,
  type MeasureContext,
  type MeasuredIndicator,
  within,
} from '@cic/core';
import { activitiesIn, categories } from '../facts/activities.ts';
import { awardNomination, participationActivity } from '../generated/records.ts';
import { LEICESTERSHIRE } from '../sources.ts';
import { ofChildren } from './shared.ts';

const nominationsOn = (child: Child, { period }: MeasureContext) =>
  child.records(awardNomination).filter(({ nominated }) => within(nominated, period));

const nominations: MeasuredIndicator = {
  ...ofChildren(
    {
      id: 'award-nominations',
      title: 'Nominations for awards',
      definition:
        'Number of nominations for awards of children on record in the period; where none is on record, the number its awards events note.',
      population: 'nominations for awards',
      unit: 'count',
      source: `${LEICESTERSHIRE}, section 5`,
      requirements: ['ENG-18', 'D-ENG-12'],
      needs: holdsAny(awardNomination, participationActivity),
    },
    (child, context) => {
      const own = nominationsOn(child, context);
      return countOf(own.length, own.at(-1)?.nominated);
    },
  ),
  *cases(context) {
    if (context.history.children.some((child) => nominationsOn(child, context).length > 0)) return;
    for (const activity of activitiesIn(context.history, context.period, ['awards-event']))
      if ((activity.nominations ?? 0) > 0)
        yield aCase(activity.id, activity.nominations!, 1, categories(activity));
  },
};

const awards = ofChildren(
  {
    id: 'awards-given',
    title: 'Awards given',
    definition: 'Number of awards young people received in the period.',
    population: 'nominations for awards',
    unit: 'count',
    source: `${LEICESTERSHIRE}, section 5`,
    requirements: ['ENG-18'],
    restsOn: [awardNomination],
  },
  (child, { period }) => {
    const own = child.records(awardNomination).filter(({ awarded }) => within(awarded, period));
    return countOf(own.length, own.at(-1)?.awarded);
  },
);

/** Nominations and awards. */
export const awardIndicators: readonly MeasuredIndicator[] = [nominations, awards];
