import { describe, expect, it } from 'vitest';
import { check } from '../engine/testing.ts';
import { substanceMisuseRules } from './substance-misuse.ts';

const VALUES = ['', '0', '1', '1.0', 'X'];

/** What a rule flags of every combination of values, as 'misuse received offered', '-' for blank. */
function flagged(code: string): string[] {
  const rows = VALUES.flatMap((misuse) =>
    VALUES.flatMap((received) => VALUES.map((offered) => [misuse, received, offered] as const)),
  );
  const { OC2 = [] } = check(substanceMisuseRules.find((each) => each.code === code)!, {
    OC2: rows.map(([SUBSTANCE_MISUSE, INTERVENTION_RECEIVED, INTERVENTION_OFFERED]) => ({
      SUBSTANCE_MISUSE,
      INTERVENTION_RECEIVED,
      INTERVENTION_OFFERED,
    })),
  });
  return OC2.map((row) => rows[row]!.map((value) => value || '-').join(' '));
}

const shown = VALUES.map((value) => value || '-');

describe('158 received and offered', () => {
  it('flags any offer beside an intervention received', () => {
    const expected = shown.flatMap((misuse) =>
      ['0', '1', '1.0', 'X'].map((offered) => `${misuse} 1 ${offered}`),
    );
    expect(flagged('158')).toEqual(expected);
  });
});

describe('159 not received', () => {
  it('flags a blank offer where misuse was identified and nothing received', () => {
    expect(flagged('159')).toEqual(['1 0 -']);
  });
});

describe('192 received left blank', () => {
  it('flags it where misuse was identified', () => {
    expect(flagged('192')).toEqual(shown.map((offered) => `1 - ${offered}`));
  });
});

describe('193 intervention without misuse', () => {
  it('flags anything about interventions where misuse is 0 or blank', () => {
    const expected = ['-', '0'].flatMap((misuse) =>
      shown.flatMap((received) =>
        shown
          .filter((offered) => received !== '-' || offered !== '-')
          .map((offered) => `${misuse} ${received} ${offered}`),
      ),
    );
    expect(flagged('193')).toEqual(expected);
  });
});
