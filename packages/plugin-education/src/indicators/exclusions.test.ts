import { academicYear, financialYear } from '@cic/core';
import { aChild } from '@cic/core/testing';
import { describe, expect, it } from 'vitest';
import { inYear6, inYear11, result, value } from '../../test/tell.ts';
import { exclusion } from '../generated/records.ts';

const year = academicYear(2024);
const suspended = (sessions = 4, outcome?: 'withdrawn') =>
  inYear11().with(exclusion, {
    kind: 'SUSP',
    start: '2023-11-06',
    end: '2023-11-07',
    sessions,
    ...(outcome && { outcome }),
  });

describe('fixed-term exclusions', () => {
  it('count children once and exclusions each time [D-EDU-05] [EDU-18]', () => {
    const twice = suspended().with(exclusion, {
      kind: 'SUSP',
      start: '2024-02-01',
      sessions: 2,
    });
    const all = [twice, suspended(), inYear6(), suspended(4, 'withdrawn')];
    expect(value('children-suspended', all, year)).toBe(2);
    expect(value('suspensions', all, year)).toBe(3);
    expect(value('suspended-share', all, year)).toBe(50);
    expect(value('days-lost-to-suspension', all, year)).toBe(2.5);
  });

  it('are those while in care only, in their own year', () => {
    const before = aChild({ born: '2008-03-01' })
      .startedOn('2023-12-01')
      .with(exclusion, { kind: 'SUSP', start: '2023-11-06' });
    expect(value('children-suspended', [before], year)).toBe(0);
    expect(value('children-suspended', [suspended()], academicYear(2023))).toBe(0);
  });

  it('exist as an indicator where there is no figure [IND-33]', () => {
    expect(value('suspended-share', [inYear6()], year)).toBeNull();
  });
});

describe('permanent exclusions', () => {
  it('count children whose exclusion stands [EDU-18]', () => {
    const excluded = (outcome?: 'quashed') =>
      inYear11().with(exclusion, {
        kind: 'PERM',
        start: '2023-11-06',
        ...(outcome && { outcome }),
      });
    expect(
      result('permanent-exclusions', [excluded(), excluded('quashed'), inYear6()], financialYear(2024)).value,
    ).toBe(1);
  });
});
