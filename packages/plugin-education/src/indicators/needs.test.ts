import { compareWith, day, financialYear, onDate } from '@cic/core';
import { many } from '@cic/core/testing';
import { describe, expect, it } from 'vitest';
import { inYear6, inYear11, listed, rows, value } from '../../test/tell.ts';
import { pupilProfile, type SpecialEducationalNeeds, specialEducationalNeeds } from '../generated/records.ts';

const year = financialYear(2024);
const on = onDate(day('2024-03-31'));

const needing = (provision: SpecialEducationalNeeds['provision'], tell = inYear6) =>
  tell().with(specialEducationalNeeds, {
    provision,
    start: '2022-09-01',
    primaryNeed: 'SEMH',
  });

describe('special educational needs', () => {
  const pupils = [needing('E'), needing('S'), needing('K'), needing('P'), needing('N'), inYear6()];

  it('with a statement or plan are a share of those of the cohort at school [EDU-19]', () => {
    expect(value('sen-statement-or-plan', pupils, year)).toBeCloseTo(100 / 3);
    expect(value('sen-support', pupils, year)).toBeCloseTo(100 / 3);
  });

  it('divide pupils into plan, support and none [CORE-13]', () => {
    expect(
      rows('pupils-in-care', 'special-educational-needs', pupils, year).map(([id, count]) => [id, count]),
    ).toEqual([
      ['plan', 2],
      ['support', 2],
      ['none', 1],
      ['not-known', 1],
    ]);
  });

  it('are those of the day: a plan that ended is none [EDU-19]', () => {
    const ended = inYear6().with(
      specialEducationalNeeds,
      { provision: 'E', start: '2022-09-01', end: '2023-09-01' },
      { provision: 'K', start: '2023-09-01' },
    );
    expect(value('sen-statement-or-plan', [ended], year)).toBe(0);
    expect(value('sen-statement-or-plan', [ended], onDate(day('2023-08-31')))).toBe(100);
  });

  it('are compared with a range of statistical neighbours and one value of England [EDU-19] [IND-13]', () => {
    const ours = { value: 37, period: year };
    expect(compareWith(ours, { value: null, range: [20, 36], period: year }, 'lower').performance).toBe(
      'worse',
    );
    expect(compareWith(ours, { value: 28, period: year }, 'neutral')).toMatchObject({
      difference: 9,
      performance: 'no judgement',
    });
  });

  it('are reported child by child, with their types and whether other plans say the same [EDU-34]', () => {
    const aligned = inYear6().with(specialEducationalNeeds, {
      provision: 'E',
      start: '2022-09-01',
      issued: '2022-09-01',
      primaryNeed: 'MLD',
      secondaryNeed: 'SLCN',
      alignedWith: ['care', 'education'],
    });
    expect(listed('special-educational-needs-report', [aligned, needing('N')], on)).toEqual([
      {
        yearGroup: 'Year 6',
        provision: expect.stringContaining('plan'),
        primaryNeed: 'Moderate learning difficulty',
        secondaryNeed: 'Speech, language and communication needs',
        reviewed: '',
        alignedWith: ['care', 'education'],
        flags: ['plan not reviewed since 1 September 2022'],
      },
    ]);
  });
});

describe('Year 11', () => {
  it('is counted, with its unaccompanied children, needs and first languages: 47, of them 12 and 28 [EDU-14]', () => {
    const pupils = many(47, (i) => {
      const story = inYear11(i < 12 ? { unaccompaniedUntil: 'still' } : {});
      const told =
        i < 12
          ? story.with(pupilProfile, {
              recorded: '2023-09-10',
              firstLanguage: 'OTH',
            })
          : story;
      return i >= 19
        ? told.with(specialEducationalNeeds, {
            provision: 'K',
            start: '2020-01-01',
          })
        : told;
    });
    const all = [...pupils, inYear6()];
    expect(value('year-11-pupils', all, on)).toBe(47);
    expect(value('year-11-cohort', all, on)).toBe(47);
    expect(value('year-11-unaccompanied', all, on)).toBeCloseTo((12 / 47) * 100);
    expect(value('year-11-sen', all, on)).toBeCloseTo((28 / 47) * 100);
    expect(value('year-11-first-language-not-english', all, on)).toBe(100);
  });
});
