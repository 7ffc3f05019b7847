import { describe, expect, it } from 'vitest';
import { completePolicy, isSmall } from './policy.ts';

describe('policy', () => {
  it('tells 1 to 10 from under 10: ten is hidden by one and shown by the other [D-SUP-03]', () => {
    const oneToTen = completePolicy({ suppress: { from: 1, to: 10 } });
    const underTen = completePolicy({ suppress: { under: 10 } });
    expect([9, 10, 11].map((n) => isSmall(n, oneToTen))).toEqual([true, true, false]);
    expect([9, 10, 11].map((n) => isSmall(n, underTen))).toEqual([true, false, false]);
  });

  it('shows zeros unless the policy protects them', () => {
    expect(isSmall(0, completePolicy({ suppress: { from: 1, to: 4 } }))).toBe(false);
    expect(isSmall(0, completePolicy({ suppress: { from: 0, to: 4 } }))).toBe(true);
  });

  it('refuses a policy that makes no sense, in one sentence', () => {
    expect(() => completePolicy({ suppress: { from: -1, to: 4 } })).toThrow(
      'policy.suppress: expected whole numbers',
    );
    expect(() => completePolicy({ protect: { width: 0 } })).toThrow('policy.protect.width');
    expect(() => completePolicy({ marks: { x: [3, 1] } })).toThrow("policy.marks['x']");
  });
});
