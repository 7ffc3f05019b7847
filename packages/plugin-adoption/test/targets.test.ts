import {
  addMonths,
  formatIsoDate,
  type IsoDate,
  type Period,
  rolling12Months,
  targetStatus,
  threeYears,
} from '@cic/core';
import { adoptionOutcome, target } from '@cic/core/records';
import { aChild, aCouncil } from '@cic/core/testing';
import { describe, expect, it } from 'vitest';
import { adoption } from '../src/index.ts';
import { computed } from './tell.ts';

/** Targets of the sufficiency strategy 2017-21, section 3.5, 2017/18 to 2020/21: each measure, each window. */
const PATHS = [
  ['adoption-a1', 'three-years', 611, [605, 580, 555, 530]],
  ['adoption-a1', 'rolling-12-months', 554, [522, 490, 458, 426]],
  ['adoption-a2', 'three-years', 349, [330, 287, 244, 200]],
  ['adoption-a2', 'rolling-12-months', 287, [245, 203, 161, 121]],
] as const;

const windowOf = (kind: string, endYear: number): Period =>
  kind === 'three-years' ? threeYears(endYear) : rolling12Months(threeYears(endYear).end);

const targets = PATHS.map(([indicator, kind, baseline, values]) => ({
  id: `t-${indicator}-${kind}`,
  indicator,
  direction: 'decrease' as const,
  baseline: { value: baseline },
  values: values.map((value, i) => {
    const { start, end } = windowOf(kind, 2018 + i);
    return {
      period: { kind, start: formatIsoDate(start), end: formatIsoDate(end) },
      value,
      comparator: 'at-most' as const,
    };
  }),
}));

const council = aCouncil({ plugins: [adoption()], targets });

/** A child adopted in the last month of a window, after so many days to placement and from the order to the match. */
function adoptedAfter(days: number, matchDays: number, window: Period) {
  const iso = (on: number): IsoDate => formatIsoDate(on);
  const ordered = addMonths(window.end, -14);
  const placed = ordered + matchDays + 20;
  return aChild({ born: '2012-01-01' })
    .startedOn(iso(placed - days), { legalStatus: 'C1' })
    .legalStatusFrom(iso(ordered), 'E1')
    .movedOn(iso(placed), { placementType: 'A6' })
    .ceasedOn(iso(window.end - 10), 'E12')
    .with(adoptionOutcome, { decided: iso(ordered), matched: iso(ordered + matchDays) });
}

describe('targets of the scorecard', () => {
  it('are on record as a path for each measure and window [D-ADO-04]', () => {
    for (const one of targets) expect(target.validate(one)).toBe(true);
    expect(council.targets).toHaveLength(4);
    expect(council.targets.flatMap(({ values = [] }) => values.map(({ value }) => value))).toEqual(
      PATHS.flatMap(([, , , values]) => [...values]),
    );
  });

  it.each(PATHS)(
    '%s over %s is met at the value and missed a day above it, in each year [D-ADO-04]',
    (id, kind, _, values) => {
      values.forEach((value, i) => {
        const window = windowOf(kind, 2018 + i);
        const path = council.targets.find(
          ({ indicator, values: steps = [] }) => indicator === id && steps[0]?.period.kind === kind,
        )!;
        const step = path.values!.find(({ period }) => period.end === formatIsoDate(window.end))!;
        const test = { value: step.value!, comparator: '<=' as const };
        const after = (days: number) => {
          const child =
            id === 'adoption-a1' ? adoptedAfter(days, 60, window) : adoptedAfter(900, days, window);
          return targetStatus(computed(id, { children: [child], period: window, council }).value, test);
        };
        expect([value, after(value), after(value + 1)]).toEqual([value, 'met', 'missed']);
      });
    },
  );
});
