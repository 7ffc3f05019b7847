import { codeSets as coreCodes, defineBreakdown, fromCodes } from '@cic/core';
import { codeSets } from './generated/codeSets.ts';
import { placeOn, schoolMoves } from './pupils/enrolments.ts';
import { latestPlan } from './pupils/plans.ts';
import { senGroup, senOn } from './pupils/sen.ts';
import { keyStageOf, NURSERY, yearGroupLabel, yearGroupOn } from './pupils/yearGroups.ts';

const YEAR_GROUPS = Array.from({ length: 16 }, (_, i) => NURSERY + i);

/** Ways to divide pupils. Facts are those of the day the engine asks for. */
export const breakdowns = [
  defineBreakdown({
    id: 'year-group',
    title: 'Year group',
    categories: YEAR_GROUPS.map((group) => ({
      id: String(group),
      label: yearGroupLabel(group),
    })),
    of: (child, on) => String(yearGroupOn(child, on)),
    requirements: ['EDU-01'],
  }),
  defineBreakdown({
    id: 'key-stage',
    title: 'Key stage',
    categories: [
      { id: 'early-years', label: 'Early years' },
      { id: 'key-stage-1', label: 'Key Stage 1' },
      { id: 'key-stage-2', label: 'Key Stage 2' },
      { id: 'key-stage-3', label: 'Key Stage 3' },
      { id: 'key-stage-4', label: 'Key Stage 4' },
      { id: 'post-16', label: 'Post-16' },
    ],
    of: (child, on) => keyStageOf(yearGroupOn(child, on)),
    requirements: ['EDU-03'],
  }),
  defineBreakdown({
    id: 'setting',
    title: 'Kind of school or setting',
    categories: fromCodes(codeSets.SCHOOL_KIND),
    of: (child, on) => placeOn(child, on)?.setting,
    requirements: ['EDU-03', 'EDU-07'],
  }),
  defineBreakdown({
    id: 'school-location',
    title: 'School inside or outside the area',
    categories: fromCodes(coreCodes.PL_LOCATION),
    of: (child, on) => placeOn(child, on)?.location,
    requirements: ['EDU-03', 'EDU-35'],
  }),
  defineBreakdown({
    id: 'pep-quality',
    title: 'Quality of the latest personal education plan',
    categories: fromCodes(coreCodes.QUALITY),
    of: (child, on) => latestPlan(child, on)?.quality,
    requirements: ['EDU-03'],
  }),
  defineBreakdown({
    id: 'special-educational-needs',
    title: 'Support for special educational needs',
    categories: [
      { id: 'plan', label: 'EHC plan or statement' },
      {
        id: 'support',
        label: 'SEN support, School Action or School Action Plus',
      },
      { id: 'none', label: 'No special educational need' },
    ],
    of: senGroup,
    requirements: ['CORE-13', 'EDU-19'],
  }),
  defineBreakdown({
    id: 'primary-need',
    title: 'Primary special educational need',
    categories: fromCodes(codeSets.SEN_TYPE),
    of: (child, on) => senOn(child, on)?.primaryNeed,
    requirements: ['EDU-34'],
  }),
  defineBreakdown({
    id: 'reason-for-school-move',
    title: 'Reason for the latest change of school',
    categories: fromCodes(codeSets.REASON_FOR_SCHOOL_MOVE),
    of: (child, on) => schoolMoves(child).findLast((move) => move.on <= on)?.reason,
    requirements: ['EDU-21'],
  }),
  defineBreakdown({
    id: 'outcome-of-school-move',
    title: 'Outcome of the latest change of school',
    categories: fromCodes(codeSets.OUTCOME_OF_SCHOOL_MOVE),
    of: (child, on) => schoolMoves(child).findLast((move) => move.on <= on)?.outcome,
    requirements: ['EDU-21'],
  }),
  defineBreakdown({
    id: 'pupil-premium-purpose',
    title: 'Purpose of pupil premium plus',
    categories: fromCodes(codeSets.PUPIL_PREMIUM_PURPOSE),
    // A purpose belongs to money, not to a child: only cases have one.
    requirements: ['D-EDU-14'],
  }),
];
