import { type Child, countOf, holdsAny, type MeasuredIndicator, OPEN, shareOf, within } from '@cic/core';
import { cultureBarrier, leisureEntitlement } from '../generated/records.ts';
import { LEICESTERSHIRE } from '../sources.ts';
import { ofChildren } from './shared.ts';

const SOURCE = `${LEICESTERSHIRE}, section 5`;
const ENTITLED = {
  source: SOURCE,
  restsOn: [leisureEntitlement],
  needs: holdsAny(leisureEntitlement),
} as const;

/** Entitlements valid on a day; the day one expires is its last. */
export const entitlementsOn = (child: Child, on: number) =>
  child.records(leisureEntitlement).filter(({ issued, expires }) => issued <= on && (expires ?? OPEN) >= on);

const held = (holder: 'child' | 'carer') =>
  ofChildren(
    {
      id: `leisure-entitlements-of-${holder === 'child' ? 'children' : 'carers'}`,
      title: `Leisure and culture entitlements of ${holder === 'child' ? 'children' : 'their carers'}`,
      definition: `Number of passes, memberships and tickets of ${holder === 'child' ? 'children' : 'the carers of children'} that are valid on the last day of the period.`,
      population: 'leisure and culture entitlements valid on the last day of the period',
      unit: 'count',
      kind: 'stock',
      requirements: ['ENG-17'],
      ...ENTITLED,
    },
    (child, { period }) =>
      countOf(entitlementsOn(child, period.end).filter((one) => (one.holder ?? 'child') === holder).length),
  );

const passes = ofChildren(
  {
    id: 'leisure-passes-held',
    title: 'Leisure passes held',
    definition:
      'Number of leisure and swimming passes of children and their carers that are valid on the last day of the period.',
    population: 'leisure and swimming passes',
    unit: 'count',
    kind: 'stock',
    requirements: ['ENG-17'],
    ...ENTITLED,
  },
  (child, { period }) =>
    countOf(entitlementsOn(child, period.end).filter(({ kind }) => kind === 'leisure-pass').length),
);

const tickets = ofChildren(
  {
    id: 'performance-tickets-issued',
    title: 'Free performance tickets',
    definition: 'Number of free tickets for performances issued to children and their carers in the period.',
    population: 'tickets for performances',
    unit: 'count',
    requirements: ['ENG-17'],
    ...ENTITLED,
  },
  (child, { period }) => {
    const own = child
      .records(leisureEntitlement)
      .filter(({ kind, issued }) => kind === 'performance-ticket' && within(issued, period));
    return countOf(
      own.reduce((sum, one) => sum + (one.tickets ?? 1), 0),
      own.at(-1)?.issued,
    );
  },
);

const covered = ofChildren(
  {
    id: 'children-with-leisure-entitlement',
    title: 'Children in care with a leisure or culture entitlement',
    definition:
      'Of children in care on the last day of the period, the share with a leisure or culture entitlement of their own that is valid on it.',
    population: 'children in care on the last day of the period',
    kind: 'stock',
    source: SOURCE,
    requirements: ['ENG-17'],
    among: 'in care at the end',
    needs: holdsAny(leisureEntitlement),
  },
  (child, { period }) =>
    child.isLookedAfter(period.end)
      ? entitlementsOn(child, period.end).some(({ holder }) => holder !== 'carer')
      : undefined,
);

const used = ofChildren(
  {
    id: 'leisure-entitlements-used',
    title: 'Leisure and culture entitlements used',
    definition:
      'Of entitlements valid on the last day of the period whose use is known, the share used at least once.',
    population: 'entitlements valid on the last day of the period whose use is known',
    kind: 'stock',
    requirements: ['ENG-17'],
    ...ENTITLED,
  },
  (child, { period }) => {
    const known = entitlementsOn(child, period.end).filter((one) => one.used !== undefined);
    return shareOf(known.filter((one) => one.used! > 0).length, known.length);
  },
);

const BARRIERS = {
  source: `${SOURCE} (Find Your Talent)`,
  requirements: ['ENG-20'],
  restsOn: [cultureBarrier],
  needs: holdsAny(cultureBarrier),
} as const;

const barriers = ofChildren(
  {
    id: 'culture-barriers',
    title: 'Children kept from leisure or culture',
    definition:
      'Number of children with a barrier to leisure or cultural activity that stands on the last day of the period.',
    population: 'children with a barrier on record',
    unit: 'count',
    kind: 'stock',
    polarity: 'lower',
    ...BARRIERS,
  },
  (child, { period: { end } }) =>
    countOf(
      child
        .records(cultureBarrier)
        .some(({ identified, removed = OPEN }) => identified <= end && removed > end)
        ? 1
        : 0,
    ),
);

const removed = ofChildren(
  {
    id: 'culture-barriers-removed',
    title: 'Barriers to leisure or culture out of the way',
    definition: 'Of barriers identified in the period, the share removed by its last day.',
    population: 'barriers identified in the period',
    ...BARRIERS,
  },
  (child, { period }) => {
    const own = child.records(cultureBarrier).filter(({ identified }) => within(identified, period));
    return shareOf(
      own.filter((one) => one.removed !== undefined && one.removed <= period.end).length,
      own.length,
      own.at(-1)?.identified,
    );
  },
);

/** Leisure and culture. */
export const leisureIndicators: readonly MeasuredIndicator[] = [
  held('child'),
  held('carer'),
  passes,
  tickets,
  covered,
  used,
  barriers,
  removed,
];
