import { computeIndicators, contextFor, financialYear, listRows, printValue } from '@cic/core';
import { aHistoryWith } from '@cic/core/testing';
import { describe, expect, it } from 'vitest';
import { engagement } from '../src/index.ts';
import { theCouncil } from './tell.ts';

const council = theCouncil();
const history = aHistoryWith([]);
const period = financialYear(2020);

describe('the ready reports', () => {
  it('name figures, breakdowns, lists and clocks that exist and can be computed on an empty council', () => {
    for (const { sections } of engagement().reports!)
      for (const section of sections) {
        if (section.kind === 'scorecard')
          for (const { indicator, value } of computeIndicators({
            council,
            historyFor: () => history,
            indicators: section.indicators.map(council.indicator),
            periods: [period],
          }))
            expect(printValue(indicator, value)).toBeTypeOf('string');
        if (section.kind === 'list') {
          const context = contextFor(council, () => history, period);
          expect(listRows(section.list, context)).toBeInstanceOf(Array);
        }
      }
  });

  it('show lists to operators only', () => {
    for (const { audience, sections } of engagement().reports!)
      expect(sections.some(({ kind }) => kind === 'list')).toBe(audience === 'operator');
  });

  it('have a row for each standing question of the council', () => {
    const own = engagement({ questions: [{ id: 'pets', title: 'Have a pet' }] });
    const scorecards = own.reports![0]!.sections.flatMap((one) =>
      one.kind === 'scorecard' ? one.indicators : [],
    );
    expect(scorecards.filter((id) => id.startsWith('survey-'))).toEqual([
      'survey-response-rate',
      'survey-pets',
    ]);
    expect(own.indicators!.map(({ id }) => id)).toContain('survey-pets');
  });
});
