import { ceasedIn, lookedAfterFor12Months, startedIn } from '../../cohorts/cohorts.ts';
import { defineIndicator, type Measure } from '../indicator.ts';

const inCareAtEnd: Measure = (child, { period }) => (child.isLookedAfter(period.end) ? true : undefined);

const childrenInCare = defineIndicator({
  id: 'children-in-care',
  title: 'Children in care',
  definition:
    'Children looked after on the last day of the period, each once, children in a series of short breaks left out. ' +
    'The day of entry counts, the day of leaving does not.',
  population: 'children the council is responsible for',
  unit: 'count',
  polarity: 'neutral',
  kind: 'stock',
  source: 'SSDA903 statistics, children looked after at 31 March; cohorts section 1',
  certainty: 'published',
  requirements: ['CORE-05', 'CORE-06', 'CORE-09', 'D-CHI-02', 'D-CHI-09', 'D-CHI-11', 'D-CHI-17', 'D-CHI-35'],
  among: 'in care at the end',
  measure: inCareAtEnd,
});

const childrenInCareRate = defineIndicator({
  id: 'children-in-care-rate',
  title: 'Children in care per 10,000 children',
  definition:
    'Children in care on the last day of the period per 10,000 children under 18 living in the area.',
  population: 'children under 18 in the area, by the mid-year estimate of the year the period starts in',
  unit: 'rate per 10,000',
  polarity: 'neutral',
  kind: 'stock',
  decimals: 0,
  source: 'SSDA903 statistics, rate per 10,000; cohorts section 0 (population from memory)',
  certainty: 'from memory',
  requirements: ['CORE-07', 'D-CHI-07', 'D-CHI-08'],
  among: 'in care at the end',
  measure: inCareAtEnd,
});

const lookedAfterInYear = defineIndicator({
  id: 'looked-after-in-year',
  title: 'Children looked after at any time in the year',
  definition:
    'Children looked after on any day of the period, each once, short breaks left out. A child who ceased on the first ' +
    'day counts.',
  population: 'children the council is responsible for',
  unit: 'count',
  polarity: 'neutral',
  kind: 'flow',
  source: 'SSDA903 statistics, looked after during the year; cohorts section 2',
  certainty: 'from memory',
  requirements: ['D-CHI-26'],
  among: 'looked after in the period',
  measure: (child, { period }) => (child.lookedAfterDuring(period.start, period.end) ? true : undefined),
});

const startedInYear = defineIndicator({
  id: 'started-in-year',
  title: 'Children who started to be looked after',
  definition:
    'Children who started to be looked after in the period, each once with the facts of the first start; short breaks ' +
    'left out.',
  population: 'children the council is responsible for',
  unit: 'count',
  polarity: 'neutral',
  kind: 'flow',
  source: 'SSDA903 statistics, started during the year; cohorts section 3',
  certainty: 'from memory',
  requirements: ['CORE-04', 'CORE-14', 'D-CHI-03', 'D-CHI-10', 'D-CHI-30'],
  among: 'looked after in the period',
  measure: (child, { period }) => {
    const first = startedIn(child, period);
    return first && { numerator: 1, denominator: 1, on: first.start };
  },
});

const ceasedInYear = defineIndicator({
  id: 'ceased-in-year',
  title: 'Children who ceased to be looked after',
  definition:
    'Children who ceased to be looked after in the period, each once with the facts of the last end, also when they ' +
    'came back later; short breaks left out.',
  population: 'children the council is responsible for',
  unit: 'count',
  polarity: 'neutral',
  kind: 'flow',
  source: 'SSDA903 statistics, ceased during the year; cohorts section 4',
  certainty: 'from memory',
  requirements: ['CORE-04', 'D-CHI-04', 'D-CHI-05', 'D-CHI-32'],
  among: 'looked after in the period',
  measure: (child, { period }) => {
    const last = ceasedIn(child, period);
    return last && { numerator: 1, denominator: 1, on: last.end };
  },
});

const timeInCare = defineIndicator({
  id: 'time-in-care-when-ceased',
  title: 'Average time in care of those who left',
  definition:
    'Mean number of days from the start of the period of care to its end, over children who ceased in the period.',
  population: 'children who ceased to be looked after in the period',
  unit: 'days',
  polarity: 'neutral',
  kind: 'flow',
  decimals: 0,
  source: 'sufficiency strategy 2017-21, section 2.3 (length of stay)',
  certainty: 'proposed',
  requirements: ['D-CHI-05', 'D-IND-21'],
  among: 'looked after in the period',
  measure: (child, { period }) => {
    const last = ceasedIn(child, period);
    const care = last && child.periodsOfCare.findLast(({ start }) => start <= last.start);
    return care && { numerator: last.end - care.start, denominator: 1, on: last.end };
  },
});

const ageAtEntry = defineIndicator({
  id: 'age-at-entry',
  title: 'Average age at entry to care',
  definition: 'Mean of completed years at the first start in the period.',
  population: 'children who started to be looked after in the period and whose date of birth is known',
  unit: 'years',
  polarity: 'neutral',
  kind: 'flow',
  source: 'Leicestershire 2008, section 2; sufficiency strategy 2017-21, section 2.3',
  certainty: 'proposed',
  requirements: ['CORE-14', 'D-IND-21'],
  among: 'looked after in the period',
  measure: (child, { period }) => {
    const first = startedIn(child, period);
    const age = first && child.ageOn(first.start);
    return age === undefined || Number.isNaN(age)
      ? undefined
      : { numerator: age, denominator: 1, on: first!.start };
  },
});

const inCareFor12Months = defineIndicator({
  id: 'in-care-12-months',
  title: 'Children looked after for at least 12 months',
  definition:
    'Children looked after continuously for the twelve months that end on the last day of the period, without a short ' +
    'break in that time.',
  population: 'children the council is responsible for',
  unit: 'count',
  polarity: 'neutral',
  kind: 'stock',
  source: 'SSDA903 outcome indicators (OC2) cohort; cohorts section 5',
  certainty: 'published',
  requirements: ['CORE-08', 'CORE-09'],
  among: 'looked after in the period',
  measure: (child, { period }) => (lookedAfterFor12Months(child, period.end) ? true : undefined),
});

const unaccompanied = defineIndicator({
  id: 'unaccompanied-children',
  title: 'Unaccompanied asylum-seeking children in care',
  definition:
    'Children in care on the last day of the period who are unaccompanied asylum-seeking children on that day.',
  population: 'children in care on the last day of the period',
  unit: 'count',
  polarity: 'neutral',
  kind: 'stock',
  source: 'SSDA903 UASC table; cohorts section 13',
  certainty: 'proposed',
  requirements: ['CORE-01', 'D-CHI-24'],
  among: 'in care at the end',
  measure: (child, { period }) =>
    child.isLookedAfter(period.end) && child.unaccompaniedOn(period.end) ? true : undefined,
});

const disabled = defineIndicator({
  id: 'disability-recorded',
  title: 'Children in care with a disability recorded',
  definition: 'Share of children in care on the last day of the period with a disability on record.',
  population:
    'children in care on the last day of the period whose record says whether there is a disability',
  unit: 'percent',
  polarity: 'neutral',
  kind: 'stock',
  source: 'sufficiency strategy 2017-21, section 2.3',
  certainty: 'proposed',
  requirements: ['CORE-01', 'D-CHI-13', 'D-IND-07'],
  needs: ({ input }) => input.some(({ disabled: recorded }) => recorded !== undefined),
  among: 'in care at the end',
  measure: (child, { period }) => (child.isLookedAfter(period.end) ? child.disabled : undefined),
});

const dischargesAsShare = defineIndicator({
  id: 'discharges-as-share',
  title: 'Children who left as a share of children in care',
  definition:
    'Children who ceased to be looked after in the period, in percent of children in care on its last day.',
  population: 'children in care on the last day of the period',
  unit: 'percent',
  polarity: 'neutral',
  kind: 'flow',
  source: 'sufficiency strategy 2017-21, section 2.3',
  certainty: 'published',
  requirements: ['D-CHI-29'],
  derivedFrom: ['ceased-in-year', 'children-in-care'],
  combine: ([ceased, inCare]) => (inCare! > 0 ? (ceased! / inCare!) * 100 : null),
});

/** Who is in care, who came and who left. */
export const childrenIndicators = [
  childrenInCare,
  childrenInCareRate,
  lookedAfterInYear,
  startedInYear,
  ceasedInYear,
  timeInCare,
  ageAtEntry,
  inCareFor12Months,
  unaccompanied,
  disabled,
  dischargesAsShare,
];
