import {
  type Child,
  type Day,
  defineIndicator,
  holdsAny,
  type Inside,
  type MeasuredIndicator,
  within,
} from '@cic/core';
import { CARE_LEAVER_AGES, PLANNED_FOR, plannedFor } from '../facts/people.ts';
import { codeSets } from '../generated/codeSets.ts';
import { type AdultTransition, adultTransition } from '../generated/records.ts';
import { DERBY, SUFFICIENCY } from '../sources.ts';
import { counting } from './shared.ts';

/** The transition under way on a day: seen by then, neither handed over nor fallen away before. */
export const transitionOn = (child: Child, on: Day): Inside<AdultTransition> | undefined =>
  child
    .records(adultTransition)
    .findLast(
      ({ identified, transferred, ended }) =>
        identified <= on &&
        (transferred === undefined || transferred > on) &&
        (ended === undefined || ended > on),
    );

const ITEMS = codeSets.TRANSITION_ITEM.values;

/** What is still open of education, training, employment, accommodation, benefits and health, as at a day. */
export const openItems = ({ checklist = [] }: Inside<AdultTransition>, on: Day): readonly string[] =>
  ITEMS.filter(
    (item) =>
      !checklist.some(
        (line) => line.item === item && line.state !== 'open' && (line.on === undefined || line.on <= on),
      ),
  );

const transferred = counting(
  {
    id: 'adult-care-transitions',
    title: 'Young people taken over by adult social care',
    definition: 'Young people whom adult services took over in the period; by service.',
    population: 'young people taken over by adult services in the period',
    source: SUFFICIENCY,
    certainty: 'published',
    requirements: ['D-LEA-30'],
    restsOn: [adultTransition],
  },
  (child, { period }) => {
    const one = child.records(adultTransition).find((record) => within(record.transferred, period));
    return one && { numerator: 1, denominator: 1, on: one.transferred! };
  },
);

const UNDER_WAY = 'young people with a transition to adult services under way on the last day of the period';

const ofTransitions = (
  about: Pick<MeasuredIndicator, 'id' | 'title' | 'requirements'> & { readonly words: string },
  so: (transition: Inside<AdultTransition>, on: Day) => boolean,
): MeasuredIndicator =>
  defineIndicator({
    id: about.id,
    title: about.title,
    definition: `Of ${UNDER_WAY}, the share ${about.words}.`,
    population: UNDER_WAY,
    unit: 'percent',
    polarity: 'higher',
    kind: 'stock',
    source: DERBY,
    certainty: 'proposed',
    requirements: about.requirements ?? [],
    restsOn: [adultTransition],
    measure: (child, { period: { end } }) => {
      const transition = transitionOn(child, end);
      return transition && so(transition, end);
    },
  });

const planned = ofTransitions(
  {
    id: 'transition-plan-in-place',
    title: 'Transitions to adult services with a plan',
    words: 'with a transition plan agreed by then',
    requirements: ['D-LEA-30', 'LVC-19'],
  },
  (one, on) => one.planned !== undefined && one.planned <= on,
);

const settled = ofTransitions(
  {
    id: 'transition-checklist-settled',
    title: 'Transitions to adult services with everything settled',
    words:
      'for whom education, training, employment, accommodation, benefits and health are each settled or not needed',
    requirements: ['LVC-19'],
  },
  (one, on) => openItems(one, on).length === 0,
);

const disabledPlanned = defineIndicator({
  id: 'disabled-young-people-with-transition-plan',
  title: 'Disabled young people with a transition plan',
  definition: `Of ${PLANNED_FOR}, as at the last day of the period, who have a disability on record, the share with a transition plan agreed or handed over by then, or a note that none is needed.`,
  population: `${PLANNED_FOR}, as at the last day of the period, with a disability on record`,
  unit: 'percent',
  polarity: 'higher',
  kind: 'stock',
  source:
    'Looked after and adopted children strategy 2012-15, section 6.3.3i; sufficiency strategy 2017-21, aim 6',
  certainty: 'proposed',
  requirements: ['LVC-07'],
  needs: holdsAny(adultTransition),
  ages: CARE_LEAVER_AGES,
  measure: (child, { period: { end } }) => {
    if (child.disabled !== true || !plannedFor(child, end)) return undefined;
    return child
      .records(adultTransition)
      .some((one) => [one.planned, one.transferred, one.ended].some((on) => on !== undefined && on <= end));
  },
});

/** On the way to adult services. */
export const transitionIndicators: readonly MeasuredIndicator[] = [
  transferred,
  planned,
  settled,
  disabledPlanned,
];
