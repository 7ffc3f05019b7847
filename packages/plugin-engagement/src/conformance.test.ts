import { aCouncil, conformance, leftBehind } from '@cic/core/testing';
import { describe, expect, it } from 'vitest';
import { engagement } from './index.ts';

describe('the engagement plugin', () => {
  it('passes the conformance kit', () => {
    expect(conformance(engagement())).toEqual([]);
  });

  it('leaves nothing behind in a council that does not enable it', () => {
    expect(leftBehind(engagement(), aCouncil())).toEqual([]);
    expect(leftBehind(engagement(), aCouncil({ plugins: [engagement()] })).length).toBeGreaterThan(100);
  });
});
