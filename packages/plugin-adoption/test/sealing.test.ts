import {
  buildCareHistory,
  type CareHistoryInput,
  casesBehind,
  computeIndicators,
  contextFor,
  definePlugin,
  drillDown,
  dutiesOf,
  financialYear,
  formatIsoDate,
  type IsoDate,
  insideOf,
  listRows,
  OPEN,
  type RecordInput,
  recordInput,
  recordsToCsv,
  runChecks,
} from '@cic/core';
import { adoptionDecision, adoptionOutcome, siblingGroup, view } from '@cic/core/records';
import { aChild, aCouncil, aHistory, type ChildStory, randomStories } from '@cic/core/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { access } from '../src/access.ts';
import {
  adopterHousehold,
  adoptionMatch,
  adoptionSupportPlan,
  adoptiveFamily,
  adoptivePlacement,
  sealedIdentity,
} from '../src/generated/records.ts';
import { adoption, forStatistics, type Seal, splitAtOrder } from '../src/index.ts';
import { council } from './tell.ts';

const YEARS = [2012, 2018, 2024].map(financialYear);
const AS_AT = financialYear(2024).end;
const BY = [
  ['age'],
  ['sex', 'adoption-age'],
  ['district'],
  ['adoption-stage'],
  ['adopter-agency'],
  ['adopter-wait'],
];

const lines = (rows: Iterable<object>): string => Array.from(rows, (row) => JSON.stringify(row)).join('\n');

/** Everything the plugin and core give out about a history, name by name, a row a line: what an API or an export would send. */
function artefacts(input: CareHistoryInput, of = council): Map<string, string> {
  const history = buildCareHistory(input);
  const options = { council: of, historyFor: () => history };
  const out = new Map<string, string>();
  const figures = computeIndicators({ ...options, indicators: of.indicators, periods: YEARS, by: BY });
  out.set('figures', figuresAsText(figures));
  for (const period of YEARS) {
    for (const indicator of of.indicators) {
      out.set(
        `drill-down ${indicator.id} ${period.label}`,
        lines(drillDown(indicator, { ...options, period })),
      );
      out.set(`cases ${indicator.id} ${period.label}`, lines(casesBehind(indicator, { ...options, period })));
    }
    const context = contextFor(of, () => history, period);
    for (const list of of.lists) out.set(`list ${list.id} ${period.label}`, lines(listRows(list, context)));
  }
  out.set('checks', lines(runChecks(of.checks, { history, council: of, asAt: AS_AT })));
  for (const child of history.children)
    out.set(`duties ${child.id}`, lines(dutiesOf(child, of.duties, of, AS_AT)));
  for (const { type } of input.records ?? []) {
    if (type.id === sealedIdentity.id) continue;
    const records = (input.records ?? []).flatMap((one) =>
      'records' in one && one.type.id === type.id ? one.records : [],
    );
    out.set(`csv ${type.id}`, recordsToCsv(type, records));
  }
  return out;
}

/** Every line of every artefact, under the artefact's name. */
const everyLine = (of: Map<string, string>): string[] =>
  [...of].flatMap(([name, text]) => text.split('\n').map((line) => `${name}: ${line}`));

const named = (id: string): RegExp => new RegExp(`(?<![\\w-])${id}(?![\\w-])`);

const figuresAsText = (figures: ReturnType<typeof computeIndicators>): string =>
  JSON.stringify(
    figures.map(({ indicator, period, value, numerator, denominator, breakdowns }) => [
      indicator.id,
      period.label,
      value,
      numerator,
      denominator,
      [...breakdowns],
    ]),
  );

interface Scene {
  readonly stories: readonly ChildStory[];
  readonly seals: readonly Seal[];
  /** Records about the present identities, their families and the adopters. */
  readonly after: readonly RecordInput[];
}

const iso = (on: number): IsoDate => formatIsoDate(on);

/** Random children; those adopted get adopters, a new identity and an adoptive family, as a council would hold them. */
function scene(seed: number): Scene {
  const seals: Seal[] = [];
  const households: string[] = [];
  const told = randomStories(seed, 25).map((story): ChildStory => {
    const last = story.episodes.at(-1)!;
    if (last.end === OPEN || last.reasonEpisodeCeased !== 'E11' || last.end - story.episodes[0]!.start < 30)
      return story;
    const n = seals.length + 1;
    seals.push({ earlier: story.id, present: `A-${seed}-${n}`, ordered: last.end });
    households.push(`H-${n}`);
    const decided = story.episodes[0]!.start + 1;
    return story
      .with(adoptionDecision, { decided: iso(decided) })
      .with(adoptionOutcome, { decided: iso(decided), matched: iso(decided + 5) })
      .with(adoptionMatch, {
        id: `match-${n}`,
        matched: iso(decided + 5),
        adopters: `H-${n}`,
        agency: 'own',
        home: 'in-area',
      })
      .with(adoptivePlacement, {
        placed: iso(decided + 9),
        adopters: `H-${n}`,
        ended: iso(last.end),
        reasonEnded: 'adoption-order',
        lessons: `told about ${story.id}`,
      })
      .with(view, { given: iso(decided + 2), about: 'adoption', text: `${story.id} likes drawing` });
  });
  const present = seals.map(({ present: id, ordered }) =>
    aChild({ id, born: iso(ordered - 900), sex: 'F' }).with(adoptionSupportPlan, {
      start: iso(ordered + 40),
      requested: iso(ordered + 10),
      needs: ['attachment'],
    }),
  );
  return {
    stories: [...told, ...present],
    seals,
    after: [
      recordInput({
        type: adopterHousehold,
        records: households.map((id, i) => ({
          id,
          decided: iso(seals[i]!.ordered - 800),
          approved: true,
          closed: iso(seals[i]!.ordered),
          reasonClosed: 'adopted' as const,
        })),
      }),
      recordInput({
        type: adoptiveFamily,
        records: seals.map(({ ordered }, i) => ({
          id: `F-${i + 1}`,
          ordered: iso(ordered),
          placedByCouncil: true,
          livesInArea: [{ start: iso(ordered), inArea: true }],
        })),
      }),
      recordInput({
        type: siblingGroup,
        records:
          seals.length < 2 ? [] : [{ id: 'G1', members: seals.map(({ earlier }) => ({ child: earlier })) }],
      }),
    ],
  };
}

const inputOf = (stories: readonly ChildStory[], others: readonly RecordInput[]): CareHistoryInput => {
  const byType = new Map<string, { type: RecordInput['type']; records: object[] }>();
  for (const { records } of stories)
    for (const { type, record } of records) {
      const known = byType.get(type.id);
      if (known) known.records.push(record);
      else byType.set(type.id, { type, records: [record] });
    }
  return {
    children: stories.map(({ input }) => input),
    episodes: stories.flatMap(({ episodes }) => episodes),
    records: [...byType.values(), ...others],
  };
};

const links = (seals: readonly Seal[]): RecordInput =>
  recordInput({
    type: sealedIdentity,
    records: seals.map(({ earlier, present, ordered }, i) => ({
      id: `S-${i + 1}`,
      earlier,
      present,
      ordered: iso(ordered),
      sealed: iso(ordered),
      household: `H-${i + 1}`,
      family: `F-${i + 1}`,
    })),
  });

const sceneWithSeals = (): Scene => [1, 2, 3, 4, 5].map(scene).find(({ seals }) => seals.length > 0)!;
const seeds = fc.integer({ min: 1, max: 5_000 }).filter((seed) => scene(seed).seals.length > 0);
const runs = { numRuns: 12 };

describe('a sealed identity', () => {
  it('changes no figure, drill-down, case, list, finding, clock or export: with and without it they are the same bytes', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { stories, seals, after } = scene(seed);
        const without = artefacts(inputOf(stories, after));
        const withIt = artefacts(inputOf(stories, [...after, links(seals)]));
        expect([...withIt]).toEqual([...without]);
      }),
      runs,
    );
  });

  it('is not to be found from the present identity: no line names it beside the earlier one or the adopters', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { stories, seals, after } = scene(seed);
        const told = everyLine(artefacts(inputOf(stories, [...after, links(seals)])));
        seals.forEach(({ earlier, present }, i) => {
          const before = [named(earlier), named(`H-${i + 1}`)];
          const since = [named(present), named(`F-${i + 1}`)];
          const both = told.filter((line) => [before, since].every((ids) => ids.some((id) => id.test(line))));
          expect(both).toEqual([]);
          expect(told.some((line) => since[0]!.test(line))).toBe(true);
        });
      }),
      runs,
    );
  });

  it('says nothing of the present identity that would be otherwise if the child had had no past', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { stories, seals, after } = scene(seed);
        const earlier = new Set(seals.map((seal) => seal.earlier));
        const present = seals.map((seal) => named(seal.present));
        const about = (input: CareHistoryInput) =>
          everyLine(artefacts(input)).filter((line) => present.some((id) => id.test(line)));
        const rest = after.filter(({ type }) => type.id !== siblingGroup.id);
        const noPast = stories.filter(({ id }) => !earlier.has(id));
        expect(about(inputOf(noPast, rest))).toEqual(about(inputOf(stories, [...rest, links(seals)])));
      }),
      runs,
    );
  });

  it('would be noticed by these attempts if a list looked at it', () => {
    const leaking = definePlugin({
      id: 'leaking',
      title: 'Leaking',
      lists: [
        {
          id: 'leak',
          title: 'Leak',
          columns: [{ id: 'earlier', title: 'Earlier' }],
          *rows({ history }) {
            for (const { earlier, present } of history.otherRecords(sealedIdentity))
              yield { earlier, present };
          },
        },
      ],
    });
    const council = aCouncil({ plugins: [adoption(), leaking] });
    const { stories, seals, after } = sceneWithSeals();
    const withIt = artefacts(inputOf(stories, [...after, links(seals)]), council);
    expect([...withIt]).not.toEqual([...artefacts(inputOf(stories, after), council)]);
    const { earlier, present } = seals[0]!;
    expect(
      everyLine(withIt).filter((line) => named(earlier).test(line) && named(present).test(line)),
    ).not.toEqual([]);
  });

  it('has no access rule: nobody reads or writes it as a record, and it is special category data', () => {
    expect(access.filter(({ record }) => record === sealedIdentity.id)).toEqual([]);
    expect(sealedIdentity.sensitivity.record).toBe('special-category');
    expect(sealedIdentity.subject).not.toBe('child');
  });
});

describe('a history split at the order', () => {
  it('gives the new identity nothing of the old one', () => {
    const { stories, seals, after } = sceneWithSeals();
    const seal = seals[0]!;
    const { present } = splitAtOrder(inputOf(stories, after), seal);
    expect(present).toEqual({ id: seal.present, episodes: [], records: [] });
  });

  it('lets statistics count every child as before: every figure and breakdown is the same', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { stories, seals, after } = scene(seed);
        const input = inputOf(stories, [...after, links(seals)]);
        const figures = (of: CareHistoryInput) => {
          const history = buildCareHistory(of);
          return figuresAsText(
            computeIndicators({
              council,
              historyFor: () => history,
              indicators: council.indicators,
              periods: YEARS,
              by: BY,
            }),
          );
        };
        expect(figures(forStatistics(input, seals))).toBe(figures(input));
      }),
      runs,
    );
  });

  it('leaves no identifier, address, reference or word of a sealed child in the statistics', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { stories, seals, after } = scene(seed);
        const statistics = forStatistics(inputOf(stories, [...after, links(seals)]), seals);
        const text = JSON.stringify(statistics.records!.map((one) => insideOf(one)));
        for (const { earlier } of seals) {
          expect(text).not.toContain(`"${earlier}"`);
          expect(text).not.toContain(`${earlier} likes drawing`);
          expect(text).not.toContain(`told about ${earlier}`);
        }
        expect(statistics.records!.some(({ type }) => type.id === sealedIdentity.id)).toBe(false);
        const ids = new Set(seals.map(({ earlier }) => earlier));
        expect(statistics.children.some(({ id }) => ids.has(id))).toBe(false);
        for (const episode of statistics.episodes.filter(({ child }) => child.startsWith('sealed-')))
          expect(
            [episode.homePostcode, episode.placementPostcode, episode.urn].every(
              (place) => place === '' || place.startsWith('sealed-'),
            ),
          ).toBe(true);
        expect(text).not.toMatch(/"adopters":"H-/);
      }),
      runs,
    );
  });

  it('is the same whatever the present identity is called', () => {
    const { stories, seals, after } = sceneWithSeals();
    const input = inputOf(stories, after);
    const renamed: Seal[] = seals.map((seal) => ({ ...seal, present: `other-${seal.present}` }));
    expect(JSON.stringify(forStatistics(input, renamed))).toBe(JSON.stringify(forStatistics(input, seals)));
  });

  it('keeps the record of a child who comes into care again under the new identity as that child’s own', () => {
    const again = aChild({ id: 'A1' }).startedOn('2020-01-01');
    const before = aChild({ id: 'C1' }).startedOn('2015-01-01').ceasedOn('2016-01-01', 'E12');
    const input = inputOf([before, again], []);
    const statistics = forStatistics(input, [{ earlier: 'C1' }]);
    expect(statistics.children.map(({ id }) => id)).toEqual(['sealed-00001', 'A1']);
    expect(aHistory(again).children).toHaveLength(1);
  });
});
