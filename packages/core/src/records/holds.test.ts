import { describe, expect, it } from 'vitest';
import { codeSets } from '../codes/codeSets.ts';
import * as records from '../generated/records.ts';
import { validate } from '../validation/validate.ts';
import type { SchemaType } from './recordType.ts';

const year = { kind: 'financial-year', start: '2017-04-01', end: '2018-03-31', label: '2017/18' };
const strategy = { id: 'derby-2012', title: 'Strategy', councils: ['derby'] };
const action = { id: 'a1', strategy: 'derby-2012', text: 'Do it.' };
const placement = { child: 'C1', start: '2025-01-04', placementType: 'K2' };

describe('the records of core hold', () => {
  it.each<[string, SchemaType, unknown]>([
    [
      'the legal basis of being looked after [CORE-02]',
      records.legalStatus,
      { child: 'C1', legalStatus: 'C1', start: '2025-06-02', end: '2025-11-20' },
    ],
    [
      'help on the cusp of care [CORE-17]',
      records.serviceInvolvement,
      { child: 'C1', service: 'time-out-team', kind: 'edge-of-care', start: '2025-01-07' },
    ],
    [
      'a placement: type, provider, own or external, area, dates and why it ended [PLC-01]',
      records.placement,
      {
        ...placement,
        provider: 'home-1',
        provision: 'external',
        placementAuthority: 'E06000015',
        placementLocation: 'OUT',
        end: '2025-02-11',
        reasonPlacementChange: 'CREQB',
      },
    ],
    [
      'what a reviewing officer saw of a placement, and that commissioning was told [PLC-10]',
      records.placementObservation,
      { child: 'C1', observed: '2025-03-10', quality: 'good', passedToCommissioning: '2025-03-12' },
    ],
    [
      'a review: due, held, who was there [REV-02]',
      records.review,
      { child: 'C1', due: '2025-06-30', held: '2025-06-27', attendees: ['Social worker', 'Foster carer'] },
    ],
    [
      'how a child took part and what support it took [REV-05]',
      records.review,
      {
        child: 'C1',
        held: '2025-06-27',
        participation: 'PN2',
        support: [
          { kind: 'advocate', provided: true },
          { kind: 'interpreter', provided: false },
        ],
      },
    ],
    [
      'what a review says of each plan [REV-06]',
      records.review,
      {
        child: 'C1',
        held: '2025-06-27',
        sections: [
          { plan: 'care' },
          { plan: 'education', quality: 'good' },
          { plan: 'health', upToDate: false, notes: 'No dental check.' },
        ],
      },
    ],
    [
      'views of children placed for adoption, from reviews and direct work [REV-10]',
      records.view,
      {
        child: 'C1',
        given: '2025-06-27',
        about: 'adoption',
        heardBy: 'direct-work',
        text: 'I want to stay here.',
      },
    ],
    [
      'views on a plan or a placement [D-PLN-10]',
      records.view,
      { child: 'C1', given: '2025-06-27', about: 'placement', record: 'placement-7' },
    ],
    [
      'needs presented at a placement [D-CHI-37]',
      records.placement,
      { ...placement, needs: ['attachment', 'challenging-behaviour'] },
    ],
    [
      'any plan with date, status, author and when its review is due [D-PLN-01]',
      records.plan,
      {
        child: 'C1',
        kind: 'placement',
        start: '2025-06-02',
        status: 'agreed',
        authorRole: 'Social worker',
        reviewDue: '2025-06-30',
      },
    ],
    [
      'a permanence route, when decided and when achieved [D-PLN-07]',
      records.permanencePlan,
      {
        child: 'C1',
        start: '2025-09-30',
        route: 'special-guardianship',
        decided: '2025-09-30',
        achieved: '2026-02-01',
      },
    ],
  ])('%s', (_, type, record) => {
    expect(validate(type, record)).toEqual([]);
  });

  it('placement types for family, parents, home, hostel, adoption, independence, secure, custody and breaks [PLC-02]', () => {
    const types = ['U4', 'P1', 'K2', 'H5', 'A5', 'P2', 'K1', 'R5'];
    expect(types.filter((code) => !codeSets.PLACE.has(code))).toEqual([]);
    for (const purpose of ['respite', 'short-break'])
      expect(validate(records.placement, { ...placement, purpose })).toEqual([]);
  });

  it('value, nought, suppressed, not applicable and blank as five things [D-REF-20]', () => {
    const cell = { indicator: 'children-in-care', period: year };
    for (const filled of [
      { value: 4 },
      { value: 0 },
      { state: 'suppressed' },
      { state: 'not-applicable' },
      { state: 'blank' },
    ])
      expect(validate(records.indicatorValue, { ...cell, ...filled })).toEqual([]);
    expect(validate(records.indicatorValue, { ...cell, state: 'nought' })).toHaveLength(1);
  });
});

describe('the records of core do not hold', () => {
  it.each<[string, SchemaType, unknown]>([
    ['a timescale with nothing in it', records.action, { ...action, timescale: {} }],
    ['a strategy of no council', records.strategy, { ...strategy, councils: [] }],
    ['a sibling group of one', records.siblingGroup, { id: 'S1', members: [{ child: 'C1' }] }],
    ['a visit neither due nor made', records.visit, { child: 'C1', visitorRole: 'social-worker' }],
    ['a placement type in words', records.placement, { ...placement, placementType: 'Foster care' }],
  ])('%s', (_, type, record) => {
    expect(validate(type, record)).toHaveLength(1);
  });
});
