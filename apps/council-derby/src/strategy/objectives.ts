import type { Objective } from '@cic/core/records';

export const STRATEGY = 'derby-2012-2015';

/** Id, what is to be reached, the annex's wording where it differs, the indicators that show it. */
type Row = readonly [
  id: string,
  text: string,
  annexText?: string | undefined,
  indicators?: readonly string[],
];

const EDUCATION: readonly Row[] = [
  [
    '6.1.4a',
    'Results go on rising at every key stage.',
    undefined,
    ['ks2-level-4-english-and-maths', 'gcse-5-a-star-to-c', 'gcse-5-a-star-to-c-english-maths'],
  ],
  [
    '6.1.4b',
    'Attendance stays where it is.',
    'Attendance gets better still.',
    ['school-attendance', 'school-attendance-gap'],
  ],
  [
    '6.1.4c',
    'Schools and nurseries meet needs, with good and recent education plans.',
    undefined,
    ['pep-good-quality', 'pep-current'],
  ],
  ['6.1.4d', 'Private and voluntary nurseries share how children learn and develop.'],
  ['6.1.4e', 'Tracking finds the children who need help of their own.'],
  ['6.1.4f', 'The authority supports and challenges schools.'],
  ['6.1.4g', 'A school place changes only where that is best for the child.'],
  [
    '6.1.4h',
    'Every education plan says what comes after full-time school.',
    undefined,
    ['school-leavers-with-route'],
  ],
  ['6.1.4i', 'Schools understand children placed for adoption.'],
];

const HEALTH: readonly Row[] = [
  ['6.2.4a', 'One lead for buying health services together.', 'The same, disabled children named.'],
  [
    '6.2.4b',
    'Review assessments in time and of good quality.',
    'The same, to both bodies’ standards and the law, with records that young people hold.',
    ['health-assessments-up-to-date', 'health-assessments-to-standard', 'patient-held-record'],
  ],
  [
    '6.2.4c',
    'Initial assessments in time, with consent, and the social worker there.',
    undefined,
    ['health-assessments-with-consent', 'social-worker-at-initial-health-assessment'],
  ],
  [
    '6.2.4d',
    'Health, education and care plans are looked at in the care review.',
    undefined,
    ['health-plan-current'],
  ],
  [
    '6.2.4e',
    'Children placed elsewhere get hospital care as at home.',
    undefined,
    ['out-of-area-referrals-answered'],
  ],
  [
    '6.2.4f',
    'Carers fill in questionnaires; emotional needs are found early.',
    undefined,
    ['sdq-completion', 'sdq-average-score'],
  ],
  ['6.2.4g', 'Staff know how to find needs early.', undefined, ['health-training-attended']],
  [
    '6.2.4h',
    'Care leavers pass well into adult services.',
    undefined,
    ['adult-mental-health-transition-planned'],
  ],
  [
    '6.2.4i',
    'The right young people reach substance misuse services.',
    undefined,
    ['substance-misuse-specialist-referrals'],
  ],
];

const SAFEGUARDING: readonly Row[] = [
  ['6.3.4a', 'Partners know together about children missing from care.'],
  ['6.3.4b', 'Police, children’s and housing services answer as one.'],
  ['6.3.4c', 'Children in care stand out in the city’s work on runaways.'],
  ['6.3.4d', 'The protocol against offending is renewed and reaches further.'],
  ['6.3.4e', 'Neighbourhood teams act against those who harm children in care.', undefined],
  ['6.3.4f', 'Partners share what they know, and what children say.'],
  [
    '6.3.4g',
    'Staff of homes prevent offences; restorative meetings.',
    'The same, for everyone who works with children.',
    ['restorative-interventions'],
  ],
  [
    '6.3.4h',
    'Fewer children in care come before the courts.',
    undefined,
    ['convicted-or-cautioned-all-ages'],
  ],
  ['6.3.4i', 'A service for children at risk of sexual exploitation goes on.'],
];

const ENGAGEMENT: readonly Row[] = [
  ['7.1.4a', 'What young people say shapes services.', undefined, ['views-that-led-to-change']],
  [
    '7.1.4b',
    'The children in care council is the central voice.',
    undefined,
    ['children-in-care-council-members'],
  ],
  [
    '7.1.4c',
    'Independent advocates, visitors and interpreters go on growing.',
    'These services are bought anew, on the ground of children’s rights.',
    ['advocacy-provided', 'independent-visitors-active', 'interpretation-provided'],
  ],
  [
    '7.1.4d',
    'The pledge is looked at, renewed for three years, reviewed each year.',
    undefined,
    ['promises-kept', 'pledges-reviewed'],
  ],
  ['7.1.4e', 'The children’s guide to adoption is reviewed.', 'The guide is made.', ['adoption-guide-given']],
];

const ADOPTION: readonly Row[] = [
  ['7.2.4a', 'Adopted children’s views shape services.', undefined, ['adoption-views-recorded']],
  ['7.2.4b', 'A website through which adoptive parents take part.'],
  [
    '7.2.4c',
    'Adoption, mental health and field staff work more closely.',
    undefined,
    ['adoption-mental-health-involved'],
  ],
  ['7.2.4d', 'Adopters are found who are like Derby’s children.'],
  [
    '7.2.4e',
    'Professionals meet before the panel, and needs are assessed better.',
    undefined,
    ['multi-professionals-meeting-before-panel'],
  ],
  [
    '7.2.4f',
    'Derby adopters first; other families in good time.',
    undefined,
    ['placed-with-own-adopters', 'placed-within-12-months'],
  ],
  ['7.2.4g', 'More support, and personal budgets where they help.', undefined, ['adoption-support-planned']],
  ['7.2.4h', 'The needs of adoptive families are understood.', undefined, ['adoption-support-needs']],
  ['7.2.4i', 'Elected members sit on the panels.', undefined, ['adoption-panels-complete']],
];

const PLACEMENTS: readonly Row[] = [
  [
    '7.3.4a',
    'Placements in the city have support: local teams, and a directory of what there is.',
    undefined,
    ['long-term-stability'],
  ],
  [
    '7.3.4b',
    'More foster carers of the council’s own within five years.',
    'The same, and more who foster two or more children.',
  ],
  ['7.3.4c', 'More chances of adoption, and more choice.', undefined, ['children-adopted']],
  ['7.3.4d', 'Several ways of buying places, paid by outcome.'],
  ['7.3.4e', 'Police, health and schools stand by a placement.', undefined, ['three-or-more-placements']],
  ['7.3.4f', 'Staff learn about disabled children in care.'],
  ['7.3.4g', 'Disabled children are known in detail; places and short breaks are bought for them.'],
  [
    '7.3.4h',
    'Housing and steps to living alone, for care leavers and those of 16 and 17.',
    undefined,
    ['care-leavers-suitable-accommodation'],
  ],
  ['7.3.4i', 'The right mix of good places at fair cost.'],
  ['7.3.4j', 'Support around the child, with the voluntary sector.'],
  [
    '7.3.4k',
    'Fair money for care leavers, tied to the pathway plan.',
    undefined,
    ['entitlements-tied-to-plan'],
  ],
];

const ANNEX_ONLY: readonly (readonly [id: string, priority: string, text: string])[] = [
  ['6.2-plan-j', 'health', 'The health inspector’s plan is followed, together with Ofsted’s.'],
  ['6.3-plan-j', 'safeguarding', 'Children missing from care are helped fast by all agencies.'],
  ['6.3-plan-k', 'safeguarding', 'Agencies answer better for the most vulnerable, into adult life.'],
  ['6.3-plan-l', 'safeguarding', 'Work against offending is for all children in care.'],
  ['6.6-plan-l', 'placements', 'The placement panel and its links are reviewed.'],
];

/** Objectives that the improvement plan leaves without a row. */
const BODY_ONLY = new Set(['7.3.4a', '7.3.4c', '7.3.4j']);
/** Section of the annex by priority. */
const ANNEX: Readonly<Record<string, string>> = {
  education: '6.1',
  health: '6.2',
  safeguarding: '6.3',
  engagement: '6.4',
  adoption: '6.5',
  placements: '6.6',
};
const LEAVING_CARE = new Set(['7.3.4h', '7.3.4k']);

const ofBody = (priority: string, rows: readonly Row[]): Objective[] =>
  rows.map(([id, text, annexText, indicators = []]) => ({
    id,
    strategy: STRATEGY,
    priority,
    text,
    origin: BODY_ONLY.has(id) ? 'body' : 'both',
    section: id.slice(0, 5),
    ...(BODY_ONLY.has(id) ? {} : { annexReference: ANNEX[priority]! }),
    ...(annexText === undefined ? {} : { annexText }),
    ...(indicators.length === 0 ? {} : { indicators: [...indicators] }),
    ...(LEAVING_CARE.has(id) ? { plugin: 'leaving-care' } : {}),
  }));

/** All objectives, of the strategy's body and of its annex. */
export const objectives: readonly Objective[] = [
  ...ofBody('education', EDUCATION),
  ...ofBody('health', HEALTH),
  ...ofBody('safeguarding', SAFEGUARDING),
  ...ofBody('engagement', ENGAGEMENT),
  ...ofBody('adoption', ADOPTION),
  ...ofBody('placements', PLACEMENTS),
  ...ANNEX_ONLY.map(
    ([id, priority, text]): Objective => ({
      id,
      strategy: STRATEGY,
      priority,
      text,
      origin: 'annex',
      annexReference: ANNEX[priority]!,
    }),
  ),
];
