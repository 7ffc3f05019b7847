import { defineCouncil } from '@cic/core';
import { aCouncil, conformance, leftBehind } from '@cic/core/testing';
import { describe, expect, it } from 'vitest';
import { safeguarding } from '../src/index.ts';

describe('the safeguarding plugin', () => {
  it('keeps the contract of plugins', () => {
    expect(conformance(safeguarding())).toEqual([]);
  });

  it('leaves nothing behind when it is not enabled', () => {
    expect(leftBehind(safeguarding(), aCouncil())).toEqual([]);
  });

  it('needs nothing but core', () => {
    const council = defineCouncil({ id: 'alone', name: 'Alone', plugins: [safeguarding()] });
    expect(council.plugins.map(({ id }) => id)).toEqual(['core', 'safeguarding']);
  });
});
