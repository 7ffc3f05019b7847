import {
  computeIndicators,
  day,
  dutyContext,
  financialYear,
  isDerived,
  isSum,
  type RecordType,
  runChecks,
} from '@cic/core';
import { aCouncil, aHistory, type ChildStory, randomFrom, randomStories } from '@cic/core/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { health } from '../src/index.ts';
import { council } from './figures.ts';

const plugin = health();
const types = plugin.records!.filter(({ subject }) => subject === 'child') as RecordType<{ child: string }>[];

/** Examples of every record type with every day moved by the same random stretch: real shapes at impossible times. */
function recordsFor(story: ChildStory, random: () => number): ChildStory {
  let told = story;
  for (const type of types) {
    for (const example of (type.schema.examples ?? []) as { child: string }[]) {
      if (random() < 0.5) continue;
      const years = Math.floor(random() * 30) - 15;
      const moved = JSON.parse(
        JSON.stringify(example).replace(
          /"(\d{4})-(\d\d)-(\d\d)"/g,
          (_, year: string, month: string, date: string) => {
            const jitter = random() < 0.2 ? 1 : 0;
            return `"${Number(year) + years + jitter}-${month}-${date === '29' ? '28' : date}"`;
          },
        ),
      ) as { child: string };
      told = told.with(type, moved);
    }
  }
  return told;
}

function randomHistory(seed: number) {
  const random = randomFrom(seed + 99);
  return aHistory(...randomStories(seed, 25).map((story) => recordsFor(story, random)));
}

const seeds = fc.integer({ min: 1, max: 100_000 });
const own = council.indicators.filter(({ id }) => !aCouncil().indicators.some((core) => core.id === id));

describe('over random care histories and records', () => {
  it('no numerator exceeds its population, and breakdowns add up', () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom(2012, 2018, 2024), (seed, year) => {
        const history = randomHistory(seed);
        const results = computeIndicators({
          council,
          historyFor: () => history,
          indicators: own,
          periods: [financialYear(year)],
          by: [['age'], ['sdq-band'], ['health-need'], ['dental-check-source'], ['late-assessment-reason']],
        });
        for (const { indicator, numerator, denominator, breakdowns } of results) {
          if (isDerived(indicator)) continue;
          if (indicator.unit === 'percent' && numerator !== null)
            expect(numerator, indicator.id).toBeLessThanOrEqual(denominator!);
          for (const [by, rows] of breakdowns) {
            const parts = rows.reduce((sum, row) => sum + (row.numerator ?? 0), 0);
            expect(parts, `${indicator.id} by ${by}`).toBe(numerator ?? 0);
            if (!isSum(indicator))
              expect(rows.reduce((sum, row) => sum + (row.denominator ?? 0), 0)).toBe(denominator ?? 0);
          }
        }
      }),
      { numRuns: 20 },
    );
  });

  it('every trigger of a duty gives one event, never due or met before it starts', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const context = dutyContext(council, day('2024-03-31'));
        for (const child of randomHistory(seed).children) {
          for (const duty of plugin.duties!) {
            const started = [...duty.events(child, context)].map((event) => {
              expect(event.dueOn, duty.id).toBeGreaterThanOrEqual(event.startedOn);
              if (event.metOn !== undefined)
                expect(event.metOn, duty.id).toBeGreaterThanOrEqual(event.startedOn);
              return event.startedOn;
            });
            expect(new Set(started).size, duty.id).toBe(started.length);
          }
        }
      }),
      { numRuns: 20 },
    );
  });

  it('what is due in a period is the same, whether or not earlier clocks are asked for', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { start, end } = financialYear(2020);
        const due = (
          child: Parameters<NonNullable<typeof plugin.duties>[number]['events']>[0],
          dueFrom?: number,
        ) =>
          plugin.duties!.map((duty) =>
            [...duty.events(child, dutyContext(council, end, dueFrom))].filter(({ dueOn }) => dueOn >= start),
          );
        for (const child of randomHistory(seed).children) expect(due(child, start)).toEqual(due(child));
      }),
      { numRuns: 10 },
    );
  });

  it('checks never throw, and every finding says something', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const findings = runChecks(plugin.checks!, {
          history: randomHistory(seed),
          council,
          asAt: day('2024-03-31'),
        });
        for (const { message, fix } of findings) {
          expect(message).not.toMatch(/NaN|undefined/);
          expect(fix).not.toBe('');
        }
      }),
      { numRuns: 20 },
    );
  });

  it('disabling the plugin changes no other number', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const history = randomHistory(seed);
        const numbers = (of: typeof council) =>
          computeIndicators({
            council: of,
            historyFor: () => history,
            indicators: aCouncil().indicators.map(({ id }) => of.indicator(id)),
            periods: [financialYear(2018)],
          }).map(({ indicator, value, numerator, denominator }) => [
            indicator.id,
            value,
            numerator,
            denominator,
          ]);
        expect(numbers(council)).toEqual(numbers(aCouncil()));
      }),
      { numRuns: 5 },
    );
  });
});
