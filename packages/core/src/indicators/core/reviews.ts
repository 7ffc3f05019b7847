import { lookedAfterFor12Months } from '../../cohorts/cohorts.ts';
import type { Period } from '../../dates/period.ts';
import { reviewDuties } from '../../duties/core.ts';
import { dutyContextOf, dutyStatus } from '../../duties/duty.ts';
import { review, socialWorkerEpisode } from '../../generated/records.ts';
import { holdsAny } from '../../history/careHistory.ts';
import type { Child } from '../../history/child.ts';
import { defineIndicator } from '../indicator.ts';

const heldIn = (child: Child, { start, end }: Period) =>
  child.records(review).filter(({ held }) => held !== undefined && held >= start && held <= end);

const FOUR_WEEKS = 28;

const inCareFourWeeks = (child: Child, { end }: Period): boolean => {
  const care = child.periodOn(end);
  return care !== undefined && end - care.start >= FOUR_WEEKS;
};

const reviewsOnTime = defineIndicator({
  id: 'reviews-on-time',
  title: 'Children whose reviews were all on time',
  definition:
    'Of children in care on the last day of the period and looked after for at least four weeks, the share whose ' +
    'reviews due in the period were all held by their due date: the first within 20 working days of the start, the ' +
    'second within 3 months of the first, later ones within 6 months of the one before.',
  population:
    'children in care on the last day for at least four weeks, with at least one review due in the period',
  unit: 'percent',
  polarity: 'higher',
  kind: 'flow',
  codes: [{ scheme: 'NI', code: '66' }],
  source:
    'Care Planning, Placement and Case Review (England) Regulations 2010, reg. 33; cohorts section 12 (from memory)',
  certainty: 'from memory',
  requirements: ['REV-03', 'REV-02'],
  needs: holdsAny(review),
  among: 'in care at the end',
  measure: (child, { period, council }) => {
    if (!inCareFourWeeks(child, period)) return undefined;
    const context = dutyContextOf(council, period);
    let due = 0;
    for (const duty of reviewDuties) {
      for (const event of duty.events(child, context)) {
        if (event.dueOn < period.start || event.dueOn > period.end) continue;
        const status = dutyStatus(event, period.end);
        if (status === 'fell away') continue;
        if (status !== 'met in time') return false;
        due++;
      }
    }
    return due === 0 ? undefined : true;
  },
});

const TOOK_PART = new Set<string | undefined>(['PN1', 'PN2', 'PN3', 'PN5', 'PN6']);
const NOT_OLD_ENOUGH = 'PN0';

const participation = defineIndicator({
  id: 'participation-in-reviews',
  title: 'Children who took part in their reviews',
  definition:
    'Of reviews held in the period for children of four or over, the share in which the child took part: attended and ' +
    'spoke, attended with an advocate, or sent their views.',
  population: 'reviews held in the period with a participation code other than PN0 (child under four)',
  unit: 'percent',
  polarity: 'higher',
  kind: 'flow',
  source: 'SSDA903 REVIEW_CODE; cohorts section 12 (per review: proposed)',
  certainty: 'proposed',
  requirements: ['REV-04', 'D-PLN-02', 'D-ENG-15'],
  needs: holdsAny(review),
  measure: (child, { period }) => {
    const reviews = heldIn(child, period).filter(
      ({ participation: code }) => code && code !== NOT_OLD_ENOUGH,
    );
    if (reviews.length === 0) return undefined;
    return {
      numerator: reviews.filter(({ participation: code }) => TOOK_PART.has(code)).length,
      denominator: reviews.length,
    };
  },
});

const participationInAll = defineIndicator({
  id: 'participation-in-all-reviews',
  title: 'Children who took part in all their reviews',
  definition:
    'Of children of four or over in care on the last day of the period for at least four weeks, the share who took ' +
    'part in every review held in the period.',
  population:
    'children in care on the last day for at least four weeks with a review in the period at four or over',
  unit: 'percent',
  polarity: 'higher',
  kind: 'flow',
  codes: [{ scheme: 'PAF', code: 'C63' }],
  source: 'PAF C63; cohorts section 12 (which codes count: PN4 from memory)',
  certainty: 'from memory',
  requirements: ['REV-04', 'D-PLN-02'],
  needs: holdsAny(review),
  among: 'in care at the end',
  measure: (child, { period }) => {
    if (!inCareFourWeeks(child, period)) return undefined;
    const reviews = heldIn(child, period).filter(
      ({ participation: code }) => code && code !== NOT_OLD_ENOUGH,
    );
    return reviews.length === 0 ? undefined : reviews.every(({ participation: code }) => TOOK_PART.has(code));
  },
});

const workersIn = (child: Child, { start, end }: Period): number =>
  child
    .records(socialWorkerEpisode)
    .filter((spell) => spell.start <= end && (spell.end === undefined || spell.end > start)).length;

const threeOrMoreWorkers = defineIndicator({
  id: 'three-or-more-social-workers',
  title: 'Children with three or more social workers in 12 months',
  definition:
    'Of children in care on the last day of the period, the share with three or more spells of an allocated social ' +
    'worker in the twelve months that end on it. A spell open on the first day counts.',
  population: 'children in care on the last day of the period with a social worker on record',
  unit: 'percent',
  polarity: 'lower',
  kind: 'flow',
  decimals: 2,
  source:
    'children in care strategy 2019-21, section 4; how the published measure counts workers was not found',
  certainty: 'proposed',
  requirements: ['D-CHI-21'],
  needs: holdsAny(socialWorkerEpisode),
  among: 'in care at the end',
  measure: (child, { period }) => {
    if (!child.isLookedAfter(period.end) || child.records(socialWorkerEpisode).length === 0) return undefined;
    return workersIn(child, period) >= 3;
  },
});

const changesOfWorker = defineIndicator({
  id: 'changes-of-social-worker',
  title: 'Changes of social worker per child',
  definition:
    'Mean number of changes of allocated social worker in the period, over children in care on its last day.',
  population: 'children in care on the last day of the period with a social worker on record',
  unit: 'score',
  polarity: 'lower',
  kind: 'flow',
  decimals: 2,
  source: 'children in care strategy 2019-21, action P2.1',
  certainty: 'proposed',
  requirements: ['D-CHI-22'],
  needs: holdsAny(socialWorkerEpisode),
  among: 'in care at the end',
  measure: (child, { period }) => {
    const spells = child.records(socialWorkerEpisode);
    if (!child.isLookedAfter(period.end) || spells.length === 0) return undefined;
    return spells.slice(1).filter(({ start }) => start >= period.start && start <= period.end).length;
  },
});

const inCare12MonthsShare = defineIndicator({
  id: 'in-care-12-months-share',
  title: 'Children in care for at least 12 months, as a share',
  definition:
    'Share of children in care on the last day of the period who have been looked after for 12 months or more.',
  population: 'children in care on the last day of the period',
  unit: 'percent',
  polarity: 'neutral',
  kind: 'stock',
  source: 'cohorts section 5',
  certainty: 'proposed',
  requirements: ['CORE-08'],
  among: 'in care at the end',
  measure: (child, { period }) =>
    child.isLookedAfter(period.end) ? lookedAfterFor12Months(child, period.end) : undefined,
});

/** Reviews, and the people who see to them. */
export const reviewIndicators = [
  reviewsOnTime,
  participation,
  participationInAll,
  threeOrMoreWorkers,
  changesOfWorker,
  inCare12MonthsShare,
];
