import { computeIndicators, defineCouncil, financialYear, insideOf, runChecks, toOutside } from '@cic/core';
import { engagement } from '@cic/plugin-engagement';
import { describe, expect, it } from 'vitest';
import { councilConfig } from '../../council/records.ts';
import { synthesise } from '../../council/synthesise.ts';
import { coreParts } from '../index.ts';
import { engagementParts } from './index.ts';

const made = (seed: number) =>
  synthesise({ seed, children: 300, years: [2022, 2026], parts: [...coreParts, ...engagementParts] });

describe('synthetic engagement', () => {
  const synthetic = made(4);
  const plugin = engagement();
  const council = defineCouncil({ ...councilConfig(synthetic), plugins: [plugin] });

  it('fits the schemas', () => {
    const types = new Map((plugin.records ?? []).map((type) => [type.id, type]));
    const seen = new Set<string>();
    for (const input of synthetic.records.filter(({ type }) => types.has(type.id))) {
      seen.add(input.type.id);
      for (const record of insideOf(input)) {
        const outside = toOutside(input.type, record as never);
        expect(
          input.type.validate(outside),
          `${input.type.id} ${JSON.stringify(input.type.validate.errors)}`,
        ).toBe(true);
      }
    }
    expect([...types.keys()].filter((id) => !seen.has(id))).toEqual([]);
  });

  it.each([4, 5, 6])('is without a finding of the plugin, with seed %i', (seed) => {
    const { history } = made(seed);
    const asAt = financialYear(2026).end;
    const found = runChecks(plugin.checks ?? [], { history, council, asAt });
    expect(found.map(({ check, message }) => `${check}: ${message}`)).toEqual([]);
  });

  it('gives every indicator that the council asks questions for a value in some year', () => {
    const asked = new Set(['settled', 'safe', 'mental-health']);
    const valued = new Set(
      computeIndicators({
        council,
        historyFor: () => synthetic.history,
        indicators: plugin.indicators ?? [],
        periods: [2023, 2024, 2025, 2026].map(financialYear),
      })
        .filter(({ value }) => value !== null)
        .map(({ indicator }) => indicator.id),
    );
    const without = (plugin.indicators ?? [])
      .map(({ id }) => id)
      .filter((id) => !valued.has(id))
      .filter((id) => !id.startsWith('survey-') || asked.has(id.slice('survey-'.length)));
    expect(without).toEqual([]);
  });
});
