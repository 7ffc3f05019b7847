import { describe, expect, it } from 'vitest';
import { fromCodes } from '../breakdowns/breakdown.ts';
import { defineCodeSet } from './codeSet.ts';
import { codeSets } from './codeSets.ts';

describe('the statutory code sets', () => {
  it('carry labels and groups', () => {
    expect(codeSets.LS.label('C2')).toBe('Full care order');
    expect(codeSets.PLACE.group('U4')).toBe('foster-other');
    expect(codeSets.REC.inGroup('SGO')).toEqual(['E43', 'E44', 'E45', 'E46', 'E47', 'E48']);
    expect(codeSets.REVIEW_CODE.groups).toContain('attended, took part');
  });

  it('give a breakdown its categories', () => {
    expect(fromCodes(codeSets.LS)[0]).toEqual({ id: 'C1', label: codeSets.LS.label('C1') });
    expect(fromCodes(codeSets.LS)).toHaveLength(codeSets.LS.codes.length);
  });

  it('know for which collection years a code is accepted', () => {
    expect([2018, 2019].map((year) => codeSets.REC.isValid('E43', year))).toEqual([true, false]);
    expect([2018, 2019].map((year) => codeSets.REC.isValid('E45', year))).toEqual([false, true]);
    expect([2024, 2025].map((year) => codeSets.SEX.isValid('1', year))).toEqual([true, false]);
    expect(codeSets.LS.isValid('C9', 2026)).toBe(false);
  });

  it('say who holds parental responsibility under a legal status [CORE-03]', () => {
    expect(codeSets.LS.get('V2')?.['parentalResponsibility']).toBe('parents');
    expect(codeSets.LS.get('C2')?.['parentalResponsibility']).toBe('parents and authority');
  });

  it('have no code twice and a label for each', () => {
    for (const set of Object.values(codeSets)) {
      expect(new Set(set.values).size, set.id).toBe(set.codes.length);
      expect(
        set.codes.every(({ label }) => label.length > 0),
        set.id,
      ).toBe(true);
    }
  });

  it('leave out what is listed but not accepted: being homeless is never suitable', () => {
    expect(codeSets.ACCOM.has('S1')).toBe(false);
    expect(codeSets.ACCOM.get('S2')?.['suitable']).toBe(false);
  });
});

describe('a code set of a plugin or council', () => {
  const setting = defineCodeSet({
    id: 'SETTING',
    title: 'Setting',
    codes: [
      { code: 'M', label: 'Mainstream school', group: 'school' },
      { code: 'N', label: 'None', lastYear: 2020 },
    ],
  });

  it('tells its own codes from others', () => {
    const code: string = 'M';
    expect(setting.has(code) && setting.label(code)).toBe('Mainstream school');
    expect(setting.has('X')).toBe(false);
    expect(setting.label('X')).toBe('X');
    expect(setting.values).toEqual(['M', 'N']);
  });

  it('cannot list a code twice', () => {
    const codes = [
      { code: 'M', label: 'a' },
      { code: 'M', label: 'b' },
    ];
    expect(() => defineCodeSet({ id: 'SETTING', title: 'Setting', codes })).toThrow(
      'Code M is twice in SETTING (Setting)',
    );
  });
});
