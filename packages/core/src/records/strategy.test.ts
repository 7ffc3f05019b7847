import { describe, expect, it } from 'vitest';
import * as records from '../generated/records.ts';
import { validate } from '../validation/validate.ts';
import type { SchemaType } from './recordType.ts';

const document = { document: 'Sufficiency strategy 2017', section: '2.3', printedAs: '242 (38%)' };
const year = { kind: 'financial-year', start: '2017-04-01', end: '2018-03-31', label: '2017/18' };
const strategy = { id: 'derby-2012', title: 'Strategy', councils: ['derby'] };
const action = { id: 'a1', strategy: 'derby-2012', text: 'Do it.' };
const objective = { id: 'o1', strategy: 'derby-2012', priority: '6.1', text: 'Better attainment.' };
const board = { id: 'improvement-board', name: 'Improvement Board', councils: ['derby'] };
const target = { id: 't1', indicator: 'adoption-a1' };

describe('strategies, boards and figures hold', () => {
  it.each<[string, SchemaType, unknown]>([
    [
      'a strategy’s period, versions and their editors by role [STR-01]',
      records.strategy,
      {
        ...strategy,
        start: '2012-04-01',
        end: '2015-03-31',
        versions: [{ version: '5', date: '2013-01-30', editors: ['Head of service'], note: 'Annex added' }],
      },
    ],
    [
      'a strategy’s status, presentations and approvals [D-STR-01]',
      records.strategy,
      {
        ...strategy,
        status: 'final',
        presented: [{ by: 'Senior management team', on: '2017-11-13' }],
        approvals: [{ by: 'Lead member', on: '2017-12-12' }],
      },
    ],
    [
      'an approval by role, after whom it was presented to [D-GOV-06]',
      records.strategy,
      {
        ...strategy,
        status: 'draft',
        presented: [{ by: 'Sufficiency board', on: '2017-11-06', outcome: 'Version 2' }],
      },
    ],
    [
      'priorities and development areas, each of a plugin [STR-03]',
      records.priority,
      {
        id: '7.2',
        strategy: 'derby-2012',
        kind: 'development-area',
        name: 'Adopted children',
        plugin: 'adoption',
      },
    ],
    [
      'variants of a priority’s name [D-STR-02]',
      records.priority,
      {
        id: 'p4',
        strategy: 'derbyshire-2019',
        name: 'Achieve potential',
        printedNames: ['To achieve potential'],
      },
    ],
    [
      'an objective’s place in the text and in the annex [STR-04]',
      records.objective,
      { ...objective, section: '7.1.4a', annexReference: '6.4' },
    ],
    [
      'both wordings of an objective [STR-05]',
      records.objective,
      { ...objective, origin: 'both', annexText: 'Raise attainment.' },
    ],
    ['an action for several objectives [STR-07]', records.action, { ...action, objectives: ['o1', 'o2'] }],
    [
      'an action with steps, owners, timescale, status and evidence [STR-08]',
      records.action,
      {
        ...action,
        steps: [{ text: 'First.', done: true }],
        owners: [{ role: 'Head of youth offending service', printedAs: 'Hos YOS' }],
        timescale: { due: '2013-03-31' },
        status: 'in-progress',
        evidence: [{ indicator: 'children-in-care' }],
      },
    ],
    [
      'a row of an action plan as printed [D-ACT-01]',
      records.action,
      {
        ...action,
        number: '3.',
        priority: 'p2',
        owners: [{ role: 'Designated nurse' }],
        timescale: { due: '2019-05-31', printedAs: 'May 2019 then May 2020' },
        furtherDays: ['2020-05-31'],
        impact: 'More on time.',
        status: 'in-progress',
        history: [{ on: '2019-05-01', status: 'in-progress', rag: 'amber', note: 'One nurse short.' }],
      },
    ],
    [
      'what shows an action’s effect: an indicator, feedback, a document [D-ACT-13]',
      records.action,
      {
        ...action,
        evidence: [
          { indicator: 'health-assessments' },
          { text: 'Young people feel better informed.', on: '2019-11-01' },
          { document: { title: 'Survey' } },
        ],
      },
    ],
    [
      'which regulator’s recommendation an action answers, for whom and by when [STR-17]',
      records.action,
      {
        ...action,
        kind: 'regulator',
        regulator: {
          body: 'Care Quality Commission',
          reference: '4',
          document: { title: 'Inspection report' },
        },
        owners: [{ role: 'Director' }],
        timescale: { due: '2013-03-31' },
      },
    ],
    [
      'an action carried on from an earlier strategy',
      records.action,
      { ...action, carriedFrom: { strategy: 'derby-2009', action: 'a7' } },
    ],
    [
      'a claim with what its words rest on',
      records.claim,
      {
        id: 'c1',
        text: 'A little below neighbours.',
        kind: 'below',
        indicator: 'eet',
        comparator: 'statistical-neighbours',
      },
    ],
    [
      'a post with every spelling of it',
      records.post,
      { id: 'yos', role: 'Head of youth offending service', alsoKnownAs: ['HoS YOS'] },
    ],
    [
      'the reports a board is to be given',
      records.board,
      { ...board, receives: [{ title: 'Progress report', by: 'Head of service', cycle: 'quarterly' }] },
    ],
    ['a timescale that is a day [STR-09]', records.action, { ...action, timescale: { due: '2013-03-31' } }],
    [
      'a timescale that comes round [STR-09]',
      records.action,
      { ...action, timescale: { recurrence: 'termly', printedAs: 'Termly' } },
    ],
    ['no timescale at all [STR-09]', records.action, action],
    [
      'an owner that a step takes from its row [STR-13]',
      records.action,
      { ...action, steps: [{ text: 'First.', owner: { role: 'Virtual school head', inherited: true } }] },
    ],
    [
      'achievements and challenges by priority and year [STR-14]',
      records.strategy,
      {
        ...strategy,
        notes: [{ kind: 'achievement', text: 'Attendance rose.', priority: '6.1', period: year }],
      },
    ],
    [
      'links to other plans [STR-16]',
      records.strategy,
      {
        ...strategy,
        linkedStrategies: ['derby-plan-2011'],
        documents: [{ title: 'Children and Young People’s Plan', year: 2012 }],
      },
    ],
    [
      'related documents with title and year [D-REF-21]',
      records.strategy,
      { ...strategy, documents: [{ title: 'Sufficiency strategy', year: 2017 }] },
    ],
    [
      'recommendations and who is asked to decide them [STR-18]',
      records.strategy,
      {
        ...strategy,
        recommendations: [
          {
            id: '12.i',
            text: 'Note the report.',
            addressee: 'Executive',
            decision: 'Noted',
            decided: '2008-11-20',
          },
        ],
      },
    ],
    [
      'vision, principles and scope [STR-19]',
      records.strategy,
      {
        ...strategy,
        vision: 'The same start as every child.',
        statements: [{ id: 'v1', kind: 'principle', text: 'Listen.' }],
        scope: { included: ['Care leavers'], excluded: ['Children of other authorities'] },
      },
    ],
    [
      'pledges, key statements and targets as numbered items [D-STR-03]',
      records.strategy,
      {
        ...strategy,
        statements: [
          { id: 'ks-25', kind: 'key-statement', text: 'Review each year.' },
          { id: 'kt-19', kind: 'key-target', text: '95% suitable.' },
          { id: 's1', kind: 'success', text: 'Fewer moves.' },
        ],
      },
    ],
    [
      'abbreviations [STR-20]',
      records.strategy,
      { ...strategy, abbreviations: [{ short: 'IRO', long: 'Independent reviewing officer' }] },
    ],
    [
      'a document that cannot be reached [STR-21]',
      records.strategy,
      {
        ...strategy,
        documents: [{ title: 'Annex 4', reference: 'S:\\plans\\annex4.doc', available: false }],
      },
    ],
    [
      'a board with chair, members and terms of reference [D-GOV-01]',
      records.board,
      {
        ...board,
        chair: 'Lead member',
        members: [{ role: 'Director' }],
        termsOfReference: { title: 'Terms' },
        meetingCycle: 'two-monthly',
      },
    ],
    [
      'boards, groups and what they are for [GOV-01]',
      records.board,
      { ...board, kind: 'board', purpose: 'Reviews the strategy.', reportsTo: ['cabinet'] },
    ],
    [
      'a board that reports to several [GOV-02]',
      records.board,
      { ...board, reportsTo: ['cabinet', 'scrutiny', 'safeguarding-board'] },
    ],
    [
      'a joint board of several councils [GOV-03]',
      records.board,
      { ...board, councils: ['leicester', 'leicestershire', 'rutland'] },
    ],
    ['a board of which nobody knows whom it reports to [GOV-04]', records.board, board],
    [
      'meetings with attendees, young people among them, and minutes [GOV-05]',
      records.meeting,
      {
        board: 'improvement-board',
        held: '2013-02-01',
        attendees: ['Director'],
        youngPeople: 2,
        minutes: { title: 'Minutes' },
      },
    ],
    ['whether a group is active, planned or agreed [GOV-08]', records.board, { ...board, status: 'planned' }],
    [
      'review cycles from monthly to every three years [GOV-09]',
      records.board,
      { ...board, reviewCycle: 'three-yearly' },
    ],
    [
      'cases at a panel and what was decided [GOV-10]',
      records.panelDecision,
      { child: 'C1', panel: 'resource-panel', held: '2025-03-04', decision: 'Agreed.' },
    ],
    [
      'protocols with signatories, version and review [GOV-12]',
      records.protocol,
      {
        id: 'tackling-offending',
        title: 'Protocol',
        signatories: ['Police'],
        version: '2',
        reviewDue: '2014-03-31',
      },
    ],
    [
      'a calendar of what a board looks at closely [D-GOV-03]',
      records.board,
      { ...board, calendar: [{ on: '2019-06-12', priorities: ['p1'] }] },
    ],
    [
      'risks and how far up they went [D-GOV-05]',
      records.risk,
      {
        id: 'r1',
        kind: 'issue',
        text: 'Too few carers.',
        raised: '2019-05-01',
        escalations: [
          { to: 'service-board', on: '2019-05-02' },
          { to: 'improvement-board', on: '2019-06-12' },
        ],
      },
    ],
    [
      'quality assurance with findings and actions [D-GOV-09]',
      records.qualityAssurance,
      {
        id: 'qa1',
        kind: 'regulation-44',
        held: '2025-04-10',
        provider: 'home-1',
        findings: ['Warm and clean.'],
        actions: ['a1'],
      },
    ],
    [
      'where a value was printed, and how [IND-37]',
      records.indicatorValue,
      { indicator: 'children-in-care', period: year, value: 242, provenance: document },
    ],
    [
      'a target with baseline, values, comparator and source [D-TGT-01]',
      records.target,
      {
        ...target,
        baseline: { period: year, value: 611 },
        values: [{ period: year, value: 522, comparator: 'at-most' }],
        provenance: document,
      },
    ],
  ])('%s', (_, type, record) => {
    expect(validate(type, record)).toEqual([]);
  });
});
