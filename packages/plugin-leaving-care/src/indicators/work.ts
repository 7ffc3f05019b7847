import {
  aCase,
  defineIndicator,
  holdsAny,
  type MeasuredIndicator,
  noChild,
  openOn,
  shareOf,
  within,
} from '@cic/core';
import {
  computerIssue,
  drivingLessons,
  ringFencedOffer,
  ringFencedPost,
  workPlacement,
} from '../generated/records.ts';
import { LEICESTERSHIRE } from '../sources.ts';
import { counting } from './shared.ts';

const source = LEICESTERSHIRE;

const placements = (id: string, title: string, words: string, only?: string): MeasuredIndicator =>
  counting(
    {
      id,
      title,
      definition: `${words} that began in the period.`,
      population: 'work placements that began in the period',
      polarity: 'higher',
      source,
      certainty: 'published',
      requirements: ['LVC-11'],
      restsOn: [workPlacement],
    },
    (child, { period }) =>
      child
        .records(workPlacement)
        .filter(({ start, scheme }) => within(start, period) && (only === undefined || scheme === only))
        .length || undefined,
  );

const preparing = counting(
  {
    id: 'work-placements-prepared',
    title: 'Young people being prepared for a work placement',
    definition:
      'Young people whose preparation for a work placement has begun on the last day of the period, and the placement has not.',
    population: 'young people being prepared on the last day of the period',
    kind: 'stock',
    source,
    certainty: 'published',
    requirements: ['LVC-11'],
    restsOn: [workPlacement],
  },
  (child, { period: { end } }) =>
    child
      .records(workPlacement)
      .some(
        ({ preparing: since, start, end: ended }) =>
          since !== undefined &&
          since <= end &&
          (start === undefined || start > end) &&
          (ended === undefined || ended > end),
      )
      ? true
      : undefined,
);

const outcome = (id: string, title: string, words: string, wanted: readonly string[]): MeasuredIndicator =>
  defineIndicator({
    id,
    title,
    definition: `Of work placements that began in the period, the share ${words} by its last day. Outcomes not known stay in the base.`,
    population: 'work placements that began in the period',
    unit: 'percent',
    polarity: wanted.includes('unknown') ? 'lower' : 'higher',
    kind: 'flow',
    source,
    certainty: 'published',
    requirements: ['LVC-11'],
    restsOn: [workPlacement],
    measure: (child, { period }) => {
      const begun = child.records(workPlacement).filter(({ start }) => within(start, period));
      const so = begun.filter((one) => wanted.includes(one.outcome ?? 'unknown'));
      return shareOf(so.length, begun.length);
    },
  });

const jobs = counting(
  {
    id: 'work-placement-jobs',
    title: 'Jobs from a work placement',
    definition: 'Work placements begun in the period after which a job was offered and accepted.',
    population: 'work placements that began in the period',
    polarity: 'higher',
    source,
    certainty: 'published',
    requirements: ['LVC-11'],
    restsOn: [workPlacement],
  },
  (child, { period }) =>
    child
      .records(workPlacement)
      .filter(({ start, jobAccepted }) => within(start, period) && jobAccepted === true).length || undefined,
);

const offers = (
  id: string,
  title: string,
  kind: 'post' | 'apprenticeship',
  requirement: string,
): MeasuredIndicator =>
  counting(
    {
      id,
      title,
      definition: `${title} open to care leavers only, on offer on the last day of the period, filled or not.`,
      population: 'ring-fenced offers open on the last day of the period',
      polarity: 'higher',
      kind: 'stock',
      source: 'Care Matters report 2008, sections 5 and 11.vi',
      certainty: 'published',
      requirements: [requirement],
      needs: holdsAny(ringFencedOffer),
      *cases({ history, period: { end } }) {
        for (const offer of history.otherRecords(ringFencedOffer)) {
          if (
            offer.kind !== kind ||
            offer.opened > end ||
            (offer.closed !== undefined && offer.closed <= end)
          )
            continue;
          yield aCase(offer.id ?? `${kind} of ${offer.organisation ?? 'the council'}`, offer.posts ?? 1);
        }
      },
    },
    noChild,
  );

const held = counting(
  {
    id: 'ring-fenced-posts-held',
    title: 'Care leavers in ring-fenced posts and apprenticeships',
    definition: 'Young people in a ring-fenced post or apprenticeship on the last day of the period.',
    population: 'young people in a ring-fenced post or apprenticeship on the last day of the period',
    polarity: 'higher',
    kind: 'stock',
    source,
    requirements: ['LVC-12', 'LVC-13'],
    restsOn: [ringFencedPost],
  },
  (child, { period: { end } }) =>
    child.records(ringFencedPost).some((post) => openOn(post, end)) ? true : undefined,
);

const trained = defineIndicator({
  id: 'ring-fenced-posts-with-training',
  title: 'Ring-fenced posts with training in working time',
  definition:
    'Of young people in a ring-fenced post or apprenticeship on the last day of the period, the share with education or training in working time.',
  population: 'young people in a ring-fenced post or apprenticeship on the last day of the period',
  unit: 'percent',
  polarity: 'higher',
  kind: 'stock',
  source,
  certainty: 'proposed',
  requirements: ['LVC-12'],
  restsOn: [ringFencedPost],
  measure: (child, { period: { end } }) => {
    const post = child.records(ringFencedPost).findLast((one) => openOn(one, end));
    return post && post.trainingInWorkingTime === true;
  },
});

const computers = counting(
  {
    id: 'computers-issued',
    title: 'Computers issued',
    definition:
      'Computers issued in the period to children in care, and to care leavers in further or higher education.',
    population: 'computers issued in the period',
    polarity: 'higher',
    source,
    certainty: 'published',
    requirements: ['LVC-14'],
    restsOn: [computerIssue],
  },
  (child, { period }) =>
    child.records(computerIssue).filter(({ issued }) => within(issued, period)).length || undefined,
);

/** Days of a year, divided by twelve. */
const DAYS_OF_A_MONTH = 365.25 / 12;

const computersAMonth = defineIndicator({
  id: 'computers-per-month',
  title: 'Computers issued a month',
  definition: 'Computers issued in the period, divided by its months (days by 365.25 times 12).',
  population: 'months of the period',
  unit: 'ratio',
  polarity: 'higher',
  kind: 'flow',
  source,
  certainty: 'published',
  requirements: ['LVC-14'],
  derivedFrom: ['computers-issued'],
  combine: ([issued], { start, end }) => issued! / ((end - start + 1) / DAYS_OF_A_MONTH),
});

const lessons = counting(
  {
    id: 'driving-lessons',
    title: 'Driving lesson scheme: young people using it',
    definition: 'Young people who had driving lessons from the scheme at any time in the period.',
    population: 'young people who used the scheme in the period',
    polarity: 'higher',
    source,
    certainty: 'published',
    requirements: ['LVC-15'],
    restsOn: [drivingLessons],
  },
  (child, { period: { start, end } }) =>
    child
      .records(drivingLessons)
      .some(({ started, ended }) => started <= end && (ended === undefined || ended >= start))
      ? true
      : undefined,
);

const passed = (id: string, title: string, field: 'passed' | 'passPlus', words: string): MeasuredIndicator =>
  counting(
    {
      id,
      title,
      definition: `Young people who ${words} in the period.`,
      population: 'young people who used the driving lessons scheme',
      polarity: 'higher',
      source,
      certainty: 'published',
      requirements: ['LVC-15'],
      restsOn: [drivingLessons],
    },
    (child, { period }) =>
      child.records(drivingLessons).some((one) => within(one[field], period)) ? true : undefined,
  );

/** Work, posts, computers and driving. */
export const workIndicators = [
  placements('work-placements', 'Work placements', 'Work placements of all schemes'),
  placements(
    'work-placements-mentored',
    'Mentored work placements',
    'Mentored work placements of young people of 16 and over',
    'mentored',
  ),
  placements(
    'work-placements-county',
    'Work placements with the council',
    'Work placements of 15 and 16 year olds with the council',
    'county',
  ),
  placements(
    'work-placements-april-day',
    'Work experience days in April',
    'Work experience days in April',
    'april-day',
  ),
  placements(
    'work-placements-summer',
    'Summer work placements',
    'Summer work placements, of up to two weeks,',
    'summer',
  ),
  preparing,
  outcome(
    'work-placements-to-work',
    'Work placements: now in work',
    'after which the young person is in work',
    ['work'],
  ),
  outcome(
    'work-placements-to-college',
    'Work placements: now at college',
    'after which the young person is at college',
    ['college'],
  ),
  outcome('work-placements-outcome-unknown', 'Work placements: outcome not known', 'with no known outcome', [
    'unknown',
  ]),
  jobs,
  offers('ring-fenced-posts', 'Ring-fenced posts', 'post', 'LVC-12'),
  offers('ring-fenced-apprenticeships', 'Ring-fenced apprenticeships', 'apprenticeship', 'LVC-13'),
  held,
  trained,
  computers,
  computersAMonth,
  lessons,
  passed('driving-test-passed', 'Driving tests passed', 'passed', 'passed the driving test'),
  passed('pass-plus', 'Pass Plus taken', 'passPlus', 'took the Pass Plus test'),
];
