import { academicYear, recordInput } from '@cic/core';
import { meeting } from '@cic/core/records';
import { aHistoryWith } from '@cic/core/testing';
import { expect, it } from 'vitest';
import { listed } from '../../test/tell.ts';

it('the virtual school takes part in placement matching and complex cases, on record [D-EDU-16]', () => {
  const boards = ['Placement matching', 'Complex cases'].map((name) => ({
    id: name.toLowerCase().replace(' ', '-'),
    name,
    kind: 'panel' as const,
    councils: ['sample'],
  }));
  const meetings = recordInput({
    type: meeting,
    records: [
      { board: 'placement-matching', held: '2023-10-02', attendees: ['Virtual school head', 'Team manager'] },
      { board: 'placement-matching', held: '2023-10-16', attendees: ['Team manager'] },
      { board: 'complex-cases', held: '2023-11-01', attendees: ['Team manager'] },
    ],
  });
  const rows = listed('virtual-school-on-panels', aHistoryWith([meetings]), academicYear(2024), { boards });
  expect(rows).toEqual([
    { panel: 'Placement matching', meetings: 2, attended: 1, last: '2023-10-02', flags: [] },
    {
      panel: 'Complex cases',
      meetings: 1,
      attended: 0,
      last: '',
      flags: ['the virtual school was at none of them'],
    },
  ]);
});
