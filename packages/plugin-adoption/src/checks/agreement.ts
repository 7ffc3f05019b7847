import { type Check, type Child, type Day, defineCheck, formatIsoDate, OPEN } from '@cic/core';
import { adoptionDecision, adoptionOutcome } from '@cic/core/records';
import { householdOf, householdsOf, stateOn } from '../adopters/households.ts';
import { adoptionMatch, adoptionOrder, adoptivePlacement, placementOrder } from '../generated/records.ts';
import { journeysOf } from '../journey/journey.ts';
import { adoptionOf, openPlan } from '../journey/steps.ts';

const check = (
  id: string,
  title: string,
  record: string,
  fix: string,
  find: NonNullable<Check['find']>,
  requirements?: readonly string[],
): Check => defineCheck({ id, title, record, fix, find, ...(requirements ? { requirements } : {}) });

/** Two sources of one day that do not agree. */
function* differ(what: string, own: Day | undefined, returned: Day | undefined): Generator<string> {
  if (own !== undefined && returned !== undefined && own !== returned)
    yield `${what}: ${formatIsoDate(own)} on the adoption record, ${formatIsoDate(returned)} in the statutory return`;
}

const COMPARE = 'Find out which day is right, and correct the other source.';

const returnMatch = check(
  'match-differs-from-return',
  'Match and AD1 differ',
  'adoption-match',
  COMPARE,
  function* (child) {
    for (const { matched, decided } of child.records(adoptionOutcome)) {
      yield* differ('day of the match', child.records(adoptionMatch).at(-1)?.matched, matched);
      yield* differ(
        'day of the decision for adoption',
        child.records(adoptionDecision).at(-1)?.decided,
        decided,
      );
    }
  },
);

const returnOrder = check(
  'placement-order-differs-from-return',
  'Placement order and legal status differ',
  'placement-order',
  COMPARE,
  function* (child) {
    const legal = child.legalStatuses.find(({ firstEpisode }) => /^(E1|D1)$/.test(firstEpisode.legalStatus));
    const granted = child.records(placementOrder).find((one) => one.granted !== undefined)?.granted;
    yield* differ('day of the placement order', granted, legal?.start);
  },
);

const returnPlacement = check(
  'adoptive-placement-differs-from-return',
  'Adoptive placement and placement type differ',
  'adoptive-placement',
  COMPARE,
  function* (child) {
    for (const { placed } of child.records(adoptivePlacement)) {
      if (placed === undefined || !child.isLookedAfter(placed)) continue;
      const type = child.episodeOn(placed)!.placementType;
      if (!type.startsWith('A'))
        yield `the child was placed with adopters on ${formatIsoDate(placed)}, and the episode of that day has placement type ${type || '(blank)'}`;
    }
  },
  ['D-ADO-18'],
);

const returnAdoption = check(
  'adoption-order-differs-from-return',
  'Adoption order and end of care differ',
  'adoption-order',
  COMPARE,
  function* (child) {
    for (const { granted } of child.records(adoptionOrder)) {
      if (granted === undefined) continue;
      const care = child.periodsOfCare.find(({ start, end }) => start <= granted && end >= granted);
      if (!care)
        yield `an adoption order was made on ${formatIsoDate(granted)}, when the child was not looked after`;
      else if (care.end === OPEN || !/^E1[12]$/.test(care.lastEpisode.reasonEpisodeCeased))
        yield `an adoption order was made on ${formatIsoDate(granted)}, and care did not end with reason E11 or E12`;
      else yield* differ('day of the adoption order', granted, care.end);
    }
  },
);

const adoptedWithoutOutcome = check(
  'adopted-without-outcome',
  'Adopted without AD1',
  'adoption-outcome',
  'Complete the adoption outcome (AD1) for the statutory return.',
  function* (child) {
    for (const journey of journeysOf(child)) {
      const adoption = adoptionOf(journey);
      if (!adoption) continue;
      if (child.records(adoptionOutcome).length === 0 && child.records(adoptionMatch).length === 0)
        yield `the child was adopted on ${formatIsoDate(adoption.on)}, and nothing says when the match was decided`;
      if (adoption.decided === undefined)
        yield `the child was adopted on ${formatIsoDate(adoption.on)}, and no decision for adoption was open on that day`;
    }
  },
);

/** Records of a type of which two hold on one day. */
function* overlap<T extends object>(
  what: string,
  records: readonly T[],
  span: (record: T) => readonly [Day | undefined, Day | undefined],
): Generator<string> {
  let last: readonly [Day, Day] | undefined;
  for (const record of records) {
    const [start, end = OPEN] = span(record);
    if (start === undefined) continue;
    if (last && start < last[1])
      yield `two ${what} hold on ${formatIsoDate(start)}: from ${formatIsoDate(last[0])} and from ${formatIsoDate(start)}`;
    last = [start, end];
  }
}

const twoAtOnce = check(
  'two-adoption-records-open',
  'Two decisions, orders, matches or placements at once',
  'adoptive-placement',
  'End the record that no longer holds.',
  function* (child) {
    yield* overlap('decisions for adoption', child.records(adoptionDecision), ({ decided, ceased }) => [
      decided,
      ceased,
    ]);
    yield* overlap('placement orders', child.records(placementOrder), ({ granted, ended }) => [
      granted,
      ended,
    ]);
    yield* overlap('matches', child.records(adoptionMatch), ({ matched, ceased }) => [matched, ceased]);
    yield* overlap('placements with adopters', child.records(adoptivePlacement), ({ placed, ended }) => [
      placed,
      ended,
    ]);
  },
);

const planLeftOpen = check(
  'adoption-plan-left-open',
  'Decision for adoption never ended',
  'adoption-decision',
  'Record the reversal of the decision and its reason.',
  function* (child, { asAt }) {
    for (const { decided, ceased } of child.records(adoptionDecision)) {
      if (ceased !== undefined || decided > asAt) continue;
      const care = child.periodsOfCare.findLast(({ start }) => start <= decided);
      if (!care || care.end <= decided)
        yield `a decision for adoption was made on ${formatIsoDate(decided)}, when the child was not looked after`;
      else if (care.end <= asAt && !journeysOf(child).some(({ adopted }) => adopted && adopted.on >= decided))
        yield `care ended on ${formatIsoDate(care.end)} without an adoption, and the decision of ${formatIsoDate(decided)} is still open`;
    }
  },
);

const reversalWithoutReason = check(
  'adoption-reversed-without-reason',
  'Decision reversed without a reason',
  'adoption-decision',
  'Record the reason (RD1 to RD4).',
  function* (child) {
    for (const { ceased, reasonCeased } of child.records(adoptionDecision))
      if (ceased !== undefined && reasonCeased === undefined)
        yield `the decision for adoption was reversed on ${formatIsoDate(ceased)} without a reason`;
  },
);

const placedAfterReversal = check(
  'placed-without-adoption-decision',
  'Placed for adoption without a decision',
  'adoptive-placement',
  'Record the decision that the child should be placed for adoption, or correct the placement.',
  function* (child, { asAt }) {
    const plan = openPlan(child, asAt);
    if (plan?.placed !== undefined && plan.decided === undefined)
      yield `the child has been placed for adoption since ${formatIsoDate(plan.placed)}, and no decision for adoption is open`;
  },
);

const disruptionWithoutReason = check(
  'adoptive-placement-ended-without-reason',
  'Adoptive placement ended without a reason',
  'adoptive-placement',
  'Record why the placement ended; after a disruption also the day of the disruption meeting.',
  function* (child) {
    for (const { ended, reasonEnded, disruptionMeeting } of child.records(adoptivePlacement)) {
      if (ended === undefined) continue;
      if (reasonEnded === undefined)
        yield `a placement with adopters ended on ${formatIsoDate(ended)} without a reason`;
      else if (reasonEnded === 'disrupted' && disruptionMeeting === undefined)
        yield `a placement with adopters disrupted on ${formatIsoDate(ended)}, and no disruption meeting is on record`;
    }
  },
);

const namesOf = (child: Child): { adopters: string; on: Day; what: string }[] => [
  ...child
    .records(adoptionMatch)
    .flatMap(({ adopters, matched, agency }) =>
      adopters !== undefined && (agency ?? 'own') === 'own'
        ? [{ adopters, on: matched, what: 'matched' }]
        : [],
    ),
  ...child
    .records(adoptivePlacement)
    .flatMap(({ adopters, placed }) =>
      adopters !== undefined && placed !== undefined ? [{ adopters, on: placed, what: 'placed' }] : [],
    ),
];

const adoptersNotApproved = check(
  'adopters-not-approved',
  'Matched with or placed with adopters who were not approved',
  'adoption-match',
  'Correct the household, or the day of its approval.',
  function* (child) {
    if (householdsOf(child.history).length === 0) return;
    for (const { adopters, on, what } of namesOf(child)) {
      const household = householdOf(child.history, adopters);
      if (!household) {
        const others = child
          .records(adoptionMatch)
          .some(({ adopters: other, agency = 'own' }) => other === adopters && agency !== 'own');
        if (!others)
          yield `the child was ${what} on ${formatIsoDate(on)} with household ${adopters}, which is not on record`;
        continue;
      }
      const state = stateOn(household, on);
      if (
        household.own &&
        (state === undefined || ['enquiry', 'stage-one', 'stage-two', 'closed'].includes(state))
      )
        yield `the child was ${what} on ${formatIsoDate(on)} with household ${adopters}, which was not approved on that day`;
    }
  },
);

const RECORDED_UNTIL_ORDER = [adoptivePlacement, adoptionMatch, placementOrder] as const;

const afterOrder = check(
  'record-after-adoption-order',
  'Records after the adoption order',
  'adoption-order',
  'An adoption order closes the child’s record: write what came after it into the record of the new identity.',
  function* (child) {
    const adopted = journeysOf(child).findLast((journey) => journey.adopted)?.adopted?.on;
    if (adopted === undefined) return;
    if (child.periodsOfCare.some(({ start }) => start > adopted))
      yield `the child was adopted on ${formatIsoDate(adopted)}, and started to be looked after again under the earlier identity`;
    for (const type of RECORDED_UNTIL_ORDER) {
      const on = child
        .records<object>(type)
        .map((record) => (record as Record<string, unknown>)[type.from!])
        .find((day): day is Day => typeof day === 'number' && day > adopted);
      if (on !== undefined)
        yield `the child was adopted on ${formatIsoDate(adopted)}, and a record of type ${type.id} is of ${formatIsoDate(on)}`;
    }
  },
);

/** Sources that have to agree, and records that cannot hold together. */
export const agreementChecks = [
  returnMatch,
  returnOrder,
  returnPlacement,
  returnAdoption,
  adoptedWithoutOutcome,
  twoAtOnce,
  planLeftOpen,
  reversalWithoutReason,
  placedAfterReversal,
  disruptionWithoutReason,
  adoptersNotApproved,
  afterOrder,
];
