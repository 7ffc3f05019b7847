import { aCouncil, conformance, leftBehind, lostInCsv } from '@cic/core/testing';
import { describe, expect, it } from 'vitest';
import { leavingCare } from '../src/index.ts';

const plugin = leavingCare();

describe('the leaving care plugin', () => {
  it('keeps the contract of plugins', () => {
    expect(conformance(plugin)).toEqual([]);
  });

  it('leaves nothing behind where it is not enabled [CFG-01]', () => {
    expect(leftBehind(plugin, aCouncil())).toEqual([]);
    expect(leftBehind(plugin, aCouncil({ plugins: [plugin] })).length).toBeGreaterThan(200);
  });

  it('reads back from CSV every record it writes', async () => {
    expect(await lostInCsv(plugin.records!)).toEqual([]);
  });

  it('needs nothing but core', () => {
    expect(aCouncil({ plugins: [plugin] }).plugins.map(({ id }) => id)).toEqual(['core', plugin.id]);
  });
});
