import type { CouncilConfig } from '@cic/core';

/** Districts, and teams that hold children of their own, with every name the documents use for them. */
export const districts = [
  {
    id: 'disabled-team',
    name: 'Disabled Children',
    kind: 'team',
    aliases: ['Disabled', "Disabled Children's Team", 'Disability'],
  },
  { id: 'high-peak', name: 'High Peak & North Dales', aliases: ['High Peak & N Dales', 'High Peak'] },
  { id: 'chesterfield', name: 'Chesterfield' },
  {
    id: 'north-east-bolsover',
    name: 'North East & Bolsover',
    aliases: ['NE Derbyshire & Bolsover', 'NE & Bolsover', 'NED and Bolsover'],
  },
  { id: 'amber-valley', name: 'Amber Valley' },
  { id: 'erewash', name: 'Erewash' },
  { id: 'south-derbyshire', name: 'South Derbyshire', aliases: ['S Derbyshire & S Dales'] },
  { id: 'asylum-team', name: 'UASC', kind: 'team', aliases: ['Asylum Seeker Children'] },
  {
    id: 'prevention-team',
    name: 'Prevent Family Breakdown',
    kind: 'team',
    aliases: ['Preventing Family Breakdown Team'],
  },
] satisfies CouncilConfig['districts'];

/**
 * Of the two strategies: health assessments in 20 working days, absence below 90%, newsletters from 8, far is 20 miles, 75
 * nights of short breaks, thresholds of adoption, 85% of commissioned units taken, care leavers until 25.
 */
export const parameters = [
  { id: 'initial-health-assessment-working-days', value: 20 },
  { id: 'attendance-limit-percent', value: 90 },
  { id: 'newsletter-age-from', value: 8 },
  { id: 'far-from-home-miles', value: 20 },
  { id: 'short-break-nights', value: 75 },
  { id: 'adoption-a1-days', value: 426 },
  { id: 'adoption-a2-days', value: 121 },
  { id: 'occupancy-target-percent', value: 85 },
  { id: 'leaving-care-last-age', value: 25 },
] satisfies CouncilConfig['parameters'];
