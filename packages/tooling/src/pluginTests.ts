import type { CareHistory, Council, CouncilConfig, Period, Plugin, RecordType } from '@cic/core';
import {
  aCouncil,
  changedFigures,
  conformance,
  type HostileOptions,
  hostileHistory,
  leftBehind,
  lostInCsv,
  unaskedAnswers,
  unreached,
  wrongClocks,
  wrongFigures,
  wrongFindings,
} from '@cic/core/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

/** The tests of the contract that each of our plugins keeps. */
export function keepsTheContract(plugin: Plugin): void {
  describe(`the ${plugin.id} plugin`, () => {
    it('keeps the contract of plugins', () => {
      expect(conformance(plugin)).toEqual([]);
    });

    it('leaves nothing behind where it is not enabled', () => {
      expect(leftBehind(plugin, aCouncil())).toEqual([]);
      expect(leftBehind(plugin, aCouncil({ plugins: [plugin] })).length).toBeGreaterThan(100);
    });

    it('reads back from CSV every record it writes', async () => {
      expect(await lostInCsv(plugin.records!)).toEqual([]);
    });

    it('needs nothing but core', () => {
      expect(aCouncil({ plugins: [plugin] }).plugins.map(({ id }) => id)).toEqual(['core', plugin.id]);
    });
  });
}

interface OnAnything {
  readonly plugin: Plugin;
  readonly periods: readonly Period[];
  readonly by: readonly (readonly string[])[];
  /** Record types of core that the plugin reads. */
  readonly reads?: readonly RecordType[];
  readonly hostile?: HostileOptions;
  /** What the council says besides. */
  readonly config?: Partial<CouncilConfig>;
  /** Indicators and checks that chance does not reach, which tests of their own do. */
  readonly unreached?: readonly string[];
}

/**
 * The tests of what holds of a plugin on any records. They come with the council, and with a way to say more of the kind.
 *
 * @returns `forAnyHistory`: what is wrong on any history, in words; nothing may be
 */
export function holdsOnAnything({
  plugin,
  periods,
  by,
  reads = [],
  hostile = {},
  config = {},
  unreached: unreachable = [],
}: OnAnything): { council: Council; forAnyHistory: (wrong: (history: CareHistory) => string[]) => void } {
  const places = { districts: [{ id: 'north', name: 'North' }] };
  const council = aCouncil({ ...places, ...config, plugins: [plugin] });
  const trial = { plugin, council, periods, by };
  const anyHistory = (seed: number) => hostileHistory([...plugin.records!, ...reads], seed, hostile);
  const forAnyHistory = (wrong: (history: CareHistory) => string[]): void =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (seed) => {
        expect(wrong(anyHistory(seed))).toEqual([]);
      }),
      { numRuns: 25 },
    );

  describe('on records that nobody would write', () => {
    it('every indicator and every check is reached, so that what follows says something', () => {
      const histories = Array.from({ length: 120 }, (_, seed) => anyHistory(seed));
      expect(unreached(histories, trial)).toEqual(unreachable);
    });

    it('no numerator of a percentage exceeds its population, and rows of a breakdown sum to the total', () => {
      forAnyHistory((history) => wrongFigures(history, trial));
    });

    it('nobody counts of whom an indicator says that it cannot count them', () => {
      forAnyHistory((history) => unaskedAnswers(history, trial));
    });

    it('every trigger of a duty gives one event, which is due and met no earlier than it starts', () => {
      forAnyHistory((history) => wrongClocks(history, trial));
    });

    it('checks and lists run, and say something', () => {
      forAnyHistory((history) => wrongFindings(history, trial));
    });

    it('no figure of core changes when the plugin is enabled', () => {
      forAnyHistory((history) => changedFigures(history, trial, aCouncil(places)));
    });
  });
  return { council, forAnyHistory };
}
