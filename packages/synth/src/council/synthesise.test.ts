import {
  ageOn,
  birthday,
  breakdownKey,
  computeIndicators,
  type Day,
  dayOf,
  defineCouncil,
  type EpisodeInput,
  financialYear,
  OPEN,
  startedIn,
  validate,
} from '@cic/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allRecords, councilConfig } from './records.ts';
import { type SyntheticCouncil, synthesise } from './synthesise.ts';

const episodesByChild = (episodes: readonly EpisodeInput[]): Map<string, EpisodeInput[]> => {
  const byChild = new Map<string, EpisodeInput[]>();
  for (const episode of episodes)
    byChild.set(episode.child, [...(byChild.get(episode.child) ?? []), episode]);
  return byChild;
};

const any = fc.record({
  seed: fc.integer(),
  children: fc.integer({ min: 1, max: 60 }),
  from: fc.integer({ min: 1998, max: 2026 }),
  length: fc.integer({ min: 0, max: 4 }),
});
type Any = { seed: number; children: number; from: number; length: number };
const councilOf = ({ seed, children, from, length }: Any): SyntheticCouncil =>
  synthesise({ seed, children, years: [from, from + length] });

const forAnyCouncil = (check: (council: SyntheticCouncil) => void, numRuns = 25): void =>
  fc.assert(
    fc.property(any, (options) => check(councilOf(options))),
    { numRuns },
  );

const inCareOn = ({ history }: SyntheticCouncil, on: Day): number =>
  history.children.filter((child) => child.isLookedAfter(on)).length;

const SHORT_BREAK = /^V[34]$/;

describe('a synthetic council', () => {
  it('is the same for the same seed, and another for another', () => {
    const one = synthesise({ seed: 'a', children: 30, years: [2024, 2025] });
    expect(allRecords(synthesise({ seed: 'a', children: 30, years: [2024, 2025] }))).toEqual(allRecords(one));
    expect(synthesise({ seed: 'b', children: 30, years: [2024, 2025] }).episodes).not.toEqual(one.episodes);
  });

  it('does not ask the clock or the machine’s random numbers', () => {
    const { now } = Date;
    const { random } = Math;
    const refuse = () => {
      throw new Error('asked for');
    };
    Date.now = refuse;
    Math.random = refuse;
    try {
      expect(synthesise({ seed: 1, children: 20, years: [2024, 2025] }).children.length).toBeGreaterThan(20);
    } finally {
      Date.now = now;
      Math.random = random;
    }
  });

  it('has about as many children in care on every 31 March as were asked for, and comings and goings', () => {
    const council = synthesise({ seed: 11, children: 800, years: [2020, 2025] });
    for (let year = 2020; year <= 2025; year++) {
      const { start, end } = financialYear(year);
      expect(Math.abs(inCareOn(council, end) - 800)).toBeLessThan(800 * 0.04);
      const started = council.history.children.filter((child) =>
        startedIn(child, { ...financialYear(year), start }),
      );
      expect(started.length).toBeGreaterThan(800 * 0.3);
      expect(started.length).toBeLessThan(800 * 0.55);
    }
  });

  it('looks like England: ages, sex, legal status, placements, places, stability', () => {
    const { history } = synthesise({ seed: 3, children: 2500, years: [2023, 2024] });
    const end = dayOf(2024, 3, 31);
    const inCare = history.children.filter((child) => child.isLookedAfter(end));
    const share = (test: (child: (typeof inCare)[number]) => boolean): number =>
      (100 * inCare.filter(test).length) / inCare.length;
    const between = (value: number, low: number, high: number) => {
      expect(value).toBeGreaterThanOrEqual(low);
      expect(value).toBeLessThanOrEqual(high);
    };
    const placedIn = (codes: RegExp) => share((child) => codes.test(child.episodeOn(end)!.placementType));
    const under = (codes: RegExp) => share((child) => codes.test(child.episodeOn(end)!.legalStatus));
    between(
      share((child) => child.ageOn(end) < 5),
      14,
      26,
    );
    between(
      share((child) => child.ageOn(end) >= 10 && child.ageOn(end) < 16),
      32,
      44,
    );
    between(
      share((child) => child.ageOn(end) >= 16),
      18,
      31,
    );
    between(
      share((child) => child.sex === 'M'),
      52,
      60,
    );
    between(
      share((child) => child.ethnicity.startsWith('W')),
      64,
      80,
    );
    between(
      share((child) => child.unaccompaniedOn(end)),
      5,
      12,
    );
    between(placedIn(/^U/), 60, 78);
    between(placedIn(/^(K|H5)/), 11, 24);
    between(placedIn(/^P1/), 4, 11);
    between(placedIn(/^A/), 1.5, 6);
    between(under(/^C/), 64, 82);
    between(under(/^E1/), 3, 9);
    between(under(/^V2/), 12, 28);
    between(
      share((child) => child.episodeOn(end)!.placementLocation === 'OUT'),
      30,
      50,
    );
    between(
      share((child) => child.episodeOn(end)!.placementDistance > 20),
      14,
      28,
    );
  });

  it.each([
    [{ seed: 1, children: 0, years: [2024, 2025] as const }, 'children must be a whole number of at least 1'],
    [
      { seed: 1, children: 2.5, years: [2024, 2025] as const },
      'children must be a whole number of at least 1',
    ],
    [{ seed: 1, children: 10, years: [2025, 2024] as const }, 'not after the second'],
    [{ seed: 1, children: 10, years: [1990, 1991] as const }, 'at least 1996'],
  ])('says what is wrong with %j', (options, message) => {
    expect(() => synthesise(options)).toThrow(message);
  });
});

describe('every synthetic council', () => {
  it('has a care history with nothing to find fault with', () => {
    forAnyCouncil(({ history }) => {
      expect(history.findings).toEqual([]);
    });
  });

  it('has episodes that meet, from a start of care to an end', () => {
    forAnyCouncil(({ episodes }) => {
      for (const [, own] of episodesByChild(episodes)) {
        own.forEach((episode, i) => {
          const before = own[i - 1];
          const starts = episode.reasonNewEpisode === 'S';
          expect(episode.end).toBeGreaterThan(episode.start);
          expect(starts).toBe(before?.reasonEpisodeCeased !== 'X1');
          if (before && !starts) expect(before.end).toBe(episode.start);
          if (before && starts) expect(before.end).toBeLessThan(episode.start);
          expect(episode.end === OPEN).toBe(episode.reasonEpisodeCeased === '');
        });
      }
    });
  });

  it('starts a new episode for a reason that the data bear out', () => {
    const placed = ({ placementType, placementPostcode, urn, placementProvider }: EpisodeInput) =>
      [placementType, placementPostcode, urn, placementProvider].join();
    forAnyCouncil(({ episodes }) => {
      for (const [, own] of episodesByChild(episodes)) {
        own.forEach((episode, i) => {
          const before = own[i - 1];
          if (!before || episode.reasonNewEpisode === 'S') return;
          const legal = before.legalStatus !== episode.legalStatus;
          const moved = placed(before) !== placed(episode);
          expect(legal).toBe('LBU'.includes(episode.reasonNewEpisode));
          expect(moved).toBe('PTBU'.includes(episode.reasonNewEpisode));
        });
      }
    });
  });

  it('keeps ages within the law: nobody before birth, nobody in care past 18, no placement too early', () => {
    const leastAge: Readonly<Record<string, number>> = { H5: 16, K3: 16, S1: 4, R5: 10 };
    forAnyCouncil(({ children, episodes }) => {
      const born = new Map(children.map((child) => [child.id, child.born]));
      for (const { child, start, end, placementType, legalStatus, reasonEpisodeCeased } of episodes) {
        const birth = born.get(child)!;
        expect(start).toBeGreaterThanOrEqual(birth);
        expect(ageOn(birth, start)).toBeLessThan(18);
        if (end !== OPEN) expect(ageOn(birth, end)).toBeLessThanOrEqual(18);
        expect(ageOn(birth, start)).toBeGreaterThanOrEqual(leastAge[placementType] ?? 0);
        if (legalStatus === 'J1') expect(ageOn(birth, start)).toBeGreaterThanOrEqual(10);
        if (reasonEpisodeCeased === 'E17') expect(end).toBeGreaterThanOrEqual(birthday(birth, 18));
        if (placementType === 'P1') expect(legalStatus).not.toBe('V2');
        if (placementType === 'A5' || placementType === 'A6') expect(legalStatus).toMatch(/^(E1|D1)$/);
      }
    });
  });

  it('knows nothing after its last day', () => {
    forAnyCouncil((council) => {
      const until = dayOf(council.years[1], 3, 31);
      for (const { start, end } of council.episodes) {
        expect(start).toBeLessThanOrEqual(until);
        if (end !== OPEN) expect(end).toBeLessThanOrEqual(until);
      }
      for (const input of council.records) {
        const days = (
          'inside' in input && input.type.subject === 'child' ? input.inside : []
        ) as readonly Record<string, unknown>[];
        const from = input.type.from as string | undefined;
        if (from)
          for (const record of days) expect((record[from] as Day) ?? until).toBeLessThanOrEqual(until);
      }
    });
  });

  it('has records that the published schemas accept', () => {
    forAnyCouncil((council) => {
      for (const { type, records } of allRecords(council)) {
        for (const record of records) expect(validate(type, record)).toEqual([]);
      }
    }, 15);
  });

  it('returns every child from a temporary placement to the place before it', () => {
    let returned = 0;
    for (let seed = 0; seed < 5; seed++) {
      const { episodes } = synthesise({ seed, children: 200, years: [2022, 2025] });
      for (const [, own] of episodesByChild(episodes)) {
        own.forEach((episode, i) => {
          if (!episode.placementType.startsWith('T')) return;
          const [before, after] = [own[i - 1]!, own[i + 1]];
          expect(after === undefined).toBe(episode.end === OPEN);
          if (!after) return;
          returned++;
          expect([after.placementType, after.placementPostcode, after.urn]).toEqual([
            before.placementType,
            before.placementPostcode,
            before.urn,
          ]);
        });
      }
    }
    expect(returned).toBeGreaterThan(10);
  });

  it('has identifiers, postcodes and pupil numbers that belong to nobody', () => {
    forAnyCouncil(({ children, episodes }) => {
      expect(new Set(children.map(({ id }) => id)).size).toBe(children.length);
      for (const { id, upn } of children) {
        expect(id).toMatch(/^SYN\d{6}$/);
        expect(upn).toMatch(/^Z000\d{9}$/);
      }
      for (const { homePostcode, placementPostcode, urn, legalStatus } of episodes) {
        for (const postcode of [homePostcode, placementPostcode]) {
          expect(postcode).toMatch(/^(X[A-E][1-9] \d[A-Z]{2})?$/);
        }
        expect(urn).toMatch(/^(SC9\d{5})?$/);
        if (SHORT_BREAK.test(legalStatus))
          expect([homePostcode, placementPostcode, urn]).toEqual(['', '', '']);
      }
    });
  });

  it('gives indicators whose numerators are no more than their denominators', () => {
    forAnyCouncil((synthetic) => {
      const council = defineCouncil(councilConfig(synthetic));
      const [from, to] = synthetic.years;
      const results = computeIndicators({
        council,
        historyFor: () => synthetic.history,
        indicators: council.indicators,
        periods: [financialYear(from), financialYear(to)],
        by: [['district'], ['age']],
      });
      expect(results.length).toBeGreaterThan(10);
      for (const { indicator, numerator, denominator, breakdowns } of results) {
        if (indicator.unit === 'percent' && numerator !== null)
          expect(numerator).toBeLessThanOrEqual(denominator!);
        for (const { numerator: part, denominator: of } of breakdowns.get(breakdownKey(['age'])) ?? []) {
          if (indicator.unit === 'percent' && part !== null) expect(part).toBeLessThanOrEqual(of!);
        }
      }
    }, 8);
  });
});
