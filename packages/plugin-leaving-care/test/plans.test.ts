import { day, financialYear, formatIsoDate, onDate } from '@cic/core';
import { aChild, many } from '@cic/core/testing';
import { describe, expect, it } from 'vitest';
import {
  adultTransition,
  adviserAllocation,
  immigrationStatus,
  independencePreparation,
  keepingInTouch,
  leavingCareAssessment,
  pathwayPlan,
  pathwayReview,
  supportRequest,
} from '../src/generated/records.ts';
import { aged, due, listed, parts, rows, theCouncil, value } from './tell.ts';

const march2017 = onDate(day('2017-03-31'));
const year2017 = financialYear(2017);

/** In care since 12, and 16 on 1 May 2016. */
const sixteen = () => aChild({ born: '2000-05-01' }).startedOn('2012-01-01');
const events = (id: string, story: ReturnType<typeof sixteen>, asAt: `${number}-${number}-${number}`) =>
  due(id, story, asAt).map(
    ({ startedOn, dueOn, status }) => `${formatIsoDate(startedOn)} > ${formatIsoDate(dueOn)} ${status}`,
  );

describe('pathway plans', () => {
  const plan = { start: '2016-08-01', status: 'agreed', ownPart: 'led' } as const;

  it('are in place, in date, and made with the young person [D-LEA-16] [LVC-05]', () => {
    const young = [
      sixteen().with(pathwayPlan, plan).with(pathwayReview, { held: '2017-02-01' }),
      sixteen().with(pathwayPlan, { ...plan, ownPart: 'asked' }),
      sixteen().with(pathwayPlan, { ...plan, status: 'draft' }),
      sixteen(),
    ];
    expect(value('pathway-plan-in-place', young, march2017)).toBe(50);
    expect(value('pathway-plan-current', young, march2017)).toBe(25);
    expect(value('pathway-plan-own-part', young, march2017)).toBe(50);
  });

  it('hold goals and actions of several agencies, and say what of them is done [LVC-05]', () => {
    const story = sixteen().with(pathwayPlan, {
      ...plan,
      goals: [
        {
          area: 'money',
          goal: 'Save for a bed',
          set: '2016-08-01',
          due: '2016-12-01',
          achieved: '2016-11-01',
        },
        { area: 'accommodation', goal: 'A flat of my own', due: '2017-02-01' },
        { area: 'health', goal: 'Run', due: '2018-01-01' },
      ],
      actions: [
        { area: 'accommodation', agency: 'housing', due: '2016-11-01', done: '2016-10-20' },
        { area: 'money', agency: 'job-centre', due: '2016-11-01' },
        { area: 'money', agency: 'young-person' },
      ],
    });
    expect(parts('pathway-goals-achieved', [story], march2017)).toEqual([1, 2]);
    expect(parts('pathway-actions-done', [story], march2017)).toEqual([1, 2]);
    expect(value('pathway-plan-multi-agency', [story], march2017)).toBe(100);
  });

  it('follow the needs assessment, which is due three months after 16 [LVC-05]', () => {
    const story = sixteen().with(leavingCareAssessment, { started: '2016-06-01', completed: '2016-07-20' });
    expect(events('pathway-assessment', story, '2017-03-31')).toEqual([
      '2016-05-01 > 2016-08-01 met in time',
    ]);
    expect(events('pathway-assessment', sixteen(), '2017-03-31')).toEqual([
      '2016-05-01 > 2016-08-01 overdue',
    ]);
    expect(events('pathway-plan', story.with(pathwayPlan, plan), '2017-03-31')).toEqual([
      '2016-07-20 > 2016-08-17 met in time',
    ]);
  });

  it('are reviewed every six months [D-LEA-16]', () => {
    const story = sixteen().with(pathwayPlan, plan).with(pathwayReview, { held: '2017-03-01' });
    expect(events('pathway-plan-review', story, '2017-12-31')).toEqual([
      '2016-08-01 > 2017-02-01 met late',
      '2017-03-01 > 2017-09-01 overdue',
    ]);
    const council = { parameters: [{ id: 'pathway-review-months', value: 3 }] };
    expect(due('pathway-plan-review', story, '2016-12-31', council).map(({ status }) => status)).toEqual([
      'overdue',
    ]);
  });

  it('and reviews end at 21, or go on to 25 for whoever asks for support [LVC-02]', () => {
    const old = aged(22).with(pathwayPlan, { start: '2014-09-01', status: 'agreed' });
    const last = due('pathway-plan-review', old, '2017-03-31').at(-1)!;
    expect(last.status).toBe('missed');
    const asked = old.with(supportRequest, { requested: '2016-01-10', supported: '2016-01-20' });
    expect(due('pathway-plan-review', asked, '2017-03-31').at(-1)!.status).toBe('overdue');
  });
});

describe('advisers', () => {
  const adviser = (start: `${number}-${number}-${number}`, who = 'PA-1') =>
    ({ role: 'personal-adviser', adviser: who, start }) as const;

  it('are there until 21, and until 25 for whoever asks [LVC-02]', () => {
    const at22 = aged(22).with(adviserAllocation, adviser('2014-01-01'));
    expect(parts('personal-adviser-allocated', [at22, sixteen()], march2017)).toEqual([0, 1]);
    const asked = at22.with(supportRequest, { requested: '2017-01-10' });
    expect(parts('personal-adviser-allocated', [asked, sixteen()], march2017)).toEqual([1, 2]);
  });

  it('are allocated from 16; who came late is counted and listed [D-LEA-17]', () => {
    const young = [
      sixteen().with(adviserAllocation, adviser('2016-05-20')),
      sixteen().with(adviserAllocation, adviser('2016-09-01')),
      sixteen(),
    ];
    expect(value('late-allocations', young, year2017)).toBe(2);
    expect(listed('late-allocations-list', young, year2017).map(({ flags }) => flags)).toEqual([
      ['123 days after it was due'],
      ['nobody allocated yet'],
    ]);
    const before = { parameters: [{ id: 'adviser-from-months', value: 210 }] };
    expect(value('late-allocations', young, year2017, { council: before })).toBe(0);
    expect(events('personal-adviser', young[2]!, '2017-03-31')).toEqual(['2016-05-01 > 2016-08-01 overdue']);
  });

  it('change, and each change is counted [D-LEA-18]', () => {
    const story = aged(19)
      .with(adviserAllocation, { ...adviser('2015-01-01'), end: '2016-06-01' })
      .with(adviserAllocation, { ...adviser('2016-06-01', 'PA-2'), end: '2016-12-01' })
      .with(adviserAllocation, adviser('2016-12-01', 'PA-3'));
    expect(value('adviser-changes', [story], year2017)).toBe(2);
    expect(
      value(
        'adviser-changes-total',
        [story, aged(19).with(adviserAllocation, adviser('2016-06-01'))],
        year2017,
      ),
    ).toBe(2);
  });

  it('and 16+ workers and Connexions advisers have caseloads [LVC-17]', () => {
    const young = [
      ...many(3, () => aged(19).with(adviserAllocation, adviser('2016-01-01'))),
      aged(18).with(adviserAllocation, { role: 'connexions-adviser', adviser: 'CX-1', start: '2016-01-01' }),
    ];
    expect(value('adviser-caseload', young, march2017)).toBe(2);
    const by = rows('adviser-caseload', 'adviser-role', young, march2017);
    expect(by.map(({ category, value: of }) => [category, of])).toEqual([
      ['personal-adviser', 3],
      ['connexions-adviser', 1],
    ]);
    const council = { parameters: [{ id: 'adviser-caseload', value: 2 }] };
    expect(listed('adviser-caseloads', young, march2017, council)[0]!.flags).toEqual(['more than 2']);
  });

  it('keep in touch every eight weeks with those who have left', () => {
    const story = sixteen()
      .ceasedOn('2017-01-01', 'E5')
      .with(keepingInTouch, { on: '2017-02-20', outcome: 'YES' }, { on: '2017-05-30', outcome: 'NO' });
    expect(events('keep-in-touch', story, '2017-05-31')).toEqual([
      '2017-01-01 > 2017-02-26 met in time',
      '2017-02-20 > 2017-04-17 overdue',
    ]);
  });
});

describe('support from 21 to 25', () => {
  it('is counted, and assessed within 20 working days [D-LEA-19]', () => {
    const story = aged(22).with(supportRequest, {
      requested: '2017-01-10',
      assessed: '2017-01-20',
      supported: '2017-02-01',
    });
    const young = [
      story,
      aged(23).with(supportRequest, { requested: '2017-02-10' }),
      aged(20).with(supportRequest, { requested: '2017-02-10' }),
    ];
    expect(value('support-requests-21-25', young, year2017)).toBe(2);
    expect(value('support-given-21-25', young, year2017)).toBe(50);
    expect(events('support-21-25-assessment', story, '2017-03-31')).toEqual([
      '2017-01-10 > 2017-02-07 met in time',
    ]);
  });
});

describe('moving on to adult services', () => {
  const transition = { service: 'learning-disability', identified: '2016-06-01' } as const;

  it('is counted for the year: 46 young people [D-LEA-30]', () => {
    const young = many(46, () =>
      aged(18).with(adultTransition, { ...transition, transferred: '2016-11-01' }),
    );
    expect(value('adult-care-transitions', young, year2017)).toBe(46);
    expect(rows('adult-care-transitions', 'adult-service', young, year2017)[0]).toMatchObject({
      category: 'learning-disability',
      value: 46,
    });
  });

  it('has a plan by 18, and a checklist of six things [LVC-19] [D-LEA-30]', () => {
    const story = sixteen().with(adultTransition, {
      ...transition,
      planned: '2017-02-01',
      checklist: [
        { item: 'education', state: 'settled' },
        { item: 'accommodation', state: 'open' },
        { item: 'health', state: 'not-needed' },
      ],
    });
    expect(value('transition-plan-in-place', [story], march2017)).toBe(100);
    expect(value('transition-checklist-settled', [story], march2017)).toBe(0);
    expect(listed('adult-transitions-list', [story], march2017)[0]!.flags).toEqual([
      'Training',
      'Employment',
      'Accommodation',
      'Benefits',
    ]);
    expect(events('adult-transition-plan', story, '2017-03-31')).toEqual([
      '2016-06-01 > 2018-05-01 met in time',
    ]);
  });

  it('is followed for disabled young people [LVC-07]', () => {
    const disabled = () => aChild({ born: '2000-05-01', disabled: true }).startedOn('2012-01-01');
    const young = [
      disabled().with(adultTransition, { ...transition, planned: '2017-01-01' }),
      disabled(),
      sixteen(),
    ];
    expect(parts('disabled-young-people-with-transition-plan', young, march2017)).toEqual([1, 2]);
  });
});

it('preparation and the living skills workbook are recorded for each young person [D-LEA-32]', () => {
  const young = [
    sixteen().with(independencePreparation, { kind: 'living-skills-workbook', started: '2016-10-01' }),
    sixteen(),
  ];
  expect(value('independence-preparation', young, march2017)).toBe(50);
});

it('leave to remain that ends is applied for again in time [LVC-16]', () => {
  const story = sixteen().with(immigrationStatus, {
    status: 'uasc-leave',
    from: '2016-05-01',
    until: '2017-06-01',
    nextApplication: '2017-05-01',
  });
  expect(events('leave-to-remain-application', story, '2017-07-01')).toEqual([
    '2016-05-01 > 2017-05-04 met in time',
  ]);
});

it('a council can set its own limits', () => {
  const council = theCouncil({ parameters: [{ id: 'keep-in-touch-days', value: 28 }] });
  expect(council.parameter('keep-in-touch-days', day('2017-01-01'))).toBe(28);
});
