import { describe, expect, it } from 'vitest';
import { access } from '../src/access.ts';
import { engagement } from '../src/index.ts';

const records = new Map(engagement().records!.map((type) => [type.id, type]));
const readBy = (role: string) =>
  access.filter((rule) => rule.role === role && rule.read !== undefined).map(({ record }) => record);

describe('access to engagement records', () => {
  it('is by record type and field, each of which exists, and each role has one rule for a type', () => {
    for (const { record, hidden = [], masked = [] } of access)
      for (const field of [...hidden, ...masked])
        expect(Object.keys(records.get(record)!.schema.properties!)).toContain(field);
    const pairs = access.map(({ role, record }) => `${role} ${record}`);
    expect(new Set(pairs).size).toBe(pairs.length);
  });

  it('is denied to those who have nothing to do with it', () => {
    expect(readBy('administrator')).toEqual([]);
    expect(readBy('designated-teacher')).toEqual([]);
    expect(readBy('designated-nurse')).toEqual(['interpretation']);
  });

  it('to single answers is for those who run surveys alone', () => {
    const whole = access.filter(
      ({ record, read }) => record === 'survey-response' && read === 'whole council',
    );
    expect(whole.map(({ role }) => role)).toEqual(['participation', 'integrator']);
    const counts = access.filter(
      ({ record, hidden = [] }) => record === 'survey' && !hidden.includes('counts'),
    );
    expect(counts.map(({ role }) => role)).toEqual(['participation', 'integrator']);
  });

  it('lets members see only what was released', () => {
    const grains = access.filter(({ role }) => role === 'lead-member').map(({ read }) => read);
    expect(new Set(grains)).toEqual(new Set(['released only']));
  });
});
