import { type Check, type Child, type Day, defineCheck, formatIsoDate, OPEN } from '@cic/core';
import { adoptionDecision } from '@cic/core/records';
import {
  adoptionMatch,
  adoptionOrder,
  adoptivePlacement,
  careProceedings,
  earlyPermanencePlacement,
  familyFinding,
  permanenceReport,
  placementOrder,
} from '../generated/records.ts';
import { journeysOf } from '../journey/journey.ts';

const DATES = 'Correct the day that is wrong on the record it stands on.';

const check = (
  id: string,
  title: string,
  record: string,
  find: NonNullable<Check['find']>,
  fix = DATES,
): Check => defineCheck({ id, title, record, fix, find });

/** The day of a later step, where an earlier one should have come first: a sentence, or nothing. */
const late = (earlier: string, first: Day | undefined, later: string, second: Day | undefined): string[] =>
  first !== undefined && second !== undefined && second < first
    ? [`${later} on ${formatIsoDate(second)}, before ${earlier} on ${formatIsoDate(first)}`]
    : [];

const firstDecision = (child: Child, upTo: Day): Day | undefined =>
  child.records(adoptionDecision).find(({ decided }) => decided <= upTo)?.decided ??
  child.records(adoptionDecision)[0]?.decided;

const orderBeforeDecision = check(
  'adoption-order-before-decision',
  'Authority to place before the decision',
  'placement-order',
  function* (child) {
    for (const { granted } of child.records(placementOrder)) {
      if (granted !== undefined)
        yield* late(
          'the decision for adoption',
          firstDecision(child, granted),
          'the placement order was made',
          granted,
        );
    }
  },
);

const matchBeforeDecision = check(
  'match-before-decision',
  'Match before the decision for adoption',
  'adoption-match',
  function* (child) {
    for (const { matched } of child.records(adoptionMatch))
      yield* late(
        'the decision for adoption',
        firstDecision(child, matched),
        'the match was decided',
        matched,
      );
  },
);

const panelAfterMatch = check(
  'match-before-panel',
  'Match decided before the panel considered it',
  'adoption-match',
  function* (child) {
    for (const { linked, panel, matched, ceased } of child.records(adoptionMatch)) {
      yield* late('the panel considered it', panel, 'the match was decided', matched);
      yield* late('the link was made', linked, 'the match was decided', matched);
      yield* late('it was decided', matched, 'the match was given up', ceased);
    }
  },
);

const placedBeforeMatch = check(
  'placed-before-matched',
  'Placed before the match',
  'adoptive-placement',
  function* (child) {
    for (const { placements, matches, byFosterCarers } of journeysOf(child)) {
      const first = placements[0];
      if (!first || matches.length === 0 || byFosterCarers) continue;
      if (!matches.some(({ matched }) => matched <= first.start))
        yield* late('the match', matches[0]!.matched, 'the child was placed for adoption', first.start);
    }
  },
);

const introductions = check(
  'introductions-out-of-order',
  'Introductions out of order',
  'adoptive-placement',
  function* (child) {
    for (const { introductionsStarted, introductionsEnded, placed, ended } of child.records(
      adoptivePlacement,
    )) {
      yield* late('they started', introductionsStarted, 'introductions ended', introductionsEnded);
      yield* late('introductions started', introductionsStarted, 'the child was placed', placed);
      yield* late('the child was placed', placed, 'the adoptive placement ended', ended);
    }
  },
);

const adoptedBeforePlaced = check(
  'adopted-before-placed',
  'Adoption order before the placement',
  'adoption-order',
  function* (child) {
    for (const { applied, granted } of child.records(adoptionOrder)) {
      yield* late('it was applied for', applied, 'the adoption order was made', granted);
      const placed = child
        .records(adoptivePlacement)
        .map((one) => one.placed)
        .filter((day) => day !== undefined);
      if (granted !== undefined && placed.length > 0 && !placed.some((day) => day <= granted))
        yield* late('the child was placed', placed[0], 'the adoption order was made', granted);
    }
  },
);

const orderDates = check(
  'placement-order-dates',
  'Placement order dates out of order',
  'placement-order',
  function* (child) {
    for (const { applied, granted, ended } of child.records(placementOrder)) {
      yield* late('it was applied for', applied, 'the placement order was made', granted);
      yield* late('it was made', granted, 'the placement order ended', ended);
    }
  },
);

const reversalDates = check(
  'adoption-reversed-before-decided',
  'Decision reversed before it was made',
  'adoption-decision',
  function* (child) {
    for (const { decided, ceased } of child.records(adoptionDecision))
      yield* late('it was made', decided, 'the decision was reversed', ceased);
  },
);

const proceedings = check(
  'care-proceedings-dates',
  'Care proceedings concluded before they were issued',
  'care-proceedings',
  function* (child) {
    for (const { issued, concluded } of child.records(careProceedings))
      yield* late('they were issued', issued, 'care proceedings concluded', concluded);
  },
);

const search = check(
  'family-finding-dates',
  'Family finding dates out of order',
  'family-finding',
  function* (child) {
    for (const { started, ended, links = [] } of child.records(familyFinding)) {
      yield* late('it started', started, 'the search ended', ended);
      for (const { found, decided } of links)
        yield* late('it was found', found, 'a link was decided', decided);
    }
  },
);

const earlyPermanence = check(
  'early-permanence-dates',
  'Early permanence dates out of order',
  'early-permanence-placement',
  function* (child) {
    for (const { placed, ended } of child.records(earlyPermanencePlacement))
      yield* late('the child was placed', placed, 'the early permanence placement ended', ended);
  },
);

const reportAfterPanel = check(
  'permanence-report-after-panel',
  'No permanence report before the panel',
  'permanence-report',
  function* (child) {
    const reports = child.records(permanenceReport);
    if (reports.length === 0) return;
    for (const { panel } of child.records(adoptionMatch)) {
      if (panel !== undefined && !reports.some(({ completed = OPEN }) => completed <= panel))
        yield `the panel considered a match on ${formatIsoDate(panel)}, and no child’s permanence report was completed by then`;
    }
  },
  'Record the day the report was completed, or have it completed before the next panel.',
);

/** Days that contradict each other. */
export const sequenceChecks = [
  orderBeforeDecision,
  matchBeforeDecision,
  panelAfterMatch,
  placedBeforeMatch,
  introductions,
  adoptedBeforePlaced,
  orderDates,
  reversalDates,
  proceedings,
  search,
  earlyPermanence,
  reportAfterPanel,
];
