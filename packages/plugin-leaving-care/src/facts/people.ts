import {
  type Child,
  type Council,
  type Day,
  type MeasureContext,
  oncePerChild,
  type Period,
} from '@cic/core';
import { supportRequest } from '../generated/records.ts';
import { type LeavingCareStatus, statusOn } from '../status/status.ts';
import { type BirthdayContact, contactsIn } from './contacts.ts';

type Context = Pick<MeasureContext, 'parameter'>;

interface Served {
  on: Day;
  parameter: MeasureContext['parameter'] | undefined;
  status: LeavingCareStatus | undefined;
  age: number;
}

const served = oncePerChild(
  (): Served => ({ on: Number.NaN, parameter: undefined, status: undefined, age: Number.NaN }),
);

/** Status and age on a day: dozens of indicators ask for them in a row. */
function servedOn(child: Child, on: Day, { parameter }: Context): Served {
  const page = served(child);
  if (page.on === on && page.parameter === parameter) return page;
  const status = statusOn(child, on);
  page.on = on;
  page.parameter = parameter;
  page.age = status === undefined ? Number.NaN : child.ageOn(on);
  page.status = page.age <= parameter('leaving-care-last-age') ? status : undefined;
  return page;
}

/** The status on a day, up to the last age in which the council counts somebody as a care leaver. */
export const servedStatus = (child: Child, on: Day, context: Context): LeavingCareStatus | undefined =>
  servedOn(child, on, context).status;

export const CARE_LEAVERS = 'relevant and former relevant young people on the last day of the period';

/** The ages of relevant and former relevant young people. */
export const CARE_LEAVER_AGES = [16, 25] as const;

/** Relevant or former relevant on a day, of an age from one to another. */
export function careLeaverAt(
  child: Child,
  on: Day,
  context: Context,
  [from, to]: readonly [number, number] = CARE_LEAVER_AGES,
): boolean {
  const { status, age } = servedOn(child, on, context);
  return (status === 'relevant' || status === 'former-relevant') && age >= from && age <= to;
}

/** Whether somebody of 21 or over is supported on a day because they asked to be. */
export const supportedFrom21 = (child: Child, on: Day): boolean =>
  child
    .records(supportRequest)
    .some(
      ({ requested, declined, ended }) =>
        requested <= on && (declined === undefined || declined > on) && (ended === undefined || ended > on),
    );

export const PLANNED_FOR =
  'eligible and relevant young people, former relevant ones until 21, and until 25 where they asked for support';

/** Whom the council owes an adviser and a pathway plan: see {@link PLANNED_FOR}. */
export function plannedFor(child: Child, on: Day): boolean {
  const status = statusOn(child, on);
  if (status === 'eligible' || status === 'relevant') return true;
  if (status !== 'former-relevant') return false;
  const age = child.ageOn(on);
  return age < 21 || (age < 25 && supportedFrom21(child, on));
}

interface Kept {
  council?: Council;
  period?: Period;
  contacts: readonly BirthdayContact[];
}

const kept = oncePerChild((): Kept => ({ contacts: [] }));

/** {@link contactsIn}, worked out once for a child and period however many indicators ask. */
export function contactsFor(
  child: Child,
  { period, council, parameter }: MeasureContext,
): readonly BirthdayContact[] {
  const page = kept(child);
  if (page.period !== period || page.council !== council) {
    page.contacts = contactsIn(child, period, parameter);
    page.period = period;
    page.council = council;
  }
  return page.contacts;
}
