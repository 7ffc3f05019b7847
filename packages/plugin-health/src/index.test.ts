import { aCouncil, conformance, leftBehind } from '@cic/core/testing';
import { describe, expect, it } from 'vitest';
import { health } from './index.ts';

describe('the plugin', () => {
  it('keeps the contract of plugins', () => {
    expect(conformance(health())).toEqual([]);
  });

  it('leaves nothing behind where it is not enabled [CFG-01]', () => {
    expect(leftBehind(health(), aCouncil())).toEqual([]);
    expect(leftBehind(health(), aCouncil({ plugins: [health()] })).length).toBeGreaterThan(150);
  });
});
