import { addMonths, type Child, type Day, type Inside, recordInput } from '@cic/core';
import type { StatutoryOutcomes } from '@cic/core/records';
import {
  type DisposalCode,
  type KindOfOffenceCode,
  type Offence,
  offence,
  type RestorativeIntervention,
  restorativeIntervention,
  type VictimIncident,
  victimIncident,
  type YouthJusticePlan,
  type YouthJusticeReferral,
  youthJusticePlan,
  youthJusticeReferral,
} from '@cic/plugin-safeguarding/records';
import type { Random, Weighted } from '../../random/random.ts';
import { outcomesOf } from '../health/known.ts';
import { type PartOptions, partPerChild, type SynthPart } from '../part.ts';
import { dated, type YearInCare, yearsInCare } from './known.ts';

/** Chances in a year: of an incident dealt with informally at 12 or over, and of being a victim of crime at 10. (p) */
const INFORMAL = 0.06;
const FORMAL_IN_FIRST_YEAR = 0.02;
const VICTIM = 0.03;
const TO_PREVENTION = 0.4;
const LINKED = 0.7;

const KINDS: Weighted<KindOfOffenceCode> = [
  ['criminal-damage', 30],
  ['violence', 28],
  ['theft', 18],
  ['public-order', 10],
  ['drugs', 9],
  ['weapons', 5],
];

/** Reprimands and final warnings until April 2013, youth cautions since. */
const FORMAL = (year: number): Weighted<DisposalCode> =>
  year <= 2013
    ? [
        ['reprimand', 45],
        ['final-warning', 25],
        ['referral-order', 30],
      ]
    : [
        ['youth-caution', 45],
        ['youth-conditional-caution', 20],
        ['referral-order', 25],
        ['youth-rehabilitation-order', 10],
      ];

/** Community resolutions have been there since 2008/09. */
const INFORMAL_RESPONSES = (year: number): Weighted<DisposalCode> => [
  ['restorative-response', 55],
  ['community-resolution', year >= 2009 ? 30 : 0],
  ['no-further-action', 15],
];

interface Made {
  readonly offences: Inside<Offence>[];
  readonly referrals: Inside<YouthJusticeReferral>[];
  readonly plans: Inside<YouthJusticePlan>[];
  readonly restorative: Inside<RestorativeIntervention>[];
}

function formal(
  child: Child,
  { year, start, end, care }: YearInCare,
  random: Random,
  options: PartOptions,
  made: Made,
) {
  const first = Math.max(start, child.birthday(10));
  if (first > end) return;
  const disposed = random.dayBetween(first, end);
  const disposal = random.weighted(FORMAL(year));
  made.offences.push({
    child: child.id,
    committed: Math.max(child.birthday(10), disposed - random.int(10, 80)),
    kind: random.weighted(KINDS),
    policeCalled: true,
    disposal,
    disposed,
    court: disposal.endsWith('order'),
  });
  if (!disposal.endsWith('order')) return;
  made.plans.push({
    child: child.id,
    start: disposed,
    ...dated('end', Math.min(care.end, addMonths(disposed, random.int(4, 12))), options.until),
    service: 'court-order',
    status: 'agreed',
    ...(random.chance(LINKED) ? { linkedPlan: `${child.id}-care-plan`, linked: disposed } : {}),
  });
}

function informal(
  child: Child,
  { year, start, end }: YearInCare,
  random: Random,
  { until }: PartOptions,
  made: Made,
) {
  const committed = random.dayBetween(start, end);
  if (child.ageOn(committed) < 12) return;
  const inPlacement = random.chance(0.6);
  const disposal = random.weighted(INFORMAL_RESPONSES(year));
  const dealt = committed + random.int(2, 30);
  made.offences.push({
    child: child.id,
    committed,
    kind: random.weighted(KINDS),
    inPlacement,
    ...(inPlacement ? { reasonableParentTest: random.chance(0.8), policeCalled: random.chance(0.35) } : {}),
    ...(dealt <= until ? { disposal, disposed: dealt } : {}),
  });
  if (disposal === 'restorative-response' && dealt <= until) {
    made.restorative.push({
      child: child.id,
      held: dealt,
      setting: inPlacement ? 'childrens-home' : 'school',
      insteadOfPolice: random.chance(0.7),
      victimTookPart: random.chance(0.8),
      agreed: random.chance(0.9),
      facilitatorRole: 'Restorative justice worker',
    });
  }
  const referred = committed + random.int(3, 45);
  if (random.chance(TO_PREVENTION) && referred <= until) {
    made.referrals.push({
      child: child.id,
      identified: committed,
      referred,
      service: 'prevention',
      ...dated('accepted', referred + random.int(2, 14), until),
    });
  }
}

/** Offences that agree with the return's flag (OC2), how they were dealt with, and the work of youth justice. */
const offending: SynthPart = {
  id: 'offending',
  make: (care, random, options) => {
    const returned = outcomesOf(options);
    const made: Made = { offences: [], referrals: [], plans: [], restorative: [] };
    const flagged = (outcomes: readonly Inside<StatutoryOutcomes>[] | undefined, from: Day, to: Day) =>
      outcomes?.find(({ asAt, convicted }) => convicted !== undefined && asAt >= from && asAt <= to)
        ?.convicted;
    for (const child of care.children) {
      const own = random.fork(child.id);
      for (const stay of yearsInCare(child, options)) {
        const convicted = flagged(returned.get(child.id), stay.start, stay.end);
        const firstYear = convicted === undefined && own.chance(FORMAL_IN_FIRST_YEAR);
        if (convicted === true || firstYear) formal(child, stay, own, options, made);
        if (own.chance(INFORMAL)) informal(child, stay, own, options, made);
      }
    }
    return [
      recordInput({ type: offence, inside: made.offences }),
      recordInput({ type: youthJusticeReferral, inside: made.referrals }),
      recordInput({ type: youthJusticePlan, inside: made.plans }),
      recordInput({ type: restorativeIntervention, inside: made.restorative }),
    ];
  },
};

const victims = partPerChild('victims', victimIncident, function* (child, random, options): Generator<
  Inside<VictimIncident>
> {
  for (const { start, end } of yearsInCare(child, options)) {
    const occurred = random.dayBetween(start, end);
    if (child.ageOn(occurred) < 10 || !random.chance(VICTIM)) continue;
    yield {
      child: child.id,
      occurred,
      kind: random.pick(['violence', 'online', 'robbery', 'targeted', 'bullying', 'hate']),
      ...(random.chance(0.6) ? dated('reportedToPolice', occurred + random.int(0, 4), options.until) : {}),
      ...dated('supportOffered', occurred + random.int(1, 14), options.until),
    };
  }
});

export const offendingParts: readonly SynthPart[] = [offending, victims];
