import { coreBreakdowns } from '../breakdowns/core.ts';
import { defineParameter } from '../council/parameter.ts';
import { coreDuties } from '../duties/core.ts';
import { codeSets } from '../generated/codeSets.ts';
import * as records from '../generated/records.ts';
import { childrenIndicators } from '../indicators/core/children.ts';
import { journeyIndicators } from '../indicators/core/journeys.ts';
import { placementIndicators } from '../indicators/core/placements.ts';
import { reviewIndicators } from '../indicators/core/reviews.ts';
import { recordTypesIn } from '../records/recordType.ts';
import { coreLists } from './lists.ts';
import { definePlugin, type Plugin } from './plugin.ts';

const REVIEWS = 'Care Planning, Placement and Case Review (England) Regulations 2010, reg. 33';
const VISITS = 'Care Planning, Placement and Case Review (England) Regulations 2010, reg. 28';

const parameters = [
  defineParameter({
    id: 'first-review-working-days',
    title: 'First review after starting to be looked after',
    unit: 'working days',
    default: 20,
    source: REVIEWS,
    requirements: ['CFG-05'],
  }),
  defineParameter({
    id: 'second-review-months',
    title: 'Second review after the first',
    unit: 'months',
    default: 3,
    source: REVIEWS,
  }),
  defineParameter({
    id: 'later-review-months',
    title: 'Later reviews after the one before',
    unit: 'months',
    default: 6,
    source: REVIEWS,
  }),
  defineParameter({
    id: 'first-visit-days',
    title: 'First visit after the start of a placement',
    unit: 'days',
    default: 7,
    source: VISITS,
  }),
  defineParameter({ id: 'visit-days', title: 'Visits', unit: 'days', default: 42, source: VISITS }),
  defineParameter({
    id: 'lasting-placement-visit-months',
    title: 'Visits after a year in a placement meant to last until 18',
    unit: 'months',
    default: 3,
    source: VISITS,
  }),
  defineParameter({
    id: 'placement-plan-working-days',
    title: 'Placement plan after the start of a placement',
    unit: 'working days',
    default: 5,
    source: 'Care Planning, Placement and Case Review (England) Regulations 2010, reg. 9',
  }),
  defineParameter({
    id: 'short-break-nights',
    title: 'Nights of short breaks in twelve months',
    unit: 'nights',
    default: 75,
    source: 'Care Planning, Placement and Case Review (England) Regulations 2010, reg. 48',
  }),
  defineParameter({
    id: 'far-from-home-miles',
    title: 'Distance from which a placement is far from home',
    unit: 'miles',
    default: 20,
    source: 'SSDA903 statistics, placement distance',
    requirements: ['D-LOC-03'],
  }),
];

/** What every council has, whichever plugins it enables. */
export const core: Plugin = definePlugin({
  id: 'core',
  title: 'Children in care',
  records: recordTypesIn(records),
  codeSets: Object.values(codeSets),
  parameters,
  breakdowns: coreBreakdowns,
  indicators: [...childrenIndicators, ...placementIndicators, ...reviewIndicators, ...journeyIndicators],
  duties: coreDuties,
  lists: coreLists,
});
