import { day, financialYear, quarter } from '@cic/core';
import { missingEpisode } from '@cic/core/records';
import { aChild, aCouncil, theChild } from '@cic/core/testing';
import { describe, expect, it } from 'vitest';
import { computed, due, found, listed, value } from '../../test/tell.ts';
import {
  childProtectionPlan,
  missingIncident,
  returnHomeInterview,
  strategyDiscussion,
} from '../generated/records.ts';
import { safeguarding } from '../index.ts';
import { missingOf, repeatedlyMissing } from './episodes.ts';

const anyChild = () => aChild({ born: '2010-05-01' }).startedOn('2020-01-06');
const inCare = anyChild();
const missing = (...days: readonly [`${number}-${number}-${number}`, `${number}-${number}-${number}`?][]) =>
  days.reduce(
    (child, [start, end]) =>
      child.with(missingIncident, { kind: 'M', start, ...(end === undefined ? {} : { end }) }),
    anyChild(),
  );

describe('missing and away episodes', () => {
  it('hold who told it, the police reference, risk and response [SAF-02]', () => {
    expect(
      missingIncident.validate({
        child: 'C1',
        kind: 'M',
        start: '2025-02-01',
        end: '2025-02-02',
        reporter: 'Foster carer',
        reported: '2025-02-01',
        policeReference: '25*0042',
        risk: 'high',
        response: ['police-search'],
      }),
    ).toBe(true);
  });

  it('come from the register, and from the statutory return where the register has nothing', () => {
    const child = missing(['2024-06-01', '2024-06-03']).with(
      missingEpisode,
      { kind: 'M', start: '2024-06-02', end: '2024-06-04' },
      { kind: 'M', start: '2024-08-01', end: '2024-08-02' },
      { kind: 'A', start: '2024-06-01', end: '2024-06-03' },
    );
    expect(missingOf(theChild(child)).map(({ kind, start, source }) => [kind, start, source])).toEqual([
      ['M', day('2024-06-01'), 'both'],
      ['A', day('2024-06-01'), 'return'],
      ['M', day('2024-08-01'), 'return'],
    ]);
    expect(value('missing-episodes', [child])).toBe(2);
    expect(value('missing-episodes-only-in-return', [child])).toBeCloseTo((2 / 3) * 100, 9);
    const [row] = computed('children-missing', [child], { by: [['missing-source']] })
      .breakdowns.get('missing-source')!
      .filter(({ numerator }) => numerator);
    expect(row!.labels).toEqual(['In both']);
  });

  it('count children and episodes apart [D-SAF-01]', () => {
    const children = [
      missing(['2024-04-10', '2024-04-11'], ['2024-09-01', '2024-09-05']),
      missing(['2024-05-01', '2024-05-01']),
      missing(['2024-03-01', '2024-03-02']),
      inCare,
    ];
    expect(value('children-missing', children)).toBe(2);
    expect(value('missing-episodes', children)).toBe(3);
    expect(value('missing-episodes-per-child', children)).toBe(1.5);
    expect(value('children-missing-share', children)).toBe(50);
    expect(value('days-missing', children)).toBeCloseTo(5 / 3, 9);
  });

  it('belong to every period they last into, and stand on its last day while open', () => {
    const child = missing(['2024-03-30', '2024-04-01'], ['2025-03-31', '2025-04-02']);
    expect(value('missing-episodes', [child])).toBe(2);
    expect(value('missing-at-end', [child])).toBe(1);
    expect(value('missing-at-end', [child], { period: financialYear(2024) })).toBe(1);
    expect(value('missing-at-end', [child], { period: financialYear(2026) })).toBe(0);
  });

  it('are told apart from being away', () => {
    const child = inCare.with(missingIncident, { kind: 'A', start: '2024-06-01', end: '2024-06-01' });
    expect(value('children-missing', [child])).toBe(0);
    expect(value('children-away', [child])).toBe(1);
    expect(value('away-episodes', [child])).toBe(1);
  });

  it('from home and from education are no missing from care [SAF-03]', () => {
    const child = inCare.with(
      missingIncident,
      { kind: 'M', from: 'education', start: '2024-06-03', end: '2024-06-03' },
      { kind: 'M', from: 'home', start: '2024-07-01', end: '2024-07-02' },
    );
    const atHome = aChild().with(missingIncident, {
      kind: 'M',
      from: 'home',
      start: '2024-07-01',
      end: '2024-07-02',
    });
    expect(value('children-missing', [child])).toBe(0);
    expect(value('missing-from-education', [child])).toBe(1);
    expect(value('missing-from-home', [child, atHome])).toBe(2);
    expect(value('missing-children-in-care-share', [child, atHome])).toBe(50);
  });

  it('are no placements [D-SAF-05]', () => {
    const child = missing(['2024-06-01', '2024-06-20'], ['2024-07-01', '2024-07-20']);
    expect(theChild(child).placements).toHaveLength(1);
    expect(value('three-or-more-placements', [child])).toBe(0);
  });

  it('say nothing where nobody recorded any', () => {
    expect(value('children-missing', [inCare])).toBeNull();
    expect(value('interviews-offered', [missing(['2024-06-01', '2024-06-02'])])).toBeNull();
  });
});

describe('repeatedly missing', () => {
  it('is a third episode that begins within 90 days of the first', () => {
    expect(repeatedlyMissing([0, 40, 89], 3, 90)).toEqual([89]);
    expect(repeatedlyMissing([0, 40, 90], 3, 90)).toEqual([]);
  });

  it('counts anew after each', () => {
    expect(repeatedlyMissing([0, 10, 20, 30, 40, 50], 3, 90)).toEqual([20, 50]);
    expect(repeatedlyMissing([0, 10, 20, 30, 40], 3, 90)).toEqual([20]);
    expect(repeatedlyMissing([], 3, 90)).toEqual([]);
  });

  const thrice = missing(
    ['2024-05-01', '2024-05-02'],
    ['2024-06-01', '2024-06-02'],
    ['2024-07-29', '2024-07-30'],
  );

  it('is counted by child, twice or more and three times in 90 days [SAF-05] [D-SAF-02]', () => {
    const children = [thrice, missing(['2024-05-01', '2024-05-02']), inCare];
    expect(value('repeat-missing', children)).toBe(1);
    expect(value('repeat-missing-90-days', children)).toBe(1);
    expect(value('repeat-missing-90-days', children, { period: quarter(2025, 1) })).toBe(0);
    expect(value('repeat-missing-90-days', children, { period: quarter(2025, 2) })).toBe(1);
  });

  it('is counted by quarter and area, beside the share in care [SAF-05]', () => {
    const north = aChild({ district: 'north' })
      .startedOn('2020-01-06')
      .with(missingIncident, { kind: 'M', start: '2024-05-01', end: '2024-05-02' });
    const of = aCouncil({ plugins: [safeguarding()], districts: [{ id: 'north', name: 'North' }] });
    const rows = computed('missing-episodes', [north, thrice], {
      period: quarter(2025, 1),
      by: [['district']],
      of,
    }).breakdowns.get('district')!;
    expect(rows.map(({ labels, numerator }) => [labels[0], numerator])).toEqual([
      ['North', 1],
      ['Not known', 2],
    ]);
    const report = of.reports.find(({ id }) => id === 'missing-and-away')!;
    expect(
      report.sections.some((section) => section.kind === 'breakdown' && section.by[0] === 'district'),
    ).toBe(true);
  });

  it('calls for a strategy discussion within five working days, once', () => {
    const monday = '2024-07-29';
    expect(due('missing-strategy-discussion', thrice, '2024-08-01')).toEqual([[monday, '2024-08-05', 'due']]);
    expect(due('missing-strategy-discussion', thrice, '2024-08-06')).toEqual([
      [monday, '2024-08-05', 'overdue'],
    ]);
    const held = thrice.with(strategyDiscussion, { held: '2024-08-02', reason: 'missing' });
    expect(due('missing-strategy-discussion', held, '2024-09-01')).toEqual([
      [monday, '2024-08-05', 'met in time'],
    ]);
  });

  it('has the council’s own numbers and days', () => {
    const strict = aCouncil({
      plugins: [safeguarding()],
      parameters: [{ id: 'repeat-missing-episodes', value: 2 }],
    });
    expect(due('missing-strategy-discussion', thrice, '2024-09-01', strict).map(([on]) => on)).toEqual([
      '2024-06-01',
    ]);
  });
});

describe('return home interviews', () => {
  const back = missing(['2024-06-01', '2024-06-03']);

  it('are due by the third day after the return [SAF-04] [D-SAF-03]', () => {
    expect(due('return-home-interview', back, '2024-06-06')).toEqual([['2024-06-03', '2024-06-06', 'due']]);
    expect(due('return-home-interview', back, '2024-06-07')).toEqual([
      ['2024-06-03', '2024-06-06', 'overdue'],
    ]);
    const held = back.with(returnHomeInterview, { returned: '2024-06-03', held: '2024-06-06' });
    expect(due('return-home-interview', held, '2024-07-01')).toEqual([
      ['2024-06-03', '2024-06-06', 'met in time'],
    ]);
    const late = back.with(returnHomeInterview, { returned: '2024-06-03', held: '2024-06-07' });
    expect(due('return-home-interview', late, '2024-07-01')).toEqual([
      ['2024-06-03', '2024-06-06', 'met late'],
    ]);
  });

  it('fall away when the child says no, unless that comes too late', () => {
    const no = (declined: '2024-06-04' | '2024-06-20') =>
      back.with(returnHomeInterview, { returned: '2024-06-03', accepted: false, declined });
    expect(due('return-home-interview', no('2024-06-04'), '2024-07-01')[0]![2]).toBe('fell away');
    expect(due('return-home-interview', no('2024-06-20'), '2024-07-01')[0]![2]).toBe('missed');
  });

  it('are not owed while the child is missing, after being away, or from 18 on', () => {
    expect(due('return-home-interview', missing(['2024-06-01']), '2024-07-01')).toEqual([]);
    const away = inCare.with(missingIncident, { kind: 'A', start: '2024-06-01', end: '2024-06-02' });
    expect(due('return-home-interview', away, '2024-07-01')).toEqual([]);
    const adult = aChild({ born: '2006-06-03' })
      .startedOn('2020-01-06')
      .with(missingIncident, { kind: 'M', start: '2024-06-01', end: '2024-06-03' });
    expect(due('return-home-interview', adult, '2024-07-01')).toEqual([]);
  });

  const three = missing(
    ['2024-05-01', '2024-05-02'],
    ['2024-06-01', '2024-06-02'],
    ['2024-07-01', '2024-07-02'],
  ).with(
    returnHomeInterview,
    {
      returned: '2024-05-02',
      offered: '2024-05-02',
      accepted: true,
      held: '2024-05-04',
      independent: true,
      themes: ['friends', 'conflict'],
      quality: 'good',
      informationUsed: true,
    },
    {
      returned: '2024-06-02',
      offered: '2024-06-02',
      accepted: true,
      held: '2024-06-20',
      independent: false,
      themes: ['friends'],
      quality: 'requires-improvement',
      informationUsed: false,
    },
  );

  it('are counted from offer to use [SAF-04] [D-SAF-03]', () => {
    expect(value('interviews-offered', [three])).toBeCloseTo((2 / 3) * 100, 9);
    expect(value('interviews-accepted', [three])).toBe(100);
    expect(value('interviews-held', [three])).toBeCloseTo((2 / 3) * 100, 9);
    expect(value('interviews-within-72-hours', [three])).toBe(50);
    expect(value('return-home-interview-on-time', [three])).toBeCloseTo((1 / 3) * 100, 9);
    expect(value('interviews-independent', [three])).toBe(50);
    expect(value('interviews-good-quality', [three])).toBe(50);
    expect(value('interviews-information-used', [three])).toBe(50);
  });

  it('say what children spoke of, by theme [SAF-04]', () => {
    expect(value('interview-theme-friends', [three])).toBe(100);
    expect(value('interview-theme-conflict', [three])).toBe(50);
    expect(value('interview-theme-bullying', [three])).toBe(0);
  });

  it('are found by the incident they name', () => {
    const child = inCare
      .with(missingIncident, { id: 'i1', kind: 'M', start: '2024-06-01', end: '2024-06-03' })
      .with(returnHomeInterview, { incident: 'i1', returned: '2024-06-04', held: '2024-06-05' });
    expect(value('interviews-held', [child])).toBe(100);
  });
});

describe('checks of missing', () => {
  it('find incidents that overlap, and those recorded while not in care [SAF-02] [SAF-03]', () => {
    expect(
      found('missing-overlap', missing(['2024-06-01', '2024-06-05'], ['2024-06-04', '2024-06-06'])),
    ).toEqual(['the incident begun 2024-06-04 overlaps the one from 2024-06-01 (2024-06-05)']);
    expect(
      found('missing-overlap', missing(['2024-06-01', '2024-06-04'], ['2024-06-04', '2024-06-06'])),
    ).toEqual([]);
    const before = missing(['2019-06-01', '2019-06-05']);
    expect(found('missing-from-care-when-not-in-care', before)).toEqual([
      'the child is missing from care from 2019-06-01 but was not looked after on that day',
    ]);
  });

  it('find what is still open after care or childhood has ended', () => {
    expect(found('missing-still-open', missing(['2024-06-01']).ceasedOn('2024-07-01'))).toEqual([
      'open since 2024-06-01; the child is not in care on 2026-03-31',
    ]);
    expect(found('missing-still-open', missing(['2024-06-01']))).toEqual([]);
  });

  it('compare the register with the statutory return [SAF-02]', () => {
    const child = missing(['2024-06-01', '2024-06-03'], ['2024-09-01', '2024-09-02']).with(
      missingEpisode,
      { kind: 'M', start: '2024-06-01', end: '2024-06-03' },
      { kind: 'A', start: '2024-10-01', end: '2024-10-02' },
    );
    expect(found('missing-register-and-return', child)).toEqual([
      'the register has an episode (M) from 2024-09-01 to 2024-09-02 that the statutory return lacks',
      'the statutory return has an episode (A) from 2024-10-01 to 2024-10-02 that the register lacks',
    ]);
  });

  it('find interviews without a return, and those that contradict themselves [SAF-04]', () => {
    const child = missing(['2024-06-01', '2024-06-03']).with(
      returnHomeInterview,
      { returned: '2024-06-09' },
      { returned: '2024-06-03', accepted: false, held: '2024-06-04' },
      { returned: '2024-06-03', themes: ['friends'] },
    );
    expect(found('interview-without-return', child)).toEqual([
      'no missing or away episode ended on 2024-06-09',
    ]);
    expect(found('interview-contradiction', child)).toEqual([
      'the interview after 2024-06-03 was declined, and held on 2024-06-04',
      'the interview after 2024-06-03 has themes, and was not held',
    ]);
    expect(found('interview-twice', child)).toEqual(['two interviews name the return on 2024-06-03']);
  });

  it('find days in an impossible order, before birth and of the future', () => {
    expect(found('missing-incident-dates', missing(['2024-06-03', '2024-06-01']))).toEqual([
      'end is 2024-06-01, before start on 2024-06-03',
    ]);
    expect(found('safeguarding-before-birth-or-in-future', missing(['2009-01-01', '2009-01-02']))).toEqual([
      'Missing incident: start is 2009-01-01, before the child was born on 2010-05-01',
    ]);
    const unborn = anyChild().with(childProtectionPlan, { start: '2010-03-01', initialCategory: 'neglect' });
    expect(found('safeguarding-before-birth-or-in-future', unborn)).toEqual([]);
    expect(found('safeguarding-before-birth-or-in-future', missing(['2027-01-01', '2027-01-02']))).toEqual([
      'Missing incident: start is 2027-01-01, after 2026-03-31',
    ]);
  });
});

describe('the tracker of missing children', () => {
  it('says why each child is on it [SAF-05] [D-SAF-02]', () => {
    const child = missing(['2025-01-01', '2025-01-02'], ['2025-02-01', '2025-02-02'], ['2025-03-10']);
    const [row] = listed('missing-tracker', [child, inCare]);
    expect(row).toMatchObject({ age: 14, episodes: 3, away: 0, last: '2025-03-10', interviews: '0 of 2' });
    expect(row!.flags).toEqual([
      'missing now',
      'repeatedly missing since 2025-03-10',
      'no strategy discussion since',
      '2 interview(s) overdue',
      'a return without an offer',
    ]);
    expect(listed('missing-tracker', [inCare])).toEqual([]);
  });
});
