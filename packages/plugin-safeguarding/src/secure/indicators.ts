import { type CareHistory, defineIndicator, openOn, within } from '@cic/core';
import { deprivationOfLiberty } from '@cic/core/records';
import { securePlacement } from '../generated/records.ts';
import { childrenWithOpen, countIn, meanDays, occasions } from '../measures.ts';
import { type SecureStay, secureStaysOf } from './stays.ts';

const SOURCE = 'sufficiency strategy 2017-21, section 3.7; SSDA903 Episodes.PLACE K1 and R5';

/** The placements of the return tell of secure stays, so any council with episodes has an answer. */
const needs = ({ episodes }: CareHistory): boolean => episodes.length > 0;

const KINDS = {
  welfare: 'for their welfare (Children Act 1989, section 25)',
  remand: 'on remand',
  sentence: 'in custody on sentence',
} as const;

const ofKind = (kind: SecureStay['kind']) =>
  defineIndicator({
    id: `secure-${kind}`,
    title: `Secure placements: ${kind}`,
    definition: `Stays in secure accommodation or custody in the period of children placed there ${KINDS[kind]}; one that lasts into it counts.`,
    population: 'children the council is responsible for',
    unit: 'count',
    polarity: 'lower',
    kind: 'flow',
    source: SOURCE,
    certainty: 'proposed',
    requirements: ['D-SAF-07', 'SAF-20'],
    needs,
    measure: (child, { period }) => {
      const stays = secureStaysOf(child);
      if (stays.length === 0) return undefined;
      return occasions(
        stays
          .filter((stay) => stay.kind === kind && stay.start <= period.end && stay.end >= period.start)
          .map(({ start }) => Math.max(start, period.start)),
      );
    },
  });

const childrenInSecure = defineIndicator({
  id: 'children-in-secure-placements',
  title: 'Children in secure accommodation or custody',
  definition: 'Children in secure accommodation or custody on the last day of the period.',
  population: 'children the council is responsible for',
  unit: 'count',
  polarity: 'lower',
  kind: 'stock',
  source: SOURCE,
  certainty: 'proposed',
  requirements: ['SAF-20'],
  needs,
  measure: (child, { period: { end } }) =>
    secureStaysOf(child).some((stay) => openOn(stay, end)) ? true : undefined,
});

const secureDays = meanDays(
  {
    id: 'secure-days',
    title: 'Average length of secure stays',
    definition:
      'Mean days from start to end of stays in secure accommodation or custody that ended in the period.',
    population: 'stays that ended in the period',
    source: SOURCE,
    needs,
  },
  secureStaysOf,
);

const accommodationPlanned = defineIndicator({
  id: 'release-accommodation-planned',
  title: 'Releases with accommodation planned before',
  definition:
    'Of children who left secure accommodation or custody in the period, the share for whom it was settled before the ' +
    'day of release where they would live.',
  population: 'stays on the register that ended in the period',
  unit: 'percent',
  polarity: 'higher',
  kind: 'flow',
  source: 'Derby strategy 2012-15, section 6.3.3',
  certainty: 'proposed',
  requirements: ['SAF-14'],
  restsOn: [securePlacement],
  reach: 0,
  measure: (child, { period }) => {
    const ended = child.records(securePlacement).filter(({ end }) => within(end, period));
    return ended.length === 0
      ? undefined
      : {
          numerator: ended.filter(
            ({ accommodationPlanned: planned, end }) => planned !== undefined && planned < end!,
          ).length,
          denominator: ended.length,
        };
  },
});

const LIBERTY = 'SSDA903 DoLo; inherent jurisdiction of the High Court';

const libertyOrders = countIn(
  {
    id: 'deprivation-of-liberty-orders',
    title: 'Deprivation of liberty orders',
    definition: 'Orders that deprive a child of liberty and took effect in the period.',
    polarity: 'lower',
    source: LIBERTY,
  },
  deprivationOfLiberty,
  ({ start }) => start,
);

const underOrder = childrenWithOpen(
  {
    id: 'children-deprived-of-liberty',
    title: 'Children under a deprivation of liberty order',
    definition: 'Children with an order in force on the last day of the period.',
    polarity: 'lower',
    source: LIBERTY,
  },
  deprivationOfLiberty,
  (one, on) => openOn(one, on),
);

const libertyDays = meanDays(
  {
    id: 'deprivation-of-liberty-days',
    title: 'Average length of deprivation of liberty orders',
    definition: 'Mean days an order was in force, over orders that ended in the period.',
    population: 'orders that ended in the period',
    source: LIBERTY,
    restsOn: [deprivationOfLiberty],
    reach: 0,
  },
  (child) => child.records(deprivationOfLiberty),
);

/** Secure accommodation, custody and deprivation of liberty. */
export const secureIndicators = [
  ofKind('welfare'),
  ofKind('remand'),
  ofKind('sentence'),
  childrenInSecure,
  secureDays,
  accommodationPlanned,
  libertyOrders,
  underOrder,
  libertyDays,
];
