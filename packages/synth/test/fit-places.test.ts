import { ceasedIn, dayOf, financialYear, startedIn } from '@cic/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fit, SYNTHETIC_COUNCIL, type SyntheticCouncil } from '../src/index.ts';

const [north, east] = SYNTHETIC_COUNCIL.districts.map(({ id }) => id) as [string, string];

const inCare = ({ history }: SyntheticCouncil, year: number, district?: string) =>
  history.children.filter(
    (child) =>
      child.isLookedAfter(dayOf(year, 3, 31)) && (district === undefined || child.district === district),
  );
const episodesOn = (council: SyntheticCouncil, year: number, district: string) =>
  inCare(council, year, district).map((child) => child.episodeOn(dayOf(year, 3, 31))!);

describe('where fitted children live', () => {
  it('is outside the council, far from home and so many miles away as the tables say, district by district', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 99 }),
        fc.integer({ min: 9, max: 15 }),
        async (seed, outside) => {
          const years = [2016, 2017].map((year) => ({
            year,
            stock: {
              total: 100,
              district: { [north]: 40, [east]: 30 },
              outside: { [north]: outside, [east]: outside - 2 },
              far: { [north]: 5, [east]: 4 },
              miles: { [north]: 14 },
            },
          }));
          const { council, notes } = await fit({ years }, { seed, parts: [] });
          expect(notes).toEqual([]);
          for (const year of [2016, 2017]) {
            const placed = episodesOn(council, year, north);
            expect(placed.filter(({ placementLocation }) => placementLocation === 'OUT')).toHaveLength(
              outside,
            );
            const miles = placed
              .map(({ placementDistance }) => placementDistance)
              .filter((one) => !Number.isNaN(one));
            expect(miles.filter((one) => one >= 20)).toHaveLength(5);
            expect(Math.round(miles.reduce((sum, one) => sum + one, 0) / miles.length)).toBe(14);
          }
          expect(
            episodesOn(council, 2017, east).filter(({ placementLocation }) => placementLocation === 'OUT'),
          ).toHaveLength(outside - 2);
        },
      ),
      { numRuns: 4 },
    );
  }, 60_000);

  it('changes within a year as often as the table of three or more placements says', async () => {
    const stock = { total: 120, district: { [north]: 50 }, threePlacements: { [north]: 9 } };
    const { council, notes } = await fit({ years: [{ year: 2017, stock }] }, { seed: 2, parts: [] });
    expect(notes).toEqual([]);
    const { start, end } = financialYear(2017);
    const many = inCare(council, 2017, north).filter(
      ({ placements }) => placements.filter((one) => one.start <= end && one.end > start).length >= 3,
    );
    expect(many).toHaveLength(9);
  });
});

describe('children who left', () => {
  it('are of the districts that a table by reason and district says', async () => {
    const { council, notes } = await fit(
      {
        years: [
          {
            year: 2017,
            stock: { total: 120, district: { [north]: 40, [east]: 40 } },
            started: { total: 60 },
            ceased: {
              total: 60,
              reason: { E12: 14 },
              byDistrict: { reason: 'E12', counts: { [north]: 7, [east]: [0, 3] } },
            },
          },
        ],
      },
      { seed: 5, parts: [] },
    );
    expect(notes).toEqual([]);
    const adopted = council.history.children.filter(
      (child) => ceasedIn(child, financialYear(2017))?.reasonEpisodeCeased === 'E12',
    );
    expect(adopted).toHaveLength(14);
    expect(adopted.filter(({ district }) => district === north)).toHaveLength(7);
    expect(adopted.filter(({ district }) => district === east).length).toBeLessThan(4);
  });
});

describe('numbers in care that starts and ends do not explain', () => {
  it.each([
    ['more', 104],
    ['fewer', 98],
  ])('are %s children by those who came back within the year and are counted once', async (_which, total) => {
    const age = { 'under 1': 10, '1 to 4': 12, '5 to 9': 8, '10 to 15': 10, '16 and over': 10 };
    const { council, notes } = await fit(
      {
        years: [
          { year: 2016, stock: { total: 100 } },
          { year: 2017, stock: { total }, started: { total: 50, age }, ceased: { total: 48 } },
        ],
      },
      { seed: 1, parts: [], comebacks: true },
    );
    expect(notes).toEqual([]);
    const period = financialYear(2017);
    const { children } = council.history;
    expect(inCare(council, 2017)).toHaveLength(total);
    expect(children.filter((child) => startedIn(child, period))).toHaveLength(50);
    expect(children.filter((child) => ceasedIn(child, period))).toHaveLength(48);
    expect(council.history.findings).toEqual([]);
  });
});
