import { buildCareHistory } from '@cic/core';
import { returnFromCells, validateReturn } from '@cic/ssda903';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fit, type Groups, type Marginals, marginalsOf, synthesise, toReturns } from '../src/index.ts';

/** Placements as councils print them. */
const GROUPS: Groups = {
  placement: {
    'foster, own': { types: ['U1', 'U2', 'U3', 'U4', 'U5', 'U6'], providers: ['PR1'] },
    'foster, agency': { types: ['U4', 'U5', 'U6'], providers: ['PR4', 'PR5'] },
    'placed for adoption': { types: ['A6', 'A5', 'A4', 'A3'] },
    'with parents': { types: ['P1'] },
    'residential, own': { types: ['K2'], providers: ['PR1'] },
    'residential, agency': { types: ['K2'], providers: ['PR4', 'PR5'] },
    'semi-independent': { types: ['H5', 'K3'] },
    other: { types: ['R1', 'R2', 'R3', 'R5', 'S1', 'K1', 'T0', 'T1', 'T2', 'T3', 'T4'] },
  },
  legalStatus: {
    'care order': ['C2', 'C1'],
    'placement order': ['E1'],
    accommodated: ['V2'],
    other: ['J1', 'L1', 'L2'],
  },
  reason: {
    adopted: ['E12', 'E11'],
    'special guardianship': ['E43', 'E44', 'E45', 'E46', 'E47', 'E48'],
    home: ['E4A', 'E4B', 'E13'],
    independence: ['E5', 'E6'],
  },
};

/** Published tables of a council where nobody comes back, which single careers can give exactly. */
function consistentTables(seed: number, children: number, from: number, to: number): Marginals {
  const council = synthesise({ seed, children, years: [from, to], parts: [] });
  const once = council.history.children.filter(({ periodsOfCare }) => periodsOfCare.length === 1);
  const ids = new Set(once.map(({ id }) => id));
  const history = buildCareHistory({
    children: council.children.filter(({ id }) => ids.has(id)),
    episodes: council.episodes.filter(({ child }) => ids.has(child)),
  });
  return marginalsOf({ history, years: [from, to] }, GROUPS);
}

/** A category with nobody in it is the same as no category. */
const withoutNoughts = (value: unknown): unknown =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value)
          .filter(([, count]) => count !== 0)
          .map(([key, inner]) => [key, withoutNoughts(inner)]),
      )
    : value;

describe('a council fitted to published tables', () => {
  it('gives the tables back, cell by cell, when they are consistent', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 10_000 }),
        fc.integer({ min: 8, max: 90 }),
        fc.integer({ min: 0, max: 3 }),
        async (seed, children, more) => {
          const marginals = consistentTables(seed, children, 2019, 2019 + more);
          const { council, notes } = await fit(marginals, { seed, parts: [] });
          expect(notes).toEqual([]);
          expect(withoutNoughts(marginalsOf(council, GROUPS).years)).toEqual(withoutNoughts(marginals.years));
          expect(council.history.findings).toEqual([]);
        },
      ),
      { numRuns: 8 },
    );
  }, 120_000);

  it('is the same for the same seed', async () => {
    const marginals = consistentTables(4, 40, 2020, 2021);
    const [one, two] = await Promise.all([fit(marginals, { seed: 1 }), fit(marginals, { seed: 1 })]);
    expect(one.council.episodes).toEqual(two.council.episodes);
    expect(one.council.children).toEqual(two.council.children);
  });

  it('says which cells it did not follow where tables contradict each other', async () => {
    const { notes, council } = await fit(
      {
        years: [
          {
            year: 2020,
            stock: {
              total: 50,
              age: { 'under 1': 5, '1 to 4': 10, '5 to 9': 10, '10 to 15': 15, '16 and over': 10 },
            },
          },
          {
            year: 2021,
            stock: { total: 52, sex: { M: 30, F: 20 } },
            started: { total: 20 },
            ceased: { total: 15 },
          },
        ],
      },
      { seed: 1, parts: [] },
    );
    const [, second] = marginalsOf(council).years;
    // 50 + 20 - 15 = 55, not 52; the stock counts for most, then starts, and 30 + 20 is not 52 either.
    expect(second!.stock!.total).toBe(52);
    expect(second!.started!.total).toBe(20);
    expect(notes.map(({ year, table, printed, made }) => [year, table, printed, made])).toContainEqual([
      2021,
      'ceased',
      15,
      18,
    ]);
    expect(notes.some(({ table }) => table === 'stock by sex')).toBe(true);
    expect(notes[0]!.message).toMatch(/^2021, .* instead of/);
  });

  it('keeps suppressed cells within their bounds, and shares out what the tables leave open', async () => {
    const { council, notes } = await fit(
      {
        years: [
          {
            year: 2017,
            stock: {
              total: 120,
              ethnicity: { WBRI: 100, APKN: [1, 9], BAFR: [1, 9] },
              disabled: 20,
              unaccompanied: [1, 5],
            },
          },
        ],
      },
      { seed: 3, parts: [] },
    );
    const { stock } = marginalsOf(council).years[0]!;
    expect(notes).toEqual([]);
    expect(stock!.total).toBe(120);
    expect(stock!.ethnicity!['WBRI']).toBe(100);
    expect(stock!.ethnicity!['APKN']).toBeGreaterThanOrEqual(1);
    expect(stock!.ethnicity!['APKN']).toBeLessThanOrEqual(9);
    expect(stock!.disabled).toBe(20);
    expect(stock!.unaccompanied).toBeGreaterThanOrEqual(1);
  });

  it.each([12, 13, 14])(
    'makes careers that the return accepts as it does those of any council (seed %i)',
    async (seed) => {
      const { council } = await fit(consistentTables(seed, 60, 2024, 2026), { seed });
      const [before, made] = toReturns(council, [2025, 2026]);
      const { rules } = validateReturn({
        year: 2026,
        authority: council.council.code,
        now: returnFromCells(made!.tables),
        last: returnFromCells(before!.tables),
        postcodes: council.postcodes,
      });
      const found = Object.entries(rules).filter(
        ([, result]) => result.status === 'checked' && Object.keys(result.rows).length > 0,
      );
      const known = /^(1001|1002|1016|624|632|SW1[127].*)$/;
      expect(found.map(([code]) => code).filter((code) => !known.test(code))).toEqual([]);
    },
  );

  it.each([
    [{ years: [] }, 'at least one year'],
    [{ years: [{ year: 2020 }, { year: 2022 }] }, 'must follow one another'],
    [{ years: [{ year: 2020, stock: { total: -1 } }] }, '2020, stock, total: -1 is no count of children'],
    [
      { years: [{ year: 2020, stock: { total: 10, age: { teenagers: 4 } } }] },
      "2020, stock, age, 'teenagers': there is no such category",
    ],
    [
      { years: [{ year: 2020, stock: { district: { nowhere: 4 } } }] },
      "'nowhere': there is no such category",
    ],
  ] as [Marginals, string][])('says what is wrong with %j', async (marginals, message) => {
    await expect(fit(marginals, { seed: 1 })).rejects.toThrow(message);
  });
});
