import { type Check, type Child, defineCheck, type Inside, type RecordType } from '@cic/core';
import {
  type AdultHealthTransition,
  adultHealthTransition,
  growthMeasurement,
  type HealthAssessment,
  type HealthHistorySummary,
  type HealthNotification,
  type HealthReferral,
  healthAssessment,
  healthCheck,
  healthHistorySummary,
  healthNotification,
  healthReferral,
  immunisation,
  immunisationStatus,
  type StrengthsAndDifficulties,
  type SubstanceMisuse,
  strengthsAndDifficulties,
  substanceMisuse,
  transitionHealthCheck,
  wellbeingAssessment,
  wellbeingResponse,
} from '../generated/records.ts';
import { type Order, outOfOrder, repeated, written } from './shared.ts';

/** Records about something that has happened, with the property that says when. */
const HAPPENED: readonly { readonly type: RecordType<object>; readonly on: string }[] = [
  { type: healthAssessment, on: 'held' },
  { type: healthCheck, on: 'held' },
  { type: immunisation, on: 'given' },
  { type: immunisationStatus, on: 'asAt' },
  { type: strengthsAndDifficulties, on: 'completed' },
  { type: growthMeasurement, on: 'measured' },
  { type: substanceMisuse, on: 'screened' },
  { type: healthReferral, on: 'referred' },
  { type: transitionHealthCheck, on: 'held' },
  { type: wellbeingAssessment, on: 'assessed' },
  { type: wellbeingResponse, on: 'answered' },
] as unknown as readonly { type: RecordType<object>; on: string }[];

const impossibleDay = defineCheck({
  id: 'health-impossible-day',
  title: 'Health record before birth or in the future',
  record: healthAssessment.id,
  fix: 'Correct the day of the record, or the date of birth.',
  *find(child, { asAt }) {
    for (const { type, on } of HAPPENED) {
      for (const record of child.records(type) as readonly Readonly<Record<string, number | undefined>>[]) {
        const day = record[on];
        if (day === undefined) continue;
        const what = `${type.title} of ${written(day)}`;
        if (day < child.born) yield `${what} lies before the birth of the child on ${written(child.born)}`;
        else if (day > asAt) yield `${what} lies after ${written(asAt)}, the last day that is known`;
      }
    }
  },
});

const assessmentOrder: readonly Order<Inside<HealthAssessment>>[] = [
  { first: 'requested', last: 'held', wrong: 'the child was seen before the assessment was asked for' },
  { first: 'held', last: 'reported', wrong: 'the report came before the child was seen' },
];
const referralOrder: readonly Order<Inside<HealthReferral>>[] = [
  { first: 'referred', last: 'seen', wrong: 'the child was seen before the referral' },
  { first: 'referred', last: 'answered', wrong: 'the answer came before the referral' },
  { first: 'seen', last: 'closed', wrong: 'it was closed before the child was seen' },
];
const misuseOrder: readonly Order<Inside<SubstanceMisuse>>[] = [
  { first: 'identified', last: 'interventionStarted', wrong: 'help started before the problem was found' },
  { first: 'interventionOffered', last: 'interventionStarted', wrong: 'help started before it was offered' },
  { first: 'identified', last: 'ended', wrong: 'it ended before the problem was found' },
];
const sdqOrder: readonly Order<Inside<StrengthsAndDifficulties>>[] = [
  { first: 'sent', last: 'completed', wrong: 'the questionnaire was completed before it was sent' },
];
const notificationOrder: readonly Order<Inside<HealthNotification>>[] = [
  { first: 'event', last: 'notified', wrong: 'health was told before it happened' },
];
const summaryOrder: readonly Order<Inside<HealthHistorySummary>>[] = [
  { first: 'offered', last: 'given', wrong: 'the summary was given before it was offered' },
];
const adultOrder: readonly Order<Inside<AdultHealthTransition>>[] = [
  { first: 'identified', last: 'transferred', wrong: 'the move was over before the need for it was seen' },
];

const order = <T extends object>(
  type: RecordType<T>,
  orders: readonly Order<Inside<T>>[],
  noun: string,
): Check =>
  defineCheck({
    id: `${type.id}-order`,
    title: `Days of ${noun} in the wrong order`,
    record: type.id,
    fix: 'Correct the day that is wrong; leave it out where it is not known.',
    find: (child) => outOfOrder<Inside<T> & object>(child.records(type), orders, () => type.title),
  });

/** Two of a kind on one day, which would count twice. */
const twice = <T extends object>(
  type: RecordType<T>,
  noun: string,
  key: (record: Inside<T>) => string | undefined,
): Check =>
  defineCheck({
    id: `${type.id}-twice`,
    title: `Two ${noun} on one day`,
    record: type.id,
    fix: 'Keep one of them; correct the day of the other if it was another day.',
    *find(child: Child) {
      for (const record of repeated(child.records(type), key))
        yield `${type.title}: there are two for ${key(record)!.replace('|', ' on ')}`;
    },
  });

const dated = (kind: string, day: number | undefined): string | undefined =>
  day === undefined ? undefined : `${kind}|${written(day)}`;

/** Days that cannot be, stand in the wrong order, or come twice. */
export const dateChecks: readonly Check[] = [
  impossibleDay,
  order(healthAssessment, assessmentOrder, 'a health assessment'),
  order(healthReferral, referralOrder, 'a referral'),
  order(substanceMisuse, misuseOrder, 'a substance misuse record'),
  order(strengthsAndDifficulties, sdqOrder, 'a questionnaire'),
  order(healthNotification, notificationOrder, 'a notification'),
  order(healthHistorySummary, summaryOrder, 'a health history summary'),
  order(adultHealthTransition, adultOrder, 'a move to adult services'),
  twice(healthAssessment, 'health assessments', ({ kind, held }) => dated(kind, held)),
  twice(healthCheck, 'health checks', ({ kind, status, held }) =>
    status === 'completed' ? dated(kind, held) : undefined,
  ),
  twice(strengthsAndDifficulties, 'questionnaires', ({ informant, completed }) =>
    dated(informant, completed),
  ),
  twice(immunisation, 'doses', ({ vaccine, given }) => dated(vaccine, given)),
  twice(growthMeasurement, 'measurements', ({ measured }) => dated('measurement', measured)),
];
