import { defineParameter } from '@cic/core';

const SCORECARD = 'Adoption scorecards, thresholds for 2013-16 (from memory)';
const REGULATIONS = 'Adoption Agencies Regulations 2005';

/** Limits of adoption, each with its default; a council may set its own. */
export const parameters = [
  defineParameter({
    id: 'adoption-a1-days',
    title: 'Entering care to moving in with the adoptive family (A1)',
    unit: 'days',
    default: 426,
    source: SCORECARD,
    requirements: ['D-ADO-20'],
  }),
  defineParameter({
    id: 'adoption-a2-days',
    title: 'Authority to place to match (A2)',
    unit: 'days',
    default: 121,
    source: SCORECARD,
    requirements: ['D-ADO-20'],
  }),
  defineParameter({
    id: 'permanence-plan-months',
    title: 'Permanence plan after starting to be looked after: the second review',
    unit: 'months',
    default: 4,
    source: 'Care planning, placement and case review guidance (2015), permanence',
  }),
  defineParameter({
    id: 'adoption-placement-months',
    title: 'Placement for adoption after the decision',
    unit: 'months',
    default: 12,
    source: 'NI 61; Looked after and adopted children strategy 2012-15, section 7.2.1',
  }),
  defineParameter({
    id: 'adoption-first-review-weeks',
    title: 'First review after placement for adoption',
    unit: 'weeks',
    default: 4,
    source: `${REGULATIONS}, reg. 36`,
  }),
  defineParameter({
    id: 'adoption-second-review-months',
    title: 'Second review after placement for adoption',
    unit: 'months',
    default: 3,
    source: `${REGULATIONS}, reg. 36`,
  }),
  defineParameter({
    id: 'adoption-later-review-months',
    title: 'Later reviews after placement for adoption',
    unit: 'months',
    default: 6,
    source: `${REGULATIONS}, reg. 36`,
  }),
  defineParameter({
    id: 'life-story-working-days',
    title: 'Life story book after the adoption order',
    unit: 'working days',
    default: 10,
    source: 'Statutory guidance on adoption (2013): life story book and later life letter',
  }),
  defineParameter({
    id: 'adoption-support-assessment-days',
    title: 'Adoption support assessment after the request',
    unit: 'working days',
    default: 45,
    source: 'Proposed: the limit of a child and family assessment (Working Together)',
  }),
  defineParameter({
    id: 'adoption-support-years',
    title: 'Support of the placing authority after the order, where the family lives elsewhere',
    unit: 'years',
    default: 3,
    source:
      'Adoption Support Services Regulations 2005; Looked after and adopted children strategy 2012-15, section 7.2.1',
  }),
  defineParameter({
    id: 'adopter-stage-one-months',
    title: 'Stage one of becoming an adopter',
    unit: 'months',
    default: 2,
    source: `${REGULATIONS}, reg. 27 (as amended in 2013)`,
  }),
  defineParameter({
    id: 'adopter-stage-two-months',
    title: 'Stage two of becoming an adopter',
    unit: 'months',
    default: 4,
    source: `${REGULATIONS}, reg. 30B (as amended in 2013)`,
  }),
  defineParameter({
    id: 'adopter-review-months',
    title: 'Review of approval while adopters wait',
    unit: 'months',
    default: 12,
    source: `${REGULATIONS}, reg. 30D`,
  }),
  defineParameter({
    id: 'adoption-panel-quorum',
    title: 'Members an adoption panel needs',
    unit: 'members',
    default: 5,
    source: `${REGULATIONS}, reg. 6`,
  }),
  defineParameter({
    id: 'adoption-panel-elected-member',
    title: 'Elected member on every adoption panel (1), or not asked for (0)',
    unit: 'yes or no',
    default: 1,
    source:
      'Looked after and adopted children strategy 2012-15, section 7.2.4i; in the regulations until 2011',
  }),
];
