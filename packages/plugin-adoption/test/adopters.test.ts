import { casesBehind, financialYear, type IsoDate, threeYears } from '@cic/core';
import { adoptionDecision } from '@cic/core/records';
import { aChild, aHistoryWith } from '@cic/core/testing';
import { describe, expect, it } from 'vitest';
import {
  type AdopterHousehold,
  adopterHousehold,
  adoptionMatch,
  adoptionPanel,
  adoptivePlacement,
  familyFinding,
  interAgencyPlacement,
} from '../src/generated/records.ts';
import { householdsOf, panelGaps, stateOn, waitBand } from '../src/index.ts';
import { computed, council, found, listed, others, parts } from './tell.ts';

const times = <T>(count: number, make: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));

const household = (id: string, facts: Partial<AdopterHousehold> = {}): AdopterHousehold => ({ id, ...facts });
const enquired = (id: string, facts: Partial<AdopterHousehold> = {}) =>
  household(id, { enquired: '2014-06-01', ...facts });
const approved = (id: string, decided: IsoDate, facts: Partial<AdopterHousehold> = {}) =>
  household(id, { enquired: '2015-04-10', decided, approved: true, ...facts });
const households = (...list: readonly AdopterHousehold[]) => others(adopterHousehold, ...list);

describe('the recruitment of adopters', () => {
  it('has a conversion with a stated base: 45 of 218 enquiries, 20.6% [D-ADO-05]', () => {
    const told = {
      others: [
        households(
          ...times(218, (i) =>
            enquired(`H${i}`, i < 45 ? { applied: '2014-09-01', decided: '2015-03-01', approved: true } : {}),
          ),
        ),
      ],
      period: financialYear(2015),
    };
    expect(computed('adoption-enquiries', told).value).toBe(218);
    expect(computed('adopters-approved', told).value).toBe(45);
    expect(computed('adopter-approvals-per-enquiry', told).value).toBeCloseTo(20.6, 1);
    expect(computed('adopter-conversion', told)).toMatchObject({ numerator: 45, denominator: 218 });
    expect(council.indicator('adopter-approvals-per-enquiry').population).toContain('adoption enquiries');
  });

  it('gives 40.9% for 67 of 164, not the 31 printed without a base [D-ADO-05]', () => {
    const told = {
      others: [
        households(
          ...times(164, (i) => enquired(`E${i}`, { enquired: '2016-06-01' })),
          ...times(67, (i) => approved(`A${i}`, '2016-09-01')),
          ...times(52, (i) => enquired(`P${i}`, { enquired: '2016-01-01', applied: '2016-06-01' })),
        ),
      ],
    };
    expect(computed('adopter-approvals-per-enquiry', told).value).toBeCloseTo(40.9, 1);
    expect(computed('adopters-approved', told).value).toBe(67);
    expect(computed('adoption-applications', told).value).toBe(52);
    expect(computed('adopter-approvals-per-application', told).value).toBeGreaterThan(100);
  });

  it('follows cases: approvals of a year may exceed its applications, conversion never exceeds its base [D-ADO-06]', () => {
    const told = {
      others: [
        households(
          ...times(67, (i) => approved(`A${i}`, '2016-09-01', { applied: '2016-01-15' })),
          ...times(52, (i) => approved(`P${i}`, '2017-06-01', { applied: '2016-10-15' })),
        ),
      ],
    };
    expect(computed('adopters-approved', told).value).toBe(67);
    expect(computed('adoption-applications', told).value).toBe(52);
    expect(computed('adopter-conversion-of-applications', told)).toMatchObject({ value: 0, denominator: 52 });
    expect(
      computed('adopter-conversion-of-applications', { ...told, period: threeYears(2017) }),
    ).toMatchObject({
      numerator: 67,
      denominator: 119,
    });
  });

  it('has stages with limits of their own', () => {
    const told = {
      others: [
        households(
          household('H1', {
            registered: '2016-04-05',
            stageOneEnded: '2016-06-05',
            stageTwoStarted: '2016-06-10',
            stageTwoEnded: '2016-10-10',
          }),
          household('H2', {
            registered: '2016-04-05',
            stageOneEnded: '2016-06-06',
            stageTwoStarted: '2016-06-10',
            stageTwoEnded: '2016-10-11',
          }),
        ),
      ],
    };
    expect(computed('adopter-stage-one-in-time', told).value).toBe(50);
    expect(computed('adopter-stage-two-in-time', told).value).toBe(50);
    expect(computed('adoption-registrations', told).value).toBe(2);
    expect(computed('adopters-in-process', told).value).toBe(2);
  });
});

/** 55 families at 31 March 2017: 31 wait, 22 of them with a link considered; the others have children placed. */
const atYearEnd = () => {
  const waits: readonly (readonly [number, IsoDate])[] = [
    [7, '2016-12-01'],
    [12, '2016-08-01'],
    [1, '2016-05-01'],
    [2, '2016-02-01'],
  ];
  let id = 0;
  const matching = waits.flatMap(([count, decided]) => times(count, () => approved(`M${id++}`, decided)));
  const waiting = times(9, (i) => approved(`W${i}`, '2017-03-01'));
  const withChildren = times(24, (i) => approved(`C${i}`, '2016-01-01'));
  const searching = aChild()
    .startedOn('2016-01-01')
    .with(familyFinding, {
      started: '2016-06-01',
      links: matching.map((one) => ({
        adopters: one.id,
        origin: 'own' as const,
        found: '2017-03-10' as const,
      })),
    });
  const placed = withChildren.map((one) =>
    aChild()
      .startedOn('2016-01-01')
      .with(adoptionMatch, { matched: '2016-09-01', adopters: one.id, agency: 'own' })
      .with(adoptivePlacement, { placed: '2016-10-01', adopters: one.id }),
  );
  const gone = approved('X1', '2015-06-01', { closed: '2016-12-31', reasonClosed: 'withdrew' });
  const other = approved('O1', '2015-06-01', { agency: 'voluntary' });
  return {
    children: [searching, ...placed],
    others: [households(...matching, ...waiting, ...withChildren, gone, other)],
  };
};

describe('approved adopters', () => {
  it('are 55 families at year end, 31 of them waiting to be matched [D-ADO-07]', () => {
    expect(computed('adoptive-families', atYearEnd()).value).toBe(55);
    expect(computed('adoptive-families-waiting', atYearEnd()).value).toBe(31);
  });

  it('in the matching process are told apart by months waiting, and the parts add up: 0, 7, 12, 1, 2 of 22 [D-ADO-08]', () => {
    const { value, breakdowns } = computed('adoptive-families-in-matching', atYearEnd(), [['adopter-wait']]);
    expect(value).toBe(22);
    expect(breakdowns.get('adopter-wait')!.map(({ numerator }) => numerator)).toEqual([0, 7, 12, 1, 2]);
  });

  it('waiting to be matched are those in the matching process and the rest: 31 = 22 + 9 [D-ADO-09]', () => {
    const { breakdowns } = computed('adoptive-families-waiting', atYearEnd(), [['adopter-state']]);
    expect(parts(breakdowns.get('adopter-state'))).toEqual({ waiting: 9, 'in-matching': 22 });
    expect(listed('adopter-tracker', atYearEnd()).filter(({ waiting }) => waiting !== '')).toHaveLength(31);
  });

  it('a wait of exactly three months is in the band above, and every wait is in one band', () => {
    const on = Date.UTC(2017, 2, 31) / 86_400_000;
    expect(waitBand(Date.UTC(2016, 11, 31) / 86_400_000, on)).toBe('3-6-months');
    expect(waitBand(on, on)).toBe('under-3-months');
    expect(waitBand(on + 1, on)).toBeUndefined();
  });

  it('have a state on every day, from the enquiry on', () => {
    const told = [
      households(
        approved('H1', '2016-05-01', {
          enquired: '2015-06-01',
          registered: '2015-09-01',
          stageTwoStarted: '2016-01-10',
          onHold: [{ start: '2016-06-01', end: '2016-07-01' }],
          closed: '2018-01-01',
          reasonClosed: 'adopted',
        }),
      ),
    ];
    const child = aChild()
      .startedOn('2016-01-01')
      .with(familyFinding, {
        started: '2016-06-01',
        ended: '2016-10-01',
        links: [{ adopters: 'H1', origin: 'own', found: '2016-08-01' }],
      })
      .with(adoptionMatch, { matched: '2016-10-01', adopters: 'H1' })
      .with(adoptivePlacement, {
        placed: '2016-11-01',
        adopters: 'H1',
        ended: '2017-09-01',
        reasonEnded: 'adoption-order',
      });
    const [one] = householdsOf(aHistoryWith(told, child));
    const state = (date: string) => stateOn(one!, Date.parse(`${date}T00:00:00Z`) / 86_400_000);
    expect(
      [
        '2015-05-31',
        '2015-06-01',
        '2015-09-01',
        '2016-01-10',
        '2016-05-01',
        '2016-06-15',
        '2016-08-01',
        '2016-10-01',
        '2016-11-01',
        '2017-09-01',
        '2018-01-01',
      ].map(state),
    ).toEqual([
      undefined,
      'enquiry',
      'stage-one',
      'stage-two',
      'waiting',
      'on-hold',
      'in-matching',
      'matched',
      'placed',
      'waiting',
      'closed',
    ]);
  });

  it('wait so long for a match', () => {
    expect(computed('adopters-days-to-match', atYearEnd())).toMatchObject({ value: 244, denominator: 24 });
  });

  it('are compared with the children who wait, by what they hope for [ADP-14]', () => {
    const waiting = (born: IsoDate, disabled = false) =>
      aChild({ born, disabled }).startedOn('2016-05-01').with(adoptionDecision, { decided: '2016-10-01' });
    const told = {
      children: [waiting('2016-01-01'), waiting('2010-01-01'), waiting('2009-06-01', true)],
      others: [
        households(
          approved('H1', '2016-06-01', { preferences: { fromAge: 0, toAge: 1 } }),
          approved('H2', '2016-06-01', { preferences: { fromAge: 0, toAge: 5, accepts: ['disability'] } }),
          household('H3', { enquired: '2016-05-01' }),
        ),
      ],
    };
    const rows = Object.fromEntries(
      listed('adopter-gap', told).map(({ of, children, families, gap }) => [of, [children, families, gap]]),
    );
    expect(rows['Age: Under 2']).toEqual([1, 2, 1]);
    expect(rows['Age: 5 to 7']).toEqual([2, 1, -1]);
    expect(rows['Disability']).toEqual([1, 1, 0]);
    expect(computed('adopters-in-process', told).value).toBe(1);
  });
});

describe('placements with own and other adopters', () => {
  const placedWith = (
    id: string,
    adopters: string,
    agency: 'own' | 'voluntary' | 'regional',
    home: 'in-area' | 'near' | 'elsewhere',
    fee?: number,
  ) =>
    aChild({ id })
      .startedOn('2012-01-01')
      .with(adoptionMatch, {
        matched: '2012-09-01',
        adopters,
        agency,
        home,
        ...(fee === undefined ? {} : { fee }),
      })
      .with(adoptivePlacement, { placed: '2012-10-01', adopters });

  it('count children and households apart: 39 children in 32 households [D-ADO-14]', () => {
    const children = times(39, (i) => placedWith(`C${i}`, `O${i % 32}`, 'voluntary', 'near'));
    const told = { children, period: financialYear(2013) };
    const { breakdowns } = computed('children-placed-for-adoption', told, [['adopter-agency']]);
    expect(parts(breakdowns.get('adopter-agency'))).toEqual({ voluntary: 39 });
    expect(computed('other-agency-households-placed-with', told).value).toBe(32);
    expect(computed('own-households-placed-with', told).value).toBe(0);
  });

  it('have a share with own adopters, and can be split by agency, regional agencies too [ADP-13] [D-ADO-23]', () => {
    const children = [
      ...times(3, (i) => placedWith(`A${i}`, `H${i}`, 'own', 'in-area')),
      placedWith('B1', 'R1', 'regional', 'elsewhere'),
      aChild({ id: 'B2' })
        .startedOn('2012-01-01')
        .movedOn('2012-10-01', { placementType: 'A6', placementProvider: 'PR5' }),
    ];
    const told = { children, period: financialYear(2013) };
    expect(computed('placed-with-own-adopters', told).value).toBe(60);
    const { breakdowns } = computed('children-placed-for-adoption', told, [['adopter-agency']]);
    expect(parts(breakdowns.get('adopter-agency'))).toEqual({ own: 3, regional: 1, voluntary: 1 });
  });

  it('tell how many adopters of other agencies live in or near the area [D-ADO-16]', () => {
    const children = [
      ...times(5, (i) => placedWith(`N${i}`, `N${i}`, 'voluntary', i < 2 ? 'in-area' : 'near')),
      placedWith('E1', 'E1', 'voluntary', 'elsewhere'),
      placedWith('H1', 'H1', 'own', 'elsewhere'),
    ];
    expect(
      computed('other-agency-adopters-near', { children, period: financialYear(2013) }).value,
    ).toBeCloseTo((5 / 6) * 100, 9);
  });

  it('balance fees paid with fees received [D-ADO-15]', () => {
    const told = {
      children: [
        placedWith('C1', 'O1', 'voluntary', 'near', 3_100_000),
        placedWith('C2', 'H9', 'own', 'in-area', 999),
      ],
      others: [
        others(
          interAgencyPlacement,
          { id: 'IA1', adopters: 'H1', placed: '2012-06-01', fee: 3_100_000 },
          { id: 'IA2', adopters: 'H2', placed: '2012-07-01', fee: 2_700_000 },
        ),
      ],
      period: financialYear(2013),
    };
    expect(computed('inter-agency-fees-paid', told).value).toBe(31_000);
    expect(computed('inter-agency-fees-received', told).value).toBe(58_000);
    expect(computed('inter-agency-balance', told).value).toBe(27_000);
  });
});

describe('adoption panels', () => {
  const panel = (
    id: string,
    members: NonNullable<Parameters<typeof panelGaps>[0]['members']>,
    held: IsoDate = '2016-10-03',
  ) => ({
    id,
    panel: 'adoption-panel',
    held,
    members,
    cases: [],
  });
  const full = [
    { role: 'chair' as const },
    { role: 'medical-adviser' as const },
    { role: 'social-worker' as const },
    { role: 'elected-member' as const },
    { role: 'independent-member' as const },
    { role: 'agency-adviser' as const },
  ];
  const incomplete = [
    { role: 'chair' as const },
    { role: 'medical-adviser' as const, present: false },
    { role: 'social-worker' as const },
    { role: 'elected-member' as const, present: false },
  ];

  it('need a chair, a medical adviser, a social worker, an elected member and a quorum; what is missing is said [ADP-10]', () => {
    const told = { others: [others(adoptionPanel, panel('P1', full), panel('P2', incomplete))] };
    expect(computed('adoption-panels-complete', told).value).toBe(50);
    const rows = listed('adoption-panels', told);
    expect(rows.map(({ flags }) => flags)).toEqual([
      [],
      ['no medical adviser, nor written advice of one', 'no elected member', '2 members there, 5 needed'],
    ]);
    expect(found('adoption-panel-incomplete', told)).toEqual([
      'panel of 2016-10-03: no medical adviser, nor written advice of one; no elected member; 2 members there, 5 needed',
    ]);
  });

  it('take written advice of the medical adviser, and no elected member where the council asks for none', () => {
    const members = [
      ...full.slice(0, 1),
      { role: 'medical-adviser' as const, present: false, gave: 'Report.' },
      ...full.slice(2),
    ];
    const parameter = (elected: number) => (id: string) => (id === 'adoption-panel-quorum' ? 4 : elected);
    expect(panelGaps({ members }, parameter(1))).toEqual([]);
    expect(
      panelGaps({ members: members.filter(({ role }) => role !== 'elected-member') }, parameter(0)),
    ).toEqual(['3 members there, 4 needed']);
  });
});

it('the households behind a figure can be seen by those allowed to', () => {
  const told = atYearEnd();
  const history = aHistoryWith(told.others, ...told.children);
  const rows = casesBehind(council.indicator('adoptive-families-in-matching'), {
    council,
    historyFor: () => history,
    period: financialYear(2017),
  });
  expect(rows).toHaveLength(22);
  expect(rows[0]!.about).toBe('M0');
});
