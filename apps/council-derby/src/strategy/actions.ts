import type { Action } from '@cic/core/records';
import { objectives, STRATEGY } from './objectives.ts';
import { ownerOf } from './posts.ts';

interface More {
  /** Owners as printed, parted by semicolons. */
  readonly by?: string;
  /** The owner stands only in the row above. */
  readonly inherited?: true;
  readonly when?: 'Ongoing' | 'Termly';
  readonly steps?: readonly string[];
  /** Further objectives that its content supports. */
  readonly also?: readonly string[];
}

type Row = readonly [number: string, objective: string, text: string, more?: More];

const SIO = 'School Improvement Officers';
const CIC = 'HoS Children in Care & Regulated Services';
const MISSING = 'Lead Officer Missing Persons';
const DIRECTOR = 'Director Specialist Services';

const ROWS: readonly Row[] = [
  [
    '6.1-r01',
    '6.1.4a',
    'Keep schools and services looking at how children in care do.',
    { by: SIO, when: 'Ongoing' },
  ],
  ['6.1-r02', '6.1.4a', 'Make it part of the officers’ own training.', { by: SIO, inherited: true }],
  ['6.1-r03', '6.1.4a', 'Brief schools and nurseries regularly.', { by: SIO, inherited: true }],
  [
    '6.1-r04',
    '6.1.4b',
    'Lose fewer school days.',
    { by: SIO, when: 'Ongoing', steps: ['Cut the days lost.', 'Train officers in attendance and progress.'] },
  ],
  ['6.1-r05', '6.1.4b', 'Give the local teams attendance targets.', { by: 'HoS', when: 'Ongoing' }],
  [
    '6.1-r06',
    '6.1.4c',
    'Designated teachers can write and follow good education plans.',
    { by: 'Head of Virtual School', when: 'Ongoing' },
  ],
  ['6.1-r07', '6.1.4c', 'Train them in it.', { by: 'Head of Virtual School', inherited: true }],
  [
    '6.1-r08',
    '6.1.4d',
    'Agree with private and voluntary nurseries.',
    { by: SIO, steps: ['Agree with their managers.', 'Work on education plans with their staff.'] },
  ],
  [
    '6.1-r09',
    '6.1.4e',
    'Use data better.',
    { by: 'Head of Virtual School', steps: ['Better analysis.', 'Schools keep the tracker up to date.'] },
  ],
  [
    '6.1-r10',
    '6.1.4f',
    'Officers and partners can challenge schools.',
    {
      by: SIO,
      when: 'Termly',
      steps: ['Officers challenge, point to help, and report.', 'School partners are trained.'],
    },
  ],
  [
    '6.1-r11',
    '6.1.4g',
    'Question every change of school.',
    {
      by: 'Head of Admissions',
      steps: [
        'Admissions question each request.',
        'Three and four year olds go near their later school.',
        'A report on turbulence.',
      ],
    },
  ],
  ['6.1-r12', '6.1.4h', 'Education plans look beyond 16.', { by: 'Virtual Headteacher' }],
  [
    '6.1-r13',
    '6.1.4i',
    'Help schools with children placed for adoption.',
    {
      by: 'DHOS Adoption Manager',
      when: 'Ongoing',
      steps: ['Find schools that need help.', 'Inform about attachment and needs.'],
    },
  ],
  [
    '6.2-r01',
    '6.2.4a',
    'Convene a health and wellbeing group that answers for buying services.',
    {
      by: 'Commissioning Manager CYPS; NHS Derby Public Health Lead for Vulnerable Children and Young People',
    },
  ],
  [
    '6.2-r02',
    '6.2.4b',
    'Good review assessments.',
    {
      by: 'NHS Derby Safeguarding Lead; Designated Doctor; Designated Nurse; NHSDerby Public Health Lead for Vulnerable Children and Young People',
      steps: [
        'A process for school nurses and health visitors.',
        'Minimum standards and clinical governance for all.',
      ],
    },
  ],
  [
    '6.2-r03',
    '6.2.4c',
    'Agree how to work.',
    { by: 'Hos Children in Care; Designated Doctor; Designated Nurse' },
  ],
  [
    '6.2-r04',
    '6.2.4d',
    'Reviews look at health plans.',
    { by: 'Hos Quality Assurance Service', steps: ['A process for it.', 'Support for reviewing officers.'] },
  ],
  [
    '6.2-r05',
    '6.2.4e',
    'Ask more of providers elsewhere.',
    { by: 'CYPS Commissioning Lead', steps: ['Higher standards.', 'A local GP for each child, on record.'] },
  ],
  ['6.2-r06', '6.2.4e', 'Agree who is the responsible commissioner.', { by: 'CYPS Commissioning Lead' }],
  [
    '6.2-r07',
    '6.2.4e',
    'Reviewing officers ask for a review on placement elsewhere.',
    { by: 'Head of Quality Assurance and Safeguarding' },
  ],
  [
    '6.2-r08',
    '6.2.4f',
    'All carers fill in the questionnaire.',
    { by: 'DHOS Fostering & Adoption Serrvice; DHOS Residential Service' },
  ],
  ['6.2-r09', '6.2.4g', 'Train staff.', { by: 'Hos Children in Care and Regulated Services' }],
  ['6.2-r10', '6.2.4h', 'Review how care leavers pass on.', { by: 'Hos Care Leaving Service' }],
  [
    '6.2-r11',
    '6.2.4i',
    'Training in substance misuse.',
    {
      by: 'HoS Children in Care and Regulated Services',
      steps: ['Basics, screening, referral.', 'For homes and foster carers.'],
    },
  ],
  ['6.2-r12', '6.2-plan-j', 'A plan with dates and names for the inspector’s points.', { by: DIRECTOR }],
  ['6.3-r01', '6.3.4a', 'Study what children say on return.', { by: MISSING }],
  [
    '6.3-r02',
    '6.3.4b',
    'Share information with the police (printed as SY Police).',
    { by: `${MISSING}; Derbyshire Senior officer` },
  ],
  ['6.3-r03', '6.3.4c', 'Sharpen the city’s plan.', { by: MISSING }],
  ['6.3-r04', '6.3-plan-j', 'Review the procedures.', { by: MISSING }],
  ['6.3-r05', '6.3.4d', 'Renew the protocol.', { by: `${MISSING}; HosYOS` }],
  ['6.3-r06', '6.3.4e', 'Neighbourhood teams join it.', { by: 'Hos YOS' }],
  [
    '6.3-r07',
    '6.3.4f',
    'Gather and share what is known.',
    {
      by: `${MISSING}; Hos Quality Assurance; Hos YOS`,
      steps: ['Review how it is shared.', 'A subgroup of the safeguarding board.'],
    },
  ],
  ['6.3-r08', '6.3.4g', 'Prevent offences, or act fast and with ideas.', { by: 'Hos YOS' }],
  [
    '6.3-r09',
    '6.3.4h',
    'Refer those at risk in time.',
    { by: 'Hos YOS; Hos Children in Care & Regulated Services' },
  ],
  [
    '6.3-r10',
    '6.3.4i',
    'Against sexual exploitation.',
    {
      by: 'Child Sexual Exploitation Manager',
      steps: [
        'Make it known.',
        'Help face to face.',
        'Find those at risk, support families, act on offenders.',
      ],
    },
  ],
  [
    '6.3-r11',
    '6.3-plan-k',
    'The resource panel decides on complex cases.',
    { by: 'Commissioning; Specialist Services' },
  ],
  ['6.3-r12', '6.3-plan-l', 'Revise the protocol there is.', { by: 'Hos/DHOS Regulated Services; HoS YOS' }],
  ['6.4-r01', '7.1.4a', 'A group of agencies runs consultation.'],
  [
    '6.4-r02',
    '7.1.4b',
    'New terms of reference for the council.',
    { by: `${DIRECTOR}; Hos Quality Assurance` },
  ],
  [
    '6.4-r03',
    '7.1.4b',
    'It speaks wherever services are planned.',
    { by: `${DIRECTOR}; Director EIIS; HoS Quality Assurance` },
  ],
  ['6.4-r04', '7.1.4b', 'It reaches further through groups.', { by: 'All Practitioners' }],
  [
    '6.4-r05',
    '7.1.4c',
    'An open tender for these services.',
    { by: 'HoS Quality Assurance; HoS Commissioning' },
  ],
  [
    '6.4-r06',
    '7.1.4d',
    'The pledge.',
    {
      by: `${DIRECTOR}; HoS Quality Assurance`,
      steps: ['See what it did.', 'Revise it.', 'Review it every year.'],
    },
  ],
  [
    '6.4-r07',
    '7.1.4e',
    'A guide for each child with a plan for adoption.',
    { by: 'DHOS Adoption; Derby Design Team' },
  ],
  [
    '6.5-r01',
    '7.2.4a',
    'A group of agencies runs consultation with adopted children.',
    { by: 'DHOS Adoption Manager' },
  ],
  ['6.5-r02', '7.2.4b', 'A website for adopters.', { by: 'DHOS Adoption Manager' }],
  [
    '6.5-r03',
    '7.2.4c',
    'Find emotional needs early, together.',
    { by: 'CYPS Commissioning lead; DHOS Adoption', when: 'Ongoing' },
  ],
  [
    '6.5-r04',
    '7.2.4d',
    'Know what these children need of a family.',
    { by: `${CIC}; DHOS Adoption Manager; CYPSCommissioning` },
  ],
  ['6.5-r05', '7.2.4e', 'More training after approval.', { by: 'DHOS Adoption', also: ['7.2.4g'] }],
  [
    '6.5-r06',
    '7.2.4e',
    'Support plans that fit the family.',
    { by: 'Team Managers; Panel Adviser; Panel Chairs' },
  ],
  [
    '6.5-r07',
    '7.2.4e',
    'Social workers learn to plan adoption.',
    { by: 'DHOS Adoption; HoS Children in Care Regulated Services' },
  ],
  ['6.5-r08', '7.2.4e', 'Adoptive families use what all families use.', { by: 'Director EI&ISS' }],
  [
    '6.5-r09',
    '7.2.4e',
    'Schooling of adopted children.',
    {
      by: 'Virtual Head',
      also: ['6.1.4i'],
      steps: ['The virtual head briefs parents.', 'Admissions help them.'],
    },
  ],
  [
    '6.5-r10',
    '7.2.4f',
    'Look at the search for families.',
    {
      by: 'HoS Regulated Services; DHOS Adoption; HoS Locality Services',
      when: 'Ongoing',
      steps: ['Meet the family finders regularly.', 'See early which child needs a family elsewhere.'],
    },
  ],
  ['6.5-r11', '7.2.4g', 'More support services.', { by: CIC }],
  ['6.5-r12', '7.2.4h', 'Find patterns of need.', { by: 'Hos/DHOS Adoption Service; Analytical Services' }],
  ['6.5-r13', '7.2.4i', 'A member on each panel.', { by: `${DIRECTOR}; HoS CiC & Regulated Services` }],
  [
    '6.6-r01',
    '6.6-plan-l',
    'New terms, with a monthly children’s panel.',
    { by: `${DIRECTOR}; Director Commissioning Services` },
  ],
  [
    '6.6-r02',
    '7.3.4b',
    'Carry out the fostering strategy.',
    { by: `${DIRECTOR}; Director Commissioning; Hos Regulated Services; DHOS Fostering` },
  ],
  [
    '6.6-r03',
    '7.3.4d',
    'Know the market.',
    {
      by: `${DIRECTOR}; Director Commissioning; CYPS Commissioning lead`,
      steps: ['Assess needs and what is on offer.', 'Buy together with schools and health.'],
    },
  ],
  [
    '6.6-r04',
    '7.3.4d',
    'Say what plans are to bring about.',
    { by: 'HoS CiC & Regulated Services; Performance' },
  ],
  [
    '6.6-r05',
    '7.3.4e',
    'Deal with providers from one place.',
    {
      by: `${DIRECTOR}; Director Commissioning Services`,
      also: ['7.3.4j'],
      steps: ['One place for all dealings.', 'Mental health and schools on the panel.'],
    },
  ],
  [
    '6.6-r06',
    '7.3.4e',
    'Adoption and mental health services draw closer.',
    { by: 'HoS CiC & Regulated Services; Camhs Commissioner', also: ['7.2.4c'] },
  ],
  ['6.6-r07', '7.3.4e', 'Links to local teams.', { by: `Localities HoS; ${CIC}`, also: ['7.3.4a'] }],
  [
    '6.6-r08',
    '7.3.4e',
    'A directory, kept up to date.',
    { by: `${DIRECTOR}; Director EIISS`, also: ['7.3.4a'] },
  ],
  [
    '6.6-r09',
    '7.3.4f',
    'Study what was done before families broke down.',
    { by: 'Hos IDCS; Performance / Analytical Services' },
  ],
  [
    '6.6-r10',
    '7.3.4g',
    'Study five years of data.',
    { by: 'HoS IDCS; Commissioning Service; Analytical services' },
  ],
  [
    '6.6-r11',
    '7.3.4h',
    'Step by step to a tenancy.',
    { by: 'HoS YOS; accommodation Partners; Adults, Health and Housing' },
  ],
  ['6.6-r12', '7.3.4i', 'Better care in local homes.', { by: 'DHOS Residential Services; HoS IDCS' }],
  ['6.6-r13', '7.3.4k', 'New rules for care leavers’ money.', { by: 'HoS Care Leavers Service' }],
];

const recurrences = { Ongoing: 'ongoing', Termly: 'termly' } as const;

function actionOf([number, objective, text, more = {}]: Row): Action {
  const { by = '', inherited, when, steps, also = [] } = more;
  const owners = by === '' ? [] : by.split('; ').map((printed) => ownerOf(printed, inherited));
  return {
    id: `plan-${number}`,
    strategy: STRATEGY,
    priority: objectives.find(({ id }) => id === objective)!.priority,
    objectives: [objective, ...also],
    kind: objective === '6.2-plan-j' ? 'regulator' : 'action',
    text,
    section: `Annex ${number.slice(0, 3)}`,
    owners,
    ...(steps === undefined ? {} : { steps: steps.map((step) => ({ text: step })) }),
    ...(when === undefined ? {} : { timescale: { recurrence: recurrences[when], printedAs: when } }),
  };
}

/** The seventy rows of the improvement plan, rows split over pages put together again. No status is printed. */
export const actions: readonly Action[] = ROWS.map(actionOf);
