import { describe, expect, it } from 'vitest';
import { access } from '../src/access.ts';
import { adoption } from '../src/index.ts';

const records = new Map(adoption().records!.map((type) => [type.id, type]));
const readBy = (role: string) =>
  access.filter((rule) => rule.role === role && rule.read !== undefined).map(({ record }) => record);

describe('access to adoption records', () => {
  it('is by record type and field, each of which exists, and each role has one rule for a type', () => {
    for (const { record, hidden = [], masked = [] } of access)
      for (const field of [...hidden, ...masked])
        expect([record, Object.keys(records.get(record)!.schema.properties!)]).toEqual([
          record,
          expect.arrayContaining([field]),
        ]);
    const pairs = access.map(({ role, record }) => `${role} ${record}`);
    expect(new Set(pairs).size).toBe(pairs.length);
  });

  it('is denied to those who have nothing to do with it', () => {
    for (const role of [
      'administrator',
      'virtual-school',
      'designated-teacher',
      'personal-adviser',
      'foster-carer',
      'young-person',
    ])
      expect(readBy(role)).toEqual([]);
    expect(readBy('designated-nurse')).toEqual(['adoption-medical']);
  });

  it('tells who the adopters are to the adoption team, the child’s own workers and those who check, and to nobody else', () => {
    const sees = access.filter(
      ({ record, hidden = [], read }) =>
        record === 'adoption-match' && read !== 'released only' && !hidden.includes('adopters'),
    );
    expect(sees.map(({ role }) => role)).toEqual([
      'adoption',
      'social-worker',
      'team-manager',
      'auditor',
      'integrator',
      'records-officer',
    ]);
    expect(
      access.filter(({ record }) => record === 'adopter-household').map(({ role, read }) => [role, read]),
    ).toEqual([
      ['adoption', 'whole council'],
      ['analyst', 'aggregate only'],
      ['lead-member', 'released only'],
      ['auditor', 'whole council'],
      ['integrator', 'whole council'],
      ['records-officer', 'whole council'],
    ]);
  });

  it('lets members see only what was released', () => {
    expect(new Set(access.filter(({ role }) => role === 'lead-member').map(({ read }) => read))).toEqual(
      new Set(['released only']),
    );
  });
});
