import { describe, expect, it } from 'vitest';
import type { Policy, Publication } from './index.ts';
import { isReleased, type Ledger, release } from './release.ts';
import { fillSentence, notShown } from './text.ts';

const policy: Policy = { suppress: { from: 1, to: 4 }, symbol: 'x' };
const details = { id: 'scorecard-2017', at: '2017-06-01', to: 'public' };

const places = (id: string, counts: Record<string, number>): Publication => ({
  tables: [
    {
      id,
      dims: ['district'],
      totals: { district: 'County' },
      cells: [
        ...Object.entries(counts).map(([name, n]) => ({ at: [name], n })),
        { at: ['County'], n: Object.values(counts).reduce((a, b) => a + b, 0) },
      ],
    },
  ],
});

const passed = async (publication: Publication, ledger: Ledger = []) => {
  const result = await release(publication, policy, ledger, details);
  if (!result.ok) throw new Error(result.reasons.join(' '));
  return result;
};

describe('release', () => {
  it('is the only maker of released publications: the object itself is known, not its shape [D-SUP-22] [CFG-09]', async () => {
    const { publication } = await passed(places('stock', { A: 2, B: 30, C: 25, D: 41 }));
    expect(isReleased(publication)).toBe(true);
    expect(isReleased({ ...publication })).toBe(false);
    expect(isReleased(places('stock', { A: 2, B: 30 }))).toBe(false);
  });

  it('keeps hidden counts out of what is released and out of the ledger [CORE-16] [D-SUP-16] [D-SUP-25]', async () => {
    const { publication, entry, proof } = await passed(places('stock', { A: 2, B: 30, C: 25, D: 41 }));
    const hidden = publication.tables[0]!.cells.filter((cell) => cell.n === null);
    expect(hidden.map((cell) => cell.status)).toEqual(['primary', 'secondary', 'secondary']);
    expect(JSON.stringify([publication, entry])).not.toMatch(/"n":(2|30|25)\b/);
    expect(proof.cells.every((cell) => !('n' in cell))).toBe(true);
  });

  it('protects a new edition given the one before: a count hidden then does not follow from the two together', async () => {
    const first = await passed(places('stock', { A: 2, B: 30, C: 25, D: 41 }));
    const shown = first.publication.tables[0]!.cells.filter((cell) => cell.n === null).map(
      (cell) => cell.at[0]!,
    );
    expect(shown).toContain('A');
    // The next release breaks the county down by sex and would print what was hidden as part of a sum.
    const bySex: Publication = {
      tables: [
        {
          id: 'sex',
          dims: ['district', 'sex'],
          totals: { sex: 'All' },
          cells: [
            { at: ['A', 'boys'], n: 1 },
            { at: ['A', 'girls'], n: 1 },
            { at: ['A', 'All'], n: 2 },
            { at: ['C', 'boys'], n: 12 },
            { at: ['C', 'girls'], n: 13 },
            { at: ['C', 'All'], n: 25 },
          ],
        },
      ],
      links: [
        [
          { table: 'sex', at: ['A', 'All'] },
          { table: 'stock', at: ['A'] },
        ],
        [
          { table: 'sex', at: ['C', 'All'] },
          { table: 'stock', at: ['C'] },
        ],
      ],
    };
    const second = await passed(bySex, [first.entry]);
    const county = new Map(second.publication.tables[0]!.cells.map((cell) => [cell.at.join(' '), cell.n]));
    expect(county.get('A All')).toBeNull();
    expect(second.proof.ok).toBe(true);
  });

  it('refuses, with the reason, when what is out already leaves no way to protect', async () => {
    const before: Ledger = [
      {
        ...details,
        policy,
        publication: {
          tables: [
            {
              id: 'all',
              dims: ['group'],
              cells: [
                { at: ['everybody'], n: 32 },
                { at: ['most'], n: 30 },
              ],
            },
          ],
        },
      },
    ];
    const rest: Publication = {
      tables: [{ id: 'rest', dims: ['group'], cells: [{ at: ['others'], n: 2 }] }],
      relations: [
        {
          name: 'most and others are everybody',
          terms: [
            { table: 'all', at: ['most'] },
            { table: 'rest', at: ['others'] },
            { table: 'all', at: ['everybody'], times: -1 },
          ],
        },
      ],
    };
    const result = await release(rest, policy, before, details);
    expect(result.ok).toBe(false);
    if (!result.ok)
      expect(result.reasons.join(' ')).toContain('rest, others cannot be protected whatever is hidden');
  });
});

describe('text', () => {
  it('takes every number from a released cell and says when one is not shown [D-SUP-23]', async () => {
    const { publication } = await passed(places('stock', { A: 2, B: 30, C: 25, D: 41 }));
    const sentence = {
      template: 'In 2017, {d} children lived in D and {a} in A; {g} more than in A.',
      allow: ['2017'],
      bindings: {
        d: { table: 'stock', at: ['D'] },
        a: { table: 'stock', at: ['A'] },
        g: { change: { from: { table: 'stock', at: ['A'] }, to: { table: 'stock', at: ['D'] } } },
      },
    };
    expect(fillSentence(sentence, publication)).toBe(
      `In 2017, 41 children lived in D and ${notShown} in A; ${notShown} more than in A.`,
    );
  });

  it('refuses a number typed into the sentence, and a publication that has not passed the door', async () => {
    const { publication } = await passed(places('stock', { A: 2, B: 30, C: 25, D: 41 }));
    expect(() => fillSentence({ template: 'There were 12 children.', bindings: {} }, publication)).toThrow(
      "'12'",
    );
    expect(() => fillSentence({ template: 'None.', bindings: {} }, { ...publication })).toThrow(
      'released publication only',
    );
  });
});
