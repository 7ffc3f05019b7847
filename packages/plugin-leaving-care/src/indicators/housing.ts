import {
  aCase,
  type Case,
  defineIndicator,
  holdsAny,
  type MeasureContext,
  type MeasuredIndicator,
  noChild,
  shareOf,
  within,
} from '@cic/core';
import { unitNights } from '../facts/housing.ts';
import { codeSets } from '../generated/codeSets.ts';
import {
  commissionedAccommodation,
  evictionNotice,
  homelessPresentation,
  housingStep,
} from '../generated/records.ts';
import { DERBY, SUFFICIENCY } from '../sources.ts';
import { counting, ofCareLeavers } from './shared.ts';

const units = counting(
  {
    id: 'care-leaver-units',
    title: 'Commissioned units for care leavers',
    definition:
      'Places a night in commissioned supported accommodation under contract on the last day of the period; units only planned are left out.',
    population: 'commissioned accommodation under contract on the last day of the period',
    polarity: 'higher',
    kind: 'stock',
    source: `${SUFFICIENCY}, target 1`,
    certainty: 'published',
    requirements: ['D-LEA-20'],
    needs: holdsAny(commissionedAccommodation),
    *cases({ history, period: { end } }) {
      for (const one of history.otherRecords(commissionedAccommodation)) {
        if (one.planned || one.start > end || (one.end !== undefined && one.end <= end)) continue;
        yield aCase(one.id, one.units, 1, { district: one.district, 'commissioned-kind': one.kind });
      }
    },
  },
  noChild,
);

const occupancy = defineIndicator({
  id: 'commissioned-occupancy',
  title: 'Occupancy of commissioned accommodation',
  definition:
    'Nights that young people stayed in commissioned accommodation, in percent of the nights its units were available in the period. A stay names the accommodation as its contract. Stays beyond the units are counted as full.',
  population: 'unit nights available in the period',
  unit: 'percent',
  polarity: 'higher',
  kind: 'flow',
  source: `${SUFFICIENCY}, target 4 (85%)`,
  certainty: 'published',
  requirements: ['D-LEA-21'],
  needs: holdsAny(commissionedAccommodation),
  measure: noChild,
  *cases({ history, period }) {
    const districts = new Map(
      history.otherRecords(commissionedAccommodation).map(({ id, district }) => [id, district]),
    );
    for (const { contract, available, occupied } of unitNights(history, period)) {
      yield aCase(contract, Math.min(occupied, available), available, { district: districts.get(contract) });
    }
  },
});

/** Homeless presentations of a period, each as a case. */
function* presentations(
  { history, period }: MeasureContext,
  ages: readonly [number, number],
  counts: (one: {
    careLeaver?: boolean;
    assessed?: number;
    accommodationNeeded?: boolean;
    presented: number;
  }) => boolean | undefined,
): Generator<Case> {
  for (const one of history.otherRecords(homelessPresentation)) {
    if (!within(one.presented, period) || one.age < ages[0] || one.age > ages[1]) continue;
    const so = counts(one);
    if (so === undefined) continue;
    yield aCase(one.id, so, 1, { district: one.district, 'homeless-outcome': one.outcome });
  }
}

const homeless = counting(
  {
    id: 'homeless-presentations',
    title: 'Homeless presentations of teenagers and care leavers',
    definition:
      'Times that a young person of 16 to 19, or a care leaver of up to 21, came to the council or a district as homeless in the period.',
    population: 'homeless presentations in the period, also of young people who were never in care',
    polarity: 'lower',
    source: 'Sufficiency strategy 2017-21, section 1.3',
    certainty: 'published',
    requirements: ['D-LEA-24', 'D-LEA-33'],
    needs: holdsAny(homelessPresentation),
    *cases(context) {
      yield* presentations(context, [16, 19], () => true);
      yield* presentations(context, [20, 21], ({ careLeaver }) => (careLeaver ? true : undefined));
    },
  },
  noChild,
);

const homeless16And17 = counting(
  {
    id: 'homeless-16-17',
    title: 'Homeless young people of 16 and 17 in need of accommodation',
    definition:
      'Presentations of 16 and 17 year olds in the period who needed accommodation, in care before or not: they are in scope of the accommodation plan.',
    population: 'homeless presentations of 16 and 17 year olds in the period',
    polarity: 'lower',
    source: `${SUFFICIENCY}, scope`,
    certainty: 'published',
    requirements: ['D-LEA-33', 'LVC-09'],
    needs: holdsAny(homelessPresentation),
    cases: (context) =>
      presentations(context, [16, 17], ({ accommodationNeeded }) => (accommodationNeeded ? true : undefined)),
  },
  noChild,
);

const jointlyAssessed = defineIndicator({
  id: 'homeless-16-17-jointly-assessed',
  title: 'Homeless 16 and 17 year olds assessed jointly',
  definition:
    'Of presentations of 16 and 17 year olds in the period, the share with a joint assessment of children’s services and housing completed.',
  population: 'homeless presentations of 16 and 17 year olds in the period',
  unit: 'percent',
  polarity: 'higher',
  kind: 'flow',
  source: DERBY,
  certainty: 'proposed',
  requirements: ['LVC-09'],
  needs: holdsAny(homelessPresentation),
  measure: noChild,
  cases: (context) =>
    presentations(
      context,
      [16, 17],
      ({ assessed }) => assessed !== undefined && assessed <= context.period.end,
    ),
});

const notices = counting(
  {
    id: 'evictions',
    title: 'Notices to leave',
    definition: 'Notices to leave their accommodation that young people got in the period.',
    population: 'notices to leave in the period',
    polarity: 'lower',
    source: `${SUFFICIENCY}, target 5`,
    requirements: ['D-LEA-25'],
    restsOn: [evictionNotice],
  },
  (child, { period }) =>
    child.records(evictionNotice).filter(({ noticed }) => within(noticed, period)).length || undefined,
);

const ofNotices = (
  id: string,
  title: string,
  words: string,
  population: string,
  so: (outcome: string | undefined, told: number | undefined, end: number) => boolean | undefined,
): MeasuredIndicator =>
  defineIndicator({
    id,
    title,
    definition: `Of ${population}, the share ${words}.`,
    population,
    unit: 'percent',
    polarity: 'higher',
    kind: 'flow',
    source: `${SUFFICIENCY}, targets 5 and 6`,
    certainty: 'proposed',
    requirements: ['D-LEA-25'],
    restsOn: [evictionNotice],
    measure: (child, { period }) => {
      let numerator = 0;
      let denominator = 0;
      for (const { noticed, outcome, districtTold } of child.records(evictionNotice)) {
        const verdict = within(noticed, period) ? so(outcome, districtTold, period.end) : undefined;
        if (verdict === undefined) continue;
        denominator++;
        if (verdict) numerator++;
      }
      return shareOf(numerator, denominator);
    },
  });

const diverted = ofNotices(
  'evictions-diverted',
  'Evictions diverted or delayed',
  'after which the young person stayed, moved by a managed move, or stayed until there was another place',
  'notices to leave in the period whose outcome is known',
  (outcome) =>
    outcome === undefined ? undefined : codeSets.EVICTION_OUTCOME.get(outcome)?.diverted === true,
);

const districtTold = ofNotices(
  'evictions-district-told',
  'Notices to leave of which the district council was told',
  'of which the district council was told by the last day',
  'notices to leave in the period',
  (_outcome, told, end) => told !== undefined && told <= end,
);

const prioritised = ofCareLeavers(
  {
    id: 'care-leavers-housing-priority',
    title: 'Care leavers housed with priority',
    definition:
      'Of relevant and former relevant young people who have applied for housing or hold a tenancy by the last day, the share treated as a priority group.',
    population:
      'relevant and former relevant young people on the last day of the period who applied for housing or hold a tenancy',
    source:
      'Looked after and adopted children strategy 2012-15, section 6.3.1; Care Matters report 2008, section 9',
    requirements: ['LVC-21'],
    restsOn: [housingStep],
  },
  (child, on) => {
    const steps = child
      .records(housingStep)
      .filter(({ start, step }) => start <= on && step !== 'options' && step !== 'training-flat');
    return steps.length === 0 ? undefined : steps.some(({ priorityGroup }) => priorityGroup === true);
  },
);

const onTheWay = counting(
  {
    id: 'young-people-on-housing-steps',
    title: 'Young people on the way to a home of their own',
    definition:
      'Young people with a housing step open on the last day of the period; by step they show how far they are.',
    population: 'young people with a housing step open on the last day of the period',
    kind: 'stock',
    source: 'Looked after and adopted children strategy 2012-15, annex 6.6h',
    requirements: ['LVC-08'],
    restsOn: [housingStep],
  },
  (child, { period: { end } }) =>
    child.records(housingStep).some((step) => step.start <= end && (step.end === undefined || step.end > end))
      ? true
      : undefined,
);

/** Places for care leavers, and what happens when they have none. */
export const housingIndicators: readonly MeasuredIndicator[] = [
  units,
  occupancy,
  homeless,
  homeless16And17,
  jointlyAssessed,
  notices,
  diverted,
  districtTold,
  prioritised,
  onTheWay,
];
