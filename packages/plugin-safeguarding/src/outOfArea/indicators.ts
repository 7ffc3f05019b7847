import {
  type Child,
  core,
  type Day,
  type Duty,
  defineIndicator,
  dutyContext,
  dutyStatus,
  hasRecords,
  type MeasureContext,
} from '@cic/core';
import { visit } from '@cic/core/records';

const SOURCE = 'Care Planning, Placement and Case Review (England) Regulations 2010, reg. 28';
const STRATEGY = 'children in care strategy 2019-21, priority 2';

/** The clocks of visits that core keeps: the first week of a placement, and those after it. */
const visitClocks: readonly Duty[] = (core.duties ?? []).filter(({ evidence }) => evidence.includes(visit));

/** Whether a child lived outside the authority on a day. */
export const isOutOfArea = (child: Child, on: Day): boolean =>
  child.episodeOn(on)?.placementLocation === 'OUT';

const everOutOfArea = ({ history, index }: Child): boolean => {
  const { first, placementLocation } = history.episodes;
  const out = placementLocation.values.indexOf('OUT');
  if (out < 0) return false;
  for (let row = first[index]!; row < first[index + 1]!; row++)
    if (placementLocation.of[row] === out) return true;
  return false;
};

/** Of visits due in the period to a child who lived out of the area on the day the clock began, those made in time. */
function visitsInTime(child: Child, { period, council }: MeasureContext) {
  let numerator = 0;
  let denominator = 0;
  for (const duty of visitClocks) {
    for (const event of duty.events(child, dutyContext(council, period.end))) {
      if (event.dueOn < period.start || event.dueOn > period.end || !isOutOfArea(child, event.startedOn))
        continue;
      const status = dutyStatus(event, period.end);
      if (status === 'fell away') continue;
      denominator++;
      if (status === 'met in time') numerator++;
    }
  }
  return denominator === 0 ? undefined : { numerator, denominator };
}

const needs = (history: Parameters<typeof hasRecords>[0]): boolean =>
  hasRecords(history, visit) && history.episodes.placementLocation.values.includes('OUT');

const visitsOutOfArea = defineIndicator({
  id: 'visits-out-of-area-on-time',
  title: 'Visits in time to children placed outside the area',
  definition:
    'Of social work visits due in the period to children who lived outside the authority when the clock began, the share ' +
    'made by the day they were due. The core figure is of all children.',
  population: 'visits due in the period to children placed outside the authority',
  unit: 'percent',
  polarity: 'higher',
  kind: 'flow',
  source: `${SOURCE}; ${STRATEGY}`,
  certainty: 'proposed',
  requirements: ['D-PLN-06'],
  needs,
  measure: (child, context) => (everOutOfArea(child) ? visitsInTime(child, context) : undefined),
});

const DAYS_A_YEAR = 365;

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
  source: STRATEGY,
  certainty: 'proposed',
  requirements: ['D-PLN-06'],
  needs,
  measure: (child, { period: { start, end } }) => {
    if (!everOutOfArea(child)) return undefined;
    let days = 0;
    for (const episode of child.episodes) {
      if (episode.placementLocation !== 'OUT' || episode.shortBreak) continue;
      days += Math.max(0, Math.min(episode.end, end + 1) - Math.max(episode.start, start));
    }
    if (days === 0) return undefined;
    const visits = child
      .records(visit)
      .filter(
        ({ held, seen, visitorRole }) =>
          held !== undefined &&
          held >= start &&
          held <= end &&
          seen !== false &&
          visitorRole === 'social-worker' &&
          isOutOfArea(child, held),
      );
    return { numerator: visits.length, denominator: days / DAYS_A_YEAR };
  },
});

/** Children placed outside the authority: how often they are seen. */
export const outOfAreaIndicators = [visitsOutOfArea, visitFrequency];
