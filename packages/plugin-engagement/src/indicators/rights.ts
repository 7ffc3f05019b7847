import { countOf, holdsAny, type MeasuredIndicator, OPEN, shareOf, within } from '@cic/core';
import { review, visit } from '@cic/core/records';
import { rightsOfficerAt, toBeVisited, unaccompaniedReviews, visitorOn, visitsBy } from '../facts/rights.ts';
import { advocacyReferral, independentVisitor, interpretation } from '../generated/records.ts';
import { DERBY, LEICESTERSHIRE, STRATEGY } from '../sources.ts';
import { ofChildren } from './shared.ts';

const ADVOCACY = { restsOn: [advocacyReferral], needs: holdsAny(advocacyReferral) } as const;
const REFERRED = 'referrals to advocacy in the period';

const referrals = (disabledOnly: boolean) =>
  ofChildren(
    {
      id: disabledOnly ? 'advocacy-referrals-disabled-children' : 'advocacy-referrals',
      title: `Referrals to advocacy${disabledOnly ? ' of disabled children' : ''}`,
      definition: `Number of referrals ${disabledOnly ? 'of disabled children ' : ''}to independent advocacy in the period.`,
      population: REFERRED,
      unit: 'count',
      source: `${DERBY}.4c; ${LEICESTERSHIRE}, section 10.1`,
      requirements: disabledOnly ? ['ENG-12'] : ['ENG-12', 'D-ENG-11'],
      ...ADVOCACY,
      reach: 0,
    },
    (child, { period }) => {
      if (disabledOnly && child.disabled !== true) return undefined;
      const own = child.records(advocacyReferral).filter(({ referred }) => within(referred, period));
      return countOf(own.length, own.at(-1)?.referred);
    },
  );

const provided = ofChildren(
  {
    id: 'advocacy-provided',
    title: 'Advocacy provided',
    definition:
      'Of referrals to advocacy in the period that the child did not decline, the share for which an advocate began by its last day.',
    population: `${REFERRED} that the child did not decline`,
    source: `${DERBY}.4c`,
    requirements: ['ENG-12'],
    ...ADVOCACY,
  },
  (child, { period }) => {
    const own = child
      .records(advocacyReferral)
      .filter((one) => within(one.referred, period) && (one.declined ?? OPEN) > period.end);
    return shareOf(
      own.filter((one) => one.provided !== undefined && one.provided <= period.end).length,
      own.length,
      own.at(-1)?.referred,
    );
  },
);

const wait = ofChildren(
  {
    id: 'advocacy-wait-days',
    title: 'Days from referral to the advocate’s first contact',
    definition:
      'Mean number of days from referral to advocacy to the first contact, for first contacts in the period.',
    population: 'first contacts of an advocate in the period',
    unit: 'days',
    polarity: 'lower',
    source: `${STRATEGY}, priority 1`,
    requirements: ['D-ENG-11'],
    ...ADVOCACY,
  },
  (child, { period }) => {
    const own = child
      .records(advocacyReferral)
      .filter((one) => within(one.firstContact, period) && one.firstContact >= one.referred);
    const days = own.reduce((sum, one) => sum + one.firstContact! - one.referred, 0);
    return shareOf(days, own.length, own.at(-1)?.firstContact);
  },
);

const fromCaseSystem = ofChildren(
  {
    id: 'advocacy-referrals-from-case-system',
    title: 'Referrals to advocacy from the case system',
    definition:
      'Of referrals to advocacy in the period that say how they came, the share from the case management system.',
    population: `${REFERRED} that say how they came`,
    polarity: 'neutral',
    source: `${STRATEGY}, priority 1`,
    requirements: ['D-ENG-11'],
    ...ADVOCACY,
    reach: 0,
  },
  (child, { period }) => {
    const own = child
      .records(advocacyReferral)
      .filter(({ referred, channel }) => within(referred, period) && channel !== undefined);
    return shareOf(
      own.filter(({ channel }) => channel === 'case-system').length,
      own.length,
      own.at(-1)?.referred,
    );
  },
);

const advocacyWaiting = ofChildren(
  {
    id: 'waiting-for-advocate',
    title: 'Waiting for an advocate',
    definition:
      'Number of children referred to advocacy who had no contact yet on the last day of the period and had not declined.',
    population: 'children referred to advocacy',
    unit: 'count',
    kind: 'stock',
    polarity: 'lower',
    source: `${STRATEGY}, priority 1`,
    requirements: ['D-ENG-11'],
    ...ADVOCACY,
  },
  (child, { period: { end } }) =>
    countOf(
      child
        .records(advocacyReferral)
        .some(
          ({ referred, firstContact = OPEN, provided: began = OPEN, declined = OPEN, ended = OPEN }) =>
            referred <= end && Math.min(firstContact, began, declined, ended) > end,
        )
        ? 1
        : 0,
    ),
);

const VISITORS = { restsOn: [independentVisitor], needs: holdsAny(independentVisitor) } as const;

const matched = ofChildren(
  {
    id: 'independent-visitors-matched',
    title: 'Children matched with an independent visitor',
    definition: 'Number of children matched with an independent visitor on the last day of the period.',
    population: 'children for whom an independent visitor was considered',
    unit: 'count',
    kind: 'stock',
    source: `${DERBY}.4c`,
    requirements: ['ENG-13'],
    ...VISITORS,
  },
  (child, { period: { end } }) => countOf((visitorOn(child, end)?.matched ?? OPEN) <= end ? 1 : 0),
);

const visitorWaiting = ofChildren(
  {
    id: 'waiting-for-independent-visitor',
    title: 'Waiting for an independent visitor',
    definition:
      'Number of children for whom an independent visitor was decided on, who did not say no, and who had none on the last day of the period.',
    population: 'children for whom an independent visitor was considered',
    unit: 'count',
    kind: 'stock',
    polarity: 'lower',
    source: `${DERBY}.4c`,
    requirements: ['ENG-13'],
    ...VISITORS,
  },
  (child, { period: { end } }) => {
    const visitor = visitorOn(child, end);
    return countOf(visitor && (visitor.matched ?? OPEN) > end ? 1 : 0);
  },
);

const active = ofChildren(
  {
    id: 'independent-visitors-active',
    title: 'Active independent visitors',
    definition:
      'Of children matched with an independent visitor on the last day of the period, the share visited by one within the days that count as active.',
    population: 'children matched with an independent visitor on the last day of the period',
    kind: 'stock',
    source: `${DERBY}.4c`,
    requirements: ['ENG-13'],
    ...VISITORS,
  },
  (child, { period: { end }, parameter }) => {
    if (!((visitorOn(child, end)?.matched ?? OPEN) <= end)) return undefined;
    const since = end - parameter('independent-visitor-active-days');
    return visitsBy(child, 'independent-visitor').some((on) => on > since && on <= end);
  },
);

const interpreted = ofChildren(
  {
    id: 'interpretation-provided',
    title: 'Interpretation provided',
    definition: 'Of needs for interpretation noted in the period, the share met by its last day.',
    population: 'needs for interpretation noted in the period',
    source: `${DERBY}.4c`,
    requirements: ['ENG-14'],
    restsOn: [interpretation],
    needs: holdsAny(interpretation),
  },
  (child, { period }) => {
    const own = child.records(interpretation).filter(({ needed }) => within(needed, period));
    return shareOf(
      own.filter((one) => one.provided !== undefined && one.provided <= period.end).length,
      own.length,
      own.at(-1)?.needed,
    );
  },
);

const rightsVisits = ofChildren(
  {
    id: 'visited-by-rights-officer',
    title: 'Visited by the children’s rights officer',
    definition:
      'Of children placed outside the area or in a home on the last day of the period, the share a children’s rights officer visited in the period.',
    population:
      'children placed outside the area, in a children’s home or in another residential setting on the last day',
    source: `${LEICESTERSHIRE}, section 10.1`,
    requirements: ['ENG-19', 'REV-13'],
    among: 'in care at the end',
    needs: holdsAny(visit),
  },
  (child, { period }) =>
    toBeVisited(child, period.end) === undefined
      ? undefined
      : visitsBy(child, 'rights-officer').some((on) => within(on, period)),
);

const rightsReviews = ofChildren(
  {
    id: 'unaccompanied-reviews-with-rights-officer',
    title: 'Reviews of unaccompanied children with the rights officer there',
    definition:
      'Of reviews held in the period of children who were unaccompanied asylum-seeking children on the day, the share at which a children’s rights officer was present.',
    population: 'reviews held in the period of unaccompanied asylum-seeking children',
    source: `${LEICESTERSHIRE}, section 10.1`,
    requirements: ['ENG-19', 'REV-14'],
    restsOn: [review],
    needs: holdsAny(review),
  },
  (child, { period }) => {
    const held = unaccompaniedReviews(child, period);
    return shareOf(held.filter(rightsOfficerAt).length, held.length, held.at(-1)?.held);
  },
);

/** Somebody on the child's side. */
export const rightsIndicators: readonly MeasuredIndicator[] = [
  referrals(false),
  referrals(true),
  provided,
  wait,
  fromCaseSystem,
  advocacyWaiting,
  matched,
  visitorWaiting,
  active,
  interpreted,
  rightsVisits,
  rightsReviews,
];
