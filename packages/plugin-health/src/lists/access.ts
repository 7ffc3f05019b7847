import { columns, type Day, dutiesOf, type Inside, type ListDefinition, openOn } from '@cic/core';
import { healthHistory, transitionCheck } from '../duties/leavingCare.ts';
import { authorityOfPlacement, isRegistered, isRegisteredInPlacementArea } from '../facts/registration.ts';
import { codeSets } from '../generated/codeSets.ts';
import {
  type HealthReferral,
  healthHistorySummary,
  healthIssue,
  healthOrganisation,
  healthReferral,
  responsibleCommissioner,
} from '../generated/records.ts';
import { cells, isoDay, labelOfService } from './assess.ts';

const isOpen = ({ closed, accepted }: Inside<HealthReferral>, on: Day): boolean =>
  accepted !== false && (closed === undefined || closed > on);

/** The organisation that pays for a child's health care on a day, by name; its successor's where it no longer exists. */
export function commissionerOn(
  records: readonly { organisation: string; start: Day; end?: Day }[],
  organisations: readonly { id: string; name: string; end?: Day; successor?: string }[],
  on: Day,
): string | undefined {
  const named = records.findLast((one) => openOn(one, on))?.organisation;
  let organisation = organisations.find(({ id }) => id === named);
  for (
    let steps = 0;
    organisation?.end !== undefined && organisation.end < on && steps < organisations.length;
    steps++
  ) {
    const next = organisations.find(({ id }) => id === organisation?.successor);
    if (!next) break;
    organisation = next;
  }
  return organisation?.name ?? named;
}

export const outOfAreaHealth: ListDefinition = {
  id: 'out-of-area-health',
  title: 'Health care of children placed out of the area',
  columns: columns({
    authority: 'Area of the placement',
    commissioner: 'Responsible commissioner',
    gp: 'GP there',
    dentist: 'Dentist there',
    openReferrals: 'Open referrals',
    flags: 'What is missing',
  }),
  requirements: ['HLT-15', 'HLT-17', 'HLT-27', 'D-HEA-12'],
  row: (child, { period, council, history }) => {
    const on = period.end;
    if (child.episodeOn(on)?.placementLocation !== 'OUT') return undefined;
    const referrals = child.records(healthReferral).filter((one) => one.referred <= on && isOpen(one, on));
    const gp = isRegisteredInPlacementArea(child, 'gp', on, council);
    const dentist = isRegisteredInPlacementArea(child, 'dentist', on, council);
    const commissioner = commissionerOn(
      child.records(responsibleCommissioner),
      history.otherRecords(healthOrganisation),
      on,
    );
    const flags = [
      ...(gp
        ? []
        : [isRegistered(child, 'gp', on) ? 'GP is not in the area of the placement' : 'No GP recorded']),
      ...(dentist ? [] : ['No dentist there recorded']),
      ...(commissioner ? [] : ['No responsible commissioner recorded']),
      ...referrals
        .filter(({ answered }) => answered === undefined || answered > on)
        .map(
          ({ service, referred }) =>
            `Referral to ${labelOfService(service)} of ${isoDay(referred)} not answered`,
        ),
      ...referrals.flatMap(({ service, moves = [] }) =>
        moves
          .filter(({ on: moved, kept }) => !kept && moved <= on)
          .map(({ on: moved }) => `${labelOfService(service)}: place lost in the move of ${isoDay(moved)}`),
      ),
      ...referrals.flatMap(({ service, referred, seen, localWaitDays }) =>
        localWaitDays !== undefined && (seen ?? on) - referred > localWaitDays
          ? [`${labelOfService(service)}: waits longer than a local child (${localWaitDays} days)`]
          : [],
      ),
    ];
    return cells({
      authority: authorityOfPlacement(child, on, council),
      commissioner,
      gp,
      dentist,
      openReferrals: referrals.length,
      flags,
    });
  },
};

export const leavingCareHealth: ListDefinition = {
  id: 'leaving-care-health',
  title: 'Health history summaries and transition health checks due',
  columns: columns({
    age: 'Age',
    summaryDue: 'Summary due',
    checkDue: 'Transition check due',
    flags: 'What is to be done',
  }),
  requirements: ['D-HEA-07', 'D-HEA-08'],
  row: (child, { period, council }) => {
    const on = period.end;
    const items = dutiesOf(child, [healthHistory, transitionCheck], council, on).filter(
      ({ status, dueOn }) =>
        status === 'due' ||
        (status === 'overdue' && dueOn > on - 366) ||
        (status === 'missed' && dueOn > on - 366),
    );
    if (items.length === 0 || child.ageOn(on) >= 25) return undefined;
    const [summary, check] = [healthHistory, transitionCheck].map(({ id }) =>
      items.find(({ duty }) => duty === id),
    );
    const offered = child
      .records(healthHistorySummary)
      .some(({ offered: day }) => day !== undefined && day <= on);
    return cells({
      age: child.ageOn(on),
      summaryDue: isoDay(summary?.dueOn),
      checkDue: isoDay(check?.dueOn),
      flags: [
        ...(summary ? [offered ? 'Summary offered, not given' : 'Summary not offered'] : []),
        ...(check ? [check.status === 'due' ? 'Transition check due' : 'Transition check missed'] : []),
      ],
    });
  },
};

export const healthIssues: ListDefinition = {
  id: 'health-issues',
  title: 'Health issues not settled, and how far up they are',
  columns: columns({
    issue: 'Issue',
    raised: 'Raised',
    days: 'Days open',
    escalatedTo: 'Taken to',
    flags: 'What is to be done',
  }),
  requirements: ['D-HEA-15'],
  row: (child, { period, council }) => {
    const on = period.end;
    const open = child
      .records(healthIssue)
      .filter(({ raised, resolved }) => raised <= on && (resolved === undefined || resolved > on));
    const [oldest] = open;
    if (!oldest) return undefined;
    const limit = council.parameter('health-issue-days', oldest.raised);
    const escalations = (oldest.escalations ?? []).filter(({ on: day }) => day <= on);
    return cells({
      issue: codeSets.HEALTH_ISSUE.label(oldest.issue),
      raised: isoDay(oldest.raised),
      days: on - oldest.raised,
      escalatedTo: escalations.at(-1)?.to,
      flags: [
        ...(escalations.length === 0 && on - oldest.raised > limit
          ? [`Open for more than ${limit} days: take it to the group`]
          : []),
        ...(open.length > 1 ? [`${open.length} issues open`] : []),
      ],
    });
  },
};
