import { computeIndicators, contextFor, financialYear, listRows, printValue } from '@cic/core';
import { aHistoryWith } from '@cic/core/testing';
import { describe, expect, it } from 'vitest';
import { adoption } from '../src/index.ts';
import { council } from './tell.ts';

describe('the ready reports', () => {
  it('name figures, breakdowns, lists and clocks that exist and can be computed', () => {
    const history = aHistoryWith([]);
    for (const { sections } of adoption().reports!)
      for (const section of sections) {
        if (section.kind === 'scorecard')
          for (const id of section.indicators) {
            const [result] = computeIndicators({
              council,
              historyFor: () => history,
              indicators: [council.indicator(id)],
              periods: [financialYear(2017)],
            });
            expect(printValue(result!.indicator, result!.value)).toBeTypeOf('string');
          }
        if (section.kind === 'list') {
          expect(council.lists.map(({ id }) => id)).toContain(section.list.id);
          expect(
            listRows(
              section.list,
              contextFor(council, () => history, financialYear(2017)),
            ),
          ).toBeInstanceOf(Array);
        }
        if (section.kind === 'duties')
          expect(council.duties.map(({ id }) => id)).toEqual(expect.arrayContaining([...section.duties]));
      }
  });

  it('show lists of children to operators only', () => {
    for (const { audience, sections } of adoption().reports!)
      expect(sections.some(({ kind }) => kind === 'list')).toBe(audience === 'operator');
  });
});
