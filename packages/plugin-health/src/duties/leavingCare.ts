import { type Child, careLeaverOn, type Day, type DutyEvent, defineDuty, dutyEvent } from '@cic/core';
import {
  healthHistorySummary,
  healthIssue,
  healthReferral,
  transitionHealthCheck,
} from '../generated/records.ts';
import { GUIDANCE } from '../parameters.ts';
import { isAged } from './runs.ts';

/** From 16 on; nobody is a care leaver for ever, but a summary may still be owed. */
const LEAVING_AGES = [16, 200] as const;

export const healthHistory = defineDuty({
  id: 'health-history-summary',
  title: 'Health history summary',
  definition:
    'A young person looked after at 16 or later is given a summary of their health, if they agree, by the 18th birthday.',
  source: `${GUIDANCE}; children in care strategy 2019-21, priority 3`,
  evidence: [healthHistorySummary],
  owner: 'designated nurse',
  requirements: ['D-HEA-07'],
  *events(child, { asAt }) {
    if (!isAged(child, LEAVING_AGES, asAt, asAt)) return;
    const sixteen = child.birthday(16);
    const care = child.periodsOfCare.find(({ end }) => end > sixteen);
    if (!care) return;
    const summaries = child.records(healthHistorySummary);
    const start = Math.max(care.start, sixteen);
    const given = summaries.find((summary) => summary.given !== undefined)?.given;
    const declined = summaries.findLast((summary) => summary.declined !== undefined)?.declined;
    yield dutyEvent(
      start,
      Math.max(start, child.birthday(18)),
      given === undefined ? undefined : Math.max(start, given),
      declined === undefined ? undefined : Math.max(start, declined),
    );
  },
});

export const transitionCheck = defineDuty({
  id: 'transition-health-check',
  title: 'Transition health check',
  definition:
    'A care leaver is checked in the year between the 18th and the 19th birthday, by phone, email or in person.',
  source: 'children in care strategy 2019-21, priority 3',
  evidence: [transitionHealthCheck],
  owner: 'personal adviser',
  requirements: ['D-HEA-08'],
  *events(child, { asAt, dueFrom = child.born }) {
    if (!isAged(child, [18, 19], dueFrom, asAt)) return;
    const start = child.birthday(18);
    const due = child.birthday(19) - 1;
    if (Number.isNaN(start) || !careLeaverOn(child, due)) return;
    const checks = child.records(transitionHealthCheck);
    const held = checks.find((check) => check.held !== undefined && check.held >= start)?.held;
    yield dutyEvent(start, due, held, held === undefined ? declinedOn(child, start) : undefined);
  },
});

const declinedOn = (child: Child, from: Day): Day | undefined =>
  child.records(transitionHealthCheck).find(({ declined }) => declined !== undefined && declined >= from)
    ?.declined;

/** Clocks that start on one day run as one: all have to be met. */
function byDay(
  started: Iterable<{ on: Day; met: Day | undefined; ended: Day | undefined }>,
  due: (on: Day) => Day,
): DutyEvent[] {
  const days = new Map<Day, { met: Day | undefined; ended: Day | undefined }>();
  for (const { on, met, ended } of started) {
    const other = days.get(on);
    days.set(
      on,
      other
        ? {
            met: met === undefined || other.met === undefined ? undefined : Math.max(met, other.met),
            ended:
              ended === undefined || other.ended === undefined ? undefined : Math.max(ended, other.ended),
          }
        : { met, ended },
    );
  }
  return [...days].map(([on, { met, ended }]) =>
    dutyEvent(on, due(on), met, met === undefined ? ended : undefined),
  );
}

export const issueTakenFurther = defineDuty({
  id: 'health-issue',
  title: 'Health issue settled or taken further',
  definition:
    'A health issue that could not be settled where it arose is settled, or taken to the group, within 28 days.',
  source: 'children in care strategy 2019-21, priority 3 (the limit is proposed)',
  startedBy: [healthIssue],
  evidence: [healthIssue],
  owner: 'designated nurse',
  requirements: ['D-HEA-15'],
  events: (child, { parameter }) =>
    byDay(
      child.records(healthIssue).map(({ raised, resolved, escalations = [] }) => {
        const days = [resolved, ...escalations.map(({ on }) => on)].filter(
          (on): on is Day => on !== undefined && on >= raised,
        );
        return { on: raised, met: days.length === 0 ? undefined : Math.min(...days), ended: undefined };
      }),
      (on) => on + parameter('health-issue-days', on),
    ),
});

export const camhsFirstContact = defineDuty({
  id: 'camhs-first-contact',
  title: 'First contact with CAMHS',
  definition:
    'A child referred to child and adolescent mental health services is seen within 18 weeks. A referral that is declined ' +
    'or closed before ends the clock.',
  source: 'NHS Constitution, 18 weeks from referral to treatment',
  startedBy: [healthReferral],
  evidence: [healthReferral],
  owner: 'commissioning',
  requirements: ['HLT-25'],
  events: (child, { parameter }) =>
    byDay(
      child
        .records(healthReferral)
        .filter(({ service }) => service === 'camhs')
        .map(({ referred, seen, closed, accepted, answered }) => ({
          on: referred,
          met: seen !== undefined && seen >= referred ? seen : undefined,
          ended: accepted === false ? (answered ?? closed) : closed,
        })),
      (on) => on + parameter('camhs-wait-days', on),
    ),
});
