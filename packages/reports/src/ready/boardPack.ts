import type { Council, ReportDefinition, ReportSection } from '@cic/core';
import type { Board } from '@cic/core/records';
import { english, type Language } from '../language/language.ts';
import type { StrategyRecords } from '../sections/actions.ts';

export interface ReadyOptions {
  readonly council: Council;
  readonly strategies?: Partial<StrategyRecords>;
  /** The board it is for: its own indicators, where it names any. */
  readonly board?: Board;
  readonly language?: Language;
}

const CHILDREN = ['children-in-care', 'children-in-care-rate', 'in-care-12-months', 'unaccompanied-children'];
const COMING_AND_GOING = ['started-in-year', 'age-at-entry', 'ceased-in-year', 'time-in-care-when-ceased'];
const HOMES = [
  'in-foster-care',
  'in-residential-care',
  'placed-out-of-area',
  'placed-over-20-miles',
  'three-or-more-placements',
  'long-term-stability',
];
const CLOCKS = [
  'first-review',
  'second-review',
  'later-review',
  'visit-new-placement',
  'visit',
  'placement-plan',
];

const known = ({ indicators }: Council, ids: readonly string[]): string[] => {
  const all = new Set(indicators.map(({ id }) => id));
  return ids.filter((id) => all.has(id));
};

/** A scorecard for each priority with its objectives' indicators, of those the council has. */
function byPriority({ council, strategies }: ReadyOptions): ReportSection[] {
  return (strategies?.priorities ?? []).flatMap((priority): ReportSection[] => {
    const objectives = (strategies?.objectives ?? []).filter((one) => one.priority === priority.id);
    const indicators = known(council, [...new Set(objectives.flatMap((one) => one.indicators ?? []))]);
    return indicators.length > 0 ? [{ kind: 'scorecard', title: priority.name, indicators }] : [];
  });
}

/** Where no strategy names indicators: the first scorecard of each plugin's board report, under the plugin's title. */
function byPlugin({ plugins }: Council): ReportSection[] {
  return plugins.flatMap(({ title, reports = [] }): ReportSection[] => {
    const report = reports.find(({ audience }) => audience === 'board');
    const scorecard = report?.sections.find((section) => section.kind === 'scorecard');
    return scorecard ? [{ ...scorecard, title }] : [];
  });
}

const day = { indicator: 'children-in-care', show: 'day' } as const;

/** The figures of the year in words, the scorecards by priority, what has a time in law, and the improvement plan. */
export function boardPack(options: ReadyOptions): ReportDefinition {
  const { council, board, strategies, language = english } = options;
  const { say } = language;
  const own = board?.indicators ? known(council, board.indicators) : [];
  const priorities = byPriority(options);
  return {
    id: 'corporate-parenting-board-pack',
    title: say('ready.boardPack'),
    audience: 'board',
    sections: [
      {
        kind: 'text',
        title: say('ready.inShort'),
        text: say('ready.inShort.text'),
        figures: {
          day,
          inCare: { indicator: 'children-in-care' },
          perTenThousand: { indicator: 'children-in-care-rate', decimals: 0 },
          started: { indicator: 'started-in-year' },
          ceased: { indicator: 'ceased-in-year' },
          foster: { indicator: 'in-foster-care', decimals: 0 },
          outside: { indicator: 'placed-out-of-area', decimals: 0 },
          reviews: { indicator: 'reviews-on-time', decimals: 0 },
          tookPart: { indicator: 'participation-in-reviews', decimals: 0 },
        },
      },
      ...(own.length > 0 ? [{ kind: 'scorecard', title: board!.name, indicators: own } as const] : []),
      { kind: 'scorecard', title: say('ready.childrenInCare'), indicators: CHILDREN },
      {
        kind: 'breakdown',
        title: say('ready.byAge'),
        indicator: 'children-in-care',
        by: ['age'],
        chart: 'lines',
      },
      { kind: 'scorecard', title: say('ready.comingAndGoing'), indicators: COMING_AND_GOING },
      { kind: 'scorecard', title: say('ready.homes'), indicators: HOMES },
      {
        kind: 'breakdown',
        title: say('ready.byHome'),
        indicator: 'children-in-care',
        by: ['placement-group'],
        chart: 'bars',
      },
      ...(council.districts.length > 0
        ? [
            {
              kind: 'breakdown',
              title: say('ready.byDistrict'),
              indicator: 'children-in-care',
              by: ['district'],
            } as const,
          ]
        : []),
      ...(priorities.length > 0 ? priorities : byPlugin(council)),
      { kind: 'duties', title: say('ready.clocks'), duties: CLOCKS },
      ...(strategies?.actions?.length ? [{ kind: 'actions', title: say('ready.plan') } as const] : []),
    ],
  };
}
