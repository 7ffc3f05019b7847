import type { Day } from '@cic/core/dates';
import { ADOPTED, ADOPTIVE_PLACEMENTS, SHORT_BREAKS } from '../codes.ts';
import { rule } from '../engine/define.ts';
import { blank, filled } from '../engine/details.ts';
import { latest } from '../engine/latest.ts';

const rule117 = rule({
  code: '117',
  title: 'Decision about adoption after the year or after care ended',
  severity: 'error',
  years: [2023],
  tables: ['Episodes', 'PlacedAdoption'],
  fields: { Episodes: ['DEC', 'REC', 'DECOM'], PlacedAdoption: ['DATE_PLACED', 'DATE_PLACED_CEASED'] },
  means:
    'The decision to place for adoption, or its reversal, is dated after 31 March or after the end of the child’s last episode.',
  fix: 'Correct the date of the decision or reversal, or the end of the episode.',
  check: ({ PlacedAdoption, child, end }, flag) => {
    for (const decision of PlacedAdoption) {
      const episodes = child(decision.CHILD)?.now.Episodes ?? [];
      const last = latest(
        episodes.filter(({ REC }) => REC !== 'X1'),
        ({ DECOM }) => DECOM,
      );
      if (!last) continue;
      const tooLate = (date: Day): boolean => date > end || date > last.DEC;
      if (tooLate(decision.DATE_PLACED) || tooLate(decision.DATE_PLACED_CEASED)) {
        flag(last);
        flag(decision);
      }
    }
  },
  fails: {
    Episodes: [{ CHILD: '1', DECOM: '01/05/2025', DEC: '01/06/2025', REC: 'E4A' }],
    PlacedAdoption: [{ CHILD: '1', DATE_PLACED: '02/06/2025' }],
  },
  passes: {
    Episodes: [{ CHILD: '1', DECOM: '01/05/2025', DEC: '01/06/2025', REC: 'E4A' }],
    PlacedAdoption: [{ CHILD: '1', DATE_PLACED: '01/06/2025' }],
  },
});

const rule118 = rule({
  code: '118',
  title: 'Decision to place reversed before the year or before care began',
  severity: 'error',
  years: [2023],
  tables: ['Episodes', 'PlacedAdoption'],
  fields: { Episodes: ['DECOM', 'LS'], PlacedAdoption: ['DATE_PLACED_CEASED'] },
  means:
    'The reversal of the decision to place for adoption is dated before 1 April or before the child’s first episode.',
  fix: 'Correct the date of the reversal; one from an earlier year belongs to that year’s return.',
  check: ({ PlacedAdoption, child, start }, flag) => {
    for (const decision of PlacedAdoption) {
      const first = child(decision.CHILD)?.episodes.find(({ LS }) => !SHORT_BREAKS.has(LS));
      if (!first || Number.isNaN(first.DECOM)) continue;
      if (decision.DATE_PLACED_CEASED < first.DECOM || decision.DATE_PLACED_CEASED < start) {
        flag(first);
        flag(decision);
      }
    }
  },
  fails: {
    Episodes: [{ CHILD: '1', DECOM: '01/06/2025' }],
    PlacedAdoption: [{ CHILD: '1', DATE_PLACED_CEASED: '31/05/2025' }],
  },
  passes: {
    Episodes: [{ CHILD: '1', DECOM: '01/06/2025' }],
    PlacedAdoption: [{ CHILD: '1', DATE_PLACED_CEASED: '01/06/2025' }],
  },
});

const rule551 = rule({
  code: '551',
  title: 'Placed for adoption without a date of decision',
  severity: 'error',
  years: [2023],
  tables: ['Episodes', 'PlacedAdoption'],
  fields: { Episodes: ['PLACE'] },
  means: 'The child lives in an adoptive placement (A3 to A6), but it is not reported when that was decided.',
  fix: 'Enter the date of the decision to place for adoption in every row of the child, or correct the placement type.',
  check: ({ Episodes, child }, flag) => {
    for (const episode of Episodes) {
      if (!ADOPTIVE_PLACEMENTS.has(episode.PLACE)) continue;
      const decisions = child(episode.CHILD)?.now.PlacedAdoption ?? [];
      const dated =
        decisions.length > 0 && decisions.every(({ DATE_PLACED_TEXT }) => filled(DATE_PLACED_TEXT));
      if (!dated) flag(episode);
    }
  },
  fails: {
    Episodes: [{ CHILD: '1', PLACE: 'A5' }],
    PlacedAdoption: [{ CHILD: '1', DATE_PLACED: '' }],
  },
  passes: {
    Episodes: [{ CHILD: '1', PLACE: 'A5' }],
    PlacedAdoption: [{ CHILD: '1', DATE_PLACED: '01/05/2025' }],
  },
});

const rule552 = rule({
  code: '552',
  title: 'Decision to place later than the adoptive placement',
  severity: 'error',
  years: [2023],
  tables: ['Episodes', 'PlacedAdoption'],
  fields: { Episodes: ['DECOM'], PlacedAdoption: ['DATE_PLACED'] },
  means:
    'The child’s first adoptive placement (A3 to A6) began before the latest decision to place them for adoption.',
  fix: 'Correct the date of the decision, or the placement type or start of the episode.',
  check: ({ children }, flag) => {
    for (const { episodes, now } of children) {
      const decision = latest(now.PlacedAdoption, ({ DATE_PLACED }) => DATE_PLACED);
      const placement = decision && episodes.find(({ PLACE }) => ADOPTIVE_PLACEMENTS.has(PLACE));
      if (placement && placement.DECOM < decision.DATE_PLACED) {
        flag(placement);
        flag(decision);
      }
    }
  },
  fails: {
    Episodes: [{ CHILD: '1', DECOM: '31/05/2025', PLACE: 'A5' }],
    PlacedAdoption: [{ CHILD: '1', DATE_PLACED: '01/06/2025' }],
  },
  passes: {
    Episodes: [{ CHILD: '1', DECOM: '01/06/2025', PLACE: 'A5' }],
    PlacedAdoption: [{ CHILD: '1', DATE_PLACED: '01/06/2025' }],
  },
});

const rule553 = rule({
  code: '553',
  title: 'Placement order without a standing decision to place',
  severity: 'error',
  years: [2023],
  tables: ['Episodes', 'PlacedAdoption'],
  fields: {
    Episodes: ['CHILD'],
    PlacedAdoption: ['CHILD', 'DATE_PLACED', 'DATE_PLACED_CEASED', 'REASON_PLACED_CEASED'],
  },
  means:
    'A child under a placement order (E1) has a decision to place for adoption, which stands as long as the episode is open: ' +
    'here there is none, or it is reported as reversed.',
  fix: 'Add the decision, clear its reversal, or correct the legal status or end of the episode.',
  check: ({ Episodes, child }, flag) => {
    for (const episode of Episodes) {
      if (episode.LS !== 'E1') continue;
      const decisions = child(episode.CHILD)?.now.PlacedAdoption ?? [];
      if (decisions.length === 0) flag(episode);
      if (filled(episode.DEC_TEXT)) continue;
      for (const decision of decisions) {
        if (filled(decision.DATE_PLACED_CEASED_TEXT) || filled(decision.REASON_PLACED_CEASED)) flag(decision);
      }
    }
  },
  fails: {
    Episodes: [{ CHILD: '1', LS: 'E1' }],
    PlacedAdoption: [{ CHILD: '1', DATE_PLACED_CEASED: '01/06/2025' }],
  },
  passes: {
    Episodes: [{ CHILD: '1', LS: 'E1', DEC: '01/06/2025' }],
    PlacedAdoption: [{ CHILD: '1', DATE_PLACED_CEASED: '01/06/2025' }],
  },
});

const rule554 = rule({
  code: '554',
  title: 'Decision to place later than the placement order',
  severity: 'error',
  years: [2023],
  tables: ['Episodes', 'PlacedAdoption'],
  fields: { Episodes: ['DECOM', 'LS'], PlacedAdoption: ['DATE_PLACED'] },
  means:
    'The court made the placement order (E1) before the decision to place the child for adoption was taken.',
  fix: 'Correct the date of the decision, or the legal status or start of the episode.',
  differsFromReference:
    'A child whose placement orders all have unreadable start dates is passed over; the existing tool stops there and reports nothing for the whole return.',
  check: ({ PlacedAdoption, child }, flag) => {
    for (const decision of PlacedAdoption) {
      const order = child(decision.CHILD)?.episodes.find(({ LS }) => LS === 'E1');
      if (order && decision.DATE_PLACED > order.DECOM) {
        flag(order);
        flag(decision);
      }
    }
  },
  fails: {
    Episodes: [{ CHILD: '1', DECOM: '01/06/2025', LS: 'E1' }],
    PlacedAdoption: [{ CHILD: '1', DATE_PLACED: '02/06/2025' }],
  },
  passes: {
    Episodes: [{ CHILD: '1', DECOM: '01/06/2025', LS: 'E1' }],
    PlacedAdoption: [{ CHILD: '1', DATE_PLACED: '01/06/2025' }],
  },
});

const NOT_LEAVING_UNADOPTED = new Set(['', 'X1', ...ADOPTED]);

const rule557 = rule({
  code: '557',
  title: 'Left care unadopted, decision to place not reversed',
  severity: 'error',
  years: [2025],
  tables: ['Episodes', 'PlacedAdoption'],
  fields: {
    Episodes: ['PLACE', 'LS', 'REC'],
    PlacedAdoption: ['DATE_PLACED_CEASED', 'REASON_PLACED_CEASED'],
  },
  means:
    'The child left care from an adoptive placement (A3 to A6) or a placement order (E1) without being adopted, ' +
    'so the decision to place for adoption must have been reversed.',
  fix: 'Enter the date and the reason of the reversal, or correct the reason the episode ended.',
  check: ({ Episodes, child }, flag) => {
    for (const episode of Episodes) {
      const towardsAdoption = ADOPTIVE_PLACEMENTS.has(episode.PLACE) || episode.LS === 'E1';
      if (!towardsAdoption || NOT_LEAVING_UNADOPTED.has(episode.REC)) continue;
      const decisions = child(episode.CHILD)?.now.PlacedAdoption ?? [];
      const standing = decisions.filter(
        (decision) => blank(decision.DATE_PLACED_CEASED_TEXT) || blank(decision.REASON_PLACED_CEASED),
      );
      if (standing.length > 0 || decisions.length === 0) flag(episode);
      for (const decision of standing) flag(decision);
    }
  },
  fails: {
    Episodes: [{ CHILD: '1', LS: 'E1', REC: 'E4A' }],
    PlacedAdoption: [{ CHILD: '1', DATE_PLACED_CEASED: '01/06/2025' }],
  },
  passes: {
    Episodes: [{ CHILD: '1', LS: 'E1', REC: 'E4A' }],
    PlacedAdoption: [{ CHILD: '1', DATE_PLACED_CEASED: '01/06/2025', REASON_PLACED_CEASED: 'RD4' }],
  },
});

const rule558 = rule({
  code: '558',
  title: 'Adopted although every decision to place was reversed',
  severity: 'error',
  years: [2023],
  tables: ['Episodes', 'PlacedAdoption'],
  fields: { Episodes: ['REC'] },
  means:
    'The child was adopted (E11, E12), yet all decisions to place them for adoption are reported as reversed. A single decision with a single adoption is not questioned.',
  fix: 'Clear the reversal of the decision that led to the adoption, or correct the reason the episode ended.',
  check: ({ children }, flag) => {
    for (const { now } of children) {
      const adoptions = now.Episodes.filter(({ REC }) => ADOPTED.has(REC));
      const decisions = now.PlacedAdoption;
      const allReversed = decisions.every(({ DATE_PLACED_CEASED_TEXT }) => filled(DATE_PLACED_CEASED_TEXT));
      if (allReversed && adoptions.length * decisions.length > 1) {
        for (const adoption of adoptions) flag(adoption);
      }
    }
  },
  fails: {
    Episodes: [{ CHILD: '1', REC: 'E11' }],
    PlacedAdoption: [
      { CHILD: '1', DATE_PLACED_CEASED: '01/06/2025' },
      { CHILD: '1', DATE_PLACED_CEASED: '01/09/2025' },
    ],
  },
  passes: {
    Episodes: [{ CHILD: '1', REC: 'E11' }],
    PlacedAdoption: [
      { CHILD: '1', DATE_PLACED_CEASED: '01/06/2025' },
      { CHILD: '1', DATE_PLACED_CEASED: '' },
    ],
  },
});

/** Rules that set decisions to place for adoption against episodes: adoptive placements, placement orders, leaving care. */
export const adoptivePlacementRules = [
  rule117,
  rule118,
  rule551,
  rule552,
  rule553,
  rule554,
  rule557,
  rule558,
];
