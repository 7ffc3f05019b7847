import { recordInput } from '@cic/core';
import {
  type Child,
  child,
  type Episode,
  episode,
  missingEpisode,
  review,
  statutoryOutcomes,
} from '@cic/core/records';
import { describe, expect, it } from 'vitest';
import { toCareHistories } from '../history/care-histories.ts';
import { returnFromCells } from '../write/cells.ts';
import { returnFromRecords } from './return-from-records.ts';

const known: Child = {
  id: 'A',
  dateOfBirth: '2010-06-15',
  sex: 'F',
  ethnicity: 'WBRI',
  upn: 'A123456789012',
  firstChildBorn: '2026-06-01',
};

const started: Episode = {
  child: 'A',
  start: '2024-05-01',
  end: '2026-04-10',
  legalStatus: 'C2',
  categoryOfNeed: 'N1',
  placementType: 'U6',
  placementProvider: 'PR1',
  reasonNewEpisode: 'S',
  reasonEpisodeCeased: 'E4A',
  placementPostcode: 'AB1 2CD',
  urn: 'SC000001',
};

const records = [
  recordInput({ type: child, records: [known] }),
  recordInput({ type: episode, records: [started] }),
  recordInput({
    type: review,
    records: [
      { child: 'A', held: '2025-10-01', participation: 'PN1' },
      { child: 'A', held: '2026-04-02', participation: 'PN1' },
    ],
  }),
  recordInput({
    type: missingEpisode,
    records: [{ child: 'A', kind: 'M', start: '2026-03-30', end: '2026-04-01' }],
  }),
  recordInput({ type: statutoryOutcomes, records: [{ child: 'A', asAt: '2026-03-31', dentalCheck: true }] }),
];

describe('a return from stored records', () => {
  const tables = returnFromRecords(records, 2026);

  it('tells what was known on 31 March, and nothing later', () => {
    expect(tables.Episodes).toEqual([
      expect.objectContaining({ CHILD: 'A', DECOM: '01/05/2024', DEC: '', REC: '', URN: 'SC000001' }),
    ]);
    expect(tables.Header).toEqual([
      expect.objectContaining({ SEX: 'F', UPN: 'A123456789012', MOTHER: '0', MC_DOB: '' }),
    ]);
    expect(tables.Reviews).toEqual([
      { CHILD: 'A', DOB: '15/06/2010', REVIEW: '01/10/2025', REVIEW_CODE: 'PN1' },
    ]);
    expect(tables.Missing).toEqual([
      { CHILD: 'A', DOB: '15/06/2010', MISSING: 'M', MIS_START: '30/03/2026', MIS_END: '' },
    ]);
    expect(tables.OC2).toEqual([expect.objectContaining({ TEETH_CHECK: '1', CONVICTED: '' })]);
  });

  it('has the tables and the codes of its year', () => {
    expect(Object.keys(tables)).not.toContain('DoLo');
    expect(Object.keys(returnFromRecords(records, 2027))).toContain('DoLo');
    expect(returnFromRecords(records, 2024).Header).toEqual([]);
    expect(returnFromRecords([...records], 2025).Header![0]).toMatchObject({ SEX: 'F' });
  });

  it('reads back as the same care', () => {
    const { latest } = toCareHistories([{ year: 2026, return: returnFromCells(tables) }]);
    const [back] = latest.child('A')!.episodes;
    expect(back).toMatchObject({ legalStatus: 'C2', placementType: 'U6', reasonEpisodeCeased: '' });
  });

  it('of nobody is empty tables', () => {
    expect(returnFromRecords([], 2026)).toMatchObject({ Header: [], Episodes: [], Reviews: [] });
  });
});
