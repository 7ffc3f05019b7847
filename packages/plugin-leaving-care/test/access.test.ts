import { aCouncil } from '@cic/core/testing';
import { describe, expect, it } from 'vitest';
import { leavingCare } from '../src/index.ts';

const plugin = leavingCare();
const rule = (role: string, record: string) =>
  plugin.access!.find((one) => one.role === role && one.record === record);

describe('access to leaving care', () => {
  it('has one rule a role and record at most, and hides fields that there are [CFG-08]', () => {
    const keys = plugin.access!.map(({ role, record }) => `${role} ${record}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { record, hidden = [] } of plugin.access!) {
      const type = plugin.records!.find(({ id }) => id === record)!;
      expect(hidden.filter((field) => type.schema.properties?.[field] === undefined)).toEqual([]);
    }
  });

  it('lets advisers work with their own young people, and analysts see no words of theirs [CFG-08]', () => {
    expect(rule('personal-adviser', 'pathway-plan')).toMatchObject({
      read: 'own caseload',
      write: 'own caseload',
    });
    expect(rule('analyst', 'pathway-plan')).toMatchObject({
      read: 'pseudonymised',
      hidden: expect.arrayContaining(['views', 'goals', 'contingency']),
    });
    expect(rule('lead-member', 'pathway-plan')!.read).toBe('released only');
  });

  it('keeps immigration, custody and parenthood from those who do not work with the young person [CFG-08]', () => {
    for (const role of [
      'commissioning',
      'participation',
      'virtual-school',
      'designated-nurse',
      'designated-teacher',
      'adoption',
    ]) {
      for (const record of ['immigration-status', 'custody', 'parenthood'])
        expect(rule(role, record)).toBeUndefined();
    }
    expect(plugin.access!.filter(({ role }) => role === 'administrator')).toEqual([]);
  });
});

describe('reports of leaving care', () => {
  it('give the board no list of young people, and name what there is [LVC-21]', () => {
    const council = aCouncil({ plugins: [plugin] });
    const board = plugin.reports!.find(({ audience }) => audience === 'board')!;
    expect(board.sections.some(({ kind }) => kind === 'list')).toBe(false);
    const named = board.sections.flatMap((section) =>
      section.kind === 'scorecard' ? section.indicators : [],
    );
    expect(named.map((id) => council.indicator(id).id)).toEqual(named);
    expect(named).toContain('care-leavers-housing-priority');
  });

  it('give the team every list of its own and every clock', () => {
    const lists = plugin.reports!.flatMap(({ sections }) =>
      sections.flatMap((section) => (section.kind === 'list' ? [section.list.id] : [])),
    );
    expect(plugin.lists!.map(({ id }) => id).filter((id) => !lists.includes(id))).toEqual([]);
    const clocks = plugin.reports!.flatMap(({ sections }) =>
      sections.flatMap((section) => (section.kind === 'duties' ? section.duties : [])),
    );
    expect(clocks.toSorted()).toEqual(plugin.duties!.map(({ id }) => id).toSorted());
  });
});
