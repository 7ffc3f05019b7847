import { financialYear } from '@cic/core';
import { review, view } from '@cic/core/records';
import { aChild } from '@cic/core/testing';
import { describe, expect, it } from 'vitest';
import {
  type Consultation,
  consultation,
  feedback,
  takingPart,
  type YouSaidWeDid,
  youSaidWeDid,
} from '../src/generated/records.ts';
import { found, listed, parts, rows, value, withOthers } from './tell.ts';

const YEAR = financialYear(2020);
const said = (...records: YouSaidWeDid[]) => withOthers([], { type: youSaidWeDid, records });

const FAMILY_TIME: YouSaidWeDid = {
  id: 'family-time',
  said: '2019-04-10',
  text: 'Say family time, not contact.',
  audience: 'children-in-care',
  decision: { on: '2019-05-01', outcome: 'changed', by: 'Director' },
  action: {
    text: 'Use the words',
    measure: 'No paper says contact',
    realistic: true,
    owner: 'Heads',
    due: '2019-09-01',
    done: '2019-07-19',
  },
  objective: '7.1.4a',
  fedBack: '2019-07-20',
};
const BADGES: YouSaidWeDid = {
  id: 'badges',
  said: '2019-04-10',
  text: 'No badges',
  action: { text: 'Remind staff', due: '2019-06-01' },
};
const PETS: YouSaidWeDid = {
  id: 'pets',
  said: '2019-12-01',
  text: 'A pet for everybody',
  decision: { on: '2020-01-10', outcome: 'no-change', reason: 'Carers decide' },
  fedBack: '2020-02-01',
};

describe('you said, we did', () => {
  const history = said(FAMILY_TIME, BADGES, PETS);

  it('shows which views led to a change and how long it took [D-ENG-06]', () => {
    expect(parts('views-that-led-to-change', history, YEAR)).toEqual([1, 2]);
    expect(parts('days-from-view-to-change', history, YEAR)).toEqual([100, 1]);
  });

  it('has a SMART action and feedback for each outcome, or says what is missing [ENG-08]', () => {
    expect(parts('views-with-smart-action', history, YEAR)).toEqual([1, 2]);
    expect(parts('views-fed-back', history, YEAR)).toEqual([2, 3]);
    expect(listed('you-said-we-did', history, YEAR).map(({ flags }) => flags)).toEqual([
      [],
      [
        'lacks how to tell that it was done',
        'lacks who does it',
        'lacks the agreement of who does it',
        'overdue since 1 June 2019',
        'those who said it were not told',
        'linked to no objective or commissioning',
      ],
      ['linked to no objective or commissioning'],
    ]);
  });

  it('links what was said to objectives and commissioning [ENG-09]', () => {
    expect(parts('views-linked-to-plans', history, YEAR)).toEqual([1, 3]);
  });
});

describe('the consultation register', () => {
  const ask = (
    id: string,
    opened: Consultation['opened'],
    audiences: Consultation['audiences'],
    topic = 'family-time',
  ) => ({
    id,
    topic,
    title: id,
    audiences,
    opened,
  });
  const consultations = [
    ask('may', '2019-05-01', ['children-in-care', 'foster-carers']),
    ask('june', '2019-06-01', ['foster-carers']),
    ask('school', '2019-06-01', ['children-in-care'], 'school'),
    ask('year-after', '2020-06-01', ['children-in-care']),
    ask('adopted', '2019-08-01', ['placed-for-adoption', 'adopted-children'], 'letterbox'),
  ];
  const history = withOthers([], { type: consultation, records: consultations });

  it('warns when the same people are asked about the same topic again within a year [ENG-07]', () => {
    expect(value('consultations', history, YEAR)).toBe(4);
    expect(value('repeated-consultations', history, YEAR)).toBe(1);
    expect(listed('consultation-register', history, YEAR).flatMap(({ flags }) => flags)).toEqual([
      'foster carers asked about it on 1 May 2019',
    ]);
    expect(found('consulted-again', history, '2020-07-01')).toEqual([
      "asks foster-carers about 'family-time' from 1 June 2019, 31 days after 'may' did",
    ]);
    const twoYears = { parameters: [{ id: 'consult-again-months', value: 24 }] };
    expect(found('consulted-again', history, '2020-07-01', twoYears)).toHaveLength(2);
  });

  it('warns when one child is asked too often [ENG-07]', () => {
    const five = ['may', 'june', 'school', 'adopted', 'a'];
    const child = aChild().with(
      takingPart,
      ...five.map((activity) => ({ activity, on: '2019-08-01', status: 'invited' }) as const),
    );
    const asked = withOthers([child], {
      type: consultation,
      records: [...consultations, ask('a', '2019-05-01', ['care-leavers'])],
    });
    expect(found('child-consulted-often', asked, '2020-03-31')).toEqual([
      'invited to 5 consultations in the twelve months to 31 March 2020, more than 4: may, june, school, adopted, a',
    ]);
    expect(found('child-consulted-often', asked, '2020-08-01')).toEqual([]);
    expect(listed('children-asked-often', asked, YEAR)[0]).toMatchObject({
      consultations: 5,
      flags: ['more than 4: do not ask again'],
    });
  });

  it('counts who was asked, children placed for adoption and adopted among them [ENG-21] [D-ENG-17]', () => {
    expect(rows('consultations-by-audience', 'engagement-audience', history, YEAR)).toMatchObject([
      { category: 'children-in-care', value: 2 },
      { category: 'placed-for-adoption', value: 1 },
      { category: 'adopted-children', value: 1 },
      { category: 'foster-carers', value: 2 },
    ]);
  });
});

describe('reviews and views', () => {
  it('show every way of taking part, by age [D-ENG-15]', () => {
    const history = withOthers([
      aChild({ born: '2010-01-01' })
        .startedOn('2018-01-01')
        .with(
          review,
          { held: '2019-05-01', participation: 'PN1' },
          { held: '2019-11-01', participation: 'PN6' },
        ),
      aChild({ born: '2003-01-01' })
        .startedOn('2018-01-01')
        .with(review, { held: '2019-05-01', participation: 'PN7' }),
      aChild({ born: '2017-01-01' })
        .startedOn('2018-01-01')
        .with(review, { held: '2019-05-01', participation: 'PN0' }, { held: '2019-12-01' }),
    ]);
    for (const [code, count] of [
      ['pn0', 1],
      ['pn1', 1],
      ['pn6', 1],
      ['pn7', 1],
      ['pn2', 0],
    ] as const)
      expect(parts(`reviews-${code}`, history, YEAR)).toEqual([count, 4]);
    expect(rows('reviews-pn1', 'age', history, YEAR)).toMatchObject([
      { category: '1-4', value: 0 },
      { category: '5-9', value: 50 },
      { category: '16+', value: 0 },
    ]);
  });

  it('hear children placed for adoption, in reviews and from direct work [ENG-21]', () => {
    const placed = () =>
      aChild({ born: '2014-01-01' }).startedOn('2018-01-01').movedOn('2019-02-01', { placementType: 'A6' });
    const history = withOthers([
      placed().with(view, { given: '2019-06-01', about: 'adoption', heardBy: 'direct-work' }),
      placed().with(review, { held: '2019-06-01', participation: 'PN3' }),
      placed().with(review, { held: '2019-06-01', participation: 'PN7' }),
      aChild().startedOn('2018-01-01').with(view, { given: '2019-06-01', about: 'care' }),
    ]);
    expect(parts('views-of-children-placed-for-adoption', history, YEAR)).toEqual([2, 3]);
    expect(value('views-heard', history, YEAR)).toBe(2);
  });
});

describe('feedback', () => {
  const history = withOthers([], {
    type: feedback,
    records: [
      { id: '1', received: '2019-05-01', from: 'families', kind: 'compliment' },
      { id: '2', received: '2019-05-01', from: 'adopters', kind: 'suggestion' },
      {
        id: '3',
        received: '2019-05-01',
        from: 'children-in-care',
        kind: 'information',
        helpful: true,
        easyToUnderstand: false,
        knewWhereToFind: true,
      },
      { id: '4', received: '2019-05-01', from: 'children-in-care', kind: 'information', helpful: false },
    ],
  });

  it('comes from families, carers, adopters and staff as well as children [D-ENG-17]', () => {
    expect(value('feedback-received', history, YEAR)).toBe(4);
    expect(value('compliments', history, YEAR)).toBe(1);
    expect(
      rows('feedback-received', 'engagement-audience', history, YEAR).map(({ category, value: of }) => [
        category,
        of,
      ]),
    ).toEqual([
      ['children-in-care', 2],
      ['families', 1],
      ['adopters', 1],
    ]);
  });

  it('says whether information was helpful, easy to understand and known where to find [D-ENG-09]', () => {
    expect(parts('information-helpful', history, YEAR)).toEqual([1, 2]);
    expect(parts('information-easy', history, YEAR)).toEqual([0, 1]);
    expect(parts('information-found', history, YEAR)).toEqual([1, 1]);
  });
});
