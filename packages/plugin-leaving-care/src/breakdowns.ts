import {
  type Breakdown,
  type Category,
  type CodeSet,
  codeSets as coreCodes,
  defineBreakdown,
  fromCodes,
  openOn,
} from '@cic/core';
import { adviserOn } from './facts/advisers.ts';
import { activityOn, livingOn } from './facts/living.ts';
import { codeSets } from './generated/codeSets.ts';
import { adultTransition, housingStep, immigrationStatus } from './generated/records.ts';
import { statusOn, wasUnaccompanied } from './status/status.ts';

const fromGroups = ({ groups }: CodeSet, labels: Readonly<Record<string, string>>): Category[] =>
  groups.map((id) => ({ id, label: labels[id] ?? id }));

/** The six groups of accommodation; every type is in one, so that the shares add up to 100. */
export const ACCOMMODATION_GROUPS: Readonly<Record<string, string>> = {
  'family-friends': 'With family or friends',
  carers: 'Staying put, supported lodgings or Shared Lives',
  regulated: 'Regulated: community home, hospital, foster home, custody',
  supervised: 'Supervised independent living',
  independent: 'Fully independent',
  other: 'Other',
};

const status = defineBreakdown({
  id: 'leaving-care-status',
  title: 'Leaving care status',
  categories: fromCodes(codeSets.LEAVING_CARE_STATUS),
  of: (child, on) => statusOn(child, on),
  requirements: ['D-LEA-01', 'LVC-01'],
});

const accommodation = defineBreakdown({
  id: 'care-leaver-accommodation',
  title: 'Accommodation of care leavers',
  categories: fromCodes(codeSets.LIVING_ARRANGEMENT),
  of: (child, on) => livingOn(child, on)?.kind,
  requirements: ['D-LEA-06', 'D-REF-16'],
});

const accommodationGroup = defineBreakdown({
  id: 'care-leaver-accommodation-group',
  title: 'Accommodation of care leavers, in six groups',
  categories: fromGroups(codeSets.LIVING_ARRANGEMENT, ACCOMMODATION_GROUPS),
  of: (child, on) => codeSets.LIVING_ARRANGEMENT.group(livingOn(child, on)?.kind ?? ''),
  requirements: ['D-LEA-10'],
});

const accommodationSource = defineBreakdown({
  id: 'care-leaver-accommodation-source',
  title: 'Where accommodation is on record',
  categories: [
    { id: 'own-records', label: 'Leaving care records' },
    { id: 'statutory-return', label: 'Statutory return' },
  ],
  of: (child, on) => livingOn(child, on)?.source,
});

const location = defineBreakdown({
  id: 'care-leaver-location',
  title: 'Care leavers inside or outside the area',
  categories: [
    { id: 'IN', label: 'Inside the area' },
    { id: 'OUT', label: 'Outside the area' },
  ],
  of: (child, on) => livingOn(child, on)?.record?.location,
  requirements: ['D-LEA-11', 'D-LEA-31'],
});

const unaccompanied = defineBreakdown({
  id: 'formerly-unaccompanied',
  title: 'Formerly unaccompanied',
  categories: [
    { id: 'yes', label: 'Came as an unaccompanied asylum-seeking child' },
    { id: 'no', label: 'Others' },
  ],
  of: (child) => (wasUnaccompanied(child) ? 'yes' : 'no'),
  requirements: ['LVC-16', 'D-LEA-31'],
});

const immigration = defineBreakdown({
  id: 'immigration-status',
  title: 'Immigration status',
  categories: fromCodes(codeSets.IMMIGRATION_STATUS),
  of: (child, on) => child.records(immigrationStatus).findLast(({ from }) => from <= on)?.status,
  requirements: ['D-LEA-31', 'LVC-16'],
});

const activity = defineBreakdown({
  id: 'care-leaver-activity',
  title: 'Main activity of care leavers',
  categories: fromCodes(coreCodes.ACTIV),
  of: activityOn,
  requirements: ['D-LEA-15'],
});

const adviserRole = defineBreakdown({
  id: 'adviser-role',
  title: 'Role of the worker',
  categories: fromCodes(codeSets.ADVISER_ROLE),
  of: (child, on) => adviserOn(child, on)?.role,
  requirements: ['LVC-17'],
});

const ageGroup = defineBreakdown({
  id: 'care-leaver-age',
  title: 'Age of care leavers',
  categories: [
    { id: '16-17', label: '16 and 17' },
    { id: '18', label: '18' },
    { id: '19-21', label: '19 to 21' },
    { id: '22-25', label: '22 to 25' },
  ],
  of: (child, on) => {
    const age = child.ageOn(on);
    if (!(age >= 16 && age <= 25)) return undefined;
    return age < 18 ? '16-17' : age === 18 ? '18' : age <= 21 ? '19-21' : '22-25';
  },
  requirements: ['D-LEA-02', 'LVC-21'],
});

const step = defineBreakdown({
  id: 'housing-step',
  title: 'Step on the way to a home of one’s own',
  categories: fromCodes(codeSets.HOUSING_STEP),
  of: (child, on) => child.records(housingStep).findLast((one) => openOn(one, on))?.step,
  requirements: ['LVC-08'],
});

const adultService = defineBreakdown({
  id: 'adult-service',
  title: 'Adult service',
  categories: fromCodes(codeSets.ADULT_SERVICE),
  of: (child, on) => child.records(adultTransition).findLast(({ identified }) => identified <= on)?.service,
  requirements: ['D-LEA-30'],
});

/** Of records that are about no child; their cases bring the category with them. */
const ofCases = (id: string, title: string, codes: CodeSet): Breakdown =>
  defineBreakdown({ id, title, categories: fromCodes(codes) });

/** Ways to divide care leavers. */
export const breakdowns: readonly Breakdown[] = [
  status,
  accommodation,
  accommodationGroup,
  accommodationSource,
  location,
  unaccompanied,
  immigration,
  activity,
  adviserRole,
  ageGroup,
  step,
  adultService,
  ofCases('commissioned-kind', 'Kind of commissioned accommodation', codeSets.COMMISSIONED_KIND),
  ofCases('homeless-outcome', 'What came of a homeless presentation', codeSets.HOMELESS_OUTCOME),
];
