import type { Objective, Priority, Strategy } from '@cic/core/records';

export const STRATEGY = 'leicestershire-2008';

type Note = NonNullable<Strategy['notes']>[number];

const note = (kind: Note['kind'], text: string, priority?: string): Note => ({
  kind,
  text,
  ...(priority === undefined ? {} : { priority }),
});
const achievement = (text: string, priority?: string): Note => note('achievement', text, priority);
const challenge = (text: string, priority?: string): Note => note('challenge', text, priority);

/** The report to the executive, as one strategy: it is the nearest the council had to one. */
export const strategies: readonly Strategy[] = [
  {
    id: STRATEGY,
    title: 'Corporate Parenting: Improving Outcomes for Children in Care',
    councils: ['leicestershire'],
    kind: 'progress report to executive',
    start: '2007-09-14',
    end: '2008-10-31',
    status: 'final',
    versions: [
      {
        version: '2008',
        date: '2008-10-31',
        editors: [
          'Service Manager, Planning and Service Development',
          'Assistant Director, Specialist Services',
        ],
        note: 'The report before it is of 14 September 2007.',
      },
    ],
    vision: 'Better life chances for children in care and care leavers, and a smaller gap to other children.',
    scope: {
      included: ['Children in care of the council', 'Care leavers'],
      excluded: ['Children of other authorities who live in the county'],
    },
    statements: [
      { id: 't1', kind: 'theme', text: 'Narrowing the gap' },
      { id: 't2', kind: 'theme', text: 'Children on the edge of care' },
      { id: 't3', kind: 'theme', text: 'Stable placements' },
      { id: 't4', kind: 'theme', text: 'Results at school' },
      { id: 't5', kind: 'theme', text: 'The voice of the child' },
    ],
    recommendations: [
      { id: '12.i', text: 'Note the report.', addressee: 'Executive' },
      { id: '12.ii', text: 'Go on working in the strategic and operational groups.', addressee: 'Executive' },
      { id: '12.iii', text: 'Ask for a further report about the Care Pledge.', addressee: 'Executive' },
    ],
    notes: [
      achievement('Long-term stability rose from 53.3% to 58.8% between June 2007 and June 2008.'),
      achievement('More young people reached one GCSE, and more reached five good ones.'),
      achievement('Health checks are forecast at over 84%, the top band.'),
      achievement('Reviews on time, and children’s part in them, are called excellent; no figure is given.'),
      achievement(
        '141 passes for pools and attractions; 27 free tickets to performances.',
        'corporate-parenting',
      ),
      achievement(
        'Young people who take part grew from 9 to 22, five of them aged 9 to 11.',
        'corporate-parenting',
      ),
      achievement('118 award nominations; 24 learner drivers, of whom 5 passed.', 'corporate-parenting'),
      achievement(
        'A virtual school with one database, and a designated teacher in every school.',
        'education',
      ),
      achievement('Dental checks rose to 91% at least; one audited case without a dentist.', 'health'),
      achievement('Better health plans, and a first picture of needs taken together.', 'health'),
      achievement('95% of staff in children’s homes trained in restorative justice.', 'offending'),
      achievement('Young people can stay with foster carers after 18, with payment.', 'sixteen-plus'),
      challenge('A small care population with many teenagers; most come into care at 13 to 16.'),
      challenge('Stability is below its target and below similar councils.'),
      challenge('School attendance of secondary age.', 'education'),
      challenge('Only about 11% of next year’s Year 11 are predicted five good GCSEs.', 'education'),
      challenge('Many pupils with special needs; some new to English.', 'education'),
      challenge('Too few mental health staff for the young people’s team.', 'health'),
      challenge('Teenagers turn away from health reviews.', 'health'),
      challenge('Over a quarter have emotional or mental health needs.', 'health'),
      challenge('Offending about three times as likely as among all children.', 'offending'),
      challenge('Foster carers are hard to find.', 'placement-stability'),
      challenge('More disabled children with complex needs.', 'disabled-children'),
      challenge('59 care leavers came unaccompanied, and the number grows.', 'sixteen-plus'),
      challenge('Guidance on reviewing officers may bring more work.', 'childrens-voice'),
    ],
    documents: [
      { title: 'Children and Young People’s Executive report of 14 September 2007', available: false },
    ],
    abbreviations: [
      { short: 'CAMHS', long: 'Child and adolescent mental health services' },
      { short: 'CYPS', long: 'Children and Young People’s Service' },
      { short: 'LAA', long: 'Local area agreement' },
      { short: 'LPT', long: 'Leicestershire Partnership Trust' },
      { short: 'OC2', long: 'Yearly return of outcomes of children in care' },
      { short: 'PAF', long: 'Performance assessment framework' },
      { short: 'PCT', long: 'Primary care trust' },
      { short: 'PEA', long: 'Personal education allowance' },
      { short: 'PEP', long: 'Personal education plan' },
      { short: 'YOS', long: 'Youth offending service' },
    ],
  },
];

const priority = (
  id: string,
  section: string,
  name: string,
  kind: 'priority' | 'development-area',
  plugin: string,
  board?: string,
): Priority => ({
  id,
  strategy: STRATEGY,
  section,
  name,
  kind,
  plugin,
  ...(board === undefined ? {} : { board }),
});

export const priorities: readonly Priority[] = [
  priority(
    'corporate-parenting',
    '5',
    'Corporate parenting',
    'priority',
    'engagement',
    'corporate-parenting-steering-group',
  ),
  priority(
    'education',
    '6',
    'Education of children in care',
    'priority',
    'education',
    'education-strategy-group',
  ),
  priority('health', '7', 'Health of children in care', 'priority', 'health', 'health-strategy-group'),
  priority(
    'offending',
    '8',
    'Less offending by children in care',
    'priority',
    'safeguarding',
    'offending-strategy-group',
  ),
  priority(
    'housing-16-25',
    '9',
    'Housing for young people of 16 to 25',
    'priority',
    'leaving-care',
    'housing-strategy-group',
  ),
  priority('pea', '10.1', 'Personal education allowance', 'development-area', 'education'),
  priority('placement-stability', '10.1', 'Placement stability', 'development-area', 'core'),
  priority('disabled-children', '10.1', 'Disabled children', 'development-area', 'core'),
  priority('sixteen-plus', '10.1', '16+ service', 'development-area', 'leaving-care'),
  priority('childrens-voice', '10.1', 'Children’s voice', 'development-area', 'engagement'),
  priority('care-pledge', '10.2', 'The Care Pledge', 'development-area', 'engagement'),
  priority('cic-council', '10.3', 'Children in care council', 'development-area', 'engagement'),
  priority('virtual-head', '10.4', 'Virtual head teacher', 'development-area', 'education'),
];

const objective = (
  id: string,
  of: string,
  section: string,
  text: string,
  indicators: readonly string[] = [],
): Objective => ({
  id,
  strategy: STRATEGY,
  priority: of,
  text,
  origin: 'body',
  section,
  ...(indicators.length === 0 ? {} : { indicators: [...indicators] }),
});

export const objectives: readonly Objective[] = [
  objective('11.i', 'education', '11', 'Better attendance and results, most of all in Key Stage 4.', [
    'missing-over-25-days-secondary',
    'gcse-5-a-star-to-c',
  ]),
  objective('11.ii', 'health', '11', 'Win older teenagers for health reviews, with better administration.', [
    'health-assessment-12-months',
  ]),
  objective(
    '11.iii',
    'corporate-parenting',
    '11',
    'Better access to culture for children in care and care leavers.',
  ),
  objective('11.iv', 'cic-council', '11', 'Build the children in care council, and a Care Pledge with it.', [
    'participation-group-members',
  ]),
  objective('11.v', 'care-pledge', '11', 'Train staff and members once the Care Pledge is agreed.'),
  objective('11.vi', 'corporate-parenting', '11', 'Apprenticeships within the council.', [
    'ring-fenced-apprenticeships',
  ]),
  objective('11.vii', 'housing-16-25', '11', 'More choice of housing for care leavers.', [
    'care-leavers-suitable-accommodation',
  ]),
  objective('5-a', 'corporate-parenting', '5', 'The whole council acts as parent: leisure, culture, work.', [
    'leisure-passes-held',
    'driving-lessons',
  ]),
  objective('6-a', 'education', '6', 'Raise attendance and results.', [
    'missing-25-days',
    'gcse-1-a-star-to-g',
  ]),
  objective('7-a', 'health', '7', 'One direction for health across the city and both counties.', ['paf-c19']),
  objective('8-a', 'offending', '8', 'Services work together so that fewer children offend.', [
    'convicted-or-cautioned',
    'offending-ratio',
  ]),
  objective(
    '9-a',
    'housing-16-25',
    '9',
    'Meet the housing needs of all of 16 to 25, care leavers among them.',
  ),
  objective('10.1-a', 'pea', '10.1', 'Pay an allowance to pupils not likely to reach national standards.', [
    'personal-education-allowance-allocated',
  ]),
  objective(
    '10.1-b',
    'placement-stability',
    '10.1',
    'Find, keep and support foster carers, for lasting placements.',
    ['long-term-stability'],
  ),
  objective(
    '10.1-c',
    'disabled-children',
    '10.1',
    'Visit disabled children in long placements; short breaks.',
  ),
  objective(
    '10.1-d',
    'sixteen-plus',
    '10.1',
    'Advisers until 25; staying on with foster carers; work and study.',
    ['uasc-care-leavers'],
  ),
  objective(
    '10.1-e',
    'childrens-voice',
    '10.1',
    'Children are heard more: rights officers, visits, advocates.',
    ['visited-by-rights-officer'],
  ),
];
