import { describe, expect, it } from 'vitest';
import { access } from './access.ts';
import { health } from './index.ts';

const may = (role: string, record: string) =>
  access.find((rule) => rule.role === role && rule.record === record);

describe('who sees what', () => {
  it('the administrator of the system and anybody not named read nothing', () => {
    for (const role of ['administrator', 'foster-carer'])
      expect(access.some((rule) => rule.role === role)).toBe(false);
  });

  it('a social worker reads the clinical file of their own caseload and does not write it', () => {
    expect(may('social-worker', 'health-assessment')).toEqual({
      role: 'social-worker',
      record: 'health-assessment',
      read: 'own caseload',
    });
    expect(may('social-worker', 'strengths-and-difficulties')?.write).toBe('own caseload');
  });

  it('the virtual school sees scores, not answers, and nothing of substance misuse', () => {
    expect(may('virtual-school', 'strengths-and-difficulties')).toMatchObject({
      read: 'whole council',
      hidden: ['items'],
    });
    expect(may('virtual-school', 'substance-misuse')).toBeUndefined();
    expect(may('designated-teacher', 'strengths-and-difficulties')?.read).toBe('own establishment');
  });

  it('analysts see pseudonyms without words, members what was released', () => {
    expect(may('analyst', 'health-plan')).toMatchObject({
      read: 'pseudonymised',
      hidden: ['views', 'summary', 'needs'],
    });
    expect(may('lead-member', 'health-assessment')?.read).toBe('released only');
  });

  it('every record has somebody who keeps it, and every rule stands once', () => {
    for (const { id } of health().records!) expect(may('designated-nurse', id)?.write).toBe('whole council');
    const keys = access.map(({ role, record }) => `${role} ${record}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('hides only fields there are', () => {
    for (const { record, hidden = [] } of access) {
      const type = health().records!.find(({ id }) => id === record)!;
      const properties = Object.keys(type.schema.properties ?? {});
      for (const field of hidden) expect(properties).toContain(field);
    }
  });
});
