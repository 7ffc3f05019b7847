import { ageCell, columns, dateCell, type ListDefinition, longDate, OPEN, within } from '@cic/core';
import { groupsById, membershipsOn } from '../facts/groups.ts';
import { rightsOfficerAt, toBeVisited, unaccompaniedReviews, visitorOn, visitsBy } from '../facts/rights.ts';
import { askedOf } from '../facts/views.ts';
import { codeSets } from '../generated/codeSets.ts';
import { advocacyReferral, cultureBarrier, interpretation } from '../generated/records.ts';
import { entitlementsOn } from '../indicators/leisure.ts';

export const members: ListDefinition = {
  id: 'participation-members',
  title: 'Members of participation groups',
  columns: columns({ age: 'Age', groups: 'Groups', since: 'Since', support: 'Support needed', flags: 'Why' }),
  requirements: ['ENG-01', 'ENG-03'],
  row: (child, { history, period }) => {
    const all = membershipsOn(child, period.end);
    if (all.length === 0) return undefined;
    const support = all.flatMap(({ support: needed = [] }) => needed);
    const label = (kind: string) => codeSets.MEMBER_SUPPORT.label(kind).toLowerCase();
    return {
      age: ageCell(child.ageOn(period.end)),
      groups: all.map(({ group }) => groupsById(history).get(group)?.title ?? group),
      since: dateCell(all[0]!.joined),
      support: support.map(({ kind }) => label(kind)),
      flags: support.flatMap(({ kind, provided }) =>
        provided === true
          ? []
          : [`${label(kind)}: ${provided === false ? 'not provided' : 'not known whether provided'}`],
      ),
    };
  },
};

export const newsletterRecipients: ListDefinition = {
  id: 'newsletter-recipients',
  title: 'Who is sent the newsletter',
  columns: columns({ age: 'Age', flags: 'Why' }),
  requirements: ['D-ENG-03'],
  row: (child, { period, parameter }) => {
    if (!child.isLookedAfter(period.end)) return undefined;
    const age = child.ageOn(period.end);
    const from = parameter('newsletter-age-from');
    if (age < from) return undefined;
    return {
      age: ageCell(age),
      flags: Number.isNaN(age) ? ['date of birth not known'] : age === from ? ['new at this age'] : [],
    };
  },
};

export const sideOfTheChild: ListDefinition = {
  id: 'advocacy-and-visitors',
  title: 'Advocacy, independent visitors and interpretation: what is open',
  columns: columns({
    age: 'Age',
    advocacy: 'Referred to advocacy',
    visitor: 'Visitor considered',
    flags: 'Why',
  }),
  requirements: ['ENG-12', 'ENG-13', 'ENG-14', 'D-ENG-11'],
  row: (child, { period: { end }, parameter }) => {
    const referral = child
      .records(advocacyReferral)
      .findLast(
        ({ referred, declined = OPEN, ended = OPEN }) => referred <= end && Math.min(declined, ended) > end,
      );
    const visitor = visitorOn(child, end);
    const flags: string[] = [];
    if (referral && Math.min(referral.firstContact ?? OPEN, referral.provided ?? OPEN) > end)
      flags.push(`no contact with an advocate for ${end - referral.referred} days since the referral`);
    if (visitor && (visitor.matched ?? OPEN) > end)
      flags.push(`no independent visitor for ${end - visitor.considered} days`);
    else if (visitor) {
      const days = parameter('independent-visitor-active-days');
      const last = visitsBy(child, 'independent-visitor')
        .filter((on) => on <= end)
        .at(-1);
      if (last === undefined) flags.push('no visit of the independent visitor on record');
      else if (end - last >= days) flags.push(`last visit of the independent visitor on ${longDate(last)}`);
    }
    for (const { needed, language, provided = OPEN } of child.records(interpretation))
      if (needed <= end && provided > end) flags.push(`${language} needed since ${longDate(needed)}`);
    if (!referral && !visitor && flags.length === 0) return undefined;
    return {
      age: ageCell(child.ageOn(end)),
      advocacy: dateCell(referral?.referred),
      visitor: dateCell(visitor?.considered),
      flags,
    };
  },
};

export const rightsOfficer: ListDefinition = {
  id: 'rights-officer',
  title: 'Not seen by the children’s rights officer',
  columns: columns({ age: 'Age', where: 'Placed', lastVisit: 'Last visit', flags: 'Why' }),
  requirements: ['ENG-19', 'REV-13', 'REV-14'],
  row: (child, { period }) => {
    const where = toBeVisited(child, period.end);
    const visits = visitsBy(child, 'rights-officer').filter((on) => on <= period.end);
    const missed = unaccompaniedReviews(child, period).filter((one) => !rightsOfficerAt(one));
    const flags = [
      ...(where && !visits.some((on) => within(on, period))
        ? [`placed ${where}, not visited in ${period.label}`]
        : []),
      ...missed.map(({ held }) => `review of ${longDate(held!)} without the rights officer`),
    ];
    return flags.length === 0
      ? undefined
      : {
          age: ageCell(child.ageOn(period.end)),
          where: where ?? '',
          lastVisit: dateCell(visits.at(-1)),
          flags,
        };
  },
};

export const leisure: ListDefinition = {
  id: 'leisure-and-culture',
  title: 'Leisure and culture: not used or not reached',
  columns: columns({ age: 'Age', entitlements: 'Entitlements', flags: 'Why' }),
  requirements: ['ENG-17', 'ENG-20'],
  row: (child, { period: { end } }) => {
    if (!child.isLookedAfter(end)) return undefined;
    const own = entitlementsOn(child, end);
    const label = (kind: string) => codeSets.LEISURE_KIND.label(kind).toLowerCase();
    const flags = [
      ...(own.some(({ holder }) => holder !== 'carer') ? [] : ['no entitlement']),
      ...own.filter(({ used }) => used === 0).map(({ kind }) => `${label(kind)} not used`),
      ...child
        .records(cultureBarrier)
        .filter(({ identified, removed = OPEN }) => identified <= end && removed > end)
        .map(({ barrier }) => `kept away by: ${codeSets.CULTURE_BARRIER.label(barrier).toLowerCase()}`),
    ];
    return flags.length === 0
      ? undefined
      : { age: ageCell(child.ageOn(end)), entitlements: own.map(({ kind }) => label(kind)), flags };
  },
};

export const askedOften: ListDefinition = {
  id: 'children-asked-often',
  title: 'Children invited to consultations',
  columns: columns({ age: 'Age', consultations: 'Consultations in twelve months', flags: 'Why' }),
  requirements: ['ENG-07'],
  row: (child, { period: { end }, parameter }) => {
    const asked = askedOf(child, end);
    if (asked.length === 0) return undefined;
    const most = parameter('consultations-per-child');
    return {
      age: ageCell(child.ageOn(end)),
      consultations: asked.length,
      flags:
        asked.length > most
          ? [`more than ${most}: do not ask again`]
          : asked.length === most
            ? ['as many as there may be']
            : [],
    };
  },
};

/** Lists of children. */
export const childLists: readonly ListDefinition[] = [
  members,
  newsletterRecipients,
  sideOfTheChild,
  rightsOfficer,
  leisure,
  askedOften,
];
