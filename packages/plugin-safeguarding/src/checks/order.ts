import { type Check, type Day, defineCheck, formatIsoDate, type Inside, type RecordType } from '@cic/core';
import {
  allegation,
  childProtectionPlan,
  complaint,
  dispute,
  exploitationAssessment,
  informationShared,
  missingIncident,
  offence,
  outOfAreaNotification,
  restorativeIntervention,
  returnHomeInterview,
  section47Enquiry,
  securePlacement,
  secureReview,
  seriousIncident,
  strategyDiscussion,
  victimIncident,
  youthJusticePlan,
  youthJusticeReferral,
} from '../generated/records.ts';

/** Properties of a record that hold a day. */
type DayOf<T extends object> = {
  [Property in keyof Inside<T>]-?: Inside<T>[Property] extends Day | undefined
    ? Exclude<Inside<T>[Property], undefined> extends string | boolean
      ? never
      : Property
    : never;
}[keyof Inside<T>] &
  string;

/** A record type with pairs of days of which the first cannot be after the second. */
interface Order {
  readonly type: RecordType<object>;
  readonly pairs: readonly (readonly [earlier: string, later: string])[];
}

const order = <T extends object>(
  type: RecordType<T>,
  ...pairs: readonly (readonly [DayOf<T>, DayOf<T>])[]
): Order => ({ type: type as RecordType<object>, pairs });

/** Days of one record that have to come in this order. */
const ORDERS: readonly Order[] = [
  order(missingIncident, ['start', 'end']),
  order(returnHomeInterview, ['returned', 'offered'], ['returned', 'held'], ['returned', 'declined']),
  order(exploitationAssessment, ['assessed', 'closed'], ['assessed', 'reviewDue']),
  order(offence, ['committed', 'disposed']),
  order(youthJusticeReferral, ['identified', 'referred'], ['referred', 'accepted'], ['accepted', 'ended']),
  order(youthJusticePlan, ['start', 'end']),
  order(victimIncident, ['occurred', 'reportedToPolice'], ['occurred', 'supportOffered']),
  order(securePlacement, ['start', 'end']),
  order(allegation, ['raised', 'designatedOfficerTold'], ['raised', 'concluded']),
  order(outOfAreaNotification, ['consulted', 'placed']),
  order(dispute, ['raised', 'due'], ['raised', 'resolved']),
  order(section47Enquiry, ['start', 'end'], ['start', 'conference']),
  order(childProtectionPlan, ['start', 'end']),
  order(complaint, ['received', 'responded']),
  order(
    seriousIncident,
    ['occurred', 'known'],
    ['known', 'notified'],
    ['occurred', 'notified'],
    ['notified', 'rapidReview'],
  ),
];

const dates: readonly Check[] = ORDERS.map(({ type, pairs }) =>
  defineCheck({
    id: `${type.id}-dates`,
    title: `${type.title}: days in an impossible order`,
    record: type.id,
    fix: 'Look the days up in the case file and correct the one that is wrong.',
    *find(child) {
      for (const record of child.records(type)) {
        const facts = record as Readonly<Record<string, Day | undefined>>;
        for (const [earlier, later] of pairs) {
          const [a, b] = [facts[earlier], facts[later]];
          if (a !== undefined && b !== undefined && b < a) {
            yield `${later} is ${formatIsoDate(b)}, before ${earlier} on ${formatIsoDate(a)}`;
          }
        }
      }
    },
  }),
);

/** Record types whose first day has to lie between birth and today. */
const DATED: readonly RecordType<object>[] = [
  ...ORDERS.map(({ type }) => type),
  secureReview,
  strategyDiscussion,
  informationShared,
  restorativeIntervention,
].map((type) => type as RecordType<object>);

/** What is known of a child may be said, and done, before the birth: a protection plan, a placement agreed. */
const BEFORE_BIRTH = new Set(
  [outOfAreaNotification, section47Enquiry, childProtectionPlan, strategyDiscussion, informationShared].map(
    ({ id }) => id,
  ),
);

const lifetime = defineCheck({
  id: 'safeguarding-before-birth-or-in-future',
  title: 'Safeguarding record from before birth or of the future',
  record: 'child',
  fix: 'Correct the day of the record, or the date of birth.',
  *find(child, { asAt }) {
    for (const type of DATED) {
      const { from } = type;
      if (from === undefined) continue;
      for (const record of child.records(type)) {
        const on = (record as Readonly<Record<string, Day | undefined>>)[from];
        if (on === undefined) continue;
        if (on < child.born && !BEFORE_BIRTH.has(type.id)) {
          yield `${type.title}: ${from} is ${formatIsoDate(on)}, before the child was born on ${formatIsoDate(child.born)}`;
        }
        if (on > asAt) yield `${type.title}: ${from} is ${formatIsoDate(on)}, after ${formatIsoDate(asAt)}`;
      }
    }
  },
});

/** Days that cannot be. */
export const orderChecks = [...dates, lifetime];
