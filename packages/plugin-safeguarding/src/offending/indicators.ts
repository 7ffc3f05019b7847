import {
  defineIndicator,
  financialYearOf,
  holdsAny,
  lookedAfterFor12Months,
  type Measure,
  type MeasureContext,
  parseIsoDate,
  previousPeriod,
} from '@cic/core';
import { statutoryOutcomes } from '@cic/core/records';
import { codeSets } from '../generated/codeSets.ts';
import { offence, restorativeIntervention } from '../generated/records.ts';
import { countIn, shareIn } from '../measures.ts';
import { enteredYouthJustice, offendingIn, outcomeDay } from './outcomes.ts';

const CRIMINAL_RESPONSIBILITY = 10;
const needs = holdsAny(offence, statutoryOutcomes);

/** The statutory cohort: looked after for the twelve months, and ten or over on the last day. */
const inCohort: Measure = (child, { period: { end } }) =>
  child.ageOn(end) >= CRIMINAL_RESPONSIBILITY && child.ageOn(end) < 18 && lookedAfterFor12Months(child, end);

const convicted: Measure = (child, context) =>
  inCohort(child, context) === true
    ? (offendingIn(child, context.period)?.convictedOrCautioned ?? false)
    : undefined;

const convictedOrCautioned = defineIndicator({
  id: 'convicted-or-cautioned',
  title: 'Children convicted or cautioned',
  definition:
    'Of children aged 10 to 17 on the last day of the period who have been looked after continuously for 12 months, the ' +
    'share convicted or subject to a youth caution or youth conditional caution in the period. From the register of ' +
    'offences; where that has nothing on the child, from the statutory return.',
  population: 'children aged 10 to 17 looked after for at least 12 months on the last day of the period',
  unit: 'percent',
  polarity: 'lower',
  kind: 'flow',
  codes: [{ scheme: 'SSDA903', code: 'OC2 CONVICTED' }],
  source: 'SSDA903 outcome indicators (OC2); cohorts section 5',
  certainty: 'published',
  from: 2014,
  requirements: ['SAF-09', 'IND-03'],
  among: 'looked after in the period',
  needs,
  measure: convicted,
  versions: [
    {
      to: 2013,
      definition:
        'Of children aged 10 to 17 on the last day of the period who have been looked after continuously for 12 months, ' +
        'the share convicted or given a final warning or reprimand in the period (Leicestershire 2008, appendix 1).',
      measure: convicted,
    },
  ],
});

const convictedOrCautionedAll = defineIndicator({
  id: 'convicted-or-cautioned-all-ages',
  title: 'Children in care convicted, warned or cautioned, all ages',
  definition:
    'Of all children in care on the last day of the period, of any age, the share convicted, or given a final warning, a ' +
    'reprimand or a youth caution, in the period.',
  population: 'children in care on the last day of the period',
  unit: 'percent',
  polarity: 'lower',
  kind: 'flow',
  source: 'Derby strategy 2012-15, section 6.3.1',
  certainty: 'published',
  requirements: ['SAF-09'],
  among: 'in care at the end',
  needs,
  measure: (child, { period }) =>
    child.isLookedAfter(period.end) ? (offendingIn(child, period)?.convictedOrCautioned ?? false) : undefined,
});

/** The share of all children convicted or cautioned, in percent, that the council gives for the year of a period. */
function localPercent({ council, period }: MeasureContext): number | undefined {
  const year = financialYearOf(period.end);
  return council.comparators.find(
    ({ indicator, comparator, period: { end } }) =>
      indicator === 'convicted-or-cautioned' &&
      comparator === 'all-children' &&
      financialYearOf(parseIsoDate(end)) === year,
  )?.value;
}

const offendingRatio = defineIndicator({
  id: 'offending-ratio',
  title: 'Offending of children in care against all children',
  definition:
    'How many times more often children aged 10 to 17 looked after for 12 months are convicted or cautioned than all ' +
    'children of these ages in the area: those convicted or cautioned, divided by the number there would be at the rate ' +
    'of all children. That rate is the council’s comparator "all children" of the indicator convicted-or-cautioned for ' +
    'the same year; without it there is no ratio.',
  population: 'children aged 10 to 17 looked after for at least 12 months on the last day of the period',
  unit: 'ratio',
  polarity: 'lower',
  kind: 'flow',
  codes: [
    { scheme: 'PAF', code: 'C18' },
    { scheme: 'PAF', code: 'CI8' },
  ],
  source: 'PAF C18; Leicestershire 2008, section 8 and appendix 1',
  certainty: 'from memory',
  requirements: ['SAF-10', 'IND-26', 'IND-31'],
  among: 'looked after in the period',
  needs,
  measure: (child, context) => {
    const verdict = convicted(child, context);
    const percent = verdict === undefined ? undefined : localPercent(context);
    return percent === undefined
      ? undefined
      : { numerator: verdict === true ? 1 : 0, denominator: percent / 100 };
  },
});

const entrant =
  (periodOf: (context: MeasureContext) => { readonly start: number; readonly end: number }): Measure =>
  (child, context) => {
    const on = enteredYouthJustice(child);
    const { start, end } = periodOf(context);
    return on !== undefined && on >= start && on <= end && child.isLookedAfter(on)
      ? { numerator: 1, denominator: 1, on }
      : undefined;
  };

const firstTimeEntrants = defineIndicator({
  id: 'first-time-entrants',
  title: 'First-time entrants to the youth justice system',
  definition:
    'Children whose first caution or conviction fell in the period, and who were looked after on that day.',
  population: 'children looked after',
  unit: 'count',
  polarity: 'lower',
  kind: 'flow',
  source: 'Leicestershire 2008, section 8',
  certainty: 'proposed',
  requirements: ['SAF-18'],
  restsOn: [offence],
  reach: 0,
  measure: entrant(({ period }) => period),
});

const firstTimeEntrantsBefore = defineIndicator({
  id: 'first-time-entrants-before',
  title: 'First-time entrants in the period before',
  definition: 'As first-time entrants, in the period of the same kind before this one.',
  population: 'children looked after',
  unit: 'count',
  polarity: 'lower',
  kind: 'flow',
  source: 'Leicestershire 2008, section 8',
  certainty: 'proposed',
  restsOn: [offence],
  measure: entrant(({ period }) => previousPeriod(period)),
});

const PERCENT = 100;

const firstTimeEntrantsChange = defineIndicator({
  id: 'first-time-entrants-change',
  title: 'Change in first-time entrants',
  definition:
    'Change of the number of first-time entrants since the period before, in percent of that number.',
  population: 'children looked after',
  unit: 'percent',
  polarity: 'lower',
  kind: 'flow',
  source: 'Leicestershire 2008, section 8',
  certainty: 'proposed',
  requirements: ['SAF-18', 'IND-27'],
  derivedFrom: ['first-time-entrants', 'first-time-entrants-before'],
  combine: ([now, before]) => (before! > 0 ? ((now! - before!) / before!) * PERCENT : null),
});

const STRATEGY = 'children in care strategy 2019-21, priority 2';

const outcomesIn = (group: 'caution' | 'conviction' | 'informal', words: string, title: string) =>
  countIn(
    {
      id: `offence-outcomes-${group}`,
      title,
      definition: `Offences and incidents of children the council knows that ended in the period with ${words}.`,
      polarity: group === 'informal' ? 'neutral' : 'lower',
      source: STRATEGY,
      requirements: ['D-SAF-06'],
    },
    offence,
    outcomeDay,
    ({ disposal }) => disposal !== undefined && codeSets.DISPOSAL.group(disposal) === group,
  );

const offences = countIn(
  {
    id: 'offences',
    title: 'Offences and incidents',
    definition: 'Offences and incidents by children the council knows, on the day they happened.',
    polarity: 'lower',
    source: STRATEGY,
    requirements: ['D-SAF-06'],
  },
  offence,
  ({ committed }) => committed,
);

const reasonableParent = shareIn(
  {
    id: 'reasonable-parent-test',
    title: 'Incidents at home in which the reasonable-parent test was applied',
    definition:
      'Of offences and incidents of the period in the home the child lives in, the share in which the home asked what a ' +
      'reasonable parent would have done.',
    population: 'offences and incidents in the home the child lives in',
    source: STRATEGY,
    requirements: ['D-SAF-06'],
  },
  offence,
  ({ committed }) => committed,
  ({ inPlacement, reasonableParentTest }) => (inPlacement ? reasonableParentTest === true : undefined),
);

const policeCalled = shareIn(
  {
    id: 'police-called-to-placement',
    title: 'Incidents at home to which the police were called',
    definition:
      'Of offences and incidents of the period in the home the child lives in, the share to which the police were called.',
    population: 'offences and incidents in the home for which this is recorded',
    polarity: 'lower',
    source: STRATEGY,
  },
  offence,
  ({ committed }) => committed,
  ({ inPlacement, policeCalled: called }) => (inPlacement ? called : undefined),
);

const restorative = countIn(
  {
    id: 'restorative-interventions',
    title: 'Restorative interventions',
    definition: 'Restorative interventions held with children in the period.',
    polarity: 'neutral',
    source: 'Derby strategy 2012-15, section 6.3.4; Leicestershire 2008, section 8',
    requirements: ['SAF-13'],
  },
  restorativeIntervention,
  ({ held }) => held,
);

const insteadOfPolice = shareIn(
  {
    id: 'restorative-instead-of-police',
    title: 'Restorative interventions instead of calling the police',
    definition:
      'Of restorative interventions in the period, the share where the police would otherwise have been called.',
    population: 'restorative interventions in the period for which this is recorded',
    source: STRATEGY,
  },
  restorativeIntervention,
  ({ held }) => held,
  ({ insteadOfPolice: instead }) => instead,
);

/** Offences, how they were dealt with, and what was done instead. */
export const offendingIndicators = [
  convictedOrCautioned,
  convictedOrCautionedAll,
  offendingRatio,
  firstTimeEntrants,
  firstTimeEntrantsBefore,
  firstTimeEntrantsChange,
  offences,
  outcomesIn('caution', 'a caution (reprimand, final warning, youth caution)', 'Cautions and reprimands'),
  outcomesIn('conviction', 'a conviction', 'Convictions'),
  outcomesIn('informal', 'an informal or restorative response', 'Informal and restorative responses'),
  reasonableParent,
  policeCalled,
  restorative,
  insteadOfPolice,
];
