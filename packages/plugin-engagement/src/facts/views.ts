import { addMonths, type Child, type Day, type Inside, type MeasureContext, OPEN } from '@cic/core';
import {
  type Consultation,
  consultation,
  type ServiceInformation,
  serviceInformation,
  takingPart,
  type YouSaidWeDid,
} from '../generated/records.ts';

/** What an outcome lacks to be specific, measurable, achievable, realistic and timely; [] for one that is. */
export function notSmart({ action }: Inside<YouSaidWeDid>): string[] {
  if (!action) return ['an action'];
  return [
    ...(action.text.trim() === '' ? ['what is to be done'] : []),
    ...(action.measure === undefined ? ['how to tell that it was done'] : []),
    ...(action.owner === undefined ? ['who does it'] : []),
    ...(action.realistic === true ? [] : ['the agreement of who does it']),
    ...(action.due === undefined ? ['a day'] : []),
  ];
}

/** Whether something was changed because of what was said, and the day the change was made. */
export const changedOn = ({ decision, action }: Inside<YouSaidWeDid>): Day | undefined =>
  decision && decision.outcome !== 'no-change' ? action?.done : undefined;

export interface Repeat {
  readonly before: Inside<Consultation>;
  readonly again: Inside<Consultation>;
  /** Those asked both times. */
  readonly audiences: readonly string[];
}

/** Consultations that ask some of the same people about the same topic within so many months of another. */
export function repeatedConsultations(
  consultations: readonly Inside<Consultation>[],
  months: number,
): Repeat[] {
  const sorted = consultations.toSorted((a, b) => a.opened - b.opened);
  return sorted.flatMap((again, i) =>
    sorted.slice(0, i).flatMap((before): Repeat[] => {
      const audiences = again.audiences.filter((one) => before.audiences.includes(one));
      return before.topic === again.topic &&
        audiences.length > 0 &&
        again.opened < addMonths(before.opened, months)
        ? [{ before, again, audiences }]
        : [];
    }),
  );
}

/** Consultations on the register, by id, that a child was invited to in the twelve months to a day. */
export function askedOf(child: Child, on: Day): string[] {
  const all = child.records(takingPart);
  if (all.length === 0) return [];
  const register = new Set(child.history.otherRecords(consultation).map(({ id }) => id));
  const since = addMonths(on, -12);
  return [
    ...new Set(
      all
        .filter((one) => one.on > since && one.on <= on && register.has(one.activity))
        .map(({ activity }) => activity),
    ),
  ];
}

/** The day a service's information is to be looked at again. */
export const reviewDueOn = (
  { published, reviewDue }: Pick<Inside<ServiceInformation>, 'published' | 'reviewDue'>,
  { parameter }: Pick<MeasureContext, 'parameter'>,
): Day => reviewDue ?? addMonths(published, parameter('information-review-months'));

/** Information a service gives on a day. */
export const informationOn = (
  { history }: Pick<MeasureContext, 'history'>,
  service: string,
  on: Day,
): Inside<ServiceInformation>[] =>
  history
    .otherRecords(serviceInformation)
    .filter((one) => one.service === service && one.published <= on && (one.withdrawn ?? OPEN) > on);
