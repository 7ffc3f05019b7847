import {
  type Child,
  defineIndicator,
  holdsAny,
  type Measure,
  type MeasuredIndicator,
  type Period,
  within,
} from '@cic/core';
import { missingEpisode } from '@cic/core/records';
import { missingIncident } from '../generated/records.ts';
import { meanDays, occasions } from '../measures.ts';
import { type Missing, missingOf, missingStarts, overlaps, repeatedlyMissing } from './episodes.ts';

const PUBLISHED = 'SSDA903 statistics, missing and away; cohorts section 10';
const restsOn = [missingIncident, missingEpisode];

type Kind = 'M' | 'A';

/** A child's episodes of a kind from care that overlap a period. */
const inPeriod = (child: Child, kind: Kind, { start, end }: Period): Missing[] =>
  missingOf(child).filter((one) => one.kind === kind && one.from === 'care' && overlaps(one, start, end));

const lookedAfter = (child: Child, { start, end }: Period): boolean => child.lookedAfterDuring(start, end);

/** The episodes of children looked after in the period, as occasions on the days they began (or the period did). */
const episodesOf =
  (kind: Kind): Measure =>
  (child, { period }) => {
    const episodes = inPeriod(child, kind, period);
    if (episodes.length === 0 || !lookedAfter(child, period)) return undefined;
    return occasions(episodes.map(({ start }) => Math.max(start, period.start)));
  };

function ofKind(kind: Kind, word: 'missing' | 'away', words: string): MeasuredIndicator[] {
  const shared = { source: PUBLISHED, polarity: 'lower', kind: 'flow' } as const;
  const title = word === 'missing' ? 'missing' : 'away without authorisation';
  return [
    defineIndicator({
      ...shared,
      restsOn,
      reach: 0,
      id: `children-${word}`,
      title: `Children ${title}`,
      definition: `Children looked after in the period who were ${words} at least once in it, each once.`,
      population: 'children looked after at any time in the period',
      unit: 'count',
      certainty: 'published',
      requirements: kind === 'M' ? ['SAF-05', 'D-SAF-01'] : [],
      measure: (child, { period }) =>
        inPeriod(child, kind, period).length > 0 && lookedAfter(child, period) ? true : undefined,
    }),
    defineIndicator({
      ...shared,
      among: 'looked after in the period',
      needs: holdsAny(...restsOn),
      id: `children-${word}-share`,
      title: `Children ${title}, as a share`,
      definition: `Of children looked after at any time in the period, the share who were ${words} at least once in it.`,
      population: 'children looked after at any time in the period',
      unit: 'percent',
      certainty: 'from memory',
      requirements: kind === 'M' ? ['SAF-05'] : [],
      measure: (child, { period }) =>
        lookedAfter(child, period) ? inPeriod(child, kind, period).length > 0 : undefined,
    }),
    defineIndicator({
      ...shared,
      restsOn,
      reach: 0,
      id: `${word}-episodes`,
      title: `${word === 'missing' ? 'Missing' : 'Away'} episodes`,
      definition: `Times that children looked after in the period were ${words}; one that lasts into it belongs to it.`,
      population: 'children looked after at any time in the period',
      unit: 'count',
      certainty: 'proposed',
      requirements: ['D-SAF-01'],
      measure: episodesOf(kind),
    }),
    defineIndicator({
      ...shared,
      restsOn,
      reach: 0,
      id: `${word}-episodes-per-child`,
      title: `${word === 'missing' ? 'Missing' : 'Away'} episodes per child ${title}`,
      definition: `Episodes in the period per child who was ${words} in it.`,
      population: `children ${words} in the period`,
      unit: 'score',
      certainty: 'published',
      measure: (child, { period }) => {
        const { length } = inPeriod(child, kind, period);
        return length > 0 && lookedAfter(child, period) ? length : undefined;
      },
    }),
    defineIndicator({
      ...shared,
      restsOn,
      reach: 0,
      kind: 'stock',
      id: `${word}-at-end`,
      title: `Children ${title} on the last day`,
      definition: `Children in care on the last day of the period who are ${words} on it.`,
      population: 'children in care on the last day of the period',
      unit: 'count',
      certainty: 'proposed',
      measure: (child, { period: { end } }) =>
        missingOf(child).some(
          (one) => one.kind === kind && one.from === 'care' && one.start <= end && one.end > end,
        ) && child.isLookedAfter(end)
          ? true
          : undefined,
    }),
  ];
}

const repeatMissing = defineIndicator({
  id: 'repeat-missing',
  title: 'Children missing more than once',
  definition: 'Children looked after in the period who were missing two or more times in it.',
  population: 'children looked after at any time in the period',
  unit: 'count',
  polarity: 'lower',
  kind: 'flow',
  source: 'children in care strategy 2019-21, priority 2',
  certainty: 'published',
  requirements: ['D-SAF-02', 'SAF-05'],
  restsOn,
  reach: 0,
  measure: (child, { period }) =>
    inPeriod(child, 'M', period).length > 1 && lookedAfter(child, period) ? true : undefined,
});

const repeatMissingIn90Days = defineIndicator({
  id: 'repeat-missing-90-days',
  title: 'Children missing three times in 90 days',
  definition:
    'Children looked after in the period for whom a third missing episode within 90 days began in it (numbers and days ' +
    'as the council has set them).',
  population: 'children looked after at any time in the period',
  unit: 'count',
  polarity: 'lower',
  kind: 'flow',
  source: 'local practice: three episodes in 90 days',
  certainty: 'proposed',
  requirements: ['SAF-05'],
  restsOn,
  reach: 0,
  measure: (child, { period, parameter }) => {
    const starts = missingStarts(child);
    if (starts.length === 0 || !lookedAfter(child, period)) return undefined;
    const triggers = repeatedlyMissing(
      starts,
      parameter('repeat-missing-episodes'),
      parameter('repeat-missing-days'),
    );
    const on = triggers.findLast((day) => within(day, period));
    return on === undefined ? undefined : { numerator: 1, denominator: 1, on };
  },
});

const shareInCare = defineIndicator({
  id: 'missing-children-in-care-share',
  title: 'Missing children who are in care, as a share',
  definition:
    'Of all children known to have been missing in the period, from home, care or education, the share who were ' +
    'looked after when a missing episode began.',
  population: 'children with a missing episode in the period, in care or not',
  unit: 'percent',
  polarity: 'neutral',
  kind: 'flow',
  source: 'Derby strategy 2012-15, section 6.3.2',
  certainty: 'proposed',
  requirements: ['SAF-05', 'SAF-03'],
  restsOn,
  reach: 0,
  needs: holdsAny(missingIncident),
  measure: (child, { period }) => {
    const episodes = missingOf(child).filter(
      (one) => one.kind === 'M' && overlaps(one, period.start, period.end),
    );
    return episodes.length === 0
      ? undefined
      : episodes.some(({ from, start }) => from === 'care' || child.isLookedAfter(start));
  },
});

const missingFrom = (from: 'home' | 'education') =>
  defineIndicator({
    id: `missing-from-${from}`,
    title: `Episodes missing from ${from}`,
    definition: `Times that children the council knows were missing from ${from} in the period; they are in no figure about care.`,
    population: 'children the council knows',
    unit: 'count',
    polarity: 'lower',
    kind: 'flow',
    source: 'Derby strategy 2012-15, section 6.3.1',
    certainty: 'proposed',
    requirements: ['SAF-03'],
    restsOn: [missingIncident],
    reach: 0,
    measure: (child, { period }) =>
      occasions(
        missingOf(child).flatMap((one) =>
          one.from === from && one.kind === 'M' && overlaps(one, period.start, period.end)
            ? [Math.max(one.start, period.start)]
            : [],
        ),
      ),
  });

const highRisk = defineIndicator({
  id: 'missing-high-risk-share',
  title: 'Missing episodes graded high risk',
  definition: 'Of missing episodes from care in the period with a risk grade, the share graded high.',
  population: 'missing episodes from care in the period with a risk grade',
  unit: 'percent',
  polarity: 'lower',
  kind: 'flow',
  source: 'College of Policing, missing persons',
  certainty: 'proposed',
  restsOn: [missingIncident],
  reach: 0,
  measure: (child, { period }) => {
    const graded = inPeriod(child, 'M', period).filter(({ incident }) => incident?.risk !== undefined);
    return graded.length === 0
      ? undefined
      : {
          numerator: graded.filter(({ incident }) => incident?.risk === 'high').length,
          denominator: graded.length,
        };
  },
});

const onlyInReturn = defineIndicator({
  id: 'missing-episodes-only-in-return',
  title: 'Missing and away episodes known from the statutory return alone',
  definition:
    'Of missing and away episodes from care in the period, the share the register does not hold; the figures take them ' +
    'from the statutory return.',
  population: 'missing and away episodes from care in the period',
  unit: 'percent',
  polarity: 'lower',
  kind: 'flow',
  source: 'proposed',
  certainty: 'proposed',
  restsOn,
  reach: 0,
  measure: (child, { period }) => {
    const episodes = missingOf(child).filter(
      (one) => one.from === 'care' && overlaps(one, period.start, period.end),
    );
    return episodes.length === 0
      ? undefined
      : {
          numerator: episodes.filter(({ source }) => source === 'return').length,
          denominator: episodes.length,
        };
  },
});

const daysMissing = meanDays(
  {
    id: 'days-missing',
    title: 'Average length of missing episodes',
    definition: 'Mean days from the start to the end of missing episodes from care that ended in the period.',
    population: 'missing episodes from care that ended in the period',
    source: 'proposed',
    restsOn,
    reach: 0,
  },
  (child) => missingOf(child).filter(({ kind, from }) => kind === 'M' && from === 'care'),
);

/** Children who were missing or away: how many, how often, how long. */
export const missingIndicators = [
  ...ofKind('M', 'missing', 'missing (whereabouts not known)'),
  ...ofKind('A', 'away', 'away from the placement without authorisation'),
  repeatMissing,
  repeatMissingIn90Days,
  shareInCare,
  missingFrom('home'),
  missingFrom('education'),
  highRisk,
  daysMissing,
  onlyInReturn,
];
