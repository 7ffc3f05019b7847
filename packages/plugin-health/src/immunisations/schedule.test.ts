import { addMonths, day, formatIsoDate } from '@cic/core';
import { describe, expect, it } from 'vitest';
import { immunisationSchedule, outstandingImmunisations } from './schedule.ts';

const boy = { born: day('2018-03-01'), sex: 'M' };
const outstanding = (child: { born: number; sex: string }, asAt: number, given: [string, string][] = []) =>
  outstandingImmunisations(
    child,
    given.map(([vaccine, on]) => ({ vaccine, given: day(on as '2018-01-01') })),
    asAt,
  ).map(({ group, dose }) => `${group} ${dose}`);

describe('the schedule', () => {
  it('asks for the primary course at 8, 12 and 16 weeks', () => {
    const primary = immunisationSchedule(boy.born, 'M').filter(({ group }) => group === 'primary');
    expect(primary.map(({ dueOn }) => formatIsoDate(dueOn))).toEqual([
      '2018-04-26',
      '2018-05-24',
      '2018-06-21',
    ]);
  });

  it('depends on the date of birth: a second MMR at 18 months from 1 July 2024 on, at 3 years 4 months before', () => {
    const secondMmr = (born: number) =>
      immunisationSchedule(born, 'F').find(({ group, dose }) => group === 'mmr' && dose === 2)!.dueOn;
    expect(secondMmr(day('2024-06-30'))).toBe(addMonths(day('2024-06-30'), 40));
    expect(secondMmr(day('2024-07-01'))).toBe(day('2026-01-01'));
  });

  it('gives HPV to girls, and to boys born from September 2006', () => {
    const hasHpv = (born: string, sex: string) =>
      immunisationSchedule(day(born as '2006-01-01'), sex).some(({ group }) => group === 'hpv');
    expect(hasHpv('2005-01-01', 'F')).toBe(true);
    expect(hasHpv('2006-08-31', 'M')).toBe(false);
    expect(hasHpv('2006-09-01', 'M')).toBe(true);
    expect(hasHpv('2010-09-01', 'U')).toBe(false);
  });

  it('takes the school doses as due at the end of the school year', () => {
    const teenage = (born: string) =>
      formatIsoDate(
        immunisationSchedule(day(born as '2010-01-01'), 'F').find(({ group }) => group === 'teenage')!.dueOn,
      );
    expect(teenage('2010-08-31')).toBe('2024-08-31');
    expect(teenage('2010-09-01')).toBe('2025-08-31');
  });

  it('is empty without a date of birth', () => {
    expect(immunisationSchedule(Number.NaN, 'F')).toEqual([]);
  });
});

describe('what is outstanding', () => {
  it('is what the age asks for and nobody gave', () => {
    expect(outstanding(boy, boy.born + 60)).toEqual(['primary 1', 'rotavirus 1', 'menb 1']);
    expect(
      outstanding(boy, boy.born + 60, [
        ['6-in-1', '2018-04-26'],
        ['menb', '2018-04-26'],
        ['rotavirus', '2018-04-26'],
      ]),
    ).toEqual([]);
  });

  it('takes 5-in-1 for 6-in-1 and MMRV for MMR', () => {
    const given: [string, string][] = [
      ['5-in-1', '2018-04-26'],
      ['6-in-1', '2018-05-24'],
      ['6-in-1', '2018-06-21'],
      ['mmrv', '2019-03-02'],
    ];
    const missing = outstanding(boy, day('2019-06-01'), given);
    expect(missing).not.toContain('primary 3');
    expect(missing).not.toContain('mmr 1');
    expect(missing).toContain('menb 3');
  });

  it('counts two entries of one day once, and doses after the day not at all', () => {
    expect(
      outstanding(boy, day('2018-05-30'), [
        ['6-in-1', '2018-04-26'],
        ['6-in-1', '2018-04-26'],
      ]),
    ).toContain('primary 2');
    expect(outstanding(boy, day('2018-05-30'), [['6-in-1', '2018-06-26']])).toContain('primary 1');
  });

  it('lets rotavirus go once the baby is too old for it', () => {
    expect(outstanding(boy, boy.born + 100)).toContain('rotavirus 2');
    expect(outstanding(boy, boy.born + 24 * 7)).not.toContain('rotavirus 2');
  });

  it('leaves some days of grace', () => {
    expect(outstandingImmunisations(boy, [], boy.born + 80, 28)).toEqual([]);
    expect(outstandingImmunisations(boy, [], boy.born + 85, 28)).toHaveLength(3);
  });
});
