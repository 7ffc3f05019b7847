import { dutyContext, financialYear, timelineOf } from '@cic/core';
import {
  deprivationOfLiberty,
  missingEpisode,
  panelDecision,
  review,
  socialWorkerEpisode,
  statutoryOutcomes,
  visit,
} from '@cic/core/records';
import { aHistory } from '@cic/core/testing';
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
