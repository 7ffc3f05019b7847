import { dutyContext, financialYear, isDerived, month, quarter, timelineOf, versionFor } from '@cic/core';
import {
  deprivationOfLiberty,
  missingEpisode,
  panelDecision,
  review,
  socialWorkerEpisode,
  statutoryOutcomes,
  visit,
} from '@cic/core/records';
import { aHistory, holders } from '@cic/core/testing';
import { expect, it } from 'vitest';
import { holdsOnAnything } from '../../tooling/src/pluginTests.ts';
import { safeguarding } from '../src/index.ts';
import { missingOf } from '../src/missing/episodes.ts';
import { safeguardedChildren } from './stories.ts';

const plugin = safeguarding();
const periods = [2012, 2018, 2020, 2024].map(financialYear);

const { council, forAnyHistory } = holdsOnAnything({
  plugin,
  periods,
  by: [['age'], ['placement-group'], ['exploitation-level', 'sex'], ['missing-source']],
  reads: [
    deprivationOfLiberty,
    missingEpisode,
    panelDecision,
    review,
    socialWorkerEpisode,
    statutoryOutcomes,
    visit,
  ],
  // A ratio that needs the convictions of all children, and days a year apart.
  unreached: ['offending-ratio', 'youth-justice-plan-dates', 'child-protection-plan-dates'],
});

it('a child who is not asked has nothing to say', () => {
  forAnyHistory((history) =>
    plugin.indicators!.flatMap((indicator) => {
      if (isDerived(indicator)) return [];
      return [...periods, quarter(2020, 2), month(2021, 5)].flatMap((period) => {
        const measure = versionFor(indicator, period.end)?.measure;
        const parameter = (id: string) => council.parameter(id, period.end);
        const { among, restsOn } = indicator;
        const asked = holders(history, indicator, period);
        return history.children
          .filter((child) => {
            if (restsOn) return !asked.has(child.index);
            if (among === 'in care at the end') return !child.isLookedAfter(period.end);
            return among !== undefined && !child.lookedAfterDuring(period.start, period.end);
          })
          .filter((child) => measure?.(child, { council, history, period, parameter }) !== undefined)
          .map(() => `${indicator.id} in ${period.label}`);
      });
    }),
  );
});

it('what was due stays due when asked later', () => {
  const [, , before, after] = periods.map(({ end }) => dutyContext(council, end));
  forAnyHistory((history) =>
    plugin.duties!.flatMap(({ id, events }) =>
      history.children.flatMap((child) => {
        const begun = new Set([...events(child, after!)].map(({ startedOn }) => startedOn));
        return [...events(child, before!)]
          .filter(({ startedOn }) => startedOn <= before!.asAt && !begun.has(startedOn))
          .map(() => id);
      }),
    ),
  );
});

it('a child who came back is owed one interview and one discussion, however often that is entered', () => {
  const context = dutyContext(council, periods.at(-1)!.end);
  const once = plugin.duties!.filter(({ id }) =>
    ['return-home-interview', 'missing-strategy-discussion'].includes(id),
  );
  forAnyHistory((history) =>
    history.children.flatMap((child) =>
      once
        .filter(({ events }) => {
          const starts = [...events(child, context)].map(({ startedOn }) => startedOn);
          return new Set(starts).size < starts.length;
        })
        .map(({ id }) => id),
    ),
  );
});

it('every missing episode of either source is counted, and none twice', () => {
  forAnyHistory((history) =>
    history.children.flatMap((child) => {
      const episodes = missingOf(child);
      const incidents = episodes.filter(({ source }) => source !== 'return');
      const starts = episodes.map(({ start }) => start);
      expect(starts).toEqual(starts.toSorted((a, b) => a - b));
      return incidents.length === (history.recordsOf('missing-incident')?.get(child.index)?.length ?? 0)
        ? []
        : [child.id];
    }),
  );
});

it('the timeline holds every record of the plugin', () => {
  const history = aHistory(...safeguardedChildren(5, 30, { chance: 0.9 }));
  const own = plugin.records!.filter(({ subject, from }) => subject === 'child' && from !== undefined);
  for (const child of history.children) {
    const entries = timelineOf(child, { records: own, codeSets: council.codeSets });
    const records = own.reduce((total, type) => total + child.records(type).length, 0);
    const care = new Set(['period-of-care', 'placement', 'legal-status']);
    expect(entries.filter(({ record }) => !care.has(record))).toHaveLength(records);
  }
});
