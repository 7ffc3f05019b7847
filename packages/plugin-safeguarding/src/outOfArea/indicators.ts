import { type CareHistory, type Child, type Day, defineIndicator, hasRecords } from '@cic/core';
import { visit } from '@cic/core/records';

/** Whether a child lived outside the authority on a day. */
export const isOutOfArea = (child: Child, on: Day): boolean =>
  child.episodeOn(on)?.placementLocation === 'OUT';

/** Stretches of days, from one to another (not included), on which a child lived outside the authority. */
function outOfArea({ history, index }: Child): (readonly [from: Day, until: Day])[] {
  const { first, start, end, placementLocation, shortBreak } = history.episodes;
  const out = placementLocation.values.indexOf('OUT');
  const stretches: (readonly [Day, Day])[] = [];
  if (out < 0) return stretches;
  for (let row = first[index]!; row < first[index + 1]!; row++) {
    if (placementLocation.of[row] === out && shortBreak[row] === 0) stretches.push([start[row]!, end[row]!]);
  }
  return stretches;
}

const DAYS_A_YEAR = 365;

const needs = (history: CareHistory): boolean =>
  hasRecords(history, visit) && history.episodes.placementLocation.values.includes('OUT');

const visitFrequency = defineIndicator({
  id: 'visits-out-of-area-a-year',
  title: 'Visits a year to children placed outside the area',
  definition:
    'Visits by a social worker in the period, at which the child was seen, while the child lived outside the authority, ' +
    'per year lived there.',
  population: 'years lived outside the authority in the period, over all children',
  unit: 'score',
  polarity: 'higher',
  kind: 'flow',
  source:
    'children in care strategy 2019-21, priority 2; Care Planning, Placement and Case Review (England) Regulations 2010, reg. 28',
  certainty: 'proposed',
  requirements: ['D-PLN-06'],
  among: 'looked after in the period',
  needs,
  measure: (child, { period }) => {
    let days = 0;
    let visits = 0;
    for (const [start, end] of outOfArea(child)) {
      const from = Math.max(start, period.start);
      const until = Math.min(end, period.end + 1);
      if (until <= from) continue;
      days += until - from;
      for (const { held, seen, visitorRole } of child.records(visit)) {
        if (
          held !== undefined &&
          held >= from &&
          held < until &&
          seen !== false &&
          visitorRole === 'social-worker'
        )
          visits++;
      }
    }
    return days === 0 ? undefined : { numerator: visits, denominator: days / DAYS_A_YEAR };
  },
});

/** Children placed outside the authority: how often they are seen. In time or not: core's visit-on-time by location. */
export const outOfAreaIndicators = [visitFrequency];
