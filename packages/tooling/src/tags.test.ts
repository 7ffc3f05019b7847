import { describe, expect, it } from 'vitest';
import { collectTags } from './tags.ts';

const tagsOf = (exported: unknown, factory?: string) => {
  const tags = new Map<string, 'met' | 'partly'>();
  collectTags(exported, tags, factory);
  return Object.fromEntries([...tags].sort());
};

describe('requirement tags', () => {
  it('are found on literals, however deep, and in maps of a plugin', () => {
    const plugin = {
      meets: { 'HLT-02': 'partly' },
      indicators: [{ id: 'a', requirements: ['HLT-01'], partly: ['HLT-03'] }],
    };
    expect(tagsOf({ plugin, requirements: { 'D-SUP-01': 'met' } })).toEqual({
      'D-SUP-01': 'met',
      'HLT-01': 'met',
      'HLT-02': 'partly',
      'HLT-03': 'partly',
    });
  });

  it('count as met wherever one literal meets what another meets in part', () => {
    expect(
      tagsOf({ a: { partly: ['HLT-01'] }, b: { requirements: ['HLT-01'] }, c: { partly: ['HLT-01'] } }),
    ).toEqual({
      'HLT-01': 'met',
    });
  });

  it('are found in what a plugin factory makes', () => {
    expect(tagsOf({ health: () => ({ duties: [{ requirements: ['HLT-01'] }] }) }, 'health')).toEqual({
      'HLT-01': 'met',
    });
  });

  it('do not trip over what refers to itself', () => {
    const self: Record<string, unknown> = { requirements: ['HLT-01'] };
    self.again = self;
    expect(tagsOf({ self })).toEqual({ 'HLT-01': 'met' });
  });
});
