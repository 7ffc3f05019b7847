import { describe, expect, it } from 'vitest';
import { financialYear } from '../../dates/period.ts';
import { periodOfCare, plan, review, serviceInvolvement, siblingGroup } from '../../generated/records.ts';
import { figureOf, listOf, type Told } from '../../testing/asking.ts';
import { aChild, aCouncil, aHistoryWith, type ChildStory } from '../../testing/builders.ts';

const council = aCouncil();
const year = financialYear(2017);

/** Numerator and denominator of an indicator in 2016/17; the numerator alone for a count. */
const figures = (id: string, what: Told) => {
  const { numerator, denominator, value } = figureOf(council, id, what, year);
  return { numerator, denominator, value };
};

const inCare = (facts: Parameters<typeof aChild>[0] = {}) => aChild(facts).startedOn('2016-06-01');

describe('entries to care', () => {
  it('are planned, or are not, where the record says so [D-CHI-31]', () => {
    const entered = (planned?: boolean) =>
      inCare().with(periodOfCare, { start: '2016-06-01', ...(planned === undefined ? {} : { planned }) });
    const children = [entered(true), entered(false), entered(false), entered()];
    expect(figures('planned-entries', children)).toMatchObject({ numerator: 1, denominator: 3 });
  });
});

describe('moves', () => {
  const left = (reason: string) =>
    aChild()
      .startedOn('2016-05-01', { reasonPlacementChange: reason })
      .movedOn('2016-10-01', { reasonPlacementChange: '' });

  it('are disruptions where nobody planned them [D-CHI-34]', () => {
    const children = [left('CREQB'), left('STAND'), left('CARPL'), left('CUSTOD'), left('')];
    expect(figures('placement-disruptions', children)).toMatchObject({ numerator: 2, denominator: 4 });
  });

  it('are none when the child leaves care [D-CHI-34]', () => {
    const gone = aChild().startedOn('2016-05-01', { reasonPlacementChange: 'CREQB' }).ceasedOn('2016-10-01');
    expect(figures('placement-disruptions', [gone]).value).toBeNull();
  });
});

describe('children on the edge of care', () => {
  const helped = (story: ChildStory) =>
    story.with(serviceInvolvement, {
      service: 'edge-team',
      kind: 'edge-of-care',
      start: '2016-05-01',
      end: '2016-09-01',
    });

  it('stayed with their families, or entered care after all [D-CHI-33]', () => {
    const children = [
      helped(aChild()),
      helped(aChild().startedOn('2016-08-01')),
      helped(aChild().startedOn('2014-01-01').ceasedOn('2015-01-01')),
      helped(aChild().startedOn('2017-05-01')),
    ];
    expect(figures('edge-of-care-without-entry', children)).toMatchObject({ numerator: 3, denominator: 4 });
  });
});

describe('brothers and sisters in care', () => {
  const at = (id: string, urn: string) => aChild({ id }).startedOn('2016-06-01', { urn });
  const group = (id: string, ...children: string[]) => ({
    id,
    members: children.map((child) => ({ child })),
  });
  const history = aHistoryWith(
    [
      {
        type: siblingGroup,
        records: [
          group('one home', 'A1', 'A2'),
          group('two homes', 'B1', 'B2', 'B3'),
          group('one in care', 'C1', 'C2'),
        ],
      },
    ],
    at('A1', 'SC1'),
    at('A2', 'SC1'),
    at('B1', 'SC1'),
    at('B2', 'SC2'),
    aChild({ id: 'B3' }),
    at('C1', 'SC1'),
    aChild({ id: 'C2' }),
  );

  it('are counted by group, and live in one home or apart [D-CHI-23]', () => {
    expect(figures('sibling-groups-in-care', history).value).toBe(2);
    expect(figures('sibling-groups-apart', history)).toMatchObject({
      numerator: 1,
      denominator: 2,
      value: 50,
    });
  });

  it('say nothing of groups whose homes nobody knows [D-CHI-23]', () => {
    const unknown = (id: string) =>
      aChild({ id }).startedOn('2016-06-01', { urn: '', placementPostcode: '' });
    const told = aHistoryWith(
      [{ type: siblingGroup, records: [group('somewhere', 'D1', 'D2')] }],
      unknown('D1'),
      unknown('D2'),
    );
    expect(figures('sibling-groups-in-care', told).value).toBe(1);
    expect(figures('sibling-groups-apart', told).value).toBeNull();
  });
});

describe('independent reviewing officers', () => {
  const reviewedBy = (...officers: string[]) =>
    officers.reduce(
      (story, reviewingOfficer, i) =>
        story.with(review, { held: `2016-0${7 + i}-01` as '2016-07-01', reviewingOfficer }),
      inCare(),
    );
  const children = [reviewedBy('IRO-1'), reviewedBy('IRO-1'), reviewedBy('IRO-1', 'IRO-2'), inCare()];

  it('have as many children as last had a review with them [REV-15] [D-PLN-04]', () => {
    expect(figures('reviewing-officer-caseload', children)).toMatchObject({
      numerator: 3,
      denominator: 2,
      value: 1.5,
    });
    expect(listOf(council, 'reviewing-officer-caseloads', children, year)).toEqual([
      { officer: 'IRO-1', children: 2 },
      { officer: 'IRO-2', children: 1 },
    ]);
  });
});

describe('disabled young people', () => {
  const young = (born: '2000-06-01' | '2003-06-01') => inCare({ born, disabled: true });
  const transition = { kind: 'transition', start: '2016-05-01' } as const;

  it('have a transition plan from their 16th birthday, or are late [D-PLN-09]', () => {
    const children = [
      young('2000-06-01').with(plan, transition),
      young('2000-06-01').with(plan, { ...transition, end: '2016-12-01' }),
      young('2003-06-01'),
      inCare({ born: '2000-06-01', disabled: false }),
    ];
    expect(figures('transition-plans', children)).toMatchObject({ numerator: 1, denominator: 2 });
    expect(listOf(council, 'transition-plans-late', children, year)).toEqual([{ due: '2016-06-01' }]);
  });
});
