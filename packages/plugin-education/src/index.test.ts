import { aCouncil, conformance, leftBehind } from '@cic/core/testing';
import { describe, expect, it } from 'vitest';
import { education } from './index.ts';

describe('the education plugin', () => {
  it('keeps the plugin contract', () => {
    expect(conformance(education())).toEqual([]);
  });

  it('leaves nothing behind when it is not enabled [CFG-01]', () => {
    expect(leftBehind(education(), aCouncil())).toEqual([]);
  });
});
