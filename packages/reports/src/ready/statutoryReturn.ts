import type { ReportDefinition, ReportSection } from '@cic/core';
import { english } from '../language/language.ts';
import type { ReadyOptions } from './boardPack.ts';

const TABLES: readonly (readonly [indicator: string, breakdowns: readonly string[]])[] = [
  [
    'children-in-care',
    [
      'age',
      'sex',
      'ethnic-group',
      'placement-type',
      'legal-status-group',
      'category-of-need',
      'location',
      'distance',
      'duration',
      'unaccompanied',
    ],
  ],
  ['started-in-year', ['age', 'sex', 'category-of-need', 'legal-status-group']],
  ['ceased-in-year', ['age', 'reason-ceased', 'duration']],
];

const FIGURES = [
  'children-in-care',
  'children-in-care-rate',
  'looked-after-in-year',
  'started-in-year',
  'ceased-in-year',
  'in-care-12-months',
  'three-or-more-placements',
  'long-term-stability',
  'placed-over-20-miles',
  'reviews-on-time',
  'participation-in-reviews',
];

/** What the statutory return (SSDA903) of a year says, as its published tables are laid out, five years side by side. */
export function returnSummary({ council, language = english }: ReadyOptions): ReportDefinition {
  const { say } = language;
  return {
    id: 'statutory-return-summary',
    title: say('ready.returnSummary'),
    audience: 'board',
    sections: [
      { kind: 'scorecard', title: say('ready.childrenInCare'), indicators: FIGURES },
      ...TABLES.flatMap(([indicator, breakdowns]) =>
        breakdowns.map(
          (by): ReportSection => ({
            kind: 'breakdown',
            title: say('ready.by', {
              indicator: council.indicator(indicator).title,
              breakdown: council.breakdown(by).title.toLowerCase(),
            }),
            indicator,
            by: [by],
          }),
        ),
      ),
    ],
  };
}
