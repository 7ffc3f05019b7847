import {
  codeSets as coreCodes,
  defineIndicator,
  holdsAny,
  type Measure,
  type MeasuredIndicator,
  type SchemeCode,
  shareOf,
} from '@cic/core';
import { careLeaverContact } from '@cic/core/records';
import { type BirthdayContact, inPublishedBase } from '../facts/contacts.ts';
import { isSuitable, type SuitabilityRule } from '../facts/living.ts';
import { contactsFor } from '../facts/people.ts';
import { careLeaverAccommodation, careLeaverActivity, keepingInTouch } from '../generated/records.ts';
import { RETURN, STRATEGY } from '../sources.ts';

type Ages = readonly [number, number];

const AGES: readonly Ages[] = [
  [17, 17],
  [18, 18],
  [19, 19],
  [20, 20],
  [21, 21],
  [17, 18],
  [19, 21],
  [17, 21],
  [22, 25],
];

const named = ([from, to]: Ages): string => (from === to ? String(from) : `${from} to ${to}`);
const suffix = ([from, to]: Ages): string => (from === to ? String(from) : `${from}-${to}`);

const population = (ages: Ages): string =>
  `care leavers whose ${from(ages)} birthday falls in the period (13 weeks in care since 14, some of it after 16), without those who died or have been home with a parent for six months`;
const from = (ages: Ages): string => (ages[0] === ages[1] ? `${ages[0]}th` : `${ages[0]}th to ${ages[1]}th`);

/** Contacts of an age for which something holds; each counts with its birthday's facts. */
const contactsOf =
  (ages: Ages, holds: (contact: BirthdayContact) => boolean): Measure =>
  (child, context) => {
    const contacts = contactsFor(child, context);
    if (contacts.length === 0) return undefined;
    let numerator = 0;
    let denominator = 0;
    let on = context.period.end;
    for (const contact of contacts) {
      if (contact.age < ages[0] || contact.age > ages[1] || !inPublishedBase(contact)) continue;
      denominator++;
      on = contact.on;
      if (holds(contact)) numerator++;
    }
    return shareOf(numerator, denominator, on);
  };

const isEet = (activity: string | undefined): boolean =>
  activity !== undefined && coreCodes.ACTIV.get(activity)?.inEducationEmploymentOrTraining === true;

const EDUCATION = new Set<string | undefined>(['F1', 'P1', 'F2', 'P2']);

interface Question {
  readonly id: string;
  readonly title: string;
  readonly words: string;
  readonly polarity: 'higher' | 'lower';
  readonly holds: (contact: BirthdayContact, rule: SuitabilityRule) => boolean;
  readonly evidence: MeasuredIndicator['needs'];
  readonly requirements: readonly string[];
  readonly codes?: readonly SchemeCode[];
}

const QUESTIONS: readonly Question[] = [
  {
    id: 'care-leavers-in-touch',
    title: 'Care leavers the council is in touch with',
    words: 'the council was in touch with',
    polarity: 'higher',
    holds: ({ inTouch }) => inTouch === 'YES',
    evidence: holdsAny(careLeaverContact, keepingInTouch),
    requirements: ['D-LEA-12'],
  },
  {
    id: 'care-leavers-eet',
    title: 'Care leavers in education, employment or training',
    words: 'in education, employment or training',
    polarity: 'higher',
    holds: ({ activity }) => isEet(activity),
    evidence: holdsAny(careLeaverContact, careLeaverActivity),
    requirements: ['LVC-04', 'D-LEA-15'],
    codes: [{ scheme: 'NI', code: '148' }],
  },
  {
    id: 'care-leavers-in-education',
    title: 'Care leavers in education',
    words: 'in education, full or part time',
    polarity: 'higher',
    holds: ({ activity }) => EDUCATION.has(activity),
    evidence: holdsAny(careLeaverContact, careLeaverActivity),
    requirements: ['D-LEA-15'],
  },
  {
    id: 'care-leavers-neet',
    title: 'Care leavers not in education, employment or training',
    words: 'known not to be in education, employment or training',
    polarity: 'lower',
    holds: ({ activity }) => activity?.startsWith('G') === true,
    evidence: holdsAny(careLeaverContact, careLeaverActivity),
    requirements: ['D-LEA-15'],
  },
  {
    id: 'care-leavers-suitable-accommodation',
    title: 'Care leavers in suitable accommodation',
    words: 'in suitable accommodation',
    polarity: 'higher',
    holds: ({ living }, rule) => living !== undefined && isSuitable(living, rule),
    evidence: holdsAny(careLeaverContact, careLeaverAccommodation),
    requirements: ['LVC-03', 'D-LEA-07', 'D-LEA-08', 'D-LEA-09'],
    codes: [{ scheme: 'NI', code: '147' }],
  },
];

const DEFINITION = (words: string, ages: Ages, rule: SuitabilityRule, question: Question): string =>
  `Of ${population(ages)}, the share ${words} on or around that birthday, from three months before to one month after. Those of whom nothing is known stay in the base.` +
  (question.id.includes('suitable') ? ` ${rule.words}` : '');

const ofAges = (question: Question, ages: Ages, rule: SuitabilityRule): MeasuredIndicator =>
  defineIndicator({
    id: `${question.id}-${suffix(ages)}`,
    title: `${question.title}, ${named(ages)}`,
    definition: DEFINITION(question.words, ages, rule, question),
    population: population(ages),
    unit: 'percent',
    polarity: question.polarity,
    kind: 'flow',
    source: RETURN,
    certainty: 'from memory',
    requirements: question.requirements,
    needs: question.evidence!,
    ages,
    ...(question.codes && ages[0] === 19 && ages[1] === 19 ? { codes: question.codes } : {}),
    measure: contactsOf(ages, (contact) => question.holds(contact, rule)),
  });

/**
 * The headline figures, without an age in their name: of 17 to 21 since 2015/16, of 19 to 21 before (the return's ages
 * of the time), or of the ages the council chose. A trend stops where the ages changed.
 */
function headline(question: Question, rule: SuitabilityRule, chosen?: Ages): MeasuredIndicator {
  const ages = chosen ?? [17, 21];
  const before: Ages = [19, 21];
  const holds = (contact: BirthdayContact): boolean => question.holds(contact, rule);
  return defineIndicator({
    id: question.id,
    title: question.title,
    definition: DEFINITION(question.words, ages, rule, question),
    population: population(ages),
    unit: 'percent',
    polarity: question.polarity,
    kind: 'flow',
    source: `${RETURN}; ${STRATEGY}`,
    certainty: 'from memory',
    requirements: question.requirements,
    needs: question.evidence!,
    ages,
    ...(chosen
      ? {}
      : {
          versions: [
            {
              to: 2015,
              definition: DEFINITION(question.words, before, rule, question),
              measure: contactsOf(before, holds),
            },
          ],
        }),
    measure: contactsOf(ages, holds),
  });
}

/** What the statutory return asks of care leavers, by age. */
export const returnedIndicators = (rule: SuitabilityRule, chosen?: Ages): MeasuredIndicator[] =>
  QUESTIONS.flatMap((question) => [
    headline(question, rule, chosen),
    ...AGES.map((ages) => ofAges(question, ages, rule)),
  ]);
