import type { Board, Post } from '@cic/core/records';

const EXECUTIVE = 'childrens-executive';

const board = (
  id: string,
  name: string,
  more: Omit<Board, 'id' | 'name' | 'councils'> & Partial<Pick<Board, 'councils'>>,
): Board => ({
  id,
  name,
  councils: ['leicestershire'],
  ...more,
});

/** Who steers, and how they meet. Where the report only implies the line of report, it is left out. */
export const boards: readonly Board[] = [
  board(EXECUTIVE, 'Children and Young People’s Executive', {
    kind: 'board',
    alsoKnownAs: ['CYP Executive', 'CYPS Executive'],
    purpose: 'Receives the report.',
    status: 'active',
  }),
  board('corporate-parenting-steering-group', 'Corporate Parenting Steering Group', {
    kind: 'group',
    chair: 'Lead member for children’s services',
    purpose: 'Carries the corporate parenting policy into the whole council.',
    members: [
      { role: 'County council departments' },
      { role: 'Connexions' },
      { role: 'Two district councils' },
      { role: 'Two foster carers' },
      { role: 'Leicestershire Cares' },
      { role: 'Young people in care, at every other meeting', youngPerson: true },
    ],
    status: 'active',
  }),
  board('education-strategy-group', 'Education of Children in Care Strategy Group', {
    kind: 'group',
    chair: 'Lead member for children’s services',
    purpose: 'Attendance and results.',
    status: 'active',
  }),
  board('health-strategy-group', 'Health of Looked After Children Strategy Group', {
    kind: 'group',
    chair: 'Designated Doctor for looked after children',
    purpose: 'Direction for health in Leicester, Leicestershire and Rutland.',
    councils: ['leicestershire', 'leicester', 'rutland'],
    status: 'active',
  }),
  board('offending-strategy-group', 'Reducing Offending of Children in Care Strategy Group', {
    alsoKnownAs: ['Reducing Offending Strategy Group'],
    kind: 'group',
    chair: 'Service Manager, Placements, with the Head of the Youth Offending Service',
    purpose: 'The plan against offending.',
    status: 'active',
  }),
  board('housing-strategy-group', 'Housing and Accommodation Strategy Group, 16 to 25', {
    kind: 'group',
    chair: 'Senior representative of a district council',
    purpose: 'Housing of all young people, care leavers among them.',
    status: 'agreed',
  }),
  board('t2c', 'T2C', {
    kind: 'young-people',
    alsoKnownAs: ['Children in Care Council'],
    purpose: 'Young people in care, who are to write the Care Pledge.',
    status: 'active',
  }),
  board('district-implementation-group', 'District Implementation Group', {
    kind: 'group',
    purpose: 'Takes the steering group’s work to the district councils.',
    status: 'active',
  }),
  board('camhs-operational-group', 'Young Person’s Team Operational Group', {
    kind: 'group',
    purpose: 'Mental health service for children in care.',
    status: 'active',
  }),
];

const post = (id: string, role: string, ...alsoKnownAs: string[]): Post => ({
  id,
  role,
  ...(alsoKnownAs.length === 0 ? {} : { alsoKnownAs }),
});

export const posts: readonly Post[] = [
  post('lead-member', 'Lead member for children’s services', 'Lead Member'),
  post('director', 'Director of Children’s Services'),
  post('corporate-parenting-manager', 'Corporate Parenting Manager'),
  post('corporate-parenting-team', 'Corporate Parenting Team', 'Corporate Parenting'),
  post(
    'virtual-head',
    'Service Manager, Education of Children in Care',
    'Virtual Head Teacher',
    'Virtual Head',
  ),
  post('designated-doctor', 'Designated Doctor', 'NHS Designated Doctor for Looked after Children'),
  post('designated-nurse', 'Designated Nurse'),
  post('reviewing-officer', 'Independent Reviewing Officer', 'Independent Review Officer'),
  post('rights-officer', 'Children’s Rights Officer', 'Children’s Rights and Participation Officer'),
  post('personal-adviser', 'Personal Adviser'),
  post('placements-manager', 'Service Manager, Placements'),
  post('youth-offending-head', 'Head of the Youth Offending Service'),
  post('disabled-children-manager', 'Service Manager for Disabled Children'),
  post('sixteen-plus-service', '16+ Service', 'CYPS Specialist Services 16+ Service'),
  // Services and partners that actions name.
  ...[
    'Cultural Services',
    'District and borough councils',
    'Leicester City Council',
    'Creative Partnerships',
    'Library service',
    'Flying Fish Project worker',
    'Corporate Human Resources',
    'Community paediatricians',
    'Strategic Health Authority',
    'Young Person’s Team, CAMHS',
    'Primary Care Trust',
    'Specialist Services',
    'Health of Looked After Children Team',
    'Health training sub-group',
    'Youth Offending Service',
    'Children and Young People’s Service',
    'Leicestershire Police',
    'District councils',
    'Education of Children in Care Service',
    'Family Support Team',
    'Disabled Children’s Team',
    'The council',
  ].map((role) => post(role.toLowerCase().replaceAll(/[^a-z]+/g, '-'), role)),
];
