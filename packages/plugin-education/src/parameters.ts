import { defineParameter } from '@cic/core';

const GUIDANCE =
  'Promoting the education of looked-after children and previously looked-after children (2018)';
const REGULATIONS = 'Care Planning, Placement and Case Review (England) Regulations 2010, reg. 5';

/** Limits that a council may set for itself, each with the one that holds where it does not. */
export const parameters = [
  defineParameter({
    id: 'pep-from-age',
    title: 'Age from which a personal education plan is made',
    unit: 'years',
    default: 3,
    source: `${GUIDANCE}: from the free early years places on`,
    requirements: ['EDU-07'],
  }),
  defineParameter({
    id: 'first-pep-begun-working-days',
    title: 'First personal education plan begun',
    unit: 'working days',
    default: 10,
    source: REGULATIONS,
    requirements: ['CFG-05'],
  }),
  defineParameter({
    id: 'first-pep-working-days',
    title: 'First personal education plan ready, for the first review',
    unit: 'working days',
    default: 20,
    source: REGULATIONS,
  }),
  defineParameter({
    id: 'current-pep-months',
    title: 'How long a personal education plan is current',
    unit: 'months',
    default: 6,
    source: 'proposed: two terms; Derby 2012, 6.1.4c asks for the latest information',
    requirements: ['EDU-04', 'CFG-05'],
  }),
  defineParameter({
    id: 'school-place-school-days',
    title: 'New school place after losing one',
    unit: 'school days',
    default: 20,
    source: GUIDANCE,
  }),
  defineParameter({
    id: 'attendance-limit-percent',
    title: 'Attendance below which a pupil is persistently absent',
    unit: 'percent',
    default: 90,
    source: 'children in care strategy 2019-21, priority 4',
    requirements: ['D-EDU-03', 'CFG-04'],
  }),
  defineParameter({
    id: 'days-missed-limit',
    title: 'School days missed in a year',
    unit: 'days',
    default: 25,
    source: 'PAF C24',
    requirements: ['CFG-05'],
  }),
  defineParameter({
    id: 'attendance-fall-points',
    title: 'Fall of attendance from one half term to the next that is worth a look',
    unit: 'percentage points',
    default: 5,
    source: 'proposed',
  }),
  defineParameter({
    id: 'near-planned-school-miles',
    title: 'How near an early years setting is to the planned primary school',
    unit: 'miles',
    default: 2,
    source: 'proposed; Derby 2012, annex 6.1g asks for provision near the planned school',
    requirements: ['EDU-23'],
  }),
  defineParameter({
    id: 'personal-education-allowance-pounds',
    title: 'Personal education allowance for one child in a year',
    unit: 'pounds',
    default: 500,
    source: 'Leicestershire 2008, sections 6 and 10.1',
    requirements: ['EDU-25', 'CFG-05'],
  }),
  defineParameter({
    id: 'school-challenge-months',
    title: 'How often a school with children in care is challenged',
    unit: 'months',
    default: 4,
    source: 'Derby 2012, 6.1.4f: termly',
  }),
];
