import {
  type Child,
  defineIndicator,
  holdsAny,
  type Indicator,
  type MeasureContext,
  type MeasuredIndicator,
  shareOf,
  within,
} from '@cic/core';
import { councilTaxExempt, entitlementsOn, paidIn, taken } from '../facts/money.ts';
import { CARE_LEAVER_AGES, CARE_LEAVERS, careLeaverAt } from '../facts/people.ts';
import { entitlement } from '../generated/records.ts';
import { DERBY, STRATEGY } from '../sources.ts';
import { wasUnaccompanied } from '../status/status.ts';
import { counting, ofCareLeavers } from './shared.ts';

const known = holdsAny(entitlement);

/** Mean of the entitlements offered that were taken up, for some of the care leavers. */
const takenUp = (
  id: string,
  title: string,
  who: string,
  some: (child: Child) => boolean | undefined,
): MeasuredIndicator =>
  defineIndicator({
    id,
    title,
    definition: `Of entitlements offered to ${who} and open on that day, the share claimed or agreed by then.`,
    population: `entitlements offered to ${who}`,
    unit: 'percent',
    polarity: 'higher',
    kind: 'stock',
    source: STRATEGY,
    certainty: 'proposed',
    requirements: ['D-LEA-28', 'LVC-06', 'LVC-20'],
    needs: known,
    restsOn: [entitlement],
    measure: (child, context) => {
      const { end } = context.period;
      if (some(child) !== true || !careLeaverAt(child, end, context)) return undefined;
      const offered = entitlementsOn(child, end);
      return shareOf(offered.filter((one) => taken(one, end)).length, offered.length);
    },
  });

/** Mean of pounds paid in the period to some of the care leavers. */
const paid = (
  id: string,
  title: string,
  who: string,
  some: (child: Child) => boolean | undefined,
): MeasuredIndicator =>
  defineIndicator({
    id,
    title,
    definition: `Mean of pounds paid in the period on entitlements, over ${who}, those who got nothing included.`,
    population: who,
    unit: 'pounds',
    polarity: 'neutral',
    kind: 'flow',
    decimals: 2,
    source: DERBY,
    certainty: 'proposed',
    requirements: ['LVC-06', 'LVC-20'],
    needs: known,
    ages: CARE_LEAVER_AGES,
    measure: (child, context) =>
      some(child) === true && careLeaverAt(child, context.period.end, context)
        ? paidIn(child, context.period) / 100
        : undefined,
  });

interface Group {
  readonly id: string;
  readonly words: string;
  readonly is: (child: Child) => boolean | undefined;
}

/** Pairs of groups whose shares are compared: fair support does not depend on who somebody is. */
const PAIRS: readonly (readonly [Group, Group])[] = [
  [
    { id: 'unaccompanied', words: 'formerly unaccompanied', is: wasUnaccompanied },
    { id: 'not-unaccompanied', words: 'not formerly unaccompanied', is: (child) => !wasUnaccompanied(child) },
  ],
  [
    { id: 'women', words: 'women', is: ({ sex }) => sex === 'F' || sex === '2' },
    { id: 'men', words: 'men', is: ({ sex }) => sex === 'M' || sex === '1' },
  ],
  [
    { id: 'disabled', words: 'with a disability', is: ({ disabled }) => disabled },
    {
      id: 'not-disabled',
      words: 'without a disability',
      is: ({ disabled }) => (disabled === undefined ? undefined : !disabled),
    },
  ],
];

const everybody = (): boolean => true;

/** For each pair: take-up and payments of both groups, and the gaps between them. */
const disparity = PAIRS.flatMap(([one, other]): Indicator[] => {
  const pair = [one, other].flatMap(({ id, words, is }) => [
    takenUp(
      `entitlements-taken-up-${id}`,
      `Entitlements taken up: ${words}`,
      `${CARE_LEAVERS}, ${words},`,
      is,
    ),
    paid(
      `payments-average-${id}`,
      `Average paid to a care leaver: ${words}`,
      `${CARE_LEAVERS}, ${words}`,
      is,
    ),
  ]);
  const gap = (what: string, title: string, unit: 'percentage points' | 'pounds') =>
    defineIndicator({
      id: `${what}-gap-${one.id}`,
      title: `${title}: ${one.words} against ${other.words}`,
      definition: `The figure of care leavers ${one.words}, less that of those ${other.words}.`,
      population: CARE_LEAVERS,
      unit,
      ...(unit === 'pounds' ? { decimals: 2 } : {}),
      polarity: 'neutral',
      kind: 'stock',
      source: DERBY,
      certainty: 'proposed',
      requirements: ['LVC-20'],
      derivedFrom: [`${what}-${one.id}`, `${what}-${other.id}`],
      combine: ([a, b]) => a! - b!,
    });
  return [
    ...pair,
    gap('entitlements-taken-up', 'Gap in entitlements taken up', 'percentage points'),
    gap('payments-average', 'Gap in payments', 'pounds'),
  ];
});

const localOfferGiven = ofCareLeavers(
  {
    id: 'local-offer-given',
    title: 'Care leavers to whom the local offer was explained',
    definition: `Of ${CARE_LEAVERS}, the share to whom the local offer was explained by then.`,
    source: STRATEGY,
    requirements: ['D-LEA-28'],
    needs: known,
  },
  (child, on) =>
    child.records(entitlement).some(({ kind, offered }) => kind === 'local-offer' && offered <= on),
);

const tiedToPlan = ofCareLeavers(
  {
    id: 'entitlements-tied-to-plan',
    title: 'Care leavers whose money is tied to the pathway plan',
    definition: `Of ${CARE_LEAVERS} with an entitlement taken up, the share whose every such entitlement names the pathway plan it belongs to.`,
    population: `${CARE_LEAVERS} with an entitlement taken up`,
    source: DERBY,
    requirements: ['LVC-06'],
    restsOn: [entitlement],
  },
  (child, on) => {
    const all = entitlementsOn(child, on).filter((one) => taken(one, on));
    return all.length === 0 ? undefined : all.every(({ plan }) => plan !== undefined);
  },
);

const settingUp = defineIndicator({
  id: 'setting-up-allowance-average',
  title: 'Setting-up allowance paid, on average',
  definition:
    'Mean of pounds paid so far on the setting-up allowance, over young people to whom any of it was paid in the period.',
  population: 'young people to whom part of the setting-up allowance was paid in the period',
  unit: 'pounds',
  polarity: 'neutral',
  kind: 'flow',
  decimals: 2,
  source: DERBY,
  certainty: 'proposed',
  requirements: ['LVC-06'],
  restsOn: [entitlement],
  measure: (child, { period }: MeasureContext) => {
    const payments = child
      .records(entitlement)
      .filter(({ kind }) => kind === 'setting-up-allowance')
      .flatMap((one) => one.payments ?? []);
    if (!payments.some(({ on }) => within(on, period))) return undefined;
    return payments.filter(({ on }) => on <= period.end).reduce((sum, { amount }) => sum + amount, 0) / 100;
  },
});

const councilTax = counting(
  {
    id: 'council-tax-exempt',
    title: 'Care leavers let off council tax',
    definition: `${CARE_LEAVERS} who are exempt from council tax on that day; by district they show where the exemption is in force.`,
    population: CARE_LEAVERS,
    polarity: 'higher',
    kind: 'stock',
    source: `${STRATEGY}, action P5.5`,
    requirements: ['D-LEA-27'],
    restsOn: [entitlement],
  },
  (child, context) =>
    careLeaverAt(child, context.period.end, context) && councilTaxExempt(child, context.period.end)
      ? true
      : undefined,
);

const total = defineIndicator({
  id: 'care-leaver-payments',
  title: 'Paid to young people on entitlements',
  definition: 'Pounds paid in the period on all entitlements of young people leaving care.',
  population: 'young people to whom something was paid in the period',
  unit: 'pounds',
  total: true,
  polarity: 'neutral',
  kind: 'flow',
  decimals: 2,
  source: DERBY,
  certainty: 'proposed',
  requirements: ['LVC-06'],
  restsOn: [entitlement],
  measure: (child, { period }) => paidIn(child, period) / 100 || undefined,
});

/** What young people have a right to, what they get, and whether it is fair. */
export const moneyIndicators: readonly Indicator[] = [
  takenUp('entitlements-taken-up', 'Entitlements taken up', CARE_LEAVERS, everybody),
  paid('payments-average', 'Average paid to a care leaver', CARE_LEAVERS, everybody),
  ...disparity,
  localOfferGiven,
  tiedToPlan,
  settingUp,
  councilTax,
  total,
];
