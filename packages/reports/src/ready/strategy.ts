import type { ActionColumn, ReportDefinition, ReportSection } from '@cic/core';
import type { Priority } from '@cic/core/records';
import { english, type Language } from '../language/language.ts';
import type { ReadyOptions } from './boardPack.ts';

const PLAN: readonly ActionColumn[] = ['objective', 'action', 'owner', 'timescale', 'impact', 'status'];
const WITH_FIGURES: readonly ActionColumn[] = [
  'action',
  'owner',
  'timescale',
  'status',
  'progress',
  'figures',
];

/** The improvement plan as it is printed: objective, key action, who, by when, what it is to change, status. */
export const improvementPlan = ({ language = english }: ReadyOptions): ReportDefinition => ({
  id: 'improvement-plan',
  title: language.say('ready.plan'),
  audience: 'board',
  sections: [{ kind: 'actions', title: language.say('ready.plan'), columns: PLAN }],
});

/** What was aimed for, achieved and still hard, in the words of the strategy. */
function words(priority: Priority, { council }: ReadyOptions, { say }: Language): ReportSection[] {
  const notes = council.strategies
    .filter(({ id }) => id === priority.strategy)
    .flatMap((strategy) => strategy.notes ?? [])
    .filter((note) => note.priority === priority.id);
  const told = (kind: (typeof notes)[number]['kind'], heading: string) => {
    const texts = notes
      .filter((note) => note.kind === kind)
      .map(({ text, period }) => (period?.label ? `${period.label}: ${text}` : text));
    return texts.length > 0 ? [`${heading}. ${texts.join(' ')}`] : [];
  };
  const paragraphs = [
    ...(priority.aim ? [`${say('ready.aim')}. ${priority.aim}`] : []),
    ...told('achievement', say('ready.achievements')),
    ...told('challenge', say('ready.challenges')),
  ];
  return paragraphs.length > 0
    ? [{ kind: 'text', title: priority.name, text: paragraphs.map(literal).join('\n\n') }]
    : [];
}

/** Somebody else's words have no gaps to fill, whatever brackets they hold. */
const literal = (text: string): string => text.replaceAll('{', '(').replaceAll('}', ')');

/** Priority by priority: words, figures with their course, and actions with the figures they are to move. */
export function strategyProgress(options: ReadyOptions): ReportDefinition {
  const { council, strategies, language = english } = options;
  const { say } = language;
  const known = new Set(council.indicators.map(({ id }) => id));
  const priorities = strategies?.priorities ?? [];
  if (priorities.length === 0)
    return { ...improvementPlan(options), id: 'strategy-progress', title: say('ready.progress') };
  return {
    id: 'strategy-progress',
    title: say('ready.progress'),
    audience: 'board',
    sections: priorities.flatMap((priority): ReportSection[] => {
      const objectives = (strategies?.objectives ?? []).filter((one) => one.priority === priority.id);
      const indicators = [...new Set(objectives.flatMap((one) => one.indicators ?? []))].filter((id) =>
        known.has(id),
      );
      const actions = (strategies?.actions ?? []).filter((one) => one.priority === priority.id);
      return [
        ...words(priority, options, language),
        ...(indicators.length > 0
          ? [
              {
                kind: 'scorecard',
                title: say('ready.figures', { priority: priority.name }),
                indicators,
              } as const,
            ]
          : []),
        ...(actions.length > 0
          ? [
              {
                kind: 'actions',
                title: say('ready.actions', { priority: priority.name }),
                priorities: [priority.id],
                columns: WITH_FIGURES,
              } as const,
            ]
          : []),
      ];
    }),
  };
}
