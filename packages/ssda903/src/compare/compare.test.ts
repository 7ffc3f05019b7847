import { describe, expect, it } from 'vitest';
import { returnFromCells, type TableCells } from '../write/cells.ts';
import { compareReturns } from './compare.ts';

const version = (tables: TableCells) => ({ year: 2026, now: returnFromCells(tables) });

const before = version({
  Header: [{ CHILD: 'A' }, { CHILD: 'B' }],
  Episodes: [
    { CHILD: 'A', DECOM: '01/05/2025', LS: 'V3', PLACE: 'U4' },
    { CHILD: 'B', DECOM: '01/06/2025', LS: 'C2', PLACE: 'U4' },
    { CHILD: 'B', DECOM: '01/07/2025', LS: 'C2', PLACE: 'U4' },
  ],
});
const after = version({
  Header: [{ CHILD: 'C' }, { CHILD: 'A' }],
  Episodes: [
    { CHILD: 'C', DECOM: '01/06/2025', LS: 'V4', PLACE: 'U1' },
    { CHILD: 'A', DECOM: '01/05/2025', LS: 'C2', PLACE: 'U4' },
  ],
});

describe('two versions of a return', () => {
  const comparison = compareReturns(before, after);

  it('differ in children', () => {
    expect(comparison.children).toEqual({ added: ['C'], removed: ['B'] });
  });

  it('differ in episodes', () => {
    expect(comparison.episodes).toEqual({
      added: [{ child: 'C', decom: '01/06/2025', copy: 0 }],
      removed: [
        { child: 'B', decom: '01/06/2025', copy: 0 },
        { child: 'B', decom: '01/07/2025', copy: 0 },
      ],
      changed: [{ child: 'A', decom: '01/05/2025', copy: 0, changes: { LS: { from: 'V3', to: 'C2' } } }],
    });
  });

  it('differ in findings', () => {
    const about384 = (findings: readonly { rule: string; child: string }[]) =>
      findings.filter(({ rule }) => rule === '384').map(({ child }) => child);
    expect(about384(comparison.findings.appeared)).toEqual(['C']);
    expect(about384(comparison.findings.disappeared)).toEqual(['A']);
  });

  it('that only differ in the order of their rows do not differ at all', () => {
    const turned = version({
      Header: [{ CHILD: 'A' }, { CHILD: 'C' }],
      Episodes: [
        { CHILD: 'A', DECOM: '01/05/2025', LS: 'C2', PLACE: 'U4' },
        { CHILD: 'C', DECOM: '01/06/2025', LS: 'V4', PLACE: 'U1' },
      ],
    });
    expect(compareReturns(after, turned)).toEqual({
      findings: { appeared: [], disappeared: [] },
      children: { added: [], removed: [] },
      episodes: { added: [], removed: [], changed: [] },
    });
  });
});
