import { type Child, defineIndicator, holdsAny, type Inside, type Measure, OPEN, within } from '@cic/core';
import { type PermanenceOrder, permanenceOrder } from '../generated/records.ts';
import { SUFFICIENCY } from '../sources.ts';
import { defineCount, THIS_COUNCIL } from './shared.ts';

const GUARDIANSHIP_REASON = /^E4[3-8]$/;

type Order = Inside<PermanenceOrder>['order'];

const ordersOf = (child: Child, order: Order) =>
  child.records(permanenceOrder).filter((one) => one.order === order);

/** The end of an order: discharged, or the 18th birthday. */
const endOf = (child: Child, { ended = OPEN }: Inside<PermanenceOrder>): number => {
  const adult = child.birthday(18);
  return Number.isNaN(adult) ? ended : Math.min(ended, adult);
};

const inForce =
  (order: Order): Measure =>
  (child, { period }) =>
    ordersOf(child, order).some((one) => one.made <= period.end && endOf(child, one) > period.end)
      ? true
      : undefined;

const stock = (id: string, title: string, order: Order, words: string) =>
  defineCount({
    id,
    title,
    definition: `Children under 18 on the last day of the period with ${words} in force, whether or not they were ever looked after.`,
    population: 'children with an order on record',
    polarity: 'neutral',
    kind: 'stock',
    source: `${SUFFICIENCY}, special guardianship orders`,
    certainty: 'published',
    needs: holdsAny(permanenceOrder),
    ...(order === 'special-guardianship' ? { requirements: ['D-CHI-27'] } : {}),
    measure: inForce(order),
  });

/** The day on which a child left care by special guardianship in a period. */
const leftByGuardianship = (child: Child, from: number, to: number): number | undefined =>
  child.periodsOfCare.find(
    ({ end, lastEpisode }) =>
      end >= from && end <= to && GUARDIANSHIP_REASON.test(lastEpisode.reasonEpisodeCeased),
  )?.end;

const fromCare = defineCount({
  id: 'special-guardianship-from-care',
  title: 'Special guardianship orders from care',
  definition:
    'Children who ceased to be looked after in the period with a reason of special guardianship (E43 to E48). They are the discharges with that reason.',
  population: THIS_COUNCIL,
  polarity: 'neutral',
  kind: 'flow',
  source: `${SUFFICIENCY}, special guardianship orders; SSDA903 REC`,
  certainty: 'published',
  requirements: ['D-CHI-27'],
  measure: (child, { period }) => {
    const on = leftByGuardianship(child, period.start, period.end);
    return on === undefined ? undefined : { numerator: 1, denominator: 1, on };
  },
});

const outsideCare = defineCount({
  id: 'special-guardianship-outside-care',
  title: 'Special guardianship orders outside care',
  definition:
    'Special guardianship orders made in the period for children who did not leave care by that order.',
  population: 'children with an order on record',
  polarity: 'neutral',
  kind: 'flow',
  source: `${SUFFICIENCY}, special guardianship orders`,
  certainty: 'proposed',
  needs: holdsAny(permanenceOrder),
  measure: (child, { period }) => {
    const made = ordersOf(child, 'special-guardianship').find((one) => within(one.made, period))?.made;
    if (made === undefined || child.isLookedAfter(made - 1)) return undefined;
    return { numerator: 1, denominator: 1, on: made };
  },
});

const supported = defineIndicator({
  id: 'special-guardianship-support-planned',
  title: 'Special guardianship orders with a support plan',
  definition:
    'Of special guardianship and child arrangements orders made in the period, the share with a support plan on record.',
  population: 'special guardianship and child arrangements orders made in the period',
  unit: 'percent',
  polarity: 'higher',
  kind: 'flow',
  source: 'Special Guardianship Regulations 2005, reg. 14; sufficiency strategy 2017-21, key statement 18',
  certainty: 'proposed',
  needs: holdsAny(permanenceOrder),
  measure: (child, { period }) => {
    const made = child.records(permanenceOrder).filter((one) => within(one.made, period));
    if (made.length === 0) return undefined;
    const planned = made.filter(({ supportPlan }) => supportPlan !== undefined).length;
    return { numerator: planned, denominator: made.length, on: made.at(-1)!.made };
  },
});

const allowances = defineIndicator({
  id: 'guardian-allowances',
  title: 'Allowances to guardians, pounds a week',
  definition:
    'Weekly allowances, in pounds, of special guardianship and child arrangements orders in force on the last day of the period.',
  population: 'children with an order in force',
  unit: 'pounds',
  total: true,
  decimals: 0,
  polarity: 'neutral',
  kind: 'stock',
  source: 'Sufficiency strategy 2017-21, unit costs: exit from care placement costs',
  certainty: 'proposed',
  needs: holdsAny(permanenceOrder),
  measure: (child, { period }) => {
    let pence = 0;
    for (const one of child.records(permanenceOrder)) {
      const { allowance, made } = one;
      if (!allowance || made > period.end || endOf(child, one) <= period.end) continue;
      if (allowance.start <= period.end && (allowance.end ?? OPEN) > period.end) pence += allowance.weekly;
    }
    return pence === 0 ? undefined : { numerator: pence / 100, denominator: 1 };
  },
});

/** Special guardianship and child arrangements orders, from care and outside it. */
export const guardianshipIndicators = [
  stock(
    'special-guardianship-orders',
    'Special guardianship orders in force',
    'special-guardianship',
    'a special guardianship order',
  ),
  stock(
    'child-arrangements-orders',
    'Child arrangements orders in force',
    'child-arrangements',
    'a child arrangements order (lives with)',
  ),
  fromCare,
  outsideCare,
  supported,
  allowances,
];
