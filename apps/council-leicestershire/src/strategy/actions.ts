import type { Action } from '@cic/core/records';
import { STRATEGY } from './strategy.ts';

interface More {
  readonly timescale?: Action['timescale'];
  readonly future?: true;
  readonly evidence?: readonly string[];
  readonly section?: string;
}

const IN_HAND = 'in-progress';
const ongoing: More = { timescale: { recurrence: 'ongoing' } };
const printed = (printedAs: string): More => ({ timescale: { printedAs } });
const future: More = { future: true };

/** An action as the text tells it: what, towards which objective, by whom, how far. */
function action(
  id: string,
  objective: string,
  status: NonNullable<Action['status']>,
  text: string,
  owners: readonly string[] = [],
  { timescale, future: later, evidence = [], section }: More = {},
): Action {
  const priority = id.slice(0, id.lastIndexOf('-'));
  return {
    id,
    strategy: STRATEGY,
    priority,
    objectives: [objective],
    kind: 'action',
    text,
    status,
    owners: owners.map((role) => ({ role })),
    ...(timescale === undefined ? {} : { timescale }),
    ...(later ? { horizon: 'future' as const } : {}),
    ...(section === undefined ? {} : { section }),
    ...(evidence.length === 0 ? {} : { evidence: evidence.map((indicator) => ({ indicator })) }),
  };
}

const TEAM = 'Corporate Parenting Team';
const HEAD = 'Service Manager, Education of Children in Care';
const FLYING_FISH = 'Flying Fish Project worker';
const FAMILY_SUPPORT = 'Family Support Team';

/** The report has no plan in a table: these come from its text, without an owner where it names none. */
export const actions: readonly Action[] = [
  action('corporate-parenting-a01', '5-a', IN_HAND, 'Let younger children join the participation group.', [
    'Corporate Parenting Steering Group',
  ]),
  action(
    'corporate-parenting-a02',
    '11.iii',
    IN_HAND,
    'Pilot with peer ambassadors: find what keeps children from culture, and remove it.',
    ['Cultural Services', 'District and borough councils', 'Leicester City Council', 'Creative Partnerships'],
  ),
  action(
    'corporate-parenting-a03',
    '5-a',
    IN_HAND,
    'Reading project in libraries and schools.',
    ['Library service'],
    ongoing,
  ),
  action(
    'corporate-parenting-a04',
    '5-a',
    IN_HAND,
    'Work experience with a mentor from 16 on.',
    [FLYING_FISH],
    {
      ...printed('over the past year'),
      evidence: ['work-placements-mentored'],
    },
  ),
  action(
    'corporate-parenting-a05',
    '5-a',
    'done',
    'Work placements in the council, in April and in summer.',
    [],
    {
      ...printed('April 2008; summer holidays'),
      evidence: ['work-placements-april-day', 'work-placements-summer'],
    },
  ),
  action(
    'corporate-parenting-a06',
    '11.vi',
    'not-started',
    'Talk about apprenticeships kept for care leavers.',
    ['Corporate Human Resources', TEAM, FLYING_FISH],
    { ...future, section: '5, 11.vi' },
  ),
  action('corporate-parenting-a07', '5-a', IN_HAND, 'Give out computers, two a month on average.', [TEAM], {
    timescale: { recurrence: 'monthly' },
    evidence: ['computers-per-month'],
  }),
  action('corporate-parenting-a08', '5-a', IN_HAND, 'Pay for driving lessons.', [TEAM], {
    ...printed('since April 2008'),
    evidence: ['driving-lessons'],
  }),
  action(
    'corporate-parenting-a09',
    '5-a',
    'done',
    'Awards, and a dinner for those who passed GCSEs.',
    [TEAM, FLYING_FISH],
    {
      timescale: { recurrence: 'yearly' },
      evidence: ['award-nominations'],
    },
  ),
  action(
    'corporate-parenting-a10',
    '5-a',
    IN_HAND,
    'Keep one post for a care leaver of 17 to 24, with training, for two years at most.',
    [TEAM],
    {
      evidence: ['ring-fenced-posts'],
    },
  ),
  action('education-a01', '6-a', 'done', 'Set up the virtual school with one database.', [HEAD]),
  action('education-a02', '6-a', 'done', 'A designated teacher in every school.'),
  action(
    'education-a03',
    '6-a',
    IN_HAND,
    'Train students as mentors for Years 9 to 11.',
    [],
    printed('this academic year'),
  ),
  action('education-a04', '10.1-a', 'done', 'Share out the personal education allowance.', [
    HEAD,
    'Corporate Parenting Manager',
  ]),
  action('education-a05', '11.i', 'not-started', 'Raise attendance and results in Key Stage 4.', [], {
    ...future,
    section: '11.i',
  }),
  action(
    'health-a01',
    '7-a',
    'done',
    'Initial assessments by community paediatricians, who record what children need.',
    ['Community paediatricians'],
    printed('since January 2007'),
  ),
  action(
    'health-a02',
    '7-a',
    'not-started',
    'Look at health needs across the region and feed the needs assessments.',
    ['Strategic Health Authority'],
    future,
  ),
  action(
    'health-a03',
    '7-a',
    'not-started',
    'Advise what new health guidance means here.',
    ['Health of Looked After Children Strategy Group'],
    printed('late 2008'),
  ),
  action(
    'health-a04',
    '7-a',
    IN_HAND,
    'Check the quality of assessments and reviews.',
    ['Designated Doctor', 'Designated Nurse'],
    { timescale: { recurrence: 'quarterly' } },
  ),
  action(
    'health-a05',
    '7-a',
    IN_HAND,
    'Train foster carers and adopters in mental health.',
    ['Young Person’s Team, CAMHS'],
    ongoing,
  ),
  action('health-a06', '11.ii', 'done', 'A part-time nurse for older teenagers in the 16+ service.', [
    'Primary Care Trust',
  ]),
  action('health-a07', '11.ii', 'done', 'New leaflets, as teenagers asked.', [
    'Specialist Services',
    'Health of Looked After Children Team',
  ]),
  action(
    'health-a08',
    '7-a',
    IN_HAND,
    'Health training for staff and carers.',
    ['Health training sub-group'],
    ongoing,
  ),
  action('offending-a01', '8-a', 'done', 'One plan for all agencies, prevention included.', [
    'Reducing Offending of Children in Care Strategy Group',
  ]),
  action('offending-a02', '8-a', 'done', 'A restorative justice worker for children’s homes.', [
    'Youth Offending Service',
    'Children and Young People’s Service',
    'Leicestershire Police',
  ]),
  action(
    'offending-a03',
    '8-a',
    IN_HAND,
    'Train staff of children’s homes in restorative justice, and have it evaluated.',
    [],
    {
      evidence: ['staff-trained-restorative-justice'],
    },
  ),
  action('housing-16-25-a01', '9-a', IN_HAND, 'Set up a housing group of several agencies.', [
    'District councils',
  ]),
  action(
    'housing-16-25-a02',
    '11.vii',
    IN_HAND,
    'Carry on the accommodation plan for care leavers.',
    ['16+ Service'],
    {
      ...ongoing,
      section: '9, 11.vii',
    },
  ),
  action('pea-a01', '10.1-a', 'done', 'Put the learning budgets and part of the grant together.', [
    TEAM,
    'Education of Children in Care Service',
  ]),
  action(
    'placement-stability-a01',
    '10.1-b',
    IN_HAND,
    'Look for foster carers area by area, with carers’ help.',
    [],
    printed('over the coming year'),
  ),
  action(
    'placement-stability-a02',
    '10.1-b',
    'not-started',
    'Local support groups led by a carer.',
    [],
    future,
  ),
  action(
    'placement-stability-a03',
    '10.1-b',
    'done',
    'One more social worker to help carers with behaviour and attachment.',
    [FAMILY_SUPPORT],
  ),
  action(
    'placement-stability-a04',
    '10.1-b',
    'not-started',
    'Drop-in sessions for carers every fortnight, not every month.',
    [FAMILY_SUPPORT],
    {
      timescale: { recurrence: 'fortnightly' },
      ...future,
    },
  ),
  action('disabled-children-a01', '10.1-c', 'done', 'A further manager and social worker, both part time.', [
    'Disabled Children’s Team',
  ]),
  action('disabled-children-a02', '10.1-c', IN_HAND, 'Build up short breaks.', [
    'Service Manager for Disabled Children',
  ]),
  action(
    'sixteen-plus-a01',
    '10.1-d',
    IN_HAND,
    'Pay for one more 16+ worker now and another in 2009/10.',
    ['16+ Service'],
    printed('this year; second post in 2009/10'),
  ),
  action(
    'sixteen-plus-a02',
    '10.1-d',
    IN_HAND,
    'Talk with the Home Office about care leavers who came unaccompanied.',
    ['The council'],
    {
      evidence: ['uasc-care-leavers'],
    },
  ),
  action('childrens-voice-a01', '10.1-e', 'done', 'Appoint a second rights and participation officer.', [
    TEAM,
  ]),
  action(
    'childrens-voice-a02',
    '10.1-e',
    'not-started',
    'Visit children placed out of county or in homes; join reviews of unaccompanied young people.',
    ['Children’s Rights Officer'],
    {
      evidence: ['visited-by-rights-officer', 'unaccompanied-reviews-with-rights-officer'],
    },
  ),
  action('childrens-voice-a03', '10.1-e', 'not-started', 'More advocates for disabled children.'),
  action('care-pledge-a01', '11.iv', IN_HAND, 'Write the Care Pledge with the children in care council.', [
    TEAM,
  ]),
  action('care-pledge-a02', '11.v', 'not-started', 'Train staff and members in the Pledge.', [], {
    ...printed('after the Care Pledge'),
    future: true,
    section: '11.v',
  }),
  action(
    'cic-council-a01',
    '11.iv',
    IN_HAND,
    'Make the group a children in care council that meets the director and lead member.',
    [TEAM],
    {
      evidence: ['participation-group-members'],
      section: '10.1, 11.iv',
    },
  ),
  action(
    'cic-council-a02',
    '11.iv',
    'not-started',
    'Then look again at what the steering group is for.',
    [],
    {
      ...printed('after the Care Pledge'),
      future: true,
      section: '11.iv',
    },
  ),
  action('virtual-head-a01', '6-a', 'done', 'The service manager is the virtual head.', [HEAD], {
    section: '10.4',
  }),
];
