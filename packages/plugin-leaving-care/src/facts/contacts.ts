import {
  addMonths,
  type Child,
  careLeaverOn,
  type Day,
  financialYearOf,
  type MeasureContext,
  openOn,
  type Period,
  yearEnd,
} from '@cic/core';
import { careLeaverContact } from '@cic/core/records';
import { careLeaverAccommodation, careLeaverActivity, keepingInTouch } from '../generated/records.ts';
import { changeOn } from '../status/status.ts';
import { type FactSource, fromReturn, type Living, ownLivingOn } from './living.ts';

/** What the return says of one care leaver on or around one birthday, with where each answer was found. */
export interface BirthdayContact {
  readonly age: number;
  /** The birthday. */
  readonly on: Day;
  readonly inTouch: string | undefined;
  readonly activity: string | undefined;
  readonly living: Living | undefined;
  readonly sources: Readonly<
    Record<'inTouch' | 'activity' | 'living', FactSource | 'worked-out' | undefined>
  >;
}

/** The return asks for 22 to 25 since about the collection of 2023 (from memory). */
const OLDER_SINCE = 2023;

const first = <T>(...answers: readonly (readonly [T | undefined, FactSource | 'worked-out'])[]) =>
  answers.find(([answer]) => answer !== undefined) ?? ([undefined, undefined] as const);

/** What is known around a birthday: own records in the window, else the return's for that day. */
function contactOn(child: Child, age: number, on: Day, from: Day, to: Day): BirthdayContact {
  const returned = child.records(careLeaverContact).find(({ asAt }) => asAt === on);
  const touches = child.records(keepingInTouch).filter((touch) => touch.on >= from && touch.on <= to);
  const own = touches.some(({ outcome }) => outcome === 'YES') ? 'YES' : touches.at(-1)?.outcome;
  const home = changeOn(child, on)?.reason === 'home-six-months' ? 'RHOM' : undefined;
  const ownActivity =
    child.records(careLeaverActivity).findLast((one) => openOn(one, on)) ??
    child.records(careLeaverActivity).find(({ start }) => start > on && start <= to);
  const next = child.records(careLeaverAccommodation).find(({ start }) => start > on && start <= to);
  const ownLiving: Living | undefined =
    ownLivingOn(child, on) ??
    (next && { kind: next.kind, source: 'own-records', judged: next.suitable, record: next });
  const known = returned?.activity === '0' ? undefined : returned?.activity;
  const [inTouch, touchSource] = first<string>(
    [own, 'own-records'],
    [returned?.inTouch, 'statutory-return'],
    [home, 'worked-out'],
  );
  const [activity, activitySource] = first<string>(
    [ownActivity?.activity, 'own-records'],
    [known, 'statutory-return'],
  );
  const [living, livingSource] = first<Living>(
    [ownLiving, 'own-records'],
    [fromReturn(returned?.accommodation), 'statutory-return'],
  );
  return {
    age,
    on,
    inTouch,
    activity,
    living,
    sources: { inTouch: touchSource, activity: activitySource, living: livingSource },
  };
}

/** Until 21 the months around the birthday; from 22 on, the collection year it falls in. */
function windowOf(age: number, on: Day, parameter: MeasureContext['parameter']): readonly [Day, Day] {
  if (age > 21) return [addMonths(yearEnd(on) + 1, -12), yearEnd(on)];
  return [
    addMonths(on, -parameter('birthday-contact-months-before')),
    addMonths(on, parameter('birthday-contact-months-after')),
  ];
}

/**
 * The contacts the return asks for in a period: one for each birthday from the 17th to the 21st that falls in it (to the
 * 25th since the collection of 2023), of everybody who is a care leaver on that day. Whoever is in care on the 17th or
 * 18th birthday is not asked about.
 * Source: cohorts section 6.
 */
export function contactsIn(
  child: Child,
  period: Pick<Period, 'start' | 'end'>,
  parameter: MeasureContext['parameter'],
): BirthdayContact[] {
  const youngest = child.ageOn(period.start - 1);
  const oldest = child.ageOn(period.end);
  if (!(oldest >= 17 && youngest < 25)) return [];
  const contacts: BirthdayContact[] = [];
  for (let age = Math.max(17, youngest + 1); age <= Math.min(25, oldest); age++) {
    const on = child.birthday(age);
    if (on < period.start || on > period.end || !careLeaverOn(child, on)) continue;
    if (age > 21 && financialYearOf(on) < OLDER_SINCE) continue;
    const [from, to] = windowOf(age, on, parameter);
    contacts.push(contactOn(child, age, on, from, to));
  }
  return contacts;
}

/** Left out of the published base: died, and home with the parents for six months. */
export const inPublishedBase = ({ inTouch }: BirthdayContact): boolean =>
  inTouch !== 'DIED' && inTouch !== 'RHOM';
