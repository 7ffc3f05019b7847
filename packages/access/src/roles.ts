/** What somebody looks at records for. Every reading and writing has one; it is written into the audit. */
export const purposes = {
  care: 'looking after a child',
  supervision: 'answering for the work of a team',
  review: 'reviewing a child’s plan independently',
  education: 'a child’s education',
  health: 'a child’s health',
  adoption: 'an adoption, and support after it',
  commissioning: 'finding and buying placements and services',
  performance: 'measuring how the service does',
  participation: 'children and young people taking part',
  governance: 'answering for the service as a corporate parent',
  audit: 'checking that records and access are in order',
  exchange: 'exchanging records with another system',
  'statutory return': 'making a statutory return',
  'subject access': 'giving a person what is held on them',
  administration: 'running the deployment',
} as const;

export type Purpose = keyof typeof purposes;

/** What people of one kind do here. Rules name it; a person may have several. */
export interface Role {
  readonly id: string;
  /** As a sentence names the person: 'a social worker'. */
  readonly title: string;
  /** What the role may look at records for; the first where somebody names none. */
  readonly purposes: readonly [Purpose, ...Purpose[]];
  /** May open a child's record beyond their caseload in an emergency: for an hour, with a reason, reviewed afterwards. */
  readonly breakGlass?: true;
  /** May bring in whole returns and files of records. Such a role has to see every record, restricted ones too. */
  readonly imports?: true;
  /** May open the link between an adopted child's earlier and present identity. */
  readonly opensSealed?: true;
  /** May restrict and seal records, and end restrictions. */
  readonly restricts?: true;
  /** May erase records, put retention periods into effect, merge persons, and prepare what a person is given of theirs. */
  readonly keepsRecords?: true;
  /** May read the audit and review who broke the glass. */
  readonly audits?: true;
  /** May never be given a rule on records about children. */
  readonly seesNoChild?: true;
}

/**
 * The roles every council starts with; a council may add its own.
 * Source: requirement CFG-08 and the posts named in the statutory guidance on corporate parenting.
 */
export const standardRoles: readonly Role[] = [
  { id: 'social-worker', title: 'a social worker', purposes: ['care', 'participation'], breakGlass: true },
  {
    id: 'team-manager',
    title: 'a team manager',
    purposes: ['supervision', 'care'],
    breakGlass: true,
    restricts: true,
  },
  {
    id: 'independent-reviewing-officer',
    title: 'an independent reviewing officer',
    purposes: ['review'],
    breakGlass: true,
  },
  { id: 'personal-adviser', title: 'a personal adviser', purposes: ['care', 'participation'] },
  { id: 'foster-carer', title: 'a foster carer', purposes: ['care'] },
  { id: 'young-person', title: 'a young person in care or a care leaver', purposes: ['subject access'] },
  { id: 'virtual-school', title: 'the virtual school', purposes: ['education'] },
  { id: 'designated-teacher', title: 'a designated teacher', purposes: ['education'] },
  { id: 'designated-nurse', title: 'a designated nurse or doctor', purposes: ['health'] },
  {
    id: 'adoption',
    title: 'an adoption worker',
    purposes: ['adoption', 'care'],
    opensSealed: true,
    restricts: true,
  },
  { id: 'commissioning', title: 'a commissioner', purposes: ['commissioning'] },
  { id: 'analyst', title: 'an analyst', purposes: ['performance'] },
  { id: 'participation', title: 'a participation or rights officer', purposes: ['participation'] },
  { id: 'lead-member', title: 'the lead member or a member of the board', purposes: ['governance'] },
  { id: 'auditor', title: 'an auditor', purposes: ['audit'], audits: true },
  {
    id: 'integrator',
    title: 'another system',
    purposes: ['exchange', 'statutory return'],
    imports: true,
  },
  {
    id: 'records-officer',
    title: 'a records officer',
    purposes: ['subject access', 'statutory return'],
    imports: true,
    keepsRecords: true,
    restricts: true,
  },
  {
    id: 'administrator',
    title: 'the administrator of the deployment',
    purposes: ['administration'],
    seesNoChild: true,
  },
];
