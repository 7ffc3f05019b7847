import { aCouncil, conformance, leftBehind } from '@cic/core/testing';
import { describe, expect, it } from 'vitest';
import { adoption } from './index.ts';

describe('the adoption plugin', () => {
  it('passes the conformance kit', () => {
    expect(conformance(adoption())).toEqual([]);
  });

  it('leaves nothing behind in a council that does not enable it', () => {
    expect(leftBehind(adoption(), aCouncil())).toEqual([]);
    expect(leftBehind(adoption(), aCouncil({ plugins: [adoption()] })).length).toBeGreaterThan(100);
  });
});
