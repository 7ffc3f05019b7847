import {
  addMonths,
  type Child,
  type Day,
  type DutyContext,
  type DutyEvent,
  dayOf,
  defineDuty,
  dutyEvent,
  financialYearOf,
  onceFrom,
  oncePerChild,
} from '@cic/core';
import { totalOf } from '../facts/sdq.ts';
import { IMMUNISATION_GRACE_DAYS } from '../facts/yearly.ts';
import { healthCheck, immunisation, strengthsAndDifficulties } from '../generated/records.ts';
import { type DueDose, dosesByGroup, immunisationSchedule } from '../immunisations/schedule.ts';
import { GUIDANCE } from '../parameters.ts';
import { isAged, runsOf } from './runs.ts';

/** Days of completed checks of one kind, in order, each once. */
const checkDays = (wanted: string) =>
  oncePerChild((child): readonly Day[] => {
    const days = new Set<Day>();
    for (const { kind, status, held } of child.records(healthCheck))
      if (kind === wanted && status === 'completed' && held !== undefined) days.add(held);
    return [...days];
  });

const [dentalDays, eyeDays, hearingDays] = [checkDays('dental'), checkDays('optical'), checkDays('hearing')];

export const dentalCheck = defineDuty({
  id: 'dental-check',
  title: 'Dental check',
  definition:
    'Teeth are checked by a dentist within 12 months of starting to be looked after, and of each check after that.',
  source: 'SSDA903 OC2.TEETH_CHECK; children in care strategy 2019-21, health standard 3',
  inCareOnly: true,
  evidence: [healthCheck],
  owner: 'social worker',
  requirements: ['D-HEA-09'],
  *events(child, context) {
    for (const care of child.periodsOfCare)
      yield* runsOf(care, dentalDays(child), context, (from) =>
        addMonths(from, context.parameter('dental-check-months', from)),
      );
  },
});

export const eyeTest = defineDuty({
  id: 'eye-test',
  title: 'Eye test',
  definition:
    'Eyes are tested within 12 months of starting to be looked after or of the fourth birthday, and of each test after that.',
  source: 'children in care strategy 2019-21, health standard 4',
  inCareOnly: true,
  evidence: [healthCheck],
  owner: 'social worker',
  requirements: ['D-HEA-09'],
  *events(child, context) {
    const four = child.birthday(4);
    for (const { start: entered, end } of child.periodsOfCare) {
      const start = Math.max(entered, four);
      if (start < end)
        yield* runsOf({ start, end }, eyeDays(child), context, (from) =>
          addMonths(from, context.parameter('eye-test-months', from)),
        );
    }
  },
});

export const hearingScreening = defineDuty({
  id: 'hearing-screening',
  title: 'Hearing screening at school entry',
  definition:
    'The hearing of a child in care between the fourth and the sixth birthday is checked by the sixth birthday.',
  source:
    'healthy child programme, school entry hearing screen; children in care strategy 2019-21, health standard 5',
  inCareOnly: true,
  evidence: [healthCheck],
  owner: 'designated nurse',
  requirements: ['D-HEA-09'],
  *events(child, { asAt, dueFrom = child.born }) {
    if (!isAged(child, [4, 6], dueFrom, asAt)) return;
    const [four, six] = [child.birthday(4), child.birthday(6)];
    const care = child.periodsOfCare.find(({ start, end }) => start < six && end > four);
    if (!care) return;
    const start = Math.max(care.start, four);
    const done = hearingDays(child)
      .filter((on) => on >= four)
      .map((on) => Math.max(on, start));
    yield onceFrom(start, six, done, care.end);
  },
});

const given = oncePerChild((child) => dosesByGroup(child.records(immunisation)));
const schedule = oncePerChild(({ born, sex }) => immunisationSchedule(born, sex));

/** Ages at which the schedule asks for anything. */
const SCHEDULED_AGES = [0, 15] as const;

/** One visit of the schedule: every dose due on one day. */
function* visits(child: Child, { asAt, dueFrom = child.born }: DutyContext): Generator<DutyEvent> {
  if (!isAged(child, SCHEDULED_AGES, dueFrom - IMMUNISATION_GRACE_DAYS, asAt)) return;
  const byDay = new Map<Day, DueDose[]>();
  for (const dose of schedule(child)) {
    if (dose.dueOn > asAt) break;
    if (dose.dueOn + IMMUNISATION_GRACE_DAYS < dueFrom) continue;
    const others = byDay.get(dose.dueOn);
    if (others) others.push(dose);
    else byDay.set(dose.dueOn, [dose]);
  }
  for (const [on, doses] of byDay) {
    const care = child.periodOn(on);
    if (!care) continue;
    const last = Math.max(
      on,
      ...doses.map(({ group, dose }) => given(child).get(group)?.[dose - 1] ?? Number.NaN),
    );
    yield Number.isNaN(last)
      ? dutyEvent(on, on + IMMUNISATION_GRACE_DAYS, undefined, care.end)
      : dutyEvent(on, on + IMMUNISATION_GRACE_DAYS, last);
  }
}

export const immunisations = defineDuty({
  id: 'immunisation',
  title: 'Immunisation by the national schedule',
  definition:
    'The doses that fall due while a child is looked after are given within four weeks of the age of the schedule.',
  source: 'UKHSA, routine childhood immunisation schedule (the four weeks are proposed)',
  inCareOnly: true,
  evidence: [immunisation],
  owner: 'designated nurse',
  requirements: ['D-HEA-09'],
  events: visits,
});

export const sdqYearly = defineDuty({
  id: 'strengths-and-difficulties',
  title: 'Strengths and difficulties questionnaire',
  definition:
    'The main carer fills in the questionnaire in every year to 31 March for a child who is looked after all that year ' +
    'and 4 to 16 years old at its end. A reason why there can be no score ends the clock.',
  source: `SSDA903 OC2.SDQ_SCORE; ${GUIDANCE}`,
  inCareOnly: true,
  evidence: [strengthsAndDifficulties],
  owner: 'social worker',
  requirements: ['HLT-11'],
  *events(child, { asAt, dueFrom = child.born }) {
    if (!isAged(child, SDQ_AGES, dueFrom, asAt)) return;
    for (const care of child.periodsOfCare) {
      const until = Math.min(care.end, asAt);
      if (until < dueFrom - 366) continue;
      for (
        let year = financialYearOf(Math.max(care.start, dueFrom));
        dayOf(year - 1, 4, 1) <= until;
        year++
      ) {
        const start = dayOf(year - 1, 4, 1);
        const end = dayOf(year, 3, 31);
        const age = child.ageOn(end);
        if (start < care.start || start >= care.end || !(age >= 4 && age <= 16)) continue;
        yield questionnaireOf(child, start, end, care.end);
      }
    }
  },
});

/** From the birthday in the first year to that in the last. */
const SDQ_AGES = [3, 17] as const;

/** The clock of one year, met by a score. */
function questionnaireOf(child: Child, start: Day, due: Day, careEnd: Day): DutyEvent {
  let excused: Day | undefined;
  for (const questionnaire of child.records(strengthsAndDifficulties)) {
    const { informant, completed, reasonNoScore } = questionnaire;
    if (informant !== 'carer' || completed === undefined || completed < start || completed > due) continue;
    if (totalOf(questionnaire) !== undefined) return dutyEvent(start, due, completed);
    if (reasonNoScore !== undefined) excused ??= completed;
  }
  return dutyEvent(start, due, undefined, excused ?? careEnd);
}
