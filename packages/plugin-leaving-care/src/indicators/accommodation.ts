import { type Child, type Day, defineIndicator, type MeasuredIndicator, within } from '@cic/core';
import { nightsOf } from '../facts/housing.ts';
import { isSuitable, knowsLiving, livingOn, type SuitabilityRule } from '../facts/living.ts';
import { CARE_LEAVER_AGES, CARE_LEAVERS, careLeaverAt, servedStatus } from '../facts/people.ts';
import { careLeaverAccommodation } from '../generated/records.ts';
import { SUFFICIENCY } from '../sources.ts';
import { counting, ofCareLeavers } from './shared.ts';

/** Nights in bed and breakfast are those of anybody of 16 or over whom the service looks after. */
const inBedAndBreakfast = (child: Child, on: Day): boolean => livingOn(child, on)?.kind === 'W';

const AGED = [17, 21] as const;
const BASE = `${CARE_LEAVERS}, aged 17 to 21, whose accommodation is on record`;

const profile = counting(
  {
    id: 'care-leavers-accommodation',
    title: 'Care leavers by accommodation',
    definition: `${BASE}: by their own record that is open on that day, or by the statutory return of the last twelve months. By type or group, the rows are the accommodation profile with the share of each.`,
    population: BASE,
    kind: 'stock',
    source: SUFFICIENCY,
    certainty: 'published',
    requirements: ['D-LEA-06', 'D-LEA-10', 'D-LEA-12', 'D-REF-16'],
    needs: knowsLiving,
    ages: AGED,
  },
  (child, context) =>
    careLeaverAt(child, context.period.end, context, AGED) && livingOn(child, context.period.end)
      ? true
      : undefined,
);

const suitable = (rule: SuitabilityRule): MeasuredIndicator =>
  ofCareLeavers(
    {
      id: 'care-leavers-suitable-accommodation-now',
      title: 'Care leavers in suitable accommodation on a day',
      definition: `Of ${BASE}, the share in suitable accommodation. ${rule.words}`,
      population: BASE,
      source: SUFFICIENCY,
      certainty: 'published',
      requirements: ['D-LEA-07', 'D-LEA-08', 'LVC-03', 'D-LEA-12'],
      needs: knowsLiving,
    },
    (child, on) => {
      const living = livingOn(child, on);
      return living && isSuitable(living, rule);
    },
    AGED,
  );

const independent = ofCareLeavers(
  {
    id: 'care-leavers-independent',
    title: 'Care leavers living independently',
    definition: `Of ${BASE}, the share in independent living (type U).`,
    population: BASE,
    polarity: 'neutral',
    source: SUFFICIENCY,
    certainty: 'published',
    requirements: ['D-LEA-06'],
    needs: knowsLiving,
  },
  (child, on) => {
    const living = livingOn(child, on);
    return living && living.kind === 'U';
  },
  AGED,
);

const WHERE = `${CARE_LEAVERS}, aged 18 to 21, of whom it is on record whether they live inside the area`;

const outside = ofCareLeavers(
  {
    id: 'care-leavers-outside-la',
    title: 'Care leavers living outside the area',
    definition: `Of ${WHERE}, the share who live outside it. By single year of age it is the table of the sufficiency strategy.`,
    population: WHERE,
    polarity: 'lower',
    source: SUFFICIENCY,
    certainty: 'published',
    requirements: ['D-LEA-11', 'D-LEA-12'],
    restsOn: [careLeaverAccommodation],
  },
  (child, on) => {
    const location = livingOn(child, on)?.record?.location;
    return location && location === 'OUT';
  },
  [18, 21],
);

const bedAndBreakfast = counting(
  {
    id: 'bed-and-breakfast',
    title: 'Young people in bed and breakfast',
    definition:
      'Eligible, relevant, former relevant and qualifying young people who live in bed and breakfast (type W) on the last day of the period. The target is nobody.',
    population: 'young people with a leaving care status on the last day of the period',
    polarity: 'lower',
    kind: 'stock',
    source: `${SUFFICIENCY}, target 10`,
    certainty: 'published',
    requirements: ['D-LEA-23'],
    needs: knowsLiving,
    ages: CARE_LEAVER_AGES,
  },
  (child, context) =>
    servedStatus(child, context.period.end, context) && inBedAndBreakfast(child, context.period.end)
      ? true
      : undefined,
);

const bedAndBreakfastNights = counting(
  {
    id: 'bed-and-breakfast-nights',
    title: 'Nights in bed and breakfast',
    definition:
      'Nights of the period that young people leaving care spent in bed and breakfast (type W) by their own records, over all of them.',
    population: 'young people with a stay in bed and breakfast in the period',
    polarity: 'lower',
    source: `${SUFFICIENCY}, target 10`,
    requirements: ['D-LEA-23'],
    restsOn: [careLeaverAccommodation],
  },
  (child, { period }) => nightsOf(child, period, ({ kind }) => kind === 'W') || undefined,
);

const spotNights = counting(
  {
    id: 'spot-purchase-bed-nights',
    title: 'Spot purchased bed nights',
    definition: 'Nights of the period in spot purchased supported accommodation, over all young people.',
    population: 'young people with a spot purchased stay in the period',
    source: SUFFICIENCY,
    certainty: 'published',
    requirements: ['D-LEA-22'],
    restsOn: [careLeaverAccommodation],
  },
  (child, { period }) => nightsOf(child, period, ({ purchase }) => purchase === 'spot') || undefined,
);

const spotPeople = counting(
  {
    id: 'spot-purchase-young-people',
    title: 'Young people in spot purchased accommodation',
    definition:
      'Young people with at least one night in spot purchased supported accommodation in the period.',
    population: 'young people with a spot purchased stay in the period',
    source: SUFFICIENCY,
    certainty: 'published',
    requirements: ['D-LEA-22'],
    restsOn: [careLeaverAccommodation],
  },
  (child, { period }) =>
    nightsOf(child, period, ({ purchase }) => purchase === 'spot') > 0 ? true : undefined,
);

const spotUnder18 = counting(
  {
    id: 'spot-purchase-under-18',
    title: 'Young people under 18 at the start of a spot purchase',
    definition:
      'Young people with a night in spot purchased accommodation in the period who were under 18 when their first such stay began.',
    population: 'young people with a spot purchased stay in the period',
    polarity: 'lower',
    source: SUFFICIENCY,
    certainty: 'published',
    requirements: ['D-LEA-22'],
    restsOn: [careLeaverAccommodation],
  },
  (child, { period }) => {
    if (nightsOf(child, period, ({ purchase }) => purchase === 'spot') === 0) return undefined;
    const first = child.records(careLeaverAccommodation).find(({ purchase }) => purchase === 'spot');
    return first && child.ageOn(first.start) < 18 ? true : undefined;
  },
);

const spotBeds = defineIndicator({
  id: 'spot-purchase-average-beds',
  title: 'Beds bought by spot purchase, on an average night',
  definition: 'Spot purchased bed nights of the period, divided by its nights.',
  population: 'nights of the period',
  unit: 'ratio',
  polarity: 'neutral',
  kind: 'flow',
  source: SUFFICIENCY,
  certainty: 'published',
  requirements: ['D-LEA-22'],
  derivedFrom: ['spot-purchase-bed-nights'],
  combine: ([nights], { start, end }) => nights! / (end - start + 1),
});

const moves = defineIndicator({
  id: 'care-leavers-moves',
  title: 'Moves of care leavers in the year',
  definition: `Mean number of moves to other accommodation in the period, over ${CARE_LEAVERS} with a record of where they live.`,
  population: `${CARE_LEAVERS} with a record of where they live`,
  unit: 'ratio',
  polarity: 'lower',
  kind: 'flow',
  source: `${SUFFICIENCY}; Keep on caring (2016), outcome 3`,
  certainty: 'proposed',
  restsOn: [careLeaverAccommodation],
  measure: (child, context) => {
    const { period } = context;
    const stays = child.records(careLeaverAccommodation);
    if (stays.length === 0 || !careLeaverAt(child, period.end, context)) return undefined;
    return { numerator: stays.slice(1).filter(({ start }) => within(start, period)).length, denominator: 1 };
  },
});

/** Where care leavers live. */
export const accommodationIndicators = (rule: SuitabilityRule) => [
  profile,
  suitable(rule),
  independent,
  outside,
  bedAndBreakfast,
  bedAndBreakfastNights,
  spotNights,
  spotPeople,
  spotUnder18,
  spotBeds,
  moves,
];
