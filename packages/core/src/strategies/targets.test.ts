import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day, formatIsoDate, type IsoDate, parseIsoDate } from '../dates/day.ts';
import { financialYear } from '../dates/period.ts';
import type { IndicatorDefinition, ReportingPeriod, Target } from '../generated/types.ts';
import { aimsMissed, aimWithoutFigure } from './aims.ts';
import { strategyBook } from './book.ts';
import { forecastsThatCameDue } from './figures.ts';
import type { StrategyRecords } from './records.ts';
import {
  pathOn,
  progressOf,
  stepNeeded,
  targetConflicts,
  targetSteps,
  targetsAboveBaseline,
  targetsMissed,
} from './targets.ts';

const year = (endYear: number): ReportingPeriod => {
  const { kind, start, end, label } = financialYear(endYear);
  return { kind, start: formatIsoDate(start), end: formatIsoDate(end), label };
};

/** Days from coming into care to moving in: 554 at the start, and 32 fewer each year. */
const a1: Target = {
  id: 'a1',
  indicator: 'adoption-a1',
  baseline: { value: 554, period: year(2017) },
  values: [522, 490, 458, 426].map((value, i) => ({ period: year(2018 + i), value })),
};
const indicators: IndicatorDefinition[] = [
  { id: 'adoption-a1', title: 'A1', definition: 'Days.', unit: 'days', polarity: 'lower' },
  { id: 'suitable', title: 'Suitable', definition: 'Share.', unit: 'percent', polarity: 'higher' },
];
const records: StrategyRecords = {
  indicators,
  targets: [a1],
  values: [
    { indicator: 'adoption-a1', period: year(2018), value: 520 },
    { indicator: 'adoption-a1', period: year(2019), value: 495 },
    { indicator: 'adoption-a1', period: year(2019), value: 480, status: 'forecast' },
    { indicator: 'adoption-a1', period: year(2020), value: 450, status: 'forecast' },
  ],
};

describe('targets', () => {
  it('has a path by year from its baseline, and the step it takes [D-TGT-02] [D-TGT-16]', () => {
    expect(
      targetSteps(a1, 'lower').map(({ period, test }) => [period.label, test.comparator, test.value]),
    ).toEqual([
      ['2017/18', '<=', 522],
      ['2018/19', '<=', 490],
      ['2019/20', '<=', 458],
      ['2020/21', '<=', 426],
    ]);
    expect(pathOn(a1, day('2017-09-29'))).toBeCloseTo(538, 0);
    expect(pathOn(a1, day('2030-01-01'))).toBe(426);
    expect(stepNeeded(a1)).toBe(-32);
  });

  it('is met, missed or on course by period, forecasts kept apart [D-TGT-03] [D-IND-10]', () => {
    const progress = progressOf(strategyBook(records), a1, day('2019-06-01'));
    expect(progress.map(({ status, actual, forecast }) => [status, actual, forecast])).toEqual([
      ['met', 520, null],
      ['missed', 495, 480],
      ['off course', null, 450],
      ['off course', null, null],
    ]);
    expect(targetsMissed(strategyBook(records), { asAt: day('2019-06-01') })).toMatchObject([
      { message: '2018/19: 495, and <= 490 was aimed for' },
    ]);
    const early = progressOf(strategyBook(records), a1, day('2018-06-01'));
    expect(early.map(({ status }) => status)).toEqual(['met', 'on course', 'on course', 'on course']);
  });

  it('sets a forecast beside what came of it [DQ-11]', () => {
    expect(forecastsThatCameDue(strategyBook(records), 'adoption-a1')).toMatchObject([
      { forecast: 480, actual: 495, difference: 15 },
    ]);
  });

  it('counts a change from its baseline [D-TGT-05]', () => {
    const target: Target = {
      id: 't',
      indicator: 'foster-homes',
      direction: 'increase',
      baseline: { value: 405 },
      values: [{ period: year(2018), change: 60 }],
    };
    expect(targetSteps(target)).toMatchObject([{ test: { value: 465, comparator: '>=' } }]);
  });

  it('reports two targets for one measure, and a level to maintain that was never there [D-TGT-09] [D-TGT-10]', () => {
    const key: Target = { id: 'key', indicator: 'adoption-a1', values: [{ period: year(2020), value: 555 }] };
    const maintain: Target = {
      id: 'keep',
      indicator: 'suitable',
      direction: 'maintain',
      baseline: { value: 92.2 },
      values: [{ period: year(2018), value: 95 }],
    };
    const book = strategyBook({ indicators, targets: [a1, key, maintain] });
    expect(targetConflicts(book)).toMatchObject([
      { id: 'key', message: 'asks for 555 in 2019/20, where ‘a1’ asks for 458' },
    ]);
    expect(targetsAboveBaseline(book)).toMatchObject([
      { id: 'keep', message: 'is to maintain >= 95, and the baseline is 92.2' },
    ]);
  });

  it('without a figure go by their day or by the last two figures [D-TGT-06] [D-TGT-12] [D-TGT-14]', () => {
    const stayingPut = [42, 34, 46, 50].map((value, i) => ({
      indicator: 'staying-put',
      period: year(2014 + i),
      value,
    }));
    const book = strategyBook({ ...records, values: [...records.values!, ...stayingPut] });
    const target = (more: Partial<Target>): Target => ({ id: 't', indicator: 'staying-put', ...more });
    const statusOn = (on: IsoDate, more: Partial<Target>) =>
      aimWithoutFigure(book, target(more), day(on))?.status;
    expect(statusOn('2015-06-01', { direction: 'each-year-more' })).toBe('missed');
    expect(statusOn('2017-06-01', { direction: 'each-year-more' })).toBe('met');
    expect(statusOn('2014-06-01', { direction: 'increase' })).toBe('no data');
    expect(statusOn('2019-06-01', { indicator: 'adoption-a1', direction: 'decrease' })).toBe('met');
    expect(statusOn('2019-06-01', { direction: 'maintain' })).toBeUndefined();
    const inHouse = { text: 'Aftercare in house.', due: '2019-06-30' } as const;
    expect(statusOn('2019-06-30', { milestone: inHouse })).toBe('not yet due');
    expect(statusOn('2019-07-01', { milestone: inHouse })).toBe('missed');
    expect(statusOn('2019-08-01', { milestone: { ...inHouse, reached: '2019-06-28' } })).toBe('met');
    expect(statusOn('2019-08-01', { milestone: { ...inHouse, reached: '2019-07-28' } })).toBe('missed');
    const missed = strategyBook({ targets: [target({ milestone: inHouse })] });
    expect(aimsMissed(missed, { asAt: day('2019-07-01') })).toMatchObject([
      { query: 'target-missed', message: '‘Aftercare in house.’: was due 2019-06-30' },
    ]);
  });

  it('has a path that never leaves its bounds', () => {
    const value = fc.integer({ min: -500, max: 500 });
    const days = fc.integer({ min: parseIsoDate('2010-01-01'), max: parseIsoDate('2030-01-01') });
    fc.assert(
      fc.property(
        fc.option(value, { nil: undefined }),
        fc.array(value, { minLength: 1, maxLength: 6 }),
        days,
        (from, aims, on) => {
          const target: Target = {
            id: 't',
            indicator: 'i',
            ...(from === undefined ? {} : { baseline: { value: from, period: year(2017) } }),
            values: aims.map((aim, i) => ({ period: year(2018 + i), value: aim })),
          };
          const all = from === undefined ? aims : [from, ...aims];
          const at = pathOn(target, on)!;
          expect(at).toBeGreaterThanOrEqual(Math.min(...all));
          expect(at).toBeLessThanOrEqual(Math.max(...all));
        },
      ),
    );
  });
});
