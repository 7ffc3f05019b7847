import type { Board, Protocol } from '@cic/core/records';

const IMPROVEMENT = 'improvement-board';

const board = (id: string, name: string, more: Omit<Board, 'id' | 'name' | 'councils'> = {}): Board => ({
  id,
  name,
  councils: ['derby'],
  status: 'active',
  ...more,
});

/** The boards, panels and groups of the strategy. Lines of report are known for one of them only. */
export const boards: readonly Board[] = [
  board('families-board', 'Children, Families and Learners Board', {
    kind: 'board',
    alsoKnownAs: ['Children and Families Learners Board'],
    purpose: 'Holds partners to the strategy.',
  }),
  board(IMPROVEMENT, 'Children and Young People’s Improvement Board', {
    kind: 'board',
    chair: 'Strategic director for children and young people',
    members: [{ role: 'Commissioners' }, { role: 'Providers' }, { role: 'Managers' }],
    purpose: 'Follows and reviews the strategy.',
    reportsTo: [
      'cabinet',
      'scrutiny',
      'corporate-parenting-sub-group',
      'safeguarding-board',
      'families-board',
    ],
    reviewCycle: 'as-needed',
  }),
  board('cabinet', 'Council Cabinet', { kind: 'committee' }),
  board('scrutiny', 'Children and Young People Scrutiny Board', { kind: 'board' }),
  board('corporate-parenting-sub-group', 'Corporate Parenting Sub Group', {
    kind: 'group',
    purpose: 'Guides and challenges; meets the children in care council.',
  }),
  board('safeguarding-board', 'Derby Children’s Safeguarding Board', {
    kind: 'board',
    alsoKnownAs: ['DSCB'],
  }),
  board('children-in-care-council', 'Children in Care Council', {
    kind: 'young-people',
    alsoKnownAs: ['CiC'],
    purpose: 'The voice of young people in care.',
  }),
  board('health-wellbeing-group', 'LAAC Health and Wellbeing Group', {
    kind: 'group',
    status: 'planned',
    purpose: 'To answer for health services.',
  }),
  board('vulnerable-subgroup', 'Vulnerable Young Persons Subgroup', {
    kind: 'group',
    status: 'planned',
    reportsTo: ['safeguarding-board'],
  }),
  board('participation-group', 'Participation Delivery Group', { kind: 'group', status: 'planned' }),
  board('care-commissioning-group', 'Care Commissioning Group', {
    kind: 'group',
    alsoKnownAs: ['CCG'],
    purpose: 'Buys health assessments; the short form may also mean the clinical group.',
  }),
  board('resource-panel', 'Children’s Trust Resource Panel', { kind: 'panel' }),
  board('case-review-panel', 'Case Review Panel', { kind: 'panel' }),
  board('placement-panel', 'Placement Panel', { kind: 'panel', meetingCycle: 'monthly' }),
  board('adoption-panel', 'Adoption Panel', {
    kind: 'panel',
    members: [{ role: 'Elected member', required: true }, { role: 'Medical adviser' }],
  }),
  board('locality-meetings', 'Vulnerable and Locality Management Meetings', { kind: 'group' }),
  board('missing-group', 'Operational Group on Missing Children', { kind: 'group' }),
  board('reviewing-service', 'Independent Reviewing Service', {
    kind: 'group',
    purpose: 'Reviews every child’s plan; settles disputes.',
  }),
];

export const protocols: readonly Protocol[] = [
  {
    id: 'runaway-action',
    title: 'Runaway Action Partnership protocol',
    signatories: ['Police', 'Children’s services'],
    coverage: 'One number and one team for children who run away.',
  },
  {
    id: 'tackling-offending',
    title: 'Tackling Offending',
    signatories: ['Police', 'Youth offending service', 'Children’s services'],
    coverage: 'Being widened from children’s homes to all children in care.',
  },
  {
    id: 'dispute-resolution',
    title: 'Dispute resolution of reviewing officers',
    signatories: ['Independent Reviewing Service', 'Specialist services'],
  },
  {
    id: 'homeless-16-17',
    title: 'Joint assessment of homeless 16 and 17 year olds',
    signatories: ['Housing', 'Children’s services'],
  },
];
