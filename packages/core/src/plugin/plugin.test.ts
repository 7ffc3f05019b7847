import { describe, expect, it } from 'vitest';
import { financialYear } from '../dates/period.ts';
import { contextFor } from '../indicators/compute.ts';
import { aChild, aCouncil, aHistory } from '../testing/builders.ts';
import { listRows } from './plugin.ts';

describe('a list', () => {
  it('has a row for each child that belongs on it, and rows about anything else after them', () => {
    const history = aHistory(
      aChild({ id: 'A' }).startedOn('2023-05-01'),
      aChild({ id: 'B' }).startedOn('2023-05-01').ceasedOn('2023-06-01'),
    );
    const context = contextFor(aCouncil(), () => history, financialYear(2024));
    const columns = [{ id: 'what', title: 'What' }];
    expect(
      listRows(
        {
          id: 'who-and-where',
          title: 'Who and where',
          columns,
          row: (child, { period }) => (child.isLookedAfter(period.end) ? { what: 'in care' } : undefined),
          rows: () => [{ what: 'a school' }],
        },
        context,
      ),
    ).toEqual([{ child: 'A', cells: { what: 'in care' } }, { cells: { what: 'a school' } }]);
  });
});
