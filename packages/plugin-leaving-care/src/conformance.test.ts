import { aCouncil, conformance, leftBehind } from '@cic/core/testing';
import { describe, expect, it } from 'vitest';
import { leavingCare } from './index.ts';

describe('the leaving care plugin', () => {
  it('passes the conformance kit', () => {
    expect(conformance(leavingCare())).toEqual([]);
  });

  it('leaves nothing behind in a council that does not enable it [CFG-01]', () => {
    expect(leftBehind(leavingCare(), aCouncil())).toEqual([]);
    expect(leftBehind(leavingCare(), aCouncil({ plugins: [leavingCare()] })).length).toBeGreaterThan(200);
  });
});
