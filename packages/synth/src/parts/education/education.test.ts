import { academicYear, computeIndicators, defineCouncil, financialYear, runChecks } from '@cic/core';
import { education } from '@cic/plugin-education';
import { describe, expect, it } from 'vitest';
import { allRecords } from '../../council/records.ts';
import { synthesise } from '../../council/synthesise.ts';
import { coreParts } from '../index.ts';
import { educationParts } from './index.ts';

const made = synthesise({
  seed: 11,
  children: 250,
  years: [2010, 2025],
  parts: [...coreParts, ...educationParts],
});
const plugin = education();
const allPupils = (indicator: string) =>
  [2012, 2024].map((end) => ({
    indicator,
    comparator: 'all-children' as const,
    period: {
      kind: 'academic-year' as const,
      start: `${end - 1}-09-01` as const,
      end: `${end}-08-31` as const,
    },
    value: 60,
  }));
const council = defineCouncil({
  id: 'synthetic',
  name: 'Synthetic Council',
  plugins: [plugin],
  comparators: plugin.indicators!.flatMap(({ id }) =>
    id.endsWith('-gap') ? allPupils(id.slice(0, -'-gap'.length)) : [],
  ),
});

describe('the education of a synthetic council', () => {
  it('is in order: no check of the plugin finds anything', () => {
    const findings = runChecks(plugin.checks!, {
      history: made.history,
      council,
      asAt: financialYear(2025).end,
    });
    expect(findings.slice(0, 5)).toEqual([]);
    expect(made.history.findings).toEqual([]);
  });

  it('fits the schemas', () => {
    const own = new Set(plugin.records!.map(({ id }) => id));
    const records = allRecords(made).filter(({ type }) => own.has(type.id));
    expect(records.length).toBe(own.size);
    for (const { type, records: all } of records) {
      const wrong = all.find((record) => !type.validate(record));
      expect([type.id, wrong]).toEqual([type.id, undefined]);
    }
  });

  it('gives every indicator a value in some year', () => {
    const results = computeIndicators({
      council,
      historyFor: () => made.history,
      indicators: council.indicators.filter(
        ({ id }) =>
          plugin.indicators!.some((one) => one.id === id) ||
          plugin.duties!.some((duty) => id === `${duty.id}-on-time`),
      ),
      periods: [academicYear(2012), financialYear(2012), academicYear(2024), financialYear(2019)],
    });
    const known = new Set(results.filter(({ value }) => value !== null).map(({ indicator }) => indicator.id));
    const silent = new Set(results.map(({ indicator }) => indicator.id).filter((id) => !known.has(id)));
    expect([...silent]).toEqual([]);
  });

  it('is credible: attendance, plans, needs and turbulence lie where councils report them', () => {
    const value = (id: string) =>
      computeIndicators({
        council,
        historyFor: () => made.history,
        indicators: [council.indicator(id)],
        periods: [academicYear(2024)],
      })[0]!.value!;
    expect(value('school-attendance')).toBeGreaterThan(88);
    expect(value('school-attendance')).toBeLessThan(97);
    expect(value('pep-completed')).toBeGreaterThan(85);
    expect(value('sen-statement-or-plan')).toBeGreaterThan(15);
    expect(value('sen-statement-or-plan')).toBeLessThan(45);
    expect(value('gcse-english-maths-standard-pass')).toBeLessThan(50);
    expect(value('pupils-who-moved-school')).toBeLessThan(30);
  });
});
