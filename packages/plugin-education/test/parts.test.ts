import { aCouncil } from '@cic/core/testing';
import { describe, expect, it } from 'vitest';
import { education } from '../src/index.ts';

const plugin = education();
const council = aCouncil({ plugins: [plugin] });

describe('the education plugin', () => {
  it('says of every limit where it comes from', () => {
    expect(plugin.parameters!.filter(({ source, unit }) => !source || !unit)).toEqual([]);
  });

  it('accepts the codes of the field under which others know its indicators [IND-31]', () => {
    expect(council.indicator('missing-25-days').codes).toEqual([{ scheme: 'PAF', code: 'C24' }]);
  });
});

describe('its reports', () => {
  it('give the governance board attainment, progress, attendance and exclusions [D-EDU-17]', () => {
    const report = plugin.reports!.find(({ id }) => id === 'virtual-school-governance')!;
    const titles = report.sections.map(({ title }) => title);
    expect(titles).toEqual(expect.arrayContaining(['Attainment', 'Progress', 'Attendance', 'Exclusions']));
    const named = report.sections.flatMap((section) =>
      section.kind === 'scorecard' ? section.indicators : [],
    );
    expect(named.map((id) => council.indicator(id).id)).toEqual(named);
    expect(report.sections.some(({ kind }) => kind === 'list')).toBe(false);
  });

  it('tell of turbulence by reason and outcome [EDU-21]', () => {
    const report = plugin.reports!.find(({ id }) => id === 'turbulence-report')!;
    expect(report.sections.flatMap((section) => (section.kind === 'breakdown' ? section.by : []))).toEqual([
      'reason-for-school-move',
      'outcome-of-school-move',
      'key-stage',
    ]);
  });
});

describe('access', () => {
  const rule = (role: string, record: string) =>
    plugin.access!.find((one) => one.role === role && one.record === record);

  it('has one rule a role and record at most, and names fields that there are [CFG-08]', () => {
    const keys = plugin.access!.map(({ role, record }) => `${role} ${record}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { record, hidden = [] } of plugin.access!) {
      const type = plugin.records!.find(({ id }) => id === record)!;
      expect(hidden.filter((field) => type.schema.properties?.[field] === undefined)).toEqual([]);
    }
  });

  it('shows a designated teacher the own school only, and a lead member released figures only [CFG-08]', () => {
    expect(rule('designated-teacher', 'personal-education-plan')).toMatchObject({
      read: 'own establishment',
      write: 'own establishment',
    });
    expect(rule('lead-member', 'attainment')!.read).toBe('released only');
    expect(rule('designated-teacher', 'personal-education-allowance')).toBeUndefined();
    expect(rule('analyst', 'personal-education-plan')).toMatchObject({
      read: 'pseudonymised',
      hidden: expect.arrayContaining(['views']),
    });
  });

  it('shows the administrator no record at all', () => {
    expect(plugin.access!.filter(({ role }) => role === 'administrator')).toEqual([]);
  });
});
